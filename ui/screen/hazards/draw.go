package hazards

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"beatbook/model"
	"beatbook/ui/widget"
)

const (
	headLines   = 1
	besideWidth = 120 // from this width on the panel stands beside the table
	panelLeast  = 40  // width beside the table
	panelMost   = 72
	panelLow    = 5  // height below the table, borders included
	ownerWidth  = 84 // from this width of the table on it has a column for the owner
	stateWidth  = 15 // of the longest state: "overdue 23 h 59"
	border      = 2
)

type size struct{ width, height int }

// layout is how the page is divided.
type layout struct {
	beside       bool
	table, panel size
}

func (l layout) overPanel(x, y int) bool {
	if l.beside {
		return x >= l.table.width
	}
	return y >= headLines+l.table.height && y < headLines+l.table.height+l.panel.height
}

func (p *Page) layout() layout {
	height := p.height - headLines - p.footLines()
	if p.width >= besideWidth {
		panel := min(max(panelLeast, p.width*2/5-8), panelMost)
		return layout{true, size{p.width - panel - 1, height}, size{panel, height}}
	}
	below := min(max(panelLow, min(len(p.panel.lines)+border, height/2)), height)
	return layout{false, size{p.width, height - below}, size{p.width, below}}
}

// arrange makes the table and the panel for the size of the page.
func (p *Page) arrange() {
	l := p.layout()
	p.fillPanel(l.panel.width-border, l.beside)
	p.fillTable(l.table.width)
}

// draw puts the page together.
func (p *Page) draw() string {
	l, look := p.layout(), p.env.Look()
	table := p.table.View(look, l.table.width, l.table.height)
	title := ""
	if h, ok := p.under(); ok {
		title = p.env.PlaceName(h.Checkpoint) + " " + look.Glyphs.Separator + " " + p.env.Text.HazardKind(h.Kind)
	}
	panel := look.Box(title, p.panel.seen(l.panel.height-border), l.panel.width, l.panel.height)
	body := table + "\n" + panel
	if l.beside {
		body = sideBySide(table, panel)
	}
	if p.footLines() > 0 {
		body += "\n" + p.foot()
	}
	return p.title() + "\n" + body
}

// sideBySide joins two blocks of the same height.
func sideBySide(left, right string) string {
	lines, others := strings.Split(left, "\n"), strings.Split(right, "\n")
	for i := range lines {
		lines[i] += " " + others[i]
	}
	return strings.Join(lines, "\n")
}

// title is the bar at the top: the filters, and how many hazards there are whatever they are.
func (p *Page) title() string {
	t := p.env.Text.Hazard
	overdue, open := 0, 0
	for _, h := range p.list {
		if h.Overdue(p.env.Now) {
			overdue++
		}
		if h.State != model.HazardClosed {
			open++
		}
	}
	separator := " " + p.env.Glyphs.Separator + " "
	left := " " + strings.Join(append([]string{t.Title}, p.filters()...), separator)
	right := " " + fmt.Sprintf(t.Sum, overdue, open) + " "
	room := p.width - ansi.StringWidth(right)
	return p.env.Styles.Title.Render(widget.FitLine(widget.Line(left), room, p.env.Glyphs.Ellipsis) + right)
}

func (p *Page) footLines() int {
	if p.filter.field != nil || p.filter.typed != "" {
		return 1
	}
	return 0
}

// prompt is the width of what stands before the field, and the width of the field.
func (p *Page) prompt() (before, width int) {
	before = 1 + ansi.StringWidth(p.env.Text.Hazard.FilterPrompt)
	return before, max(p.width-before-ansi.StringWidth(p.count()), 1)
}

func (p *Page) count() string { return fmt.Sprintf(" %d ", len(p.rows)) }

// foot is the line of the text that is looked for.
func (p *Page) foot() string {
	look, t := p.env.Look(), p.env.Text.Hazard
	if field := p.filter.field; field != nil {
		_, width := p.prompt()
		line := " " + look.Label.Render(t.FilterPrompt) + field.View(look, width, true) + p.count()
		return widget.FitLine(line, p.width, look.Glyphs.Ellipsis)
	}
	words := ansi.Truncate(widget.Line(p.filter.typed), max(p.width/2, 8), look.Glyphs.Ellipsis)
	return look.Hint.Render(widget.FitLine(" "+fmt.Sprintf(t.Filtered, len(p.rows), words), p.width, look.Glyphs.Ellipsis))
}

// fillTable makes the columns for a width. The table asks for the rows that it draws and for no others.
func (p *Page) fillTable(width int) {
	t, words := p.env.Text.Hazard, &p.env.Text.Words
	withOwner := width >= ownerWidth
	p.table.Columns = []widget.Column{
		{Title: t.Place, Width: 10, Flex: 2},
		{Title: t.Kind, Width: widest(t.Kind, words.HazardKinds)},
		{Title: t.What, Width: 10, Flex: 3},
		{Title: t.Severity, Width: widest(t.Severity, words.Severities)},
		{Title: t.State, Width: stateWidth},
	}
	if withOwner {
		p.table.Columns = append(p.table.Columns, widget.Column{Title: t.Owner, Width: 10, Flex: 1})
	}
	p.table.Row = func(i int) widget.Row {
		h := p.rows[i]
		cells := p.cells(h)
		if withOwner && h.Order != nil {
			cells = append(cells, widget.Cell{Text: h.Order.Owner})
		}
		if h.State == model.HazardClosed {
			for c := range cells {
				cells[c].Style = &p.env.Styles.Dim
			}
		}
		return widget.Row{Cells: cells}
	}
}

func (p *Page) cells(h model.Hazard) []widget.Cell {
	t := p.env.Text
	state := widget.Cell{Text: t.HazardLeft(h, p.env.Now)}
	if h.Overdue(p.env.Now) {
		state.Style = &p.env.Styles.Error
	}
	return []widget.Cell{
		{Text: p.env.PlaceName(h.Checkpoint)}, {Text: t.HazardKind(h.Kind)}, {Text: h.What}, {Text: t.Severity(h.Severity)}, state,
	}
}

// widest is the width of the longest of the words and their heading.
func widest[K comparable](heading string, words map[K]string) int {
	width := ansi.StringWidth(heading)
	for _, word := range words {
		width = max(width, ansi.StringWidth(word))
	}
	return width
}
