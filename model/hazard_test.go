package model_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"beatbook/model"
)

func TestAHazardGoesItsWay(t *testing.T) {
	open := []model.HazardStep{model.FixedOnSpot, model.OrderedToFix}
	ordered := []model.HazardStep{model.Urged, model.RecheckPassed, model.RecheckFailed, model.ClosedHazard}
	for _, c := range []struct {
		steps string
		state model.HazardState
		next  []model.HazardStep
	}{
		{"", model.HazardOpen, open},
		{"fixed", model.HazardClosed, nil},
		{"ordered", model.HazardOrdered, ordered},
		{"ordered urged", model.HazardOrdered, ordered},
		{"ordered urged urged urged passed", model.HazardClosed, nil},
		{"ordered passed", model.HazardClosed, nil},
		{"ordered closed", model.HazardClosed, nil},
		{"ordered failed", model.HazardOrdered, ordered},
		{"ordered failed urged failed passed", model.HazardClosed, nil},
	} {
		t.Run(c.steps, func(t *testing.T) {
			p := setOut(t, workPlan(), "21:00")
			id, last := p.do("21:30", p.found()), "21:30"
			for i, step := range strings.Fields(c.steps) {
				last = fmt.Sprintf("21:%d", 31+i)
				var order *model.FixOrder
				if step == "ordered" || step == "failed" {
					order = p.order(fmt.Sprintf("%02d:00", 1+i))
				}
				moved := p.move(last, p.hazard(id), model.HazardStep(step), order)
				h := p.hazard(id)
				if m := h.Moves[i]; h.Last() != moved || m.ID != moved || !m.At.Equal(p.when(last)) || m.Parallel || (m.Order == nil) != (order == nil) {
					t.Errorf("step %d: %+v", i, m)
				}
				if order != nil && !h.Order.Deadline.Equal(order.Deadline) {
					t.Errorf("in force after step %d: %+v", i, h.Order)
				}
			}
			h := p.hazard(id)
			if h.State != c.state || !slices.Equal(h.NextSteps(), c.next) || len(h.Moves) != len(strings.Fields(c.steps)) {
				t.Errorf("%s, next %v after %v; want %s, next %v", h.State, h.NextSteps(), story(h), c.state, c.next)
			}
			if closed := p.when(last); h.State == model.HazardClosed && !h.Closed.Equal(closed) || h.State != model.HazardClosed && !h.Closed.IsZero() {
				t.Errorf("closed %v, last step %v", h.Closed, closed)
			}
			refusesAllBut(p, h, "21:59", c.next)
		})
	}
}

// refusesAllBut holds that Decide takes the steps that are named and no other.
func refusesAllBut(p *patrol, h model.Hazard, when string, next []model.HazardStep) {
	p.t.Helper()
	for _, step := range append(slices.Clone(model.HazardSteps), "", "blessed") {
		intent := model.MoveHazard{Hazard: h, Plan: p.plan, Step: step}
		if step == model.OrderedToFix || step == model.RecheckFailed {
			intent.Order = p.order("03:00")
		}
		_, err := model.Decide(p.night, p.stamp(p.when(when)), intent)
		if possible := slices.Contains(next, step); possible != (err == nil) {
			p.t.Errorf("%s: step %q: %v", h.State, step, err)
		}
		if !slices.Contains(next, step) {
			if code := p.refused(when, intent); code != model.StepNotPossible {
				p.t.Errorf("%s: step %q refused with %s", h.State, step, code)
			}
		}
	}
}

func TestAHazardIsFound(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	fixed, ordered := p.found(), p.found()
	fixed.Fixed, fixed.Item = true, "exit"
	ordered.Order, ordered.Item = p.order("23:00"), "exit"
	for name, c := range map[string]struct {
		intent model.FindHazard
		state  model.HazardState
	}{
		"and nothing done": {p.found(), model.HazardOpen}, "and fixed": {fixed, model.HazardClosed}, "and ordered": {ordered, model.HazardOrdered},
	} {
		t.Run(name, func(t *testing.T) {
			h := p.hazard(p.do("21:30", c.intent))
			if p.night.ShiftOf(h.ID) != p.shift {
				t.Errorf("belongs to shift %q", p.night.ShiftOf(h.ID))
			}
			if h.State != c.state || !h.Found.Equal(p.when("21:30")) || h.Last() != h.ID || h.Item != c.intent.Item {
				t.Errorf("%+v", h)
			}
			if h.Checkpoint != "plaza" || h.Kind != "fire" || h.What != "exit blocked" || h.Severity != "serious" {
				t.Errorf("%+v", h)
			}
			if h.Closed.Equal(h.Found) != c.intent.Fixed || (h.Order == nil) != (c.intent.Order == nil) {
				t.Errorf("closed %v, order %v", h.Closed, h.Order)
			}
		})
	}
}

