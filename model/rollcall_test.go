package model_test

import (
	"testing"

	"beatbook/model"
)

func TestARollCallNamesWhoAnsweredAndWhoDidNot(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	s, _ := p.night.Shift(p.shift)
	other := *s
	other.ID, other.Night, other.Unit = "before", s.Night.AddDays(-1), model.Unit{ID: "car-1", Callsign: model.Name{ZH: "车一", EN: "Car 1"}}
	id := p.do("22:00", model.CallRoll{Plan: p.plan, Operator: " Wang ", Began: p.when("21:58"), Heard: []*model.Shift{s}, Silent: []*model.Shift{&other}})
	r, _ := p.night.Record(id)
	body, err := model.Decode[model.RollCalledBody](r)
	if err != nil || r.Kind != model.RollCalled || r.Night != p.night.Date || body.Operator != "Wang" || !body.Began.Equal(p.when("21:58")) {
		t.Fatalf("%s %v", r.Body, err)
	}
	if want := (model.CalledUnit{Shift: "before", Unit: "car-1", Callsign: other.Unit.Callsign}); len(body.Silent) != 1 || body.Silent[0] != want {
		t.Errorf("%+v", body.Silent)
	}
	if f := model.FactsOf(r); len(f.Heard) != 1 || f.Heard[0].Shift != s.ID || len(f.Silent) != 1 || f.Operator != "Wang" {
		t.Errorf("%+v", f)
	}
	if p.night.ShiftOf(id) != "" {
		t.Error("a roll call of all is a sign of one")
	}
}

func TestARollCallNeedsAnOperatorAndUnits(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	s, _ := p.night.Shift(p.shift)
	for want, i := range map[string]model.CallRoll{
		"operator-needed": {Plan: p.plan, Operator: " ", Silent: []*model.Shift{s}},
		"nothing-changed": {Plan: p.plan, Operator: "Wang"},
	} {
		if _, err := model.Decide(p.night, p.stamp(p.when("22:00")), i); err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// An operator who heard the wrong unit takes that back, and then it was not heard of.
func TestThatAUnitWasHeardOfCanBeTakenBack(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	heard := p.do("21:50", onBehalf(model.HearUnit{Shift: p.shift}))
	s, _ := p.night.Shift(p.shift)
	if last := s.Heard[len(s.Heard)-1]; !last.Equal(p.when("21:50")) {
		t.Fatalf("last heard of at %v", last)
	}
	p.do("21:51", onBehalf(model.Withdraw{Shift: p.shift, Of: heard}))
	s, _ = p.night.Shift(p.shift)
	if last := s.Heard[len(s.Heard)-1]; !last.Equal(p.when("21:00")) || !p.night.Withdrawn(heard) {
		t.Errorf("last heard of at %v", last)
	}
}
