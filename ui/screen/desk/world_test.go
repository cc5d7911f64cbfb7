package desk

import (
	"slices"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/screen/screentest"
	"beatbook/ui/session"
)

const tonight = model.Date("2026-11-24")

// world is the page of a desk, driven as the root model drives it. It begins at 19:20 of 2026-11-24 with nobody out.
type world struct {
	t     testing.TB
	clock *screentest.Clock
	log   *screentest.Log
	plan  *model.Plan
	env   *screen.Env
	page  *Page
}

func newWorld(t testing.TB) *world {
	t.Helper()
	plan := screentest.Plan(t)
	clock := &screentest.Clock{At: tonight.At(19*60+20, plan.Zone(), plan.NightTurnsAt)}
	log := screentest.NewLog(clock.Now)
	env := screentest.Env(log, plan, model.NewNight(tonight), model.ZH)
	env.Desk, env.Place = &session.Desk{}, screen.Board
	env.Judge()
	w := &world{t: t, clock: clock, log: log, plan: plan, env: env}
	w.open(model.ZH, 80, 24)
	return w
}

// manned is a world in which 王芳 sits at the desk and three units are out: the first two walk the night market since 19:20,
// the third drives since 19:59, which is now.
func manned(t testing.TB) *world {
	t.Helper()
	w := newWorld(t)
	w.do(model.SignOn{Plan: w.plan, Operator: "王芳"})
	w.start("horn-1", "night-market", "张三", "李四")
	w.start("armband-2", "night-market", "Wu", "Zheng")
	w.pass(39 * time.Minute)
	w.start("police-01", "district-car", "王五", "赵六")
	return w
}

// do records between two ticks of the clock.
func (w *world) do(intent model.Intent) model.Record {
	w.t.Helper()
	w.clock.Pass(time.Millisecond)
	record, _, err := w.env.Record(intent)
	if err != nil {
		w.t.Fatal(err)
	}
	w.pass(time.Millisecond)
	return record
}

func (w *world) start(unit, route string, crew ...string) *model.Shift {
	w.t.Helper()
	w.do(model.StartShift{Plan: w.plan, Unit: unit, Crew: crew, Route: route, Mode: model.Foot})
	return w.shift(unit)
}

// shift is the latest one of the unit.
func (w *world) shift(unit string) *model.Shift {
	w.t.Helper()
	for _, s := range slices.Backward(w.env.Night.Shifts()) {
		if s.Unit.ID == unit {
			return s
		}
	}
	w.t.Fatal("no shift of " + unit)
	return nil
}

func (w *world) checkIn(unit, checkpoint string) model.Record {
	w.t.Helper()
	return w.do(model.CheckIn{Shift: w.shift(unit).ID, Checkpoint: checkpoint})
}

// pass lets time go by, and the clock tick.
func (w *world) pass(d time.Duration) {
	w.clock.Pass(d)
	w.env.Now = w.clock.At
	w.env.Judge()
	w.page.Refresh()
}

// open shows the page anew.
func (w *world) open(lang model.Lang, width, height int) {
	w.page = New(w.env)
	w.show(lang, width, height)
}

// show shows the page in another language or size.
func (w *world) show(lang model.Lang, width, height int) {
	screentest.Speak(w.env, lang)
	w.page.Resize(width, height)
	w.page.Refresh()
}

func (w *world) top() screen.Page {
	if dialogs := w.env.Dialogs(); len(dialogs) > 0 {
		return dialogs[len(dialogs)-1]
	}
	return w.page
}

// press presses keys in the topmost dialog, else on the page, each a second after what was seen.
func (w *world) press(keys ...string) {
	w.t.Helper()
	for _, name := range keys {
		w.clock.Pass(time.Second)
		w.send(screentest.Key(name))
	}
}

func (w *world) send(msg tea.Msg) {
	w.top().Update(msg)
	w.page.Refresh()
	for _, d := range w.env.Dialogs() {
		d.Refresh()
	}
}

// click clicks at a text, or turns the wheel over it.
func (w *world) mouse(button tea.MouseButton, text string) {
	w.t.Helper()
	for y, line := range strings.Split(w.screen(), "\n") {
		if before, _, found := strings.Cut(line, text); found {
			w.send(tea.MouseMsg{X: ansi.StringWidth(before), Y: y, Button: button, Action: tea.MouseActionPress})
			return
		}
	}
	w.t.Fatalf("%q is not to be seen:\n%s", text, w.screen())
}

func (w *world) screen() string { return ansi.Strip(w.page.View()) }

func (w *world) sees(texts ...string) {
	w.t.Helper()
	screentest.Sees(w.t, w.page.View(), texts...)
}

func (w *world) seesNot(texts ...string) {
	w.t.Helper()
	screentest.SeesNot(w.t, w.page.View(), texts...)
}

// line is the first line with the text.
func (w *world) line(text string) string {
	w.t.Helper()
	for _, line := range strings.Split(w.screen(), "\n") {
		if strings.Contains(line, text) {
			return line
		}
	}
	w.t.Fatalf("%q is not to be seen:\n%s", text, w.screen())
	return ""
}

// selects wants the cursor of the board on the unit.
func (w *world) selects(unit string) {
	w.t.Helper()
	if shift := w.page.under(); shift == nil || shift.Unit.ID != unit {
		w.t.Fatalf("the cursor is not on %s:\n%s", unit, w.screen())
	}
}
