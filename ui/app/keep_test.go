package app

import (
	"fmt"
	"testing"
	"time"

	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/session"
)

// kept is what the program would find among the settings after a kill now.
func (w *world) kept() map[string]string {
	w.t.Helper()
	var saved session.Settings
	if err := w.log.LoadSettings(&saved); err != nil {
		w.t.Fatal(err)
	}
	return saved.Drafts.Texts(time.Now())
}

func (w *world) keeps(place, want string) {
	w.t.Helper()
	if got := w.kept()[place]; got != want {
		w.t.Errorf("kept is %q, want %q", got, want)
	}
}

// checkingIn is the place of the note of a check-in.
func (w *world) checkingIn(checkpoint string) string {
	return screen.InForm("check-in "+w.shift+" "+checkpoint, 0)
}

func TestWhatIsTypedIsKeptAtOnce(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		note := w.checkingIn("wanda-south")
		w.press("n", "a")
		w.keeps(note, "a")
		for _, letter := range []string{"b", "c", "d"} {
			w.press(letter)
			w.keeps(note, "a")
		}
		w.pass(keepPace)
		w.keeps(note, "abcd")
		w.pass(keepPace)
		w.press("e")
		w.keeps(note, "abcde")
		w.press("ctrl+s")
		w.visited("wanda-south foot abcde")
		w.pass(keepPace)
		w.keeps(note, "")
	})
}

// A record may fail, and the program may be killed before it is tried again.
func TestWhatWasTypedIsKeptUntilItsRecordIsWritten(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		note := w.checkingIn("wanda-south")
		w.log.fail = fmt.Errorf("disk full")
		w.press("n", "路灯坏了", "ctrl+s")
		w.pass(time.Second)
		w.dialogs(1)
		w.keeps(note, "路灯坏了")
		w.log.fail = nil
		w.pass(time.Second)
		w.press("enter")
		w.pass(time.Second)
		w.visited("wanda-south foot 路灯坏了")
		w.keeps(note, "")
	})
}

// The form of the start is a page: it is there at once, with what was typed in the same night.
func TestTheStartOfAShiftOutlastsTheProgram(t *testing.T) {
	inWorld(t, func(w *world) {
		w.open()
		w.press("shift+tab", "shift+tab", "shift+tab", "shift+tab", "王五")
		w.pass(keepPace)
		w.again()
		w.sees("王五")
		w.press("ctrl+s")
		if body := last[model.ShiftStartedBody](w); len(body.Crew) != 1 || body.Crew[0] != "王五" {
			t.Errorf("%+v", body)
		}
		w.pass(keepPace)
		if kept := w.kept(); len(kept) != 0 {
			t.Errorf("%q", kept)
		}
	})
}

// again is the program after it was killed and started again.
func (w *world) again() {
	close(w.log.Arrivals)
	w.settle()
	w.log.Arrivals = make(chan model.Record, 100)
	w.open()
}
