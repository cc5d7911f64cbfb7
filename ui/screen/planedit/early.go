package planedit

import (
	"slices"

	"beatbook/model"
)

// early reports whether a call of a schedule is due before the one above it in the same round, so that whoever follows the
// rows comes late.
func early(schedule []model.Call, i int) bool {
	return schedule[i].Index > 0 && schedule[i].To.Before(schedule[i-1].From)
}

// earlyIn are the places in the route of the calls that are early in any round of the present night.
func (p *Page) earlyIn(r model.Route) []int {
	var places []int
	schedule := model.Schedule(p.draft.plan, r, p.draft.plan.Night(p.env.Now))
	for i, c := range schedule {
		if early(schedule, i) && !slices.Contains(places, c.Index) {
			places = append(places, c.Index)
		}
	}
	slices.Sort(places)
	return places
}

// earlyNames are the names of the checkpoints of these calls.
func (p *Page) earlyNames(r model.Route) []string {
	var names []string
	for _, i := range p.earlyIn(r) {
		names = append(names, p.called(r.Calls[i]))
	}
	return names
}

// warning is that the order of the rows and the times disagree, where they do.
func (p *Page) warning(r model.Route) []fact {
	return facts(fact{p.env.Text.PlanEdit.Early, p.joined(p.earlyNames(r))})
}
