package hazards

import (
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/screen/screentest"
)

// world is a page with hazards, driven as the root model drives it. It is 22:04 of 2026-11-24.
type world struct {
	t     testing.TB
	clock *screentest.Clock
	plan  *model.Plan
	env   *screen.Env
	page  *Page
	shift string
}

const tonight = model.Date("2026-11-24")

func newWorld(t testing.TB) *world {
	t.Helper()
	plan := screentest.Plan(t)
	clock := &screentest.Clock{At: tonight.At(22*60+4, plan.Zone(), plan.NightTurnsAt)}
	env := screentest.Env(screentest.NewLog(clock.Now), plan, model.NewNight(tonight), model.ZH)
	env.Visit(screen.HazardList)
	w := &world{t: t, clock: clock, plan: plan, env: env}
	start := model.StartShift{Plan: plan, Unit: "horn-1", Crew: []string{"a", "b"}, Route: "night-market", Mode: model.Foot}
	w.shift = w.do(start).ID
	return w
}

func (w *world) do(intent model.Intent) model.Record {
	w.t.Helper()
	record, _, err := w.env.Record(intent)
	if err != nil {
		w.t.Fatal(err)
	}
	return record
}

// ago is a moment before now.
func (w *world) ago(d time.Duration, act func()) {
	w.clock.Pass(-d)
	act()
	w.clock.Pass(d)
}

const day = 24 * time.Hour

// find is a hazard that was found so long ago and, where due is not zero, is to be fixed until so long after that.
func (w *world) find(ago time.Duration, checkpoint string, kind model.HazardKind, what string, due time.Duration) model.Hazard {
	w.t.Helper()
	var id string
	w.ago(ago, func() {
		found := model.FindHazard{Shift: w.shift, Checkpoint: checkpoint, Kind: kind, What: what, Severity: "serious"}
		if due != 0 {
			found.Order = &model.FixOrder{Owner: "物业公司", Deadline: w.clock.At.Add(due), Interim: "派人看守"}
		}
		id = w.do(found).ID
	})
	return w.hazard(id)
}

func (w *world) hazard(id string) model.Hazard {
	w.t.Helper()
	h, ok := w.env.Hazards.Find(id)
	if !ok {
		w.t.Fatal("there is no hazard " + id)
	}
	return h
}

func (w *world) move(ago time.Duration, h model.Hazard, step model.HazardStep, note string) model.Hazard {
	w.t.Helper()
	w.ago(ago, func() { w.do(model.MoveHazard{Hazard: h, Plan: w.plan, Step: step, Note: note}) })
	return w.hazard(h.ID)
}

// eventful is a world with something of everything.
func eventful(t testing.TB) *world {
	t.Helper()
	w := newWorld(t)
	w.find(3*day, "wanda-east", "fire", "灭火器压力不足", 5*day)
	late := w.find(5*day, "mall-west", "electrical", "配电箱门锁坏了，线头露在外面", 3*day)
	w.move(2*day, w.move(3*day, late, model.Urged, "打过电话"), model.Urged, "又打过电话")
	w.find(day, "wanda-east", "obstruction", "安全出口堆了纸箱", 0)
	w.find(4*day, "wanda-south", "gas", "软管老化", 30*day)
	gone := w.find(9*day, "wanda-south", "other", "井盖松动", 2*day)
	w.move(8*day, gone, model.RecheckPassed, "已换新井盖")
	return w
}

// open shows the page.
func (w *world) open(lang model.Lang, width, height int) {
	w.speak(lang)
	w.page = New(w.env)
	w.page.Resize(width, height)
	w.page.Refresh()
}

func (w *world) speak(lang model.Lang) { screentest.Speak(w.env, lang) }

// press presses keys in the topmost dialog, else on the page.
func (w *world) press(keys ...string) {
	w.t.Helper()
	for _, name := range keys {
		var top screen.Page = w.page
		if dialogs := w.env.Dialogs(); len(dialogs) > 0 {
			top = dialogs[len(dialogs)-1]
		}
		top.Update(screentest.Key(name))
		w.page.Refresh()
	}
}

func (w *world) send(msg tea.Msg) {
	w.page.Update(msg)
	w.page.Refresh()
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

// rows are the hazards of the table, by what they are.
func (w *world) rows() string {
	var what []string
	for _, h := range w.page.rows {
		what = append(what, h.What[:len("灭火")])
	}
	return strings.Join(what, " ")
}

func (w *world) shows(rows string) {
	w.t.Helper()
	if got := w.rows(); got != rows {
		w.t.Fatalf("the rows are %q, want %q:\n%s", got, rows, w.screen())
	}
}
