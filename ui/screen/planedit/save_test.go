package planedit

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"beatbook/data/routefile"
	"beatbook/data/sample"
	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/screen/screentest"
	"beatbook/ui/session"
)

func TestSave(t *testing.T) {
	w := newWorld(t).desk("张三")
	w.Press("2", "enter", "enter")
	w.typeInto("轮次开始后", "5m")
	w.Press("ctrl+s", "s")
	w.Sees("从下一班次起生效", "由「+0m」改为", "「+5m」")
	w.SeesNot("仍用旧版")
	w.Press("esc")
	if len(w.Log.Records) != 1 {
		t.Fatal("it was saved without Enter")
	}
	body := w.save()
	if body.Operator != "张三" || body.Sample || body.Plan.Routes[0].Calls[0].After != model.Duration(5*time.Minute) {
		t.Errorf("%+v", body)
	}
	if want := strings.Replace(string(sample.Source()), "wanda-east, after: 0m", "wanda-east, after: 5m", 1); body.Source != want {
		t.Error("more than the change was changed:\n" + body.Source)
	}
	if w.Env.Plan.Routes[0].Calls[0].After == 0 || len(w.Page.draft.changes) != 0 || w.Page.draft.overtaken {
		t.Error("what is saved is not what is in force")
	}
	w.Press("s")
	w.notice(w.Env.Text.PlanEdit.NothingNew)
}

func TestUnitsThatAreOutKeepTheOldPlan(t *testing.T) {
	w := newWorld(t)
	if _, _, err := w.Env.Record(model.StartShift{Plan: w.Env.Plan, Unit: "horn-1", Crew: []string{"a"}, Route: "night-market", Mode: model.Foot}); err != nil {
		t.Fatal(err)
	}
	w.Press(">", "s")
	w.Sees(fmt.Sprintf(w.Env.Text.PlanEdit.KeepOld, 1))
}

func TestADeskWithoutAnOperatorDoesNotSave(t *testing.T) {
	w := newWorld(t).desk("")
	w.Press(">", "s")
	w.notice("值班员还没有上岗，请先登录上岗。")
	w.desk("张三").Press("s")
	w.desk("").Press("enter")
	w.notice("值班员还没有上岗，请先登录上岗。")
	if len(w.Log.Records) != 1 || len(w.Page.draft.changes) != 1 {
		t.Error("it was saved, or is lost")
	}
}

func TestAPlanFromElsewhereMeanwhile(t *testing.T) {
	w := newWorld(t)
	other := *w.Env.Plan
	other.Outcomes = nil
	w.adopt(model.AdoptPlan{Plan: other})
	if w.Page.draft.overtaken || len(w.Page.draft.plan.Outcomes) != 0 {
		t.Fatal("a draft without changes does not go along")
	}
	w.Press(">", "s")
	other.Units = other.Units[:3]
	w.adopt(model.AdoptPlan{Plan: other})
	w.notice(w.Env.Text.PlanEdit.Overtaken)
	if len(w.Env.Dialogs()) != 0 || w.Env.Status != w.Env.Text.PlanEdit.Overtaken {
		t.Fatal("the question about the old plan is still there")
	}
	w.Press("s")
	w.Sees(w.Env.Text.PlanEdit.Overtaken, "新增巡逻组「联防三组」", "移到")
	w.Press("enter")
	w.notice(w.Env.Text.PlanEdit.Saved)
	if w.Page.draft.overtaken || w.Env.Status != "" || len(w.Env.Plan.Units) != 4 {
		t.Error("the draft goes on after it was saved")
	}
}

