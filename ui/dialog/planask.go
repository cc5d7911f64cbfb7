package dialog

import (
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/ui/screen"
)

// NewAsk asks before something is done.
func NewAsk(env *screen.Env, title, question string, do func() tea.Cmd) *Form {
	return NewForm(env, "", Form{
		Title: title, Intro: []string{question}, Button: title,
		Send: func() (tea.Cmd, error) { return do(), nil },
	}, -1)
}
