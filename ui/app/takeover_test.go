package app

import (
	"strings"
	"testing"
	"time"

	"beatbook/model"
)

// atDeskLeftLocked runs a test at a desk that Wang Fang has locked with her PIN 2468 and left. Liu Qiang has the PIN 1357 and
// 陈静 the PIN 9753.
func atDeskLeftLocked(t *testing.T, test func(w *world)) {
	t.Helper()
	atDesk(t, func(w *world) {
		for name, pin := range map[string]string{"Wang Fang": "2468", "Liu Qiang": "1357", "陈静": "9753"} {
			if err := w.app.env.SetPIN(name, pin); err != nil {
				t.Fatal(err)
			}
		}
		w.press(":", "horn-1 2 f", "ctrl+l")
		w.locked()
		test(w)
	})
}

func TestAnotherOperatorTakesOverALockedDesk(t *testing.T) {
	atDeskLeftLocked(t, func(w *world) {
		were := len(w.log.Records)
		w.sees("take over", "Tab")
		w.seesNot("Liu Qiang", "陈静")
		w.press("tab")
		w.sees("Takes over", "Liu Qiang")
		w.press("1357", "enter")
		w.unlocked()
		w.sees("Liu Qiang has relieved Wang Fang", "horn-1 2 f")
		w.records(were, 1)
		relief, err := model.Decode[model.OperatorOnBody](w.log.Records[were])
		if err != nil || relief.Operator != "Liu Qiang" || relief.Relieves != "Wang Fang" || w.app.env.Desk.Operator != "Liu Qiang" {
			t.Errorf("%+v, %v; on duty is %s", relief, err, w.app.env.Desk.Operator)
		}
		w.pass(2 * time.Second)
		w.press("enter")
		w.records(were, 2)
		w.press("ctrl+l", "2468", "enter")
		w.locked()
		w.pass(2 * time.Second)
		w.press("1357", "enter")
		w.unlocked()
	})
}

func TestTheNamesOfThoseWhoMayTakeOverGoRound(t *testing.T) {
	atDeskLeftLocked(t, func(w *world) {
		for _, name := range []string{"Liu Qiang", "陈静", "", "Liu Qiang"} {
			w.press("12", "tab")
			w.locked()
			w.seesNot("**")
			if seen := strings.Contains(w.screen(), "Takes over"); seen != (name != "") || !strings.Contains(w.screen(), name) {
				t.Fatalf("in place of %q:\n%s", name, w.screen())
			}
		}
		were := len(w.log.Records)
		w.press("shift+tab", "2468", "enter")
		w.unlocked()
		w.records(were, 0)
	})
}

func TestNoPINOpensForAnotherName(t *testing.T) {
	atDeskLeftLocked(t, func(w *world) {
		were := len(w.log.Records)
		w.press("tab", "2468", "enter")
		w.locked()
		w.sees("not the PIN", "Wait 1 s")
		w.press("tab", "1357", "enter")
		w.locked()
		w.sees("not the PIN", "Wait 1 s")
		w.press("tab", "2468", "enter")
		w.unlocked()
		w.records(were, 0)
	})
}

func TestNobodyTakesOverWhoHasNoPIN(t *testing.T) {
	atDesk(t, func(w *world) {
		if err := w.app.env.SetPIN("Wang Fang", "2468"); err != nil {
			t.Fatal(err)
		}
		w.press("ctrl+l")
		w.seesNot("take over")
		w.press("tab", "1357", "enter")
		w.locked()
		w.pass(2 * time.Second)
		w.press("2468", "enter")
		w.unlocked()
	})
}

func TestADeskThatStartsLockedIsTakenOver(t *testing.T) {
	atDeskLeftLocked(t, func(w *world) {
		if err := w.log.SaveSettings(w.app.env.Settings); err != nil {
			t.Fatal(err)
		}
		w.desk()
		w.locked()
		w.press("tab", "tab", "9753", "enter")
		w.unlocked()
		w.sees("陈静 has relieved Wang Fang")
		w.seesNot("on duty since")
	})
}
