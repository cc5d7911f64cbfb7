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
		w.press("/", typed)
		w.sees(want)
		if len(w.page.rows) == len(w.page.shown.lines) || len(w.page.rows) == 0 {
			t.Errorf("%q finds %d", typed, len(w.page.rows))
		}
	}
}

func TestTheSearchFindsHandoverNotes(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 200, 50)
	w.press("left", "/", "值班室")
	w.sees("班次结束", "恶劣天气")
	w.seesNot("班次开始")
}

func TestTypingFiltersAndEnterKeeps(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 140, 40)
	w.press("/")
	if _, y, ok := w.page.Cursor(); !ok || y != 39 {
		t.Fatal("the field has no cursor")
	}
	w.press("灭", "火")
	w.sees("灭火器", "1/11", "搜索备注和名称：")
	w.press("l") // a letter now
	w.sees("0/11", "没有含有「灭火l」的记录")
	w.press("backspace", "enter")
	w.sees("1 条含有「灭火」", "灭火器过期")
	w.seesNot("道路封闭")
	w.press("/", "器", "enter")
	w.sees("1 条含有「灭火器」")
	w.press("esc")
	w.sees("道路封闭")
	if w.page.search.Lines() != 0 {
		t.Error("the line of the search is still there")
	}
}

func TestANewRecordPassesTheFilterToo(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 140, 40)
	w.press("/", "灭火器", "enter")
	for _, note := range []string{"灭火器已换", "别的事"} {
		r := w.checkIn("mall-west", note)
		if err := w.env.Settle(r); err != nil {
			t.Fatal(err)
		}
		w.send(screen.Settled{Record: r})
	}
	w.sees("灭火器已换", "2 条含有")
	w.seesNot("别的事")
}

func TestTheSearchGoesOnInEarlierNights(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 140, 40)
	w.press("/", "灯坏", "enter")
	w.sees("没有含有「灯坏」的记录")
	w.hold = true
	w.press("enter", "enter")
	w.sees("正在搜索")
	if len(w.held) != 1 {
		t.Fatal("asked twice")
	}
	w.arrive(0)
	w.sees("2 条含有「灯坏」", "更早的各夜都已查过", "11-23 19:22:00", "东门路灯坏了", "11-20 19:22:00", "校门口无人")
	w.sees("夜：2026-11-2")
	w.speak(model.EN)
	w.page.Refresh()
	w.sees("2 with \"灯坏\"", "no earlier nights are left")
	w.press("enter")
	if len(w.held) != 1 {
		t.Error("asked once more")
	}
	r := w.log.Records[1]
	r.ID, r.Seq = "LATER", 77
	w.send(screen.Settled{Record: r})
	w.sees("3 with \"灯坏\"")
	w.press("esc")
	w.seesNot("灯坏", "11-20")
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
	w.press("/", "灯坏", "enter", "enter")
	if len(w.log.Read) != nightsPerPage {
		t.Fatalf("%d nights were read", len(w.log.Read))
	}
	w.sees("15 with", "looked back to 2026-09-10")
	w.press("enter")
	w.sees("30 with", "looked back to 2026-08-11")
	w.press("enter")
	w.sees("35 with", "no earlier nights are left")
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
	w.press("/", "灯坏", "enter", "enter")
	w.sees("60 with", "looked back to 2026-08-04")
	if len(w.log.Read) != 2 {
		t.Error(w.log.Read)
	}
	w.press("enter")
	w.sees("120 with", "looked back to 2026-08-02")
	w.press("enter")
	w.sees("150 with", "no earlier nights are left")
}

func TestAStaleLookBackIsDropped(t *testing.T) {
	for _, then := range [][]string{{"esc"}, {"/", "了", "enter"}, {"esc", "esc"}} {
		w := eventful(t)
		w.open(model.ZH, 140, 40)
		w.press("/", "灯坏", "enter")
		w.hold = true
		w.press("enter")
		w.press(then...)
		w.arrive(0)
		w.seesNot("东门路灯坏了", "正在搜索")
	}
}

func TestWhatIsTypedIsDrawnClean(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 80, 24)
	w.press("/", "a\x1b[31mb\u202e", "enter")
	if strings.ContainsAny(w.page.View(), "\u202e") || strings.Contains(w.page.View(), "a\x1b[31mb") {
		t.Errorf("%q", w.page.View())
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
	w.env.Desk = &session.Desk{}
	w.env.Pick(nil)
	w.page.Refresh()
	w.sees("by car", "on foot")
	shift, _ := w.env.Night.Shift(w.shift)
	w.env.Pick(shift)
	w.page.Refresh()
	w.sees("on foot", "Little Horn 1")
	w.seesNot("by car")
	w.press("esc")
	w.sees("by car", "on foot")
	w.press("esc")
	w.env.Visit(screen.NightLog)
	w.page.Refresh()
	w.seesNot("by car")
}
