package report

import (
	"testing"
	"time"

	"beatbook/model"
)

func TestRate(t *testing.T) {
	for _, c := range []struct {
		rate    float64
		defined bool
		want    string
	}{{0.9491, true, "94.9%"}, {1, true, "100.0%"}, {0, true, "0.0%"}, {0, false, "-"}} {
		if got := rate(c.rate, c.defined).Text; got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// The age of a hazard stands still once it is closed and does not run past the span of the report.
func TestAgeOfAHazard(t *testing.T) {
	found := time.Date(2025, 3, 1, 22, 0, 0, 0, time.UTC)
	days := func(n int) time.Time { return found.AddDate(0, 0, n) }
	for _, c := range []struct {
		closed, now, end time.Time
		want             int
	}{
		{time.Time{}, days(3), days(9), 3},
		{time.Time{}, days(9).Add(-time.Second), days(10), 8},
		{time.Time{}, days(300), days(5), 5},
		{days(2), days(300), days(5), 2},
		{days(7), days(300), days(5), 5},
		{time.Time{}, days(-1), days(5), 0},
	} {
		page := &Paper{now: c.now, end: c.end}
		if got := page.age(model.Hazard{Found: found, Closed: c.closed}); got != c.want {
			t.Errorf("closed %v, now %v, end %v: %d, want %d", c.closed, c.now, c.end, got, c.want)
		}
	}
}
