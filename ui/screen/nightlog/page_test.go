package nightlog

import (
	"errors"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"pgregory.net/rapid"

	"beatbook/model"
	"beatbook/ui/glyph"
	"beatbook/ui/screen"
	"beatbook/ui/screen/screentest"
	"beatbook/ui/theme"
)

func TestThePageIsExactlyAsLargeAsAsked(t *testing.T) {
	w := eventful(t)
	w.checkIn("wanda-east", strings.Repeat("很长的备注 a long note\n", 60)+"\x1b[2J\u202e👨‍👩‍👧")
	w.open(model.ZH, 80, 24)
	keys := []string{
		"esc", "/", "灯", "w", "enter", "left", "right", "0", "up", "down", "home", "end", "x", "backspace", "l", "[",
	}
	rapid.Check(t, func(r *rapid.T) {
		w.speak(rapid.SampledFrom([]model.Lang{model.ZH, model.EN}).Draw(r, "lang"))
		w.env.Glyphs = glyph.For(rapid.Bool().Draw(r, "ascii"))
		w.env.Styles = screentest.Styles(rapid.SampledFrom(theme.Names).Draw(r, "theme"))
		width, height := rapid.IntRange(60, 300).Draw(r, "width"), rapid.IntRange(14, 98).Draw(r, "height")
		w.page.Resize(width, height)
		w.page.Refresh()
		w.press(rapid.SliceOfN(rapid.SampledFrom(keys), 0, 6).Draw(r, "keys")...)
		screentest.PageFits(r, w.page, width, height)
	})
}

func TestEverySizeFromTheLeastOn(t *testing.T) {
	w := eventful(t)
	w.open(model.EN, 60, 14)
	for width := 60; width <= 200; width++ {
		for height := 14 + width%7; height <= 60; height += 7 {
			w.page.Resize(width, height)
			w.page.Refresh()
			screentest.PageFits(t, w.page, width, height)
		}
	}
}

func TestASCIIDrawsNoLinesAndArrows(t *testing.T) {
	w := eventful(t)
	w.open(model.EN, 140, 40)
	w.env.Glyphs = &glyph.ASCII
	w.press("/", "o", "enter", "enter", "home")
	for _, r := range "│─┌┐└┘›»•→←↑↓█░" {
		w.seesNot(string(r))
	}
}

func TestMadeAndMissedAreCounted(t *testing.T) {
	w := newWorld(t)
	w.begin(tonight, "horn-1", "a", "b")
	w.clock.Pass(10 * time.Minute)
	w.checkIn("wanda-east", "")
	w.clock.Pass(5 * time.Hour)
	w.open(model.EN, 100, 20)
	w.sees("records 2, made 1, missed 11")
	w.sees("on time")
}

func TestARecordThatIsBeingWritten(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 140, 40)
	record, err := w.env.Intend(model.CheckIn{Shift: w.shift, Checkpoint: "mall-west", Note: "刚刚"})
	if err != nil {
		t.Fatal(err)
	}
	w.page.Refresh()
	w.selects(record)
	if l := w.line("刚刚"); !strings.Contains(l, "正在写入磁盘") {
		t.Error(l)
	}
	record.Seq = 99
	if err := w.env.Settle(record); err != nil {
		t.Fatal(err)
	}
	w.send(screen.Settled{Record: record})
	w.seesNot("正在写入磁盘")
	w.sees("刚刚", "第 99 条")
	w.env.Forget(record)
}

func TestARecordThatCouldNotBeWrittenGoesAway(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 140, 40)
	record, err := w.env.Intend(model.CheckIn{Shift: w.shift, Checkpoint: "mall-west", Note: "刚刚"})
	if err != nil {
		t.Fatal(err)
	}
	w.page.Refresh()
	w.env.Forget(record)
	w.page.Refresh()
	w.seesNot("刚刚")
}

