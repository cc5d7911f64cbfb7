package model_test

import (
	"testing"
	"time"

	"beatbook/model"
)

func TestR6TheNearestCallIsAnswered(t *testing.T) {
	p := setOut(t, onePlace("21:00", "21:50"), "20:00")
	p.visit("21:26", "plaza")
	p.calls("21:26", "1 plaza overdue", "2 plaza early")
}

func TestR6ATieGoesToTheEarlierCall(t *testing.T) {
	p := setOut(t, onePlace("21:00", "21:50"), "20:00")
	p.visit("21:25", "plaza")
	p.calls("21:25", "1 plaza late", "2 plaza upcoming")
}

func TestR6AnAnsweredCallLeavesTheVisitToTheNext(t *testing.T) {
	p := setOut(t, onePlace("21:00", "21:50"), "20:00")
	p.visit("21:00", "plaza")
	p.visit("21:22", "plaza")
	p.calls("21:22", "1 plaza on-time", "2 plaza early")
}

func TestR6AnExtraVisitChangesNoRate(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	before := p.judged("21:10").Progress(0)
	p.visit("21:05", "yard")
	p.visit("21:06", "school")
	p.visits("21:10", "21:05 yard extra", "21:06 school extra")
	if after := p.judged("21:10").Progress(0); after != before {
		t.Errorf("progress %+v, was %+v", after, before)
	}
}

func TestR6AMakeUpVisit(t *testing.T) {
	p := setOut(t, onePlace("21:00", "23:30"), "20:00")
	p.visit("22:10", "plaza")
	p.visit("22:20", "plaza")
	p.visits("22:30", "22:10 plaza make-up", "22:20 plaza extra")
	p.calls("22:30", "1 plaza missed", "2 plaza upcoming")
}

func TestR7Bands(t *testing.T) {
	for _, c := range []struct {
		at   string
		want string
	}{
		{"21:29:59", "1 plaza upcoming"},
		{"21:30", "1 plaza early"},
		{"21:49:59", "1 plaza early"},
		{"21:50", "1 plaza on-time"},
		{"22:10", "1 plaza on-time"},
		{"22:10:01", "1 plaza late"},
		{"22:30", "1 plaza late"},
	} {
		p := setOut(t, onePlace("22:00"), "20:00")
		p.visit(c.at, "plaza")
		p.calls(c.at, c.want)
	}
}

func TestR7AWindow(t *testing.T) {
	for _, c := range []struct {
		at   string
		want string
	}{
		{"21:39:59", "1 school upcoming"},
		{"21:40", "1 school early"},
		{"22:10", "1 school on-time"},
		{"22:30", "1 school on-time"},
		{"22:30:01", "1 school late"},
		{"23:00", "1 school late"},
	} {
		plan := beat()
		plan.Routes[0].Calls = plan.Routes[0].Calls[2:]
		plan.Routes[0].Rounds = plan.Routes[0].Rounds[:1]
		p := setOut(t, plan, "20:00")
		p.visit(c.at, "school")
		p.calls(c.at, c.want)
	}
}

func TestR7TheNarrowestToleranceHolds(t *testing.T) {
	tolerance := func(on, outer time.Duration) *model.Tolerance {
		return &model.Tolerance{OnTime: model.Duration(on * time.Minute), Outer: model.Duration(outer * time.Minute)}
	}
	plan := onePlace("22:00")
	outer := func() string {
		c := model.Schedule(plan, plan.Routes[0], "2026-11-20")[0]
		return c.To.Sub(c.OnTime.From).String() + " " + c.To.Sub(c.Outer.From).String()
	}
	want := func(s string) {
		t.Helper()
		if got := outer(); got != s {
			t.Errorf("tolerance %s, want %s", got, s)
		}
	}
	want("10m0s 30m0s")
	plan.Routes[0].Tolerance = tolerance(15, 40)
	want("15m0s 40m0s")
	plan.Checkpoints[0].Tolerance = tolerance(5, 6)
	want("5m0s 6m0s")
	plan.Routes[0].Calls[0].Tolerance = tolerance(1, 2)
	want("1m0s 2m0s")
}

func TestR7AnOuterBandEndsBeforeTheNeighboursOnTimeBand(t *testing.T) {
	plan := onePlace("21:00", "21:35")
	calls := model.Schedule(plan, plan.Routes[0], "2026-11-20")
	if got := calls[0].Outer.To; got != calls[1].OnTime.From.Add(-1) {
		t.Errorf("the first ends at %v, the second begins to be on time at %v", got, calls[1].OnTime.From)
	}
	if got := calls[1].Outer.From; got != calls[0].OnTime.To.Add(1) {
		t.Errorf("the second begins at %v, the first was on time until %v", got, calls[0].OnTime.To)
	}
}

