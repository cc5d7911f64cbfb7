package model_test

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"pgregory.net/rapid"

	"beatbook/model"
)

var places = []string{"plaza", "market", "school"}

// nights are zones with dates on which their clocks change, and ordinary ones.
var nights = []struct {
	zone string
	date model.Date
}{
	{"Europe/Berlin", "2026-03-28"}, {"Europe/Berlin", "2026-10-24"}, {"Europe/Berlin", "2026-10-25"},
	{"America/New_York", "2026-03-07"}, {"America/New_York", "2026-10-31"},
	{"Australia/Lord_Howe", "2026-04-04"}, {"Australia/Lord_Howe", "2026-10-03"},
	{"Asia/Shanghai", "2026-11-20"}, {"Asia/Shanghai", "2026-02-28"}, {"UTC", "2026-12-31"}, {"Asia/Beirut", "2026-03-28"},
}

func minutes(t *rapid.T, label string, from, to int) time.Duration {
	return time.Duration(rapid.IntRange(from, to).Draw(t, label)) * time.Minute
}

func maybeTolerance(t *rapid.T, label string) *model.Tolerance {
	if !rapid.Bool().Draw(t, label) {
		return nil
	}
	on := minutes(t, label+" on time", 0, 20)
	return &model.Tolerance{OnTime: model.Duration(on), Outer: model.Duration(on + minutes(t, label+" outer", 0, 40))}
}

// genPlan draws a plan of one route, of rounds or of intervals.
func genPlan(t *rapid.T, zone string) model.Plan {
	p := model.Plan{
		Version: 1, Timezone: zone, NightTurnsAt: rapid.SampledFrom([]model.Clock{720, 720, 600, 0}).Draw(t, "turn"),
		Units: []model.Unit{{ID: "unit", Kind: "police"}},
	}
	for _, id := range places {
		p.Checkpoints = append(p.Checkpoints, model.Checkpoint{ID: id, Mode: model.AnyMode, Tolerance: maybeTolerance(t, id)})
	}
	r := model.Route{ID: "route", Order: rapid.SampledFrom([]model.Order{model.FixedOrder, model.AnyOrder}).Draw(t, "order")}
	r.Tolerance = maybeTolerance(t, "route")
	if rapid.IntRange(0, 3).Draw(t, "interval") == 0 {
		r.Every = model.Duration(minutes(t, "every", 1, 180))
		for _, id := range places[:rapid.IntRange(1, 3).Draw(t, "calls")] {
			r.Calls = append(r.Calls, model.RouteCall{Checkpoint: id})
		}
	} else {
		r.Rounds = genRounds(t, p.NightTurnsAt)
		for i := range rapid.IntRange(1, 4).Draw(t, "calls") {
			r.Calls = append(r.Calls, genCall(t, i, r.Rounds))
		}
	}
	p.Routes = []model.Route{r}
	return p
}

// genRounds draws times of the night, many of them in the hours in which clocks change.
func genRounds(t *rapid.T, turn model.Clock) []model.Clock {
	var rounds []model.Clock
	for range rapid.IntRange(1, 4).Draw(t, "rounds") {
		rounds = append(rounds, model.Clock((19*60+rapid.IntRange(0, 54).Draw(t, "round")*10)%1440))
	}
	intoNight := func(c model.Clock) model.Clock { return (c - turn + 1440) % 1440 }
	slices.SortFunc(rounds, func(a, b model.Clock) int { return cmp.Compare(intoNight(a), intoNight(b)) })
	return rounds
}

// genCall draws a due time or a window; a window given by the clock is one that makes sense in every round.
func genCall(t *rapid.T, i int, rounds []model.Clock) model.RouteCall {
	rc := model.RouteCall{
		Checkpoint: rapid.SampledFrom(places).Draw(t, "checkpoint"),
		Tolerance:  maybeTolerance(t, fmt.Sprintf("call %d", i)),
	}
	from := minutes(t, "from", 0, 90)
	to := from + minutes(t, "length", 0, 90)
	clock := func(d time.Duration) *model.Moment {
		c := (rounds[0] + model.Clock(d/time.Minute)) % 1440
		return &model.Moment{Clock: &c}
	}
	switch kind := rapid.IntRange(0, 4).Draw(t, "kind of call"); {
	case kind == 0:
		rc.From, rc.To = &model.Moment{Offset: model.Duration(from)}, &model.Moment{Offset: model.Duration(to)}
	case kind == 1 && len(rounds) == 1:
		rc.From, rc.To = clock(from), clock(to)
	case kind == 2 && len(rounds) == 1:
		rc.From, rc.To = &model.Moment{Offset: model.Duration(from)}, clock(to)
	default:
		rc.After = model.Duration(from)
	}
	return rc
}

