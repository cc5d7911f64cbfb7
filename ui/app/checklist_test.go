package app

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"beatbook/model"
)

// checking opens the checklist of Lianhe food market.
func checking(w *world) {
	w.walk()
	w.open()
	w.press("5", "k")
	w.dialogs(1)
	w.sees(fmt.Sprintf(w.app.env.Text.Dialog.ChecklistTitle, "Lianhe food market"), "extinguish", "exit", "wiring")
}

// answered is what the last record of a checklist says, "item+" or "item-" each.
func (w *world) answered() []string {
	w.t.Helper()
	for _, r := range slices.Backward(w.log.Records) {
		if r.Kind != model.ChecklistDone {
			continue
		}
		body, err := model.Decode[model.ChecklistDoneBody](r)
		if err != nil || body.Shift != w.shift || body.Checkpoint != "lianhe-market" {
			w.t.Fatalf("%+v %v", body, err)
		}
		var answers []string
		for _, a := range body.Answers {
			answers = append(answers, a.Item+map[bool]string{true: "+", false: "-"}[a.OK])
		}
		return answers
	}
	return nil
}

func TestChecklistWalksOnByItself(t *testing.T) {
	for name, c := range map[string]struct {
		keys []string
		want []string
	}{
		"all in order": {[]string{"y", "y", "y", "enter"}, []string{"extinguisher+", "exit+", "wiring+"}},
		"digits":       {[]string{"1", "1", "1", "enter"}, []string{"extinguisher+", "exit+", "wiring+"}},
		"full width":   {[]string{"ｙ", "ｙ", "ｙ", "enter"}, []string{"extinguisher+", "exit+", "wiring+"}},
		"merged":       {[]string{"yyy", "enter"}, []string{"extinguisher+", "exit+", "wiring+"}},
		"one left out": {[]string{"y", "tab", "y", "enter"}, []string{"extinguisher+", "wiring+"}},
		"half":         {[]string{"y", "y", "enter"}, []string{"extinguisher+", "exit+"}},
		"changed":      {[]string{"n", "shift+tab", "y", "y", "ctrl+s"}, []string{"extinguisher+", "exit+"}},
	} {
		t.Run(name, func(t *testing.T) {
			inWorld(t, func(w *world) {
				checking(w)
				w.press(c.keys...)
				w.dialogs(0)
				w.wrote(model.ChecklistDone)
				if got := w.answered(); !slices.Equal(got, c.want) {
					t.Errorf("%q, want %q", got, c.want)
				}
				w.sees(w.app.env.Text.Dialog.ChecklistDone)
			})
		})
	}
}

func TestEachItemNotInOrderOpensAHazard(t *testing.T) {
	inWorld(t, func(w *world) {
		checking(w)
		w.press("n", "y", "n", "enter")
		w.dialogs(2)
		w.wrote(model.ChecklistDone)
		w.sees(fmt.Sprintf(w.app.env.Text.Hazard.NewTitle, "Lianhe food market"), "extinguisher")
		w.pass(2 * time.Second)
		w.press("1", "tab", " is empty", "tab", "2", "ctrl+s")
		w.dialogs(1)
		if body := last[model.HazardFoundBody](w); body.Item != "extinguisher" || body.What != "extinguisher is empty" || body.Checkpoint != "lianhe-market" || body.Shift != w.shift {
			t.Errorf("%+v", body)
		}
		w.pass(2 * time.Second)
		w.press("2", "tab", "tab", "3", "tab", "1", "ctrl+s")
		w.dialogs(0)
		if body := last[model.HazardFoundBody](w); body.Item != "wiring" || body.What != "wiring" || !body.Fixed {
			t.Errorf("%+v", body)
		}
		if got := w.answered(); !slices.Equal(got, []string{"extinguisher-", "exit+", "wiring-"}) {
			t.Errorf("%q", got)
		}
	})
}

func TestAHazardOfTheChecklistThatIsGivenUp(t *testing.T) {
	inWorld(t, func(w *world) {
		checking(w)
		w.press("n", "n", "ctrl+s")
		w.dialogs(2)
		w.press("esc")
		w.dialogs(1)
		w.sees("exit")
		w.press("esc")
		w.dialogs(0)
		w.wrote(model.ChecklistDone)
	})
}

func TestNothingAnsweredIsRefused(t *testing.T) {
	inWorld(t, func(w *world) {
		checking(w)
		for _, send := range []string{"enter", "ctrl+s"} {
			w.press(send)
			w.dialogs(1)
			w.wrote()
			if strings.Contains(w.screen(), "│ › extinguish") && w.lineOf("› extinguish") == w.lineOf("┌ Checklist")+1 {
				t.Errorf("nothing is said:\n%s", w.screen())
			}
		}
		w.press("y", "ctrl+s")
		w.dialogs(0)
		w.wrote(model.ChecklistDone)
	})
}

func TestAPlaceWithoutAChecklist(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		w.press("1", "k")
		w.dialogs(0)
		w.sees(w.app.env.Text.Patrol.NoChecklist)
		w.wrote()
	})
}

func TestAFailedChecklistIsTriedAgain(t *testing.T) {
	inWorld(t, func(w *world) {
		checking(w)
		w.log.fail = full
		w.press("n", "y", "ctrl+s")
		w.dialogs(2)
		w.sees(w.app.env.Text.Errors.NotRecordedTitle, "Lianhe food market")
		w.seesNot(w.app.env.Text.Dialog.ChecklistDone)
		w.log.fail = nil
		w.pass(2 * time.Second)
		w.press("enter")
		w.dialogs(1)
		w.wrote(model.ChecklistDone)
		w.sees("extinguisher")
	})
}

func TestAnItemNotInOrderWithoutAHazardIsSaid(t *testing.T) {
	inWorld(t, func(w *world) {
		checking(w)
		w.sees("y,n")
		w.press("n", "y", "y", "enter")
		w.dialogs(1)
		w.pass(2 * time.Second)
		w.press("esc")
		w.dialogs(0)
		w.sees("extinguisher", "not in order, and no hazard is recorded: press h")
		w.wrote(model.ChecklistDone)
	})
}

func TestWhatCannotBeUndoneIsNamed(t *testing.T) {
	inWorld(t, func(w *world) {
		checking(w)
		w.press("y", "y", "y", "enter", "u")
		w.sees("The last record is a checklist", "k/^K goes through it again")
		w.pass(2 * time.Second)
		w.press("h", "1", "tab", "x", "tab", "1", "ctrl+s", "u")
		w.sees("The last record is a hazard", "H/^B deals with it")
		w.wrote(model.ChecklistDone, model.HazardFound)
	})
}
