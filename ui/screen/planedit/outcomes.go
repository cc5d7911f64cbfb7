package planedit

import (
	"beatbook/model"
	"beatbook/ui/dialog"
	"beatbook/ui/screen"
	"beatbook/ui/widget"
)

// outcomes are the kinds of counted work that the site has added to those of the rule book.
type outcomes struct{ *Page }

func (l outcomes) all() []model.OutcomeDefinition { return l.draft.plan.Outcomes }

func (l outcomes) len() int { return len(l.all()) }

func (l outcomes) columns() []widget.Column {
	t := l.env.Text
	return []widget.Column{
		l.numberColumn(), {Title: t.Patrol.Work, Width: 10, Flex: 1}, {Title: t.PlanEdit.ID, Width: 10, Flex: 1},
	}
}

func (l outcomes) cells(row int) []widget.Cell {
	o := l.all()[row]
	return []widget.Cell{number(row), {Text: l.in(o.Name)}, {Text: string(o.ID)}}
}

func (l outcomes) about(row int) (string, []fact) {
	o, t := l.all()[row], l.env.Text
	return l.in(o.Name), facts(fact{t.Patrol.Work, bothNames(o.Name)}, fact{t.PlanEdit.ID, string(o.ID)})
}

func (l outcomes) form(at int, fresh bool) {
	l.edit(at, func(put func(model.Plan)) screen.Page { return dialog.NewPlanOutcome(l.env, l.place(at, fresh), put) })
}

func (l outcomes) open(row int) { l.form(row, false) }

func (l outcomes) add(row int) { l.form(row, true) }

func (l outcomes) moved(row, by int) (plan model.Plan, ok bool) {
	plan = *l.draft.plan
	plan.Outcomes, ok = moved(plan.Outcomes, row, by)
	return plan, ok
}

func (l outcomes) removed(row int) (plan model.Plan, refusal string) {
	plan = *l.draft.plan
	plan.Outcomes = without(plan.Outcomes, row)
	return plan, ""
}
