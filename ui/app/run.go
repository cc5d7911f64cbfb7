package app

import (
	"context"
	"fmt"
	"os"
	"time"

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

// drainTime is how long the records that still wait may take to be written after the window was closed.
const drainTime = 5 * time.Second

// drain writes what waits or has failed: the window may have been closed between a key and the disk. A record that is being written
// just then is given once more, which its id makes harmless.
func (a *App) drain() error {
	ctx, cancel := context.WithTimeout(context.Background(), drainTime)
	defer cancel()
	for _, record := range append(a.env.Outbox.Waiting(), a.env.Outbox.Failed()...) {
		if _, err := a.env.Log.Append(ctx, record); err != nil {
			return err
		}
	}
	return nil
}

// Run shows the screen on the terminal of the process until the user quits or ctx ends, as it should when the window is
// closed (SIGHUP).
func Run(ctx context.Context, s *session.Session, o Options) error {
	output := term.NewOutput(os.Stdout)
	root := New(ctx, Config{
		Session: s, Lang: o.Lang, Theme: o.Theme, ASCII: o.ASCII, Notice: o.Notice, Watch: o.Watch,
		Renderer: theme.NewRenderer(os.Stdout), Cursor: output, Bell: output.Bell,
	})
	program := tea.NewProgram(root,
		// Signals end ctx; bubbletea's own handler would wait for a loop that has ended by then.
		tea.WithContext(ctx), tea.WithoutSignalHandler(), tea.WithAltScreen(), tea.WithMouseCellMotion(), tea.WithOutput(output), tea.WithFilter(input.NewFilter()))
	_, err := program.Run()
	if drained := root.drain(); drained != nil {
		return drained
	}
	if err != nil && ctx.Err() == nil {
		return fmt.Errorf("run the screen: %w", err)
	}
	return nil
}
