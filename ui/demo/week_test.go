package demo_test

import (
	"slices"
	"testing"
	"time"

	"beatbook/data/sample"
	"beatbook/model"
	"beatbook/ui/demo"
)

func plan(t *testing.T) *model.Plan {
	t.Helper()
	p, err := sample.Plan()
	if err != nil {
		t.Fatal(err)
	}
	return &p
}

func tonight(t *testing.T, p *model.Plan) time.Time {
	t.Helper()
	return model.Date("2026-11-24").At(demo.DefaultClock, p.Zone(), p.NightTurnsAt)
}

func week(t *testing.T, now time.Time, seed uint64) []model.Record {
	t.Helper()
	records, err := demo.Week(plan(t), "own", now, seed)
	if err != nil {
		t.Fatal(err)
	}
	return records
}

// nightsOf folds the records as a store on another machine would have them.
func nightsOf(records []model.Record) map[model.Date]*model.Night {
	nights := map[model.Date]*model.Night{}
	for _, r := range records {
		if nights[r.Night] == nil {
			nights[r.Night] = model.NewNight(r.Night)
		}
		nights[r.Night].Apply(r)
	}
	return nights
}

func TestWeekHasEveryStateAndMark(t *testing.T) {
	now := tonight(t, plan(t))
	states, marks, kinds := map[model.State]int{}, map[model.Mark]int{}, map[model.Kind]int{}
	records := week(t, now, demo.Seed)
	for _, r := range records {
		kinds[r.Kind]++
	}
	nights := nightsOf(records)
	for _, night := range nights {
		for _, s := range night.Judge(now).Shifts {
			for _, c := range s.Calls {
				states[c.State]++
			}
			for _, v := range s.Visits {
				for _, m := range v.Marks {
					marks[m]++
				}
			}
			for _, c := range s.Calls {
				for _, m := range c.Marks {
					marks[m]++
				}
			}
		}
	}
	for _, s := range model.States {
		if states[s] == 0 {
			t.Errorf("no call is %s", s)
		}
	}
	for _, m := range model.Marks {
		if marks[m] == 0 {
			t.Errorf("nothing is marked %s", m)
		}
	}
	for _, k := range []model.Kind{
		model.CheckedIn, model.Skipped, model.Corrected, model.Withdrawn, model.CrewChanged, model.ShiftEnded, model.OutcomeCounted,
		model.HazardFound, model.HazardMoved, model.ChecklistDone,
	} {
		if kinds[k] == 0 {
			t.Errorf("no record %s", k)
		}
	}
	if len(nights) != demo.Nights {
		t.Errorf("%d nights", len(nights))
	}
}

func TestWeekIsTheSameForTheSameSeed(t *testing.T) {
	now := tonight(t, plan(t))
	a, b := week(t, now, 5), week(t, now, 5)
	same := func(x, y model.Record) bool {
		return x.ID == y.ID && x.At.Equal(y.At) && x.Kind == y.Kind && string(x.Body) == string(y.Body) && x.Seq == y.Seq
	}
	if !slices.EqualFunc(a, b, same) {
		t.Error("two weeks of one seed differ")
	}
	if slices.EqualFunc(a, week(t, now, 6), same) {
		t.Error("two seeds give one week")
	}
}

func TestOwnShiftIsUnderWayAtAnyHour(t *testing.T) {
	p := plan(t)
	for _, clock := range []string{"12:00", "12:01", "15:30", "19:14", "22:04", "00:00", "03:30", "08:00", "11:59"} {
		c, err := model.ParseClock(clock)
		if err != nil {
			t.Fatal(err)
		}
		now := model.Date("2026-11-24").At(c, p.Zone(), p.NightTurnsAt)
		records := week(t, now, demo.Seed)
		open := 0
		for _, s := range nightsOf(records)[p.Night(now)].Shifts() {
			if s.Device == "own" && s.Open() {
				open++
			}
		}
		if open != 1 {
			t.Errorf("%s: %d open shifts of this device", clock, open)
		}
		for _, r := range records {
			if r.At.After(now) {
				t.Errorf("%s: record %s of %s lies ahead", clock, r.Kind, r.At)
			}
		}
	}
}

func TestDefaultNightIsBusy(t *testing.T) {
	p := plan(t)
	now := tonight(t, p)
	night := nightsOf(week(t, now, demo.Seed))[p.Night(now)]
	if n := len(night.Shifts()); n != len(p.Units) {
		t.Errorf("%d units are out", n)
	}
	for _, s := range night.Judge(now).Shifts {
		if s.Shift.Device != "own" {
			continue
		}
		done := s.Progress(0)
		if done.Made < 4 || done.Waiting < 8 || s.Next() < 0 {
			t.Errorf("own shift: %+v", done)
		}
		if len(s.Shift.Leg().Crew) < 2 {
			t.Errorf("crew %v", s.Shift.Leg().Crew)
		}
	}
}

func TestClockRunsAtItsSpeed(t *testing.T) {
	wall := time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	start := time.Date(2026, 11, 24, 22, 4, 0, 0, time.UTC)
	c := demo.NewClock(start, 60, func() time.Time { return wall })
	if got := c.Now(); !got.Equal(start) {
		t.Errorf("at the start: %s", got)
	}
	wall = wall.Add(90 * time.Second)
	if got := c.Now(); !got.Equal(start.Add(90 * time.Minute)) {
		t.Errorf("after 90 s at speed 60: %s", got)
	}
}
