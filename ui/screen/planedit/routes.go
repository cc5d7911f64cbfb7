package planedit

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"beatbook/model"
	"beatbook/ui/dialog"
	"beatbook/ui/screen"
	"beatbook/ui/text"
	"beatbook/ui/widget"
)

// routes are those of the plan.
type routes struct{ *Page }

func (l routes) all() []model.Route { return l.draft.plan.Routes }

func (l routes) len() int { return len(l.all()) }

func (l routes) columns() []widget.Column {
	t := l.env.Text
	return []widget.Column{
		l.numberColumn(),
		{Title: t.Patrol.Route, Width: 10, Flex: 2, Ends: true},
		{Title: t.Command.Rounds, Width: 12, Flex: 1},
		{Title: t.PlanEdit.Calls, Width: countWidth, Right: true},
	}
}

func (l routes) cells(row int) []widget.Cell {
	r := l.all()[row]
	return []widget.Cell{number(row), {Text: l.in(r.Name)}, {Text: l.rounds(r)}, {Text: strconv.Itoa(len(r.Calls))}}
}

// rounds are the starts of a route, or its interval.
func (l routes) rounds(r model.Route) string {
	if r.Interval() {
		return l.env.Text.PlanEdit.Every + " " + l.env.Text.Duration(time.Duration(r.Every))
	}
	starts := make([]string, len(r.Rounds))
	for i, c := range r.Rounds {
		starts[i] = c.String()
	}
	return strings.Join(starts, " ")
}

func (l routes) about(row int) (string, []fact) {
	r := l.all()[row]
	about := append(l.warning(r), l.settingsOf(r)...)
	about = append(about, fact{label: l.env.Text.PlanEdit.Calls})
	for i, call := range r.Calls {
		about = append(about, fact{value: strings.TrimSpace(fmt.Sprintf("%d %s %s", i+1, l.called(call), text.DueIn(r, call)))})
	}
	return l.in(r.Name), append(about, l.tonight(r)...)
}

// settingsOf are what a route says of all its calls.
func (l routes) settingsOf(r model.Route) []fact {
	t := l.env.Text
	return facts(
		fact{t.Patrol.Route, bothNames(r.Name)}, fact{t.PlanEdit.ID, r.ID}, fact{t.Command.Rounds, l.rounds(r)},
		fact{t.PlanEdit.Order, t.Order(r.Order)}, fact{t.PlanEdit.Tolerance, l.tolerance(r.Tolerance)},
		fact{t.PlanEdit.Contact, t.Duration(r.ContactLimit())},
	)
}

// called is the name of the checkpoint of a call.
func (p *Page) called(call model.RouteCall) string {
	c, _ := p.draft.plan.Checkpoint(call.Checkpoint)
	return p.in(c.Name)
}

// tonight are the calls of the present night, round by round.
func (l routes) tonight(r model.Route) []fact {
	t, plan := l.env.Text, l.draft.plan
	night := plan.Night(l.env.Now)
	if r.Interval() {
		return []fact{{t.PlanEdit.Tonight, fmt.Sprintf(t.Patrol.Interval, t.Duration(time.Duration(r.Every)))}}
	}
	about := []fact{{label: t.PlanEdit.Tonight + " " + string(night)}}
	schedule := model.Schedule(plan, r, night)
	for i, c := range schedule {
		if c.Index == 0 {
			about = append(about, fact{label: fmt.Sprintf(t.PlanEdit.RoundAt, c.Round, r.Rounds[c.Round-1])})
		}
		said := l.at(c) + " " + l.called(r.Calls[c.Index])
		if early(schedule, i) {
			said += "  " + l.env.Glyphs.Up + " " + t.PlanEdit.Early
		}
		about = append(about, fact{value: said})
	}
	return about
}

// at is when a call is due, by the clock of the plan.
func (l routes) at(c model.Call) string {
	from, to := c.From.In(l.draft.plan.Zone()).Format("15:04"), c.To.In(l.draft.plan.Zone()).Format("15:04")
	if from == to {
		return from
	}
	return fmt.Sprintf(l.env.Text.Patrol.Window, from, to)
}

// open shows the calls of the route in place of the routes.
func (l routes) open(row int) {
	l.route = l.all()[row].ID
	l.tables[ofCalls].SetCursor(0)
}

// settings opens the form of a route.
func (l routes) settings(row int) {
	l.edit(l.table().Cursor(), func(put func(model.Plan)) screen.Page {
		return dialog.NewPlanRoute(l.env, l.place(row, false), "", put)
	})
}

// add asks for the first checkpoint, without which there is no route, and then for all else.
func (l routes) add(row int) {
	l.env.Open(dialog.NewFindIn(l.env, l.draft.plan.Checkpoints, func(first string) {
		l.edit(row, func(put func(model.Plan)) screen.Page {
			return dialog.NewPlanRoute(l.env, l.place(row, true), first, put)
		})
	}))
}

func (l routes) moved(row, by int) (plan model.Plan, ok bool) {
	plan = *l.draft.plan
	plan.Routes, ok = moved(plan.Routes, row, by)
	return plan, ok
}

func (l routes) removed(row int) (plan model.Plan, refusal string) {
	plan = *l.draft.plan
	var units []string
	for _, u := range plan.Units {
		if u.UsualRoute == l.all()[row].ID {
			units = append(units, l.in(u.Callsign))
		}
	}
	switch {
	case l.len() == 1:
		return plan, l.env.Text.PlanEdit.LastOne
	case len(units) > 0:
		return plan, fmt.Sprintf(l.env.Text.PlanEdit.StillUsual, l.joined(units))
	}
	plan.Routes = without(plan.Routes, row)
	return plan, ""
}
