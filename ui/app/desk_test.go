package app

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"beatbook/model"
	"beatbook/ui/theme"
)

func TestPagesFromTheBoardAndBack(t *testing.T) {
	atDesk(t, func(w *world) {
		s := w.app.env.Text
		for _, c := range []struct{ key, back, title string }{
			{"l", "esc", s.Log.Title},
			{"l", "l", s.Log.Title},
			{"H", "esc", s.Hazard.Title},
			{"r", "esc", s.ReportPage.Title},
			{"y", "esc", s.History.Title},
			{"p", "esc", s.PlanEdit.Title},
			{"s", "esc", s.Start.Title},
			{"enter", "esc", "Round 2 of 4"},
		} {
			w.press(c.key)
			w.sees(c.title)
			w.seesNot(s.Desk.Contact)
			w.pass(2 * time.Second)
			w.press(c.back)
			w.onBoard(2)
			w.pass(2 * time.Second)
		}
	})
}

func TestPagesBehindEachOtherLeadBack(t *testing.T) {
	atDesk(t, func(w *world) {
		w.press("enter", "l", "r", "y", "esc", "esc", "esc", "esc") // one of them gives up the search for the unit in its log
		w.sees("Little Horn 1", "Round 2")
		w.press("esc")
		w.onBoard(2)
	})
}

func TestACheckInInAnOpenedUnitIsOnBehalf(t *testing.T) {
	atDesk(t, func(w *world) {
		w.sees("1/20")
		were := len(w.log.Records)
		w.press("enter", "2", "f")
		w.onBehalf(w.records(were, 1), "wanda-south")
		w.press("esc")
		w.onBoard(2)
		w.sees("2/20", "0 min")
	})
}

func TestNobodySignedOn(t *testing.T) {
	inWorld(t, func(w *world) {
		w.open()
		unmanned(w, plainWords)
		w.sees(w.app.env.Text.Desk.NoOperator)
		were := len(w.log.Records)
		w.press("enter", "f")
		w.sees(w.app.env.Text.Error(&model.Refusal{Code: model.OperatorNeeded}))
		w.press("esc")
		w.pass(2 * time.Second)
		for _, key := range []string{"a", "A", "c", "s", "E", "o"} {
			w.press(key)
			w.sees(w.app.env.Text.Desk.SignOnTitle)
			w.press("esc")
			w.onBoard(2)
		}
		w.press(":", "horn-1 1 f", "enter")
		w.sees(w.app.env.Text.Desk.SignOnTitle)
		w.records(were, 0)
		w.press("Wang Fang", "ctrl+s")
		w.onBoard(2)
		w.onBehalf(w.records(were, 2), "wanda-east")
	})
}

func TestSignOnWithAPIN(t *testing.T) {
	inWorld(t, func(w *world) {
		w.open()
		unmanned(w, plainWords)
		w.setPIN("2468")
		were := len(w.log.Records)
		w.press("o", "Wang Fang", "tab", "1357", "ctrl+s")
		w.dialogs(1)
		w.sees(w.app.env.Text.Errors.WrongPIN, "Wang Fang")
		w.seesNot("1357")
		w.records(were, 0)
		w.pass(time.Second + time.Millisecond)
		w.press("ctrl+u", "2468")
		w.seesNot("2468")
		w.press("ctrl+s")
		w.onBoard(2)
		w.sees("Wang Fang since 22:04")
		if r := w.records(were, 1); r.Kind != model.OperatorOn || strings.Contains(string(r.Body), "2468") {
			t.Errorf("%s %s", r.Kind, r.Body)
		}
	})
}

func TestAShiftThatEndsWhileItIsOpenLeadsBack(t *testing.T) {
	atDesk(t, func(w *world) {
		w.press("enter")
		w.elsewhere(model.EndShift{Shift: w.shiftOf("horn-1").ID, Reason: "unwell"})
		w.onBoard(1)
		w.press("l", "esc", "enter")
		w.sees("Lianhe 01")
		w.press("esc")
		w.onBoard(1)
	})
}

