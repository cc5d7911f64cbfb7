package cli

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"beatbook/data"
	"beatbook/model"
	"beatbook/ui/text"
)

func TestAReportIsStoppedBetweenNights(t *testing.T) {
	store, err := data.Open(t.TempDir(), data.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = store.Close() }()
	ctx, stop := context.WithCancel(context.Background())
	var errs strings.Builder
	p := &program{errs: &errs, text: text.For(model.EN)}
	nights := []model.Date{"2025-03-07", "2025-03-08"}
	report := model.NewReport(nights[0], nights[1], model.ReportFilter{})
	if err := p.addNights(ctx, store, nights, report, time.Time{}); err != nil || errs.Len() > 0 {
		t.Errorf("%v, %q", err, errs.String())
	}
	stop()
	err = p.addNights(ctx, store, nights, report, time.Time{})
	if !errors.Is(err, context.Canceled) || codeOf(err) != Refused {
		t.Errorf("%v, exit code %d", err, codeOf(err))
	}
}

func TestPercent(t *testing.T) {
	for _, c := range []struct {
		rate    float64
		defined bool
		want    string
	}{{0.9491, true, "94.9%"}, {1, true, "100.0%"}, {0, true, "0.0%"}, {0, false, "-"}} {
		if got := shown(c.rate, c.defined); got != c.want {
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
		page := &reportPage{now: c.now, end: c.end}
		if got := page.age(model.Hazard{Found: found, Closed: c.closed}); got != c.want {
			t.Errorf("closed %v, now %v, end %v: %d, want %d", c.closed, c.now, c.end, got, c.want)
		}
	}
}
