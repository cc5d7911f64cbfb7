package nightlog

import (
	"errors"
	"strings"
	"testing"
	"time"

	"beatbook/model"
	"beatbook/ui/glyph"
	"beatbook/ui/screen"
	"beatbook/ui/screen/screentest"
)

func TestThePageIsExactlyAsLargeAsAsked(t *testing.T) {
	w := eventful(t)
	w.checkIn("wanda-east", strings.Repeat("很长的备注 a long note\n", 60)+"\x1b[2J\u202e👨‍👩‍👧")
	w.open(model.ZH, 80, 24)
	w.FitsInAnyLook(
		"esc", "/", "灯", "w", "enter", "left", "right", "0", "up", "down", "home", "end", "x", "backspace", "l", "[",
	)
}

func TestEverySizeFromTheLeastOn(t *testing.T) {
	w := eventful(t)
	w.open(model.EN, 60, 14)
	w.FitsInEverySize()
}

func TestASCIIDrawsNoLinesAndArrows(t *testing.T) {
	w := eventful(t)
	w.open(model.EN, 140, 40)
	w.Env.Glyphs = &glyph.ASCII
	w.Press("/", "o", "enter", "enter", "home")
	screentest.NoLinesAndArrows(t, w.Page.View())
}

func TestMadeAndMissedAreCounted(t *testing.T) {
	w := newWorld(t)
	w.begin(tonight, "horn-1", "a", "b")
	w.Clock.Pass(10 * time.Minute)
	w.checkIn("wanda-east", "")
	w.Clock.Pass(5 * time.Hour)
	w.open(model.EN, 100, 20)
	w.Sees("records 2, made 1, missed 11")
	w.Sees("on time")
}

func TestARecordThatIsBeingWritten(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 140, 40)
	record, err := w.Env.Intend(model.CheckIn{Shift: w.shift, Checkpoint: "mall-west", Note: "刚刚"})
	if err != nil {
		t.Fatal(err)
	}
	w.Page.Refresh()
	w.selects(record)
	if l := w.tableLine("刚刚"); !strings.Contains(l, "正在写入磁盘") {
		t.Error(l)
	}
	record.Seq = 99
	w.Settle(record)
	w.SeesNot("正在写入磁盘")
	w.Sees("刚刚", "第 99 条")
	w.Env.Forget(record)
}

func TestARecordThatCouldNotBeWrittenGoesAway(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 140, 40)
	record, err := w.Env.Intend(model.CheckIn{Shift: w.shift, Checkpoint: "mall-west", Note: "刚刚"})
	if err != nil {
		t.Fatal(err)
	}
	w.Page.Refresh()
	w.Env.Forget(record)
	w.Page.Refresh()
	w.SeesNot("刚刚")
}

func TestTheCursorFollowsOnlyAtTheEnd(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 80, 20)
	last := w.Page.selected().Record
	if last.Kind != model.Skipped {
		t.Fatal("the page does not begin at the newest line")
	}
	arrive := func(note string) model.Record {
		r := w.checkIn("mall-west", note)
		w.Settle(r)
		return r
	}
	newest := arrive("第一条")
	w.selects(newest)
	w.Press("up")
	w.selects(last)
	newest = arrive("第二条")
	w.selects(last)
	w.Press("end")
	w.selects(newest)
	newest = arrive("第三条")
	w.selects(newest)
}

func TestMouse(t *testing.T) {
	w := eventful(t)
	for _, width := range []int{80, 140} {
		w.open(model.ZH, width, 30)
		w.Press("home")
		w.FollowsTheMouse(w.Page.table.Cursor, width-2, 29)
	}
}

func TestBackToThePatrol(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 80, 24)
	w.Press("/", "灯", "esc")
	if _, _, typing := w.Page.Cursor(); typing || w.Env.Place != screen.NightLog {
		t.Fatal("the first esc is for the field")
	}
	w.Press("/", "灭火器", "enter", "esc")
	if w.Env.Place != screen.NightLog {
		t.Fatal("the first esc is for the filter")
	}
	w.Sees("道路封闭")
	w.Press("left", "esc")
	if w.Env.Place != screen.Patrol {
		t.Fatal("esc does not go back")
	}
	w.Env.Visit(screen.NightLog)
	w.Page.Refresh()
	w.Sees("今夜")
}

func TestAFailureIsSaidAndTheOldNightStays(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 140, 40)
	w.Log.Broken = errors.New("the disk is gone")
	w.Press("left")
	w.Sees("今夜", "道路封闭")
	if w.Env.Notice().Kind != screen.Failure {
		t.Error("nothing is said")
	}
	w.Press("/", "灯", "enter", "enter")
	w.SeesNot("正在搜索")
}

func TestBindingsSayWhatMeansSomethingNow(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 80, 24)
	if w.Says(w.Env.Text.Keys.SearchOn) {
		t.Error("there is nothing to search on")
	}
	w.Press("/", "灯")
	if !w.Says(w.Env.Text.Log.Clear) || w.Says(w.Env.Text.Keys.Earlier) {
		t.Error("typing has its own keys")
	}
	w.Press("enter")
	if !w.Says(w.Env.Text.Keys.SearchOn) {
		t.Error("the search goes on")
	}
	if got := w.Env.Keys.Log.More.Help().Desc; got != w.Env.Text.Keys.SearchOn {
		t.Error("the key map has changed:", got)
	}
}

func TestTheJudgementGoesOnWithTheTime(t *testing.T) {
	w := newWorld(t)
	w.begin(tonight, "horn-1", "a", "b")
	w.open(model.EN, 100, 20)
	w.Sees("made 0, missed 0")
	w.Env.Now = w.Env.Now.Add(2 * time.Hour)
	w.Page.Refresh()
	w.Sees("made 0, missed 5")
}

func TestKeysThatComeBeforeTheFirstFrame(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 80, 24)
	for _, first := range []string{"/", "left", "enter", "j", "0", "esc"} {
		w.Page = New(w.Env)
		w.Page.Resize(80, 24)
		w.Page.Update(screentest.Key(first))
		w.Page.Cursor()
		w.Page.Bindings()
		w.Page.Refresh()
		w.Sees("2026-11-24")
	}
}
