package desk

import (
	"strings"
	"testing"
	"time"

	"beatbook/model"
	"beatbook/ui/screen/screentest"
)

// recorded are the kinds of the records of the night behind the first n, in order.
func (w *world) recorded(n int) string {
	var kinds []string
	for _, r := range w.Env.Night.Story()[n:] {
		kinds = append(kinds, string(r.Kind))
	}
	return strings.Join(kinds, " ")
}

func (w *world) typing(want bool) {
	w.T.Helper()
	if _, _, typing := w.Page.Cursor(); typing != want {
		w.T.Errorf("typing: %v", typing)
	}
}

func TestAReportIsShownBeforeItIsRecorded(t *testing.T) {
	w := manned(t)
	n := w.Env.Night.Len()
	w.Press(":", "小喇叭一队 2 3 f 一切正常")
	w.Sees("代记：小喇叭一队 2 3 f 一切正常", "! 小喇叭一队：签到 2 万达广场南广场（迟到）、3", "注：一切正常")
	if w.Env.Night.Len() != n {
		t.Fatal("it is recorded")
	}
	w.typing(true)
	w.Press("enter")
	w.typing(false)
	if got := w.recorded(n); got != string(model.CheckedIn+" "+model.CheckedIn) {
		t.Error(got)
	}
	visit := w.shift("horn-1").Visits[0]
	r, _ := w.Env.Night.Record(visit.ID)
	if f := model.FactsOf(r); f.Behalf == nil || f.Behalf.Operator != "王芳" || f.Behalf.Channel != model.ByRadio || visit.Note != "一切正常" {
		t.Errorf("%+v %+v", f.Behalf, visit)
	}
	last := w.shift("horn-1").Visits[1]
	w.Env.SayAnnounced(last.ID)
	if got := w.Env.Notice().Text; !strings.HasPrefix(got, "已记录：小喇叭一队：签到") {
		t.Error(got)
	}
}

func TestAProblemPointsAtItsWord(t *testing.T) {
	w := manned(t)
	n := w.Env.Night.Len()
	w.Press("f4", "小喇叭一队 2 / 红袖章二队 77")
	w.Sees("× 线路上没有 77 号点位")
	for _, r := range "77" {
		if !strings.Contains(w.Page.View(), w.Env.Styles.Error.Render(string(r))) {
			t.Errorf("%c is not marked", r)
		}
	}
	w.Press("enter")
	w.typing(true)
	w.Sees("代记：小喇叭一队 2 / 红袖章二队 77")
	if w.Env.Night.Len() != n {
		t.Error("a half of it is recorded")
	}
}

func TestARefusedReportIsRecordedInNoPart(t *testing.T) {
	w := manned(t)
	before, waiting := w.Env.Night.Len(), len(w.Env.Outbox.Waiting())
	w.Press(":", "红袖章二队 2 / 小喇叭一队 3")
	w.Page.readLine()
	w.Env.Night.Apply(w.endedElsewhere("horn-1")) // after the line was read
	w.Page.recordLine()
	w.Page.Refresh()
	w.typing(true)
	w.Sees(w.Env.Text.Error(&model.Refusal{Code: model.NoShift}), "代记：红袖章二队 2")
	if n := w.Env.Night.Len(); n != before+1 || len(w.shift("armband-2").Visits) != 0 || len(w.Env.Outbox.Waiting()) != waiting {
		t.Errorf("%d records, %d before", n, before)
	}
}

// endedElsewhere is the end of a shift that another device has written.
func (w *world) endedElsewhere(unit string) model.Record {
	w.T.Helper()
	stamp := w.Log.Stamp()
	stamp.Device = "DEVICE-OTHER"
	r, err := model.Decide(w.Env.Night, stamp, model.EndShift{Shift: w.shift(unit).ID, Reason: "天气"})
	if err != nil {
		w.T.Fatal(err)
	}
	if r, err = r.Numbered(1, ""); err != nil {
		w.T.Fatal(err)
	}
	return r
}

func TestAShiftStartsAndEndsInTheLine(t *testing.T) {
	w := manned(t)
	w.Press("enter") // an older shift is in hand
	w.Press(":", "joint-3 出 fire-watch 队员 钱七 孙八", "enter")
	if s := w.shift("joint-3"); !s.Open() || s.Behalf == nil || s.Behalf.Operator != "王芳" {
		t.Errorf("%+v", s)
	}
	w.Sees("联防三组", "在外 4")
	w.Press(":", "joint-3 收 天气", "enter")
	if w.shift("joint-3").Open() {
		t.Error("the shift is open")
	}
}

