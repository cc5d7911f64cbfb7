package dialog

import (
	"testing"

	"beatbook/model"
)

// At the desk many are out: what is said of an end says whose it is.
func TestTheEndOfAShiftNamesItsUnit(t *testing.T) {
	w := newDeskWorld(t)
	w.do(model.SignOn{Plan: w.plan, Operator: "Wang Fang"})
	started := w.do(model.StartShift{Plan: w.plan, Unit: "horn-1", Crew: []string{"a", "b"}, Route: "night-market", Mode: model.Foot})
	shift, _ := w.env.Night.Shift(started.ID)
	w.env.Pick(shift)
	w.env.Judge()
	w.env.Open(NewEnd(w.env))
	w.press("1", "ctrl+s")
	if n := w.written(); n.Text != "Little Horn 1: the shift has ended" {
		t.Errorf("%+v", n)
	}
}
