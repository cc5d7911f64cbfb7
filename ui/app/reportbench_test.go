package app

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/session"
)

// counted is a log that has added up its report long ago.
type counted struct {
	session.Log
	report *model.Report
}

func (c counted) Report(context.Context, model.Date, model.Date, model.ReportFilter, time.Time, func(int, int)) (*model.Report, error) {
	return c.report, nil
}

// yearReport is of 365 nights with sixty checkpoints, and some two thousand missed calls.
func yearReport(plan *model.Plan) *model.Report {
	r := model.NewReport(tonight.AddDays(-364), tonight, model.ReportFilter{})
	r.Plans = map[string]*model.Plan{}
	for n := range 365 {
		night := r.From.AddDays(n)
		var t model.Tally
		t.Total = model.Sums{Due: 480, Made: 470 - n%40, OnTime: 400, Missed: 6, Shifts: 20, PersonTime: model.Duration(time.Hour)}
		t.Routes, t.Units = map[string]model.Sums{"eight": t.Total}, map[string]model.Sums{}
		for _, u := range plan.Units {
			t.Units[u.ID] = model.Sums{Due: 24, Made: 23}
		}
		t.Checkpoints, t.Visits, t.Gaps = map[string]model.Sums{}, map[string]model.HalfHours{}, map[string]model.CheckpointGap{}
		for i, c := range plan.Checkpoints {
			var visits model.HalfHours
			for half := range 22 {
				visits[(38+half)%48] = (n + i + half) % 5
			}
			t.Checkpoints[c.ID], t.Visits[c.ID] = model.Sums{Due: 8, Made: 7}, visits
			t.Gaps[c.ID] = model.CheckpointGap{Checkpoint: c.ID, Night: night, Length: model.Duration(time.Duration(n+i) * time.Minute)}
		}
		for i := range 6 {
			t.Missed = append(t.Missed, model.MissedCall{Night: night, Unit: "unit-3", Route: "eight", Round: i, Checkpoint: plan.Checkpoints[i].ID})
		}
		r.Add(night, t)
	}
	return r
}

// drive runs a command and all that follows from it.
func drive(a *App, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			drive(a, c)
		}
	default:
		_, next := a.Update(msg)
		drive(a, next)
	}
}

// BenchmarkReportKey is a key on the report of a year, in a window that shows all of it.
func BenchmarkReportKey(b *testing.B) {
	plan := benchPlan(b)
	for i := len(plan.Checkpoints); i < 60; i++ {
		c := plan.Checkpoints[0]
		c.ID, c.Name = fmt.Sprint("place-", i), model.Name{ZH: fmt.Sprint("第", i, "号点位")}
		plan.Checkpoints = append(plan.Checkpoints, c)
	}
	s := openBench(b, b.TempDir())
	b.Cleanup(func() { _ = s.Close() })
	fillNight(b, s, plan)
	a := benchApp(b, s)
	a.env.Log = counted{s, yearReport(plan)}
	for _, key := range []string{"r", "w", "w", "w"} {
		_, cmd := a.Update(keyOf(key))
		drive(a, cmd)
	}
	if !strings.Contains(a.View(), "2025-11-25") {
		b.Fatal(a.View())
	}
	a.Update(keyOf("4"))
	keys := []tea.Msg{keyOf("down"), keyOf("up")}
	for i := 0; b.Loop(); i++ {
		a.Update(keys[i%2])
		a.View()
	}
}