func TestTheLineStaysWhileItIsLeft(t *testing.T) {
	w := manned(t)
	w.Press(":", "小喇叭一队 2", "esc")
	w.typing(false)
	w.SeesNot("代记")
	w.Press("down", ":")
	w.Sees("代记：小喇叭一队 2")
	w.pass(40 * time.Minute)
	w.typing(true)
	w.Sees("代记：小喇叭一队 2", "告警")
	w.Press("enter", ":", "enter")
	w.typing(false)
}

func TestEarlierLinesComeBack(t *testing.T) {
	w := manned(t)
	w.Press(":", "小喇叭一队 收到", "enter", ":", "红袖章二队 收到", "enter", ":", "联合")
	for _, step := range []struct{ key, want string }{
		{"up", "红袖章二队 收到"}, {"up", "小喇叭一队 收到"}, {"up", "小喇叭一队 收到"}, {"down", "红袖章二队 收到"}, {"down", "联合"}, {"down", "联合"},
	} {
		w.Press(step.key)
		if got := w.Page.line.field.Value(); got != step.want {
			t.Fatalf("%s gives %q, want %q", step.key, got, step.want)
		}
	}
	w.Press("up", "x")
	w.Sees("红袖章二队 收到x")
}

func TestTabCompletes(t *testing.T) {
	w := manned(t)
	w.Press(":", "小", "tab")
	w.Sees("代记：小喇叭一队 ")
	w.Press("2 f", "enter")
	if len(w.shift("horn-1").Visits) != 1 {
		t.Fatal("it does not complete")
	}
	w.Press(":", "小喇叭一队 ", "tab")
	first := w.Page.line.field.Value()
	w.Press("tab")
	second := w.Page.line.field.Value()
	w.Press("shift+tab")
	if got := w.Page.line.field.Value(); first == second || got != first {
		t.Errorf("%q, %q, %q", first, second, got)
	}
	w.Press("tab", "一切正常")
	if got := w.Page.line.field.Value(); got != second+"一切正常" {
		t.Errorf("%q", got)
	}
}

func TestWithoutAnOperatorTheLineWaitsForOne(t *testing.T) {
	w := manned(t)
	w.do(model.SignOff{Plan: w.Plan, Operator: "王芳"})
	w.Press(":", "小喇叭一队 2 f", "enter")
	if len(w.Env.Dialogs()) != 1 {
		t.Fatal("no form is open")
	}
	w.Press("1", "ctrl+s")
	if n := len(w.shift("horn-1").Visits); n != 1 {
		t.Errorf("%d visits", n)
	}
	w.typing(false)
}

func TestAShiftThatEndsBeforeTheSignOnIsNotReportedOn(t *testing.T) {
	w := manned(t)
	w.do(model.SignOff{Plan: w.Plan, Operator: "王芳"})
	w.Press(":", "小喇叭一队 2 f / 红袖章二队 2 f", "enter")
	w.Env.Night.Apply(w.endedElsewhere("horn-1"))
	w.pass(time.Second)
	w.Press("1", "ctrl+s")
	if n := len(w.shift("armband-2").Visits); n != 0 || w.Env.Desk.Operator != "王芳" {
		t.Errorf("%d visits, the operator is %q", n, w.Env.Desk.Operator)
	}
	w.typing(true)
	w.Sees("没有出巡", "代记：小喇叭一队 2 f")
}

func TestTheLineReadsTheShiftsOfNow(t *testing.T) {
	w := manned(t)
	w.Press(":", "联防三组 1")
	w.Sees("没有出巡")
	w.start("joint-3", "fire-watch", "钱七")
	w.Sees("✓ 联防三组：签到")
}

func TestBindingsOfTheLine(t *testing.T) {
	w := manned(t)
	d := w.Env.Text.Desk
	if !w.Says(d.KeyConfirm) || !w.Says(d.KeyAlerts) || w.Says(d.KeyRecord) {
		t.Error("the keys of the board are not said")
	}
	w.Press("tab")
	if !w.Says(d.KeyBoard) || w.Says(d.KeyAlerts) {
		t.Error("the way back to the board is not said")
	}
	w.Press(":")
	if !w.Says(d.KeyRecord) || w.Says(d.KeyConfirm) {
		t.Error("the keys of the line are not said")
	}
	w.Press("esc", "/")
	if w.Says(d.KeyConfirm) {
		t.Error("the keys of the filter are not said")
	}
}

func TestTheLineIsDrawnClean(t *testing.T) {
	w := manned(t)
	w.Page.Update(screentest.Key(":"))
	w.Page.Update(screentest.Key("小喇叭一队 2 \x1b[31m\u202ea"))
	w.Page.Refresh()
	if s := w.Page.View(); strings.ContainsAny(s, "\u202e") || strings.Contains(s, "[31ma") {
		t.Errorf("%q", s)
	}
}
