package story

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"beatbook/model"
	"beatbook/ui/text"
)

// Plan is the site of a plan that is adopted, and whether it is the sample, in one.
func (t Teller) Plan(l *Line) string { return t.list(Said(t.Site(l), t.Sample(l))) }

// Site is the name of the site of a plan that is adopted.
func (t Teller) Site(l *Line) string {
	if l.Kind != model.PlanAdopted {
		return ""
	}
	return t.name(l.Plan.Site.Name)
}

// Sample says that the plan that is adopted is the built-in one.
func (t Teller) Sample(l *Line) string {
	if !l.Sample {
		return ""
	}
	return t.Text.Log.SamplePlan
}

// Route is that of a shift that begins.
func (t Teller) Route(l *Line) string {
	if shift := t.Shift(l); shift != nil && l.Kind == model.ShiftStarted {
		return t.name(shift.Route.Name)
	}
	return ""
}

// Mode is on foot or by vehicle.
func (t Teller) Mode(l *Line) string {
	if l.Mode == nil {
		return ""
	}
	return t.Text.Mode(*l.Mode)
}

// Work is what was counted, what was found and what was done about it.
func (t Teller) Work(l *Line) string {
	var plan *model.Plan
	if shift := t.Shift(l); shift != nil {
		plan = &shift.Plan
	}
	work := strings.TrimSpace(t.Text.WorkIn(t.zoneOf(l), l.Record, l.Facts, plan))
	if hazard, ok := t.Hazards.Find(l.Hazard); ok {
		return hazard.What + t.Text.App.Colon + t.list(Said(work, t.parallel(hazard, l)))
	}
	return work
}

// parallel is the mark of a step that was taken apart from the one before it (R15).
func (t Teller) parallel(hazard model.Hazard, l *Line) string {
	apart := func(m model.HazardMove) bool { return m.ID == l.ID && m.Parallel }
	if !slices.ContainsFunc(hazard.Moves, apart) {
		return ""
	}
	return t.Text.Hazard.Parallel
}

// ReportedFor is when it happened, where that is not when it was written down.
func (t Teller) ReportedFor(l *Line) string {
	if l.Happened().Equal(l.At) {
		return ""
	}
	return fmt.Sprintf(t.Text.Log.ReportedFor, t.clock(l, l.Happened()))
}

// Crew are the people of a leg.
func (t Teller) Crew(l *Line) string { return text.Filled(t.Text.Log.Crew, t.list(l.Crew)) }

// Origin mentions another device by the end of its id, which tells devices apart.
func (t Teller) Origin(l *Line) string {
	const tail = 4
	if t.Device == "" || l.Device == t.Device {
		return ""
	}
	id := l.Device
	if cut := len(id) - tail; cut > 0 {
		id = ansi.TruncateLeft(id, cut, "")
	}
	return fmt.Sprintf(t.Text.Log.OtherDevice, id)
}

// Reason is why something was skipped, corrected, withdrawn or ended.
func (t Teller) Reason(l *Line) string { return text.Filled(t.Text.Log.Reason, l.Reason) }

// Handover is what was left for the next shift.
func (t Teller) Handover(l *Line) string { return text.Filled(t.Text.Log.Handover, l.Handover) }