func TestAnEndThatIsTakenBackDoesNotOpenTheShift(t *testing.T) {
	atDesk(t, func(w *world) {
		w.press("enter")
		shift := w.shiftOf("horn-1").ID
		w.elsewhere(model.EndShift{Shift: shift, Reason: "unwell"})
		w.press(":", "police-01 3")
		w.elsewhere(model.Withdraw{Shift: shift, Of: w.log.Records[len(w.log.Records)-1].ID})
		w.onBoard(2)
		w.sees("police-01 3")
	})
}

func TestAShiftIsEndedInItsOwnPage(t *testing.T) {
	atDesk(t, func(w *world) {
		were := len(w.log.Records)
		w.press("enter", "E", "1", "ctrl+s")
		w.onBoard(1)
		if r := w.records(were, 1); r.Kind != model.ShiftEnded || model.FactsOf(r).Behalf == nil {
			t.Errorf("%s %s", r.Kind, r.Body)
		}
	})
}

func TestQuittingWithADraftOfThePlanAsks(t *testing.T) {
	atDesk(t, func(w *world) {
		w.press("p", ">", "esc", "q")
		w.dialogs(1)
		w.sees(fmt.Sprintf(w.app.env.Text.PlanEdit.QuitKept, 1))
		w.press("esc")
		w.onBoard(2)
		if w.quit {
			t.Fatal("it has quit and the draft is lost")
		}
		w.press("q", "enter")
		if !w.quit {
			t.Error("it does not quit after the answer")
		}
	})
}

func TestASavedPlanIsNoDraft(t *testing.T) {
	atDesk(t, func(w *world) {
		were := len(w.log.Records)
		w.press("p", ">", "s", "enter")
		if r := w.records(were, 1); r.Kind != model.PlanAdopted || model.FactsOf(r).Operator != "Wang Fang" {
			t.Errorf("%s by %q", r.Kind, model.FactsOf(r).Operator)
		}
		w.pass(2 * time.Second)
		w.press("esc", "q")
		w.sees(fmt.Sprintf(w.app.env.Text.Desk.QuitOut, 2))
		w.seesNot(fmt.Sprintf(w.app.env.Text.PlanEdit.QuitKept, 1))
		w.press("enter")
		if !w.quit {
			t.Errorf("it does not quit:\n%s", w.screen())
		}
	})
}

func TestQuittingWithALineThatIsNotRecordedAsks(t *testing.T) {
	atDesk(t, func(w *world) {
		w.press(":")
		w.burst("h", "o", "r", "n")
		w.press("ctrl+c")
		if w.quit {
			t.Fatal("ctrl+c in the line quits")
		}
		w.pass(time.Second)
		w.press("q")
		w.sees(w.app.env.Text.Desk.QuitLine, "horn")
		w.press("esc", ":")
		w.sees("horn")
	})
}

func TestTheBellRingsForWhatIsNew(t *testing.T) {
	inWorld(t, func(w *world) {
		rings := 0
		later := func(hour, minute, want int) {
			t.Helper()
			w.clock(hour, minute)
			w.pass(2 * time.Second)
			if rings != want {
				t.Fatalf("%d rings at %d:%d, want %d\n%s", rings, hour, minute, want, w.screen())
			}
		}
		w.clock(19, 20)
		w.begin("horn-1", "night-market", model.Foot, "a", "b")
		w.deskWith(Config{Lang: model.EN, Theme: theme.Mono, Bell: func() { rings++ }}, 100, 30)
		later(19, 39, 0)
		later(19, 41, 1) // late for the first call
		later(19, 42, 1)
		w.press("b")
		w.sees(fmt.Sprintf(w.app.env.Text.Desk.Silent, "20:12"))
		later(19, 51, 1) // not heard of
		later(20, 11, 1)
		w.press("p")
		later(20, 13, 2) // what has come meanwhile, on whatever page
		later(20, 14, 2)
	})
}

