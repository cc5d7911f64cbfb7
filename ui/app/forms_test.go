package app

import (
	"slices"
	"strings"
	"testing"
	"time"

	"beatbook/model"
)

// correcting opens the correction of a check-in on foot at Wanda Plaza east gate at 21:25 with a note.
func correcting(w *world) {
	w.walk()
	w.clock(21, 25)
	w.do(model.CheckIn{Shift: w.shift, Checkpoint: "wanda-east", Note: "first"})
	w.clock(21, 40)
	w.open()
	w.press("1", "c")
	w.dialogs(1)
}

// chooseReason chooses the second reason of a correction and comes back to its first field.
func chooseReason(w *world) {
	w.press("shift+tab", "shift+tab", "shift+tab", "2", "tab", "tab", "tab")
}

func TestCorrectEachField(t *testing.T) {
	for name, c := range map[string]struct {
		keys []string
		want string
		at   string
	}{
		"place": {[]string{"tab", "2", "ctrl+s"}, "wanda-south foot first", "21:25"},
		"mode":  {[]string{"tab", "tab", "2", "ctrl+s"}, "wanda-east vehicle first", "21:25"},
		"time":  {[]string{"tab", "tab", "tab", "ctrl+u", "21:20", "ctrl+s"}, "wanda-east foot first", "21:20"},
		"wide":  {[]string{"tab", "tab", "tab", "ctrl+u", "２１：２０", "ctrl+s"}, "wanda-east foot first", "21:20"},
		"note":  {[]string{"tab", "tab", "tab", "tab", "ctrl+u", "第二", "ctrl+s"}, "wanda-east foot 第二", "21:25"},
	} {
		t.Run(name, func(t *testing.T) {
			inWorld(t, func(w *world) {
				correcting(w)
				chooseReason(w)
				w.press(c.keys...)
				w.dialogs(0)
				w.wrote(model.CheckedIn, model.Corrected)
				w.visited(c.want)
				if reason := last[model.CorrectedBody](w).Reason; reason != "wrong mode" {
					t.Errorf("the reason is %q", reason)
				}
				night, _ := w.log.Night(tonight)
				if at := night.Shifts()[0].Visits[0].At.In(w.plan.Zone()).Format("15:04"); at != c.at {
					t.Errorf("the visit is at %s, want %s", at, c.at)
				}
			})
		})
	}
}

func TestCorrectWithATypedReason(t *testing.T) {
	inWorld(t, func(w *world) {
		correcting(w)
		w.press("tab", "tab", "2", "ctrl+s")
		w.dialogs(1)
		w.wrote(model.CheckedIn)
		w.press("shift+tab", "shift+tab", "shift+tab", "shift+tab", "坐车去的", "ctrl+s")
		if body := last[model.CorrectedBody](w); body.Reason != "坐车去的" || body.Mode == nil || *body.Mode != model.Vehicle {
			t.Errorf("%+v", body)
		}
	})
}

func TestWithdrawWithAReason(t *testing.T) {
	inWorld(t, func(w *world) {
		correcting(w)
		chooseReason(w)
		w.press("2", "ctrl+s")
		w.wrote(model.CheckedIn, model.Withdrawn)
		w.visited()
		if last[model.WithdrawnBody](w).Reason == "" {
			t.Error("no reason is kept")
		}
	})
}

func TestNothingToCorrect(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		w.press("c")
		w.dialogs(0)
		w.sees(w.app.env.Text.Dialog.CorrectNothing)
		w.press("f", "c", "ctrl+s")
		w.dialogs(1)
		w.wrote(model.CheckedIn)
	})
}

func TestBadTimeKeepsTheForm(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		w.press("n", "路灯坏了", "tab", "tab", "25:99", "ctrl+s")
		w.dialogs(1)
		w.sees("路灯坏了")
		if !slices.ContainsFunc(strings.Split(w.screen(), "\n"), func(l string) bool {
			return strings.Contains(l, "25:99") && !strings.Contains(l, w.app.env.Text.Dialog.CorrectTime)
		}) {
			t.Errorf("nothing is said about the time:\n%s", w.screen())
		}
		w.wrote()
		w.press("ctrl+u", "21:50", "ctrl+s")
		w.visited("wanda-south foot 路灯坏了")
	})
}

func TestTimeToComeIsRefused(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		w.press("n", "x", "tab", "tab", "2026-11-24T23:00:00+08:00", "ctrl+s")
		w.dialogs(1)
		w.wrote()
	})
}

func TestModeAndCrewChange(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		w.press("m", "tab", "湘D·77777", "ctrl+s")
		if body := last[model.ModeChangedBody](w); body.Mode != model.Vehicle || body.Plate != "湘D·77777" {
			t.Errorf("%+v", body)
		}
		w.sees("湘D·77777")
		w.pass(time.Second)
		w.press("enter")
		w.visited("wanda-south vehicle")
		w.press("w", "ctrl+u", "王五、赵六，孙七", "enter")
		if body := last[model.CrewChangedBody](w); strings.Join(body.Crew, " ") != "王五 赵六 孙七" {
			t.Errorf("%+v", body)
		}
		w.sees("crew of 3")
	})
}

func TestFind(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		w.press("/", "菜市", "enter")
		w.dialogs(0)
		w.at("5")
		w.pass(time.Second)
		w.press("/", "HOSPITAL", "enter")
		w.dialogs(1)
		w.press("问过护士站", "ctrl+s")
		w.visited("hospital-er foot 问过护士站")
		w.pass(time.Second)
		w.press("/", "nowhere", "enter")
		w.dialogs(1)
		w.press("esc")
		w.dialogs(0)
		w.wrote(model.CheckedIn)
	})
}

func TestOtherRoute(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		w.press("P", "2", "tab", "2", "ctrl+s")
		if body := last[model.ShiftStartedBody](w); body.Route != "fire-watch" || body.Unit != "horn-1" || strings.Join(body.Crew, " ") != "张三 李四" {
			t.Errorf("%+v", body)
		}
		w.wrote(model.ShiftEnded)
		w.sees("Fire watch", "each checkpoint at least every")
		w.press("f")
		w.visited("wanda-east foot")
	})
}

func TestEndEarlyWithReasonAndHandover(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		w.press("E", "4", "tab", "tab", "钥匙在值班室", "ctrl+s")
		if body := last[model.ShiftEndedBody](w); body.Reason != "crew member unwell" || body.Handover != "钥匙在值班室" {
			t.Errorf("%+v", body)
		}
		w.sees(w.app.env.Text.Start.Title, "钥匙在值")
		w.pass(time.Minute)
		w.press("u")
		w.wrote(model.ShiftEnded, model.Withdrawn)
		w.sees("Wanda and night market on foot")
		w.press("f")
		w.visited("wanda-south foot")
	})
}

func TestEndInTimeNeedsNoReason(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.clock(4, 0)
		w.open()
		w.press("E", "all quiet", "ctrl+s")
		if body := last[model.ShiftEndedBody](w); body.Reason != "" || body.Handover != "all quiet" {
			t.Errorf("%+v", body)
		}
	})
}

func TestUndoOfTheEndTooLate(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		w.press("E", "ctrl+s")
		w.dialogs(1)
		w.wrote()
		w.press("1", "ctrl+s")
		w.pass(3 * time.Minute)
		w.press("u")
		w.wrote(model.ShiftEnded)
		w.sees(w.app.env.Text.Start.Title)
		if w.app.env.Notice().Text == "" {
			t.Error("nothing is said")
		}
	})
}
