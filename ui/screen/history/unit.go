package history

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"beatbook/model"
	"beatbook/ui/report"
	"beatbook/ui/widget"
)

const (
	spanWidth = 11  // 20:00-02:00
	wideUnit  = 80  // from this width of the table on it has a column for the crew
	fullUnit  = 130 // the same for the outcomes
)

// unitSums are what the nights of the unit came to.
func (p *Page) unitSums() []string {
	t, look := p.env.Text, p.env.Look()
	s := p.past.Units[p.ids[units]]
	facts := append(p.rates(s), look.Fact(t.Report.Punctuality, report.Shown(s.Punctuality())))
	facts = append(facts, look.Fact(t.Report.Shifts, s.Shifts), look.Fact(t.History.Hours, hours(s)))
	return append(facts, p.outcomes(s)...)
}

// hours are those on patrol, whoever was in the crew.
func hours(s model.Sums) string { return fmt.Sprintf("%.1f", s.OnPatrol().Hours()) }

func (p *Page) outcomes(s model.Sums) []string {
	var facts []string
	for _, kind := range report.OutcomeKinds(s) {
		facts = append(facts, p.env.Look().Fact(widget.Line(p.names().Outcome(kind)), s.Outcomes[kind]))
	}
	return facts
}

func (p *Page) fillUnit(width int) {
	t := p.env.Text
	column := func(title string, least int) widget.Column {
		return widget.Column{Title: title, Width: max(ansi.StringWidth(title), least), Right: true}
	}
	table := p.table()
	table.Columns = []widget.Column{
		{Title: t.Command.NightColumn, Width: len("01-02")},
		{Title: t.Patrol.Route, Width: 6, Flex: 2},
		{Title: t.History.StartEnd, Width: spanWidth},
		column(t.Report.Made+"/"+t.Report.Due, 0), column(t.Report.Missed, 0), column(t.Report.Presence, len("100.0%")), column(t.History.Hours, 4),
	}
	if width >= wideUnit {
		table.Columns = append(table.Columns, widget.Column{Title: t.Patrol.Crew, Width: 8, Flex: 2})
	}
	if width >= fullUnit {
		table.Columns = append(table.Columns, widget.Column{Title: t.Report.Outcomes, Width: 10, Flex: 3})
	}
	table.Row = func(row int) widget.Row { return widget.Row{Cells: p.unitCells(row, width)} }
}

func (p *Page) unitCells(row, width int) []widget.Cell {
	styles, night := p.env.Styles, p.rows[units][row]
	s := night.Units[p.ids[units]]
	missed := widget.Cell{}
	if s.Missed > 0 {
		missed = widget.Cell{Text: fmt.Sprint(s.Missed), Style: &styles.Error}
	}
	route, span, crew := p.shiftWords(row)
	cells := []widget.Cell{
		{Text: string(night.Night)[len("2006-"):]}, {Text: route}, {Text: span}, {Text: fmt.Sprintf("%d/%d", s.Made, s.Due)}, missed,
		{Text: report.Shown(s.Presence())}, {Text: hours(s)},
	}
	if width >= wideUnit {
		cells = append(cells, widget.Cell{Text: crew})
	}
	if width >= fullUnit {
		cells = append(cells, widget.Cell{Text: ansi.Strip(strings.Join(p.outcomes(s), p.env.Text.App.ListJoin))})
	}
	return cells
}

// shiftWords are the routes, the times and the people of a night, as far as it has been read.
func (p *Page) shiftWords(row int) (route, span, crew string) {
	known := p.detail(row)
	if known == nil || len(known.shifts) == 0 {
		return "", "", ""
	}
	var routes, people []string
	last := known.shifts[len(known.shifts)-1]
	for _, s := range known.shifts {
		routes = append(routes, s.Route.Name.In(p.env.Lang))
		people = append(people, s.People()...)
	}
	join := p.env.Text.App.ListJoin
	return strings.Join(once(routes), join), p.span(known.shifts[0].Started, last.Ended, last.Zone), strings.Join(once(people), join)
}

// once are the texts in their order, each of them once.
func once(texts []string) []string {
	var kept []string
	for _, s := range texts {
		if !slices.Contains(kept, s) {
			kept = append(kept, s)
		}
	}
	return kept
}

// unitLines are the night under the cursor in full, shift by shift.
func (p *Page) unitLines(width int) []string {
	known := p.detail(p.table().Cursor())
	if known == nil {
		return []string{p.env.Text.History.Reading}
	}
	var lines []string
	for _, s := range known.shifts {
		lines = append(lines, p.shiftLines(s, width)...)
	}
	return lines
}

func (p *Page) shiftLines(s model.UnitShift, width int) []string {
	t, look := p.env.Text, p.env.Look()
	lines := look.Paragraph(p.span(s.Started, s.Ended, s.Zone)+" ", s.Route.Name.In(p.env.Lang), width)
	facts := append(p.rates(s.Sums), look.Fact(t.History.Hours, hours(s.Sums)))
	lines = append(lines, widget.Flow(append(facts, p.outcomes(s.Sums)...), width)...)
	for _, leg := range s.Legs {
		crew := strings.Join(leg.Crew, t.App.ListJoin)
		lines = append(lines, look.Paragraph(leg.From.In(s.Zone).Format(clock)+" ", p.joined(t.Mode(leg.Mode), leg.Plate, crew), width)...)
	}
	lines = append(lines, p.lines(width, true, fact{t.Log.ReasonLabel, s.Reason}, fact{t.Log.Left, s.Handover})...)
	if s.Behalf != nil {
		lines = append(lines, widget.Wrap(widget.Line(p.writtenBy(s.Behalf)), width)...)
	}
	return lines
}
