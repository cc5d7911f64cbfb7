package cli

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync/atomic"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/mattn/go-isatty"
)

// bar shows how far some work is, in one line of a terminal, else not at all. After end it only knows it, for then the
// screen may be there and show it.
type bar struct {
	to      io.Writer
	format  string    // of the percentage
	notyet  time.Time // nothing is shown before
	shown   atomic.Bool
	ended   atomic.Bool
	percent atomic.Int64
}

const barWidth = 20

// newBar is a bar for work that has just begun, which stays hidden for a while: what is done by then needs none.
func newBar(to io.Writer, format string, hidden time.Duration) *bar {
	return &bar{to: to, format: format, notyet: time.Now().Add(hidden)}
}

func (b *bar) show(done, total int) {
	percent := done * 100 / max(total, 1)
	if b.percent.Swap(int64(percent)) == int64(percent) || b.ended.Load() || !isTerminal(b.to) || time.Now().Before(b.notyet) {
		return
	}
	b.shown.Store(true)
	_, _ = fmt.Fprint(b.to, "\r"+b.line(percent))
}

// line covers one of a longer number, as there is where work begins anew.
func (b *bar) line(percent int) string {
	says, longest := fmt.Sprintf(b.format, percent), fmt.Sprintf(b.format, 100)
	rest := max(ansi.StringWidth(longest)-ansi.StringWidth(says), 0)
	return fmt.Sprintf("[%-*s] %s", barWidth, strings.Repeat("#", percent*barWidth/100), says) + strings.Repeat(" ", rest)
}

func (b *bar) end() {
	b.ended.Store(true)
	if b.shown.Load() {
		_, _ = fmt.Fprintln(b.to)
	}
}

// running is how far work is that goes on now.
func (b *bar) running() (percent int, on bool) {
	percent = int(b.percent.Load())
	return percent, percent > 0 && percent < 100
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && isatty.IsTerminal(f.Fd())
}
