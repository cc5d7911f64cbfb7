package planedit

import (
	"strings"
	"testing"
	"time"

	"beatbook/data/sample"
	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/screen/screentest"
	"beatbook/ui/session"
)

// world is a page on the sample plan. It is 22:04.
type world struct{ screentest.Driver[*Page] }

const editor = screen.Place(99)

func newWorld(t testing.TB) *world {
	t.Helper()
	w := &world{screentest.NewDriver[*Page](t, "22:04")}
	w.Env.Visit(editor)
	w.restart()
	w.adopt(model.AdoptPlan{Plan: *w.Plan, Source: string(sample.Source()), Sample: true})
	w.restart()
	return w
}

// desk makes the program one of a duty desk, at which somebody sits; nobody where the name is empty.
func (w *world) desk(operator string) *world {
	w.Env.Desk = &session.Desk{Operator: operator}
	return w
}

// typeInto goes to a field of the form and replaces what is in it.
func (w *world) typeInto(heading, typed string) {
	w.T.Helper()
	for range 20 {
		if strings.Contains(w.Screen(), "› "+heading+" ") {
			w.Press("end", "ctrl+u")
			if typed != "" {
				w.Press(typed)
			}
			return
		}
		w.Press("tab")
	}
	w.T.Fatalf("there is no field %s:\n%s", heading, w.Screen())
}

// giveUp closes what is open, with all that was typed there.
func (w *world) giveUp() {
	for open := len(w.Env.Dialogs()); open > 0; open = len(w.Env.Dialogs()) {
		if w.Press("esc"); len(w.Env.Dialogs()) > open {
			w.Press("enter")
		}
	}
}

// save saves the draft, and gives what was recorded.
func (w *world) save() model.PlanAdoptedBody {
	w.T.Helper()
	w.Press("s", "enter")
	w.notice(w.Env.Text.PlanEdit.Saved)
	body, err := model.Decode[model.PlanAdoptedBody](w.Log.Records[len(w.Log.Records)-1])
	if err != nil {
		w.T.Fatal(err)
	}
	return body
}

// adopt puts a plan in force from elsewhere.
func (w *world) adopt(intent model.AdoptPlan) {
	w.T.Helper()
	w.Clock.Pass(time.Second)
	w.Env.Now = w.Clock.At
	w.Settle(w.Log.Do(w.T, &intent.Plan, intent))
}

func (w *world) notice(want string) {
	w.T.Helper()
	if got := w.Env.Notice().Text; got != want {
		w.T.Fatalf("%q is said, want %q:\n%s", got, want, w.Screen())
	}
}

// changes are those of the draft in words.
func (w *world) changes() []string { return w.Page.said(w.Page.draft.changes) }
