package hazards

import (
	"strings"
	"testing"
	"time"

	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/screen/screentest"
)

// world is a page with hazards. It is 22:04.
type world struct {
	screentest.Driver[*Page]
	shift string
}

func newWorld(t testing.TB) *world {
	t.Helper()
	w := &world{Driver: screentest.NewDriver[*Page](t, "22:04")}
	w.Hold = true // nothing is written
	w.Env.Visit(screen.HazardList)
	start := model.StartShift{Plan: w.Plan, Unit: "horn-1", Crew: []string{"a", "b"}, Route: "night-market", Mode: model.Foot}
	w.shift = w.do(start).ID
	return w
}

func (w *world) do(intent model.Intent) model.Record {
	w.T.Helper()
	record, _, err := w.Env.Record(intent)
	if err != nil {
		w.T.Fatal(err)
	}
	return record
}

// ago is a moment before now.
func (w *world) ago(d time.Duration, act func()) {
	w.Clock.Pass(-d)
	act()
	w.Clock.Pass(d)
}

const day = 24 * time.Hour

// find is a hazard that was found so long ago and, where due is not zero, is to be fixed until so long after that.
func (w *world) find(ago time.Duration, checkpoint string, kind model.HazardKind, what string, due time.Duration) model.Hazard {
	w.T.Helper()
	var id string
	w.ago(ago, func() {
		found := model.FindHazard{Shift: w.shift, Checkpoint: checkpoint, Kind: kind, What: what, Severity: "serious"}
		if due != 0 {
			found.Order = &model.FixOrder{Owner: "物业公司", Deadline: w.Clock.At.Add(due), Interim: "派人看守"}
		}
		id = w.do(found).ID
	})
	return w.hazard(id)
}

func (w *world) hazard(id string) model.Hazard {
	w.T.Helper()
	h, ok := w.Env.Hazards.Find(id)
	if !ok {
		w.T.Fatal("there is no hazard " + id)
	}
	return h
}

func (w *world) move(ago time.Duration, h model.Hazard, step model.HazardStep, note string) model.Hazard {
	w.T.Helper()
	w.ago(ago, func() { w.do(model.MoveHazard{Hazard: h, Plan: w.Plan, Step: step, Note: note}) })
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
	w.Page = New(w.Env)
	w.Show(lang, width, height)
}

// rows are the hazards of the table, by what they are.
func (w *world) rows() string {
	var what []string
	for _, h := range w.Page.rows {
		what = append(what, h.What[:len("灭火")])
	}
	return strings.Join(what, " ")
}

func (w *world) shows(rows string) {
	w.T.Helper()
	if got := w.rows(); got != rows {
		w.T.Fatalf("the rows are %q, want %q:\n%s", got, rows, w.Screen())
	}
}
