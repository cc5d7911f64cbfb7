package report

import (
	"slices"
	"time"

	"beatbook/model"
	"beatbook/ui/text"
)

// Paper is a report with all that it takes to write it down.
type Paper struct {
	Names
	Report  *model.Report
	Hazards model.HazardBalance
	Night   *model.Night // of a report of one night, to be told in order; nil: it is not
	Records bool         // there are some in its nights, if only of things that it does not count

	plan  *model.Plan // in force
	known *model.Hazards
	now   time.Time
	end   time.Time // of the last night
}

// NewPaper makes a paper of a report as of a moment, under the plan in force.
func NewPaper(t *text.Strings, plan *model.Plan, r *model.Report, hazards *model.Hazards, now time.Time) *Paper {
	p := &Paper{
		Names: NewNames(t, plan, r), Report: r, Hazards: hazards.Balance(plan, r.From, r.To, now), Records: len(r.Nights) > 0,
		plan: plan, known: hazards, now: now, end: r.To.AddDays(1).At(plan.NightTurnsAt, plan.Zone(), plan.NightTurnsAt),
	}
	for _, list := range []*[]model.Hazard{&p.Hazards.Opened, &p.Hazards.Closed, &p.Hazards.Left} {
		*list = slices.DeleteFunc(*list, p.elsewhere)
	}
	return p
}

// elsewhere reports whether a hazard is at none of the places of a narrowed report. Hazards belong to a place, not to a
// unit.
func (p *Paper) elsewhere(h model.Hazard) bool {
	return p.Report.Filter != (model.ReportFilter{}) && !p.Report.Total.Expected[h.Checkpoint]
}

func (p *Paper) zone() *time.Location { return p.plan.Zone() }

// age in whole days of a hazard: when it was closed, else at the end of the span or now, whichever is earlier.
func (p *Paper) age(h model.Hazard) int {
	until := p.now
	if p.end.Before(until) {
		until = p.end
	}
	if !h.Closed.IsZero() && h.Closed.Before(until) {
		until = h.Closed
	}
	return int(max(until.Sub(h.Found), 0) / (24 * time.Hour))
}
