package planedit

import (
	"strings"
	"testing"

	"beatbook/model"
)

// restart makes the page anew, as a program does that comes after one that was killed.
func (w *world) restart() {
	w.Page = New(w.Env)
	w.Resize(120, 30)
}

func TestADraftOutlastsTheProgram(t *testing.T) {
	w := newWorld(t)
	w.Press(">", "3", "d", "enter")
	before := w.changes()
	w.restart()
	w.Sees("2 处改动未保存")
	if got := strings.Join(w.changes(), "\n"); got != strings.Join(before, "\n") || w.Page.draft.overtaken {
		t.Fatal(got)
	}
	if w.Press("u"); len(w.changes()) != 0 || w.Env.Drafts[keptAs] != "" {
		t.Fatal(w.Env.Drafts)
	}
}

func TestASavedOrDiscardedDraftIsNotKept(t *testing.T) {
	for _, keys := range [][]string{{"s", "enter"}, {"D", "enter"}, {"u"}} {
		w := newWorld(t)
		w.Press(">")
		w.Press(keys...)
		w.restart()
		if len(w.changes()) != 0 || w.Env.Drafts[keptAs] != "" {
			t.Errorf("%v: %v", keys, w.changes())
		}
	}
}

func TestAKeptDraftIsComparedWithThePlanInForce(t *testing.T) {
	w := newWorld(t)
	w.Press(">")
	plan := *w.Env.Plan
	plan.Site.Name.ZH = "新街道"
	w.adopt(model.AdoptPlan{Plan: plan})
	w.restart()
	w.Sees("2 处改动未保存")
	if w.Env.Status != w.Env.Text.PlanEdit.Overtaken {
		t.Error("nobody is told")
	}
	w.adopt(model.AdoptPlan{Plan: *w.Page.draft.plan})
	if w.restart(); len(w.changes()) != 0 {
		t.Error(w.changes())
	}
}

func TestADraftThatCannotBeEditedIsLetGo(t *testing.T) {
	for _, kept := range []string{"x", "{}", `{"plan":{"version":1}}`, `{"base":7}`} {
		w := newWorld(t)
		w.Env.Drafts[keptAs] = kept
		if w.restart(); len(w.changes()) != 0 || w.Env.Drafts[keptAs] != "" {
			t.Errorf("%s: %v", kept, w.changes())
		}
	}
}
