package model_test

import (
	"testing"
	"time"

	"beatbook/model"
)

// A laptop whose clock is centuries off is not to shift what is said of the others.
func TestAGapBeginsWithItsShiftCenturiesLater(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	far := beat()
	far.Routes[0].Calls = []model.RouteCall{{Checkpoint: "yard"}}
	at := time.Date(2350, 5, 5, 13, 0, 0, 0, time.UTC)
	start := model.StartShift{Plan: far, Unit: "car-1", Crew: []string{"C", "D"}, Route: "beat", Mode: model.Vehicle}
	r, err := model.Decide(model.NewNight(far.Night(at)), p.stamp(at), start)
	if err != nil {
		t.Fatal(err)
	}
	r.Night = p.night.Date
	p.night.Apply(r)
	gaps := p.night.Tally(model.ReportFilter{}, p.when("22:00")).Gaps
	if g := gaps["yard"]; !g.From.Equal(at) || g.Length != 0 {
		t.Errorf("the far one: %+v", g)
	}
	if g := gaps["plaza"]; !g.From.Equal(p.when("21:00")) || g.Length != model.Duration(time.Hour) {
		t.Errorf("the near one: %+v", g)
	}
}
