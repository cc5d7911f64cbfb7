package dialog

import (
	"fmt"
	"slices"
	"strings"

	"beatbook/data/routefile"
	"beatbook/model"
	"beatbook/ui/screen"
)

// NewPlanRoute changes a route of a plan, or makes a new one that calls at a checkpoint first. The plan with it goes to put.
func NewPlanRoute(env *screen.Env, p PlanPlace, first string, put func(model.Plan)) screen.Page {
	fresh := model.Route{Order: model.FixedOrder, Calls: []model.RouteCall{{Checkpoint: first}}}
	sound := fresh
	sound.Rounds = []model.Clock{p.Plan.NightTurnsAt}
	return newPartForm(env, p, planKind[model.Route]{
		part: model.RoutePart, fresh: fresh, sound: sound,
		list:   func(plan *model.Plan) *[]model.Route { return &plan.Routes },
		name:   func(r *model.Route) *model.Name { return &r.Name },
		id:     func(r *model.Route) *string { return &r.ID },
		knows:  func(plan *model.Plan, id string) bool { _, known := plan.Route(id); return known },
		fields: func(shown model.Route) []planField[model.Route] { return routeTimes(env, shown) },
	}, put)
}

func routeTimes(env *screen.Env, r model.Route) []planField[model.Route] {
	t := env.Text.PlanEdit
	return []planField[model.Route]{
		planRead(env.Text.Command.Rounds, clockList(r.Rounds), t.RoundsHint, func(r *model.Route, typed string) (err error) {
			r.Rounds, err = readClocks(typed)
			return err
		}),
		planRead(t.Every, optionalSpan(r.Every), t.EveryHint, func(r *model.Route, typed string) (err error) {
			if r.Every, err = readSpanBut(routefile.ZeroInterval, typed); r.Interval() {
				r.Calls = timeless(r.Calls)
			}
			return err
		}),
		planChoice(t.Order, []model.Order{model.FixedOrder, model.AnyOrder}, env.Text.Order, r.Order,
			func(r *model.Route, o model.Order) { r.Order = o }),
		planTolerance(env, r.Tolerance, func(r *model.Route, t *model.Tolerance) { r.Tolerance = t }),
		planRead(t.Contact, optionalSpan(r.Contact), t.ContactHint, func(r *model.Route, typed string) (err error) {
			r.Contact, err = readSpanBut(routefile.ZeroContact, typed)
			return err
		}),
	}
}

// timeless are the calls without times of their own, which mean nothing in an interval plan.
func timeless(calls []model.RouteCall) []model.RouteCall {
	calls = slices.Clone(calls)
	for i := range calls {
		calls[i].After, calls[i].From, calls[i].To = 0, nil, nil
	}
	return calls
}

func clockList(clocks []model.Clock) string {
	return strings.Join(wordsOf(clocks, model.Clock.String), " ")
}

func readClocks(typed string) (clocks []model.Clock, err error) {
	for _, word := range wordsIn(typed) {
		c, err := model.ParseClock(word)
		if err != nil {
			return nil, problem(routefile.BadTime, word, "")
		}
		clocks = append(clocks, c)
	}
	return clocks, nil
}

// NewPlanCall changes when a call of a route is due, or makes a new one of a checkpoint. The place is one in the calls of
// the route. The plan with it goes to put.
func NewPlanCall(env *screen.Env, p PlanPlace, route int, checkpoint string, put func(model.Plan)) screen.Page {
	r := p.Plan.Routes[route]
	c, _ := p.Plan.Checkpoint(checkpoint)
	call, title := newCall(r, p.At, checkpoint), env.Text.NewThing(model.CallPart)+" "+env.Glyphs.Separator+" "+c.Name.In(env.Lang)
	of := fmt.Sprintf("%s %s %d %s", model.CallPart, r.ID, p.At, checkpoint)
	if !p.New {
		call = r.Calls[p.At]
		c, _ = p.Plan.Checkpoint(call.Checkpoint)
		title = fmt.Sprintf(env.Text.PlanEdit.ChangeTitle, c.Name.In(env.Lang))
	}
	return newPlanForm(env, of, title, planForm[model.RouteCall]{
		plan: p.Plan, sound: call, put: put, fields: callFields(env, call, r.Interval()),
		in: func(call model.RouteCall) model.Plan {
			plan, r := *p.Plan, r
			r.Calls = placed(r.Calls, p.At, call, p.New)
			plan.Routes = placed(plan.Routes, route, r, false)
			return plan
		},
	})
}

// newCall is a call to be put in, due when the one before it is.
func newCall(r model.Route, at int, checkpoint string) model.RouteCall {
	call := model.RouteCall{Checkpoint: checkpoint}
	if at > 0 {
		call.After = r.Calls[at-1].After
	}
	return call
}

func callFields(env *screen.Env, call model.RouteCall, interval bool) []planField[model.RouteCall] {
	t, after := env.Text.PlanEdit, spanText(call.After)
	if call.From != nil {
		after = ""
	}
	fields := []planField[model.RouteCall]{
		planRead(t.After, after, t.AfterHint, func(c *model.RouteCall, typed string) (err error) {
			if c.After = 0; typed != "" {
				c.After, err = readSpan(typed)
			}
			return err
		}),
		planRead(t.From, momentText(call.From), t.MomentHint, func(c *model.RouteCall, typed string) (err error) {
			c.From, err = readMoment(typed)
			return err
		}),
		planRead(t.To, momentText(call.To), t.MomentHint, func(c *model.RouteCall, typed string) (err error) {
			c.To, err = readMoment(typed)
			return err
		}),
	}
	if interval {
		fields = nil
	}
	return append(fields, planTolerance(env, call.Tolerance, func(c *model.RouteCall, t *model.Tolerance) { c.Tolerance = t }))
}

func momentText(m *model.Moment) string {
	switch {
	case m == nil:
		return ""
	case m.Clock != nil:
		return m.Clock.String()
	}
	return spanText(m.Offset)
}

// readMoment reads a time of day, or a time span from the start of the round; nil where nothing is typed.
func readMoment(typed string) (*model.Moment, error) {
	switch {
	case typed == "":
		return nil, nil
	case strings.Contains(typed, ":"):
		c, err := model.ParseClock(typed)
		if err != nil {
			return nil, problem(routefile.BadTime, typed, "")
		}
		return &model.Moment{Clock: &c}, nil
	}
	d, err := readSpan(strings.TrimPrefix(typed, "+"))
	return &model.Moment{Offset: d}, err
}
