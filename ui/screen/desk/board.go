package desk

import (
	"fmt"
	"strconv"
	"time"

	"github.com/charmbracelet/x/ansi"

	"beatbook/model"
	"beatbook/ui/widget"
)

// column is one of the board.
type column struct {
	widget.Column
	rank int // the less important ones go first where there is no room
	air  int // that there has to be room for as well: it is worth less than whole names
	cell func(*model.BoardRow) widget.Cell
}

const (
	barWidth  = 8
	nameWidth = 13 // of a unit or route, at least
	callWidth = 14 // of a time and the beginning of a place, at least
)

// columns are all of them in their order.
func (p *Page) columns() []column {
	t := p.env.Text.Desk
	flexible := func(title string, width, share int) widget.Column {
		return widget.Column{Title: title, Width: width, Flex: share, Ends: true}
	}
	fixed := func(title string, width int) widget.Column {
		return widget.Column{Title: title, Width: max(width, ansi.StringWidth(title))}
	}
	number := func(title string, width int) widget.Column {
		c := fixed(title, width)
		c.Right = true
		return c
	}
	return []column{
		{flexible(t.Unit, nameWidth, 2), 0, 0, p.unitCell},
		{flexible(t.Route, nameWidth, 2), 8, 0, p.routeCell},
		{number(t.Round, 3), 10, 0, p.roundCell},
		{fixed(t.Progress, p.countWidth()), 3, 0, p.countCell},
		{fixed("", barWidth), 11, 24, p.barCell},
		{flexible(t.Last, callWidth, 3), 5, 0, p.lastCell},
		{flexible(t.Next, callWidth, 3), 2, 0, p.nextCell},
		{fixed(t.Overdue, 4), 4, 0, p.overdueCell},
		{fixed(t.Contact, p.contactWidth()), 1, 0, p.contactCell},
		{number(t.Outcomes, 4), 7, 0, p.outcomesCell},
		{number(t.Hazards, 3), 6, 0, p.hazardsCell},
		{number(t.Elapsed, ansi.StringWidth(p.env.Text.Duration(23*time.Hour+59*time.Minute))), 9, 0, p.elapsedCell},
	}
}

// fitting are the columns that there is room for: all up to the rank at which it ends.
func fitting(all []column, width int) []column {
	const gutter, gap = 2, 1 // of the table
	room := width - gutter + gap
	for rank := range all {
		for _, c := range all {
			if c.rank != rank {
				continue
			}
			if room -= c.Width + gap; room < c.air {
				return upTo(all, rank)
			}
		}
	}
	return all
}

func upTo(all []column, rank int) []column {
	var kept []column
	for _, c := range all {
		if c.rank < rank {
			kept = append(kept, c)
		}
	}
	return kept
}

// fillBoard makes the columns for a width. The table asks for the rows that it draws and for no others.
func (p *Page) fillBoard(width int) {
	columns := fitting(p.columns(), width)
	p.table.Columns = make([]widget.Column, len(columns))
	for i, c := range columns {
		p.table.Columns[i] = c.Column
	}
	p.table.Row = func(i int) widget.Row {
		cells := make([]widget.Cell, len(columns))
		for c := range columns {
			cells[c] = columns[c].cell(p.rows[i])
		}
		return widget.Row{Cells: cells}
	}
}

func (p *Page) unitCell(r *model.BoardRow) widget.Cell {
	return widget.Cell{Text: r.Judged.Shift.Unit.Callsign.In(p.env.Lang)}
}

func (p *Page) routeCell(r *model.BoardRow) widget.Cell {
	return widget.Cell{Text: r.Judged.Shift.Route.Name.In(p.env.Lang)}
}

func (p *Page) roundCell(r *model.BoardRow) widget.Cell {
	return widget.Cell{Text: some(r.Judged.Round())}
}

func (p *Page) countCell(r *model.BoardRow) widget.Cell {
	return widget.Cell{Text: p.made(r.Progress)}
}

func (p *Page) made(m model.Progress) string {
	if m.Places > 0 {
		return fmt.Sprintf(p.env.Text.Desk.Kept, m.Kept, m.Places)
	}
	return fmt.Sprintf("%d/%d", m.Made, m.Due)
}

// countWidth is that of the longest count of those who are out.
func (p *Page) countWidth() int {
	var calls, places model.Progress
	for _, r := range p.env.Desk.Board.Out {
		calls.Due, places.Places = max(calls.Due, r.Progress.Due), max(places.Places, r.Progress.Places)
	}
	calls.Made, places.Kept = calls.Due, places.Places
	width := ansi.StringWidth(p.made(calls))
	if places.Places > 0 {
		width = max(width, ansi.StringWidth(p.made(places)))
	}
	return width
}

