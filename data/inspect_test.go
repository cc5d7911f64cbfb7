package data

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"beatbook/model"
)

func TestTheInspectionGivesWayToReports(t *testing.T) {
	for name, end := range map[string]func(s *Store, stop func()){
		"the report": func(s *Store, _ func()) { s.reports.Add(-1) },
		"the store":  func(_ *Store, stop func()) { stop() },
	} {
		synctest.Test(t, func(t *testing.T) {
			var s Store
			s.reports.Add(1)
			ctx, stop := context.WithCancel(t.Context())
			defer stop()
			goesOn := false
			go func() {
				s.giveWay(ctx, time.Millisecond)
				goesOn = true
			}()
			time.Sleep(time.Hour)
			if synctest.Wait(); goesOn {
				t.Error("the inspection goes on beside the report")
			}
			end(&s, stop)
			time.Sleep(time.Second)
			if synctest.Wait(); !goesOn {
				t.Errorf("the inspection does not go on after %s has ended", name)
			}
			s.reports.Store(0)
		})
	}
}

func TestAReportIsKnownWhileItIsCounted(t *testing.T) {
	s, plan := openStore(t, t.TempDir(), Options{}), samplePlan(t)
	merge(t, s, patrolled(t, plan, "pad", 1, firstNight, "horn-1", 5))
	_, err := s.Report(context.Background(), firstNight, firstNight, model.ReportFilter{}, longAfter, func(int, int) {
		if n := s.reports.Load(); n != 1 {
			t.Errorf("%d reports while one is counted", n)
		}
	})
	must(t, err)
	if n := s.reports.Load(); n != 0 {
		t.Errorf("%d reports after it was counted", n)
	}
}
