package screen

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

const (
	patience = 500 * time.Millisecond // after which a bar says how far a work is
	barPace  = 200 * time.Millisecond // at which the bar is drawn anew
)

// Work is something that a page has done off the screen's loop and that may take its time. A page drops the answer to a
// work that is not the one it waits for.
type Work struct {
	Context context.Context // ends when the work is given up
	Long    bool            // it takes so long that a bar is shown

	cancel  context.CancelFunc
	percent atomic.Int64
}

// Waited tells that a work has gone on for a while.
type Waited struct{ Work *Work }

// NewWork begins a work that is given up when ctx ends.
func NewWork(ctx context.Context) *Work {
	w := &Work{}
	w.Context, w.cancel = context.WithCancel(ctx)
	return w
}

// GiveUp ends the work.
func (w *Work) GiveUp() { w.cancel() }

// Tell takes note of how far the work is. It may be called from any goroutine.
func (w *Work) Tell(done, total int) { w.percent.Store(int64(done * 100 / max(total, 1))) }

// Await tells when the work has gone on so long that a bar is due.
func (w *Work) Await() tea.Cmd { return w.wait(patience) }

// GoOn takes note that the work goes on, and tells when the bar is to be drawn anew.
func (w *Work) GoOn() tea.Cmd {
	w.Long = true
	return w.wait(barPace)
}

func (w *Work) wait(d time.Duration) tea.Cmd {
	return tea.Tick(d, func(time.Time) tea.Msg { return Waited{w} })
}

// Progress is a line that says what is being done, how far it is, and how it is stopped.
func (e *Env) Progress(w *Work, width int, doing, stop string) string {
	percent := int(w.percent.Load())
	bar := e.Look().Bar(max(width/3, 12), float64(percent)/100, fmt.Sprintf("%d%%", percent))
	return doing + " " + bar + "  " + stop
}
