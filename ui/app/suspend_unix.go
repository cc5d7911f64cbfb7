//go:build !windows

package app

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/ui/crash"
)

// followSuspension gives the terminal back while the process is stopped by a SIGTSTP, until ctx ends.
func followSuspension(ctx context.Context, program *tea.Program, end func(cause error)) {
	stops, goesOn := make(chan os.Signal, 1), make(chan os.Signal, 1)
	signal.Notify(stops, syscall.SIGTSTP)
	go func() {
		defer crash.Catch(end)
		defer signal.Stop(stops)
		for {
			select {
			case <-ctx.Done():
				return
			case <-stops:
			}
			signal.Notify(goesOn, syscall.SIGCONT)
			if program.ReleaseTerminal() == nil {
				_ = syscall.Kill(os.Getpid(), syscall.SIGSTOP) // nobody forbids a process to stop itself
				<-goesOn
			}
			signal.Stop(goesOn)
			if err := program.RestoreTerminal(); err != nil {
				end(err)
				return
			}
			program.Send(tea.EnableMouseCellMotion()) // it stays off otherwise
		}
	}()
}