func TestR8MissedIsSaidOnlyAfterTheOuterBand(t *testing.T) {
	p := setOut(t, onePlace("22:00"), "21:00")
	p.calls("22:10", "1 plaza upcoming")
	p.calls("22:10:01", "1 plaza overdue")
	p.calls("22:30", "1 plaza overdue")
	p.calls("22:30:01", "1 plaza missed")
}

func TestR8TheEndClosesOpenCalls(t *testing.T) {
	p := setOut(t, onePlace("21:00", "22:00", "23:00"), "20:00")
	p.visit("21:00", "plaza")
	end := p.end("22:05")
	p.calls("22:05", "1 plaza on-time", "2 plaza missed", "3 plaza not-required")
	if due := p.judged("22:05").Progress(0).Due; due != 2 {
		t.Errorf("%d due, want 2", due)
	}
	p.withdraw("22:06", end, "")
	p.calls("22:06", "1 plaza on-time", "2 plaza upcoming", "3 plaza upcoming")
	p.visit("22:07", "plaza")
	p.calls("22:07", "1 plaza on-time", "2 plaza on-time", "3 plaza upcoming")
}

func TestR9ReliefIsNotLateness(t *testing.T) {
	p := setOut(t, onePlace("21:00", "22:00"), "21:00:01")
	p.calls("23:00", "2 plaza missed")
	p = setOut(t, onePlace("21:00", "22:00"), "21:00")
	p.calls("23:00", "1 plaza missed", "2 plaza missed")
}

func TestR9AHandedOverCallBelongsToTheNextShift(t *testing.T) {
	p := setOut(t, onePlace("21:00", "23:00"), "20:30")
	p.end("22:00")
	p.calls("23:40", "1 plaza missed", "2 plaza not-required")
	p.shift = p.do("22:00", p.start("car-1", "C", "D"))
	p.calls("23:40", "2 plaza missed")
}

func TestR13ASkip(t *testing.T) {
	p := setOut(t, onePlace("21:00", "23:00"), "20:30")
	p.skip("21:05", "plaza", 0)
	p.calls("21:05", "1 plaza skipped", "2 plaza upcoming")
	if s := p.judged("21:05").Calls[0].Skip; s == nil || s.Reason != "closed" {
		t.Errorf("skip %+v", s)
	}
	second := p.skip("21:06", "plaza", 2)
	p.calls("23:59", "1 plaza skipped", "2 plaza skipped")
	p.withdraw("21:07", second, "")
	p.calls("22:00", "1 plaza skipped", "2 plaza upcoming")
}

func TestR13AVisitMadeAllTheSameWins(t *testing.T) {
	p := setOut(t, onePlace("21:00"), "20:30")
	p.skip("20:50", "plaza", 1)
	p.visit("21:05", "plaza")
	p.calls("21:05", "1 plaza on-time")
}

func TestR13AReasonAfterTheOuterBandIsTooLate(t *testing.T) {
	p := setOut(t, onePlace("21:00", "23:00"), "20:30")
	p.skip("21:30:01", "plaza", 1)
	p.calls("21:31", "1 plaza missed", "2 plaza upcoming")
}

func TestR13ASkipWithoutARoundIsOfTheNextCall(t *testing.T) {
	p := setOut(t, onePlace("21:00", "23:00"), "20:30")
	p.visit("21:00", "plaza")
	p.skip("21:05", "plaza", 0)
	p.calls("21:05", "1 plaza on-time", "2 plaza skipped")
}

func TestR13AnOverdueCallCanStillBeSkipped(t *testing.T) {
	p := setOut(t, onePlace("21:00"), "20:30")
	p.skip("21:30", "plaza", 0)
	p.calls("21:31", "1 plaza skipped")
}

func TestR13AVisitAtTheTimeOfASkipComesFirst(t *testing.T) {
	p := setOut(t, onePlace("21:00", "23:00"), "20:30")
	p.skip("20:59:59", "plaza", 0)
	p.visit("21:00", "plaza")
	p.skip("21:00", "plaza", 0)
	p.calls("21:05", "1 plaza on-time", "2 plaza skipped")
}

func TestR13AReasonExcusesAGapUntilTheNextVisit(t *testing.T) {
	p := setOut(t, everyHour(), "21:00")
	p.skip("21:10", "plaza", 0)
	p.visit("21:20", "plaza")
	p.skip("21:40", "market", 0)
	p.calls("22:20:01", "0 plaza overdue gap-too-long", "0 market skipped gap-too-long")
}

func TestR13AnEndAfterTheLastCallNeedsNoReason(t *testing.T) {
	p := setOut(t, onePlace("21:00"), "20:30")
	if code := p.refused("20:59:59", model.EndShift{Shift: p.shift}); code != model.ReasonNeeded {
		t.Errorf("refused with %s", code)
	}
	p.do("21:00", model.EndShift{Shift: p.shift})
	p.calls("21:00", "1 plaza missed")
}
