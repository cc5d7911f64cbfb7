package patrol

import (
	"strconv"
	"strings"

	"beatbook/model"
	"beatbook/ui/widget"
)

const roundWidth = 10

// nightGrid shows the whole night below the round: what became of each call, a line for each checkpoint and a column for
// each round. It is empty where there is no room for it or no round but one.
func (p *Page) nightGrid(width, height int) string {
	rounds := len(p.shift.Route.Rounds)
	if rounds < 2 || height < p.table.Rows+2 {
		return widget.Fit("", width, height)
	}
	look, t := p.env.Look(), p.env.Text
	grid := widget.Table{Rows: p.table.Rows, Columns: []widget.Column{
		{Title: t.Patrol.Number, Width: 2, Right: true}, {Title: t.Patrol.Night, Width: 8, Flex: 1, Ends: true},
	}}
	for i, start := range p.shift.Route.Rounds {
		title := strconv.Itoa(i+1) + " " + start.String()
		grid.Columns = append(grid.Columns, widget.Column{Title: title, Width: roundWidth})
	}
	cells := p.nightCells()
	grid.Row = func(i int) widget.Row { return cells[i] }
	grid.HideCursor()
	return widget.Fit("\n"+grid.View(look, width, height-1), width, height)
}

func (p *Page) nightCells() []widget.Row {
	rows := make([]widget.Row, p.table.Rows)
	for i, rc := range p.shift.Route.Calls {
		checkpoint, _ := p.shift.Plan.Checkpoint(rc.Checkpoint)
		cells := make([]widget.Cell, 2+len(p.shift.Route.Rounds))
		cells[0].Text, cells[1].Text = strconv.Itoa(i+1), checkpoint.Name.In(p.env.Lang)
		rows[i].Cells = cells
	}
	for i := range p.env.Judged.Calls {
		c := &p.env.Judged.Calls[i]
		style := p.env.Styles.State(c.State)
		rows[c.Index].Cells[1+c.Round] = widget.Cell{Text: p.brief(c), Style: &style}
	}
	return rows
}

// brief says how a call stands in a few cells: when it was made, or when it is due, or what became of it.
func (p *Page) brief(c *model.JudgedCall) string {
	words := p.env.Text.State(c.State)
	switch {
	case c.State == model.Upcoming:
		return p.env.HHMM(c.Due())
	case c.State.Made():
		return strings.TrimSpace(p.env.HHMM(p.env.Judged.Visits[c.Visit].At) + " " + p.initial(c.State))
	}
	return words
}

// initial marks a visit that was not on time.
func (p *Page) initial(s model.State) string {
	if s == model.OnTime {
		return p.env.Glyphs.Check
	}
	return p.env.Text.State(s)
}
