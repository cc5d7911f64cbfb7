package app

import (
	"testing"
	"time"

	"beatbook/data"
	"beatbook/model"
)

var full = &data.PathError{Path: "/data/journal", Kind: data.ErrDiskFull}

// blocked is a walk at 21:25 whose records wait for the disk.
func blocked(w *world) {
	w.walk()
	w.clock(21, 25)
	w.open()
	w.log.gate = make(chan struct{})
}

// release lets one record through.
func (w *world) release() {
	w.log.gate <- struct{}{}
	w.settle()
}

func TestKeysAnswerWhileARecordIsWritten(t *testing.T) {
	inWorld(t, func(w *world) {
		blocked(w)
		w.press("f")
		w.visited()
		w.sees(w.app.env.Text.State(model.OnTime)+" 21:25", w.app.env.Text.Patrol.Writing)
		w.pass(2 * time.Second)
		w.at("2")
		w.sees("21:25:02")
		w.press("5")
		w.at("5")
		w.release()
		w.visited("wanda-east foot")
		w.seesNot(w.app.env.Text.Patrol.Writing)
		w.confirms("21:25:00")
	})
}

func TestRecordsAreWrittenInOrder(t *testing.T) {
	inWorld(t, func(w *world) {
		blocked(w)
		w.press("f")
		w.pass(2 * time.Second)
		w.press("v", "3", "s1", "u")
		w.visited()
		for range 4 {
			w.release()
		}
		w.wrote(model.CheckedIn, model.CheckedIn, model.Skipped, model.Withdrawn)
		w.visited("wanda-east foot", "wanda-south vehicle")
		if w.log.most > 1 {
			t.Errorf("%d records were being written at the same time", w.log.most)
		}
	})
}

func TestNoteWhileTheRecordIsWritten(t *testing.T) {
	inWorld(t, func(w *world) {
		blocked(w)
		w.press("f", "n", "早到一步", "ctrl+s")
		w.release()
		w.release()
		w.visited("wanda-east foot 早到一步")
	})
}

func TestQuitWaitsForWriting(t *testing.T) {
	inWorld(t, func(w *world) {
		blocked(w)
		w.press("ff", "q")
		if w.quit {
			t.Fatal("it has quit while a record was being written")
		}
		w.sees(w.app.env.Text.App.Saving)
		if w.release(); w.quit {
			t.Fatal("it has quit while the second record was waiting")
		}
		if w.release(); !w.quit {
			t.Error("it does not quit after the last record")
		}
		w.visited("wanda-east foot", "wanda-east foot")
	})
}

func TestFailedWriteTurnsTheRowBack(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.clock(21, 25)
		w.open()
		w.log.fail = full
		w.press("n", "燃气瓶 12 只", "ctrl+s")
		w.dialogs(1)
		w.sees(w.app.env.Text.Errors.NotRecordedTitle, "燃气瓶 12 只", "Wanda Plaza east gate")
		w.seesNot(w.app.env.Text.State(model.OnTime))
		w.visited()
	})
}

func TestFailedWriteIsTriedAgain(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.clock(21, 25)
		w.open()
		w.log.fail = full
		w.press("f")
		w.press("enter") // in flight when the question came up
		w.dialogs(1)
		w.pass(2 * time.Second)
		w.press("enter")
		w.dialogs(1)
		w.log.fail = nil
		w.pass(2 * time.Second)
		w.press("enter")
		w.dialogs(0)
		w.visited("wanda-east foot")
		w.sees(w.app.env.Text.State(model.OnTime) + " 21:25")
		for _, r := range w.log.appended[len(w.log.appended)-3:] {
			if r.ID != w.log.Records[len(w.log.Records)-1].ID {
				t.Errorf("tried with the id %s", r.ID)
			}
		}
	})
}

func TestFailedWriteIsGivenUp(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.clock(21, 25)
		w.open()
		w.log.fail = full
		w.press("f", "f")
		w.dialogs(1)
		w.pass(2 * time.Second)
		w.press("D")
		w.dialogs(0)
		w.log.fail = nil
		w.press("v")
		w.visited("wanda-east vehicle")
	})
}

func TestFailedWriteIsTriedLater(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.clock(21, 25)
		w.open()
		w.log.fail = full
		w.press("f")
		w.pass(2 * time.Second)
		w.press("esc")
		w.dialogs(0)
		w.visited()
		w.log.fail = nil
		w.pass(10 * time.Minute)
		w.press("R")
		w.dialogs(1)
		w.pass(2 * time.Second)
		w.press("enter")
		w.visited("wanda-east foot")
		w.sees(w.app.env.Text.State(model.OnTime) + " 21:25")
	})
}

func TestFailureKeepsWhatIsBeingTyped(t *testing.T) {
	inWorld(t, func(w *world) {
		blocked(w)
		w.log.fail = full
		w.press("f")
		w.pass(3 * time.Minute)
		w.press("3", "n", "half a ")
		w.release()
		w.dialogs(2)
		w.burst("s", "enter", "esc")
		w.dialogs(2)
		w.log.gate, w.log.fail = nil, nil
		w.pass(2 * time.Second)
		w.press("enter")
		w.dialogs(1)
		w.press("word", "ctrl+s")
		w.visited("wanda-east foot", "henggang-north foot half a word")
	})
}

func TestQuitAfterAFailureStays(t *testing.T) {
	inWorld(t, func(w *world) {
		blocked(w)
		w.log.fail = full
		w.press("f", "q")
		w.release()
		if w.quit {
			t.Fatal("it has quit and the record is lost")
		}
		w.dialogs(1)
		w.log.gate, w.log.fail = nil, nil
		w.pass(2 * time.Second)
		w.press("enter", "q")
		if !w.quit {
			t.Error("it does not quit any more")
		}
		w.visited("wanda-east foot")
	})
}

func TestQuitDoesNotLeaveAFailedRecordBehind(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.clock(21, 25)
		w.open()
		w.log.fail = full
		w.press("f", "ctrl+c")
		if w.quit {
			t.Fatal("it has quit before the question was answered")
		}
		w.pass(2 * time.Second)
		w.press("D")
		w.pass(2 * time.Second)
		w.press("ctrl+c")
		if !w.quit {
			t.Error("it does not quit after the answer")
		}
	})
}

func TestFailedStartComesBackToTheForm(t *testing.T) {
	inWorld(t, func(w *world) {
		w.open()
		w.log.fail = full
		w.press("enter")
		w.dialogs(1)
		w.sees(w.app.env.Text.Start.Begin)
		w.log.fail = nil
		w.pass(2 * time.Second)
		w.press("enter")
		w.dialogs(0)
		w.sees("Round 2")
	})
}

func TestDialogsOfAShiftThatCouldNotBeStarted(t *testing.T) {
	for name, keys := range map[string][]string{
		"strip": {"+", "1"}, "hazard": {"h", "1", "tab", "x", "tab", "1", "ctrl+s"}, "checklist": {"4", "k", "y", "ctrl+s"},
	} {
		t.Run(name, func(t *testing.T) {
			inWorld(t, func(w *world) {
				w.open()
				w.log.gate, w.log.fail = make(chan struct{}), full
				w.press("enter")
				w.pass(2 * time.Second)
				w.press(keys[0])
				w.release()
				w.log.gate = nil
				w.pass(2 * time.Second)
				w.press("D")
				w.log.fail = nil
				w.sees("Lianhe Subdistrict")
				w.press(keys[1:]...)
				w.wrote()
			})
		})
	}
}
