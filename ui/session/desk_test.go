package session_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"beatbook/model"
	"beatbook/ui/session"
)

func (d *device) desk() *session.Session {
	d.t.Helper()
	s, err := session.LoadDesk(context.Background(), d.store)
	if err != nil {
		d.t.Fatal(err)
	}
	return s
}

// staffed is a desk at which somebody has signed on.
func staffed(t *testing.T) (*device, *session.Session) {
	t.Helper()
	d := newDevice(t)
	s := d.desk()
	d.do(s, model.SignOn{Plan: s.Plan, Operator: "王芳"})
	return d, s
}

func out(s *session.Session, now time.Time) []string {
	s.UpdateBoard(now)
	var units []string
	for _, row := range s.Desk.Board.Out {
		units = append(units, row.Judged.Shift.Unit.ID)
	}
	return units
}

func TestNothingIsRecordedForAUnitByNobody(t *testing.T) {
	d := newDevice(t)
	s := d.desk()
	_, err := s.Intend(walk(s))
	if refusal := (*model.Refusal)(nil); !errors.As(err, &refusal) || refusal.Code != model.OperatorNeeded {
		t.Errorf("%v", err)
	}
}

func TestWhatTheDeskWritesNamesTheOperator(t *testing.T) {
	d, s := staffed(t)
	started := d.do(s, walk(s))
	if s.Shift() != nil {
		t.Error("the shift is in hand though nobody picked it")
	}
	shift, _ := s.Night.Shift(started.ID)
	visit, err := s.IntendFor(shift, model.CheckIn{Shift: shift.ID, Checkpoint: "wanda-east"})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range []model.Record{started, visit} {
		if b := model.FactsOf(r).Behalf; b == nil || *b != (model.Behalf{Operator: "王芳", Channel: model.ByRadio}) {
			t.Errorf("%s on behalf %v", r.Kind, b)
		}
	}
	found := d.do(s, model.FindHazard{Shift: shift.ID, Checkpoint: "wanda-east", Kind: "fire", Severity: "minor", What: "x"})
	hazard, _ := s.Hazards.Find(found.ID)
	moved := d.do(s, model.MoveHazard{Plan: s.Plan, Hazard: hazard, Step: model.FixedOnSpot})
	if b := model.FactsOf(moved).Behalf; b == nil || b.Channel != model.AtDesk {
		t.Errorf("a step at the desk on behalf %v", b)
	}
	if f := model.FactsOf(moved); f.Shift != "" || f.By != "" {
		t.Errorf("a step at the desk by %q in %q", f.By, f.Shift)
	}
}

func TestAStepOnPatrolNamesTheShiftInHand(t *testing.T) {
	d := newDevice(t)
	s := d.load()
	shift := d.do(s, walk(s))
	found := d.do(s, model.FindHazard{Shift: shift.ID, Checkpoint: "wanda-east", Kind: "fire", Severity: "minor", What: "x"})
	hazard, _ := s.Hazards.Find(found.ID)
	moved := d.do(s, model.MoveHazard{Plan: s.Plan, Hazard: hazard, Step: model.FixedOnSpot})
	if f := model.FactsOf(moved); f.Shift != shift.ID || f.By != "horn-1" || f.Behalf != nil {
		t.Errorf("%s", moved.Body)
	}
}

func TestADeskHoldsShiftsOfSeveralNights(t *testing.T) {
	d, s := staffed(t)
	first := d.do(s, walk(s))
	d.now = d.now.Add(20 * time.Hour)
	if turn := s.Turn(d.now); turn != "2026-11-25" {
		t.Fatalf("turn to %q", turn)
	}
	night, err := d.store.Night("2026-11-25")
	if err != nil {
		t.Fatal(err)
	}
	s.TakeIn(night)
	if turn := s.Turn(d.now); turn != "" {
		t.Errorf("turn to %q once more", turn)
	}
	car := session.Form{Unit: "police-01", Route: "district-car", Mode: model.Vehicle}
	d.do(s, car.Intent(s.Plan))
	for name, desk := range map[string]*session.Session{"going on": s, "opened again": d.desk()} {
		if units := out(desk, d.now); len(units) != 2 || units[0] != "horn-1" || units[1] != "police-01" {
			t.Errorf("%s: out %v", name, units)
		}
		row, ok := desk.Desk.Board.Row(first.ID)
		if !ok {
			t.Fatalf("%s: the shift of last night is lost", name)
		}
		desk.Pick(row.Judged.Shift)
		if desk.Shift() == nil || desk.Night.Date != "2026-11-24" {
			t.Errorf("%s: picked %v of %s", name, desk.Shift(), desk.Night.Date)
		}
		if desk.Pick(nil); desk.Shift() != nil || desk.Night.Date != "2026-11-25" {
			t.Errorf("%s: left in hand: night %s", name, desk.Night.Date)
		}
	}
}

