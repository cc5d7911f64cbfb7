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
	places := w.plan.Checkpoints
	for i := range shifts {
		w.plan.Units = append(w.plan.Units, model.Unit{
			ID: fmt.Sprint("unit-", i), Callsign: model.Name{ZH: fmt.Sprint("巡逻", i, "组"), EN: fmt.Sprint("Unit ", i)},
			Kind: "police", UsualRoute: w.plan.Routes[i%3].ID,
		})
	}
	start := tonight.At(19*60+20, w.plan.Zone(), w.plan.NightTurnsAt)
	night := model.NewNight(tonight)
	for i := range shifts {
		unit := w.plan.Units[len(w.plan.Units)-shifts+i]
		w.log.Writer = fmt.Sprint("DEVICE-", i)
		seq := uint64(0)
		do := func(at time.Time, intent model.Intent) model.Record {
			w.clock.At = at
			seq++
			r, err := model.Decide(night, w.log.Stamp(), intent)
			if err != nil {
				b.Fatal(err)
			}
			if r, err = r.Numbered(seq, ""); err != nil {
				b.Fatal(err)
			}
			w.log.Records = append(w.log.Records, r)
			return r
		}
		shift := do(start, model.StartShift{Plan: w.plan, Unit: unit.ID, Crew: []string{"张三", "李四"}, Route: unit.UsualRoute, Mode: model.Foot})
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
	if len(w.page.rows) != shifts*(each+1) {
		b.Fatal(len(w.page.rows), "rows")
	}
	return w
}

func BenchmarkOpen(b *testing.B) {
	w := busy(b)
	for b.Loop() {
		w.page = New(w.env)
		w.page.Resize(140, 48)
		w.page.Refresh()
	}
}

func BenchmarkRefresh(b *testing.B) {
	w := busy(b)
	for b.Loop() {
		w.page.Refresh()
	}
}

func BenchmarkRefreshThatJudges(b *testing.B) {
	w := busy(b)
	for b.Loop() {
		w.env.Now = w.env.Now.Add(judgedFor)
		w.page.Refresh()
	}
}

func BenchmarkRefreshAfterANewRecord(b *testing.B) {
	w := busy(b)
	at := w.env.Now
	n := 0
	for b.Loop() {
		b.StopTimer()
		n++
		r := w.log.Records[len(w.log.Records)-1]
		r.ID, r.Seq, r.At = fmt.Sprint("NEW", n), r.Seq+uint64(n), at
		w.env.Night.Apply(r)
		w.env.Night.Shifts()
		b.StartTimer()
		w.page.Refresh()
	}
}

func BenchmarkCursorDown(b *testing.B) {
	w := busy(b)
	w.press("home")
	for b.Loop() {
		w.press("j")
	}
}

func BenchmarkTypeALetter(b *testing.B) {
	w := busy(b)
	w.press("/")
	for b.Loop() {
		w.press("灭", "backspace")
	}
}

func BenchmarkReadEarlierNight(b *testing.B) {
	w := busy(b)
	w.env.TakeIn(model.NewNight(tonight.AddDays(1)))
	w.page.Refresh()
	for b.Loop() {
		cmd := w.page.goNights(-1)
		w.page.nightRead(cmd().(nightRead))
		w.page.Refresh()
		w.page.showTonight()
		w.page.Refresh()
	}
}
