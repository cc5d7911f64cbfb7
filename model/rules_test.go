package model_test

import (
	"reflect"
	"testing"

	"beatbook/model"
)

func TestR1UndoWithinTwoMinutesNeedsNoReason(t *testing.T) {
	p := setOut(t, onePlace("21:30"), "21:00")
	id := p.visit("21:30", "plaza")
	p.calls("21:31", "1 plaza on-time")
	p.withdraw("21:32", id, "")
	p.calls("21:33", "1 plaza upcoming")
	if r, ok := p.night.Record(id); !ok || r.Kind != model.CheckedIn || !p.night.Withdrawn(id) {
		t.Error("the withdrawn check-in is no longer there to be seen")
	}
	if n := len(p.night.Story()); n != 3 {
		t.Errorf("story of %d records, want all 3", n)
	}
}

func TestR1AfterTwoMinutesAReasonIsNeeded(t *testing.T) {
	p := setOut(t, onePlace("21:30"), "21:00")
	id, note := p.visit("21:30", "plaza"), "crowd"
	undo := model.Withdraw{Shift: p.shift, Of: id}
	correct := model.Correct{Shift: p.shift, Of: id, Note: &note, Reason: " "}
	for _, intent := range []model.Intent{undo, correct} {
		if code := p.refused("21:32:01", intent); code != model.ReasonNeeded {
			t.Errorf("%T: %s", intent, code)
		}
	}
	p.withdraw("21:40", id, "wrong place")
	p.calls("21:40", "1 plaza upcoming")
}

func TestR1ACorrectionKeepsTheRest(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	id := p.do("21:50", model.CheckIn{Shift: p.shift, Checkpoint: "plaza", Mode: model.Vehicle, Note: "quiet"})
	market := "market"
	p.do("21:51", model.Correct{Shift: p.shift, Of: id, Checkpoint: &market})
	note, reason := "two stalls", "typing"
	p.do("22:20", model.Correct{Shift: p.shift, Of: id, Note: &note, Reason: reason})
	v := p.judged("22:20").Visits[0]
	if v.Checkpoint != "market" || v.Mode != model.Vehicle || v.Note != note || !v.At.Equal(p.when("21:50")) {
		t.Errorf("visit %+v", v.Visit)
	}
	p.visits("22:20", "21:50 market corrected")
}

func TestR1AWithdrawnCorrectionCountsNoMore(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	id, market := p.visit("21:30", "plaza"), "market"
	correction := p.do("21:31", model.Correct{Shift: p.shift, Of: id, Checkpoint: &market})
	p.withdraw("21:32", correction, "")
	p.visits("21:32", "21:30 plaza")
}

func TestR1AWithdrawalOfAWithdrawal(t *testing.T) {
	p := setOut(t, onePlace("21:30"), "21:00")
	id := p.visit("21:30", "plaza")
	first := p.withdraw("21:31", id, "")
	second := p.withdraw("21:32", first, "")
	p.calls("21:33", "1 plaza on-time")
	p.withdraw("21:33", second, "")
	p.calls("21:34", "1 plaza upcoming")
}

func TestR1TheLaterCorrectionWins(t *testing.T) {
	p := setOut(t, onePlace("21:30"), "21:00")
	id := p.visit("21:30", "plaza")
	for _, note := range []string{"one", "two", ""} {
		p.do("21:31", model.Correct{Shift: p.shift, Of: id, Note: &note})
		if got := p.judged("21:31").Visits[0].Note; got != note {
			t.Errorf("note %q, want %q", got, note)
		}
	}
}

func TestR2WhatIsOddIsTaken(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	p.do("21:01", model.ChangeCrew{Shift: p.shift, Crew: []string{"A"}})
	p.visit("21:49", "market")
	p.visit("21:50:30", "plaza")
	p.visit("21:52", "yard")
	p.visits("21:53", "21:49 market crew-of-one", "21:50 plaza crew-of-one out-of-order", "21:52 yard crew-of-one extra")
}

// A crew that nobody has named, as of a unit that was started by radio, is not a crew of one.
func TestACrewThatWasNotGivenIsNotMarked(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	p.do("21:01", model.ChangeCrew{Shift: p.shift, Crew: nil})
	p.visit("21:30", "plaza")
	p.visits("21:31", "21:30 plaza")
}

