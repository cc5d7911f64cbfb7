package app

import (
	"testing"
	"time"

	"beatbook/model"
)

// What waits behind a record that fails may be about that record: it must not reach the log without it.
func TestRecordsBehindAFailedOneFailWithIt(t *testing.T) {
	noted := func(w *world) {
		blocked(w)
		w.press("f", "n", "占道", "ctrl+s")
		w.log.fail, w.log.once = full, true
		w.log.gate <- struct{}{}
		w.settle()
		close(w.log.gate)
		w.log.gate = nil
		w.settle()
		w.wrote()
		w.dialogs(1)
		w.pass(2 * time.Second)
	}
	inWorld(t, func(w *world) {
		noted(w)
		w.press("enter")
		w.wrote(model.CheckedIn, model.Corrected)
		w.visited("wanda-east foot 占道")
	})
	inWorld(t, func(w *world) {
		noted(w)
		w.press("D")
		w.wrote()
		w.press("f")
		w.visited("wanda-east foot")
	})
}

// What was typed is to be read as long as it is not safe.
func TestWhatWasTypedIsShownWhenItIsNotRecorded(t *testing.T) {
	for name, keys := range map[string][]string{
		"note":         {"n", "燃气瓶 12 只", "ctrl+s"},
		"note added":   {"f", "n", "燃气瓶 12 只", "ctrl+s"},
		"typed reason": {"s7", "燃气瓶 12 只", "enter"},
		"handover":     {"E", "1", "tab", "tab", "燃气瓶 12 只", "ctrl+s"},
	} {
		t.Run(name, func(t *testing.T) {
			inWorld(t, func(w *world) {
				w.walk()
				w.open()
				w.press(keys[:len(keys)-1]...)
				w.log.fail = full
				w.press(keys[len(keys)-1])
				w.dialogs(1)
				w.sees(w.app.env.Text.Errors.NotRecordedTitle, "燃气瓶 12 只")
			})
		})
	}
}
