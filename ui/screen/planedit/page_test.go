package planedit

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"beatbook/model"
	"beatbook/ui/glyph"
	"beatbook/ui/screen/screentest"
)

func TestTabs(t *testing.T) {
	w := newWorld(t)
	for key, seen := range map[string]string{"1": "联合菜市场", "2": "辖区车巡线", "3": "红袖章二队", "4": "帮助走失儿童", "5": "自带示例"} {
		w.Press(key)
		w.Sees("›"+key, seen)
	}
}

func TestARouteInFullWithTonightsCalls(t *testing.T) {
	w := newWorld(t)
	w.Resize(160, 60)
	w.Press("2")
	w.Sees("轮次：19:30 21:30 23:30 01:30", "偏差：10m 30m", "联络时限：30 分", "5 联合菜市场 +1h5m", "今夜应巡 2026-11-24", "第 4 轮 01:30", "02:35 联合菜市场")
	w.Press("down", "down")
	w.Sees("间隔 2 小时", "联络时限：1 小时", "每个点位至少每 2 小时 到一次")
}

func TestMoveRows(t *testing.T) {
	w := newWorld(t)
	w.Press(">", ">", "<", "down", "down")
	w.Sees("1 处改动未保存")
	if got := w.Page.draft.plan.Checkpoints[1].ID; got != "wanda-east" {
		t.Fatal(got)
	}
	w.Press("home", "<", "end", ">", "f6", "f6")
	if got := w.changes(); len(got) != 2 {
		t.Fatal(got)
	}
	w.Press("u", "u", "u", "u", "u")
	w.Press("u")
	w.notice(w.Env.Text.Patrol.NothingToUndo)
	if got := w.changes(); len(got) != 0 {
		t.Fatal(got)
	}
	w.Press("home")
	w.Send(tea.KeyMsg{Type: tea.KeyShiftDown})
	w.Send(tea.KeyMsg{Type: tea.KeyShiftDown})
	if w.Page.draft.plan.Checkpoints[2].ID != "wanda-east" || w.Page.table().Cursor() != 2 {
		t.Error("the cursor does not go with its row")
	}
}

func TestRemovalIsAsked(t *testing.T) {
	w := newWorld(t)
	w.Press("3", "d")
	w.Sees("删除「联合01」")
	w.Press("esc")
	if len(w.changes()) != 0 {
		t.Fatal("it was removed")
	}
	w.Press("d", "enter")
	if got := w.changes(); !slices.Equal(got, []string{"删除巡逻组「联合01」"}) {
		t.Fatal(got)
	}
	w.Press("u", "4", "d", "enter")
	w.Sees(w.Env.Text.PlanEdit.NothingHere)
	w.Press("d", "enter", "<", "e")
	if len(w.Env.Dialogs()) != 0 {
		t.Fatal("a dialog is open")
	}
}

func TestRemovalIsRefusedWithTheReason(t *testing.T) {
	w := newWorld(t)
	w.Press("d")
	w.notice("还在线路里：万达—夜市步巡线、辖区车巡线、公众聚集场所防火巡查。请先从线路里删去。")
	w.Press("2", "d")
	w.notice("还是常用线路：小喇叭一队、红袖章二队。请先改巡逻组。")
	w.Press("3")
	for range 3 {
		w.Press("d", "enter")
	}
	w.Press("d")
	w.notice(w.Env.Text.PlanEdit.LastOne)
	w.Press("2", "enter")
	for range 4 {
		w.Press("d", "enter")
	}
	w.Press("d")
	w.notice(w.Env.Text.PlanEdit.LastOne)
	w.Press("esc", "d", "enter", "d", "enter")
	w.Press("d")
	if w.Page.list().len() > 2 || len(w.Page.draft.plan.Units) != 1 {
		t.Fatal(w.changes())
	}
}