func TestHazardsThatAreRefused(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	open := p.hazard(p.do("21:30", p.found()))
	p.move("21:31", open, model.OrderedToFix, p.order("03:00"))
	ordered := p.hazard(open.ID)
	find := func(change func(*model.FindHazard)) model.Intent {
		i := p.found()
		change(&i)
		return i
	}
	withOrder := func(owner string, deadline time.Time) model.Intent {
		return find(func(i *model.FindHazard) { i.Order = &model.FixOrder{Owner: owner, Deadline: deadline} })
	}
	move := func(h model.Hazard, step model.HazardStep, order *model.FixOrder) model.Intent {
		return model.MoveHazard{Hazard: h, Plan: p.plan, Step: step, Order: order}
	}
	now, past := p.when("22:00"), "2026-11-20T21:59:59+08:00"
	refuses(t, p, "22:00", map[string]refusalCase{
		"in no shift":             {find(func(i *model.FindHazard) { i.Shift = "none" }), model.NoShift, "none"},
		"nowhere":                 {find(func(i *model.FindHazard) { i.Checkpoint = "moon" }), model.UnknownCheckpoint, "moon"},
		"an unknown kind":         {find(func(i *model.FindHazard) { i.Kind = "ghost" }), model.UnknownHazard, "ghost"},
		"no kind":                 {find(func(i *model.FindHazard) { i.Kind = "" }), model.UnknownHazard, ""},
		"an unknown severity":     {find(func(i *model.FindHazard) { i.Severity = "dire" }), model.UnknownSeverity, "dire"},
		"nothing said":            {find(func(i *model.FindHazard) { i.What = " \t\n" }), model.WhatNeeded, "plaza"},
		"a tale without end":      {find(func(i *model.FindHazard) { i.What = strings.Repeat("x", model.MaxRecord) }), model.TooLong, ""},
		"an unknown item":         {find(func(i *model.FindHazard) { i.Item = "roof" }), model.UnknownItem, "roof"},
		"an order to nobody":      {withOrder(" ", now.Add(time.Hour)), model.OwnerNeeded, ""},
		"a deadline in the past":  {withOrder("office", now.Add(-time.Second)), model.DeadlinePast, past},
		"a deadline of now":       {withOrder("office", now), model.DeadlinePast, "2026-11-20T22:00:00+08:00"},
		"no deadline":             {withOrder("office", time.Time{}), model.DeadlinePast, "0001-01-01T00:00:00Z"},
		"ordered without order":   {move(open, model.OrderedToFix, nil), model.OwnerNeeded, ""},
		"ordered until yesterday": {move(open, model.OrderedToFix, p.order("21:59:59")), model.DeadlinePast, past},
		"ordered to nobody":       {move(open, model.OrderedToFix, &model.FixOrder{Deadline: now.Add(1)}), model.OwnerNeeded, ""},
		"failed until yesterday":  {move(ordered, model.RecheckFailed, p.order("21:59:59")), model.DeadlinePast, past},
		"urged before ordered":    {move(open, model.Urged, nil), model.StepNotPossible, "urged"},
		"no hazard":               {move(model.Hazard{}, model.FixedOnSpot, nil), model.StepNotPossible, "fixed"},
	})
}

// A date that JSON cannot say is a refusal as well: Decide promises that nothing else is an error.
func TestADeadlineOfAnotherAgeIsRefused(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	intent := p.found()
	intent.Order = &model.FixOrder{Owner: "office", Deadline: time.Date(20261, 12, 1, 0, 0, 0, 0, time.UTC)}
	_, err := model.Decide(p.night, p.stamp(p.when("22:00")), intent)
	if _, ok := err.(*model.Refusal); !ok { //nolint:errorlint // the docstring promises the type itself
		t.Errorf("%v, want a refusal", err)
	}
}

// R15: a hazard is fixed on the spot or ordered to be fixed. Both at once would leave an order that nobody follows.
func TestAHazardIsNotBothFixedAndOrdered(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	both := p.found()
	both.Fixed, both.Order = true, p.order("23:00")
	if r, err := model.Decide(p.night, p.stamp(p.when("22:00")), both); err == nil {
		t.Errorf("accepted: %s", r.Body)
	}
}

// An order with a step that takes none would be recorded and never hold.
func TestOnlyOrderedAndFailedTakeAnOrder(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	open := p.hazard(p.do("21:30", p.found()))
	p.move("21:31", open, model.OrderedToFix, p.order("03:00"))
	for step, h := range map[model.HazardStep]model.Hazard{
		model.FixedOnSpot: open, model.Urged: p.hazard(open.ID), model.RecheckPassed: p.hazard(open.ID), model.ClosedHazard: p.hazard(open.ID),
	} {
		r, err := model.Decide(p.night, p.stamp(p.when("22:00")), model.MoveHazard{Hazard: h, Plan: p.plan, Step: step, Order: p.order("05:00")})
		if body, _ := model.Decode[model.HazardMovedBody](r); err == nil && body.Order != nil {
			t.Errorf("%s: an order to %s is recorded and not in force", step, body.Order.Owner)
		}
	}
}

func TestAFailedRecheckWithoutANewOrderKeepsTheOldOne(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	open := p.hazard(p.do("21:30", p.found()))
	p.move("21:31", open, model.OrderedToFix, p.order("22:00"))
	p.move("22:01", p.hazard(open.ID), model.RecheckFailed, nil)
	if h := p.hazard(open.ID); h.State != model.HazardOrdered || !h.Order.Deadline.Equal(p.when("22:00")) || !h.Overdue(p.when("22:02")) {
		t.Errorf("%+v", h)
	}
}

func TestAMoveBelongsToTheNightInWhichItIsMade(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	h := p.hazard(p.do("21:30", p.found()))
	for when, want := range map[time.Time]model.Date{
		p.when("11:59:59"): "2026-11-20", p.when("11:59:59").Add(time.Second): "2026-11-21", p.when("21:00").AddDate(0, 1, 0): "2026-12-20",
	} {
		r, err := model.Decide(model.NewNight("2026-11-25"), p.stamp(when), model.MoveHazard{Hazard: h, Plan: p.plan, Step: model.FixedOnSpot})
		if err != nil || r.Night != want || r.Zone != "Asia/Shanghai" || r.Kind != model.HazardMoved {
			t.Errorf("%v: %+v, %v", when, r, err)
		}
	}
}
