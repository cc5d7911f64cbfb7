package data

import (
	"context"
	"fmt"
	"testing"

	"beatbook/model"
)

func TestPlansAreListedTheNewestFirst(t *testing.T) {
	s := openStore(t, t.TempDir(), Options{Now: testClock()})
	if plans, err := s.Plans(9); err != nil || len(plans) != 0 {
		t.Fatalf("%v %v", plans, err)
	}
	var ids []string
	for i := range 4 {
		night := firstNight.AddDays(-30 * i) // the order is that of the clock, not of the nights
		plan := checkIn(s.Stamp(), night, "p1", "")
		plan.Kind, plan.Body = model.PlanAdopted, fmt.Appendf(nil, `{"plan":{"version":%d}}`, i)
		shift := checkIn(s.Stamp(), night, "p1", "")
		shift.Kind = model.ShiftStarted
		_, err := s.Append(context.Background(), plan, shift)
		must(t, err)
		ids = append([]string{plan.ID}, ids...)
	}
	for limit, want := range map[int][]string{9: ids, 4: ids, 3: ids[:3], 1: ids[:1], 0: nil} {
		plans, err := s.Plans(limit)
		must(t, err)
		var got []string
		for _, r := range plans {
			got = append(got, r.ID)
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%d: %v in place of %v", limit, got, want)
		}
	}
}
