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
	w.do(model.SignOn{Plan: w.Plan, Operator: "王芳"})
	w.start("joint-3", "fire-watch", "钱七", "孙八")
	w.pass(61 * time.Minute)
	return w
}

// signOff leaves the desk with nobody.
func (w *world) signOff() {
	w.T.Helper()
	w.do(model.SignOff{Plan: w.Plan, Operator: w.Env.Desk.Operator})
}

func TestAnAlertSaysWhoWhatAndHowBadly(t *testing.T) {
	w := quiet(t)
	line := w.Line("失联")
	for _, want := range []string{"!", "联防三组", "自 19:20 起，限 60 分", "61 分，超 1 分"} {
		if !strings.Contains(line, want) {
			t.Errorf("no %q in %q", want, line)
		}
	}
	w.pass(time.Hour)
	w.Sees("!!  失联", "121 分，超 61 分")
	w.pass(time.Hour)
	w.Sees("!!! 失联", "181 分，超 121 分")
	w.Show(model.EN, 80, 22)
	w.Sees("!!! no contact", "since 19:20, limit 60 min", "181 min, 121 over")
}

func TestOverdueAndMissedCallsAreAlerts(t *testing.T) {
	w := manned(t)
	w.Sees("超时", "应巡 19:30 万达广场东门", "应巡 19:42 万达广场南广场")
	w.SeesNot("漏巡  ")
	w.pass(time.Minute)
	w.Sees("× ", "漏巡     ")
}

func TestAnAlertStaysUntilItIsAcknowledged(t *testing.T) {
	w := quiet(t)
	w.do(model.HearUnit{Shift: w.shift("joint-3").ID})
	w.Sees("失联", "20:21 解除")
	w.pass(5 * time.Minute)
	w.Sees("20:21 解除")
	w.Press("a")
	w.SeesNot("失联", "告警")
	if s := w.shift("joint-3"); len(s.Acknowledged) != 1 {
		t.Errorf("%d alerts of the shift are acknowledged", len(s.Acknowledged))
	}
}

func TestAcknowledgementNamesTheOperator(t *testing.T) {
	w := quiet(t)
	w.Press("a")
	for _, r := range w.Env.Night.Story() {
		if f := model.FactsOf(r); r.Kind == model.AlertsAcknowledged {
			if f.Operator != "王芳" || len(f.Alerts) != 1 {
				t.Errorf("%+v", f)
			}
			w.Env.SayAnnounced(r.ID)
			if w.Env.Notice().Text != "已确认：联防三组 失联" {
				t.Error(w.Env.Notice().Text)
			}
			return
		}
	}
	t.Error("nothing is recorded")
}

func TestWithoutAnOperatorTheSignOnComesFirst(t *testing.T) {
	w := quiet(t)
	w.signOff()
	w.Press("a")
	if len(w.Env.Dialogs()) != 1 {
		t.Fatal("no form is open")
	}
	screentest.Sees(t, w.Page.View(), "失联", w.Env.Text.Desk.NoOperator)
	w.Press("esc")
	w.Sees("失联")
	w.Press("a", "tab", "刘强", "ctrl+s")
	w.SeesNot("失联")
	w.Sees("刘强")
	if len(w.Env.Dialogs()) != 0 {
		t.Error("the form stays")
	}
}

func TestAllThatHavePassed(t *testing.T) {
	w := manned(t)
	w.pass(35 * time.Minute)
	for _, unit := range []string{"horn-1", "armband-2", "police-01"} {
		w.do(model.HearUnit{Shift: w.shift(unit).ID})
	}
	standing := len(w.Page.alerts.list) - strings.Count(w.fully(), "解除")
	w.Press("A")
	if w.SeesNot("解除"); len(w.Page.alerts.list) != standing {
		t.Errorf("%d alerts, want %d", len(w.Page.alerts.list), standing)
	}
	w.Press("A")
	if w.Env.Notice().Text != w.Env.Text.Desk.NonePassed {
		t.Error(w.Env.Notice().Text)
	}
}

// fully is the page in a window in which all alerts are seen.
func (w *world) fully() string {
	w.Show(model.ZH, 80, 90)
	return w.Screen()
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
	w.Show(model.ZH, 80, 16)
	n := len(w.Page.alerts.list)
	w.Sees("告警 12", "… 另有 2 条")
	if n != 12 {
		t.Fatal(n, "alerts")
	}
	w.Press("tab", "end")
	if a, _ := w.Page.alerts.under(); a.Key != w.Page.alerts.list[n-1].Key {
		t.Error("the cursor is not on the last one")
	}
	w.selects("horn-1")
	w.Press("a")
	if len(w.Page.alerts.list) != n-1 {
		t.Error("the last one is not acknowledged")
	}
	w.Press("esc", "down")
	w.selects("armband-2")
}

