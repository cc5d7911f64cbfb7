package dialog

import (
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"beatbook/data/seal"
	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/screen/screentest"
	"beatbook/ui/session"
)

// deskWorld is a dialog over a duty desk at 22:04 of 2026-11-24.
type deskWorld struct {
	t     *testing.T
	clock *screentest.Clock
	plan  *model.Plan
	env   *screen.Env
}

func newDeskWorld(t *testing.T) *deskWorld {
	t.Helper()
	plan, night := screentest.Plan(t), model.Date("2026-11-24")
	clock := &screentest.Clock{At: night.At(22*60+4, plan.Zone(), plan.NightTurnsAt)}
	env := screentest.Env(screentest.NewLog(clock.Now), plan, model.NewNight(night), model.EN)
	env.Desk = &session.Desk{}
	env.Judge()
	return &deskWorld{t, clock, plan, env}
}

func (w *deskWorld) do(intent model.Intent) model.Record {
	w.t.Helper()
	w.pass(time.Minute)
	record, _, err := w.env.Record(intent)
	if err != nil {
		w.t.Fatal(err)
	}
	w.pass(time.Minute)
	return record
}

func (w *deskWorld) pass(d time.Duration) {
	w.clock.Pass(d)
	w.env.Now = w.clock.At
	w.env.Judge()
}

func (w *deskWorld) top() screen.Page {
	w.t.Helper()
	dialogs := w.env.Dialogs()
	if len(dialogs) == 0 {
		w.t.Fatal("no dialog is open")
	}
	return dialogs[len(dialogs)-1]
}

func (w *deskWorld) press(keys ...string) {
	w.t.Helper()
	for _, name := range keys {
		w.top().Update(screentest.Key(name))
	}
}

// shown is what the topmost dialog looks like.
func (w *deskWorld) shown() string {
	d := w.top()
	d.Resize(d.(interface{ Size(int, int) (int, int) }).Size(100, 30))
	d.Refresh()
	return ansi.Strip(d.View())
}

func (w *deskWorld) sees(texts ...string) {
	w.t.Helper()
	screentest.Sees(w.t, w.shown(), texts...)
}

func (w *deskWorld) seesNot(texts ...string) {
	w.t.Helper()
	screentest.SeesNot(w.t, w.shown(), texts...)
}

// sits wants an operator at the desk, and no dialog.
func (w *deskWorld) sits(operator string) {
	w.t.Helper()
	if w.env.Desk.Operator != operator || len(w.env.Dialogs()) != 0 {
		w.t.Errorf("%q sits at the desk, %d dialogs", w.env.Desk.Operator, len(w.env.Dialogs()))
	}
}

// sharePIN sets the PIN of all, as older versions did.
func (w *deskWorld) sharePIN(pin string) {
	w.t.Helper()
	hash, err := seal.HashPIN(pin)
	if err != nil {
		w.t.Fatal(err)
	}
	w.env.Settings.PIN = hash
}

func (w *deskWorld) last() model.Facts {
	story := w.env.Night.Story()
	return model.FactsOf(story[len(story)-1])
}

func TestSignOn(t *testing.T) {
	w := newDeskWorld(t)
	w.env.Open(NewSignOn(w.env, "", nil))
	w.press("enter")
	w.sees("Sign on first")
	w.press(" Wang Fang ", "enter")
	w.sits("Wang Fang")
	if !w.env.Desk.Since.Equal(w.clock.At) {
		t.Error(w.env.Desk.Since)
	}
}

func TestWhatWaitedForTheSignOnFollows(t *testing.T) {
	w := newDeskWorld(t)
	who := ""
	w.env.Open(NewSignOn(w.env, "to ring the bell", func() tea.Cmd {
		who = w.env.Desk.Operator
		return nil
	}))
	w.press("Wang Fang", "ctrl+s")
	if who != "Wang Fang" {
		t.Errorf("%q", who)
	}
}

func TestRelief(t *testing.T) {
	w := newDeskWorld(t)
	w.do(model.SignOn{Plan: w.plan, Operator: "Wang Fang"})
	w.env.Open(NewRelief(w.env))
	w.sees("Wang Fang since 22:05", "somebody takes over")
	w.press("tab", "Liu Qiang", "tab", "horn-1 is at the hospital", "ctrl+s")
	w.sits("Liu Qiang")
	if f := w.last(); f.Relieves != "Wang Fang" || told(f.Note) != "horn-1 is at the hospital" || f.Operator != "Liu Qiang" {
		t.Errorf("%+v", f)
	}
	w.env.Open(NewRelief(w.env))
	w.sees("Liu Qiang since", "Left by the last operator: horn-1 is at the hospital")
}

