package app

import (
	"testing"
	"time"

	"beatbook/model"
)

// Esc first takes away what was looked for, and only then leaves the page: the footer says which.
func TestTheFooterSaysWhatEscDoes(t *testing.T) {
	for page, c := range map[string]struct {
		keys         []string
		clear, found string
	}{
		"log":     {[]string{"l", "/", "wanda", "enter"}, "Esc clear the search", "wanda"},
		"hazards": {[]string{"H", "/", "wanda", "enter"}, "Esc clear the filter", "wanda"},
	} {
		t.Run(page, func(t *testing.T) {
			inWorld(t, func(w *world) {
				w.walk()
				w.open()
				w.press("f")
				w.press(c.keys...)
				w.sees(c.clear, c.found)
				w.seesNot("Esc back")
				w.pass(2 * time.Second)
				w.press("esc")
				w.sees("Esc back")
				w.seesNot(c.clear)
				w.pass(2 * time.Second)
				w.press("esc")
				w.seesNot("Esc back")
			})
		})
	}
}

// A start is ended, not undone.
func TestUndoAfterAStartSaysWhatToDo(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		w.press("u")
		w.sees("Nothing to undo: a start cannot be; end the shift with E/F10")
		w.wrote()
	})
	atDesk(t, func(w *world) {
		w.press("u")
		w.sees("Nothing to undo")
		w.seesNot("a start cannot be")
		w.begin("joint-3", "fire-watch", model.Foot, "e", "f")
		w.desk()
		w.press("u")
		w.sees("a start cannot be; end the shift with E/F10")
		w.onBoard(3)
	})
}

// Which units are out is seen before one is picked; a start of such a one is refused all the same.
func TestTheStartFormOfTheDeskMarksWhoIsOut(t *testing.T) {
	atDesk(t, func(w *world) {
		w.press("s")
		out, in := w.unitLine("horn-1"), w.unitLine("joint-3")
		w.sees(out+"  → out", in)
		w.seesNot(in + "  → out")
		w.elsewhere(model.EndShift{Shift: w.shiftOf("horn-1").ID, Reason: "unwell"})
		w.seesNot(out + "  → out")
		w.elsewhere(model.StartShift{Plan: w.plan, Unit: "joint-3", Route: "fire-watch", Mode: model.Foot, Crew: []string{"e", "f"}})
		w.sees(in + "  → out")
		w.press("4", "ctrl+s")
		w.sees(w.app.env.Text.Start.Title, "still has an open shift")
	})
	inWorld(t, func(w *world) {
		w.open()
		w.elsewhere(model.StartShift{Plan: w.plan, Unit: "horn-1", Route: "night-market", Mode: model.Foot, Crew: []string{"e", "f"}})
		w.sees(w.app.env.Text.Start.Title)
		w.seesNot("→ out")
	})
}

// unitLine is the name of a unit as a list shows it.
func (w *world) unitLine(id string) string {
	w.t.Helper()
	unit, ok := w.plan.Unit(id)
	if !ok {
		w.t.Fatalf("no unit %s", id)
	}
	return unit.Callsign.In(w.app.env.Lang)
}
