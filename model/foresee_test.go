package model_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"beatbook/model"
)

// What is foreseen of check-ins is what is judged of them once they are written down.
func TestForeseenIsWhatIsJudged(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := beat()
		if rapid.Bool().Draw(t, "interval") {
			plan = everyHour()
		}
		night := model.NewNight("2026-11-20")
		seq := 0
		do := func(at time.Time, intent model.Intent) model.Record {
			seq++
			r, err := model.Decide(night, model.Stamp{ID: fmt.Sprintf("%026d", seq), Device: "desk", At: at}, intent)
			if err != nil {
				t.Fatal(err)
			}
			night.Apply(r)
			return r
		}
		began := model.Date("2026-11-20").At(21*60, plan.Zone(), 0)
		shift := do(began, model.StartShift{Plan: plan, Unit: plan.Units[0].ID, Route: plan.Routes[0].ID, Mode: model.Foot, Crew: []string{"A", "B"}}).ID
		draw := func(now time.Time) model.CheckIn {
			c := model.CheckIn{Shift: shift, Checkpoint: plan.Checkpoints[rapid.IntRange(0, len(plan.Checkpoints)-1).Draw(t, "place")].ID}
			if back := rapid.IntRange(0, 60).Draw(t, "back"); back > 0 {
				at := now.Add(-time.Duration(back) * time.Minute)
				c.For = &at
			}
			return c
		}
		now := began
		for range rapid.IntRange(0, 8).Draw(t, "before") {
			now = now.Add(time.Duration(rapid.IntRange(0, 40*60).Draw(t, "seconds")) * time.Second)
			do(now, draw(now))
		}
		more := []model.CheckIn{draw(now), draw(now)}
		s, _ := night.Shift(shift)
		seen := len(s.Visits)
		foreseen := s.Foresee(now, more...)
		if len(s.Visits) != seen {
			t.Fatal("the shift was changed")
		}
		ids := []string{do(now, more[0]).ID, do(now, more[1]).ID}
		s, _ = night.Shift(shift)
		j := model.Judge(s, now)
		for i, v := range j.Visits {
			k := slices.Index(ids, v.ID)
			if k < 0 {
				continue
			}
			want := model.Foreseen{Marks: v.Marks}
			if v.Call >= 0 && j.Calls[v.Call].Visit == i && j.Calls[v.Call].State.Made() {
				want = model.Foreseen{State: j.Calls[v.Call].State, Marks: j.Calls[v.Call].Marks}
			}
			if foreseen[k].State != want.State || !slices.Equal(foreseen[k].Marks, want.Marks) {
				t.Fatalf("%d: foreseen %+v, judged %+v", k, foreseen[k], want)
			}
		}
	})
}