func told(note *string) string {
	if note == nil {
		return ""
	}
	return *note
}

func TestEarlierOperatorsAreOffered(t *testing.T) {
	w := newDeskWorld(t)
	w.do(model.SignOn{Plan: w.plan, Operator: "Wang Fang"})
	w.do(model.SignOn{Plan: w.plan, Operator: "Liu Qiang", Relieves: "Wang Fang"})
	w.env.Open(NewRelief(w.env))
	w.press("tab")
	if s := w.shown(); !strings.Contains(s, "1 Wang Fang") || strings.Contains(s, "2 Liu Qiang") {
		t.Error(s)
	}
	w.press("1", "ctrl+s")
	w.sits("Wang Fang")
}

func TestSignOff(t *testing.T) {
	w := newDeskWorld(t)
	w.do(model.SignOn{Plan: w.plan, Operator: "Wang Fang"})
	w.env.Open(NewRelief(w.env))
	w.press("2")
	w.seesNot("Other name")
	w.press("tab", "the key is in the drawer", "ctrl+s")
	w.sits("")
	w.env.Open(NewSignOn(w.env, "", nil))
	w.sees("the key is in the drawer", "1 Wang Fang", "Other name")
	w.press("tab", "Liu Qiang", "ctrl+s")
	w.sits("Liu Qiang")
}

func TestReliefWithoutANameStays(t *testing.T) {
	w := newDeskWorld(t)
	w.do(model.SignOn{Plan: w.plan, Operator: "Wang Fang"})
	w.env.Open(NewRelief(w.env))
	w.press("tab", "tab", "the note", "ctrl+s")
	w.sees("the note")
	w.press("Liu Qiang", "ctrl+s")
	w.sits("Liu Qiang")
}

func TestTheNoteOfAReliefThatWasGivenUpIsThereAgain(t *testing.T) {
	w := newDeskWorld(t)
	w.do(model.SignOn{Plan: w.plan, Operator: "Wang Fang"})
	w.env.Open(NewRelief(w.env))
	w.press("tab", "tab", "the note", "esc")
	w.env.Open(NewRelief(w.env))
	w.sees("the note")
}

func TestTheNoteOutlastsAWrongPIN(t *testing.T) {
	w := newDeskWorld(t)
	w.sharePIN("483910")
	w.do(model.SignOn{Plan: w.plan, Operator: "Wang Fang"})
	w.env.Open(NewRelief(w.env))
	w.press("tab", "Liu Qiang", "tab", "000000", "tab", "the note", "ctrl+s")
	w.sees("PIN", "the note")
	w.press("esc")
	w.pass(time.Second)
	w.env.Open(NewRelief(w.env))
	w.sees("the note")
	w.pass(time.Hour)
	w.press("tab", "Liu Qiang", "tab", "483910", "ctrl+s")
	w.sits("Liu Qiang")
	if f := w.last(); told(f.Note) != "the note" {
		t.Errorf("%+v", f)
	}
	if len(w.env.Drafts) != 0 {
		t.Errorf("%q is left", w.env.Drafts)
	}
}

func TestArrowsMoveInTheListOfOperators(t *testing.T) {
	w := newDeskWorld(t)
	for _, name := range []string{"Wang Fang", "Liu Qiang", "Zhao Lei"} {
		w.do(model.SignOn{Plan: w.plan, Operator: name, Relieves: w.env.Desk.Operator})
	}
	w.do(model.SignOff{Plan: w.plan, Operator: "Zhao Lei"})
	w.env.Open(NewSignOn(w.env, "", nil))
	w.press("down", "down", "down", "up")
	w.sees("✓ 2 Liu Qiang")
	w.press("down", "down", "Sun Li", "up", "enter")
	w.sits("Sun Li")
}

func TestASignOnSaysWhatFollows(t *testing.T) {
	w := newDeskWorld(t)
	w.env.Open(NewSignOn(w.env, "ring the bell", func() tea.Cmd { return nil }))
	w.sees("Right after that: ring the bell")
}

func TestAForgottenSignOnLeavesTheDeskEmpty(t *testing.T) {
	w := newDeskWorld(t)
	r := w.do(model.SignOn{Plan: w.plan, Operator: "Wang Fang"})
	w.env.Forget(r)
	w.env.Judge()
	w.sits("")
}
