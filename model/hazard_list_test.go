package model_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"testing"
	"time"

	"beatbook/model"
)

func TestOverdueIsAfterTheDeadline(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	intent := p.found()
	intent.Order = p.order("23:00")
	ordered, open := p.hazard(p.do("21:30", intent)), p.hazard(p.do("21:31", p.found()))
	p.move("23:10", ordered, model.RecheckPassed, nil)
	closed := p.hazard(ordered.ID)
	for _, c := range []struct {
		name   string
		hazard model.Hazard
		now    time.Time
		want   bool
	}{
		{"before", ordered, p.when("22:59"), false}, {"at the deadline", ordered, p.when("23:00"), false},
		{"after", ordered, p.when("23:00").Add(1), true}, {"closed", closed, p.when("23:30"), false}, {"open", open, p.when("23:30"), false},
		{"an order that never came", model.Hazard{State: model.HazardOrdered}, p.when("23:30"), false},
	} {
		if got := c.hazard.Overdue(c.now); got != c.want {
			t.Errorf("%s: overdue %v", c.name, got)
		}
	}
}

func TestTheOverdueStandFirst(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	find := func(when, until string) string {
		intent := p.found()
		if intent.Fixed = until == "fixed"; until != "" && !intent.Fixed {
			intent.Order = p.order(until)
		}
		return p.do(when, intent)
	}
	closed := find("21:10", "fixed")
	open2, open1 := find("21:40", ""), find("21:20", "")
	late, soon := find("21:30", "05:00"), find("21:31", "23:30")
	early, over := find("21:32", "22:00"), find("21:33", "22:30")
	twin2, twin1 := find("21:50", "02:00"), find("21:35", "02:00")
	for now, want := range map[string][]string{
		"21:59": {early, over, soon, twin1, twin2, late, open1, open2, closed},
		"22:59": {early, over, soon, twin1, twin2, late, open1, open2, closed},
		"06:00": {early, over, soon, twin1, twin2, late, open1, open2, closed},
	} {
		p.same(now, idsOf(p.hazards().List(p.when(now))), want)
	}
	p.move("22:31", p.hazard(early), model.RecheckFailed, p.order("04:00"))
	p.same("ordered anew", idsOf(p.hazards().List(p.when("22:59"))), []string{over, soon, twin1, twin2, early, late, open1, open2, closed})
}

func TestTheOverdueStandBeforeWhatIsDueSooner(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	open := p.do("21:20", p.found())
	intent := p.found()
	intent.Order = p.order("22:00")
	over := p.do("21:30", intent)
	fixed := p.found()
	fixed.Fixed = true
	closed := p.do("21:10", fixed)
	p.same("list", idsOf(p.hazards().List(p.when("22:01"))), []string{over, open, closed})
}

// A record of another program may say ordered without an order: it has no deadline and is listed as such.
func TestOrderedWithoutAnOrderComesAfterThoseWithADeadline(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	vague := p.do("21:10", p.found())
	p.foreign("21:11", model.HazardMoved, model.HazardMovedBody{Hazard: vague, After: vague, Step: model.OrderedToFix})
	intent := p.found()
	intent.Order = p.order("23:00")
	dated := p.do("21:30", intent)
	p.same("list", idsOf(p.hazards().List(p.when("22:00"))), []string{dated, vague})
}

func TestTwoMachinesThatMoveAHazardApartAreBothKept(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	known := p.hazard(p.do("21:30", p.found()))
	first := p.move("22:00", known, model.OrderedToFix, p.order("03:00"))
	p.device = "tablet"
	second := p.move("21:50", known, model.FixedOnSpot, nil)
	h := p.hazard(known.ID)
	p.same("by time", story(h), []string{"fixed", "ordered∥"})
	if h.State != model.HazardOrdered || !h.Closed.IsZero() || h.Last() != first || h.Moves[0].ID != second {
		t.Errorf("%+v", h)
	}
	p.move("22:10", h, model.RecheckPassed, nil)
	p.same("moved on together", story(p.hazard(known.ID)), []string{"fixed", "ordered∥", "passed"})
	if h := p.hazard(known.ID); h.State != model.HazardClosed || !h.Closed.Equal(p.when("22:10")) {
		t.Errorf("%+v", h)
	}
}

func TestMovesAtTheSameTimeStandInTheOrderOfTheirIDs(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	known := p.hazard(p.do("21:30", p.found()))
	for i, id := range []string{"R9", "R5", "R7"} {
		p.device = fmt.Sprint("device", i)
		stamp := p.stamp(p.when("22:00"))
		stamp.ID = id
		p.record(stamp, model.MoveHazard{Hazard: known, Plan: p.plan, Step: model.OrderedToFix, Order: p.order(fmt.Sprintf("0%d:00", 1+i))})
	}
	h := p.hazard(known.ID)
	p.same("steps", story(h), []string{"ordered", "ordered∥", "ordered∥"})
	if h.Moves[0].ID != "R5" || h.Moves[1].ID != "R7" || !h.Order.Deadline.Equal(p.when("01:00")) {
		t.Errorf("%+v, in force %+v", h.Moves, h.Order)
	}
}

