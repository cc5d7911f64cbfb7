package app

import (
	"slices"
	"testing"
	"time"

	"beatbook/model"
)

func TestAnotherUnitBringsItsUsualRouteModeAndPlate(t *testing.T) {
	inWorld(t, func(w *world) {
		w.open()
		w.press("tab", "2")
		w.sees("Little Horn 1", "Wanda and night market on foot")
		w.press("ctrl+s")
		if body := last[model.ShiftStartedBody](w); body.Unit != "horn-1" || body.Route != "night-market" || body.Mode != model.Foot || body.Plate != "" {
			t.Errorf("%s %s %s %q", body.Unit, body.Route, body.Mode, body.Plate)
		}
	})
}

func TestAnotherRouteBringsItsUsualMode(t *testing.T) {
	inWorld(t, func(w *world) {
		w.open()
		w.press("tab", "tab", "tab", "1", "ctrl+s")
		if body := last[model.ShiftStartedBody](w); body.Unit != "police-01" || body.Route != "night-market" || body.Mode != model.Foot {
			t.Errorf("%s %s %s", body.Unit, body.Route, body.Mode)
		}
	})
}

func TestFormIsFilledInFromLastTime(t *testing.T) {
	inWorld(t, func(w *world) {
		w.open()
		w.press("tab", "4", "tab", "张三 李四", "ctrl+s")
		w.press("E", "1", "ctrl+s")
		w.sees(w.app.env.Text.Start.Title, "Joint 3", "张三", "李四", "Fire watch")
		w.pass(time.Second)
		w.press("enter")
		body := last[model.ShiftStartedBody](w)
		if body.Unit != "joint-3" || body.Route != "fire-watch" || !slices.Equal(body.Crew, []string{"张三", "李四"}) {
			t.Errorf("%s %s %q", body.Unit, body.Route, body.Crew)
		}
	})
}

func TestLanguageKeepsWhatWasTypedInTheForm(t *testing.T) {
	inWorld(t, func(w *world) {
		w.open()
		w.press("tab", "tab", "张三 李四", "tab", "3", "L")
		w.sees("张三 李四", "公众聚集场所防火巡查")
		w.press("enter")
		if body := last[model.ShiftStartedBody](w); body.Route != "fire-watch" || !slices.Equal(body.Crew, []string{"张三", "李四"}) {
			t.Errorf("%s %q", body.Route, body.Crew)
		}
	})
}

func TestLogFromTheStart(t *testing.T) {
	inWorld(t, func(w *world) {
		w.open()
		w.press("l")
		w.seesNot(w.app.env.Text.Start.Title)
		w.press("esc")
		w.sees(w.app.env.Text.Start.Title)
	})
}
