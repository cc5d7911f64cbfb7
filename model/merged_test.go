package model_test

import (
	"encoding/json"
	"testing"
	"time"

	"beatbook/model"
)

// foreign folds in a record that another device made without knowing what this one knows.
func (p *patrol) foreign(when string, kind model.Kind, body any) string {
	p.t.Helper()
	b, err := json.Marshal(body)
	if err != nil {
		p.t.Fatal(err)
	}
	stamp := p.stamp(p.when(when))
	r := model.Record{
		ID: stamp.ID, Device: "foreign", At: stamp.At, Zone: p.plan.Timezone, Night: p.night.Date, Kind: kind, Body: b, Received: stamp.At,
	}
	p.seqs[r.Device]++
	if r, err = r.Numbered(p.seqs[r.Device], ""); err != nil {
		p.t.Fatal(err)
	}
	p.night.Apply(r)
	return r.ID
}

func TestOfTwoEndsTheFirstCounts(t *testing.T) {
	p := setOut(t, onePlace("21:30", "23:00"), "21:00")
	first := p.end("22:00")
	second := p.foreign("23:30", model.ShiftEnded, model.ShiftEndedBody{Shift: p.shift, Reason: "home"})
	p.calls("23:50", "1 plaza missed", "2 plaza not-required")
	p.withdraw("23:51", first, "two ends")
	p.calls("23:51", "1 plaza missed", "2 plaza missed")
	p.withdraw("23:52", second, "still out")
	if s, _ := p.night.Shift(p.shift); !s.Open() || s.Reason != "" {
		t.Errorf("ended %v %q", s.Ended, s.Reason)
	}
}

func TestAnEndIsNeverBeforeTheStart(t *testing.T) {
	p := setOut(t, onePlace("21:30"), "21:00")
	p.end("20:50")
	if s, _ := p.night.Shift(p.shift); !s.Ended.Equal(s.Started) {
		t.Errorf("started %v, ended %v", s.Started, s.Ended)
	}
}

func TestAnotherShiftsRecordsAreOutOfReach(t *testing.T) {
	p := setOut(t, onePlace("21:30"), "21:00")
	visit, yard := p.visit("21:30", "plaza"), "yard"
	other := p.do("21:31", p.start("car-1", "C", "D"))
	for _, intent := range []model.Intent{
		model.Withdraw{Shift: other, Of: visit},
		model.Correct{Shift: other, Of: visit, Checkpoint: &yard},
	} {
		if code := p.refused("21:31", intent); code != model.UnknownRecord {
			t.Errorf("%T: %s", intent, code)
		}
	}
	p.foreign("21:32", model.Withdrawn, model.WithdrawnBody{Shift: other, Of: visit})
	p.foreign("21:32", model.Corrected, model.CorrectedBody{Shift: other, Of: visit, Checkpoint: &yard})
	p.visits("21:33", "21:30 plaza")
}

func TestAStartIsNeverWithdrawn(t *testing.T) {
	p := setOut(t, onePlace("21:30"), "21:00")
	p.foreign("21:01", model.Withdrawn, model.WithdrawnBody{Shift: p.shift, Of: p.shift})
	p.calls("21:02", "1 plaza upcoming")
	if p.night.Withdrawn(p.shift) {
		t.Error("the start is shown as withdrawn")
	}
}

func TestWhatIsNotYetNumberedComesLast(t *testing.T) {
	p := setOut(t, onePlace("21:30"), "21:00")
	p.visit("21:30", "plaza")
	draft, err := model.Decide(p.night, p.stamp(p.when("21:20")), model.CheckIn{Shift: p.shift, Checkpoint: "yard"})
	if err != nil {
		t.Fatal(err)
	}
	p.night.Apply(draft)
	if story := p.night.Story(); story[len(story)-1].ID != draft.ID {
		t.Errorf("story %v", story)
	}
}

func TestRecordsThatAimAtEachOtherDoNoHarm(t *testing.T) {
	p := setOut(t, onePlace("21:30"), "21:00")
	p.visit("21:30", "plaza")
	p.foreign("21:31", model.Withdrawn, model.WithdrawnBody{Shift: p.shift, Of: "R0004"})
	p.foreign("21:32", model.Withdrawn, model.WithdrawnBody{Shift: p.shift, Of: "R0003"})
	p.foreign("21:33", model.Withdrawn, model.WithdrawnBody{Shift: p.shift, Of: "R0005"})
	p.foreign("21:34", model.CheckedIn, "no body of a check-in")
	p.foreign("21:35", model.CheckedIn, model.CheckedInBody{Shift: "unheard of", Checkpoint: "plaza"})
	p.visits("21:36", "21:30 plaza")
	if n := len(p.night.Story()); n != 7 {
		t.Errorf("%d records in the story, want 7", n)
	}
}

