package dialog

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/screen/screentest"
	"beatbook/ui/text"
)

// hazardWorld is a dialog over a shift at the night market, at 22:04 of 2026-11-24.
type hazardWorld struct {
	t    *testing.T
	env  *screen.Env
	zone *time.Location
}

func newHazardWorld(t *testing.T) *hazardWorld {
	t.Helper()
	plan, night := screentest.Plan(t), model.Date("2026-11-24")
	clock := &screentest.Clock{At: night.At(22*60+4, plan.Zone(), plan.NightTurnsAt)}
	env := screentest.Env(screentest.NewLog(clock.Now), plan, model.NewNight(night), model.EN)
	w := &hazardWorld{t, env, plan.Zone()}
	start := model.StartShift{Plan: plan, Unit: "horn-1", Crew: []string{"a", "b"}, Route: "night-market", Mode: model.Foot}
	if _, _, err := env.Record(start); err != nil {
		t.Fatal(err)
	}
	return w
}

// press presses keys in the topmost dialog; what is no name of a key is typed.
func (w *hazardWorld) press(keys ...string) {
	w.t.Helper()
	for _, name := range keys {
		w.top().Update(screentest.Key(name))
	}
}

func (w *hazardWorld) top() *Form {
	w.t.Helper()
	dialogs := w.env.Dialogs()
	if len(dialogs) == 0 {
		w.t.Fatal("no dialog is open")
	}
	return dialogs[len(dialogs)-1].(*Form)
}

// shown is what the topmost dialog looks like.
func (w *hazardWorld) shown() string {
	form := w.top()
	form.Resize(form.Size(100, 40))
	form.Refresh()
	return ansi.Strip(form.View())
}

// stays checks that the form is still there and shows the texts.
func (w *hazardWorld) stays(texts ...string) {
	w.t.Helper()
	screentest.Sees(w.t, w.shown(), texts...)
}

// only is the one hazard that there is; no dialog is left.
func (w *hazardWorld) only() model.Hazard {
	w.t.Helper()
	list := w.env.Hazards.List(w.env.Now)
	if len(list) != 1 || len(w.env.Dialogs()) != 0 {
		w.t.Fatalf("%d hazards, %d dialogs", len(list), len(w.env.Dialogs()))
	}
	return list[0]
}

func (w *hazardWorld) find() { w.env.Open(NewHazard(w.env, "wanda-east", "", "")) }

// ordered is a hazard that is to be fixed within three days.
func (w *hazardWorld) ordered() model.Hazard {
	w.t.Helper()
	w.find()
	w.press("1", "tab", "extinguisher is empty", "tab", "2", "tab", "2", "tab", "mall office", "enter", "3d", "enter", "a guard", "ctrl+s")
	return w.only()
}

func (w *hazardWorld) local(at time.Time) string { return at.In(w.zone).Format("2006-01-02 15:04") }

func TestHazardThatIsOnlyNoted(t *testing.T) {
	w := newHazardWorld(t)
	w.find()
	w.press("4", "tab", " boxes before the exit ", "enter", "3", "enter")
	h := w.only()
	if h.Kind != "obstruction" || h.What != "boxes before the exit" || h.Severity != "grave" || h.State != model.HazardOpen || h.Checkpoint != "wanda-east" {
		t.Errorf("%+v", h)
	}
}

func TestHazardThatIsFixedOnTheSpot(t *testing.T) {
	w := newHazardWorld(t)
	w.env.Open(NewHazard(w.env, "mall-west", "exit", "Exit is free"))
	w.press("1", "tab", " - blocked", "tab", "1", "tab", "1", "ctrl+s")
	if h := w.only(); h.State != model.HazardClosed || h.Item != "exit" || h.What != "Exit is free - blocked" || h.Order != nil {
		t.Errorf("%+v", h)
	}
}

func TestHazardThatIsOrderedToFix(t *testing.T) {
	w := newHazardWorld(t)
	h := w.ordered()
	if h.State != model.HazardOrdered || h.Order.Owner != "mall office" || h.Order.Interim != "a guard" || w.local(h.Order.Deadline) != "2026-11-27 18:00" {
		t.Errorf("%+v %+v", h, h.Order)
	}
}

