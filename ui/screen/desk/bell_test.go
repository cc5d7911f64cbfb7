package desk

import (
	"testing"
	"time"

	"beatbook/model"
)

func (w *world) rings(want bool, when string) {
	w.T.Helper()
	if w.Page.Bell() != want {
		w.T.Errorf("%s: the bell rings: %v", when, !want)
	}
}

func TestTheBellRingsOnceForWhatIsNew(t *testing.T) {
	w := newWorld(t)
	w.do(model.SignOn{Plan: w.Plan, Operator: "王芳"})
	w.start("joint-3", "fire-watch", "钱七", "孙八")
	w.rings(false, "nothing is wrong")
	w.pass(time.Hour)
	w.rings(true, "late")
	w.rings(false, "still late")
	w.pass(59 * time.Minute)
	w.rings(false, "almost the second")
	w.pass(time.Minute)
	w.rings(true, "the second")
	w.Press("a")
	w.rings(false, "acknowledged")
}

func TestTheBellRingsOnWhileAUnitIsRed(t *testing.T) {
	w := quiet(t)
	w.pass(2 * time.Hour)
	w.rings(true, "red")
	w.pass(59 * time.Second)
	w.rings(false, "a minute is not over")
	w.pass(time.Second)
	w.rings(true, "a minute later")
	w.pass(time.Minute)
	w.rings(true, "two minutes later")
	for len(w.Page.alerts.list) > 0 {
		w.Press("a")
	}
	w.pass(time.Minute)
	w.rings(false, "acknowledged")
}

func TestTheSilencedBell(t *testing.T) {
	w := quiet(t)
	w.Press("b")
	w.Sees("静音至 20:51")
	w.rings(false, "silenced")
	w.pass(29 * time.Minute)
	w.rings(false, "silenced still")
	w.pass(time.Minute)
	w.SeesNot("静音")
	w.rings(true, "what came meanwhile stands still")
	w.rings(false, "once")
	w.Press("f8")
	w.Sees("静音至 21:21")
	w.Press("b")
	w.SeesNot("静音")
	if w.Env.Notice().Text != w.Env.Text.Desk.BellOn {
		t.Error(w.Env.Notice().Text)
	}
}

func TestTheBellIsForStandingAlerts(t *testing.T) {
	w := quiet(t)
	w.do(model.HearUnit{Shift: w.shift("joint-3").ID})
	w.rings(false, "it has passed before it was rung for")
}
