package nightlog

import (
	"fmt"
	"strings"
	"testing"

	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/session"
)

func TestTheSearchLooksThroughNotesAndNames(t *testing.T) {
	for typed, want := range map[string]string{
		"灭火器":                "灭火器过期",
		"wanda 灭":            "灭火器过期",
		"ｗａｎｄａ 灭":            "灭火器过期",
		"道路":                 "跳过",
		"周九":                 "孙八、周九",
		"PLAIN":              "plain note",
		"急诊":                 "second words", // the place that a correction gives
		"hospital EMERGENCY": "second words",
		"red armband":        "plain note",
	} {
		w := eventful(t)
		w.open(model.ZH, 200, 50)
		w.Press("/", typed)
		w.Sees(want)
		if len(w.Page.rows) == len(w.Page.shown.lines) || len(w.Page.rows) == 0 {
			t.Errorf("%q finds %d", typed, len(w.Page.rows))
		}
	}
}

func TestTheSearchFindsHandoverNotes(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 200, 50)
	w.Press("left", "/", "值班室")
	w.Sees("班次结束", "恶劣天气")
	w.SeesNot("班次开始")
}

func TestTypingFiltersAndEnterKeeps(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 140, 40)
	w.Press("/")
	if _, y, ok := w.Page.Cursor(); !ok || y != 39 {
		t.Fatal("the field has no cursor")
	}
	w.Press("灭", "火")
	w.Sees("灭火器", "1/11", "搜索备注和名称：")
	w.Press("l") // a letter now
	w.Sees("0/11", "没有含有「灭火l」的记录")
	w.Press("backspace", "enter")
	w.Sees("1 条含有「灭火」", "灭火器过期")
	w.SeesNot("道路封闭")
	w.Press("/", "器", "enter")
	w.Sees("1 条含有「灭火器」")
	w.Press("esc")
	w.Sees("道路封闭")
	if w.Page.search.Lines() != 0 {
		t.Error("the line of the search is still there")
	}
}

func TestANewRecordPassesTheFilterToo(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 140, 40)
	w.Press("/", "灭火器", "enter")
	for _, note := range []string{"灭火器已换", "别的事"} {
		r := w.checkIn("mall-west", note)
		w.Settle(r)
	}
	w.Sees("灭火器已换", "2 条含有")
	w.SeesNot("别的事")
}

func TestTheSearchGoesOnInEarlierNights(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 140, 40)
	w.Press("/", "灯坏", "enter")
	w.Sees("没有含有「灯坏」的记录")
	w.Hold = true
	w.Press("enter", "enter")
	w.Sees("正在搜索")
	if len(w.Held) != 1 {
		t.Fatal("asked twice")
	}
	w.arrive(0)
	w.Sees("2 条含有「灯坏」", "更早的各夜都已查过", "11-23 19:22:00", "东门路灯坏了", "11-20 19:22:00", "校门口无人")
	w.Sees("夜：2026-11-2")
	w.Speak(model.EN)
	w.Sees("2 with \"灯坏\"", "no earlier nights are left")
	w.Press("enter")
	if len(w.Held) != 1 {
		t.Error("asked once more")
	}
	r := w.Log.Records[1]
	r.ID, r.Seq = "LATER", 77
	w.Send(screen.Settled{Record: r})
	w.Sees("3 with \"灯坏\"")
	w.Press("esc")
	w.SeesNot("灯坏", "11-20")
}

func TestTheSearchPausesAfterAPage(t *testing.T) {
	w := newWorld(t)
	for i := range 70 {
		w.begin(model.Date("2026-08-01").AddDays(i), "horn-1", "a", "b")
		if i%2 == 0 {
			w.checkIn("wanda-east", "灯坏了")
		}
		w.do(model.EndShift{Shift: w.shift, Reason: "x"})
	}
	w.begin(tonight, "horn-1", "a", "b")
	w.open(model.EN, 140, 40)
	w.Press("/", "灯坏", "enter", "enter")
	if len(w.Log.Read) != nightsPerPage {
		t.Fatalf("%d nights were read", len(w.Log.Read))
	}
	w.Sees("15 with", "looked back to 2026-09-10")
	w.Press("enter")
	w.Sees("30 with", "looked back to 2026-08-11")
	w.Press("enter")
	w.Sees("35 with", "no earlier nights are left")
}

func TestTheSearchPausesAtEnoughHits(t *testing.T) {
	w := newWorld(t)
	for i := range 5 {
		w.begin(model.Date("2026-08-01").AddDays(i), "horn-1", "a", "b")
		for n := range 30 {
			w.checkIn("wanda-east", fmt.Sprint("灯坏了", n))
		}
	}
	w.begin(tonight, "horn-1", "a", "b")
	w.open(model.EN, 140, 40)
	w.Press("/", "灯坏", "enter", "enter")
	w.Sees("60 with", "looked back to 2026-08-04")
	if len(w.Log.Read) != 2 {
		t.Error(w.Log.Read)
	}
	w.Press("enter")
	w.Sees("120 with", "looked back to 2026-08-02")
	w.Press("enter")
	w.Sees("150 with", "no earlier nights are left")
}

func TestAStaleLookBackIsDropped(t *testing.T) {
	for _, then := range [][]string{{"esc"}, {"/", "了", "enter"}, {"esc", "esc"}} {
		w := eventful(t)
		w.open(model.ZH, 140, 40)
		w.Press("/", "灯坏", "enter")
		w.Hold = true
		w.Press("enter")
		w.Press(then...)
		w.arrive(0)
		w.SeesNot("东门路灯坏了", "正在搜索")
	}
}

func TestWhatIsTypedIsDrawnClean(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 80, 24)
	w.Press("/", "a\x1b[31mb\u202e", "enter")
	if strings.ContainsAny(w.Page.View(), "\u202e") || strings.Contains(w.Page.View(), "a\x1b[31mb") {
		t.Errorf("%q", w.Page.View())
	}
}

// At the desk the log that is opened from the patrol of a unit is that of the unit, until somebody wants to see all of it.
func TestTheLogOfAUnitAtTheDesk(t *testing.T) {
	w := newWorld(t)
	w.begin(tonight, "police-01", "a", "b")
	w.checkIn("mall-west", "by car")
	w.begin(tonight, "horn-1", "c", "d")
	w.checkIn("wanda-east", "on foot")
	w.open(model.EN, 140, 30)
	w.Env.Desk = &session.Desk{}
	w.Env.Pick(nil)
	w.Page.Refresh()
	w.Sees("by car", "on foot")
	shift, _ := w.Env.Night.Shift(w.shift)
	w.Env.Pick(shift)
	w.Page.Refresh()
	w.Sees("on foot", "Little Horn 1")
	w.SeesNot("by car")
	w.Press("esc")
	w.Sees("by car", "on foot")
	w.Press("esc")
	w.Env.Visit(screen.NightLog)
	w.Page.Refresh()
	w.SeesNot("by car")
}
