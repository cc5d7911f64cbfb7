package widget

import (
	"sort"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// Area is a text of several lines, wrapped as it is drawn. It is quick with some ten thousand characters.
type Area struct {
	editor
	top   int // first line that is seen
	width int // of the last View
}

// NewArea is an area with a text in it that takes at most limit runes, 0 for any number.
func NewArea(value string, limit int) *Area {
	a := &Area{editor: editor{limit: limit, lines: true}}
	a.Set(value)
	return a
}

// Update lets a key act and reports whether it was one for a text area. Enter is: it makes a new line.
func (a *Area) Update(k tea.KeyMsg) bool {
	switch k.String() {
	case "up":
		a.vertical(-1)
	case "down":
		a.vertical(1)
	case "ctrl+home":
		a.pos = 0
	case "ctrl+end":
		a.pos = len(a.clusters)
	default:
		return a.update(k)
	}
	return true
}

// Height is the number of lines that the text takes up in w cells, for an area that grows with its text.
func (a *Area) Height(w int) int { return len(a.wrap(w)) }

// View draws the lines around the cursor in exactly w×h cells.
func (a *Area) View(l Look, w, h int, focused bool) string {
	if w <= 0 || h <= 0 {
		return Fit("", w, h)
	}
	lines := a.scroll(w, h)
	drawn := make([]string, 0, h)
	for i := a.top; i < len(lines) && len(drawn) < h; i++ {
		drawn = append(drawn, a.draw(l, lines[i].from, lines[i].to, w, focused && i == lineOf(lines, a.pos)))
	}
	for len(drawn) < h {
		drawn = append(drawn, l.Input.Render(FitLine("", w, "")))
	}
	return strings.Join(drawn, "\n")
}

// Cursor is the place of the cursor in a View of w×h cells, from 0.
func (a *Area) Cursor(w, h int) (x, y int) {
	lines := a.scroll(w, h)
	i := lineOf(lines, a.pos)
	x = a.cells(lines[i].from, a.pos)
	return max(min(x, w-1), 0), max(min(i-a.top, h-1), 0)
}

// span is a line as drawn: the clusters from one up to another, without the line break.
type span struct{ from, to int }

// scroll wraps the text and brings the cursor into sight.
func (a *Area) scroll(w, h int) []span {
	a.width = w
	lines := a.wrap(w)
	cursor := lineOf(lines, a.pos)
	a.top = min(a.top, cursor, max(len(lines)-h, 0))
	a.top = max(a.top, cursor-h+1)
	return lines
}

// wrap breaks the text into lines that leave a cell for the cursor behind them: after a space or a wide character
// where there is one.
func (a *Area) wrap(w int) []span {
	w = max(w-1, 1)
	var lines []span
	from, used, breakAt := 0, 0, 0
	for i, c := range a.clusters {
		if c.newline() {
			lines = append(lines, span{from, i})
			from, used, breakAt = i+1, 0, i+1
			continue
		}
		if used+c.width > w && i > from {
			if breakAt <= from || c.width > 1 {
				breakAt = i
			}
			lines = append(lines, span{from, breakAt})
			from, used = breakAt, a.cells(breakAt, i)
		}
		used += c.width
		if c.space() || c.width > 1 {
			breakAt = i + 1
		}
	}
	return append(lines, span{from, len(a.clusters)})
}

// lineOf is the line in which the cursor stands.
func lineOf(lines []span, pos int) int {
	after := sort.Search(len(lines), func(i int) bool { return lines[i].from > pos })
	return max(after-1, 0)
}

// vertical moves the cursor by lines as drawn, keeping its column as far as it can.
func (a *Area) vertical(n int) {
	lines := a.wrap(a.width)
	i := lineOf(lines, a.pos)
	x := a.cells(lines[i].from, a.pos)
	to := i + n
	if to < 0 || to >= len(lines) {
		return
	}
	line := lines[to]
	last := line.to
	if to+1 < len(lines) && lines[to+1].from == last && last > line.from {
		last-- // behind the last character the cursor would stand in the next line
	}
	a.pos = line.from
	for a.pos < last && a.cells(line.from, a.pos+1) <= x {
		a.pos++
	}
}
