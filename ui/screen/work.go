package screen

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
)

const (
	patience = 500 * time.Millisecond // after which a bar says how far a work is
	barPace  = 200 * time.Millisecond // at which the bar is drawn anew
)

// Work is something that a page has done off the screen's loop and that may take its time.
type Work struct {
	Context context.Context // ends when the work is given up
	Quiet   bool            // nobody asked for it, and it is not to be seen
	Long    bool            // it takes so long that a bar is shown

	cancel  context.CancelFunc
	percent atomic.Int64
}

// Waited tells that a work has gone on for a while.
type Waited struct{ Work *Work }

// Tell takes note of how far the work is. It may be called from any goroutine.
func (w *Work) Tell(done, total int) { w.percent.Store(int64(done * 100 / max(total, 1))) }

// Await tells when the work has gone on so long that a bar is due.
func (w *Work) Await() tea.Cmd { return w.wait(patience) }

func (w *Work) wait(d time.Duration) tea.Cmd {
	return tea.Tick(d, func(time.Time) tea.Msg { return Waited{w} })
}

// Worker is the work that a page has under way, one at a time, or why there is none. The page drops the answer to a work
// that is not this one.
type Worker struct {
	Work    *Work // nil: nothing is under way
	Stopped bool  // the last one was, by hand
	Err     error // what the last one failed with
}

// Begin gives up the work under way and begins another one, which is given up when ctx ends.
func (w *Worker) Begin(ctx context.Context, quiet bool) *Work {
	w.GiveUp()
	work := &Work{Quiet: quiet}
	work.Context, work.cancel = context.WithCancel(ctx)
	*w = Worker{Work: work}
	return work
}

// GiveUp ends the work under way.
func (w *Worker) GiveUp() {
	if w.Work != nil {
		w.Work.cancel()
		w.Work = nil
	}
}

// End takes note that the work under way is done, or what it failed with.
func (w *Worker) End(err error) {
	w.GiveUp()
	w.Err = err
}

// Stoppable reports whether there is something under way that somebody waits for.
func (w *Worker) Stoppable() bool { return w.Work != nil && !w.Work.Quiet }

// StopBy ends what is under way where the key asks for that, and reports whether it did. Only Esc does: the other keys
// that lead back were meant for the page.
func (w *Worker) StopBy(k tea.KeyMsg) bool {
	if !w.Stoppable() || k.Type != tea.KeyEsc {
		return false
	}
	w.GiveUp()
	w.Stopped = true
	return true
}

// Halted reports whether nothing goes on although something should.
func (w *Worker) Halted() bool { return w.Stopped || w.Err != nil }

// Waited takes note that a work goes on, and tells when its bar is to be drawn anew.
func (w *Worker) Waited(msg Waited) tea.Cmd {
	if w.Work == nil || msg.Work != w.Work {
		return nil
	}
	w.Work.Long = true
	return w.Work.wait(barPace)
}

// WorkLine says how far a work is that takes its time, or why it does not go on, and with which key it is stopped or begun
// again; it is empty where there is nothing to be said.
func (e *Env) WorkLine(w *Worker, width int, doing string, stop, again key.Binding) string {
	t, look := e.Text.ReportPage, e.Look()
	switch {
	case w.Stoppable() && w.Work.Long:
		percent := int(w.Work.percent.Load())
		bar := look.Bar(max(width/3, 12), float64(percent)/100, fmt.Sprintf("%d%%", percent))
		return doing + " " + bar + "  " + fmt.Sprintf(t.Stop, stop.Help().Key)
	case w.Stopped:
		return look.Warning.Render(fmt.Sprintf(t.Stopped, again.Help().Key))
	case w.Err != nil:
		return look.Error.Render(fmt.Sprintf(t.Failed, e.Text.Error(w.Err), again.Help().Key))
	}
	return ""
}
