package report

import (
	"fmt"
	"time"

	"github.com/charmbracelet/x/ansi"

	"beatbook/model"
	"beatbook/ui/report"
	"beatbook/ui/widget"
)

// fillOverview makes the lines of the summary for a width.
func (p *Page) fillOverview(width int) {
	c := p.content
	if c.Report.Total.Shifts == 0 {
		nothing := p.env.Text.Command.NoRecords
		if c.Records {
			nothing = p.env.Text.Report.NoShifts
		}
		p.overview.Lines = append(widget.Wrap(p.env.Styles.Warning.Render(nothing), width), widget.Flow(p.hazards(), width)...)
		return
	}
	p.overview.Lines = p.rates(width)
	for _, facts := range [][]string{p.calls(), p.timeliness(), p.hours(), p.hazards(), p.outcomes(), p.marks()} {
		p.overview.Lines = append(p.overview.Lines, widget.Flow(facts, width)...)
	}
}

// rates are the three of the rule book, each with its bar.
func (p *Page) rates(width int) []string {
	t, s, look := p.env.Text.Report, p.content.Report.Total, p.env.Look()
	labels := ansi.StringWidth(t.Punctuality)
	for _, label := range []string{t.Presence, t.Coverage} {
		labels = max(labels, ansi.StringWidth(label))
	}
	line := func(label string, rate float64, defined bool) string {
		label = look.Label.Render(widget.FitLine(label, labels+1, ""))
		if !defined {
			return label + report.Shown(rate, defined)
		}
		return label + look.Bar(width-labels-1, rate, fmt.Sprintf("%6s", report.Shown(rate, defined)))
	}
	presence, isPresence := s.Presence()
	coverage, isCoverage := s.Coverage()
	punctuality, isPunctuality := s.Punctuality()
	return []string{
		line(t.Presence, presence, isPresence), line(t.Coverage, coverage, isCoverage), line(t.Punctuality, punctuality, isPunctuality),
	}
}

func (p *Page) fact(label string, value any) string {
	return p.env.Look().Fact(label, value)
}

// calls are what became of the calls; a number that is nought and need not be said is not.
func (p *Page) calls() []string {
	t, s := p.env.Text, p.content.Report.Total
	facts := []string{p.fact(t.Report.Due, s.Due), p.fact(t.Report.Made, s.Made), p.fact(t.Report.Missed, s.Missed), p.fact(t.Report.Skipped, s.Skipped)}
	if overdue := s.Due - s.Made - s.Missed - s.Skipped; overdue > 0 {
		facts = append(facts, p.fact(t.ReportPage.Overdue, overdue))
	}
	return facts
}

func (p *Page) timeliness() []string {
	t, s := p.env.Text.Report, p.content.Report.Total
	return []string{p.fact(t.OnTime, s.OnTime), p.fact(t.Early, s.Early), p.fact(t.Late, s.Late), p.fact(t.Shifts, s.Shifts)}
}

func (p *Page) hours() []string {
	t, s := p.env.Text.Report, p.content.Report.Total
	hours := func(label string, d model.Duration) string {
		return p.fact(label, fmt.Sprintf("%.1f", time.Duration(d).Hours()))
	}
	return []string{hours(t.PersonHours, s.PersonTime), hours(t.FootHours, s.FootTime), hours(t.CarHours, s.CarTime)}
}

func (p *Page) outcomes() []string {
	total := p.content.Report.Total
	var facts []string
	for _, kind := range report.OutcomeKinds(total) {
		facts = append(facts, p.fact(widget.Line(p.content.Outcome(kind)), total.Outcomes[kind]))
	}
	return facts
}

func (p *Page) hazards() []string {
	t, h := p.env.Text.Report, p.content.Hazards
	var facts []string
	for _, f := range []struct {
		format string
		list   []model.Hazard
	}{{t.Opened, h.Opened}, {t.Closed, h.Closed}, {t.Left, h.Left}} {
		facts = append(facts, fmt.Sprintf(f.format, len(f.list)))
	}
	return facts
}

func (p *Page) marks() []string {
	total := p.content.Report.Total
	var facts []string
	for _, mark := range report.Marks(total) {
		facts = append(facts, p.fact(p.env.Text.Mark(mark), total.Marks[mark]))
	}
	return facts
}
