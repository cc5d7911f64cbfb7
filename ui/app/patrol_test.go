package app

import (
	"testing"
	"time"

	"beatbook/model"
)

func TestStartWithEnter(t *testing.T) {
	inWorld(t, func(w *world) {
		w.open()
		w.sees(w.app.env.Text.Start.Title)
		w.press("enter")
		w.sees("Round 2", "District by car")
		if body := last[model.ShiftStartedBody](w); body.Unit != "police-01" || body.Route != "district-car" || body.Mode != model.Vehicle {
			t.Errorf("%+v", body)
		}
	})
}

func TestOneKeyRecords(t *testing.T) {
	for key, want := range map[string]string{
		"f": "foot", "v": "vehicle", "enter": "vehicle", "f2": "foot", "f3": "vehicle", "ｆ": "foot", "Ｖ": "",
	} {
		inWorld(t, func(w *world) {
			w.clock(19, 20)
			w.begin("horn-1", "night-market", model.Vehicle, "a", "b")
			w.clock(21, 25)
			w.open()
			w.press(key)
			if want == "" {
				w.visited()
				return
			}
			w.visited("wanda-east " + want)
			w.sees(w.app.env.Text.State(model.OnTime), "21:25:00")
		})
	}
}

func TestSecondTapIsAnEcho(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.clock(21, 25)
		w.open()
		w.at("1")
		w.press("ff")
		w.visited("wanda-east foot", "wanda-east foot")
		w.pass(900 * time.Millisecond)
		w.at("1")
		w.pass(100 * time.Millisecond)
		w.at("2")
		w.press("f")
		w.visited("wanda-east foot", "wanda-east foot", "wanda-south foot")
	})
}

func TestCursorMovedByHandStays(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.clock(21, 25)
		w.open()
		w.press("f", "down", "down", "down")
		w.pass(2 * time.Second)
		w.at("4")
		w.press("esc")
		w.at("2")
	})
}

func TestDigitsJump(t *testing.T) {
	inWorldOf(t, fullPlan(t), func(w *world) {
		w.clock(20, 0)
		w.begin("horn-1", "long", model.Foot, "a", "b")
		w.open()
		w.press("1")
		w.at("1")
		w.press("2")
		w.at("12")
		w.pass(3 * time.Second)
		w.press("1")
		w.pass(3 * time.Second)
		w.press("3")
		w.at("3")
		w.pass(3 * time.Second)
		w.press("9", "9")
		w.at("9")
		w.pass(3 * time.Second)
		w.press("0")
		w.at("9")
		w.sees("0")
		w.press("31")
		w.at("31")
		w.press("f")
		w.visited("place-31 foot")
	})
}

func TestNumbersBeyondTheRoute(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		before := w.app.patrol.View()
		w.press("9")
		w.sees("9")
		if w.app.env.Notice().Text == "" {
			t.Error("nothing is said about a number that there is not")
		}
		if w.app.patrol.View() != before {
			t.Error("the page has changed")
		}
		w.wrote()
	})
}

func TestUndo(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.clock(21, 25)
		w.open()
		w.press("f")
		w.pass(119 * time.Second)
		w.press("u")
		w.wrote(model.CheckedIn, model.Withdrawn)
		w.visited()
		w.pass(2 * time.Second)
		w.press("u")
		w.sees(w.app.env.Text.Patrol.NothingToUndo)
		w.wrote(model.CheckedIn, model.Withdrawn)
	})
}

func TestUndoTooLate(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.clock(21, 25)
		w.open()
		w.press("f")
		w.pass(121 * time.Second)
		w.press("u")
		w.wrote(model.CheckedIn)
		w.visited("wanda-east foot")
		w.sees("c/F7")
		w.pass(10 * time.Second)
		w.seesNot("c/F7")
	})
}

func TestMergedNoteIsTyped(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		w.press("n一切正常 fuq")
		w.dialogs(1)
		w.sees("一切正常 fuq")
		w.wrote()
		w.press("ctrl+s")
		w.visited("wanda-south foot 一切正常 fuq")
	})
}

func TestNoteGoesToTheRecordJustMade(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.clock(21, 25)
		w.open()
		w.press("f")
		w.pass(2 * time.Second)
		w.at("2")
		w.press("n", "垃圾桶冒烟", "enter", "已处置", "ctrl+s")
		w.wrote(model.CheckedIn, model.Corrected)
		w.visited("wanda-east foot 垃圾桶冒烟\n已处置")
		w.pass(3 * time.Minute)
		w.press("n", "later", "ctrl+s")
		w.visited("wanda-east foot 垃圾桶冒烟\n已处置", "wanda-south foot later")
	})
}

func TestNoteAfterMovingByHandIsForTheRow(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.clock(21, 25)
		w.open()
		w.press("f", "3", "n", "占道", "ctrl+s")
		w.visited("wanda-east foot", "henggang-north foot 占道")
	})
}

func TestCheckInWithANoteFirstIsConfirmed(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.clock(21, 25)
		w.open()
		w.press("n", "人多", "ctrl+s")
		w.visited("wanda-east foot 人多")
		w.confirms("21:25:00")
		w.pass(time.Second)
		w.at("2")
	})
}

func TestDraftOfANoteIsKept(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		w.press("3", "n", "half a sentence", "esc")
		w.dialogs(0)
		w.wrote()
		w.pass(time.Second)
		w.press("4", "n")
		w.seesNot("half a sentence")
		w.press("esc")
		w.pass(time.Second)
		w.press("3", "n")
		w.sees("half a sentence")
		w.press("ctrl+s")
		w.visited("henggang-north foot half a sentence")
		w.pass(3 * time.Minute)
	})
}

func TestSkipWithADigit(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		w.press("s2")
		w.wrote(model.Skipped)
		if body := last[model.SkippedBody](w); body.Checkpoint != "wanda-south" || body.Round != 2 || body.Reason != "bad weather" {
			t.Errorf("%+v", body)
		}
		w.press("u")
		w.wrote(model.Skipped, model.Withdrawn)
	})
}

func TestSkipWithATypedReason(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		w.press("s7", "桥上有洪水", "enter")
		if body := last[model.SkippedBody](w); body.Reason != "桥上有洪水" {
			t.Errorf("%+v", body)
		}
	})
}
