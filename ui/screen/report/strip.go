package report

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"beatbook/model"
	"beatbook/ui/widget"
)

// drawVisits draws the strip of visits by checkpoint and half hour, below it what the shades mean and the counts of the
// row under the cursor.
func (p *Page) drawVisits(width, height int) string {
	c := p.content
	if len(c.halves) == 0 {
		return p.env.Text.App.None
	}
	p.fillVisits(width)
	below := widget.Flow(p.strip(width).Legend(p.env.Look()), width)
	below = append(below, p.counts(width, max(height-len(below)-stripLeast, 0))...)
	return p.drawTable(visits, width, height-len(below)) + "\n" + strings.Join(below, "\n")
}

const (
	placeWidth = 7  // of the column of the names, at least
	placeEase  = 16 // the same where half hours are more than one cell wide
	halfMost   = 4  // cells of a half hour
	sumWidth   = 5
	stripLeast = 3 // lines of the strip, those with the hours among them
)

// strip makes half hours as wide as there is room for.
func (p *Page) strip(width int) widget.Strip {
	halves := p.content.halves
	cell := min(max((width-placeEase-sumWidth-4)/len(halves), 1), halfMost) // 4: the mark of the cursor and the gaps
	return widget.Strip{Halves: halves, Cell: cell, Most: p.content.most}
}

func (p *Page) fillVisits(width int) {
	t, c, look := p.env.Text, p.content, p.env.Look()
	strip := p.strip(width)
	table := &p.tables[visits]
	table.Columns = []widget.Column{
		{Title: t.Patrol.Name, Width: placeWidth, Flex: 1, Ends: true},
		{Title: strip.Hours(), Width: strip.Width()},
	}
	if width-placeEase-sumWidth >= len(c.halves) {
		table.Columns = append(table.Columns, widget.Column{Title: t.ReportPage.Sum, Width: sumWidth, Right: true})
	}
	table.Row = func(i int) widget.Row {
		place := c.places[i]
		return widget.Row{Cells: []widget.Cell{
			{Text: c.Checkpoint(place)},
			{Text: strip.Line(look.Glyphs, c.Report.Visits[place]), Style: &look.BarFull},
			{Text: fmt.Sprint(total(c.Report.Visits[place]))},
		}}
	}
}

func total(visits model.HalfHours) (n int) {
	for _, v := range visits {
		n += v
	}
	return n
}

// counts are those of the row under the cursor, half hour by half hour.
func (p *Page) counts(width, height int) []string {
	c, row := p.content, p.tables[visits].Cursor()
	if row < 0 {
		return nil
	}
	place := c.places[row]
	name := ansi.Truncate(widget.Line(c.Checkpoint(place)), width, p.env.Glyphs.Ellipsis)
	facts := []string{p.env.Styles.Choice.Render(name)}
	for _, half := range c.halves {
		if n := c.Report.Visits[place][half]; n > 0 {
			facts = append(facts, p.fact(model.Clock(half*30).String(), n))
		}
	}
	return widget.FlowIn(facts, width, height, p.env.More)
}