func TestNewCheckpointGetsAnIDFromItsName(t *testing.T) {
	w := newWorld(t)
	for _, c := range []struct{ zh, en, id string }{
		{"河边", "River bank", "river-bank"}, {"河边二", "River bank", "river-bank-2"}, {"河边三", "", "checkpoint-1"}, {"", "Ｗanda East!", "wanda-east-2"},
	} {
		w.Press("n")
		w.typeInto("中文名", c.zh)
		w.typeInto("英文名", c.en)
		w.Press("ctrl+s")
		if _, ok := w.Page.draft.plan.Checkpoint(c.id); !ok || len(w.Env.Dialogs()) > 0 {
			t.Fatalf("there is no %s:\n%s", c.id, w.Screen())
		}
	}
	if w.Page.table().Cursor() != 4 || w.Page.draft.plan.Checkpoints[4].ID != "wanda-east-2" {
		t.Error("the new one has not the cursor")
	}
}

func TestNewRouteWithItsCalls(t *testing.T) {
	w := newWorld(t)
	w.Press("2", "n", "school", "enter")
	w.typeInto("中文名", "校园线")
	w.typeInto("轮次", "20:00 22:00")
	w.Press("ctrl+s", "enter", "n", "菜市场", "enter")
	w.typeInto("轮次开始后", "")
	w.typeInto("时段开始", "10")
	w.typeInto("时段结束", "+25m")
	w.Press("ctrl+s", "n", "mall", "enter")
	w.typeInto("轮次开始后", "40m")
	w.typeInto("偏差", "5m 15m")
	w.Press("ctrl+s", "<")
	w.Sees("+10m-+25m", "+40m", "5m 15m", "20:10-20:25 联合菜市场", "20:40 商场西出入口")
	r, _ := w.Page.draft.plan.Route("route-1")
	if got := fmt.Sprint(r.Calls[0].Checkpoint, r.Calls[1].Checkpoint, r.Calls[2].Checkpoint); got != "school-gatemall-westlianhe-market" {
		t.Error(got)
	}
	w.Press("e")
	w.typeInto("轮次", "")
	w.typeInto("间隔", "90")
	w.Press("ctrl+s")
	w.Sees("间隔 1 时 30 分")
	if r, _ := w.Page.draft.plan.Route("route-1"); r.Calls[1].After != 0 || r.Calls[2].From != nil {
		t.Error("calls of an interval plan have times")
	}
	w.save()
}

