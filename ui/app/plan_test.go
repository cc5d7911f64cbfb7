package app

import (
	"fmt"
	"testing"
	"time"

	"beatbook/model"
	"beatbook/ui/screen/screentest"
)

// fullPlan is the sample with a route of windows, one of forty checkpoints and more kinds of work than there are digits. Its
// English is plain ASCII.
func fullPlan(t testing.TB) *model.Plan {
	t.Helper()
	plan := screentest.Plan(t)
	plan.Units[0].Plate = "D-0001"
	minutes := func(n int) model.Duration { return model.Duration(time.Duration(n) * time.Minute) }
	from, to := model.Clock(22*60+30), model.Clock(23*60)
	plan.Routes = append(plan.Routes, model.Route{
		ID: "windows", Name: model.Name{ZH: "时间窗线路", EN: "Route of windows"}, Order: model.AnyOrder,
		Rounds: []model.Clock{20 * 60, 22 * 60},
		Calls: []model.RouteCall{
			{Checkpoint: "wanda-east", From: &model.Moment{}, To: &model.Moment{Offset: minutes(20)}},
			{Checkpoint: "mall-west", From: &model.Moment{Offset: minutes(30)}, To: &model.Moment{Offset: minutes(45)}},
			{Checkpoint: "hospital-er", From: &model.Moment{Clock: &from}, To: &model.Moment{Clock: &to}},
		},
	})
	long := model.Route{ID: "long", Name: model.Name{ZH: "四十个点位", EN: "Forty checkpoints"}, Order: model.FixedOrder, Rounds: []model.Clock{20 * 60}}
	for i := range 40 {
		c := model.Checkpoint{
			ID: fmt.Sprintf("place-%d", i+1), Kind: model.PlaceKinds[i%len(model.PlaceKinds)], Mode: model.AnyMode,
			Name: model.Name{ZH: fmt.Sprintf("第%d号点位，名称很长的那一种地方", i+1), EN: fmt.Sprintf("Place number %d with quite a long name", i+1)},
		}
		plan.Checkpoints = append(plan.Checkpoints, c)
		long.Calls = append(long.Calls, model.RouteCall{Checkpoint: c.ID, After: minutes(5 * i)})
	}
	plan.Routes = append(plan.Routes, long)
	for i := range 5 {
		plan.Outcomes = append(plan.Outcomes, model.OutcomeDefinition{
			ID:   model.OutcomeKind(fmt.Sprintf("own-%d", i+1)),
			Name: model.Name{ZH: fmt.Sprintf("本站点自定的第%d种处置成果，名称很长的那一种", i+1), EN: fmt.Sprintf("work of the site's own, number %d, with quite a long name", i+1)},
		})
	}
	return plan
}
