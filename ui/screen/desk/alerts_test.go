package desk

import (
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/screen/screentest"
)

// quiet is a world in which one unit walks the fire watch, of which nothing was heard for 61 minutes.
func quiet(t testing.TB) *world {
	t.Helper()
	w := newWorld(t)
	w.do(model.SignOn{Plan: w.plan, Operator: "王芳"})
	w.start("joint-3", "fire-watch", "钱七", "孙八")
	w.pass(61 * time.Minute)
	return w
}

// signOff leaves the desk with nobody.
func (w *world) signOff() {
	w.t.Helper()
	w.do(model.SignOff{Plan: w.plan, Operator: w.env.Desk.Operator})
}

func TestAnAlertSaysWhoWhatAndHowBadly(t *testing.T) {
	w := quiet(t)
	line := w.line("失联")
	for _, want := range []string{"!", "联防三组", "自 19:20 起，限 60 分", "61 分，超 1 分"} {
		if !strings.Contains(line, want) {
			t.Errorf("no %q in %q", want, line)
		}
	}
	w.pass(time.Hour)
	w.sees("!!  失联", "121 分，超 61 分")
	w.pass(time.Hour)
	w.sees("!!! 失联", "181 分，超 121 分")
	w.show(model.EN, 80, 22)
	w.sees("!!! no contact", "since 19:20, limit 60 min", "181 min, 121 over")
}

func TestOverdueAndMissedCallsAreAlerts(t *testing.T) {
	w := manned(t)
	w.sees("超时", "应巡 19:30 万达广场东门", "应巡 19:42 万达广场南广场")
	w.seesNot("漏巡  ")
	w.pass(time.Minute)
	w.sees("× ", "漏巡     ")
}

func TestAnAlertStaysUntilItIsAcknowledged(t *testing.T) {
	w := quiet(t)
	w.do(model.HearUnit{Shift: w.shift("joint-3").ID})
	w.sees("失联", "20:21 解除")
	w.pass(5 * time.Minute)
	w.sees("20:21 解除")
	w.press("a")
	w.seesNot("失联", "告警")
	if s := w.shift("joint-3"); len(s.Acknowledged) != 1 {
		t.Errorf("%d alerts of the shift are acknowledged", len(s.Acknowledged))
	}
}

func TestAcknowledgementNamesTheOperator(t *testing.T) {
	w := quiet(t)
	w.press("a")
	for _, r := range w.env.Night.Story() {
		if f := model.FactsOf(r); r.Kind == model.AlertsAcknowledged {
			if f.Operator != "王芳" || len(f.Alerts) != 1 {
				t.Errorf("%+v", f)
			}
			w.env.SayAnnounced(r.ID)
			if w.env.Notice().Text != "已确认：联防三组 失联" {
				t.Error(w.env.Notice().Text)
			}
			return
		}
	}
	t.Error("nothing is recorded")
}

func TestWithoutAnOperatorTheSignOnComesFirst(t *testing.T) {
	w := quiet(t)
	w.signOff()
	w.press("a")
	if len(w.env.Dialogs()) != 1 {
		t.Fatal("no form is open")
	}
	w.sees("失联", w.env.Text.Desk.NoOperator)
	w.press("esc")
	w.sees("失联")
	w.press("a", "tab", "刘强", "ctrl+s")
	w.seesNot("失联")
	w.sees("刘强")
	if len(w.env.Dialogs()) != 0 {
		t.Error("the form stays")
	}
}

func TestAllThatHavePassed(t *testing.T) {
	w := manned(t)
	w.pass(35 * time.Minute)
	for _, unit := range []string{"horn-1", "armband-2", "police-01"} {
		w.do(model.HearUnit{Shift: w.shift(unit).ID})
	}
	standing := len(w.page.alerts.list) - strings.Count(w.fully(), "解除")
	w.press("A")
	if w.seesNot("解除"); len(w.page.alerts.list) != standing {
		t.Errorf("%d alerts, want %d", len(w.page.alerts.list), standing)
	}
	w.press("A")
	if w.env.Notice().Text != w.env.Text.Desk.NonePassed {
		t.Error(w.env.Notice().Text)
	}
}

// fully is the page in a window in which all alerts are seen.
func (w *world) fully() string {
	w.show(model.ZH, 80, 90)
	return w.screen()
}

func TestStandingOnesStandFirst(t *testing.T) {
	w := manned(t)
	w.pass(35 * time.Minute)
	w.do(model.HearUnit{Shift: w.shift("horn-1").ID})
	screen := w.fully()
	if passed := strings.Index(screen, "解除"); passed < strings.LastIndex(screen, "超时     ") {
		t.Error(screen)
	}
}

func TestMoreAlertsThanThereIsRoomFor(t *testing.T) {
	w := manned(t)
	w.pass(35 * time.Minute)
	w.show(model.ZH, 80, 16)
	n := len(w.page.alerts.list)
	w.sees("告警 12", "… 另有 2 条")
	if n != 12 {
		t.Fatal(n, "alerts")
	}
	w.press("tab", "end")
	if a, _ := w.page.alerts.under(); a.Key != w.page.alerts.list[n-1].Key {
		t.Error("the cursor is not on the last one")
	}
	w.selects("horn-1")
	w.press("a")
	if len(w.page.alerts.list) != n-1 {
		t.Error("the last one is not acknowledged")
	}
	w.press("esc", "down")
	w.selects("armband-2")
}

