package dialog

import (
	"beatbook/model"
	"beatbook/ui/screen"
)

// NewPlanUnit changes a unit of a plan, or makes a new one. The plan with it goes to put.
func NewPlanUnit(env *screen.Env, p PlanPlace, put func(model.Plan)) screen.Page {
	fresh := model.Unit{Kind: model.UnitKinds[0]}
	return newPartForm(env, p, planKind[model.Unit]{
		part: model.UnitPart, fresh: fresh, sound: fresh,
		list:   func(plan *model.Plan) *[]model.Unit { return &plan.Units },
		name:   func(u *model.Unit) *model.Name { return &u.Callsign },
		id:     func(u *model.Unit) *string { return &u.ID },
		knows:  func(plan *model.Plan, id string) bool { _, known := plan.Unit(id); return known },
		fields: func(shown model.Unit) []planField[model.Unit] { return unitFields(env, p.Plan, shown) },
	}, put)
}

func unitFields(env *screen.Env, plan *model.Plan, u model.Unit) []planField[model.Unit] {
	t, routes := env.Text, []string{""}
	for _, r := range plan.Routes {
		routes = append(routes, r.ID)
	}
	name := func(id string) string {
		if r, ok := plan.Route(id); ok {
			return r.Name.In(env.Lang)
		}
		return t.PlanEdit.NoUsualRoute
	}
	return []planField[model.Unit]{
		planChoice(t.Patrol.Kind, model.UnitKinds, t.UnitKind, u.Kind, func(u *model.Unit, k model.UnitKind) { u.Kind = k }),
		planText(t.Patrol.Plate, u.Plate, "", func(u *model.Unit, typed string) { u.Plate = typed }),
		planChoice(t.PlanEdit.UsualRoute, routes, name, u.UsualRoute, func(u *model.Unit, id string) { u.UsualRoute = id }),
	}
}

// NewPlanOutcome changes a kind of counted work of the site's own, or makes a new one. The plan with it goes to put.
func NewPlanOutcome(env *screen.Env, p PlanPlace, put func(model.Plan)) screen.Page {
	return newPartForm(env, p, planKind[model.OutcomeDefinition]{
		part:   model.OutcomePart,
		list:   func(plan *model.Plan) *[]model.OutcomeDefinition { return &plan.Outcomes },
		name:   func(o *model.OutcomeDefinition) *model.Name { return &o.Name },
		id:     func(o *model.OutcomeDefinition) *string { return (*string)(&o.ID) },
		knows:  func(plan *model.Plan, id string) bool { return plan.KnowsOutcome(model.OutcomeKind(id)) },
		fields: func(model.OutcomeDefinition) []planField[model.OutcomeDefinition] { return nil },
	}, put)
}