func (p *Page) barCell(r *model.BoardRow) widget.Cell {
	if r.Progress.Places > 0 {
		return widget.Cell{}
	}
	return widget.Cell{Text: ansi.Strip(p.env.Look().Bar(barWidth, r.Progress.Settled(), ""))}
}

func (p *Page) lastCell(r *model.BoardRow) widget.Cell {
	if r.Last < 0 {
		return widget.Cell{}
	}
	visit := r.Judged.Visits[r.Last]
	return widget.Cell{Text: p.minutes(visit.At) + " " + p.placeName(r.Judged.Shift, visit.Checkpoint)}
}

func (p *Page) nextCell(r *model.BoardRow) widget.Cell {
	if r.Next < 0 {
		return widget.Cell{}
	}
	call := r.Judged.Calls[r.Next]
	style := p.env.Styles.State(call.State)
	return widget.Cell{Text: p.env.HHMM(call.Due()) + " " + p.placeName(r.Judged.Shift, call.Checkpoint), Style: &style}
}

func (p *Page) overdueCell(r *model.BoardRow) widget.Cell {
	if r.Progress.Overdue == 0 {
		return widget.Cell{}
	}
	style := p.env.Styles.State(model.Overdue)
	return widget.Cell{Text: fmt.Sprint("! ", r.Progress.Overdue), Style: &style}
}

func (p *Page) contactCell(r *model.BoardRow) widget.Cell {
	style := p.contactStyle(r.Contact.Level(p.env.Now))
	return widget.Cell{Text: p.contact(r.Contact), Style: &style}
}

// contact is how long ago a unit was heard of, and how bad that is.
func (p *Page) contact(c model.Contact) string {
	if level := c.Level(p.env.Now); level > 0 {
		return contactMark(level) + " " + p.over(c)
	}
	return p.minutes(c.Last)
}

func (p *Page) outcomesCell(r *model.BoardRow) widget.Cell {
	sum := 0
	for _, n := range r.Judged.Shift.Sum("") {
		sum += n
	}
	return widget.Cell{Text: some(sum)}
}

func (p *Page) hazardsCell(r *model.BoardRow) widget.Cell {
	open, seen := 0, map[string]bool{}
	for _, call := range r.Judged.Shift.Route.Calls {
		if !seen[call.Checkpoint] {
			seen[call.Checkpoint] = true
			open += p.hazards[call.Checkpoint]
		}
	}
	return widget.Cell{Text: some(open)}
}

func (p *Page) elapsedCell(r *model.BoardRow) widget.Cell {
	return widget.Cell{Text: p.env.Text.Duration(p.env.Now.Sub(r.Judged.Shift.Started))}
}

// minutes is how many have passed since a moment.
func (p *Page) minutes(since time.Time) string {
	return fmt.Sprintf(p.env.Text.Time.Minutes, int(max(p.env.Now.Sub(since), 0)/time.Minute))
}

// over is how long a unit has not been heard of, and by how much that is too long.
func (p *Page) over(c model.Contact) string {
	silent := max(p.env.Now.Sub(c.Last), 0)
	return fmt.Sprintf(p.env.Text.Desk.Over, int(silent/time.Minute), int((silent-c.Limit)/time.Minute))
}

// contactWidth is that of the longest time without a sign of those who are out.
func (p *Page) contactWidth() int {
	longest := model.Contact{Last: p.env.Now, Limit: time.Hour}
	for _, r := range p.env.Desk.Board.Out {
		if r.Contact.Last.Before(longest.Last) {
			longest = r.Contact
		}
	}
	return ansi.StringWidth(p.contact(longest))
}

// standingWidth is that of how long and how badly an alert stands, or when it has passed.
func (p *Page) standingWidth() int {
	t := p.env.Text.Desk
	return max(ansi.StringWidth(fmt.Sprintf(t.Over, 999, 999)), ansi.StringWidth(fmt.Sprintf(t.Passed, "00-00 00:00")))
}

func (p *Page) placeName(s *model.Shift, id string) string {
	if c, ok := s.Plan.Checkpoint(id); ok {
		return c.Name.In(p.env.Lang)
	}
	return p.env.PlaceName(id)
}

// some is a number, nothing for 0.
func some(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// widest is the width of the longest of the words.
func widest[K comparable](words map[K]string) int {
	width := 0
	for _, word := range words {
		width = max(width, ansi.StringWidth(word))
	}
	return width
}
