package desk

import (
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/screen/screentest"
	"beatbook/ui/session"
)

// killed is the desk after the program was killed and started again.
func (w *world) killed() {
	w.T.Helper()
	if save := w.Env.SaveDrafts(); save != nil {
		save()
	}
	w.Env.Settings, w.Env.Drafts = session.Settings{}, map[string]string{}
	if err := w.Log.LoadSettings(&w.Env.Settings); err != nil {
		w.T.Fatal(err)
	}
	w.Env.RestoreDrafts()
	w.open(model.ZH, 80, 24)
}

// enter presses the key and does all that follows from it.
func (w *world) enter() {
	w.T.Helper()
	w.Clock.Pass(time.Second)
	var do func(cmd tea.Cmd)
	do = func(cmd tea.Cmd) {
		if cmd == nil {
			return
		}
		if batch, several := cmd().(tea.BatchMsg); several {
			for _, c := range batch {
				do(c)
			}
		}
	}
	do(w.Top().Update(screentest.Key("enter")))
	w.Env.Outbox.Clear()
	w.Page.Refresh()
}

// The line is there again after the program was killed; what was recorded is not.
func TestWhatStandsOnTheLineOutlastsTheProgram(t *testing.T) {
	w := manned(t)
	w.Press(":", "小喇叭一队 2 步")
	w.killed()
	w.Sees("还没有记录（按 :/F4 继续）：小喇叭一队 2 步")
	w.Press(":", " 正常", "esc")
	w.killed()
	w.Press(":")
	w.enter()
	if v := w.shift("horn-1").Visits; len(v) != 1 || v[0].Note != "正常" {
		t.Fatalf("%+v", v)
	}
	w.killed()
	w.SeesNot("还没有记录")
}

// A record may fail, and the program may be killed before it was tried again: until then the line is there.
func TestALineIsKeptUntilItsRecordIsWritten(t *testing.T) {
	w := manned(t)
	w.Press(":", "小喇叭一队 2 步")
	save := w.Env.SaveDrafts()
	save()
	w.Clock.Pass(time.Second)
	w.Top().Update(screentest.Key("enter")) // nothing is written
	w.killed()
	w.Sees("还没有记录（按 :/F4 继续）：小喇叭一队 2 步")
}

func TestALineIsSavedOnlyWhereItHasChanged(t *testing.T) {
	w := manned(t)
	w.Press(":", "小喇叭")
	for i, want := range []bool{true, false, false} {
		if save := w.Env.SaveDrafts(); (save != nil) != want {
			t.Errorf("second %d: saved %v, want %v", i+1, save != nil, want)
		}
	}
}

// What was recorded behind a sign-on is not on the line any more either.
func TestALineThatWaitedForASignOnIsNotKept(t *testing.T) {
	w := manned(t)
	w.signOff()
	w.Press(":", "小喇叭一队 2 步", "enter")
	form := w.Top()
	form.Resize(68, 14)
	form.Refresh()
	screentest.Sees(t, form.View(), "上岗后接着做：记录：小喇叭一队 2 步")
	w.Press("1")
	w.enter()
	w.killed()
	w.SeesNot("还没有记录")
	if len(w.shift("horn-1").Visits) != 1 {
		t.Error("it is not recorded")
	}
}
