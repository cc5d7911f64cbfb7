package report

import (
	"fmt"
	"time"

	"github.com/charmbracelet/x/ansi"

	"beatbook/ui/report"
	"beatbook/ui/widget"
)

// fillTables makes the rows of all tables; their widths are seen to when they are drawn.
func (p *Page) fillTables() {
	c := p.content
	p.tables[parts].Rows = len(p.partIDs())
	p.tables[visits].Rows = len(c.places)
	p.tables[missed].Rows = len(c.Report.Missed)
	p.tables[gaps].Rows = len(c.gaps)
	p.fillMissed()
	p.fillGaps()
}

func (p *Page) partIDs() []string {
	if p.byUnit {
		return p.content.units
	}
	return p.content.routes
}

const (
	barLeast    = 8
	barMost     = 24
	besideBar   = 38 // cells that a row has beside its bar, at least
	ratioWidth  = 9  // made/due
	nightWidth  = 10
	clockWidth  = 5
	lengthWidth = 11
)

// fillParts makes a bar for each route or unit.
func (p *Page) fillParts(width int) {
	t, look, c := p.env.Text, p.env.Look(), p.content
	first, name, sums := t.Patrol.Route, c.Route, c.Report.Routes
	if p.byUnit {
		first, name, sums = t.Patrol.Unit, c.Unit, c.Report.Units
	}
	ids, bar := p.partIDs(), min(max(width-besideBar, barLeast), barMost)
	table := &p.tables[parts]
	table.Columns = []widget.Column{
		{Title: first, Width: 8, Flex: 1, Ends: true},
		{Width: bar},
		{Title: t.Report.Presence, Width: ansi.StringWidth(t.Report.Presence), Right: true},
		{Title: t.Report.Made + "/" + t.Report.Due, Width: ratioWidth, Right: true},
	}
	table.Row = func(i int) widget.Row {
		s := sums[ids[i]]
		rate, due := s.Presence()
		drawn := ""
		if due {
			drawn = ansi.Strip(look.Bar(bar, rate, ""))
		}
		return widget.Row{Cells: []widget.Cell{
			{Text: name(ids[i])}, {Text: drawn, Style: &look.BarFull},
			{Text: report.Shown(rate, due)}, {Text: fmt.Sprintf("%d/%d", s.Made, s.Due)},
		}}
	}
}

// fillMissed names the calls that were missed, those of one night without its date.
func (p *Page) fillMissed() {
	t, c := p.env.Text, p.content
	table := &p.tables[missed]
	table.Columns = nil
	if c.from < c.to {
		table.Columns = []widget.Column{{Title: t.Command.NightColumn, Width: nightWidth}}
	}
	table.Columns = append(table.Columns,
		widget.Column{Title: t.Report.DueAt, Width: clockWidth},
		widget.Column{Title: t.Patrol.Name, Width: 10, Flex: 3, Ends: true},
		widget.Column{Title: t.Patrol.Unit, Width: 8, Flex: 2},
		widget.Column{Title: t.Command.Round, Width: max(2, ansi.StringWidth(t.Command.Round)), Right: true})
	table.Row = func(i int) widget.Row {
		m := c.Report.Missed[i]
		var cells []widget.Cell
		if c.from < c.to {
			cells = []widget.Cell{{Text: string(m.Night)}}
		}
		round := ""
		if m.Round > 0 {
			round = fmt.Sprint(m.Round)
		}
		return widget.Row{Cells: append(cells,
			widget.Cell{Text: p.clock(m.Due)}, widget.Cell{Text: c.Checkpoint(m.Checkpoint)}, widget.Cell{Text: c.Unit(m.Unit)},
			widget.Cell{Text: round})}
	}
}

// fillGaps names the longest gap of each checkpoint.
func (p *Page) fillGaps() {
	t, c := p.env.Text, p.content
	table := &p.tables[gaps]
	table.Columns = []widget.Column{
		{Title: t.Patrol.Name, Width: 10, Flex: 1, Ends: true},
		{Title: t.Report.GapLength, Width: lengthWidth, Right: true},
		{Title: t.Report.GapFrom, Width: clockWidth},
	}
	if c.from < c.to {
		table.Columns = append(table.Columns, widget.Column{Title: t.Command.NightColumn, Width: nightWidth})
	}
	table.Row = func(i int) widget.Row {
		gap := c.gaps[i]
		cells := []widget.Cell{
			{Text: c.Checkpoint(gap.Checkpoint)}, {Text: t.Duration(time.Duration(gap.Length))}, {Text: p.clock(gap.From)},
		}
		if c.from < c.to {
			cells = append(cells, widget.Cell{Text: string(gap.Night)})
		}
		return widget.Row{Cells: cells}
	}
}
