package routefile

import (
	"cmp"
	"slices"
	"time"

	"go.yaml.in/yaml/v3"

	"beatbook/model"
)

// checkBands looks at the windows and the on-time bands of a night without a change of clocks. Each call of the route
// is told of once, however many rounds it goes wrong in.
func (r *reader) checkBands(nodes []*yaml.Node, route model.Route) {
	const night = model.Date("2024-01-15")
	noted := map[int]bool{}
	note := func(c model.Call, code Code, detail string) {
		if !noted[c.Index] {
			r.addAbout(nodes[c.Index], code, c.Checkpoint, detail)
		}
		noted[c.Index] = true
	}
	last := map[string]model.Call{} // the one of the checkpoint whose band ends last so far
	plan := &model.Plan{Timezone: "UTC", NightTurnsAt: r.turn}
	for _, c := range sortedByBand(model.Schedule(plan, r.withTolerances(route), night)) {
		start := night.At(route.Rounds[c.Round-1], time.UTC, r.turn)
		if c.To.Before(c.From) || c.To.Sub(start) > maxDuration {
			note(c, WindowReversed, bandText(model.Band{From: c.From, To: c.To}))
			continue
		}
		before, again := last[c.Checkpoint]
		if again && c.OnTime.From.Before(before.OnTime.To) {
			first, second := inRouteOrder(before, c)
			note(second, OverlappingBands, bandText(first.OnTime)+", "+bandText(second.OnTime))
		}
		if !again || c.OnTime.To.After(before.OnTime.To) {
			last[c.Checkpoint] = c
		}
	}
}

func inRouteOrder(a, b model.Call) (first, second model.Call) {
	if cmp.Or(cmp.Compare(a.Round, b.Round), cmp.Compare(a.Index, b.Index)) > 0 {
		return b, a
	}
	return a, b
}

// withTolerances gives each call the tolerance of its checkpoint where it has none of its own.
func (r *reader) withTolerances(route model.Route) model.Route {
	route.Calls = slices.Clone(route.Calls)
	for i, c := range route.Calls {
		if c.Tolerance == nil {
			route.Calls[i].Tolerance = r.tolerances[c.Checkpoint]
		}
	}
	return route
}

func sortedByBand(calls []model.Call) []model.Call {
	slices.SortStableFunc(calls, func(a, b model.Call) int { return a.OnTime.From.Compare(b.OnTime.From) })
	return calls
}

func bandText(b model.Band) string { return b.From.Format("15:04") + "-" + b.To.Format("15:04") }