func TestR2AnyOrderIsNeverOutOfOrder(t *testing.T) {
	plan := beat()
	plan.Routes[0].Order = model.AnyOrder
	p := setOut(t, plan, "21:00")
	p.visit("21:49", "market")
	p.visit("21:50", "plaza")
	p.visits("21:53", "21:49 market", "21:50 plaza")
}

func TestR2OrderIsThatOfOneRound(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	p.visit("22:20", "school")
	p.visit("23:30", "plaza")
	p.visits("23:31", "22:20 school", "23:30 plaza")
}

func TestR3ThePlanIsFrozenAtTheStart(t *testing.T) {
	plan := onePlace("21:30")
	p := setOut(t, plan, "21:00")
	plan.Routes[0].Rounds[0] = clockOf("03:00")
	plan.Routes[0].Calls[0].Checkpoint = "yard"
	p.calls("21:00", "1 plaza upcoming")
	p.shift = p.do("21:10", p.start("car-1"))
	p.calls("21:10", "1 yard upcoming")
}

func TestR4ArrivalChangesTheAnswerAndShowsIt(t *testing.T) {
	p := setOut(t, onePlace("21:30"), "21:00")
	p.calls("22:30", "1 plaza missed")
	p.device, p.entered = "tablet", p.when("03:12").Sub(p.when("21:35"))
	p.visit("21:35", "plaza")
	p.calls("03:12", "1 plaza on-time was-missed")
	if known := p.judged("03:12").Calls[0].Known; !known.Equal(p.when("03:12")) {
		t.Errorf("known at %v, want 03:12", known)
	}
}

func TestR4ArrivedInTimeWasNeverMissed(t *testing.T) {
	p := setOut(t, onePlace("21:30"), "21:00")
	p.device, p.entered = "tablet", p.when("22:00").Sub(p.when("21:35"))
	p.visit("21:35", "plaza")
	p.calls("22:00", "1 plaza on-time")
}

func TestR4ACorrectionThatMakesTheAnswerWasMissed(t *testing.T) {
	p := setOut(t, onePlace("21:30"), "21:00")
	id, plaza := p.visit("21:35", "yard"), "plaza"
	p.do("23:00", model.Correct{Shift: p.shift, Of: id, Checkpoint: &plaza, Reason: "wrong row"})
	p.calls("23:00", "1 plaza on-time corrected was-missed")
}

func TestR4JudgingTwiceIsTheSame(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	p.visit("21:30", "plaza")
	p.visit("21:31", "plaza")
	if !reflect.DeepEqual(p.judged("22:00"), p.judged("22:00")) {
		t.Error("two judgements differ")
	}
}

func TestR5TheFirstCountsAndLaterOnesRepeat(t *testing.T) {
	p := setOut(t, onePlace("21:30"), "21:00")
	p.visit("21:25", "plaza")
	p.visit("21:30", "plaza")
	p.visits("21:31", "21:25 plaza", "21:30 plaza repeat")
	if c := p.judged("21:31").Calls[0]; c.Visit != 0 {
		t.Errorf("answered by visit %d", c.Visit)
	}
}

func TestR5AnEchoAnswersNothing(t *testing.T) {
	p := setOut(t, onePlace("21:00", "21:10"), "20:00")
	p.visit("21:05", "plaza")
	p.visit("21:06", "plaza")
	p.visit("21:06:01", "plaza")
	p.visits("21:07", "21:05 plaza", "21:06 plaza repeat", "21:06 plaza")
	p.calls("21:07", "1 plaza on-time", "2 plaza on-time")
}

func TestR5AnEchoBelongsToTheCallOfItsTap(t *testing.T) {
	p := setOut(t, onePlace("21:00", "23:00"), "20:00")
	p.visit("21:30", "plaza")
	p.visit("21:30:20", "plaza")
	p.visits("21:31", "21:30 plaza", "21:30 plaza repeat")
	if v := p.judged("21:31").Visits[1]; v.Call != 0 {
		t.Errorf("the echo repeats call %d, want 0", v.Call)
	}
}
