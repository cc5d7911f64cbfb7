package dialog

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/screen/screentest"
	"beatbook/ui/session"
)

// drafting is a desk with a PIN, a shift that is picked, two check-ins and a hazard.
func drafting(t *testing.T) *deskWorld {
	t.Helper()
	w := newDeskWorld(t)
	w.sharePIN("000000")
	w.do(model.SignOn{Plan: w.plan, Operator: "Wang Fang"})
	started := w.do(model.StartShift{Plan: w.plan, Unit: "horn-1", Crew: []string{"a", "b"}, Route: "night-market", Mode: model.Foot})
	shift, _ := w.env.Night.Shift(started.ID)
	w.env.Pick(shift)
	for _, place := range []string{"wanda-east", "wanda-south"} {
		w.do(model.CheckIn{Shift: shift.ID, Checkpoint: place, Note: "before"})
	}
	w.do(model.FindHazard{Shift: shift.ID, Checkpoint: "wanda-east", Kind: "obstruction", Severity: "grave", What: "boxes"})
	return w
}

// forms are all forms by the functions that make them, about one of two things: the second function is about the other.
func (w *deskWorld) forms() map[string][2]func() screen.Page {
	env, plan := w.env, w.plan
	visits, hazards := env.Shift().Visits, env.Hazards.List(env.Now)
	put, made := func(model.Plan) {}, func(model.Record) tea.Cmd { return nil }
	one := func(form func() screen.Page) [2]func() screen.Page { return [2]func() screen.Page{form} }
	two := func(form func(at int) screen.Page) [2]func() screen.Page {
		return [2]func() screen.Page{func() screen.Page { return form(0) }, func() screen.Page { return form(1) }}
	}
	planned := func(form func(*screen.Env, PlanPlace, func(model.Plan)) screen.Page) [2]func() screen.Page {
		return two(func(at int) screen.Page { return form(env, PlanPlace{Plan: plan, InForce: plan, At: at}, put) })
	}
	return map[string][2]func() screen.Page{
		"NewAddNote":   two(func(at int) screen.Page { return NewAddNote(env, visits[at]) }),
		"NewCheckIn":   two(func(at int) screen.Page { return NewCheckIn(env, visits[at].Checkpoint, made) }),
		"NewCorrect":   two(func(at int) screen.Page { return NewCorrect(env, visits[at]) }),
		"NewHazard":    two(func(at int) screen.Page { return NewHazard(env, visits[at].Checkpoint, "", "") }),
		"NewChecklist": two(func(at int) screen.Page { return NewChecklist(env, plan.Checkpoints[at]) }),
		"NewExport":    two(func(at int) screen.Page { return NewExport(env, fmt.Sprint("report", at), nil) }),
		"NewMove":      one(func() screen.Page { return NewMove(env, hazards[0]) }),
		"NewCrew":      one(func() screen.Page { return NewCrew(env) }),
		"NewMode":      one(func() screen.Page { return NewMode(env) }),
		"NewEnd":       one(func() screen.Page { return NewEnd(env) }),
		"NewRoute":     one(func() screen.Page { return NewRoute(env) }),
		"NewSignOn":    one(func() screen.Page { return NewSignOn(env, "", nil) }),
		"NewRelief":    one(func() screen.Page { return NewRelief(env) }),
		"NewAsk":       one(func() screen.Page { return NewAsk(env, "a", "b", nil) }),
		"NewPlanSite":  one(func() screen.Page { return NewPlanSite(env, plan, put) }),
		"NewPlanRoute": planned(func(env *screen.Env, p PlanPlace, put func(model.Plan)) screen.Page {
			return NewPlanRoute(env, p, "", put)
		}),
		"NewPlanCall": planned(func(env *screen.Env, p PlanPlace, put func(model.Plan)) screen.Page {
			return NewPlanCall(env, p, 0, "", put)
		}),
		"NewPlanCheckpoint": planned(NewPlanCheckpoint),
		"NewPlanUnit":       planned(NewPlanUnit),
		"NewPlanOutcome": one(func() screen.Page {
			return NewPlanOutcome(env, PlanPlace{Plan: plan, InForce: plan, New: true}, put)
		}),
	}
}

func (f *Form) self() *Form { return f }

func formOf(page screen.Page) *Form { return page.(interface{ self() *Form }).self() }

const sesame = "483910" // what is typed into a secret

// fill types into each text and chooses the last value of each list, and gives what then stands there; empty for a secret.
func fill(f *Form) []string {
	for i, field := range f.Fields {
		typed := fmt.Sprintf("文%d", i)
		if secret(field) {
			typed = sesame
		}
		if options, list := field.(*Options); list {
			options.Choose(len(options.values) - 1)
		} else {
			field.Key(screentest.Key(typed))
		}
		f.changed()
	}
	values := f.typed()
	for i, field := range f.Fields {
		if secret(field) {
			values[i] = ""
		}
	}
	return values
}

// killed takes up what was kept, as a program does that comes after one that was killed.
func (w *deskWorld) killed() {
	w.t.Helper()
	if save := w.env.SaveDrafts(); save != nil {
		save()
	}
	w.env.Settings.Drafts, w.env.Drafts = nil, map[string]string{}
	var saved session.Settings
	if err := w.env.Log.LoadSettings(&saved); err != nil {
		w.t.Fatal(err)
	}
	w.env.Settings.Drafts = saved.Drafts
	w.env.RestoreDrafts()
}