func TestTheCursorStaysOnItsAlert(t *testing.T) {
	w := manned(t)
	w.press("tab", "end")
	before, at := w.page.alerts.selected.Key, w.page.alerts.table.Cursor()
	w.do(model.HearUnit{Shift: w.shift("horn-1").ID})
	if after := w.page.alerts.selected.Key; after != before || w.page.alerts.table.Cursor() == at {
		t.Errorf("the cursor is on %s, it was on %s", after, before)
	}
}

func TestTheCursorStaysOnAnAlertThatGetsGraver(t *testing.T) {
	w := manned(t)
	w.press("tab", "end")
	if a := w.page.alerts.selected; a.Kind != model.CallOverdue {
		t.Fatal(a.Kind)
	}
	before := w.page.alerts.selected
	w.pass(14 * time.Minute)
	if a := w.page.alerts.selected; a.Kind != model.CallMissed || a.Checkpoint != before.Checkpoint || a.Shift.ID != before.Shift.ID {
		t.Errorf("the cursor is on %s %s of %s", a.Kind, a.Checkpoint, a.Shift.Unit.ID)
	}
	w.press("home")
	w.pass(10 * time.Minute)
	if a := w.page.alerts.selected; a.Kind != model.OutOfContact || a.Level != 2 {
		t.Errorf("the cursor is on %s, level %d", a.Kind, a.Level)
	}
}

func TestAKeyInFlightDoesNotAcknowledgeWhatHasJustComeUp(t *testing.T) {
	w := quiet(t)
	w.page.Update(screentest.Key("a"))
	w.page.Refresh()
	w.sees("失联")
	w.press("a")
	w.seesNot("失联")
	w = manned(t)
	n := len(w.page.alerts.list)
	for range n {
		w.clock.Pass(time.Second)
		w.page.Refresh() // the next one comes up because the one before is gone
		w.page.Update(screentest.Key("a"))
		w.page.Update(screentest.Key("a"))
		w.page.Refresh()
	}
	if len(w.page.alerts.list) != 0 {
		t.Errorf("%d of %d alerts are left", len(w.page.alerts.list), n)
	}
}

func TestAnAlertThatIsGoneLeavesTheCursorWhereItIs(t *testing.T) {
	w := manned(t)
	w.press("tab", "down", "a")
	if w.page.alerts.table.Cursor() != 1 || w.page.alerts.selected.Key != w.page.alerts.list[1].Key {
		t.Error(w.page.alerts.table.Cursor(), w.page.alerts.selected.Key)
	}
}

func TestWithoutAlertsTheKeysAreForTheBoard(t *testing.T) {
	w := quiet(t)
	w.press("tab")
	if !w.page.alerts.focused {
		t.Fatal("no focus")
	}
	w.press("a")
	if w.page.alerts.focused {
		t.Error("the focus is on nothing")
	}
	w.press("a", "A")
	if w.env.Notice().Kind != screen.Warning {
		t.Error("nothing is said")
	}
}

// A short board leaves its room to the alerts, a long one takes it.
func TestAlertsTakeTheRoomThatTheBoardLeaves(t *testing.T) {
	w := manned(t)
	w.pass(35 * time.Minute)
	for height, want := range map[int]int{60: 13, 18: 13, 17: 12, 12: 7, 9: 4, 7: 2} {
		w.show(model.ZH, 80, height)
		if alerts, below := w.page.layout(); alerts != want || alerts+headLines+below.TableHeight != height {
			t.Errorf("%d of %d lines, want %d", alerts, height, want)
		}
	}
	w.show(model.ZH, 140, 24)
	if _, below := w.page.layout(); below.PanelHeight < 24/2 {
		t.Errorf("the feed has %d lines", below.PanelHeight)
	}
}

func TestEnterOnAnAlertOpensItsShift(t *testing.T) {
	w := manned(t)
	w.pass(35 * time.Minute)
	w.press("end", "tab", "enter")
	alert := w.page.alerts.list[0]
	if w.env.Shift() == nil || w.env.Shift().ID != alert.Shift.ID {
		t.Error("another shift is open")
	}
}

func TestMouseOnTheAlerts(t *testing.T) {
	w := manned(t)
	w.pass(35 * time.Minute)
	w.press("end")
	w.mouse(tea.MouseButtonLeft, "联合01          自 19:59")
	if a, _ := w.page.alerts.under(); !w.page.alerts.focused || a.Shift.Unit.ID != "police-01" {
		t.Error("the alert is not selected")
	}
	w.mouse(tea.MouseButtonWheelDown, "告警")
	if w.page.alerts.table.Cursor() != 3 {
		t.Error(w.page.alerts.table.Cursor())
	}
	w.selects("police-01")
	w.mouse(tea.MouseButtonLeft, "0/20")
	if w.page.alerts.focused {
		t.Error("the alerts keep the focus")
	}
	w.selects("horn-1")
}
