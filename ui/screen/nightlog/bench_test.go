package nightlog

import (
	"fmt"
	"testing"
	"time"

	"beatbook/model"
)

// busy is a world with a night of 2,000 records in 20 shifts.
func busy(b *testing.B) *world {
	b.Helper()
	const shifts, each = 20, 99
	w := newWorld(b)
	places := w.Plan.Checkpoints
	for i := range shifts {
		w.Plan.Units = append(w.Plan.Units, model.Unit{
			ID: fmt.Sprint("unit-", i), Callsign: model.Name{ZH: fmt.Sprint("巡逻", i, "组"), EN: fmt.Sprint("Unit ", i)},
			Kind: "police", UsualRoute: w.Plan.Routes[i%3].ID,
		})
	}
	start := w.At(tonight, "19:20")
	night := model.NewNight(tonight)
	for i := range shifts {
		unit := w.Plan.Units[len(w.Plan.Units)-shifts+i]
		w.Log.Writer = fmt.Sprint("DEVICE-", i)
		seq := uint64(0)
		do := func(at time.Time, intent model.Intent) model.Record {
			w.Clock.At = at
			seq++
			r, err := model.Decide(night, w.Log.Stamp(), intent)
			if err != nil {
				b.Fatal(err)
			}
			if r, err = r.Numbered(seq, ""); err != nil {
				b.Fatal(err)
			}
			w.Log.Records = append(w.Log.Records, r)
			return r
		}
		shift := do(start, model.StartShift{Plan: w.Plan, Unit: unit.ID, Crew: []string{"张三", "李四"}, Route: unit.UsualRoute, Mode: model.Foot})
		night = model.NewNight(tonight)
		night.Apply(shift)
		for n := range each {
			at := start.Add(time.Duration(n)*5*time.Minute + time.Duration(i)*time.Second)
			do(at, model.CheckIn{
				Shift: shift.ID, Checkpoint: places[n%len(places)].ID, Note: fmt.Sprint("摊位占道，已劝离第", n, "处，灭火器在位 ok"),
			})
		}
	}
	w.open(model.ZH, 140, 48)
	if len(w.Page.rows) != shifts*(each+1) {
		b.Fatal(len(w.Page.rows), "rows")
	}
	return w
}

func BenchmarkOpen(b *testing.B) {
	w := busy(b)
	for b.Loop() {
		w.Page = New(w.Env)
		w.Resize(140, 48)
	}
}

func BenchmarkRefresh(b *testing.B) {
	w := busy(b)
	for b.Loop() {
		w.Page.Refresh()
	}
}

func BenchmarkRefreshThatJudges(b *testing.B) {
	w := busy(b)
	for b.Loop() {
		w.Env.Now = w.Env.Now.Add(judgedFor)
		w.Page.Refresh()
	}
}

func BenchmarkRefreshAfterANewRecord(b *testing.B) {
	w := busy(b)
	at := w.Env.Now
	n := 0
	for b.Loop() {
		b.StopTimer()
		n++
		r := w.Log.Records[len(w.Log.Records)-1]
		r.ID, r.Seq, r.At = fmt.Sprint("NEW", n), r.Seq+uint64(n), at
		w.Env.Night.Apply(r)
		w.Env.Night.Shifts()
		b.StartTimer()
		w.Page.Refresh()
	}
}

func BenchmarkCursorDown(b *testing.B) {
	w := busy(b)
	w.Press("home")
	for b.Loop() {
		w.Press("j")
	}
}

func BenchmarkTypeALetter(b *testing.B) {
	w := busy(b)
	w.Press("/")
	for b.Loop() {
		w.Press("灭", "backspace")
	}
}

func BenchmarkReadEarlierNight(b *testing.B) {
	w := busy(b)
	w.Env.TakeIn(model.NewNight(tonight.AddDays(1)))
	w.Page.Refresh()
	for b.Loop() {
		cmd := w.Page.goNights(-1)
		w.Page.nightRead(cmd().(nightRead))
		w.Page.Refresh()
		w.Page.showTonight()
		w.Page.Refresh()
	}
}
