package app

import (
	"testing"

	"beatbook/model"
	"beatbook/ui/theme"
)

// Keys that come before anything was drawn, or while nothing can be drawn, must do no harm.
func TestKeysBeforeTheFirstFrame(t *testing.T) {
	for name, shift := range map[string]bool{"start": false, "patrol": true} {
		for _, key := range []string{"f", "enter", "u", "n", "s", "3", "tab", "esc", "l", "?", "E", "up", "left"} {
			t.Run(name+" "+key, func(t *testing.T) {
				inWorld(t, func(w *world) {
					if shift {
						w.walk()
					}
					w.openWith(Config{Lang: model.EN, Theme: theme.Mono}, 20, 5)
					w.press(key)
					w.resize(80, 24)
					w.seesNot(w.app.env.Text.App.TooSmall[:10])
				})
			})
		}
	}
}

// The end of a shift is undone and the next key of the same message is for the patrol again.
func TestKeysMergedWithTheUndoOfAnEnd(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.do(model.EndShift{Shift: w.shift, Reason: "unwell"})
		w.open()
		w.press("uf")
		w.wrote(model.ShiftEnded, model.Withdrawn, model.CheckedIn)
	})
}