func TestTheCursorFollowsOnlyAtTheEnd(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 80, 20)
	last := w.page.selected().Record
	if last.Kind != model.Skipped {
		t.Fatal("the page does not begin at the newest line")
	}
	arrive := func(note string) model.Record {
		r := w.checkIn("mall-west", note)
		if err := w.env.Settle(r); err != nil {
			t.Fatal(err)
		}
		w.send(screen.Settled{Record: r})
		return r
	}
	newest := arrive("第一条")
	w.selects(newest)
	w.press("up")
	w.selects(last)
	newest = arrive("第二条")
	w.selects(last)
	w.press("end")
	w.selects(newest)
	newest = arrive("第三条")
	w.selects(newest)
}

func TestMouse(t *testing.T) {
	w := eventful(t)
	for _, width := range []int{80, 140} {
		w.open(model.ZH, width, 30)
		w.press("home")
		w.send(tea.MouseMsg{X: 5, Y: 2 + 3, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
		if w.page.table.Cursor() != 3 {
			t.Errorf("a click goes to row %d", w.page.table.Cursor())
		}
		w.send(tea.MouseMsg{X: 5, Y: 4, Button: tea.MouseButtonWheelDown, Action: tea.MouseActionPress})
		w.send(tea.MouseMsg{X: width - 2, Y: 29, Button: tea.MouseButtonWheelDown, Action: tea.MouseActionPress})
		w.send(tea.MouseMsg{X: width - 2, Y: 29, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
		if w.page.table.Cursor() != 4 {
			t.Errorf("the wheel goes to row %d", w.page.table.Cursor())
		}
	}
}

func TestBackToThePatrol(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 80, 24)
	w.press("/", "灯", "esc")
	if _, _, typing := w.page.Cursor(); typing || w.env.Place != screen.NightLog {
		t.Fatal("the first esc is for the field")
	}
	w.press("/", "灭火器", "enter", "esc")
	if w.env.Place != screen.NightLog {
		t.Fatal("the first esc is for the filter")
	}
	w.sees("道路封闭")
	w.press("left", "esc")
	if w.env.Place != screen.Patrol {
		t.Fatal("esc does not go back")
	}
	w.env.Visit(screen.NightLog)
	w.page.Refresh()
	w.sees("今夜")
}

func TestAFailureIsSaidAndTheOldNightStays(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 140, 40)
	w.log.Broken = errors.New("the disk is gone")
	w.press("left")
	w.sees("今夜", "道路封闭")
	if w.env.Notice().Kind != screen.Failure {
		t.Error("nothing is said")
	}
	w.press("/", "灯", "enter", "enter")
	w.seesNot("正在搜索")
}

func TestBindingsSayWhatMeansSomethingNow(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 80, 24)
	means := func(word string) bool {
		for _, b := range w.page.Bindings() {
			if b.Help().Desc == word {
				return true
			}
		}
		return false
	}
	if means(w.env.Text.Keys.SearchOn) {
		t.Error("there is nothing to search on")
	}
	w.press("/", "灯")
	if !means(w.env.Text.Log.Clear) || means(w.env.Text.Keys.Earlier) {
		t.Error("typing has its own keys")
	}
	w.press("enter")
	if !means(w.env.Text.Keys.SearchOn) {
		t.Error("the search goes on")
	}
	if got := w.env.Keys.Log.More.Help().Desc; got != w.env.Text.Keys.SearchOn {
		t.Error("the key map has changed:", got)
	}
}

func TestTheJudgementGoesOnWithTheTime(t *testing.T) {
	w := newWorld(t)
	w.begin(tonight, "horn-1", "a", "b")
	w.open(model.EN, 100, 20)
	w.sees("made 0, missed 0")
	w.env.Now = w.env.Now.Add(2 * time.Hour)
	w.page.Refresh()
	w.sees("made 0, missed 5")
}

func TestKeysThatComeBeforeTheFirstFrame(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 80, 24)
	for _, first := range []string{"/", "left", "enter", "j", "0", "esc"} {
		w.page = New(w.env)
		w.page.Resize(80, 24)
		w.page.Update(screentest.Key(first))
		w.page.Cursor()
		w.page.Bindings()
		w.page.Refresh()
		w.sees("2026-11-24")
	}
}