func TestTheOrderIsAskedForOnlyWhereThereIsOne(t *testing.T) {
	w := newHazardWorld(t)
	w.find()
	owner := w.env.Text.Hazard.Owner
	if strings.Contains(w.shown(), owner) {
		t.Fatal("an owner is asked for")
	}
	w.press("tab", "tab", "tab", "2")
	w.stays(owner, w.env.Text.Hazard.OwnerHint)
	w.press("3")
	if strings.Contains(w.shown(), owner) {
		t.Fatal("an owner is still asked for")
	}
}

func TestBadHazardStaysInTheForm(t *testing.T) {
	refusals := text.For(model.EN).Words.Refusals
	for name, c := range map[string]struct {
		keys []string
		said string
		text []string
	}{
		"no kind":     {[]string{"tab", "boxes", "tab", "1", "ctrl+s"}, refusals[model.UnknownHazard], []string{"boxes"}},
		"no severity": {[]string{"1", "tab", "boxes", "ctrl+s"}, refusals[model.UnknownSeverity], []string{"boxes"}},
		"not said":    {[]string{"1", "tab", "  ", "tab", "1", "ctrl+s"}, refusals[model.WhatNeeded], nil},
		"no owner": {
			[]string{"1", "tab", "boxes", "tab", "1", "tab", "2", "tab", "tab", "3d", "ctrl+s"},
			refusals[model.OwnerNeeded][:40], []string{"boxes", "3d"},
		},
		"no deadline": {
			[]string{"1", "tab", "boxes", "tab", "1", "tab", "2", "tab", "shop", "ctrl+s"},
			"needs a deadline", []string{"boxes", "shop"},
		},
		"not a deadline": {
			[]string{"1", "tab", "boxes", "tab", "1", "tab", "2", "tab", "shop", "tab", "soon", "ctrl+s"},
			`"soon" is not a deadline`, []string{"boxes", "shop"},
		},
		"in the past": {
			[]string{"1", "tab", "boxes", "tab", "1", "tab", "2", "tab", "shop", "tab", "11-23", "tab", "tape", "ctrl+s"},
			refusals[model.DeadlinePast], []string{"boxes", "shop", "11-23", "tape"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := newHazardWorld(t)
			w.find()
			w.press(c.keys...)
			w.stays(append(c.text, c.said)...)
			if n := len(w.env.Hazards.List(w.env.Now)); n != 0 {
				t.Errorf("%d hazards are recorded", n)
			}
		})
	}
}

func TestTheFocusGoesToWhatIsWrong(t *testing.T) {
	w := newHazardWorld(t)
	w.find()
	w.press("ctrl+s", "1", "ctrl+s", "2", "ctrl+s", "boxes", "tab", "tab", "2")
	w.press("ctrl+s", "11-23", "ctrl+s", "shop", "ctrl+s", "ctrl+u", "2d", "ctrl+s")
	if h := w.only(); h.What != "boxes" || h.Order.Owner != "shop" || w.local(h.Order.Deadline) != "2026-11-26 18:00" {
		t.Errorf("%+v", h)
	}
}

func TestWhatWasGivenUpIsThereAgain(t *testing.T) {
	w := newHazardWorld(t)
	w.find()
	w.press("1", "tab", "boxes", "tab", "1", "tab", "2", "tab", "shop", "tab", "3d", "tab", "tape", "esc")
	if len(w.env.Dialogs()) != 0 {
		t.Fatal("the form stays")
	}
	w.env.Open(NewHazard(w.env, "wanda-south", "", ""))
	if strings.Contains(w.shown(), "boxes") {
		t.Fatal("the draft is of another place")
	}
	w.press("esc")
	w.find()
	w.stays("boxes")
	w.press("2", "tab", "tab", "2", "tab", "2", "ctrl+s")
	if h := w.only(); h.What != "boxes" || h.Order.Owner != "shop" || h.Order.Interim != "tape" {
		t.Errorf("%+v", h)
	}
	w.find()
	if strings.Contains(w.shown(), "boxes") {
		t.Error("what was recorded is there again")
	}
}