// The order of a device's records is that of its series, never of its clock: the recheck came after the order.
func TestAClockSetBackDoesNotTurnAHazardAround(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	id := p.do("21:30", p.found())
	p.move("22:00", p.hazard(id), model.OrderedToFix, p.order("03:00"))
	p.move("21:50", p.hazard(id), model.RecheckPassed, nil)
	h := p.hazard(id)
	p.same("steps", story(h), []string{"ordered", "passed"})
	if h.State != model.HazardClosed {
		t.Errorf("%s after a recheck that passed", h.State)
	}
}

// Within one millisecond ids need not rise: what a step knew still stands before it.
func TestAStepOfTheSameMomentStandsBehindTheOneItKnew(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	id := p.do("21:30", p.found())
	first, second := p.stamp(p.when("22:00")), p.stamp(p.when("22:00"))
	first.ID, second.ID = "R9", "R5"
	p.record(first, model.MoveHazard{Hazard: p.hazard(id), Plan: p.plan, Step: model.OrderedToFix, Order: p.order("03:00")})
	p.record(second, model.MoveHazard{Hazard: p.hazard(id), Plan: p.plan, Step: model.RecheckPassed})
	p.same("steps", story(p.hazard(id)), []string{"ordered", "passed"})
}

// R11: a record from the future never becomes the latest of anything. What the desk did knowing of it came after it,
// whatever the clocks say; else nobody could ever close the hazard.
func TestAMoveUnderAFastClockIsNotTheLastWord(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	id := p.do("21:30", p.found())
	p.foreign("06:00", model.HazardMoved, model.HazardMovedBody{Hazard: id, After: id, Step: model.OrderedToFix, Order: p.order("09:00")})
	passed := p.move("22:00", p.hazard(id), model.RecheckPassed, nil)
	h := p.hazard(id)
	p.same("steps", story(h), []string{"ordered", "passed"})
	if h.State != model.HazardClosed || h.Last() != passed {
		t.Errorf("%s, last %s", h.State, h.Last())
	}
}

func TestAStepSaysWhoTookIt(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	id := p.do("21:30", p.found())
	p.move("21:31", p.hazard(id), model.OrderedToFix, p.order("03:00"))
	patrol, _ := p.night.Shift(p.shift)
	urge := model.MoveHazard{Hazard: p.hazard(id), Plan: p.plan, Step: model.Urged, Shift: patrol}
	urged, _ := p.night.Record(p.do("21:32", urge))
	closes := model.MoveHazard{Hazard: p.hazard(id), Plan: p.plan, Step: model.ClosedHazard}
	desk := model.Behalf{Operator: "Li", Channel: model.AtDesk}
	p.do("21:33", model.OnBehalf{Behalf: desk, Intent: closes})
	moves := p.hazard(id).Moves
	if m := moves[0]; m.Unit != "" || m.Behalf != nil {
		t.Errorf("nobody said who, and it is %q, %v", m.Unit, m.Behalf)
	}
	if m := moves[1]; m.Unit != patrol.Unit.ID || m.Behalf != nil {
		t.Errorf("by %q, %v", m.Unit, m.Behalf)
	}
	if m := moves[2]; m.Unit != "" || m.Behalf == nil || *m.Behalf != desk {
		t.Errorf("by %q, %v", m.Unit, m.Behalf)
	}
	if f := model.FactsOf(urged); f.Shift != p.shift || f.By != patrol.Unit.ID {
		t.Errorf("%s", urged.Body)
	}
}

func TestAStepWithoutWhoIsWrittenAsEver(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	id := p.do("21:30", p.found())
	r, _ := p.night.Record(p.move("21:31", p.hazard(id), model.FixedOnSpot, nil))
	if want := fmt.Sprintf(`{"hazard":%q,"after":%q,"step":"fixed"}`, id, id); string(r.Body) != want {
		t.Errorf("%s, want %s", r.Body, want)
	}
}

// Who is heard of and what is judged stay what they are.
func TestWhoTookAStepIsNoSignOfTheUnit(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	known := p.hazard(p.do("21:30", p.found()))
	before, _ := p.night.Shift(p.shift)
	judged := p.night.Judge(p.when("22:00"))
	id := p.do("21:45", model.MoveHazard{Hazard: known, Plan: p.plan, Step: model.FixedOnSpot, Shift: before})
	after, _ := p.night.Shift(p.shift)
	if p.night.ShiftOf(id) != "" || !reflect.DeepEqual(after, before) {
		t.Errorf("heard at %v, before %v", after.Heard, before.Heard)
	}
	if got := p.night.Judge(p.when("22:00")); !reflect.DeepEqual(got, judged) {
		t.Errorf("judged %+v, before %+v", got, judged)
	}
}

