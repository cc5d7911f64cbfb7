package planedit

import (
	"slices"

	"beatbook/model"
	"beatbook/ui/dialog"
	"beatbook/ui/screen"
	"beatbook/ui/text"
	"beatbook/ui/widget"
)

const dueWidth = 17 // with its mark, of the longest time: "+1h30m-+2h15m30s" is rare

// calls are those of one route, which stands at that place of the plan.
type calls struct {
	*Page
	at int
}

func (l calls) of() model.Route { return l.draft.plan.Routes[l.at] }

func (l calls) len() int { return len(l.of().Calls) }

func (l calls) columns() []widget.Column {
	t := l.env.Text
	return []widget.Column{
		l.numberColumn(),
		{Title: t.Patrol.Name, Width: 10, Flex: 1, Ends: true},
		{Title: t.Patrol.Due, Width: dueWidth},
		{Title: t.PlanEdit.Tolerance, Width: 12},
	}
}

func (l calls) cells(row int) []widget.Cell {
	call := l.of().Calls[row]
	when := widget.Cell{Text: text.DueIn(l.of(), call)}
	if slices.Contains(l.early, row) {
		when = widget.Cell{Text: l.env.Glyphs.Up + " " + when.Text, Style: &l.env.Styles.Warning}
	}
	return []widget.Cell{number(row), {Text: l.called(call)}, when, {Text: l.tolerance(call.Tolerance)}}
}

// about is the route as a whole: a call stands in its row in full.
func (l calls) about(int) (string, []fact) {
	r, whole := l.of(), routes{l.Page}
	return l.in(r.Name), slices.Concat(l.warning(r), whole.settingsOf(r), whole.tonight(r))
}

func (l calls) open(row int) {
	l.edit(row, func(put func(model.Plan)) screen.Page {
		return dialog.NewPlanCall(l.env, l.place(row, false), l.at, "", put)
	})
}

func (l calls) add(row int) {
	l.env.Open(dialog.NewFindIn(l.env, l.draft.plan.Checkpoints, func(checkpoint string) {
		l.edit(row, func(put func(model.Plan)) screen.Page {
			return dialog.NewPlanCall(l.env, l.place(row, true), l.at, checkpoint, put)
		})
	}))
}

// with is the plan with other calls of the route.
func (l calls) with(calls []model.RouteCall) model.Plan {
	plan := *l.draft.plan
	plan.Routes = slices.Clone(plan.Routes)
	plan.Routes[l.at].Calls = calls
	return plan
}

func (l calls) moved(row, by int) (model.Plan, bool) {
	calls, ok := moved(l.of().Calls, row, by)
	return l.with(calls), ok
}

func (l calls) removed(row int) (plan model.Plan, refusal string) {
	if l.len() == 1 {
		return plan, l.env.Text.PlanEdit.LastOne
	}
	return l.with(without(l.of().Calls, row)), ""
}