func TestStepsOfAHazard(t *testing.T) {
	for name, c := range map[string]struct {
		keys  []string
		step  model.HazardStep
		state model.HazardState
	}{
		"urge":   {[]string{"1", "tab", "called them", "ctrl+s"}, model.Urged, model.HazardOrdered},
		"passed": {[]string{"2", "tab", "called them", "ctrl+s"}, model.RecheckPassed, model.HazardClosed},
		"failed": {
			[]string{"3", "tab", "tab", "5d", "tab", "tab", "called them", "ctrl+s"}, model.RecheckFailed, model.HazardOrdered,
		},
		"close": {[]string{"4", "tab", "called them", "ctrl+s"}, model.ClosedHazard, model.HazardClosed},
	} {
		t.Run(name, func(t *testing.T) {
			w := newHazardWorld(t)
			w.env.Open(NewMove(w.env, w.ordered()))
			w.stays("extinguisher is empty", "2 d left")
			w.press(c.keys...)
			h := w.only()
			if h.State != c.state || len(h.Moves) != 1 || h.Moves[0].Step != c.step || h.Moves[0].Note != "called them" || h.Moves[0].Parallel {
				t.Errorf("%+v", h)
			}
			if name == "failed" && (h.Order.Owner != "mall office" || h.Order.Interim != "a guard" || w.local(h.Order.Deadline) != "2026-11-29 18:00") {
				t.Errorf("%+v", h.Order)
			}
		})
	}
}

func TestOrderForAnOpenHazard(t *testing.T) {
	w := newHazardWorld(t)
	w.find()
	w.press("5", "tab", "hole", "tab", "1", "ctrl+s")
	w.env.Open(NewMove(w.env, w.only()))
	w.press("2", "tab", "road office", "tab", "48h", "ctrl+s")
	if h := w.only(); h.State != model.HazardOrdered || w.local(h.Order.Deadline) != "2026-11-26 22:04" {
		t.Errorf("%+v", h)
	}
}

func TestBadStepStaysInTheForm(t *testing.T) {
	refusals := text.For(model.EN).Words.Refusals
	for name, c := range map[string]struct {
		keys []string
		said string
		text string
	}{
		"none chosen": {[]string{"enter"}, refusals[model.StepNotPossible], ""},
		"no deadline": {[]string{"3", "tab", "tab", "tab", "tab", "went there", "ctrl+s"}, "needs a deadline", "went there"},
		"in the past": {[]string{"3", "tab", "tab", "0d", "ctrl+s"}, refusals[model.DeadlinePast], "0d"},
		"no owner":    {[]string{"3", "tab", "ctrl+u", "tab", "3d", "ctrl+s"}, refusals[model.OwnerNeeded][:40], "3d"},
	} {
		t.Run(name, func(t *testing.T) {
			w := newHazardWorld(t)
			w.env.Open(NewMove(w.env, w.ordered()))
			w.press(c.keys...)
			w.stays(c.said, c.text)
			if h := w.env.Hazards.List(w.env.Now)[0]; len(h.Moves) != 0 {
				t.Errorf("%+v", h)
			}
		})
	}
}

func TestAStepThatWasGivenUpKeepsItsNote(t *testing.T) {
	w := newHazardWorld(t)
	h := w.ordered()
	w.env.Open(NewMove(w.env, h))
	w.press("1", "tab", "called them", "esc")
	w.env.Open(NewMove(w.env, h))
	w.press("1", "ctrl+s")
	if h := w.only(); h.Moves[0].Note != "called them" {
		t.Errorf("%+v", h)
	}
}

func TestARecordedHazardIsAnnouncedWhenItIsWritten(t *testing.T) {
	w := newHazardWorld(t)
	h := w.ordered()
	if w.env.Notice().Text != "" {
		t.Fatal("said too early")
	}
	w.env.SayAnnounced(h.ID)
	if got := w.env.Notice().Text; !strings.HasPrefix(got, "Hazard recorded: ") {
		t.Error(got)
	}
}