// What is typed into any form is there again after a kill when the same form about the same thing is opened; in a form about
// something else it is not. Given up, it is forgotten but for the texts that last.
func TestEachFormOutlastsTheProgram(t *testing.T) {
	for name := range drafting(t).forms() {
		t.Run(name, func(t *testing.T) {
			w := drafting(t)
			for w.settled() {
			}
			open := w.forms()[name]
			want := fill(formOf(open[0]()))
			w.killed()
			if got := formOf(open[0]()).typed(); !slices.Equal(got, want) {
				t.Errorf("%q is there, want %q", got, want)
			}
			if open[1] != nil {
				if got := formOf(open[1]()).typed(); strings.Contains(strings.Join(got, " "), "文") {
					t.Errorf("%q is there, which is about something else", got)
				}
			}
			page := open[0]()
			w.env.Open(page)
			page.Update(screentest.Key("esc"))
			if len(w.env.Dialogs()) > 1 {
				w.press("enter") // it asks
			}
			if drafts, lasting := len(w.env.Drafts), len(formOf(page).Lasting); drafts != lasting || len(w.env.Dialogs()) > 0 {
				t.Errorf("%d fields last, %q is kept", lasting, w.env.Drafts)
			}
		})
	}
}

// settled tells the outbox that its record is written, as the loop does; nothing is let go of before.
func (w *deskWorld) settled() bool {
	if w.env.Outbox.Idle() {
		return false
	}
	w.env.Outbox.Done(screen.Written{Record: w.env.Outbox.Waiting()[0]})
	return true
}

func TestTextsOutlastAnotherLanguage(t *testing.T) {
	w := drafting(t)
	visit := w.env.Shift().Visits[0]
	want := fill(NewCorrect(w.env, visit).self())
	screentest.Speak(w.env, model.ZH)
	w.killed()
	form := NewCorrect(w.env, visit)
	for i, field := range form.Fields {
		if _, list := field.(*Options); !list && field.Value() != want[i] {
			t.Errorf("%q, want %q", field.Value(), want[i])
		}
	}
	if form.Fields[0].Value() == want[0] {
		t.Error("a word of another language is chosen")
	}
}

// A new form is in the test above as soon as it is written.
func TestNoFormIsMissing(t *testing.T) {
	var forms []string
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), e.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Name.IsExported() && makesForm(f) {
				forms = append(forms, f.Name.Name)
			}
		}
	}
	slices.Sort(forms)
	if known := slices.Sorted(maps.Keys(drafting(t).forms())); !slices.Equal(forms, known) {
		t.Errorf("the forms are %q,\ntested are %q", forms, known)
	}
}

// makesForm reports whether one of the functions that make forms is called.
func makesForm(f *ast.FuncDecl) (makes bool) {
	ast.Inspect(f.Body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			name, _ := call.Fun.(*ast.Ident)
			makes = makes || name != nil && slices.Contains([]string{"NewForm", "newPlanForm", "newPartForm"}, name.Name)
		}
		return true
	})
	return makes
}

func TestSecretsAreNotKept(t *testing.T) {
	w := drafting(t)
	for _, name := range []string{"NewSignOn", "NewRelief"} {
		form := formOf(w.forms()[name][0]())
		fill(form)
		if typed := strings.Join(form.typed(), " "); !strings.Contains(typed, sesame) {
			t.Fatalf("%s: nothing secret is asked for: %q", name, typed)
		}
	}
	w.killed()
	b, err := json.Marshal(w.env.Settings)
	if err != nil || len(w.env.Settings.Drafts) == 0 || strings.Contains(string(b), sesame) {
		t.Errorf("%s %v", b, err)
	}
	w.env.Drafts[screen.InForm("sign on", 2)] = sesame
	if typed := NewSignOn(w.env, "", nil).typed(); typed[2] != "" {
		t.Errorf("%q", typed)
	}
}

// A panic of what follows a key does not take the key away.
func TestAFormOutlastsAPanic(t *testing.T) {
	w := newDeskWorld(t)
	field := NewText("a", "", "")
	form := NewForm(w.env, "a", Form{Fields: []Field{field}, Changed: func() { panic("b") }}, 0)
	func() {
		defer func() { _ = recover() }()
		form.Update(screentest.Key("文"))
		t.Error("no panic")
	}()
	if got := w.env.Drafts[screen.InForm("a", 0)]; got != "文" {
		t.Errorf("%q", got)
	}
}

func TestAReasonForASkipOutlastsTheProgram(t *testing.T) {
	w := drafting(t)
	call := func(round int) model.Call {
		return model.Call{Checkpoint: "wanda-east", Round: round}
	}
	w.env.Open(NewSkip(w.env, call(2)))
	w.press("up", "down", "down", "down", "down", "down", "down", "down", "down", "enter", "路")
	w.killed()
	w.env.Open(NewSkip(w.env, call(3)))
	w.seesNot("路")
	w.press("esc")
	w.env.Open(NewSkip(w.env, call(2)))
	w.sees("路")
	w.press("封了")
	w.killed()
	w.env.Open(NewSkip(w.env, call(2)))
	w.sees("路封了")
	w.press("esc", "esc")
	if len(w.env.Drafts) != 0 {
		t.Errorf("%q", w.env.Drafts)
	}
}

// It is said once, at the start, and only of forms: a line and a plan show by themselves what is not recorded.
func TestThatSomethingWasTypedIsSaid(t *testing.T) {
	w := drafting(t)
	w.env.Quiet()
	w.env.Drafts["line"] = "x"
	if w.killed(); w.env.Notice().Text != "" {
		t.Errorf("%q", w.env.Notice().Text)
	}
	fill(NewCrew(w.env))
	if w.killed(); w.env.Notice().Text != w.env.Text.Dialog.TypedBefore {
		t.Errorf("%q", w.env.Notice().Text)
	}
	w.env.Quiet()
	w.pass(13 * time.Hour)
	if w.killed(); w.env.Notice().Text != "" {
		t.Errorf("the day after: %q", w.env.Notice().Text)
	}
}
