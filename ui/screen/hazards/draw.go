package hazards

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"beatbook/model"
	"beatbook/ui/widget"
)

const (
	headLines  = 1
	panelLow   = 5  // height below the table, borders included
	ownerWidth = 84 // from this width of the table on it has a column for the owner
	stateWidth = 15 // of the longest state: "overdue 23 h 59"
	border     = 2
)

func (p *Page) layout() widget.Split {
	height := p.height - headLines - p.filter.text.Lines()
	return widget.NewSplit(p.width, height, headLines, max(panelLow, min(len(p.panel.Lines)+border, height/2)))
}

// arrange makes the table and the panel for the size of the page.
func (p *Page) arrange() {
	l := p.layout()
	p.fillPanel(l.PanelWidth-border, l.Beside)
	p.fillTable(l.TableWidth)
}

// draw puts the page together.
func (p *Page) draw() string {
	l, look := p.layout(), p.env.Look()
	table := p.table.View(look, l.TableWidth, l.TableHeight)
	title := ""
	if h, ok := p.under(); ok {
		title = p.env.PlaceName(h.Checkpoint) + " " + look.Glyphs.Separator + " " + p.env.Text.HazardKind(h.Kind)
	}
	panel := look.Box(title, p.panel.View(l.PanelHeight-border), l.PanelWidth, l.PanelHeight)
	body := l.Join(table, panel)
	if p.filter.text.Lines() > 0 {
		body += "\n" + p.foot()
	}
	return p.title() + "\n" + body
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

func (p *Page) count() string { return fmt.Sprintf(" %d ", len(p.rows)) }

// foot is the line of the text that is looked for.
func (p *Page) foot() string {
	look, t := p.env.Look(), p.env.Text.Hazard
	if p.filter.text.Typing() {
		return p.filter.text.View(look, p.width, t.FilterPrompt, p.count())
	}
	found := fmt.Sprintf(t.Filtered, len(p.rows), p.filter.text.Short(look, p.width/2))
	return look.Hint.Render(widget.FitLine(" "+found, p.width, look.Glyphs.Ellipsis))
}

// fillTable makes the columns for a width. The table asks for the rows that it draws and for no others.
func (p *Page) fillTable(width int) {
	t, words := p.env.Text.Hazard, &p.env.Text.Words
	withOwner := width >= ownerWidth
	p.table.Columns = []widget.Column{
		{Title: t.Place, Width: 10, Flex: 2, Ends: true},
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
	what := h.What
	if h.MovedApart() {
		what = t.Hazard.Parallel + t.App.Colon + what
	}
	return []widget.Cell{
		{Text: p.env.PlaceName(h.Checkpoint)}, {Text: t.HazardKind(h.Kind)}, {Text: what}, {Text: t.Severity(h.Severity)}, state,
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
