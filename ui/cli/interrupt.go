package cli

import (
	"os"
	"os/signal"

	"beatbook/ui/crash"
)

// heedInterrupts has Ctrl-C end the run, except while there is work that has to be finished.
func (p *program) heedInterrupts() (stop func()) {
	pressed, ended := make(chan os.Signal, 1), make(chan struct{})
	signal.Notify(pressed, os.Interrupt)
	go func() {
		defer crash.Catch(p.end)
		for {
			select {
			case <-pressed:
			case <-ended:
				return
			}
			if answer := p.goesOn.Load(); answer != nil {
				(*answer)()
			} else {
				p.end(nil)
			}
		}
	}()
	return func() {
		signal.Stop(pressed)
		close(ended)
	}
}