func TestFormsGiveBackWhatTheyWereGiven(t *testing.T) {
	w := newWorld(t)
	plan := *w.Env.Plan
	plan.Checkpoints = slices.Clone(plan.Checkpoints)
	offset, clock := &model.Moment{Offset: 0}, model.Clock(20*60)
	plan.Checkpoints[0].Look = model.Name{ZH: strings.Repeat("看", 500)}
	plan.Checkpoints[0].Tolerance = &model.Tolerance{Outer: model.DefaultTolerance.Outer}
	plan.Checkpoints[1].Position, plan.Checkpoints[1].Radius = &model.Position{Lat: -1.25, Lon: 1e-7, Datum: "gcj02"}, 0
	plan.Checkpoints[1].Checklist = []model.Item{
		{ID: "1", Name: model.Name{ZH: "a: b", EN: "a: b"}}, {ID: "x", Name: model.Name{ZH: `a|b\`, EN: "c | d"}}, {ID: "3", Name: model.Name{EN: "e"}},
	}
	plan.Routes = slices.Clone(plan.Routes)
	plan.Routes[0].Calls = slices.Clone(plan.Routes[0].Calls)
	plan.Routes[0].Calls[1] = model.RouteCall{Checkpoint: "wanda-south", From: offset, To: &model.Moment{Clock: &clock}}
	plan.Routes[0].Rounds = plan.Routes[0].Rounds[:1]
	w.adopt(model.AdoptPlan{Plan: plan})
	for _, keys := range [][]string{{"1"}, {"2"}, {"2", "enter"}, {"3"}, {"4"}} {
		w.Press(keys...)
		for range w.Page.list().len() {
			w.Press(map[bool]string{true: "e", false: "enter"}[len(keys) == 1 && keys[0] == "2"])
			if len(w.Env.Dialogs()) != 1 {
				t.Fatal(w.Screen())
			}
			w.Press("ctrl+s", "down")
			if len(w.Env.Dialogs()) != 0 || len(w.changes()) != 0 {
				t.Fatalf("%s\n%v", w.Screen(), w.changes())
			}
		}
	}
}

func TestDiscardIsAsked(t *testing.T) {
	w := newWorld(t)
	w.Press("D")
	w.notice(w.Env.Text.PlanEdit.NothingNew)
	w.Press(">", "D", "esc")
	w.Sees("1 处改动未保存")
	w.Press("D", "enter")
	screentest.SeesNot(t, w.Page.View(), "未保存")
	w.Press("u")
	w.notice(w.Env.Text.Patrol.NothingToUndo)
}

func TestTheDraftSurvivesLeaving(t *testing.T) {
	w := newWorld(t)
	w.Press(">", "2", "enter", "esc")
	if w.Env.Place != editor {
		t.Fatal("the first esc is for the route")
	}
	w.Press("esc")
	if w.Env.Place == editor {
		t.Fatal("it does not go back")
	}
	w.Env.Visit(editor)
	w.Refresh()
	w.Sees("1 处改动未保存")
}

func TestMouse(t *testing.T) {
	w := newWorld(t)
	w.Mouse(tea.MouseButtonLeft, 10, 5)
	if w.Page.table().Cursor() != 2 {
		t.Errorf("a click goes to row %d", w.Page.table().Cursor())
	}
	w.Mouse(tea.MouseButtonWheelDown, 10, 5)
	w.Mouse(tea.MouseButtonWheelDown, 119, 9)
	w.Sees("›    4")
	for i := range tabs {
		line, _, _ := strings.Cut(strings.Split(w.Screen(), "\n")[1], fmt.Sprint(i+1))
		w.Mouse(tea.MouseButtonLeft, ansi.StringWidth(line), 1)
		if w.Page.tab != i {
			t.Errorf("a click on tab %d turns to %d", i+1, w.Page.tab+1)
		}
	}
	if w.Mouse(tea.MouseButtonLeft, 119, 1); w.Page.tab != ofVersions || w.Page.history.read == 0 {
		t.Error("a click behind the tabs does something")
	}
}

func TestAnySizeAnyKeysAnyLook(t *testing.T) {
	keys := []string{"1", "2", "3", "4", "5", "enter", "esc", "n", "d", "<", ">", "e", "s", "u", "D", "up", "down", "end", "right", "tab", "ctrl+s", "a"}
	rapid.Check(t, func(r *rapid.T) {
		w := newWorld(t)
		width, height := w.AnyLook(r, 200, 58)
		for _, name := range rapid.SliceOfN(rapid.SampledFrom(keys), 0, 12).Draw(r, "keys") {
			w.Press(name)
			screentest.PageFits(r, w.Page, width, height)
			for _, d := range w.Env.Dialogs() {
				d.Resize(min(width, 84), height)
				d.Refresh()
				screentest.Fits(r, d.View(), min(width, 84), height)
			}
		}
	})
}

func TestEverySizeFromTheLeastOn(t *testing.T) {
	w := newWorld(t)
	for _, lang := range []model.Lang{model.ZH, model.EN} {
		w.Speak(lang)
		for _, keys := range [][]string{{"1"}, {"2"}, {"2", "enter"}, {"3"}, {"4"}, {"5"}} {
			w.Press(keys...)
			for width := 60; width <= 130; width++ {
				w.Resize(width, 14+width%9)
				screentest.PageFits(t, w.Page, width, 14+width%9)
				screentest.Sees(t, w.Page.View(), w.Env.Text.PlanEdit.Tabs...)
			}
		}
	}
}

func TestASCIIDrawsNoLinesAndArrows(t *testing.T) {
	w := newWorld(t)
	w.Env.Glyphs = &glyph.ASCII
	w.Speak(model.EN)
	w.Press(">", "2", "s")
	for _, view := range []string{w.Page.View(), w.Top().View()} {
		screentest.NoLinesAndArrows(t, view)
	}
}

func TestBindingsSayWhatIsPossible(t *testing.T) {
	w := newWorld(t)
	texts := w.Env.Text.PlanEdit
	if w.Says(texts.KeyRoute) || !w.Says(texts.KeyNew) || !w.Says(texts.KeyChange) {
		t.Error(w.Page.Bindings())
	}
	w.Press("2")
	if !w.Says(texts.KeyRoute) || !w.Says(texts.KeyCalls) {
		t.Error(w.Page.Bindings())
	}
	w.Press("5")
	if w.Says(texts.KeyNew) || !w.Says(texts.KeyDifference) {
		t.Error(w.Page.Bindings())
	}
}
