package report

import (
	"fmt"
	"maps"
	"slices"

	"beatbook/data/export"
	"beatbook/model"
)

// presence is the column of sumsRow that is drawn.
const presence = 6

func (p *Paper) summary() export.Section {
	t, s := p.text.Report, p.Report.Total
	if s.Shifts == 0 {
		return export.Section{}
	}
	pairs := func(cells ...any) []export.Cell {
		var row []export.Cell
		for _, c := range cells {
			if label, ok := c.(string); ok {
				c = export.Words(label)
			}
			row = append(row, c.(export.Cell))
		}
		return row
	}
	return export.Section{Title: t.Summary, Rows: [][]export.Cell{
		pairs(t.Due, count(s.Due), t.Made, count(s.Made), t.Missed, count(s.Missed), t.Skipped, count(s.Skipped)),
		pairs(t.OnTime, count(s.OnTime), t.Early, count(s.Early), t.Late, count(s.Late)),
		pairs(t.Presence, rate(s.Presence()), t.Coverage, rate(s.Coverage()), t.Punctuality, rate(s.Punctuality())),
		pairs(t.Shifts, count(s.Shifts), t.PersonHours, hours(s.PersonTime), t.FootHours, hours(s.FootTime), t.CarHours, hours(s.CarTime)),
	}}
}

// parts are the sums by night, if there are several, by route and by unit.
func (p *Paper) parts() []export.Section {
	t, r := p.text.Report, p.Report
	var sections []export.Section
	if len(r.Nights) > 1 {
		byNight := export.Section{Title: t.ByNight, Head: p.sumsHead(p.text.Command.NightColumn), Drawn: export.Line, Of: presence}
		for _, n := range r.Nights {
			byNight.Rows = append(byNight.Rows, sumsRow(night(n.Night), n.Sums))
		}
		sections = append(sections, byNight)
	}
	return append(sections,
		p.part(t.ByRoute, p.text.Patrol.Route, r.Routes, p.Route), p.part(t.ByUnit, p.text.Patrol.Unit, r.Units, p.Unit))
}

func (p *Paper) part(title, first string, parts map[string]model.Sums, name func(string) string) export.Section {
	s := export.Section{Title: title, Head: p.sumsHead(first), Drawn: export.Bars, Of: presence}
	for _, id := range slices.Sorted(maps.Keys(parts)) {
		s.Rows = append(s.Rows, sumsRow(export.Words(name(id)), parts[id]))
	}
	return s
}

func (p *Paper) sumsHead(first string) []string {
	t := p.text.Report
	return []string{first, t.Shifts, t.Due, t.Made, t.Missed, t.Skipped, t.Presence, t.Coverage, t.Punctuality}
}

func sumsRow(first export.Cell, s model.Sums) []export.Cell {
	row := append([]export.Cell{first}, counts(s.Shifts, s.Due, s.Made, s.Missed, s.Skipped)...)
	return append(row, rate(s.Presence()), rate(s.Coverage()), rate(s.Punctuality()))
}

func (p *Paper) outcomes() export.Section {
	s := export.Section{Title: p.text.Report.Outcomes}
	for _, kind := range OutcomeKinds(p.Report.Total) {
		s.Rows = append(s.Rows, []export.Cell{export.Words(p.Outcome(kind)), count(p.Report.Total.Outcomes[kind])})
	}
	return s
}

// visits are the counts by checkpoint and half hour.
func (p *Paper) visits() export.Section {
	s := export.Section{Title: p.text.Report.Visits, Head: []string{p.text.Patrol.Name}, Drawn: export.Heat}
	used := HalfHours(p.Report, p.plan.NightTurnsAt)
	for _, i := range used {
		s.Head = append(s.Head, halfHour(i))
	}
	if used == nil {
		return s
	}
	for _, id := range p.Checkpoints(p.Report) {
		row := words(p.Checkpoint(id))
		for _, i := range used {
			row = append(row, count(p.Report.Visits[id][i]))
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}

func (p *Paper) missed() export.Section {
	t := p.text
	s := export.Section{
		Title: t.Report.MissedCalls,
		Head:  []string{t.Command.NightColumn, t.Report.DueAt, t.Patrol.Unit, t.Command.Round, t.Patrol.Name},
	}
	for _, m := range p.Report.Missed {
		s.Rows = append(s.Rows, []export.Cell{
			night(m.Night), p.clock(m.Due), export.Words(p.Unit(m.Unit)), round(m.Round), export.Words(p.Checkpoint(m.Checkpoint)),
		})
	}
	return s
}

func (p *Paper) hazards() []export.Section {
	t := p.text.Report
	var sections []export.Section
	for _, part := range []struct {
		title   string
		hazards []model.Hazard
	}{{t.Opened, p.Hazards.Opened}, {t.Closed, p.Hazards.Closed}, {t.Left, p.Hazards.Left}} {
		s := p.hazardList(part.hazards)
		s.Title = fmt.Sprintf(part.title, len(part.hazards))
		sections = append(sections, s)
	}
	return sections
}

func (p *Paper) hazardList(hazards []model.Hazard) export.Section {
	t := p.text.Hazard
	s := export.Section{Head: []string{p.text.Report.Found, p.text.Report.Age, t.Place, t.Kind, t.Severity, t.Owner, t.Deadline, t.What}}
	for _, h := range hazards {
		owner, deadline := export.Words(""), export.Words("")
		if h.Order != nil {
			owner, deadline = export.Words(h.Order.Owner), p.day(h.Order.Deadline)
		}
		s.Rows = append(s.Rows, []export.Cell{
			p.day(h.Found), count(p.age(h)), export.Words(p.Checkpoint(h.Checkpoint)), export.Words(p.text.HazardKind(h.Kind)),
			export.Words(p.text.Severity(h.Severity)), owner, deadline, export.Words(h.What),
		})
	}
	return s
}

func (p *Paper) checkpoints() export.Section {
	t := p.text.Report
	s := export.Section{
		Title: t.ByCheckpoint,
		Head:  []string{p.text.Patrol.Name, t.Due, t.Made, t.OnTime, t.Missed, t.Skipped, t.Presence, t.Punctuality},
	}
	for _, id := range p.Checkpoints(p.Report) {
		sums := p.Report.Checkpoints[id]
		row := append(words(p.Checkpoint(id)), counts(sums.Due, sums.Made, sums.OnTime, sums.Missed, sums.Skipped)...)
		s.Rows = append(s.Rows, append(row, rate(sums.Presence()), rate(sums.Punctuality())))
	}
	return s
}

func (p *Paper) gaps() export.Section {
	t := p.text
	s := export.Section{
		Title: t.Report.Gaps, Head: []string{t.Patrol.Name, t.Report.GapLength, t.Command.NightColumn, t.Report.GapFrom},
	}
	for _, gap := range Gaps(p.Report) {
		s.Rows = append(s.Rows, []export.Cell{export.Words(p.Checkpoint(gap.Checkpoint)), p.length(gap.Length), night(gap.Night), p.clock(gap.From)})
	}
	return s
}

func (p *Paper) marks() export.Section {
	s := export.Section{Title: p.text.Report.Marks}
	for _, mark := range Marks(p.Report.Total) {
		s.Rows = append(s.Rows, []export.Cell{export.Words(p.text.Mark(mark)), count(p.Report.Total.Marks[mark])})
	}
	return s
}
