package app

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/data"
	"beatbook/model"
	"beatbook/ui/screen/screentest"
	"beatbook/ui/session"
	"beatbook/ui/theme"
)

// benchNow is when the benchmarks take place.
var benchNow = time.Date(2026, 11, 24, 22, 4, 0, 0, time.FixedZone("", 8*60*60))

// benchPlan is the sample with a route over its eight checkpoints in eight rounds, and twenty units.
func benchPlan(b *testing.B) *model.Plan {
	plan := screentest.Plan(b)
	route := model.Route{ID: "eight", Name: model.Name{ZH: "八个点位"}, Order: model.FixedOrder}
	for hour := range 8 {
		route.Rounds = append(route.Rounds, model.Clock((19+hour)%24*60))
	}
	for i, c := range plan.Checkpoints[:8] {
		route.Calls = append(route.Calls, model.RouteCall{Checkpoint: c.ID, After: model.Duration(time.Duration(7*i) * time.Minute)})
	}
	plan.Routes = append(plan.Routes, route)
	for i := range 20 {
		plan.Units = append(plan.Units, model.Unit{ID: fmt.Sprint("unit-", i), Callsign: model.Name{ZH: fmt.Sprint("第", i, "组")}, Kind: "volunteer"})
	}
	return plan
}

// store is what a night is written to.
type store interface {
	session.Log
	Merge(ctx context.Context, records []model.Record) (int, error)
}

// fillNight writes a night of 2,000 records: 98 visits of this device and the rest by twenty others.
func fillNight(b *testing.B, s store, plan *model.Plan) {
	b.Helper()
	must := func(_ any, err error) {
		if err != nil {
			b.Fatal(err)
		}
	}
	must(s.Append(context.Background(), decided(b, model.NewNight(""), s.Stamp(), model.AdoptPlan{Plan: *plan})))
	own := patrolOf(b, plan, s.Device(), "horn-1", 98)
	for _, r := range own {
		must(s.Append(context.Background(), r))
	}
	for i := range 20 {
		records := patrolOf(b, plan, fmt.Sprintf("01JDEVICE0000000000000%04d", i), fmt.Sprint("unit-", i), 94)
		for n := range records {
			numbered, err := records[n].Numbered(uint64(n+1), "")
			must(nil, err)
			records[n] = numbered
		}
		must(s.Merge(context.Background(), records))
	}
}

// patrolOf is a shift of a unit since 19:00 with a visit every two minutes.
func patrolOf(b *testing.B, plan *model.Plan, device, unit string, visits int) []model.Record {
	b.Helper()
	night := model.NewNight(tonight)
	stamp := model.Stamp{Device: device, At: benchNow.Add(-184 * time.Minute)}
	next := func(intent model.Intent, n int) model.Record {
		stamp.ID = fmt.Sprintf("01J%s%06d", device[len(device)-17:], n)
		stamp.At = stamp.At.Add(110 * time.Second)
		r := decided(b, night, stamp, intent)
		night.Apply(r)
		return r
	}
	records := []model.Record{next(model.StartShift{Plan: plan, Unit: unit, Route: "eight", Mode: model.Foot, Crew: []string{"张三", "李四"}}, 0)}
	for n := 1; n <= visits; n++ {
		note := ""
		if n%5 == 0 {
			note = "占道经营两处，已劝离"
		}
		records = append(records, next(model.CheckIn{Shift: records[0].ID, Checkpoint: plan.Checkpoints[n%8].ID, Note: note}, n))
	}
	return records
}

func decided(b *testing.B, night *model.Night, stamp model.Stamp, intent model.Intent) model.Record {
	b.Helper()
	r, err := model.Decide(night, stamp, intent)
	if err != nil {
		b.Fatal(err)
	}
	return r
}

func openBench(b *testing.B, folder string) *data.Store {
	b.Helper()
	s, err := data.Open(folder, data.Options{Now: func() time.Time { return benchNow }})
	if err != nil {
		b.Fatal(err)
	}
	return s
}

// benchApp is the screen over the store in a window of 120×40.
func benchApp(b *testing.B, log session.Log) *App {
	b.Helper()
	s, err := session.Load(b.Context(), log)
	if err != nil {
		b.Fatal(err)
	}
	a := New(b.Context(), Config{Session: s, Lang: model.ZH, Theme: theme.Day, Renderer: screentest.Renderer()})
	a.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	return a
}

// fullNight is the screen over a night of 2,000 records.
func fullNight(b *testing.B) *App {
	b.Helper()
	s := openBench(b, b.TempDir())
	b.Cleanup(func() { _ = s.Close() })
	fillNight(b, s, benchPlan(b))
	a := benchApp(b, s)
	if n := a.env.Night.Len(); a.env.Shift() == nil || n != 2000 {
		b.Fatalf("%d records, the shift is open: %v", n, a.env.Shift() != nil)
	}
	return a
}

func BenchmarkKeyToFrame(b *testing.B) {
	b.Run("move", func(b *testing.B) {
		a := fullNight(b)
		keys := []tea.Msg{keyOf("down"), keyOf("up")}
		for i := 0; b.Loop(); i++ {
			a.Update(keys[i%2])
			a.View()
		}
	})
	b.Run("record", func(b *testing.B) {
		a := fullNight(b)
		for b.Loop() {
			a.Update(keyOf("f"))
			a.View()
			b.StopTimer()
			records := a.env.Night.Story()
			a.env.Forget(records[len(records)-1])
			a.env.Outbox.TakeFailed()
			b.StartTimer()
		}
	})
}

// BenchmarkTyping is a key typed at the end of a note of two thousand characters.
func BenchmarkTyping(b *testing.B) {
	a := fullNight(b)
	a.Update(keyOf("n"))
	a.Update(keyOf(strings.Repeat("路灯坏了，已报值班室。", 180)))
	keys := []tea.Msg{keyOf("字"), keyOf("backspace")}
	for i := 0; b.Loop(); i++ {
		a.Update(keys[i%2])
		a.View()
	}
}

func BenchmarkTick(b *testing.B) {
	a := fullNight(b)
	for b.Loop() {
		a.Update(ticked{})
		a.View()
	}
}

// BenchmarkFirstFrame is from the closed folder of a night of 2,000 records to the first frame.
func BenchmarkFirstFrame(b *testing.B) {
	folder := b.TempDir()
	s := openBench(b, folder)
	fillNight(b, s, benchPlan(b))
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		s := openBench(b, folder)
		if benchApp(b, s).View() == "" {
			b.Fatal("no frame")
		}
		b.StopTimer()
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
}
