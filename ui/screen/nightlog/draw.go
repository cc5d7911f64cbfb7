package nightlog

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"

	"beatbook/model"
	"beatbook/ui/widget"
)

const (
	headLines = 1
	panelLow  = 5 // height below the table, borders included
	panelHigh = 12
	unitWidth = 76 // from this width of the table on it has a column for the unit
	border    = 2
)

func (p *Page) layout() widget.Split {
	height := p.height - headLines - p.search.Lines()
	// A long note takes up to two thirds.
	usual := min(max(height/3, panelLow), panelHigh)
	return widget.NewSplit(p.width, height, headLines, max(usual, min(len(p.panel.Lines)+border, height*2/3)))
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
	if r := p.selected(); r.line != nil {
		title = p.env.Text.RecordKind(r.Kind) + " " + r.At.In(p.zone).Format(dayClock)
	}
	panel := look.Box(title, p.panel.View(l.PanelHeight-border), l.PanelWidth, l.PanelHeight)
	body := l.Join(table, panel)
	if p.search.Lines() > 0 {
		body += "\n" + p.foot()
	}
	return p.title() + "\n" + body
}

// title is the bar at the top: the night and what it came to, or that another one is being read.
func (p *Page) title() string {
	t := p.env.Text
	night := t.Night(p.shown.night.Date)
	if p.past == nil {
		night = t.Log.Tonight + " " + string(p.shown.night.Date)
	}
	left := " " + t.Log.Title + " " + p.env.Glyphs.Separator + " " + night
	right := " " + fmt.Sprintf(t.Log.Sum, len(p.shown.lines), p.shown.made, p.shown.missed) + " "
	if p.walk.steps != 0 {
		right = " " + t.App.Loading + " "
	}
	room := p.width - ansi.StringWidth(right)
	return p.env.Styles.Title.Render(widget.FitLine(left, room, p.env.Glyphs.Ellipsis) + right)
}

// count is how many lines of how many the search lets through.
func (p *Page) count() string { return fmt.Sprintf(" %d/%d ", len(p.rows), len(p.shown.lines)) }

// foot is the line of the search: the field, or what was found and how far back.
func (p *Page) foot() string {
	look, t := p.env.Look(), p.env.Text
	if p.search.Typing() {
		return p.search.View(look, p.width, t.Log.SearchPrompt, p.count())
	}
	parts := []string{p.found()}
	switch s := p.search; {
	case s.busy:
		parts = append(parts, t.Log.Searching)
	case s.all:
		parts = append(parts, t.Log.LookedAll)
	case s.reached != "":
		parts = append(parts, fmt.Sprintf(t.Log.LookedBack, s.reached))
	}
	line := " " + strings.Join(parts, " "+p.env.Glyphs.Separator+" ")
	return look.Hint.Render(widget.FitLine(line, p.width, look.Glyphs.Ellipsis))
}

// found says what the search found, in so few words that there is room for the rest.
func (p *Page) found() string {
	t := p.env.Text.Log
	words := p.search.Short(p.env.Look(), p.width/4)
	if len(p.rows) == 0 {
		return fmt.Sprintf(t.NotFound, words)
	}
	return fmt.Sprintf(t.Found, len(p.rows), words)
}

// fillTable makes the columns for a width. The table asks for the rows that it draws and for no others.
func (p *Page) fillTable(width int) {
	t := p.env.Text
	format, withUnit := clock, width >= unitWidth
	if len(p.search.nights) > 0 {
		format = dayClock
	}
	p.table.Columns = []widget.Column{{Title: t.Log.Time, Width: len(format)}}
	if withUnit {
		p.table.Columns = append(p.table.Columns, widget.Column{Title: t.Log.Unit, Width: 8, Flex: 1})
	}
	p.table.Columns = append(p.table.Columns,
		widget.Column{Title: t.Log.Kind, Width: p.kindWidth()},
		widget.Column{Title: t.Log.Place, Width: 10, Flex: 2, Ends: true},
		widget.Column{Title: t.Log.Detail, Width: 16, Flex: 6})
	tell := p.teller(p.shown)
	p.table.Row = func(i int) widget.Row {
		r := p.rows[i]
		if tell.in != r.in {
			tell = p.teller(r.in)
		}
		cells := []widget.Cell{{Text: r.At.In(p.zone).Format(format)}}
		if withUnit {
			cells = append(cells, widget.Cell{Text: tell.Unit(r.Line)})
		}
		cells = append(cells, widget.Cell{Text: t.RecordKind(r.Kind)}, widget.Cell{Text: tell.Place(r.Line)},
			widget.Cell{Text: tell.details(r.line)})
		return widget.Row{Cells: p.styled(cells, r)}
	}
}

// styled dims what counts no more, and sets off skips.
func (p *Page) styled(cells []widget.Cell, r row) []widget.Cell {
	var style *lipgloss.Style
	switch {
	case r.in.night.Withdrawn(r.ID), r.Seq == 0:
		style = &p.env.Styles.Dim
	case r.Kind == model.Skipped:
		skipped := p.env.Styles.State(model.SkippedCall)
		style = &skipped
	default:
		return cells
	}
	for i := range cells {
		cells[i].Style = style
	}
	return cells
}

// kindWidth is that of the longest word for a kind.
func (p *Page) kindWidth() int {
	width := ansi.StringWidth(p.env.Text.Words.OtherRecord)
	for _, word := range p.env.Text.Words.Records {
		width = max(width, ansi.StringWidth(word))
	}
	return width
}