// What a device with a fast clock has withdrawn can be taken back by one whose clock is right (R11: the order of
// records is not that of clocks alone).
func TestAWithdrawalUnderAFastClockCanBeTakenBack(t *testing.T) {
	p := setOut(t, onePlace("21:30"), "21:00")
	visit := p.visit("21:30", "plaza")
	undo := p.foreign("23:31", model.Withdrawn, model.WithdrawnBody{Shift: p.shift, Of: visit, Reason: "slip"})
	p.calls("21:32", "1 plaza upcoming")
	p.withdraw("21:35", undo, "it was a slip")
	p.calls("21:36", "1 plaza on-time")
}

func TestACorrectedTimeThatMakesTheAnswerWasMissed(t *testing.T) {
	p := setOut(t, onePlace("21:30"), "20:15")
	visit, at := p.visit("20:30", "plaza"), p.when("21:30")
	p.do("23:00", model.Correct{Shift: p.shift, Of: visit, For: &at, Reason: "wrong hour"})
	p.calls("23:00", "1 plaza on-time corrected was-missed")
}

func TestAVehicleKeepsItsPlate(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	p.shift = p.do("21:01", model.StartShift{Plan: p.plan, Unit: "car-1", Route: "beat", Mode: model.Vehicle, Plate: "X1"})
	p.do("21:10", model.ChangeMode{Shift: p.shift, Mode: model.Foot})
	p.do("21:20", model.ChangeMode{Shift: p.shift, Mode: model.Vehicle})
	s, _ := p.night.Shift(p.shift)
	if leg := s.Leg(); leg.Plate != "X1" || leg.Mode != model.Vehicle {
		t.Errorf("leg %+v", leg)
	}
	if leg := s.LegAt(p.when("21:15")); leg.Mode != model.Foot {
		t.Errorf("leg at 21:15 %+v", leg)
	}
	if leg := s.LegAt(p.when("20:00")); leg.Mode != model.Vehicle || !leg.From.Equal(s.Started) {
		t.Errorf("leg before the start %+v", leg)
	}
}

func TestUndoAfterTheClockWasSetBackNeedsAReason(t *testing.T) {
	p := setOut(t, onePlace("21:30"), "21:00")
	visit := p.visit("21:30", "plaza")
	if code := p.refused("21:27:59", model.Withdraw{Shift: p.shift, Of: visit}); code != model.ReasonNeeded {
		t.Errorf("refused with %s", code)
	}
	p.withdraw("21:28", visit, "")
	if n := p.night.Len(); n != 3 {
		t.Errorf("%d records", n)
	}
}

func TestProgressCountsEveryCallOnce(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	p.visit("21:30", "plaza")
	p.skip("21:51", "market", 1)
	j := p.judged("23:10")
	for _, c := range []struct {
		round int
		want  model.Progress
	}{
		{1, model.Progress{Due: 3, Made: 1, Skipped: 1, Missed: 1}},
		{2, model.Progress{Due: 3, Waiting: 3}},
		{0, model.Progress{Due: 9, Made: 1, Skipped: 1, Missed: 1, Waiting: 6}},
	} {
		if got := j.Progress(c.round); got != c.want {
			t.Errorf("round %d: %+v, want %+v", c.round, got, c.want)
		}
	}
	if late := p.judged("23:41").Progress(2); late.Overdue != 1 || late.Waiting != 3 {
		t.Errorf("overdue: %+v", late)
	}
	if j.Round() != 2 || j.Calls[j.Next()].Checkpoint != "plaza" {
		t.Errorf("round %d, next %d", j.Round(), j.Next())
	}
	done := p.judged("09:00")
	if done.Next() != -1 || done.Round() != 3 || done.Progress(0).Settled() != 1 || (model.Progress{}).Settled() != 1 {
		t.Errorf("at the end: next %d round %d", done.Next(), done.Round())
	}
	if got := j.Expected("plaza", p.when("23:10")); got != 3 {
		t.Errorf("a visit of the plaza is expected for call %d", got)
	}
	if got := j.Expected("yard", p.when("23:10").Add(time.Hour)); got != -1 {
		t.Errorf("the yard is expected for call %d", got)
	}
}
