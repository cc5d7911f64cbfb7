package hazards

import (
	"fmt"
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

const allOpen = "配电 灭火 软管 安全"

func TestThePageIsExactlyAsLargeAsAsked(t *testing.T) {
	w := eventful(t)
	w.find(day, "wanda-east", "fire", strings.Repeat("很长的隐患 a long one\n", 60)+"\x1b[2J\u202e👨‍👩‍👧", day/2)
	w.open(model.ZH, 80, 24)
	keys := []string{"esc", "/", "灯", "w", "enter", "right", "p", "k", "s", "c", "up", "down", "home", "end", "x", "backspace", "H", "f5"}
	rapid.Check(t, func(r *rapid.T) {
		w.speak(rapid.SampledFrom([]model.Lang{model.ZH, model.EN}).Draw(r, "lang"))
		w.env.Glyphs = glyph.For(rapid.Bool().Draw(r, "ascii"))
		w.env.Styles = screentest.Styles(rapid.SampledFrom(theme.Names).Draw(r, "theme"))
		width, height := rapid.IntRange(60, 300).Draw(r, "width"), rapid.IntRange(14, 98).Draw(r, "height")
		w.page.Resize(width, height)
		w.page.Refresh()
		for _, name := range rapid.SliceOfN(rapid.SampledFrom(keys), 0, 8).Draw(r, "keys") {
			w.press(name)
			screentest.PageFits(r, w.page, width, height)
		}
		screentest.PageFits(r, w.page, width, height)
	})
}

func TestEverySizeFromTheLeastOn(t *testing.T) {
	for _, w := range []*world{eventful(t), newWorld(t)} {
		w.open(model.EN, 60, 14)
		for width := 60; width <= 200; width++ {
			for height := 14 + width%7; height <= 60; height += 7 {
				w.page.Resize(width, height)
				w.page.Refresh()
				screentest.PageFits(t, w.page, width, height)
			}
		}
	}
}

func TestEveryColumnIsSeenInTheLeastWindow(t *testing.T) {
	for _, lang := range []model.Lang{model.ZH, model.EN} {
		w := eventful(t)
		w.open(lang, 60, 14)
		h := w.env.Text.Hazard
		w.sees(h.Place, h.Kind, h.What, h.Severity, h.State, w.env.Text.HazardLeft(w.page.rows[0], w.env.Now))
		w.open(lang, 100, 14)
		w.sees(h.Owner, "物业公司")
	}
}

func TestASCIIDrawsNoLinesAndArrows(t *testing.T) {
	w := eventful(t)
	w.env.Glyphs = &glyph.ASCII
	for _, width := range []int{60, 140} {
		w.open(model.EN, width, 40)
		w.press("p", "c", "/", "灭", "enter")
		for _, r := range "│─┌┐└┘›»•→←↑↓█░…" {
			w.seesNot(string(r))
		}
	}
}

func TestOverdueOnesStandFirst(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 80, 24)
	w.shows(allOpen)
	w.sees("逾期 2 天", "剩 2 天", "剩 26 天", "待处理", "逾期 1，未销号 4")
	w.open(model.EN, 80, 24)
	w.sees("overdue 2 d", "2 d left", "open", "overdue 1, not closed 4")
}

func TestTimeMakesAHazardOverdue(t *testing.T) {
	w := eventful(t)
	w.open(model.EN, 80, 24)
	w.env.Now = w.env.Now.Add(2*day + time.Minute)
	w.page.Refresh()
	w.sees("overdue 1 min", "overdue 2, not closed 4")
	w.shows(allOpen)
}

func TestBackToThePatrol(t *testing.T) {
	for _, back := range []string{"esc", "H", "ctrl+b"} {
		w := eventful(t)
		w.open(model.ZH, 80, 24)
		w.press("p", "c", "down", back)
		if w.env.Place != screen.Patrol {
			t.Fatal("it does not go back")
		}
		w.shows(allOpen)
		if w.page.table.Cursor() != 0 {
			t.Error("the page is not as new")
		}
	}
}

func TestTheStoryOfAHazard(t *testing.T) {
	w := eventful(t)
	for _, width := range []int{80, 140} {
		w.open(model.ZH, width, 40)
		w.sees("2026-11-19 22:04 发现", "2026-11-21 22:04 督办", "备注：打过电话", "2026-11-22 22:04 督办", "备注：又打过电话",
			"责任单位：物业公司", "期限：2026-11-22", "临时措施：派人看守", "限期整改、逾期 2 天")
		w.press("c", "end")
		w.sees("2026-11-16 22:04 复查合格", "已换新井盖")
		w.seesNot("打过电话")
	}
}

func TestAnOrderGivenAnewIsInTheStory(t *testing.T) {
	w := newWorld(t)
	h := w.find(5*day, "wanda-east", "fire", "灭火器", day)
	w.ago(2*day, func() {
		order := &model.FixOrder{Owner: "消防大队", Deadline: w.clock.At.Add(3 * day)}
		w.do(model.MoveHazard{Hazard: h, Plan: w.plan, Step: model.RecheckFailed, Order: order})
	})
	w.open(model.ZH, 140, 40)
	w.sees("剩 1 天", "2026-11-22 22:04 复查不合格", "责任单位：消防大队", "期限：2026-11-25 22:04")
}

