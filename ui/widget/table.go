package widget

import (
	"strings"

	"github.com/charmbracelet/lipgloss"
)

// Column is a column of a table.
type Column struct {
	Title string
	Width int  // in cells; of a flexible column the least
	Flex  int  // share of what the fixed columns leave over, 0 for a fixed column
	Right bool // aligned to the right
	Ends  bool // what is too long is cut in the middle: neighbours differ at their ends
}

// Cell is a text in a row. It is cleaned and cut by the table.
type Cell struct {
	Text  string
	Style *lipgloss.Style // nil: as the row
}

// Row is a row of a table.
type Row struct {
	Cells []Cell
	Next  bool // the row that is next: marked and set off
}

// Table shows the rows around the cursor and asks for no others, so a million rows cost nothing.
type Table struct {
	Columns []Column
	Rows    int             // number of rows
	Row     func(i int) Row // row i, from 0
	cursor  int
	top     int // first row that is seen
	height  int // lines of the last View, its header included
	still   bool
}

const (
	gutter    = 2 // marker before the first column
	columnGap = 1
)

// Cursor is the row of the cursor, from 0, or -1 where there are no rows.
func (t *Table) Cursor() int { return min(t.cursor, t.Rows-1) }

// SetCursor moves the cursor to a row, or to the nearest one there is.
func (t *Table) SetCursor(i int) { t.cursor = max(min(i, t.Rows-1), 0) }

// HideCursor makes the table one that is only looked at.
func (t *Table) HideCursor() { t.still = true }

// Move moves the cursor by n rows.
func (t *Table) Move(n int) { t.SetCursor(max(t.Cursor(), 0) + n) }

// Page moves the cursor by n screens of the size last drawn.
func (t *Table) Page(n int) { t.Move(n * max(t.height-1, 1)) }

// Hidden is how many rows the last View left no room for.
func (t *Table) Hidden() int { return max(t.Rows-(t.height-t.header()), 0) }

// Click is the row at line y of the table as last drawn, from 0. It is false at the header and below the last row.
func (t *Table) Click(y int) (int, bool) {
	i := t.top + y - t.header()
	if y < t.header() || y >= t.height || i >= t.Rows {
		return 0, false
	}
	return i, true
}

// header is the number of lines above the rows.
func (t *Table) header() int {
	if t.height < 2 {
		return 0
	}
	return 1
}

// View draws the table in exactly w×h cells, with the cursor in sight.
func (t *Table) View(l Look, w, h int) string {
	t.height = h
	if w <= 0 || h <= 0 {
		return Fit("", w, h)
	}
	t.scroll(h - t.header())
	widths := t.widths(w)
	lines := make([]string, 0, h)
	if t.header() > 0 {
		titles := make([]Cell, len(t.Columns))
		for i, c := range t.Columns {
			titles[i].Text = c.Title
		}
		lines = append(lines, t.line(l, titles, widths, w, "", l.TableHeader))
	}
	for i := t.top; i < t.Rows && len(lines) < h; i++ {
		lines = append(lines, t.row(l, i, widths, w))
	}
	return Fit(strings.Join(lines, "\n"), w, h)
}

// scroll brings the cursor into sight and leaves no room below the last row.
func (t *Table) scroll(rows int) {
	cursor := max(t.Cursor(), 0)
	t.top = min(t.top, cursor)
	t.top = max(t.top, cursor-rows+1)
	t.top = max(min(t.top, t.Rows-rows), 0)
}

// widths shares out w cells.
func (t *Table) widths(w int) []int {
	rest, shares := w-gutter-columnGap*(len(t.Columns)-1), 0
	for _, c := range t.Columns {
		rest -= c.Width
		shares += c.Flex
	}
	rest = max(rest, 0)
	widths := make([]int, len(t.Columns))
	for i, c := range t.Columns {
		widths[i] = c.Width
		if c.Flex > 0 {
			share := rest * c.Flex / shares
			widths[i] += share
			rest, shares = rest-share, shares-c.Flex
		}
	}
	return widths
}

func (t *Table) row(l Look, i int, widths []int, w int) string {
	row := t.Row(i)
	switch {
	case i == t.Cursor() && !t.still:
		cells := make([]Cell, len(row.Cells))
		for c := range row.Cells {
			cells[c].Text = row.Cells[c].Text // the cursor's style goes over the cells' own
		}
		return t.line(l, cells, widths, w, l.Glyphs.Cursor, l.CursorRow)
	case row.Next:
		return t.line(l, row.Cells, widths, w, l.Glyphs.Next, l.NextRow)
	}
	return t.line(l, row.Cells, widths, w, "", l.Row)
}

// line draws neighbours of the same style together: each Render has its price.
func (t *Table) line(l Look, cells []Cell, widths []int, w int, marker string, base lipgloss.Style) string {
	var line, run strings.Builder
	var style *lipgloss.Style
	flush := func() {
		if style == nil {
			style = &base
		}
		line.WriteString(style.Render(run.String()))
		run.Reset()
	}
	run.WriteString(FitLine(marker, min(gutter, w), ""))
	left := w - gutter
	for i, width := range widths {
		if left <= 0 {
			break
		}
		var cell Cell
		if i < len(cells) {
			cell = cells[i]
		}
		if cell.Style != style {
			flush()
			style = cell.Style
		}
		width = min(width, left)
		run.WriteString(fitCell(l, cell.Text, width, t.Columns[i]))
		if left -= width; left > 0 && i < len(widths)-1 {
			run.WriteString(strings.Repeat(" ", columnGap))
			left -= columnGap
		}
	}
	if left > 0 {
		flush()
		style = nil
		run.WriteString(strings.Repeat(" ", left))
	}
	flush()
	return line.String()
}

func fitCell(l Look, s string, w int, c Column) string {
	s = Line(s)
	switch {
	case c.Right:
		return fitRight(s, w, l.Glyphs.Ellipsis)
	case c.Ends:
		s = cutMiddle(s, w, l.Glyphs.Ellipsis)
	}
	return FitLine(s, w, l.Glyphs.Ellipsis)
}