// genShift draws a shift with everything that may happen in it, close to the moments that matter.
func genShift(t *rapid.T) (*model.Shift, time.Time) {
	night := rapid.SampledFrom(nights).Draw(t, "night")
	plan := genPlan(t, night.zone)
	s := &model.Shift{ID: "shift", Night: night.date, Zone: plan.Zone(), Plan: plan, Unit: plan.Units[0], Route: plan.Routes[0]}
	moments := momentsOf(s)
	moment := rapid.Custom(func(t *rapid.T) time.Time {
		at := rapid.SampledFrom(moments).Draw(t, "moment")
		return at.Add(rapid.SampledFrom([]time.Duration{-1, 0, 1, 30e9, 60e9, 61e9, 3e11, 3e11 + 1, 9e11, -12e11}).Draw(t, "beside"))
	})
	s.Started = moments[0].Add(-time.Hour + minutes(t, "start", 0, 180))
	s.Since = s.Started
	if rapid.IntRange(0, 2).Draw(t, "ended") == 0 {
		s.Ended = s.Started.Add(minutes(t, "end", 0, 600))
	}
	s.Legs = genLegs(t, s.Started)
	for i := range rapid.IntRange(0, 12).Draw(t, "visits") {
		s.Visits = append(s.Visits, genVisit(t, i, moment))
		moments = append(moments, s.Visits[i].At)
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "skips") {
		s.Skips = append(s.Skips, model.SkipEntry{
			ID: fmt.Sprint("skip", i), Checkpoint: rapid.SampledFrom(places).Draw(t, "skipped"),
			Round: rapid.IntRange(0, 3).Draw(t, "of round"), Reason: "closed", At: moment.Draw(t, "skipped at"),
		})
	}
	slices.SortFunc(s.Visits, func(a, b model.Visit) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID)) })
	slices.SortFunc(s.Skips, func(a, b model.SkipEntry) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID)) })
	return s, moment.Draw(t, "now")
}

// momentsOf a shift are the ends of all bands; in an interval plan, every half hour.
func momentsOf(s *model.Shift) []time.Time {
	var moments []time.Time
	for _, c := range refSchedule(&s.Plan, s.Route, s.Night) {
		moments = append(moments, c.outFrom, c.onFrom, c.from, c.to, c.onTo, c.outTo)
	}
	for i := range 10 {
		moments = append(moments, s.Night.At(20*60, s.Zone, s.Plan.NightTurnsAt).Add(time.Duration(i)*30*time.Minute))
	}
	return moments
}

func genLegs(t *rapid.T, start time.Time) []model.Leg {
	crews := [][]string{{"A", "B"}, {"A"}, {}, {"A", "B", "C"}}
	var legs []model.Leg
	for range rapid.IntRange(1, 3).Draw(t, "legs") {
		legs = append(legs, model.Leg{From: start, Mode: model.Foot, Crew: rapid.SampledFrom(crews).Draw(t, "crew")})
		start = start.Add(minutes(t, "leg", 0, 240))
	}
	return legs
}

func genVisit(t *rapid.T, i int, moment *rapid.Generator[time.Time]) model.Visit {
	at := moment.Draw(t, "visited at")
	written := at.Add(rapid.SampledFrom([]time.Duration{0, 0, 3e11, 3e11 + 1, 36e11}).Draw(t, "written after"))
	return model.Visit{
		ID: fmt.Sprintf("visit%02d", i), Checkpoint: rapid.SampledFrom(places).Draw(t, "visited"), Mode: model.Foot,
		At: at, Written: written, Known: written.Add(rapid.SampledFrom([]time.Duration{0, 0, 0, 6e11, 144e11}).Draw(t, "arrived after")),
		Corrected: rapid.IntRange(0, 5).Draw(t, "corrected") == 0, Doubt: rapid.IntRange(0, 5).Draw(t, "doubt") == 0,
	}
}
