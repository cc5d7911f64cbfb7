package planedit

import (
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"beatbook/data/sample"
	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/screen/screentest"
	"beatbook/ui/session"
)

// world is a page on the sample plan, driven as the root model drives it. It is 22:04 of 2026-11-24.
type world struct {
	t     testing.TB
	clock *screentest.Clock
	log   *screentest.Log
	env   *screen.Env
	page  *Page
}

const (
	tonight = model.Date("2026-11-24")
	editor  = screen.Place(99)
)

func newWorld(t testing.TB) *world {
	t.Helper()
	plan := screentest.Plan(t)
	clock := &screentest.Clock{At: tonight.At(22*60+4, plan.Zone(), plan.NightTurnsAt)}
	log := screentest.NewLog(clock.Now)
	w := &world{t: t, clock: clock, log: log}
	w.env = screentest.Env(log, plan, model.NewNight(tonight), model.ZH)
	w.env.Visit(editor)
	w.adopt(model.AdoptPlan{Plan: *plan, Source: string(sample.Source()), Sample: true})
	w.page = New(w.env)
	w.resize(120, 30)
	return w
}

// desk makes the program one of a duty desk, at which somebody sits; nobody where the name is empty.
func (w *world) desk(operator string) *world {
	w.env.Desk = &session.Desk{Operator: operator}
	return w
}

func (w *world) resize(width, height int) {
	w.page.Resize(width, height)
	w.refresh()
}

func (w *world) refresh() {
	w.env.Status = ""
	w.page.Refresh()
	for _, d := range w.env.Dialogs() {
		width, height := 120, 30
		if s, ok := d.(interface{ Size(w, h int) (int, int) }); ok {
			width, height = s.Size(width, height)
		}
		d.Resize(width, height)
		d.Refresh()
	}
}

// top is what the keys are for.
func (w *world) top() screen.Page {
	if dialogs := w.env.Dialogs(); len(dialogs) > 0 {
		return dialogs[len(dialogs)-1]
	}
	return w.page
}

// press presses keys in the topmost dialog, else on the page, and runs what comes of it.
func (w *world) press(keys ...string) {
	w.t.Helper()
	for _, name := range keys {
		cmd := w.top().Update(screentest.Key(name))
		w.refresh()
		w.run(cmd)
	}
}

// send gives a message to the page.
func (w *world) send(msg tea.Msg) {
	w.t.Helper()
	cmd := w.page.Update(msg)
	w.refresh()
	w.run(cmd)
}

// click clicks with the left button.
func (w *world) click(x, y int) {
	w.t.Helper()
	w.send(tea.MouseMsg{X: x, Y: y, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
}

// typeInto goes to a field of the form and replaces what is in it.
func (w *world) typeInto(heading, typed string) {
	w.t.Helper()
	for range 20 {
		if strings.Contains(w.screen(), "› "+heading+" ") {
			w.press("end", "ctrl+u")
			if typed != "" {
				w.press(typed)
			}
			return
		}
		w.press("tab")
	}
	w.t.Fatalf("there is no field %s:\n%s", heading, w.screen())
}

// giveUp closes what is open, with all that was typed there.
func (w *world) giveUp() {
	for open := len(w.env.Dialogs()); open > 0; open = len(w.env.Dialogs()) {
		if w.press("esc"); len(w.env.Dialogs()) > open {
			w.press("enter")
		}
	}
}

// save saves the draft, and gives what was recorded.
func (w *world) save() model.PlanAdoptedBody {
	w.t.Helper()
	w.press("s", "enter")
	w.notice(w.env.Text.PlanEdit.Saved)
	body, err := model.Decode[model.PlanAdoptedBody](w.log.Records[len(w.log.Records)-1])
	if err != nil {
		w.t.Fatal(err)
	}
	return body
}

// run does what a command asks for, and lets its answer act as the root model does.
func (w *world) run(cmd tea.Cmd) {
	w.t.Helper()
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			w.run(c)
		}
	case screen.Written:
		w.run(w.env.Outbox.Done(msg))
		if msg.Err == nil {
			w.settle(msg.Record)
		}
	default:
		w.run(w.page.Update(msg))
	}
	w.refresh()
}

func (w *world) settle(record model.Record) {
	w.t.Helper()
	w.env.SayAnnounced(record.ID)
	if err := w.env.Settle(record); err != nil {
		w.t.Fatal(err)
	}
	if w.page != nil {
		w.send(screen.Settled{Record: record})
	}
}

// adopt puts a plan in force from elsewhere.
func (w *world) adopt(intent model.AdoptPlan) {
	w.t.Helper()
	w.clock.Pass(time.Second)
	w.env.Now = w.clock.At
	w.settle(w.log.Do(w.t, &intent.Plan, intent))
}

func (w *world) screen() string {
	if w.top() != w.page {
		return ansi.Strip(w.top().View())
	}
	return ansi.Strip(w.page.View())
}

func (w *world) sees(texts ...string) {
	w.t.Helper()
	screentest.Sees(w.t, w.top().View(), texts...)
}

func (w *world) notice(want string) {
	w.t.Helper()
	if got := w.env.Notice().Text; got != want {
		w.t.Fatalf("%q is said, want %q:\n%s", got, want, w.screen())
	}
}

// changes are those of the draft in words.
func (w *world) changes() []string { return w.page.said(w.page.draft.changes) }
