package model_test

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"beatbook/model"
)

// manyOut is a night with shifts out, each with ten records, under plans as a site has them.
func manyOut(b *testing.B, shifts int) (*model.Night, time.Time) {
	plan := *beat()
	plan.Units = nil
	for i := range shifts {
		plan.Units = append(plan.Units, model.Unit{ID: fmt.Sprintf("u%04d", i), Kind: "volunteer"})
	}
	n := model.NewNight("2026-11-20")
	evening := n.Date.At(21*60, plan.Zone(), plan.NightTurnsAt)
	write := func(i, k int, kind model.Kind, body any) {
		text, err := json.Marshal(body)
		if err != nil {
			b.Fatal(err)
		}
		at := evening.Add(time.Duration(k)*10*time.Minute + time.Duration(i)*100*time.Millisecond)
		n.Apply(model.Record{
			ID: fmt.Sprintf("S%04d-%d", i, k), Device: fmt.Sprint("device", i%20), Seq: uint64(k*shifts + i + 1), At: at,
			Zone: plan.Timezone, Night: n.Date, Kind: kind, Body: text,
		})
	}
	for i := range shifts {
		unit := plan.Units[i].ID
		write(i, 0, model.ShiftStarted, model.ShiftStartedBody{
			Unit: unit, Crew: []string{"A", "B"}, Route: "beat", Mode: model.Foot, Plan: plan.Freeze(unit, "beat"),
		})
		for k := 1; k < 10; k++ {
			write(i, k, model.CheckedIn, model.CheckedInBody{Shift: fmt.Sprintf("S%04d-0", i), Checkpoint: places[k%3], Mode: model.Foot})
		}
	}
	return n, evening.Add(2 * time.Hour)
}

// BenchmarkBoard2000 is a desk with 2,000 shifts out: a second goes by; a record comes in; the board is drawn up for the
// first time.
func BenchmarkBoard2000(b *testing.B) {
	n, now := manyOut(b, 2000)
	nights := []*model.Night{n}
	var board model.Board
	board.Update(nights, now)
	b.Run("a second later", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			board.Update(nights, now.Add(time.Second))
		}
	})
	b.Run("after one record", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			r, err := model.Decide(n, model.Stamp{ID: fmt.Sprint("R", i), Device: "desk", At: now}, model.HearUnit{Shift: fmt.Sprintf("S%04d-0", i%2000)})
			if err != nil {
				b.Fatal(err)
			}
			n.Apply(r)
			board.Update(nights, now)
			b.StopTimer()
			n.Drop(r.ID)
			board.Update(nights, now)
			b.StartTimer()
		}
	})
	b.Run("from nothing", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			board = model.Board{}
			board.Update(nights, now)
		}
	})
}
