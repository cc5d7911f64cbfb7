package history

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/charmbracelet/x/ansi"

	"beatbook/model"
	"beatbook/ui/report"
	"beatbook/ui/widget"
)

const (
	clockWidth  = 5
	lengthWidth = 11
	stripMost   = 3 // cells of a half hour
)

// placeSums are what the nights of the checkpoint came to.
func (p *Page) placeSums() []string {
	t, look, id := p.env.Text, p.env.Look(), p.ids[places]
	s := p.past.Checkpoints[id]
	facts := append(p.rates(s), look.Fact(t.Report.Punctuality, report.Shown(s.Punctuality())))
	facts = append(facts, fmt.Sprintf(t.History.Visits, total(p.past.Visits[id])))
	if gap, ok := p.past.Gaps[id]; ok {
		from := gap.From.In(p.env.Plan.Zone()).Format(clock)
		facts = append(facts, fmt.Sprintf(t.History.LongestGap, t.Duration(time.Duration(gap.Length)), gap.Night, from))
	}
	return append(facts, p.strip(0).Legend(look)...)
}

// rates are the calls and what became of them; a number that is nought and need not be said is not.
func (p *Page) rates(s model.Sums) []string {
	t, look := p.env.Text.Report, p.env.Look()
	overdue := s.Due - s.Made - s.Missed - s.Skipped
	facts := []string{look.Fact(t.Due, s.Due), look.Fact(t.Made, s.Made), look.Fact(t.Missed, s.Missed)}
	if s.Skipped > 0 {
		facts = append(facts, look.Fact(t.Skipped, s.Skipped))
	}
	if overdue > 0 {
		facts = append(facts, look.Fact(p.env.Text.ReportPage.Overdue, overdue))
	}
	return append(facts, look.Fact(t.Presence, report.Shown(s.Presence())))
}

func total(visits model.HalfHours) (n int) {
	for _, v := range visits {
		n += v
	}
	return n
}

// strip is that of the visits, as wide as so many cells allow.
func (p *Page) strip(room int) widget.Strip {
	halves := report.HalfHours(p.past.Report, p.env.Plan.NightTurnsAt)
	s := widget.Strip{Halves: halves, Cell: 1}
	if len(halves) > 0 {
		s.Cell = min(max(room/len(halves), 1), stripMost)
	}
	for _, night := range p.rows[places] {
		visits := night.Visits[p.ids[places]]
		s.Most = max(s.Most, slices.Max(visits[:]))
	}
	return s
}

// fillPlace makes the columns: those that find no room beside the strip are in the panel.
func (p *Page) fillPlace(width int) {
	t := p.env.Text
	ratio, missed := t.Report.Made+"/"+t.Report.Due, t.Report.Missed
	date := widget.Column{Title: t.Command.NightColumn, Width: len("01-02")}
	columns := []widget.Column{
		date, {Title: ratio, Width: ansi.StringWidth(ratio), Right: true}, {Title: missed, Width: ansi.StringWidth(missed), Right: true},
	}
	ends := []widget.Column{{Title: t.History.First, Width: clockWidth}, {Title: t.History.Last, Width: clockWidth}}
	gap := []widget.Column{{Title: t.Report.GapLength, Width: lengthWidth, Right: true}}
	room := width - gutter - needed(columns) - p.strip(0).Width()
	withEnds := room >= needed(ends)
	withGap := withEnds && room >= needed(ends)+needed(gap)
	tail := []widget.Column{}
	if withEnds {
		tail = append(tail, ends...)
	}
	if withGap {
		tail = append(tail, gap...)
	}
	strip := p.strip(width - gutter - needed(columns) - needed(tail))
	columns = append(columns, widget.Column{Title: strip.Hours(), Width: strip.Width()})
	p.table().Columns = slices.Concat(columns, tail)
	p.table().Row = func(row int) widget.Row { return p.placeRow(row, strip, withEnds) }
}

const gutter = 2 // marker before the first column of a table

