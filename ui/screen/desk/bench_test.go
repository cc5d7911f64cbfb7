package desk

import (
	"context"
	"fmt"
	"testing"
	"time"

	"beatbook/model"
	"beatbook/ui/screen/screentest"
)

const (
	outAtOnce = 2000
	eachSigns = 5 // check-ins of each shift
)

// crowded is a world with 2,000 shifts out, each with some records.
func crowded(b *testing.B) *world {
	b.Helper()
	w := newWorld(b)
	w.do(model.SignOn{Plan: w.Plan, Operator: "王芳"})
	for i := range outAtOnce {
		w.Plan.Units = append(w.Plan.Units, model.Unit{
			ID: fmt.Sprint("unit-", i), Callsign: model.Name{ZH: fmt.Sprint("巡逻", i, "组"), EN: fmt.Sprint("Unit ", i)}, Kind: "police",
		})
	}
	night := model.NewNight(screentest.Tonight)
	var starts []model.Record
	do := func(seq uint64, intent model.Intent) model.Record {
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
	for i := range outAtOnce {
		w.Log.Writer = fmt.Sprint("DEVICE-", i)
		w.Clock.Pass(time.Second / 4)
		route := w.Plan.Routes[i%2].ID
		starts = append(starts, do(1, model.StartShift{Plan: w.Plan, Unit: fmt.Sprint("unit-", i), Crew: []string{"张三", "李四"}, Route: route, Mode: model.Foot}))
	}
	for _, r := range starts {
		night.Apply(r)
	}
	places := w.Plan.Routes[0].Calls
	for n := range eachSigns {
		w.Clock.Pass(8 * time.Minute)
		for i := range outAtOnce {
			w.Log.Writer = fmt.Sprint("DEVICE-", i)
			do(uint64(n+2), model.CheckIn{Shift: starts[i].ID, Checkpoint: places[n%len(places)].Checkpoint, Note: "一切正常"})
		}
	}
	w.Log.Writer = "DEVICE-MINE"
	for _, r := range w.Log.Records {
		w.Env.Night.Apply(r)
	}
	w.Env.Now = w.Clock.At
	w.Env.Judge()
	w.open(model.ZH, 200, 58)
	if len(w.Page.rows) != outAtOnce {
		b.Fatal(len(w.Page.rows), "rows")
	}
	return w
}

// frame does what the root model does around a key.
func (w *world) frame(keys ...string) {
	for _, name := range keys {
		w.Page.Update(screentest.Key(name))
		w.Env.Judge()
		w.Page.Refresh()
		w.Page.Bell()
	}
}

func BenchmarkKey(b *testing.B) {
	w := crowded(b)
	for b.Loop() {
		w.frame("down")
	}
}

func BenchmarkTypeALetterOfTheFilter(b *testing.B) {
	w := crowded(b)
	w.Press("/")
	for b.Loop() {
		w.frame("3", "backspace")
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N)/2, "ms/letter")
}

func BenchmarkFirstLetterOfTheFilter(b *testing.B) {
	w := crowded(b)
	w.Press("/")
	for b.Loop() {
		w.Page.filter.folded = nil
		w.frame("3")
		b.StopTimer()
		w.Press("backspace")
		b.StartTimer()
	}
}

func BenchmarkTick(b *testing.B) {
	w := crowded(b)
	for b.Loop() {
		w.pass(time.Millisecond)
		w.Page.Bell()
	}
}

func BenchmarkMinute(b *testing.B) {
	w := crowded(b)
	for b.Loop() {
		w.pass(time.Minute)
		w.Page.Bell()
	}
}

func BenchmarkRecordThatArrives(b *testing.B) {
	w := crowded(b)
	r := w.Log.Records[len(w.Log.Records)-1]
	for n := uint64(1); b.Loop(); n++ {
		r.ID, r.Seq = fmt.Sprint("NEW", n), r.Seq+1
		if err := w.Env.Settle(r); err != nil {
			b.Fatal(err)
		}
		w.Env.Judge()
		w.Page.Refresh()
		w.Page.Bell()
	}
}

func BenchmarkTypeALetterOfAReport(b *testing.B) {
	w := crowded(b)
	w.Press(":", "巡逻1777组 2 f 一切正")
	for b.Loop() {
		w.frame("常", "backspace")
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N)/2, "ms/letter")
}

func BenchmarkCompleteAReport(b *testing.B) {
	w := crowded(b)
	w.Press(":", "巡逻17")
	for b.Loop() {
		w.Page.line.forget()
		w.Page.line.field.Set("巡逻17")
		w.frame("tab")
	}
}

func BenchmarkRecordAReport(b *testing.B) {
	w := crowded(b)
	for b.Loop() {
		w.Press(":", "巡逻1777组 2 f 一切正常")
		w.frame("enter")
		b.StopTimer()
		for _, r := range w.Env.Outbox.Waiting() {
			if _, err := w.Log.Append(context.Background(), r); err != nil {
				b.Fatal(err)
			}
		}
		b.StartTimer()
	}
}
