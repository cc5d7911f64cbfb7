package app

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"beatbook/model"
)

// finding opens the form of a hazard at Wanda Plaza south square and says what it is.
func finding(w *world) {
	w.walk()
	w.open()
	w.press("h", "2", "tab", "线头裸露", "tab", "2", "tab")
	w.dialogs(1)
	w.sees(fmt.Sprintf(w.app.env.Text.Hazard.NewTitle, "Wanda Plaza south square"))
}

// row is the line of the table with the number.
func (w *world) row(number int) string {
	w.t.Helper()
	for line := range strings.SplitSeq(w.screen(), "\n") {
		if fields := strings.Fields(strings.TrimPrefix(strings.TrimPrefix(line, w.app.env.Glyphs.Cursor), "»")); len(fields) > 0 && fields[0] == fmt.Sprint(number) {
			return line
		}
	}
	w.t.Fatalf("no row %d:\n%s", number, w.screen())
	return ""
}

// oneHazard is what the row of a place with one open hazard says.
func (w *world) oneHazard() string { return fmt.Sprintf(w.app.env.Text.Patrol.OpenHazards, 1) }

func TestHazardThatIsOnlyNoted(t *testing.T) {
	inWorld(t, func(w *world) {
		finding(w)
		w.press("ctrl+s")
		w.dialogs(0)
		w.wrote(model.HazardFound)
		want := model.HazardFoundBody{Shift: w.shift, Checkpoint: "wanda-south", Kind: "electrical", What: "线头裸露", Severity: "serious"}
		if body := last[model.HazardFoundBody](w); body != want {
			t.Errorf("%+v", body)
		}
		w.sees(fmt.Sprintf(w.app.env.Text.Hazard.Recorded, "Wanda Plaza south square"), w.app.env.Text.Patrol.Hazards, "线头裸露")
		if !strings.Contains(w.row(2), w.oneHazard()) || strings.Contains(w.row(1), w.oneHazard()) {
			t.Errorf("the row does not show it:\n%s", w.screen())
		}
	})
}

func TestHazardThatIsFixedOnTheSpot(t *testing.T) {
	inWorld(t, func(w *world) {
		finding(w)
		w.press("1", "ctrl+s")
		w.wrote(model.HazardFound)
		if body := last[model.HazardFoundBody](w); !body.Fixed || body.Order != nil {
			t.Errorf("%+v", body)
		}
		w.pass(time.Second)
		w.seesNot("线头裸露", w.oneHazard(), w.app.env.Text.Patrol.Hazards+":")
	})
}

func TestHazardThatIsOrderedToFix(t *testing.T) {
	inWorld(t, func(w *world) {
		finding(w)
		w.press("2", "tab", "mall office", "tab", "soon", "tab", "围挡", "ctrl+s")
		w.dialogs(1)
		w.wrote()
		w.sees("mall office", "soon", "围挡", "线头裸露", fmt.Sprintf(w.app.env.Text.Hazard.BadDeadline, "soon")[:20])
		w.press("ctrl+u", "2026-11-23", "ctrl+s")
		w.dialogs(1)
		w.wrote()
		w.sees(w.app.env.Text.Words.Refusals[model.DeadlinePast][:20], "2026-11-23", "mall office")
		w.press("ctrl+u", "3d", "ctrl+s")
		w.dialogs(0)
		w.wrote(model.HazardFound)
		body := last[model.HazardFoundBody](w)
		if body.Order == nil || body.Order.Owner != "mall office" || body.Order.Interim != "围挡" || body.Fixed {
			t.Fatalf("%+v", body)
		}
		if got := body.Order.Deadline.In(w.plan.Zone()).Format("2006-01-02 15:04"); got != "2026-11-27 18:00" {
			t.Error(got)
		}
		w.sees("线头裸露 " + fmt.Sprintf(w.app.env.Text.Patrol.DueBy, "11-27"))
		if !strings.Contains(w.row(2), w.oneHazard()) {
			t.Errorf("the row does not show it:\n%s", w.screen())
		}
	})
}

func TestADraftOfAHazardIsKept(t *testing.T) {
	inWorld(t, func(w *world) {
		finding(w)
		w.press("esc")
		w.dialogs(0)
		w.wrote()
		w.press("h")
		w.sees("线头裸露")
	})
}

func TestHazardOfAnEarlierNightIsSeenByTheNextTeam(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.found("wanda-south", "井盖松动", 24*time.Hour)
		w.do(model.EndShift{Shift: w.shift, Reason: "x"})
		w.offset += 3 * 24 * time.Hour
		w.begin("armband-2", "night-market", model.Foot, "a", "b")
		w.open()
		w.resize(140, 30)
		w.press("2")
		w.sees("井盖松动")
		if !strings.Contains(w.row(2), w.oneHazard()) {
			t.Errorf("the row does not show it:\n%s", w.screen())
		}
	})
}

