package model_test

import (
	"testing"

	"beatbook/model"
)

// The report of a night is handed in: what is ordered afterwards is not to change it.
func TestAHazardStandsInAReportWithTheDeadlineOfThen(t *testing.T) {
	first, second := setOutOn(t, beat(), "2026-11-20", "21:00"), setOutOn(t, beat(), "2026-11-22", "21:00")
	second.ids = 100
	found := first.found()
	found.Order = first.order("03:00")
	id := first.do("21:30", found)
	before := first.hazard(id)
	second.move("22:00", before, model.RecheckFailed, second.order("23:00"))
	h := foldHazards(append(first.night.Story(), second.night.Story()...))
	for date, deadline := range map[model.Date]string{
		"2026-11-20": "2026-11-21T03:00", "2026-11-21": "2026-11-21T03:00", "2026-11-22": "2026-11-22T23:00",
	} {
		b := h.Balance(beat(), "2026-11-20", date, at(0).AddDate(0, 1, 0))
		for _, list := range [][]model.Hazard{b.Opened, b.Left} {
			if got := list[0].Order.Deadline.In(beat().Zone()).Format("2006-01-02T15:04"); got != deadline {
				t.Errorf("in the report of %s the deadline is %s, want %s", date, got, deadline)
			}
		}
	}
}
