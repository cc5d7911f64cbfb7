package model_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"beatbook/model"
)

// genSpan draws some nights in a row under one plan of two routes and two units, and a moment to judge them at.
func genSpan(t *rapid.T) ([]*model.Night, time.Time) {
	first := rapid.SampledFrom(nights).Draw(t, "first night")
	plan, more := genPlan(t, first.zone), genPlan(t, first.zone)
	more.Routes[0].ID = "other route"
	plan.Routes = append(plan.Routes, more.Routes[0])
	plan.Units = append(plan.Units, model.Unit{ID: "other unit", Kind: "volunteer"})
	var span []*model.Night
	for i := range rapid.IntRange(1, 4).Draw(t, "nights") {
		span = append(span, genNight(t, &plan, first.date.AddDays(i)))
	}
	return span, first.date.At(18*60, plan.Zone(), plan.NightTurnsAt).Add(minutes(t, "now", 0, len(span)*1440))
}

// genNight draws a night of shifts that follow each other or overlap, with work in them, under a clock that may be set
// back.
func genNight(t *rapid.T, plan *model.Plan, date model.Date) *model.Night {
	n := model.NewNight(date)
	clock := date.At(19*60, plan.Zone(), plan.NightTurnsAt)
	var ids []string
	for i := range rapid.IntRange(0, 30).Draw(t, "records") {
		clock = clock.Add(minutes(t, "passed", 0, 40))
		if rapid.IntRange(0, 19).Draw(t, "set back") == 0 {
			clock = clock.Add(-minutes(t, "back by", 0, 120))
		}
		r, err := model.Decide(n, model.Stamp{ID: fmt.Sprintf("R%s-%02d", date, i), Device: "laptop", At: clock}, genReported(t, n, plan, append(ids, "none"), clock))
		if err != nil {
			continue
		}
		if r, err = r.Numbered(uint64(i)+1, ""); err != nil {
			t.Fatal(err)
		}
		if rapid.IntRange(0, 5).Draw(t, "received") == 0 {
			r.Received = r.At.Add(2 * time.Hour)
		}
		n.Apply(r)
		ids = append(ids, r.ID)
	}
	return n
}

func genReported(t *rapid.T, n *model.Night, plan *model.Plan, ids []string, clock time.Time) model.Intent {
	crew := rapid.SampledFrom([][]string{{"A", "B"}, {"A"}, {}, {"A", "B", "C"}}).Draw(t, "crew")
	mode := rapid.SampledFrom([]model.Mode{model.Foot, model.Vehicle}).Draw(t, "mode")
	place, kind := rapid.SampledFrom(places).Draw(t, "place"), rapid.IntRange(0, 19).Draw(t, "intent")
	if len(n.Shifts()) == 0 || kind == 0 {
		unit, route := rapid.SampledFrom(plan.Units).Draw(t, "unit").ID, rapid.SampledFrom(plan.Routes).Draw(t, "route").ID
		return model.StartShift{Plan: plan, Unit: unit, Crew: crew, Route: route, Mode: mode}
	}
	shift := rapid.SampledFrom(n.Shifts()).Draw(t, "shift").ID
	switch {
	case kind == 1:
		return model.EndShift{Shift: shift, Reason: "storm"}
	case kind == 2:
		return model.ChangeCrew{Shift: shift, Crew: crew}
	case kind == 3:
		return model.ChangeMode{Shift: shift, Mode: mode, Plate: "X1"}
	case kind == 4:
		return model.Skip{Shift: shift, Checkpoint: place, Round: rapid.IntRange(0, 3).Draw(t, "round"), Reason: "closed"}
	case kind == 5:
		return model.CheckIn{Shift: shift, Checkpoint: place, For: pointer(clock.Add(-minutes(t, "ago", 0, 60)))}
	case kind == 6:
		return model.Withdraw{Shift: shift, Of: rapid.SampledFrom(ids).Draw(t, "withdrawn"), Reason: "slip"}
	case kind < 10:
		return model.CountOutcome{Shift: shift, Checkpoint: place, Kind: rapid.SampledFrom(model.OutcomeKinds).Draw(t, "work"), Quantity: 1 + kind}
	case kind < 12:
		return model.CorrectOutcome{Shift: shift, Of: rapid.SampledFrom(ids).Draw(t, "corrected"), Quantity: kind}
	}
	return model.CheckIn{Shift: shift, Checkpoint: place}
}

