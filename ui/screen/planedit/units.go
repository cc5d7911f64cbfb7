package planedit

import (
	"beatbook/model"
	"beatbook/ui/dialog"
	"beatbook/ui/screen"
	"beatbook/ui/widget"
)

// units are those of the plan.
type units struct{ *Page }

func (l units) all() []model.Unit { return l.draft.plan.Units }

func (l units) len() int { return len(l.all()) }

func (l units) columns() []widget.Column {
	t := l.env.Text
	return []widget.Column{
		l.numberColumn(),
		{Title: t.Patrol.Unit, Width: 10, Flex: 1},
		{Title: t.Patrol.Kind, Width: 9},
		{Title: t.Patrol.Plate, Width: 10},
		{Title: t.PlanEdit.UsualRoute, Width: 10, Flex: 1, Ends: true},
	}
}

func (l units) cells(row int) []widget.Cell {
	u := l.all()[row]
	return []widget.Cell{number(row), {Text: l.in(u.Callsign)}, {Text: l.env.Text.UnitKind(u.Kind)}, {Text: u.Plate}, {Text: l.usual(u)}}
}

// usual is the name of the usual route of a unit.
func (l units) usual(u model.Unit) string {
	r, _ := l.draft.plan.Route(u.UsualRoute)
	return l.in(r.Name)
}

func (l units) about(row int) (string, []fact) {
	u, t := l.all()[row], l.env.Text
	return l.in(u.Callsign), facts(
		fact{t.Patrol.Unit, bothNames(u.Callsign)}, fact{t.PlanEdit.ID, u.ID}, fact{t.Patrol.Kind, t.UnitKind(u.Kind)},
		fact{t.Patrol.Plate, u.Plate}, fact{t.PlanEdit.UsualRoute, l.usual(u)},
	)
}

func (l units) form(at int, fresh bool) {
	l.edit(at, func(put func(model.Plan)) screen.Page { return dialog.NewPlanUnit(l.env, l.place(at, fresh), put) })
}

func (l units) open(row int) { l.form(row, false) }

func (l units) add(row int) { l.form(row, true) }

func (l units) moved(row, by int) (plan model.Plan, ok bool) {
	plan = *l.draft.plan
	plan.Units, ok = moved(plan.Units, row, by)
	return plan, ok
}

func (l units) removed(row int) (plan model.Plan, refusal string) {
	plan = *l.draft.plan
	if l.len() == 1 {
		return plan, l.env.Text.PlanEdit.LastOne
	}
	plan.Units = without(plan.Units, row)
	return plan, ""
}