func TestStepsMadeApartAreMarked(t *testing.T) {
	w := newWorld(t)
	h := w.find(5*day, "wanda-east", "fire", "灭火器", 3*day)
	w.move(2*day, h, model.Urged, "")
	w.open(model.ZH, 80, 24)
	w.seesNot("并行")
	w.move(day, h, model.RecheckPassed, "")
	w.press("c")
	w.sees("复查合格、并行")
}

func TestFixedOnTheSpotIsInTheStory(t *testing.T) {
	w := newWorld(t)
	w.do(model.FindHazard{Shift: w.shift, Checkpoint: "wanda-east", Kind: "fire", What: "灭火器倒了", Severity: "minor", Fixed: true})
	w.open(model.ZH, 80, 24)
	w.sees(w.env.Text.Hazard.NoneOpen)
	w.press("c")
	w.sees("发现、即查即改", "已销号")
}

func TestEnterTakesTheNextStep(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 80, 24)
	w.press("down", "enter")
	if len(w.env.Dialogs()) != 1 {
		t.Fatal("no form is open")
	}
	w.press("2", "tab", "压力正常", "ctrl+s")
	w.shows("配电 软管 安全")
	w.press("c")
	w.shows("配电 软管 安全 井盖 灭火")
	w.press("end")
	w.sees("压力正常", "复查合格")
}

func TestAClosedHazardHasNoNextStep(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 80, 24)
	w.press("c", "end", "enter")
	if len(w.env.Dialogs()) != 0 || w.env.Notice().Text != w.env.Text.Hazard.AlreadyClosed {
		t.Error(len(w.env.Dialogs()), w.env.Notice().Text)
	}
}

func TestNothingUnderTheCursor(t *testing.T) {
	w := newWorld(t)
	w.open(model.ZH, 80, 24)
	w.sees(w.env.Text.Hazard.NoneOpen)
	w.press("enter", "down", "end", "right", "p", "c", "enter")
	if len(w.env.Dialogs()) != 0 {
		t.Error("a form is open")
	}
}

func TestTheCursorStaysOnItsHazard(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 80, 24)
	w.press("down")
	selected := w.page.selected
	w.find(3*day, "mall-west", "gas", "阀门漏气", day)
	w.page.Refresh()
	w.shows("配电 阀门 灭火 软管 安全")
	if h, _ := w.page.under(); h.ID != selected || len(w.page.rows) != 5 {
		t.Errorf("the cursor is on %s:\n%s", h.What, w.screen())
	}
}

func TestReadOn(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 60, 14)
	w.seesNot("又打过电话")
	w.press("right", "right")
	w.sees("又打过电话")
	w.press("right")
	w.seesNot("又打过电话")
	w.press("right", "down")
	w.sees("灭火器压力不足")
}

func TestMouse(t *testing.T) {
	w := eventful(t)
	for _, width := range []int{80, 140} {
		w.open(model.ZH, width, 30)
		w.send(tea.MouseMsg{X: 5, Y: 2 + 2, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
		if w.page.table.Cursor() != 2 {
			t.Errorf("a click goes to row %d", w.page.table.Cursor())
		}
		w.send(tea.MouseMsg{X: 5, Y: 4, Button: tea.MouseButtonWheelDown, Action: tea.MouseActionPress})
		w.send(tea.MouseMsg{X: width - 2, Y: 28, Button: tea.MouseButtonWheelDown, Action: tea.MouseActionPress})
		w.send(tea.MouseMsg{X: width - 2, Y: 28, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
		if w.page.table.Cursor() != 3 {
			t.Errorf("the wheel goes to row %d", w.page.table.Cursor())
		}
	}
}

func TestBindingsWhileTyping(t *testing.T) {
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
	if !means(w.env.Text.Hazard.KeyMove) || means(w.env.Text.Hazard.KeyClear) {
		t.Error("the keys of the page are not said")
	}
	w.press("/")
	if means(w.env.Text.Hazard.KeyMove) || !means(w.env.Text.Hazard.KeyClear) {
		t.Error("typing has its own keys")
	}
}

func TestKeysThatComeBeforeTheFirstFrame(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 80, 24)
	for _, first := range []string{"/", "right", "enter", "p", "k", "s", "down", "c"} {
		w.page = New(w.env)
		w.page.Resize(80, 24)
		w.press(first)
		w.page.Cursor()
		w.page.Bindings()
		w.sees("隐患")
	}
}

func TestWhatPeopleWroteIsDrawnClean(t *testing.T) {
	w := newWorld(t)
	w.find(day, "wanda-east", "fire", "a\x1b[31mb\u202ec", day)
	w.open(model.EN, 80, 24)
	w.press("/", "\x1b[31m\u202ea", "enter")
	if s := w.page.View(); strings.ContainsAny(s, "\u202e") || strings.Contains(s, "a\x1b[31mb") {
		t.Errorf("%q", s)
	}
}

func BenchmarkRefresh(b *testing.B) {
	w := newWorld(b)
	for i := range 1000 {
		w.find(time.Duration(i)*time.Hour, "wanda-east", "fire", fmt.Sprint("灭火器", i), 5*day)
	}
	w.open(model.ZH, 140, 40)
	for b.Loop() {
		w.page.Refresh()
	}
}