// refSums counts over all shifts of all nights that are wanted, by the reference and from the records.
func refSums(span []*model.Night, now time.Time, wanted func(*model.Shift) bool) model.Sums {
	var sums model.Sums
	for _, n := range span {
		outcomes, _ := recount(n.Story())
		for _, s := range n.Shifts() {
			if !wanted(s) {
				continue
			}
			sums.Shifts++
			refCount(&sums, s, now)
			refTime(&sums, s, now)
			for w, n := range outcomes {
				if w.shift == s.ID && n > 0 {
					sums.Add(model.Sums{Outcomes: map[model.OutcomeKind]int{w.kind: n}})
				}
			}
		}
	}
	return sums
}

func refMark(sums *model.Sums, m model.Mark) { sums.Add(model.Sums{Marks: map[model.Mark]int{m: 1}}) }

func refCount(sums *model.Sums, s *model.Shift, now time.Time) {
	verdict, states := referenceJudge(s, now), map[model.State]int{}
	for i, v := range s.Visits {
		sums.Add(model.Sums{Seen: model.Set{v.Checkpoint: true}})
		for _, m := range verdict.visits[i].marks {
			refMark(sums, m)
		}
	}
	if s.Route.Every > 0 {
		for _, rc := range s.Route.Calls {
			sums.Add(model.Sums{Expected: model.Set{rc.Checkpoint: true}})
			if longest, _ := refGap(s, rc.Checkpoint, now); longest > time.Duration(s.Route.Every) {
				refMark(sums, model.GapTooLong)
			}
		}
		return
	}
	for _, c := range verdict.calls {
		sums.Add(model.Sums{Expected: model.Set{c.checkpoint: true}})
		states[c.state]++
		if c.wasMissed {
			refMark(sums, model.WasMissed)
		}
	}
	sums.OnTime, sums.Early, sums.Late = sums.OnTime+states[model.OnTime], sums.Early+states[model.Early], sums.Late+states[model.Late]
	sums.Missed, sums.Skipped = sums.Missed+states[model.Missed], sums.Skipped+states[model.SkippedCall]
	made := states[model.OnTime] + states[model.Early] + states[model.Late]
	sums.Made += made
	sums.Due += made + states[model.Missed] + states[model.SkippedCall] + states[model.Overdue]
}

// refTime walks the minutes of the shift.
func refTime(sums *model.Sums, s *model.Shift, now time.Time) {
	const minute = model.Duration(time.Minute)
	for t := s.Started; t.Before(now) && (s.Open() && s.Plan.Night(t) == s.Night || t.Before(s.Ended)); t = t.Add(time.Minute) {
		leg := s.LegAt(t)
		sums.PersonTime += minute * model.Duration(len(leg.Crew))
		if leg.Mode == model.Vehicle {
			sums.CarTime += minute
		} else {
			sums.FootTime += minute
		}
	}
}

func addedUp(many []model.Sums) model.Sums {
	var sum model.Sums
	for _, s := range many {
		sum.Add(s)
	}
	return sum
}

// reportOf the nights, over all dates.
func reportOf(nights []*model.Night, f model.ReportFilter, now time.Time) *model.Report {
	r := model.NewReport("2000-01-01", "2099-12-31", f)
	for _, n := range nights {
		r.Add(n.Date, n.Tally(f, now))
	}
	return r
}

// keptAndAdded is the report of tallies that went through JSON, as a store keeps them.
func keptAndAdded(t *rapid.T, nights []*model.Night, f model.ReportFilter, now time.Time) *model.Report {
	r := model.NewReport("2000-01-01", "2099-12-31", f)
	for _, n := range nights {
		b, err := json.Marshal(n.Tally(f, now))
		var kept model.Tally
		if err := errors.Join(err, json.Unmarshal(b, &kept)); err != nil {
			t.Fatal(err)
		}
		r.Add(n.Date, kept)
	}
	return r
}

