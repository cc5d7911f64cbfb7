package cli

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"beatbook/model"
)

// writeText writes a page for people, to be handed in.
func (g *reportPage) writeText() error {
	for _, part := range []func() error{
		g.printTitle, g.printSums, g.printParts, g.printOutcomes, g.printMissed, g.printHazards, g.printGaps, g.printMarks, g.printSignatures,
	} {
		if err := part(); err != nil {
			return err
		}
	}
	return nil
}

func (g *reportPage) printTitle() error {
	t, r := g.text.Report, g.report
	lines := []string{fmt.Sprintf(t.Title, g.name(g.plans[0].Site.Name)), g.text.Night(r.From)}
	if r.From < r.To {
		lines[1] = fmt.Sprintf(t.Span, r.From, r.To)
	}
	var only []string
	if r.Filter.Route != "" {
		only = append(only, g.route(r.Filter.Route))
	}
	if r.Filter.Unit != "" {
		only = append(only, g.unit(r.Filter.Unit))
	}
	if only != nil {
		lines = append(lines, fmt.Sprintf(t.Only, strings.Join(only, g.text.App.ListJoin)))
	}
	if g.now.Before(g.end) {
		lines = append(lines, fmt.Sprintf(t.AsOf, g.now.In(g.zone()).Format("2006-01-02 15:04")))
	}
	for _, line := range lines {
		if err := g.say("%s", line); err != nil {
			return err
		}
	}
	return nil
}

// section is a table under a heading, nothing where there are no rows. The head names the columns; nil: they go without.
func (g *reportPage) section(title string, head []string, rows [][]string) error {
	if len(rows) == 0 {
		return nil
	}
	if err := g.say("\n%s", title); err != nil {
		return err
	}
	if head != nil {
		rows = append([][]string{head}, rows...)
	}
	return g.columns(rows)
}

func (g *reportPage) printSums() error {
	if len(g.report.Nights) == 0 {
		nothing := g.text.Command.NoRecords
		if g.records {
			nothing = g.text.Report.NoShifts
		}
		return g.say("\n%s", nothing)
	}
	t, s := g.text.Report, g.report.Total
	return g.section(t.Summary, nil, [][]string{
		{t.Due, count(s.Due), t.Made, count(s.Made), t.Missed, count(s.Missed), t.Skipped, count(s.Skipped)},
		{t.OnTime, count(s.OnTime), t.Early, count(s.Early), t.Late, count(s.Late)},
		{t.Presence, shown(s.Presence()), t.Coverage, shown(s.Coverage()), t.Punctuality, shown(s.Punctuality())},
		{t.Shifts, count(s.Shifts), t.PersonHours, hours(s.PersonTime), t.FootHours, hours(s.FootTime), t.CarHours, hours(s.CarTime)},
	})
}

// printParts prints the sums by night, if there are several, by route and by unit.
func (g *reportPage) printParts() error {
	t := g.text.Report
	head := func(first string) []string {
		return []string{first, t.Shifts, t.Due, t.Made, t.Missed, t.Skipped, t.Presence, t.Coverage, t.Punctuality}
	}
	if len(g.report.Nights) > 1 {
		var rows [][]string
		for _, n := range g.report.Nights {
			rows = append(rows, sumsRow(string(n.Night), n.Sums))
		}
		if err := g.section(t.ByNight, head(g.text.Command.NightColumn), rows); err != nil {
			return err
		}
	}
	if err := g.section(t.ByRoute, head(g.text.Patrol.Route), partRows(g.report.Routes, g.route)); err != nil {
		return err
	}
	return g.section(t.ByUnit, head(g.text.Patrol.Unit), partRows(g.report.Units, g.unit))
}

func partRows(parts map[string]model.Sums, name func(string) string) [][]string {
	var rows [][]string
	for _, id := range slices.Sorted(maps.Keys(parts)) {
		rows = append(rows, sumsRow(name(id), parts[id]))
	}
	return rows
}

func sumsRow(title string, s model.Sums) []string {
	return []string{
		title, count(s.Shifts), count(s.Due), count(s.Made), count(s.Missed), count(s.Skipped),
		shown(s.Presence()), shown(s.Coverage()), shown(s.Punctuality()),
	}
}

func (g *reportPage) printOutcomes() error {
	var rows [][]string
	for _, kind := range g.outcomeKinds() {
		rows = append(rows, []string{g.outcome(kind), count(g.report.Total.Outcomes[kind])})
	}
	return g.section(g.text.Report.Outcomes, nil, rows)
}

func (g *reportPage) printMissed() error {
	t := g.text
	var rows [][]string
	for _, m := range g.report.Missed {
		round := ""
		if m.Round > 0 {
			round = count(m.Round)
		}
		rows = append(rows, []string{string(m.Night), minuteIn(m.Due, g.zone()), g.unit(m.Unit), round, g.checkpoint(m.Checkpoint)})
	}
	head := []string{t.Command.NightColumn, t.Report.DueAt, t.Patrol.Unit, t.Command.Round, t.Patrol.Name}
	return g.section(t.Report.MissedCalls, head, rows)
}

func (g *reportPage) printHazards() error {
	t := g.text.Report
	for _, part := range []struct {
		title   string
		hazards []model.Hazard
	}{{t.Opened, g.hazards.Opened}, {t.Closed, g.hazards.Closed}, {t.Left, g.hazards.Left}} {
		if err := g.printHazardList(fmt.Sprintf(part.title, len(part.hazards)), part.hazards); err != nil {
			return err
		}
	}
	return nil
}

func (g *reportPage) printHazardList(title string, hazards []model.Hazard) error {
	t := g.text.Hazard
	head := []string{g.text.Report.Found, g.text.Report.Age, t.Place, t.Kind, t.Severity, t.Owner, t.Deadline, t.What}
	var rows [][]string
	for _, h := range hazards {
		owner, deadline := "", ""
		if h.Order != nil {
			owner, deadline = h.Order.Owner, dayIn(h.Order.Deadline, g.zone())
		}
		rows = append(rows, []string{
			dayIn(h.Found, g.zone()), count(g.age(h)), g.checkpoint(h.Checkpoint), g.text.HazardKind(h.Kind), g.text.Severity(h.Severity),
			owner, deadline, h.What,
		})
	}
	return g.section(title, head, rows)
}

func (g *reportPage) printGaps() error {
	t := g.text
	var rows [][]string
	for _, gap := range g.gaps() {
		rows = append(rows, []string{
			g.checkpoint(gap.Checkpoint), t.Duration(time.Duration(gap.Length)), string(gap.Night), minuteIn(gap.From, g.zone()),
		})
	}
	return g.section(t.Report.Gaps, []string{t.Patrol.Name, t.Report.GapLength, t.Command.NightColumn, t.Report.GapFrom}, rows)
}

func (g *reportPage) printMarks() error {
	var rows [][]string
	for _, mark := range known(g.report.Total.Marks, model.Marks) {
		rows = append(rows, []string{g.text.Mark(mark), count(g.report.Total.Marks[mark])})
	}
	return g.section(g.text.Report.Marks, nil, rows)
}

func (g *reportPage) printSignatures() error {
	return g.say("\n%s\n\n%s", g.text.Report.MadeBy, g.text.Report.CheckedBy)
}

func count(n int) string { return strconv.Itoa(n) }

// shown is a rate as a page shows it, with a dash where it is undefined.
func shown(rate float64, defined bool) string { return cmp.Or(percent(rate, defined), "-") }

// dayIn is the day without the time.
func dayIn(t time.Time, zone *time.Location) string { return t.In(zone).Format(time.DateOnly) }
