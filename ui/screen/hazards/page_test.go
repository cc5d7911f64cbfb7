package hazards

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"beatbook/model"
	"beatbook/ui/glyph"
	"beatbook/ui/screen"
	"beatbook/ui/screen/screentest"
)

const allOpen = "配电 灭火 软管 安全"

func TestThePageIsExactlyAsLargeAsAsked(t *testing.T) {
	w := eventful(t)
	w.find(day, "wanda-east", "fire", strings.Repeat("很长的隐患 a long one\n", 60)+"\x1b[2J\u202e👨‍👩‍👧", day/2)
	w.open(model.ZH, 80, 24)
	w.FitsInAnyLook(
		"esc", "/", "灯", "w", "enter", "right", "p", "k", "s", "c", "up", "down",
		"home", "end", "x", "backspace", "H", "f5",
	)
}

func TestEverySizeFromTheLeastOn(t *testing.T) {
	for _, w := range []*world{eventful(t), newWorld(t)} {
		w.open(model.EN, 60, 14)
		w.FitsInEverySize()
	}
}

func TestEveryColumnIsSeenInTheLeastWindow(t *testing.T) {
	for _, lang := range []model.Lang{model.ZH, model.EN} {
		w := eventful(t)
		w.open(lang, 60, 14)
		h := w.Env.Text.Hazard
		w.Sees(h.Place, h.Kind, h.What, h.Severity, h.State, w.Env.Text.HazardLeft(w.Page.rows[0], w.Env.Now))
		w.open(lang, 100, 14)
		w.Sees(h.Owner, "物业公司")
	}
}

func TestASCIIDrawsNoLinesAndArrows(t *testing.T) {
	w := eventful(t)
	w.Env.Glyphs = &glyph.ASCII
	for _, width := range []int{60, 140} {
		w.open(model.EN, width, 40)
		w.Press("p", "c", "/", "灭", "enter")
		screentest.NoLinesAndArrows(t, w.Page.View())
	}
}

func TestOverdueOnesStandFirst(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 80, 24)
	w.shows(allOpen)
	w.Sees("逾期 2 天", "剩 2 天", "剩 26 天", "待处理", "逾期 1，未销号 4")
	w.open(model.EN, 80, 24)
	w.Sees("overdue 2 d", "2 d left", "open", "overdue 1, not closed 4")
}

func TestTimeMakesAHazardOverdue(t *testing.T) {
	w := eventful(t)
	w.open(model.EN, 80, 24)
	w.Env.Now = w.Env.Now.Add(2*day + time.Minute)
	w.Page.Refresh()
	w.Sees("overdue 1 min", "overdue 2, not closed 4")
	w.shows(allOpen)
}

func TestBackToThePatrol(t *testing.T) {
	for _, back := range []string{"esc", "H", "ctrl+b"} {
		w := eventful(t)
		w.open(model.ZH, 80, 24)
		w.Press("p", "c", "down", back)
		if w.Env.Place != screen.Patrol {
			t.Fatal("it does not go back")
		}
		w.shows(allOpen)
		if w.Page.table.Cursor() != 0 {
			t.Error("the page is not as new")
		}
	}
}

func TestTheStoryOfAHazard(t *testing.T) {
	w := eventful(t)
	for _, width := range []int{80, 140} {
		w.open(model.ZH, width, 40)
		w.Sees("2026-11-19 22:04 发现", "2026-11-21 22:04 督办", "备注：打过电话", "2026-11-22 22:04 督办", "备注：又打过电话",
			"责任单位：物业公司", "期限：2026-11-22", "临时措施：派人看守", "限期整改、逾期 2 天")
		w.Press("c", "end")
		w.Sees("2026-11-16 22:04 复查合格", "已换新井盖")
		w.SeesNot("打过电话")
	}
}

func TestAnOrderGivenAnewIsInTheStory(t *testing.T) {
	w := newWorld(t)
	h := w.find(5*day, "wanda-east", "fire", "灭火器", day)
	w.ago(2*day, func() {
		order := &model.FixOrder{Owner: "消防大队", Deadline: w.Clock.At.Add(3 * day)}
		w.do(model.MoveHazard{Hazard: h, Plan: w.Plan, Step: model.RecheckFailed, Order: order})
	})
	w.open(model.ZH, 140, 40)
	w.Sees("剩 1 天", "2026-11-22 22:04 复查不合格", "责任单位：消防大队", "期限：2026-11-25 22:04")
}