// refHalfHours counts the visits by what a clock on the wall would have shown.
func refHalfHours(span []*model.Night, now time.Time, wanted func(*model.Shift) bool) map[string]model.HalfHours {
	sums := map[string]model.HalfHours{}
	for _, n := range span {
		for _, s := range n.Shifts() {
			for _, v := range s.Visits {
				if !wanted(s) || v.At.Sub(now) > model.ClockTolerance {
					continue
				}
				halves, clock := sums[v.Checkpoint], v.At.In(s.Plan.Zone()).Format("15:04")
				for i := range halves {
					if begin := fmt.Sprintf("%02d:%02d", i/2, i%2*30); clock >= begin && clock < begin[:2]+":"+fmt.Sprint(i%2*30+30) {
						halves[i]++
					}
				}
				sums[v.Checkpoint] = halves
			}
		}
	}
	return sums
}

func TestSumsOfNightsAreARecountInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		span, now := genSpan(t)
		filter := model.ReportFilter{
			Route: rapid.SampledFrom([]string{"", "", "route", "nowhere"}).Draw(t, "of route"),
			Unit:  rapid.SampledFrom([]string{"", "", "unit", "nobody"}).Draw(t, "of unit"),
		}
		r := reportOf(span, filter, now)
		if again := reportOf(rapid.Permutation(span).Draw(t, "as added"), filter, now); !reflect.DeepEqual(again, r) {
			t.Errorf("in another order\n got: %+v\nwant: %+v", again, r)
		}
		wanted := func(s *model.Shift) bool {
			return (filter.Route == "" || s.Route.ID == filter.Route) && (filter.Unit == "" || s.Unit.ID == filter.Unit)
		}
		same := func(what string, got, want model.Sums) {
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s\n got: %+v\nwant: %+v", what, got, want)
			}
		}
		want := refSums(span, now, wanted)
		same("total", r.Total, want)
		same("routes", addedUp(slices.Collect(maps.Values(r.Routes))), want)
		same("units", addedUp(slices.Collect(maps.Values(r.Units))), want)
		var each []model.Sums
		for _, n := range r.Nights {
			each = append(each, n.Sums)
			i := slices.IndexFunc(span, func(m *model.Night) bool { return m.Date == n.Night })
			same(string(n.Night), n.Sums, refSums(span[i:i+1], now, wanted))
		}
		same("nights", addedUp(each), want)
		if kept := keptAndAdded(t, span, filter, now); !reflect.DeepEqual(kept, r) {
			t.Errorf("from tallies that were kept\n got: %+v\nwant: %+v", kept, r)
		}
		places := addedUp(slices.Collect(maps.Values(r.Checkpoints)))
		places.Shifts, places.PersonTime, places.FootTime, places.CarTime = want.Shifts, want.PersonTime, want.FootTime, want.CarTime
		same("checkpoints", places, want)
		if got, want := r.Visits, refHalfHours(span, now, wanted); !maps.Equal(got, want) {
			t.Errorf("visits by half hour\n got: %v\nwant: %v", got, want)
		}
		if len(r.Missed) != want.Missed || !slices.IsSortedFunc(r.Missed, func(a, b model.MissedCall) int { return a.Due.Compare(b.Due) }) {
			t.Errorf("missed by name %v, want %d by when they were due", r.Missed, want.Missed)
		}
	})
}

// nightsOut are three nights with one shift each from 21:00 to 23:00 and a visit of the plaza at 22:00.
func TestARenewedNightIsANewOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		span, now := genSpan(t)
		var renewed model.Night
		for _, n := range append(span, span...) {
			renewed.Renew(&model.Plans{}, n.Date, rapid.IntRange(0, 20).Draw(t, "room"))
			if renewed.Len() != 0 || len(renewed.Shifts()) != 0 {
				t.Fatalf("%d records are left", renewed.Len())
			}
			for _, r := range n.Story() {
				renewed.Apply(r)
			}
			got, want := renewed.Tally(model.ReportFilter{}, now), n.Tally(model.ReportFilter{}, now)
			if !reflect.DeepEqual(renewed.Story(), n.Story()) || !reflect.DeepEqual(got, want) {
				t.Fatalf("renewed %+v, new %+v", got, want)
			}
		}
	})
}

func nightsOut(t *testing.T) []*patrol {
	var list []*patrol
	for _, date := range []model.Date{"2026-11-19", "2026-11-20", "2026-11-21"} {
		plan := beat()
		plan.Version = len(list) + 1
		p := setOutOn(t, plan, date, "21:00")
		p.visit("22:00", "plaza")
		p.end("23:00")
		list = append(list, p)
	}
	return list
}