// needed is how many cells columns take up with the gaps before them.
func needed(columns []widget.Column) int {
	cells := 0
	for _, c := range columns {
		cells += c.Width + 1
	}
	return cells
}

func (p *Page) placeRow(row int, strip widget.Strip, withEnds bool) widget.Row {
	t, styles, night := p.env.Text, p.env.Styles, p.rows[places][row]
	id := p.ids[places]
	s := night.Checkpoints[id]
	date := widget.Cell{Text: string(night.Night)[len("2006-"):]}
	if night.Total.Shifts == 0 {
		date.Style = &styles.Dim
		return widget.Row{Cells: []widget.Cell{date, {Text: "-", Style: &styles.Dim}}}
	}
	missed := widget.Cell{}
	if s.Missed > 0 {
		missed = widget.Cell{Text: fmt.Sprint(s.Missed), Style: &styles.Error}
	}
	cells := []widget.Cell{date, {Text: fmt.Sprintf("%d/%d", s.Made, s.Due)}, missed, {Text: strip.Line(p.env.Glyphs, night.Visits[id]), Style: &styles.BarFull}}
	if withEnds {
		first, last := p.ends(row)
		cells = append(cells, widget.Cell{Text: first}, widget.Cell{Text: last})
	}
	if gap, ok := night.Gaps[id]; ok {
		cells = append(cells, widget.Cell{Text: t.Duration(time.Duration(gap.Length))})
	}
	return widget.Row{Cells: cells}
}

// ends are the times of the first and the last visit of a night, as far as it has been read.
func (p *Page) ends(row int) (first, last string) {
	known := p.detail(row)
	if known == nil {
		return "", ""
	}
	for _, v := range known.visits {
		if !v.Ahead {
			last = v.At.In(v.Zone).Format(clock)
			first = cmp.Or(first, last)
		}
	}
	return first, last
}

// placeLines are the night under the cursor in full: its visits and the calls that were missed, in order of time.
func (p *Page) placeLines(width int) []string {
	row := p.table().Cursor()
	night, id := p.rows[places][row], p.ids[places]
	if night.Total.Shifts == 0 {
		return []string{p.env.Text.Report.NoShifts}
	}
	facts := p.rates(night.Checkpoints[id])
	if gap, ok := night.Gaps[id]; ok {
		facts = append(facts, fmt.Sprintf(p.env.Text.History.GapOf, p.env.Text.Duration(time.Duration(gap.Length))))
	}
	lines := widget.Flow(facts, width)
	known := p.detail(row)
	if known == nil {
		return append(lines, p.env.Text.History.Reading)
	}
	missed := night.MissedAt(id)
	for _, v := range known.visits {
		for len(missed) > 0 && missed[0].Due.Before(v.At) {
			lines, missed = append(lines, p.missedLines(missed[0], width)...), missed[1:]
		}
		lines = append(lines, p.visitLines(v, width)...)
	}
	for _, m := range missed {
		lines = append(lines, p.missedLines(m, width)...)
	}
	return lines
}

func (p *Page) missedLines(m model.MissedCall, width int) []string {
	t := p.env.Text.History
	at, unit := m.Due.In(p.env.Plan.Zone()).Format(clock), widget.Line(p.names().Unit(m.Unit))
	words := fmt.Sprintf(t.MissedCall, at, m.Round, unit)
	if m.Round == 0 {
		words = fmt.Sprintf(t.MissedShort, at, unit)
	}
	return widget.Wrap(p.env.Styles.Error.Render(words), width)
}

func (p *Page) visitLines(v model.PlaceVisit, width int) []string {
	t := p.env.Text
	label := v.At.In(v.Zone).Format(clock) + " "
	return p.env.Look().Paragraph(label, p.joined(
		v.Unit.Callsign.In(p.env.Lang), t.Mode(v.Mode), t.State(v.State), t.Marks(v.Marks), v.Note, p.writtenBy(v.Behalf),
	), width)
}
