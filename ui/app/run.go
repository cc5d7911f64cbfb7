package app

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/crash"
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
	End    func(cause error) // ends the run, as that of context.WithCancelCause does for the context of Run
}

// drainTime is how long the records that still wait may take to be written after the window was closed.
const drainTime = 5 * time.Second

// drain writes what waits or has failed: the window may have been closed between a key and the disk. A record that is being
// written just then is given once more, which its id makes harmless.
func (a *App) drain() error {
	ctx, cancel := context.WithTimeout(context.Background(), drainTime)
	defer cancel()
	for _, record := range append(a.env.Outbox.Waiting(), a.env.Outbox.Failed()...) {
		if _, err := a.env.Log.Append(ctx, record); err != nil {
			return err
		}
	}
	a.env.Outbox.Clear()
	return nil
}

// Run shows the screen on the terminal of the process until the user quits or ctx ends, as it should when the window is
// closed (SIGHUP). A panic on the way ends ctx; it is the error then, a *crash.Panic, when the terminal is what it was and
// what could be saved is.
func Run(ctx context.Context, s *session.Session, o Options) error {
	output := term.NewOutput(os.Stdout)
	root := New(ctx, Config{
		Session: s, Lang: o.Lang, Theme: o.Theme, ASCII: o.ASCII, Notice: o.Notice, Watch: o.Watch,
		Renderer: theme.NewRenderer(os.Stdout), Cursor: output, Bell: output.Bell,
	})
	screen := crash.NewScreen(root, o.End)
	err := show(ctx, screen, o.End,
		// Signals end ctx; bubbletea's own handler would wait for a loop that has ended by then. Its own catching of panics
		// prints their values.
		tea.WithContext(ctx), tea.WithoutSignalHandler(), tea.WithoutCatchPanics(), tea.WithAltScreen(), tea.WithMouseCellMotion(),
		tea.WithOutput(output), tea.WithFilter(screen.Filter(input.NewFilter())))
	drained, kept := safely(root.drain), root.saveTyped()
	var caught *crash.Panic
	switch {
	case errors.As(context.Cause(ctx), &caught):
		caught.Recent, caught.Place, caught.Lost, caught.Kept = screen.Recent(), root.where(), drained, kept
		return caught
	case drained != nil:
		return drained
	case err != nil && ctx.Err() == nil:
		return fmt.Errorf("run the screen: %w", err)
	}
	return nil
}

// show runs the program. A panic that the guarded screen cannot catch is one of bubbletea's own.
func show(ctx context.Context, screen *crash.Screen, end func(cause error), options ...tea.ProgramOption) (err error) {
	program := tea.NewProgram(screen, options...)
	ctx, over := context.WithCancel(ctx)
	defer over()
	followSuspension(ctx, program, end)
	defer func() {
		if value := recover(); value != nil {
			end(crash.Of(value))
			err = program.ReleaseTerminal()
		}
	}()
	_, err = program.Run()
	return err
}
