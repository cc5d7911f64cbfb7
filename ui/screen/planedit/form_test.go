package planedit

import (
	"slices"
	"strings"
	"testing"

	"beatbook/model"
	"beatbook/ui/screen/screentest"
)

func TestNothingTypedIsLostUnasked(t *testing.T) {
	for keys, field := range map[string]string{
		"1 enter": "标签", "1 n": "中文名", "2 e": "轮次", "2 enter enter": "轮次开始后", "3 enter": "车牌", "4 n": "编号", "i": "时区",
	} {
		w := newWorld(t)
		w.Press(strings.Fields(keys)...)
		w.Press("esc")
		if len(w.Env.Dialogs()) != 0 {
			t.Fatalf("%s: there is nothing to be asked:\n%s", keys, w.Screen())
		}
		w.Press(strings.Fields(keys)[len(strings.Fields(keys))-1])
		w.typeInto(field, "x9")
		w.Press("esc")
		w.Sees(w.Env.Text.PlanEdit.GiveUpAsk)
		w.Press("esc")
		w.Sees("› "+field, "x9")
		w.Press("esc", "enter")
		if len(w.Env.Dialogs()) != 0 || len(w.changes()) != 0 {
			t.Errorf("%s: the form is not given up:\n%s", keys, w.Screen())
		}
	}
}

func TestAChoiceIsNotLostUnaskedEither(t *testing.T) {
	w := newWorld(t)
	w.Press("enter", "tab", "tab", "right", "esc")
	w.Sees(w.Env.Text.PlanEdit.GiveUpAsk)
	w.Press("esc", "left", "esc")
	if len(w.Env.Dialogs()) != 0 {
		t.Error("it is asked about what is as it was")
	}
}

func TestTheIDIsSeenAndFollowsTheNameUntilItIsTyped(t *testing.T) {
	w := newWorld(t)
	w.Press("3", "n")
	w.Sees("unit-1")
	w.typeInto("英文名", "River 2")
	w.Sees("river-2")
	w.typeInto("编号", "boat")
	w.typeInto("英文名", "River 3")
	w.Sees("boat")
	w.typeInto("编号", "")
	w.Press("ctrl+s")
	if _, ok := w.Page.draft.plan.Unit("river-3"); !ok {
		t.Error(w.changes())
	}
}

func TestAnIDInForceIsNotGivenToSomethingElse(t *testing.T) {
	w := newWorld(t)
	w.Press("3", "n")
	w.typeInto("中文名", "河边组")
	w.Press("ctrl+s")
	w.save()
	w.Press("d", "enter", "n")
	w.typeInto("中文名", "山上组")
	w.Press("ctrl+s")
	if got := w.changes(); !slices.Equal(got, []string{"删除巡逻组「河边组」", "新增巡逻组「山上组」"}) {
		t.Error(got)
	}
}

func TestTheHeadOfThePlanIsEdited(t *testing.T) {
	w := newWorld(t)
	w.Press("i")
	w.typeInto("中文名", "新街道")
	w.typeInto("时区", "Asia/Urumqi")
	w.typeInto("换夜时间", "１３：００")
	w.Press("ctrl+s")
	if got := strings.Join(w.changes(), "\n"); !strings.Contains(got, "「Asia/Shanghai」改为「Asia/Urumqi」") || len(w.changes()) != 3 {
		t.Fatal(got)
	}
	screentest.Sees(t, w.Page.View(), "方案 │ 新街道", "3 处改动未保存")
	body := w.save()
	if body.Plan.Timezone != "Asia/Urumqi" || body.Plan.NightTurnsAt != 13*60 || !strings.Contains(body.Source, "Asia/Urumqi") {
		t.Errorf("%s %s", body.Plan.Timezone, body.Plan.NightTurnsAt)
	}
	if w.Press("5", "i"); len(w.Env.Dialogs()) != 0 {
		t.Error("it is edited among the versions")
	}
}

func TestRowsAgainstTheClockAreSeen(t *testing.T) {
	w := newWorld(t)
	w.Resize(160, 60)
	w.Press("2")
	screentest.SeesNot(t, w.Page.View(), w.Env.Text.PlanEdit.Early)
	w.Press("enter")
	screentest.SeesNot(t, w.Page.View(), "↑")
	w.Press(">")
	w.Sees("早于前一个：万达广场东门", "↑ +0m", "19:30 万达广场东门  ↑ 早于前一个")
	w.Press("esc")
	w.Sees("早于前一个：万达广场东门")
	w.Press("s")
	w.Sees("线路「万达—夜市步巡线」的次序与时间不一致")
	w.Press("esc", "u")
	screentest.SeesNot(t, w.Page.View(), w.Env.Text.PlanEdit.Early)
}

func TestAWindowThatIsStillOpenIsInOrder(t *testing.T) {
	at := func(h int) *model.Moment { c := model.Clock(h * 60); return &model.Moment{Clock: &c} }
	w := newWorld(t)
	for window, want := range map[[2]int]int{{20, 23}: 0, {22, 23}: 1} {
		r := model.Route{Rounds: []model.Clock{20 * 60}, Calls: []model.RouteCall{
			{Checkpoint: "wanda-east", From: at(window[0]), To: at(window[1])}, {Checkpoint: "mall-west", After: model.Duration(3600e9)},
		}}
		if got := w.Page.earlyIn(r); len(got) != want {
			t.Errorf("window %v: %v", window, got)
		}
	}
}
