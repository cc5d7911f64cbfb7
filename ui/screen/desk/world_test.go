package desk

import (
	"slices"
	"testing"
	"time"

	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/screen/screentest"
	"beatbook/ui/session"
)

// world is the page of a desk. It begins at 19:20 with nobody out.
type world struct{ screentest.Driver[*Page] }

func newWorld(t testing.TB) *world {
	t.Helper()
	w := &world{screentest.NewDriver[*Page](t, "19:20")}
	w.Hold = true        // nothing is written
	w.Pace = time.Second // a key in flight does not acknowledge an alert
	w.Env.Desk, w.Env.Place = &session.Desk{}, screen.Board
	w.Env.Judge()
	w.open(model.ZH, 80, 24)
	return w
}

// manned is a world in which 王芳 sits at the desk and three units are out: the first two walk the night market since 19:20,
// the third drives since 19:59, which is now.
func manned(t testing.TB) *world {
	t.Helper()
	w := newWorld(t)
	w.do(model.SignOn{Plan: w.Plan, Operator: "王芳"})
	w.start("horn-1", "night-market", "张三", "李四")
	w.start("armband-2", "night-market", "Wu", "Zheng")
	w.pass(39 * time.Minute)
	w.start("police-01", "district-car", "王五", "赵六")
	return w
}

// do records between two ticks of the clock.
func (w *world) do(intent model.Intent) model.Record {
	w.T.Helper()
	w.Clock.Pass(time.Millisecond)
	record, _, err := w.Env.Record(intent)
	if err != nil {
		w.T.Fatal(err)
	}
	w.pass(time.Millisecond)
	return record
}

func (w *world) start(unit, route string, crew ...string) *model.Shift {
	w.T.Helper()
	w.do(model.StartShift{Plan: w.Plan, Unit: unit, Crew: crew, Route: route, Mode: model.Foot})
	return w.shift(unit)
}

// shift is the latest one of the unit.
func (w *world) shift(unit string) *model.Shift {
	w.T.Helper()
	for _, s := range slices.Backward(w.Env.Night.Shifts()) {
		if s.Unit.ID == unit {
			return s
		}
	}
	w.T.Fatal("no shift of " + unit)
	return nil
}

func (w *world) checkIn(unit, checkpoint string) model.Record {
	w.T.Helper()
	return w.do(model.CheckIn{Shift: w.shift(unit).ID, Checkpoint: checkpoint})
}

// pass lets time go by, and the clock tick.
func (w *world) pass(d time.Duration) {
	w.Clock.Pass(d)
	w.Env.Now = w.Clock.At
	w.Env.Judge()
	w.Page.Refresh()
}

// open shows the page anew.
func (w *world) open(lang model.Lang, width, height int) {
	w.Page = New(w.Env)
	w.Show(lang, width, height)
}

// selects wants the cursor of the board on the unit.
func (w *world) selects(unit string) {
	w.T.Helper()
	if shift := w.Page.under(); shift == nil || shift.Unit.ID != unit {
		w.T.Fatalf("the cursor is not on %s:\n%s", unit, w.Screen())
	}
}
