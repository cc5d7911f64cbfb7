package model_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"beatbook/model"
)

func TestJudgeIsTheReference(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, now := genShift(t)
		got, want := model.Judge(s, now), referenceJudge(s, now)
		if s.Route.Every > 0 {
			compareIntervals(t, s, got, now)
		} else {
			compareCalls(t, s, got, want)
		}
		compareVisits(t, got, want)
	})
}

func compareVisits(t *rapid.T, got model.ShiftJudgement, want refVerdict) {
	for i, v := range got.Visits {
		if w := want.visits[i]; v.Call != w.call || !sameMarks(v.Marks, w.marks) {
			t.Errorf("visit %s %s at %v: call %d marks %v, reference: call %d marks %v",
				v.ID, v.Checkpoint, v.At, v.Call, v.Marks, w.call, w.marks)
		}
	}
}

func compareCalls(t *rapid.T, s *model.Shift, got model.ShiftJudgement, want refVerdict) {
	if len(got.Calls) != len(want.calls) {
		t.Fatalf("%d calls, reference: %d", len(got.Calls), len(want.calls))
	}
	for i, c := range got.Calls {
		w := want.calls[i]
		compareBands(t, c.Call, w)
		skip := ""
		if c.Skip != nil {
			skip = c.Skip.ID
		}
		if c.State != w.state || c.Visit != w.answer || skip != w.skip {
			t.Errorf("call %d/%d %s: %s by visit %d skip %q, reference: %s by visit %d skip %q",
				c.Round, c.Index, c.Checkpoint, c.State, c.Visit, skip, w.state, w.answer, w.skip)
		}
		var marks []model.Mark
		var known time.Time
		if w.answered() {
			marks = slices.Clone(want.visits[w.answer].marks)
		}
		if w.wasMissed {
			marks, known = append(marks, model.WasMissed), s.Visits[w.answer].Known
		}
		if !sameMarks(c.Marks, marks) || !c.Known.Equal(known) {
			t.Errorf("call %d/%d: marks %v known %v, reference: %v %v", c.Round, c.Index, c.Marks, c.Known, marks, known)
		}
	}
}

func compareBands(t *rapid.T, c model.Call, w refCall) {
	if c.Round != w.round || c.Index != w.index || c.Checkpoint != w.checkpoint {
		t.Errorf("call %d/%d %s, reference: %d/%d %s", c.Round, c.Index, c.Checkpoint, w.round, w.index, w.checkpoint)
	}
	got := []time.Time{c.Outer.From, c.OnTime.From, c.From, c.To, c.OnTime.To, c.Outer.To}
	want := []time.Time{w.outFrom, w.onFrom, w.from, w.to, w.onTo, w.outTo}
	if !slices.EqualFunc(got, want, time.Time.Equal) {
		t.Errorf("call %d/%d %s\nends:      %v\nreference: %v", c.Round, c.Index, c.Checkpoint, got, want)
	}
}

func compareIntervals(t *rapid.T, s *model.Shift, got model.ShiftJudgement, now time.Time) {
	if len(got.Calls) != len(s.Route.Calls) {
		t.Fatalf("%d calls for %d checkpoints", len(got.Calls), len(s.Route.Calls))
	}
	for _, c := range got.Calls {
		longest, _ := refGap(s, c.Checkpoint, now)
		state := refIntervalState(s, c.Checkpoint, now)
		tooLong := longest > time.Duration(s.Route.Every)
		if c.Gap.Length != longest || c.State != state || slices.Contains(c.Marks, model.GapTooLong) != tooLong {
			t.Errorf("%s every %v: %s gap %v marks %v, reference: %s gap %v",
				c.Checkpoint, s.Route.Every, c.State, c.Gap.Length, c.Marks, state, longest)
		}
	}
}

func sameMarks(a, b []model.Mark) bool { return slices.Equal(sorted(a), sorted(b)) }

func sorted(marks []model.Mark) []model.Mark {
	marks = slices.Clone(marks)
	slices.Sort(marks)
	return marks
}

func TestScheduleKeepsBandsApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		night := rapid.SampledFrom(nights).Draw(t, "night")
		plan := genPlan(t, night.zone)
		calls := model.Schedule(&plan, plan.Routes[0], night.date)
		if want := len(plan.Routes[0].Rounds) * len(plan.Routes[0].Calls); len(calls) != want {
			t.Fatalf("%d calls, want %d", len(calls), want)
		}
		for _, c := range calls {
			ends := []time.Time{c.Outer.From, c.OnTime.From, c.From, c.To, c.OnTime.To, c.Outer.To}
			if !slices.IsSortedFunc(ends, time.Time.Compare) {
				t.Errorf("call %d/%d: ends out of order %v", c.Round, c.Index, ends)
			}
			if night.date != model.NightOf(c.From, plan.Zone(), plan.NightTurnsAt) && plan.NightTurnsAt == 720 {
				t.Errorf("call %d/%d at %v is not of night %s", c.Round, c.Index, c.From, night.date)
			}
		}
		for _, place := range places {
			apart(t, slices.DeleteFunc(slices.Clone(calls), func(c model.Call) bool { return c.Checkpoint != place }))
		}
	})
}

// apart holds that between two neighbouring calls of a checkpoint no outer band reaches into the other's on-time band,
// as far as the on-time bands leave room.
func apart(t *rapid.T, calls []model.Call) {
	slices.SortStableFunc(calls, func(a, b model.Call) int { return a.From.Compare(b.From) })
	for i := 1; i < len(calls); i++ {
		first, second := calls[i-1], calls[i]
		if !first.OnTime.To.Before(second.OnTime.From) {
			continue
		}
		if !first.Outer.To.Before(second.OnTime.From) || !second.Outer.From.After(first.OnTime.To) {
			t.Errorf("%s: %v reaches into %v", first.Checkpoint, first, second)
		}
	}
}