func TestNightsOutsideTheSpanAreLeftOut(t *testing.T) {
	span := nightsOut(t)
	for _, c := range []struct {
		from, to model.Date
		want     []model.Date
	}{
		{"2026-11-19", "2026-11-21", []model.Date{"2026-11-19", "2026-11-20", "2026-11-21"}},
		{"2026-11-20", "2026-11-20", []model.Date{"2026-11-20"}},
		{"2026-11-20", "2027-01-01", []model.Date{"2026-11-20", "2026-11-21"}},
		{"2026-11-22", "2026-11-30", nil},
		{"2026-11-21", "2026-11-19", nil},
	} {
		r := model.NewReport(c.from, c.to, model.ReportFilter{})
		for i := range span {
			n := span[len(span)-1-i].night
			r.Add(n.Date, n.Tally(r.Filter, span[2].when("23:30")))
		}
		var got []model.Date
		for _, n := range r.Nights {
			got = append(got, n.Night)
		}
		if none := c.want == nil; !slices.Equal(got, c.want) || r.Total.Shifts != len(c.want) || none != (len(r.Missed)+len(r.Gaps)+len(r.Latest)+len(r.Units) == 0) {
			t.Errorf("%s to %s: nights %v, %d shifts; want %v", c.from, c.to, got, r.Total.Shifts, c.want)
		}
	}
}

// Added last first: of equal gaps the first night's stands, and the names are those of the last night.
func TestTheOrderOfAddingDecidesNothing(t *testing.T) {
	span := nightsOut(t)
	r := reportOf([]*model.Night{span[2].night, span[0].night, span[1].night}, model.ReportFilter{}, span[2].when("23:30"))
	if latest := r.Latest["beat"]; latest != (model.ShiftRef{Night: "2026-11-21", ID: span[2].shift}) {
		t.Errorf("latest shift %v, want that of the last night", latest)
	}
	if g := r.Gaps["plaza"]; g.Night != "2026-11-19" || g.Length != model.Duration(time.Hour) {
		t.Errorf("gap %+v, want that of the first night", g)
	}
}

func TestAReportIsFilteredByRouteAndUnit(t *testing.T) {
	const half = 30 * time.Minute
	plan := beat()
	loop := plan.Routes[0]
	loop.ID = "loop"
	plan.Routes = append(plan.Routes, loop)
	p := setOut(t, plan, "21:00")
	p.visit("21:30", "plaza")
	car := p.start("car-1", "C", "D", "E")
	p.do("22:30", model.EndShift{Shift: p.do("22:00", car), Reason: "storm"})
	car.Route = "loop"
	p.do("23:00", car)
	for _, c := range []struct {
		f      model.ReportFilter
		shifts int
		people time.Duration
		missed int
	}{
		{model.ReportFilter{}, 3, 2*2*time.Hour + 3*half, 2},
		{model.ReportFilter{Route: "beat"}, 2, 2*2*time.Hour + 3*half, 2},
		{model.ReportFilter{Route: "loop"}, 1, 0, 0},
		{model.ReportFilter{Unit: "car-1"}, 2, 3 * half, 1},
		{model.ReportFilter{Route: "beat", Unit: "car-1"}, 1, 3 * half, 1},
		{model.ReportFilter{Route: "loop", Unit: "horn-1"}, 0, 0, 0},
		{model.ReportFilter{Route: "moon"}, 0, 0, 0},
	} {
		r := p.report("23:00", c.f)
		if r.Total.Shifts != c.shifts || time.Duration(r.Total.PersonTime) != c.people || len(r.Missed) != c.missed || len(r.Nights) != min(c.shifts, 1) {
			t.Errorf("%+v: %d shifts, %v, missed %v, want %+v", c.f, r.Total.Shifts, r.Total.PersonTime, r.Missed, c)
		}
	}
}

func TestANightWithoutRecordsAddsNothing(t *testing.T) {
	p := &patrol{t: t, plan: beat(), night: model.NewNight("2026-11-20")}
	r := p.report("23:00", model.ReportFilter{})
	if r.Nights != nil || r.Missed != nil || len(r.Gaps) > 0 || !reflect.DeepEqual(r.Total, model.Sums{}) || rates(r.Total) != "- - -" {
		t.Errorf("%+v, rates %s", r, rates(r.Total))
	}
}
