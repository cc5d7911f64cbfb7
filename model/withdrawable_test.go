package model_test

import (
	"testing"

	"beatbook/model"
)

func TestWhatMayBeWithdrawn(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	found := p.do("21:30", p.found())
	ids := map[model.Kind]string{
		model.ShiftStarted:   p.shift,
		model.CheckedIn:      p.visit("21:30", "plaza"),
		model.Skipped:        p.skip("21:31", "market", 1),
		model.CrewChanged:    p.do("21:32", model.ChangeCrew{Shift: p.shift, Crew: []string{"C"}}),
		model.ModeChanged:    p.do("21:33", model.ChangeMode{Shift: p.shift, Mode: model.Vehicle}),
		model.OutcomeCounted: p.count("21:34", "plaza", "doors-knocked", 1),
		model.HazardFound:    found,
		model.HazardMoved:    p.move("21:35", p.hazard(found), model.FixedOnSpot, nil),
		model.ChecklistDone:  p.do("21:36", model.DoChecklist{Shift: p.shift, Checkpoint: "plaza", Answers: []model.Answer{{Item: "exit"}}}),
	}
	ids[model.Corrected] = p.do("21:37", model.Correct{Shift: p.shift, Of: ids[model.CheckedIn], Reason: "x", Checkpoint: pointer("yard")})
	ids[model.ShiftEnded] = p.end("22:00")
	for kind, id := range ids {
		_, err := model.Decide(p.night, p.stamp(p.when("22:01")), model.Withdraw{Shift: p.shift, Of: id, Reason: "x"})
		switch kind {
		case model.ShiftStarted, model.OutcomeCounted, model.HazardFound, model.HazardMoved, model.ChecklistDone:
			if err == nil || err.Error() != "unknown-record: "+id {
				t.Errorf("%s: %v, want unknown-record", kind, err)
			}
		default:
			if err != nil {
				t.Errorf("%s: %v", kind, err)
			}
		}
	}
}

// What Decide refuses to withdraw, the projection must not let a foreign record withdraw either: the log would show a
// hazard as withdrawn that stands in the list of hazards, and counted work would vanish without a correction (R14, R15).
func TestAForeignWithdrawalReachesNoFurtherThanDecide(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	counted := p.count("21:30", "plaza", "doors-knocked", 3)
	found := p.do("21:31", p.found())
	check := p.do("21:32", model.DoChecklist{Shift: p.shift, Checkpoint: "plaza", Answers: []model.Answer{{Item: "exit"}}})
	for _, id := range []string{counted, found, check} {
		p.foreign("21:40", model.Withdrawn, model.WithdrawnBody{Shift: p.shift, Of: id, Reason: "x"})
		if p.night.Withdrawn(id) {
			r, _ := p.night.Record(id)
			t.Errorf("%s is shown as withdrawn", r.Kind)
		}
	}
	s, _ := p.night.Shift(p.shift)
	if len(s.Checks) != 1 || p.sum("", "doors-knocked") != 3 || len(p.hazards().List(p.when("21:41"))) != 1 {
		t.Errorf("%d checks, %d doors", len(s.Checks), p.sum("", "doors-knocked"))
	}
}
