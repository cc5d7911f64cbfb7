package planedit

import (
	"strings"
	"testing"

	"beatbook/model"
)

// restart makes the page anew, as a program does that comes after one that was killed.
func (w *world) restart() {
	w.page = New(w.env)
	w.resize(120, 30)
}

func TestADraftOutlastsTheProgram(t *testing.T) {
	w := newWorld(t)
	w.press(">", "3", "d", "enter")
	before := w.changes()
	w.restart()
	w.sees("2 处改动未保存")
	if got := strings.Join(w.changes(), "\n"); got != strings.Join(before, "\n") || w.page.draft.overtaken {
		t.Fatal(got)
	}
	if w.press("u"); len(w.changes()) != 0 || w.env.Drafts[keptAs] != "" {
		t.Fatal(w.env.Drafts)
	}
}

func TestASavedOrDiscardedDraftIsNotKept(t *testing.T) {
	for _, keys := range [][]string{{"s", "enter"}, {"D", "enter"}, {"u"}} {
		w := newWorld(t)
		w.press(">")
		w.press(keys...)
		w.restart()
		if len(w.changes()) != 0 || w.env.Drafts[keptAs] != "" {
			t.Errorf("%v: %v", keys, w.changes())
		}
	}
}

func TestAKeptDraftIsComparedWithThePlanInForce(t *testing.T) {
	w := newWorld(t)
	w.press(">")
	plan := *w.env.Plan
	plan.Site.Name.ZH = "新街道"
	w.adopt(model.AdoptPlan{Plan: plan})
	w.restart()
	w.sees("2 处改动未保存")
	if w.env.Status != w.env.Text.PlanEdit.Overtaken {
		t.Error("nobody is told")
	}
	w.adopt(model.AdoptPlan{Plan: *w.page.draft.plan})
	if w.restart(); len(w.changes()) != 0 {
		t.Error(w.changes())
	}
}

func TestADraftThatCannotBeEditedIsLetGo(t *testing.T) {
	for _, kept := range []string{"x", "{}", `{"plan":{"version":1}}`, `{"base":7}`} {
		w := newWorld(t)
		w.env.Drafts[keptAs] = kept
		if w.restart(); len(w.changes()) != 0 || w.env.Drafts[keptAs] != "" {
			t.Errorf("%s: %v", kept, w.changes())
		}
	}
}