func TestTheCursorStaysOnItsAlert(t *testing.T) {
	w := manned(t)
	w.Press("tab", "end")
	before, at := w.Page.alerts.selected.Key, w.Page.alerts.table.Cursor()
	w.do(model.HearUnit{Shift: w.shift("horn-1").ID})
	if after := w.Page.alerts.selected.Key; after != before || w.Page.alerts.table.Cursor() == at {
		t.Errorf("the cursor is on %s, it was on %s", after, before)
	}
}

func TestTheCursorStaysOnAnAlertThatGetsGraver(t *testing.T) {
	w := manned(t)
	w.Press("tab", "end")
	if a := w.Page.alerts.selected; a.Kind != model.CallOverdue {
		t.Fatal(a.Kind)
	}
	before := w.Page.alerts.selected
	w.pass(14 * time.Minute)
	if a := w.Page.alerts.selected; a.Kind != model.CallMissed || a.Checkpoint != before.Checkpoint || a.Shift.ID != before.Shift.ID {
		t.Errorf("the cursor is on %s %s of %s", a.Kind, a.Checkpoint, a.Shift.Unit.ID)
	}
	w.Press("home")
	w.pass(10 * time.Minute)
	if a := w.Page.alerts.selected; a.Kind != model.OutOfContact || a.Level != 2 {
		t.Errorf("the cursor is on %s, level %d", a.Kind, a.Level)
	}
}

func TestAKeyInFlightDoesNotAcknowledgeWhatHasJustComeUp(t *testing.T) {
	w := quiet(t)
	w.Page.Update(screentest.Key("a"))
	w.Page.Refresh()
	w.Sees("失联")
	w.Press("a")
	w.SeesNot("失联")
	w = manned(t)
	n := len(w.Page.alerts.list)
	for range n {
		w.Clock.Pass(time.Second)
		w.Page.Refresh() // the next one comes up because the one before is gone
		w.Page.Update(screentest.Key("a"))
		w.Page.Update(screentest.Key("a"))
		w.Page.Refresh()
	}
	if len(w.Page.alerts.list) != 0 {
		t.Errorf("%d of %d alerts are left", len(w.Page.alerts.list), n)
	}
}

func TestAnAlertThatIsGoneLeavesTheCursorWhereItIs(t *testing.T) {
	w := manned(t)
	w.Press("tab", "down", "a")
	if w.Page.alerts.table.Cursor() != 1 || w.Page.alerts.selected.Key != w.Page.alerts.list[1].Key {
		t.Error(w.Page.alerts.table.Cursor(), w.Page.alerts.selected.Key)
	}
}

func TestWithoutAlertsTheKeysAreForTheBoard(t *testing.T) {
	w := quiet(t)
	w.Press("tab")
	if !w.Page.alerts.focused {
		t.Fatal("no focus")
	}
	w.Press("a")
	if w.Page.alerts.focused {
		t.Error("the focus is on nothing")
	}
	w.Press("a", "A")
	if w.Env.Notice().Kind != screen.Warning {
		t.Error("nothing is said")
	}
}

// A short board leaves its room to the alerts, a long one takes it.
func TestAlertsTakeTheRoomThatTheBoardLeaves(t *testing.T) {
	w := manned(t)
	w.pass(35 * time.Minute)
	for height, want := range map[int]int{60: 13, 18: 13, 17: 12, 12: 7, 9: 4, 7: 2} {
		w.Show(model.ZH, 80, height)
		if alerts, below := w.Page.layout(); alerts != want || alerts+headLines+below.TableHeight != height {
			t.Errorf("%d of %d lines, want %d", alerts, height, want)
		}
	}
	w.Show(model.ZH, 140, 24)
	if _, below := w.Page.layout(); below.PanelHeight < 24/2 {
		t.Errorf("the feed has %d lines", below.PanelHeight)
	}
}

func TestEnterOnAnAlertOpensItsShift(t *testing.T) {
	w := manned(t)
	w.pass(35 * time.Minute)
	w.Press("end", "tab", "enter")
	alert := w.Page.alerts.list[0]
	if w.Env.Shift() == nil || w.Env.Shift().ID != alert.Shift.ID {
		t.Error("another shift is open")
	}
}

func TestMouseOnTheAlerts(t *testing.T) {
	w := manned(t)
	w.pass(35 * time.Minute)
	w.Press("end")
	w.MouseAt(tea.MouseButtonLeft, "联合01          自 19:59")
	if a, _ := w.Page.alerts.under(); !w.Page.alerts.focused || a.Shift.Unit.ID != "police-01" {
		t.Error("the alert is not selected")
	}
	w.MouseAt(tea.MouseButtonWheelDown, "告警")
	if w.Page.alerts.table.Cursor() != 3 {
		t.Error(w.Page.alerts.table.Cursor())
	}
	w.selects("police-01")
	w.MouseAt(tea.MouseButtonLeft, "0/20")
	if w.Page.alerts.focused {
		t.Error("the alerts keep the focus")
	}
	w.selects("horn-1")
}