func TestMovedApart(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	known := p.hazard(p.do("21:30", p.found()))
	p.move("22:00", known, model.OrderedToFix, p.order("03:00"))
	if p.hazard(known.ID).MovedApart() {
		t.Error("one machine moved it")
	}
	p.device = "tablet"
	p.move("21:50", known, model.FixedOnSpot, nil)
	if !p.hazard(known.ID).MovedApart() {
		t.Error("two machines moved it")
	}
}

func TestWhatCannotBeReadIsNoHazard(t *testing.T) {
	h := model.NewHazards()
	h.Apply(model.Record{ID: "a", Kind: model.HazardFound, Body: json.RawMessage(`{"checkpoint":3}`)})
	h.Apply(model.Record{ID: "b", Kind: model.HazardFound})
	h.Apply(model.Record{ID: "c", Kind: model.HazardMoved, Body: json.RawMessage(`{"hazard":"d","after":"d","step":"fixed"}`)})
	h.Apply(model.Record{ID: "x", Kind: model.CheckedIn, Body: json.RawMessage(`{"checkpoint":"plaza"}`)})
	if list := h.List(at(22)); len(list) != 0 {
		t.Errorf("%+v", list)
	}
	h.Apply(model.Record{ID: "e", Kind: model.HazardMoved, Body: json.RawMessage(`{"hazard":"d","after":"c","step":"blessed"}`)})
	h.Apply(model.Record{ID: "d", At: at(20), Kind: model.HazardFound, Body: json.RawMessage(`{"checkpoint":"plaza"}`)})
	found, ok := h.Find("d")
	if !ok || found.State != model.HazardClosed || len(found.Moves) != 2 {
		t.Errorf("%v %+v: an unknown step of a newer version is kept and moves nothing", ok, found)
	}
	if _, ok := h.Find("a"); ok {
		t.Error("found what cannot be read")
	}
}

func TestOpenAreTheHazardsOfAPlaceThatAreNotClosed(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	fixed, market, ordered := p.found(), p.found(), p.found()
	fixed.Fixed, market.Checkpoint, ordered.Order = true, "market", p.order("22:00")
	open := p.do("21:30", p.found())
	p.do("21:31", fixed)
	elsewhere, over := p.do("21:32", market), p.do("21:33", ordered)
	now := p.when("22:30")
	p.same("plaza", idsOf(p.hazards().Open("plaza", now)), []string{over, open})
	p.same("market", idsOf(p.hazards().Open("market", now)), []string{elsewhere})
	p.same("yard", idsOf(p.hazards().Open("yard", now)), []string{})
	p.same("everywhere", idsOf(p.hazards().Open("", now)), []string{over, open, elsewhere})
}

func TestADroppedHazardLeavesNoTrace(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	id := p.do("21:30", p.found())
	hazards := p.hazards()
	stamp := p.stamp(p.when("21:40"))
	draft, err := model.Decide(p.night, stamp, model.MoveHazard{Hazard: p.hazard(id), Plan: p.plan, Step: model.FixedOnSpot})
	if err != nil {
		t.Fatal(err)
	}
	hazards.Apply(draft)
	if h, _ := hazards.Find(id); h.State != model.HazardClosed {
		t.Errorf("%s while the step is being written", h.State)
	}
	hazards.Drop(draft.ID)
	hazards.Drop(id)
	if h, ok := hazards.Find(id); !ok || h.State != model.HazardOpen || len(h.Moves) != 0 {
		t.Errorf("%v %+v after the step was dropped", ok, h)
	}
	numbered, err := draft.Numbered(9, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range []model.Record{numbered, draft} {
		hazards.Apply(r)
	}
	hazards.Drop(draft.ID)
	if h, _ := hazards.Find(id); h.State != model.HazardClosed {
		t.Errorf("%s: what a store has taken was dropped", h.State)
	}
}

func BenchmarkHazardsList(b *testing.B) {
	h := model.NewHazards()
	for i := range 1000 {
		id := fmt.Sprintf("H%04d", i)
		h.Apply(model.Record{ID: id, At: at(20), Kind: model.HazardFound, Body: json.RawMessage(`{"shift":"S","checkpoint":"plaza","kind":"fire","what":"exit blocked","severity":"serious"}`)})
		after := id
		for j, step := range []string{"ordered", "urged", "failed"} {
			body := fmt.Sprintf(`{"hazard":%q,"after":%q,"step":%q,"order":{"owner":"market office","deadline":"2026-11-22T12:00:00Z"}}`, id, after, step)
			after = fmt.Sprintf("%s-%d", id, j)
			h.Apply(model.Record{ID: after, At: at(21 + j%2), Kind: model.HazardMoved, Body: json.RawMessage(body)})
		}
	}
	for b.Loop() {
		if len(h.List(at(22))) != 1000 {
			b.Fatal("hazards are missing")
		}
	}
}
