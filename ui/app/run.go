package app

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/session"
	"beatbook/ui/term"
	"beatbook/ui/term/input"
	"beatbook/ui/theme"
)

// Options are what the command line says about the screen.
type Options struct {
	Lang   model.Lang
	Theme  theme.Name
	ASCII  bool
	Notice string // said in the status line at first; may be empty
	Watch  StoreWatch
}

// Run shows the screen on the terminal of the process until the user quits, the window is closed or ctx ends.
func Run(ctx context.Context, s *session.Session, o Options) error {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGHUP, syscall.SIGTERM)
	defer stop()
	output := term.NewOutput(os.Stdout)
	root := New(ctx, Config{
		Session: s, Lang: o.Lang, Theme: o.Theme, ASCII: o.ASCII, Notice: o.Notice, Watch: o.Watch,
		Renderer: theme.NewRenderer(os.Stdout), Cursor: output,
	})
	program := tea.NewProgram(root,
		tea.WithContext(ctx), tea.WithAltScreen(), tea.WithMouseCellMotion(), tea.WithOutput(output), tea.WithFilter(input.NewFilter()))
	if _, err := program.Run(); err != nil && ctx.Err() == nil {
		return fmt.Errorf("run the screen: %w", err)
	}
	return nil
}
