package widget

import "strings"

// SplitBeside is the width from which on a panel stands beside its table rather than below it.
const SplitBeside = 120

const (
	panelLeast = 40 // width of a panel beside a table
	panelMost  = 72
)

// Split is how a page is divided between a table and a panel with what is selected in it.
type Split struct {
	Beside                  bool
	Top                     int // lines of the page above the table
	TableWidth, TableHeight int
	PanelWidth, PanelHeight int
}

// NewSplit divides width×height cells that begin at line top of the page: side by side where there is room, else with a
// panel of so many lines below the table.
func NewSplit(width, height, top, below int) Split {
	if width >= SplitBeside {
		panel := min(max(panelLeast, width*2/5-8), panelMost)
		return Split{true, top, width - panel - 1, height, panel, height}
	}
	below = min(below, height)
	return Split{false, top, width, height - below, width, below}
}

// OverPanel reports whether a cell of the page lies in the panel.
func (s Split) OverPanel(x, y int) bool {
	if s.Beside {
		return x >= s.TableWidth
	}
	return y >= s.Top+s.TableHeight && y < s.Top+s.TableHeight+s.PanelHeight
}

// Join puts the two blocks together.
func (s Split) Join(table, panel string) string {
	if !s.Beside {
		return table + "\n" + panel
	}
	lines, others := strings.Split(table, "\n"), strings.Split(panel, "\n")
	for i := range lines {
		lines[i] += " " + others[i]
	}
	return strings.Join(lines, "\n")
}

// Reader shows lines of a text that may be longer than its window.
type Reader struct {
	Lines  []string
	scroll int // first line that is seen
	height int // lines that are seen
}

// Scroll moves by so many lines.
func (r *Reader) Scroll(by int) { r.scroll += by }

// Rewind goes back to the beginning.
func (r *Reader) Rewind() { r.scroll = 0 }

// More reports whether there is something below what is seen, or above it.
func (r *Reader) More() bool { return r.Hidden() > 0 }

// Hidden is how many lines the last View left no room for.
func (r *Reader) Hidden() int { return max(len(r.Lines)-r.height, 0) }

// ReadOn turns to what is below, and from the end back to the beginning.
func (r *Reader) ReadOn() {
	if r.scroll+r.height >= len(r.Lines) {
		r.scroll = 0
		return
	}
	r.scroll += max(r.height-1, 1)
}

// View is the lines from the first that is seen, one more than there is room for where there are more, for a box that
// marks what it cuts.
func (r *Reader) View(height int) string {
	r.height = height
	r.scroll = max(min(r.scroll, len(r.Lines)-height), 0)
	return strings.Join(r.Lines[r.scroll:min(r.scroll+height+1, len(r.Lines))], "\n")
}
