package app

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"
)

// followSuspension does nothing: Windows stops no process by a signal.
func followSuspension(context.Context, *tea.Program, func(cause error)) {}
