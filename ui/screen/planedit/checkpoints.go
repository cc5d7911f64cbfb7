package planedit

import (
	"fmt"
	"slices"
	"strconv"

	"beatbook/model"
	"beatbook/ui/dialog"
	"beatbook/ui/screen"
	"beatbook/ui/widget"
)

const (
	kindWidth  = 13
	modeWidth  = 8
	countWidth = 6
)

// checkpoints are those of the plan.
type checkpoints struct{ *Page }

func (l checkpoints) all() []model.Checkpoint { return l.draft.plan.Checkpoints }

func (l checkpoints) len() int { return len(l.all()) }

func (l checkpoints) columns() []widget.Column {
	t := l.env.Text
	return []widget.Column{
		l.numberColumn(),
		{Title: t.Patrol.Name, Width: 10, Flex: 1, Ends: true},
		{Title: t.Patrol.Kind, Width: kindWidth},
		{Title: t.Patrol.ModeColumn, Width: modeWidth},
		{Title: t.Plan.Versions.Routes, Width: countWidth, Right: true},
	}
}

func (l checkpoints) cells(row int) []widget.Cell {
	c := l.all()[row]
	return []widget.Cell{
		number(row), {Text: l.in(c.Name)}, {Text: l.env.Text.PlaceKind(c.Kind)}, {Text: l.env.Text.Mode(c.Mode)},
		{Text: strconv.Itoa(len(l.callers(c.ID)))},
	}
}

// callers are the routes that call at a checkpoint.
func (l checkpoints) callers(id string) []string {
	var names []string
	for _, r := range l.draft.plan.Routes {
		if slices.ContainsFunc(r.Calls, func(c model.RouteCall) bool { return c.Checkpoint == id }) {
			names = append(names, l.in(r.Name))
		}
	}
	return names
}

func (l checkpoints) about(row int) (string, []fact) {
	c, t := l.all()[row], l.env.Text
	var position, radius string
	if c.Position != nil {
		position = fmt.Sprintf("%v, %v (%s)", c.Position.Lat, c.Position.Lon, c.Position.Datum)
	}
	if c.Radius != 0 {
		radius = fmt.Sprintf(t.Plan.Diff.Metres, c.Radius)
	}
	about := facts(
		fact{t.Patrol.Name, bothNames(c.Name)}, fact{t.PlanEdit.ID, c.ID},
		fact{t.Patrol.Kind, t.PlaceKind(c.Kind)}, fact{t.Patrol.ModeColumn, t.Mode(c.Mode)},
		fact{t.PlanEdit.CalledBy, l.joined(l.callers(c.ID))}, fact{t.Patrol.LookFor, bothNames(c.Look)},
		fact{t.PlanEdit.Position, position}, fact{t.PlanEdit.Radius, radius}, fact{t.PlanEdit.Tag, c.Tag},
		fact{t.PlanEdit.Tolerance, l.tolerance(c.Tolerance)},
	)
	if len(c.Checklist) > 0 {
		about = append(about, fact{label: t.PlanEdit.Checklist})
	}
	for _, item := range c.Checklist {
		about = append(about, fact{value: bothNames(item.Name)})
	}
	return l.in(c.Name), about
}

func (l checkpoints) form(at int, fresh bool) {
	l.edit(at, func(put func(model.Plan)) screen.Page {
		return dialog.NewPlanCheckpoint(l.env, l.place(at, fresh), put)
	})
}

func (l checkpoints) open(row int) { l.form(row, false) }

func (l checkpoints) add(row int) { l.form(row, true) }

func (l checkpoints) moved(row, by int) (plan model.Plan, ok bool) {
	plan = *l.draft.plan
	plan.Checkpoints, ok = moved(plan.Checkpoints, row, by)
	return plan, ok
}

func (l checkpoints) removed(row int) (plan model.Plan, refusal string) {
	plan = *l.draft.plan
	if callers := l.callers(l.all()[row].ID); len(callers) > 0 {
		return plan, fmt.Sprintf(l.env.Text.PlanEdit.StillCalled, l.joined(callers))
	}
	plan.Checkpoints = without(plan.Checkpoints, row)
	return plan, ""
}