// A unit that nobody has ended last night is no second time out; once it is in it can go out again.
func TestAUnitStillOutSinceLastNightIsNotStarted(t *testing.T) {
	d, s := staffed(t)
	first := d.do(s, walk(s))
	d.now = d.now.Add(20 * time.Hour)
	night, err := d.store.Night("2026-11-25")
	if err != nil {
		t.Fatal(err)
	}
	s.TakeIn(night)
	written := model.OnBehalf{Behalf: model.Behalf{Operator: "王芳", Channel: model.ByPhone}, Intent: walk(s)}
	for name, intent := range map[string]model.Intent{"by form": walk(s), "by the line": written} {
		_, err := s.Intend(intent)
		if refusal := (*model.Refusal)(nil); !errors.As(err, &refusal) || refusal.Code != model.ShiftOpen || refusal.Name.ZH == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
	before, _ := s.Nights()[1].Shift(first.ID)
	if _, err := s.IntendFor(before, model.EndShift{Shift: first.ID, Reason: "battery"}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Intend(written); err != nil {
		t.Errorf("after its end: %v", err)
	}
}

// What lies before a start is not what was done last: its undoing would surprise, and an end taken back puts a unit out
// twice.
func TestNoUndoReachesBehindAStart(t *testing.T) {
	d, s := staffed(t)
	first := d.do(s, walk(s))
	d.do(s, model.CheckIn{Shift: first.ID, Checkpoint: "wanda-east"})
	if _, record, ok := s.UndoableAtDesk(); !ok || record.Kind != model.CheckedIn {
		t.Fatalf("undoable: %v %v", record.Kind, ok)
	}
	d.do(s, model.EndShift{Shift: first.ID, Reason: "battery"})
	if _, record, ok := s.UndoableAtDesk(); !ok || record.Kind != model.ShiftEnded {
		t.Fatalf("undoable: %v %v", record.Kind, ok)
	}
	again := d.do(s, walk(s))
	if _, record, ok := s.UndoableAtDesk(); ok {
		t.Errorf("behind the start: %s", record.Kind)
	}
	d.do(s, model.CheckIn{Shift: again.ID, Checkpoint: "wanda-east"})
	if shift, record, ok := s.UndoableAtDesk(); !ok || record.Kind != model.CheckedIn || shift.ID != again.ID {
		t.Errorf("undoable: %v %v", record.Kind, ok)
	}
}

// A record that could not be written gives way to another one: as many as before, and not the same.
func TestTheBoardMissesNoChange(t *testing.T) {
	d, s := staffed(t)
	failed, err := s.Intend(walk(s))
	if err != nil {
		t.Fatal(err)
	}
	if units := out(s, d.now); len(units) != 1 || units[0] != "horn-1" {
		t.Fatalf("out %v", units)
	}
	s.Forget(failed)
	car := session.Form{Unit: "police-01", Route: "district-car", Mode: model.Vehicle}
	if _, err := s.Intend(car.Intent(s.Plan)); err != nil {
		t.Fatal(err)
	}
	if units := out(s, d.now); len(units) != 1 || units[0] != "police-01" {
		t.Errorf("out %v", units)
	}
	before := s.Changes()
	d.do(s, model.AdoptPlan{Plan: *s.Plan})
	if s.Changes() == before {
		t.Error("another plan is no change")
	}
}

func TestNothingIsSuggestedAtTheDesk(t *testing.T) {
	_, s := staffed(t)
	if form := s.Suggest(); form.Unit != "" || form.Route != "" || form.Mode != "" || form.Crew != nil || form.Plate != "" {
		t.Errorf("%+v", form)
	}
}

// The desk's machine may also be taken along: what was written down there for others is no shift of its own.
func TestALaptopTakesUpNoShiftThatTheDeskStarted(t *testing.T) {
	d, desk := staffed(t)
	d.do(desk, walk(desk))
	s := d.load()
	if s.Shift() != nil {
		t.Fatal("a unit's shift became that of the desk's machine")
	}
	own := d.do(s, session.Form{Unit: "police-01", Route: "district-car", Mode: model.Vehicle}.Intent(s.Plan))
	armband := session.Form{Unit: "armband-2", Route: "night-market", Mode: model.Foot}
	d.do(desk, armband.Intent(desk.Plan))
	if s = d.load(); s.Shift() == nil || s.Shift().ID != own.ID {
		t.Error("the own shift was not taken up behind one that the desk started")
	}
}

func TestTheDeskKnowsWhoSitsThere(t *testing.T) {
	d, s := staffed(t)
	if s.Desk.Operator != "王芳" || d.desk().Desk.Operator != "王芳" {
		t.Errorf("operator %q, after a restart %q", s.Desk.Operator, d.desk().Desk.Operator)
	}
	d.now = d.now.Add(time.Hour)
	d.do(s, model.SignOn{Plan: s.Plan, Operator: "刘洋", Relieves: "王芳", Note: "一组未归"})
	for _, desk := range []*session.Session{s, d.desk()} {
		if k := desk.Desk; k.Operator != "刘洋" || !k.Since.Equal(d.now) || k.Note != "一组未归" {
			t.Errorf("after the relief: %+v", k)
		}
	}
	d.do(s, model.SignOff{Plan: s.Plan, Operator: "刘洋"})
	if again := d.desk(); s.Desk.Operator != "" || again.Desk.Operator != "" {
		t.Errorf("after signing off: %q, after a restart %q", s.Desk.Operator, again.Desk.Operator)
	}
}