func TestAPlanFromElsewhereWhileTheFileIsMade(t *testing.T) {
	w := newWorld(t)
	w.Press(">", "s")
	prepare := w.Top().Update(screentest.Key("enter"))
	w.Press("s")
	w.notice(w.Env.Text.PlanEdit.BeingSaved)
	other := *w.Env.Plan
	other.Outcomes = nil
	w.adopt(model.AdoptPlan{Plan: other})
	w.Run(prepare)
	w.notice(w.Env.Text.PlanEdit.Overtaken)
	if len(w.Log.Records) != 2 || len(w.Page.draft.changes) == 0 {
		t.Fatal("it was saved over the other one")
	}
}

func TestAFormIsOpenWhileAPlanComesFromElsewhere(t *testing.T) {
	w := newWorld(t)
	w.Press("enter")
	other := *w.Env.Plan
	other.Outcomes = nil
	w.adopt(model.AdoptPlan{Plan: other})
	w.Press("esc")
	w.Refresh()
	if len(w.Page.draft.plan.Outcomes) != 0 || w.Page.draft.overtaken {
		t.Error("a draft without changes does not go along once the form is closed")
	}
	w.Press("enter")
	w.adopt(model.AdoptPlan{Plan: *screentest.Plan(t)})
	w.typeInto("半径", "99")
	w.Press("ctrl+s")
	w.notice(w.Env.Text.PlanEdit.Overtaken)
	if got := w.changes(); len(got) != 2 {
		t.Error(got)
	}
}

func TestEditingGoesOnWhileASaveIsWritten(t *testing.T) {
	w := newWorld(t)
	w.Press(">", "s")
	write := w.Page.Update(w.Top().Update(screentest.Key("enter"))())
	w.Press("s")
	w.notice(w.Env.Text.PlanEdit.BeingSaved)
	w.Press("3", ">")
	w.Run(write)
	if w.Page.draft.overtaken || len(w.changes()) != 1 {
		t.Fatal(w.changes())
	}
	w.save()
}

// failing is a log that cannot be written to.
type failing struct{ session.Log }

func (f failing) Latest(model.Kind, string, time.Time) (model.Record, bool, error) {
	return model.Record{}, false, errors.New("no disk")
}

func TestWhatCannotBeReadIsSaid(t *testing.T) {
	w := newWorld(t)
	w.Env.Log = failing{w.Log}
	w.Press(">", "s", "enter")
	w.notice(w.Env.Text.Error(errors.New("no disk")))
	w.Env.Log = w.Log
	w.save()
	w.Log.Broken = errors.New("no disk either")
	w.Press("5")
	w.Sees("no disk either")
}

func TestAPlanThatCouldNotBeWritten(t *testing.T) {
	w := newWorld(t)
	w.Press(">")
	record, _, err := w.Env.Record(model.AdoptPlan{Plan: *w.Page.draft.plan})
	if err != nil {
		t.Fatal(err)
	}
	w.Env.Outbox.Done(screen.Written{Record: record, Err: errors.New("full")})
	w.Press("s")
	w.notice(fmt.Sprintf(w.Env.Text.PlanEdit.NotSaved, "R/^R"))
}

func TestVersions(t *testing.T) {
	w := newWorld(t).desk("张三")
	w.Press("5")
	w.Sees(w.Env.Text.PlanEdit.FirstVersion)
	w.Press("enter")
	w.Sees(w.Env.Text.PlanEdit.FirstVersion)
	w.Press("enter", "1", ">")
	w.Clock.Pass(time.Hour)
	w.save()
	w.Press("5")
	w.Sees("2 2026-11-24 23:04 张三", "1 2026-11-24 22:04 自带示例", "第 2 版 │ 现用", "移到")
	other := *w.Env.Plan
	other.Outcomes = nil
	w.adopt(model.AdoptPlan{Plan: other})
	w.Sees("3 2026-11-24 23:04")
	w.Sees("删除处置成果")
	w.Press("home", "enter")
	w.Sees("第 3 版的改动", "删除处置成果「帮助走失儿童」")
	w.Press("esc", "n", "d", "<", "e")
	if len(w.Env.Dialogs()) != 0 {
		t.Error("a version can be edited")
	}
}

