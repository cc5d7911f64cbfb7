package session_test

import (
	"errors"
	"testing"
	"time"

	"beatbook/ui/session"
)

func TestDeadlines(t *testing.T) {
	zone, err := time.LoadLocation("Asia/Shanghai")
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 11, 24, 22, 4, 31, 0, zone)
	for typed, want := range map[string]string{
		"3d":                "2026-11-27 18:00",
		" 3 D ":             "2026-11-27 18:00",
		"3天":                "2026-11-27 18:00",
		"３ 天":               "2026-11-27 18:00",
		"3日":                "2026-11-27 18:00",
		"0d":                "2026-11-24 18:00",
		"24h":               "2026-11-25 22:04",
		"24小时":              "2026-11-25 22:04",
		"2时":                "2026-11-25 00:04",
		"12-01":             "2026-12-01 18:00",
		"1-5":               "2027-01-05 18:00",
		"11-23":             "2026-11-23 18:00", // a slip, which the model refuses
		"１２－０１":             "2026-12-01 18:00",
		"2026-12-31":        "2026-12-31 18:00",
		"2028-02-29":        "2028-02-29 18:00",
		"12-01 09:30":       "2026-12-01 09:30",
		"12-01  9:30":       "2026-12-01 09:30",
		"2026-12-01 00:00":  "2026-12-01 00:00",
		"１２-０１　０９：３０":       "2026-12-01 09:30",
		"9999d":             "2054-04-10 18:00",
		"2020-01-01 08:00 ": "2020-01-01 08:00",
	} {
		got, err := session.ParseDeadline(typed, now.UTC(), zone)
		if err != nil || got.In(zone).Format("2006-01-02 15:04") != want {
			t.Errorf("%q is %v %v, want %s", typed, got, err, want)
		}
	}
	for _, typed := range []string{
		"", "3", "d", "-3d", "3w", "12345d", "02-29", "13-01", "00-10", "2026-02-30", "12-01 25:00", "12-01 9", "12-01T09:30", "18:00",
		"26-12-01", "明天", "3d 09:00", "12-01 09:30 x", "\x00",
	} {
		at, err := session.ParseDeadline(typed, now, zone)
		var bad *session.DeadlineError
		if !errors.As(err, &bad) || bad.NotADeadline() != typed || !at.IsZero() {
			t.Errorf("%q is %v %v", typed, at, err)
		}
	}
}

func TestADeadlineWithoutAYearIsTheNearestOne(t *testing.T) {
	for _, c := range []struct {
		now  time.Time
		want string
	}{
		{time.Date(2026, 12, 30, 2, 0, 0, 0, time.UTC), "2027-01-02"},
		{time.Date(2027, 1, 1, 2, 0, 0, 0, time.UTC), "2027-01-02"},
		{time.Date(2027, 6, 1, 2, 0, 0, 0, time.UTC), "2027-01-02"},
		{time.Date(2027, 8, 1, 2, 0, 0, 0, time.UTC), "2028-01-02"},
	} {
		got, err := session.ParseDeadline("01-02", c.now, time.UTC)
		if err != nil || got.Format(time.DateOnly) != c.want {
			t.Errorf("on %v it is %v %v, want %s", c.now, got, err, c.want)
		}
	}
}