func TestAStepFromTheHazardsPage(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		id := w.found("wanda-south", "井盖松动", 24*time.Hour)
		w.open()
		w.press("H")
		w.sees(w.app.env.Text.Hazard.Title, "井盖松动", fmt.Sprintf(w.app.env.Text.Hazard.Sum, 0, 1))
		w.press("enter", "1", "tab", "打过电话", "ctrl+s")
		w.dialogs(0)
		w.wrote(model.HazardFound, model.HazardMoved)
		if body := last[model.HazardMovedBody](w); body.Hazard != id || body.After != id || body.Step != model.Urged || body.Note != "打过电话" {
			t.Errorf("%+v", body)
		}
		w.sees("打过电话")
		w.pass(2 * time.Second)
		w.press("enter", "2", "ctrl+s")
		if h := w.hazard(id); h.State != model.HazardClosed || h.Moves[1].Parallel {
			t.Errorf("%+v", h)
		}
		w.sees(w.app.env.Text.Hazard.NoneOpen)
		w.press("c")
		w.sees("井盖松动", w.app.env.Text.HazardStep(model.RecheckPassed))
		w.pass(2 * time.Second)
		w.press("enter")
		w.dialogs(0)
		w.sees(w.app.env.Text.Hazard.AlreadyClosed)
		w.press("esc", "2")
		w.seesNot("井盖松动", w.oneHazard())
	})
}

func TestASecondTapTakesNoStep(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.found("wanda-south", "井盖松动", 24*time.Hour)
		w.open()
		w.press("H", "enter", "enter", "enter")
		w.dialogs(1)
		w.wrote(model.HazardFound)
		w.press("1", "enter", "enter")
		w.wrote(model.HazardFound, model.HazardMoved)
		w.dialogs(0)
	})
}

func TestAnOverdueHazardStandsFirst(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.found("wanda-south", "井盖松动", 20*time.Minute)
		w.found("wanda-east", "灭火器过期", 10*time.Minute)
		w.open()
		w.offset += 15 * time.Minute
		w.pass(time.Second)
		w.press("H")
		w.sees(fmt.Sprintf(w.app.env.Text.Hazard.Sum, 1, 2))
		if w.lineOf("灭火器过期") > w.lineOf("井盖松动") {
			t.Errorf("the overdue one does not stand first:\n%s", w.screen())
		}
		w.offset += 10 * time.Minute
		w.pass(time.Second)
		w.sees(fmt.Sprintf(w.app.env.Text.Hazard.Sum, 2, 2))
	})
}

func TestHazardThatArrivesFromElsewhere(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		w.press("H")
		w.sees(w.app.env.Text.Hazard.NoneOpen)
		w.found("wanda-south", "井盖松动", 0)
		w.pass(time.Second)
		w.sees("井盖松动")
	})
}

func TestAFilterOfTheHazardsIsTyped(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.found("wanda-south", "井盖松动", 0)
		w.found("wanda-east", "灭火器过期", 0)
		w.open()
		w.press("H", "/", "井盖q")
		w.sees(w.app.env.Text.Hazard.NoneMatch)
		w.press("backspace", "enter")
		w.seesNot("灭火器过期")
		w.sees("井盖松动")
		w.pass(time.Second)
		w.press("esc")
		w.sees("灭火器过期")
		w.press("esc")
		w.sees("Round 2")
	})
}

func TestAFailedHazardIsTurnedBack(t *testing.T) {
	inWorld(t, func(w *world) {
		finding(w)
		w.log.fail = full
		w.press("ctrl+s")
		w.dialogs(1)
		w.sees(w.app.env.Text.Errors.NotRecordedTitle, w.app.env.Text.RecordKind(model.HazardFound), "Wanda Plaza south square")
		w.seesNot(w.oneHazard())
		w.log.fail = nil
		w.pass(2 * time.Second)
		w.press("enter")
		w.dialogs(0)
		w.wrote(model.HazardFound)
		w.sees("线头裸露")
	})
}

func TestAFailedStepIsTurnedBack(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.found("wanda-south", "井盖松动", 24*time.Hour)
		w.open()
		w.press("H", "enter")
		w.log.fail = full
		w.press("2", "tab", "已换新井盖", "ctrl+s")
		w.dialogs(1)
		w.sees(w.app.env.Text.Errors.NotRecordedTitle, "已换新井盖", "井盖松动", fmt.Sprintf(w.app.env.Text.Hazard.Sum, 0, 1))
		w.pass(2 * time.Second)
		w.press("D")
		w.log.fail = nil
		w.dialogs(0)
		w.wrote(model.HazardFound)
		w.press("enter", "1", "ctrl+s")
		w.wrote(model.HazardFound, model.HazardMoved)
	})
}