func TestALateAnswerDoesNotHideANewVersion(t *testing.T) {
	w := newWorld(t)
	late := w.Page.turnTo(ofVersions)()
	w.adopt(model.AdoptPlan{Plan: *w.Env.Plan})
	w.Send(late)
	w.Sees("2 2026-11-24 22:04", w.Env.Text.Plan.Versions.NoDifference)
}

// anyEdit is the keys of something that is done to any row of any tab, sensible or not.
func anyEdit(r *rapid.T) []string {
	keys := []string{rapid.SampledFrom([]string{"1", "2", "3", "4"}).Draw(r, "tab")}
	if keys[0] == "2" && rapid.Bool().Draw(r, "calls") {
		keys = append(keys, "enter")
	}
	keys = append(keys, slices.Repeat([]string{"down"}, rapid.IntRange(0, 7).Draw(r, "row"))...)
	fields := slices.Repeat([]string{"tab"}, rapid.IntRange(0, 12).Draw(r, "field"))
	typed := []string{"end", "ctrl+u", rapid.SampledFrom([]string{
		"", "a", "河边 |:#", "30m", "7", "21:00", `'"\{[`, "5m 6m", "-1, 2", "19:30 20:40 22:00", "- x: y", "yes", "123",
	}).Draw(r, "typed")}
	switch rapid.SampledFrom([]string{"move", "remove", "change", "new", "undo"}).Draw(r, "edit") {
	case "move":
		return append(keys, rapid.SampledFrom([]string{"<", ">"}).Draw(r, "where"))
	case "remove":
		return append(keys, "d", "enter")
	case "change":
		keys = append(keys, rapid.SampledFrom([]string{"e", "enter"}).Draw(r, "form"))
		return append(slices.Concat(keys, fields, typed), "ctrl+s")
	case "new":
		keys = append(keys, "n", "a", "enter", rapid.SampledFrom([]string{"河", "7", `\`}).Draw(r, "name"), "tab", "tab")
		return append(slices.Concat(keys, fields, typed), "ctrl+s")
	}
	return []string{"u"}
}

func TestAnyEditsSavedReadBackTheSame(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		w := newWorld(t)
		for range rapid.IntRange(1, 12).Draw(r, "edits") {
			w.Press(anyEdit(r)...)
			w.giveUp()
		}
		if !reflect.DeepEqual(w.Env.Plan, screentest.Plan(t)) {
			r.Fatal("the plan in force was edited")
		}
		if len(w.Page.draft.changes) == 0 {
			return
		}
		edited := *w.Page.draft.plan
		body := w.save()
		read, err := routefile.Read([]byte(body.Source))
		if err != nil || !reflect.DeepEqual(read, body.Plan) || len(model.DiffPlans(&read, &edited)) > 0 {
			r.Fatalf("%v\n%s", err, body.Source)
		}
		for _, comment := range []string{"# A patrol plan: the places", "# ones; the exact gates"} {
			if !strings.Contains(body.Source, comment) {
				r.Fatalf("a comment is gone:\n%s", body.Source)
			}
		}
	})
}

func TestCommentsOfTheFileAreKept(t *testing.T) {
	w := newWorld(t)
	w.Press("2", "end", "<", "3", "d", "enter", "4", "n")
	w.typeInto("中文名", "劝阻电鱼")
	w.Press("ctrl+s")
	body := w.save()
	for line := range strings.Lines(string(sample.Source())) {
		if _, comment, found := strings.Cut(line, "# "); found && !strings.Contains(body.Source, comment) {
			t.Errorf("%q is gone", comment)
		}
	}
	if !slices.ContainsFunc(body.Plan.Outcomes, func(o model.OutcomeDefinition) bool { return o.Name.ZH == "劝阻电鱼" && o.ID == "outcome-1" }) {
		t.Error(body.Plan.Outcomes)
	}
}
