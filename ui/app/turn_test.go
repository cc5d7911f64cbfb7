package app

import (
	"testing"
	"time"

	"beatbook/model"
)

// A shift may start between the turn of the night and the reading of the new one, as after a laptop's sleep: the night is
// then read once, and what else it holds is there.
func TestAShiftStartedBeforeItsNightWasRead(t *testing.T) {
	inWorld(t, func(w *world) {
		w.open()
		w.begin("horn-1", "night-market", model.Foot, "A", "B")
		w.do(model.EndShift{Shift: w.shift, Reason: "unwell"})
		w.app.env.TakeIn(model.NewNight(tonight.AddDays(-1)))
		w.press("enter")
		if w.app.env.Night.Date != tonight || w.app.env.Shift() == nil {
			t.Fatalf("night %s, shift %v", w.app.env.Night.Date, w.app.env.Shift())
		}
		w.pass(3 * time.Second)
		if unread := w.app.env.Turn(w.app.env.Now); unread != "" {
			t.Errorf("night %s is to be read again and again", unread)
		}
		if n := len(w.app.env.Night.Shifts()); n != 2 || w.app.env.Shift() == nil {
			t.Errorf("%d shifts of the night, the open one %v", n, w.app.env.Shift())
		}
	})
}