func TestStepsMadeApartAreMarked(t *testing.T) {
	w := newWorld(t)
	h := w.find(5*day, "wanda-east", "fire", "灭火器", 3*day)
	w.move(2*day, h, model.Urged, "")
	w.open(model.ZH, 80, 24)
	w.SeesNot("并行")
	w.move(day, h, model.RecheckPassed, "")
	w.Press("c")
	w.Sees("复查合格、并行、小喇叭一队", "并行：灭火器")
}

func TestWhoTookAStepIsInTheStory(t *testing.T) {
	w := newWorld(t)
	w.move(day, w.find(2*day, "wanda-east", "fire", "灭火器", 3*day), model.Urged, "")
	for lang, want := range map[model.Lang]string{model.ZH: "督办、小喇叭一队", model.EN: "urged, Little Horn 1"} {
		w.open(lang, 80, 24)
		w.Sees(want)
	}
}

func TestFixedOnTheSpotIsInTheStory(t *testing.T) {
	w := newWorld(t)
	w.do(model.FindHazard{Shift: w.shift, Checkpoint: "wanda-east", Kind: "fire", What: "灭火器倒了", Severity: "minor", Fixed: true})
	w.open(model.ZH, 80, 24)
	w.Sees(w.Env.Text.Hazard.NoneOpen)
	w.Press("c")
	w.Sees("发现、即查即改", "已销号")
}

func TestEnterTakesTheNextStep(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 80, 24)
	w.Press("down", "enter")
	if len(w.Env.Dialogs()) != 1 {
		t.Fatal("no form is open")
	}
	w.Press("2", "tab", "压力正常", "ctrl+s")
	w.shows("配电 软管 安全")
	w.Press("c")
	w.shows("配电 软管 安全 井盖 灭火")
	w.Press("end")
	w.Sees("压力正常", "复查合格")
}

func TestAClosedHazardHasNoNextStep(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 80, 24)
	w.Press("c", "end", "enter")
	if len(w.Env.Dialogs()) != 0 || w.Env.Notice().Text != w.Env.Text.Hazard.AlreadyClosed {
		t.Error(len(w.Env.Dialogs()), w.Env.Notice().Text)
	}
}

func TestNothingUnderTheCursor(t *testing.T) {
	w := newWorld(t)
	w.open(model.ZH, 80, 24)
	w.Sees(w.Env.Text.Hazard.NoneOpen)
	w.Press("enter", "down", "end", "right", "p", "c", "enter")
	if len(w.Env.Dialogs()) != 0 {
		t.Error("a form is open")
	}
}

func TestTheCursorStaysOnItsHazard(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 80, 24)
	w.Press("down")
	selected := w.Page.selected
	w.find(3*day, "mall-west", "gas", "阀门漏气", day)
	w.Page.Refresh()
	w.shows("配电 阀门 灭火 软管 安全")
	if h, _ := w.Page.under(); h.ID != selected || len(w.Page.rows) != 5 {
		t.Errorf("the cursor is on %s:\n%s", h.What, w.Screen())
	}
}

func TestReadOn(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 60, 14)
	w.SeesNot("又打过电话")
	w.Press("right", "right")
	w.Sees("又打过电话")
	w.Press("right")
	w.SeesNot("又打过电话")
	w.Press("right", "down")
	w.Sees("灭火器压力不足")
}

func TestMouse(t *testing.T) {
	w := eventful(t)
	for _, width := range []int{80, 140} {
		w.open(model.ZH, width, 30)
		w.FollowsTheMouse(w.Page.table.Cursor, width-2, 28)
	}
}

func TestBindingsWhileTyping(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 80, 24)
	if !w.Says(w.Env.Text.Hazard.KeyMove) || w.Says(w.Env.Text.Hazard.KeyClear) {
		t.Error("the keys of the page are not said")
	}
	w.Press("/")
	if w.Says(w.Env.Text.Hazard.KeyMove) || !w.Says(w.Env.Text.Hazard.KeyClear) {
		t.Error("typing has its own keys")
	}
}

func TestKeysThatComeBeforeTheFirstFrame(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 80, 24)
	for _, first := range []string{"/", "right", "enter", "p", "k", "s", "down", "c"} {
		w.Page = New(w.Env)
		w.Page.Resize(80, 24)
		w.Press(first)
		w.Page.Cursor()
		w.Page.Bindings()
		w.Sees("隐患")
	}
}

func TestWhatPeopleWroteIsDrawnClean(t *testing.T) {
	w := newWorld(t)
	w.find(day, "wanda-east", "fire", "a\x1b[31mb\u202ec", day)
	w.open(model.EN, 80, 24)
	w.Press("/", "\x1b[31m\u202ea", "enter")
	if s := w.Page.View(); strings.ContainsAny(s, "\u202e") || strings.Contains(s, "a\x1b[31mb") {
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
		w.Page.Refresh()
	}
}
