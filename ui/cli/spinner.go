package cli

import (
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/charmbracelet/x/ansi"

	"beatbook/ui/crash"
)

// spinnerFrames follow one another while work goes on whose end nobody knows.
const (
	spinnerFrames = `-\|/`
	spinnerPace   = 120 * time.Millisecond
)

// spin shows on a terminal that something is being done, until it is stopped. It may be stopped more than once.
func (p *program) spin(label string) (stop func()) {
	if !isTerminal(p.errs) {
		return func() {}
	}
	ended := make(chan struct{})
	var running sync.WaitGroup
	running.Go(func() {
		defer crash.Catch(p.end)
		ticks := time.NewTicker(spinnerPace)
		defer ticks.Stop()
		for i := 0; ; i++ {
			_, _ = fmt.Fprintf(p.errs, "\r%s %c", label, spinnerFrames[i%len(spinnerFrames)])
			select {
			case <-ticks.C:
			case <-ended:
				_, _ = fmt.Fprintf(p.errs, "\r%s\r", strings.Repeat(" ", ansi.StringWidth(label)+2))
				return
			}
		}
	})
	return sync.OnceFunc(func() {
		close(ended)
		running.Wait()
	})
}
