package app

import (
	"strings"
	"testing"
	"time"

	"beatbook/model"
	"beatbook/ui/screen/screentest"
)

func TestTheRetryShowsWhatWasTypedOfAHazard(t *testing.T) {
	inWorld(t, func(w *world) {
		finding(w)
		w.log.fail = full
		w.press("2", "tab", "mall office", "tab", "3d", "tab", "tape", "ctrl+s")
		w.dialogs(1)
		w.sees(w.app.env.Text.Errors.NotRecordedTitle, "线头裸露", "mall office", "tape")
	})
}

func TestTheRetrySaysWhatWasCounted(t *testing.T) {
	inWorld(t, func(w *world) {
		counting(w)
		w.log.fail = full
		w.press("3")
		w.pass(2 * time.Second)
		w.press("esc", "esc") // the strip lies below and shows the name too
		w.press("R")
		w.sees(w.app.env.Text.Errors.NotRecordedTitle, "parked vehicles moved")
	})
}

func TestTheItemsOfAChecklistAreReadable(t *testing.T) {
	plan := screentest.Plan(t)
	for i := range plan.Checkpoints {
		if c := &plan.Checkpoints[i]; c.ID == "lianhe-market" {
			c.Checklist[0].Name.EN = "extinguisher is full and sealed"
		}
	}
	inWorldOf(t, plan, func(w *world) {
		w.walk()
		w.open()
		w.press("5", "k")
		w.sees("extinguisher is full and sealed")
	})
}

func TestTheRefusalOfAnEmptyChecklistIsAboutChecklists(t *testing.T) {
	inWorld(t, func(w *world) {
		checking(w)
		w.press("ctrl+s")
		w.seesNot("Change the checkpoint")
	})
}

func TestALongHandoverCanBeReadToItsEnd(t *testing.T) {
	inWorld(t, func(w *world) {
		handedOver(w, func() {
			w.found("wanda-south", "井盖松动", 0)
			w.end(strings.Repeat("a line\n", 40) + "end")
		})
		w.press("enter")
		w.pass(2 * time.Second)
		for range 60 {
			w.press("down")
		}
		w.dialogs(1)
		w.sees("井盖松动", w.app.env.Text.Dialog.HandoverRead)
		w.press("enter")
		w.wrote(model.HazardFound, model.ShiftEnded, model.HandoverAcknowledged)
	})
}

func TestARowWithALongStateShowsItsHazards(t *testing.T) {
	inWorld(t, func(w *world) {
		w.open()
		eventful(w, plainWords)
		w.found("wanda-east", "井盖松动", 0)
		w.pass(time.Second)
		for _, size := range [][2]int{{140, 30}, {100, 30}, {80, 24}, {60, 16}} {
			w.resize(size[0], size[1])
			if row := w.row(1); !strings.Contains(row, w.oneHazard()) && !strings.Contains(row, "!1") {
				t.Errorf("%v: %s", size, row)
			}
		}
	})
}

func TestUndoAfterAHazardLeavesTheCheckInAlone(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		w.press("f", "h", "1", "tab", "x", "tab", "1", "ctrl+s")
		w.pass(2 * time.Second)
		w.press("u")
		w.wrote(model.CheckedIn, model.HazardFound)
	})
}

func TestUndoOfAnOldCountIsRefused(t *testing.T) {
	inWorld(t, func(w *world) {
		counting(w)
		w.press("3", "esc")
		w.pass(time.Hour)
		w.press("u")
		w.wrote(model.OutcomeCounted)
	})
}

func TestTheLogSaysWhichHazardWasMoved(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		h := w.hazard(w.found("wanda-south", "井盖松动", 24*time.Hour))
		w.do(model.MoveHazard{Hazard: h, Plan: w.plan, Step: model.Urged})
		w.open()
		w.press("l")
		line := strings.Split(w.screen(), "\n")[w.lineOf(w.app.env.Text.RecordKind(model.HazardMoved))]
		if !strings.Contains(line, "Wanda") {
			t.Errorf("no place: %s", line)
		}
	})
}

func TestADeadlineTooFarAwayHasTheFocus(t *testing.T) {
	inWorld(t, func(w *world) {
		finding(w)
		w.press("2", "tab", "mall office", "tab", "9999d", "tab", "x", "ctrl+s")
		w.dialogs(1)
		w.press("ctrl+u", "3d", "ctrl+s")
		w.dialogs(0)
		w.wrote(model.HazardFound)
	})
}