func TestTheNightTurnsWithAShiftOut(t *testing.T) {
	atDesk(t, func(w *world) {
		w.offset += 14 * time.Hour
		w.pass(2 * time.Second)
		w.onBoard(2)
		w.elsewhere(model.StartShift{Plan: w.plan, Unit: "joint-3", Route: "fire-watch", Mode: model.Foot, Crew: []string{"e"}})
		w.onBoard(3)
		w.sees("Little Horn 1", "Lianhe 01", "Joint 3")
		were := len(w.log.Records)
		w.press("s")
		w.sees(w.app.env.Text.Start.Title)
		w.press("3", "ctrl+s")
		w.onBoard(4)
		w.press(":", "horn-1 1 f / joint-3 1 f", "enter")
		w.onBoard(4)
		w.records(were, 3)
		var nights []model.Date
		for _, r := range w.log.Records[were:] {
			nights = append(nights, r.Night)
		}
		if want := []model.Date{tonight.AddDays(1), tonight, tonight.AddDays(1)}; !slices.Equal(nights, want) {
			t.Errorf("records in the nights %v, want %v", nights, want)
		}
	})
}

func TestARecordFromAnotherDeviceAppears(t *testing.T) {
	atDesk(t, func(w *world) {
		w.sees("1/20")
		w.elsewhere(model.CheckIn{Shift: w.shiftOf("horn-1").ID, Checkpoint: "wanda-south"})
		w.sees("2/20")
		w.press("enter")
		w.elsewhere(model.CheckIn{Shift: w.shiftOf("horn-1").ID, Checkpoint: "henggang-north"})
		w.press("esc")
		w.sees("3/20")
	})
}

func TestAFailedWriteAtTheDeskIsOfferedAgain(t *testing.T) {
	atDesk(t, func(w *world) {
		were := len(w.log.Records)
		w.log.fail = full
		w.press(":", "horn-1 2,3 f all quiet", "enter")
		w.dialogs(1)
		w.sees(w.app.env.Text.Errors.NotRecordedTitle, "all quiet")
		w.records(were, 0)
		w.pass(2 * time.Second)
		w.press("esc")
		w.onBoard(2)
		w.sees("1/20")
		w.press("R")
		w.log.fail = nil
		w.pass(2 * time.Second)
		w.press("enter")
		w.onBoard(2)
		w.sees("3/20")
		w.records(were, 2)
	})
}

func TestAFailedStartAtTheDeskLeavesTheBoard(t *testing.T) {
	atDesk(t, func(w *world) {
		w.log.gate, w.log.fail = make(chan struct{}), full
		w.press("s", "3", "ctrl+s")
		w.onBoard(3)
		w.pass(2 * time.Second)
		w.press("end", "enter")
		w.sees("Round")
		w.release()
		w.log.gate = nil
		w.dialogs(1)
		w.pass(2 * time.Second)
		w.press("D")
		w.onBoard(2)
	})
}

func TestAHalfTypedLineStays(t *testing.T) {
	atDesk(t, func(w *world) {
		const typed = "horn-1 2 f half a wo"
		w.press(":", typed)
		w.elsewhere(model.CheckIn{Shift: w.shiftOf("police-01").ID, Checkpoint: "wanda-east"})
		w.offset += 20 * time.Minute
		w.pass(time.Second)
		w.sees(typed)
		w.press("rd", "esc")
		w.sees(fmt.Sprintf(w.app.env.Text.Desk.LineLeft, w.app.env.Keys.Desk.Line.Help().Key, typed+"rd"))
		w.press("L", "t", "t", "l", "esc", "?", "esc")
		w.press(":")
		w.sees(typed+"rd", w.app.env.Text.Desk.LinePrompt, "备注：half a word")
		if w.cursor.hidden {
			t.Error("there is no cursor in the line")
		}
	})
}
