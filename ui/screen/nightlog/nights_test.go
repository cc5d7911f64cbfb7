package nightlog

import (
	"context"
	"strings"
	"testing"

	"beatbook/model"
	"beatbook/ui/screen"
)

func TestEarlierNights(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 140, 40)
	w.Press("left")
	w.Sees("2026-11-23 夜", "3 条记录", "东门路灯坏了", "交接班：钥匙在值班室")
	w.SeesNot("今夜", "道路封闭")
	w.Press("left")
	w.Sees("2026-11-20 夜", "校门口")
	w.Press("left")
	w.Sees("2026-11-20 夜")
	if got := w.Env.Notice().Text; got != w.Env.Text.Log.FirstNight {
		t.Error(got)
	}
	w.Press("right", "right")
	w.Sees("今夜 2026-11-24", "道路封闭")
	w.Press("right")
	w.Sees("今夜 2026-11-24")
	if got := w.Env.Notice().Text; got != w.Env.Text.Log.LastNight {
		t.Error(got)
	}
	w.Press("left", "left", "0")
	w.Sees("今夜 2026-11-24")
}

func TestTonightWithoutRecordsIsReachedToo(t *testing.T) {
	w := newWorld(t)
	w.begin("2026-11-20", "police-01", "a", "b")
	w.Clock.At = w.Clock.At.AddDate(0, 0, 4)
	w.open(model.ZH, 100, 20)
	w.Sees("今夜 2026-11-24", "这一夜没有记录", "0 条记录")
	w.Press("left")
	w.Sees("2026-11-20 夜", "班次开始")
	w.Press("right")
	w.Sees("今夜 2026-11-24")
}

func TestAStaleNightIsDropped(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 140, 40)
	w.Hold = true
	w.Press("left")
	w.Sees("今夜 2026-11-24", "正在读取", "道路封闭")
	w.Press("left") // steps add up
	w.arrive(0)
	w.Sees("今夜 2026-11-24", "正在读取")
	w.arrive(1)
	w.Sees("2026-11-20 夜", "校门口")
	w.SeesNot("正在读取")
	w.Press("right", "0")
	w.Sees("今夜 2026-11-24")
	w.arrive(2)
	w.Sees("今夜 2026-11-24")
	w.Press("left", "right")
	w.SeesNot("正在读取")
	w.arrive(3)
	w.Sees("今夜 2026-11-24")
}

func TestNothingIsReadBeforeTheCommandRuns(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 140, 40)
	w.Hold = true
	w.Press("left", "/", "灯", "enter", "enter")
	if len(w.Log.Read) != 0 {
		t.Error("Update has read", w.Log.Read)
	}
}

func TestARecordThatArrivesForAnEarlierNight(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 140, 40)
	w.Press("left")
	var checkIn model.Record
	for _, r := range w.Log.Records {
		if r.Night == "2026-11-23" && r.Kind == model.CheckedIn {
			checkIn = r
		}
	}
	checkIn.ID, checkIn.Seq = "FOREIGN", 500
	checkIn.Body = []byte(strings.Replace(string(checkIn.Body), "东门路灯坏了", "迟来的记录", 1))
	w.Send(screen.Settled{Record: checkIn})
	w.Sees("迟来的记录", "4 条记录")
}

func TestTheNightTurnsWhileThePageIsOpen(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 140, 40)
	for shift := w.Env.Shift(); shift != nil; shift = w.Env.Shift() {
		if _, err := w.Env.Do(context.Background(), model.EndShift{Shift: shift.ID, Reason: "恶劣天气"}); err != nil {
			t.Fatal(err)
		}
	}
	w.Env.TakeIn(model.NewNight("2026-11-25"))
	w.Page.Refresh()
	w.Sees("今夜 2026-11-25", "这一夜没有记录")
	w.Press("left")
	w.Sees("2026-11-24 夜", "道路封闭")
}

func TestNightsFarBackAreFound(t *testing.T) {
	w := newWorld(t)
	first := model.Date("2026-01-01")
	for i := range 250 {
		w.begin(first.AddDays(i), "horn-1", "a", "b")
	}
	n := nights{w.Log, tonight}
	for _, c := range []struct {
		from  model.Date
		steps int
		want  model.Date
	}{
		{first, 1, first.AddDays(1)}, {first.AddDays(120), 2, first.AddDays(122)}, {first.AddDays(249), 1, tonight},
		{tonight, -1, first.AddDays(249)}, {tonight, 1, tonight}, {first, -3, first}, {first.AddDays(2), -9, first},
		{tonight.AddDays(3), -1, tonight}, {tonight.AddDays(3), -2, first.AddDays(249)},
	} {
		if got, err := n.from(c.from, c.steps); err != nil || got != c.want {
			t.Errorf("%d steps from %s: %s, %v", c.steps, c.from, got, err)
		}
	}
}
