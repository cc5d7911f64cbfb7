package data

import (
	"context"
	"errors"
	"testing"

	"pgregory.net/rapid"

	"beatbook/model"
)

// The tallies of the nights are those of the nights themselves, and add up to the report.
func TestTheNightsAddUpToTheReport(t *testing.T) {
	plan := samplePlan(t)
	rapid.Check(t, func(rt *rapid.T) {
		s, err := Open(t.TempDir(), Options{Now: testClock()})
		must(t, err)
		defer func() { must(t, s.Close()) }()
		seq := uint64(1)
		for range rapid.IntRange(0, 8).Draw(rt, "shifts") {
			night := firstNight.AddDays(rapid.IntRange(0, 4).Draw(rt, "night"))
			unit := rapid.SampledFrom(plan.Units).Draw(rt, "unit").ID
			records := patrolled(t, plan, "pad", seq, night, unit, rapid.IntRange(0, 8).Draw(rt, "visits"))
			merge(t, s, records)
			seq += uint64(len(records))
		}
		from := firstNight.AddDays(rapid.IntRange(-1, 2).Draw(rt, "from"))
		to := from.AddDays(rapid.IntRange(0, 5).Draw(rt, "nights"))
		for range 2 { // the second time from what was kept
			r, tallies, err := s.ReportByNight(context.Background(), from, to, model.ReportFilter{}, longAfter, quiet)
			must(t, err)
			sum := model.NewReport(from, to, model.ReportFilter{})
			for i, night := range tallies {
				if night.Night < from || night.Night > to || i > 0 && night.Night <= tallies[i-1].Night {
					rt.Fatalf("the nights are %v", tallies)
				}
				sum.Add(night.Night, night.Tally)
			}
			sameReport(t, r, sum)
			whole, err := s.Report(context.Background(), from, to, model.ReportFilter{}, longAfter, quiet)
			must(t, err)
			sameReport(t, whole, sum)
		}
	})
}

func TestNightsThatAreGivenUp(t *testing.T) {
	s, plan := openStore(t, t.TempDir(), Options{}), samplePlan(t)
	merge(t, s, patrolled(t, plan, "pad", 1, firstNight, "horn-1", 5))
	ctx, stop := context.WithCancel(context.Background())
	stop()
	r, tallies, err := s.ReportByNight(ctx, firstNight, firstNight, model.ReportFilter{}, longAfter, quiet)
	if !errors.Is(err, context.Canceled) || r != nil || tallies != nil {
		t.Errorf("%v, %v, %v", r, tallies, err)
	}
}

// BenchmarkReportByNight adds up 90 nights of 2,000 records from what was kept of them, as each look at the history does.
func BenchmarkReportByNight(b *testing.B) {
	const nights, shifts, visits = 90, 10, 198
	s, plan, seq := openStore(b, b.TempDir(), Options{}), samplePlan(b), uint64(1)
	for n := range nights {
		for shift := range shifts {
			records := patrolled(b, plan, "device", seq, firstNight.AddDays(n), plan.Units[shift%len(plan.Units)].ID, visits)
			merge(b, s, records)
			seq += uint64(len(records))
		}
	}
	last := firstNight.AddDays(nights - 1)
	ask := func() {
		_, tallies, err := s.ReportByNight(context.Background(), firstNight, last, model.ReportFilter{}, longAfter, quiet)
		if err != nil || len(tallies) != nights || tallies[0].Checkpoints["wanda-east"].Due == 0 {
			b.Fatal(len(tallies), err)
		}
	}
	ask()
	for b.Loop() {
		ask()
	}
}
