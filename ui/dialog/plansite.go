package dialog

import (
	"beatbook/data/routefile"
	"beatbook/model"
	"beatbook/ui/screen"
)

// NewPlanSite changes what stands at the head of a plan: whose it is, and its clock. The plan with it goes to put.
func NewPlanSite(env *screen.Env, plan *model.Plan, put func(model.Plan)) screen.Page {
	t := env.Text.PlanEdit
	names := nameFields(env, plan.Site.Name, func(p *model.Plan) *model.Name { return &p.Site.Name })
	return newPlanForm(env, "site", t.SiteTitle, planForm[model.Plan]{
		plan: plan, sound: *plan, put: put, in: func(p model.Plan) model.Plan { return p },
		fields: append(names,
			planText(t.ID, plan.Site.ID, "", func(p *model.Plan, typed string) { p.Site.ID = typed }),
			planText(t.Timezone, plan.Timezone, t.TimezoneHint, func(p *model.Plan, typed string) { p.Timezone = typed }),
			planRead(t.NightTurns, plan.NightTurnsAt.String(), t.TurnsHint, func(p *model.Plan, typed string) (err error) {
				if p.NightTurnsAt, err = model.ParseClock(typed); err != nil {
					err = problem(routefile.BadTime, typed, "")
				}
				return err
			}),
		),
	})
}
