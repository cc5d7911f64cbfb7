package session_test

import (
	"errors"
	"testing"
	"time"

	"beatbook/ui/session"
)

func TestParseMoment(t *testing.T) {
	zone := time.FixedZone("", 8*60*60)
	now := time.Date(2026, 3, 4, 22, 4, 0, 0, zone)
	for typed, want := range map[string]string{
		"22:04":                "2026-03-04 22:04",
		"22:05":                "2026-03-03 22:05", // not yet today
		" 3:12 ":               "2026-03-04 03:12",
		"０３：１２":                "2026-03-04 03:12",
		"03-01 03:12":          "2026-03-01 03:12",
		"3-1  3:12":            "2026-03-01 03:12",
		"11-20 03:12":          "2025-11-20 03:12", // not yet this year
		"02-29 12:00":          "2024-02-29 12:00",
		"2026-02-20 03:12":     "2026-02-20 03:12",
		"2026-02-20T03:12":     "2026-02-20 03:12",
		"2027-01-01 00:00":     "2027-01-01 00:00", // still to come
		"2026-03-04T13:00:00Z": "2026-03-04 21:00",
	} {
		got, err := session.ParseMoment(typed, now, zone)
		if err != nil || got.In(zone).Format("2006-01-02 15:04") != want {
			t.Errorf("%q is %v, %v, want %s", typed, got, err, want)
		}
	}
	for _, typed := range []string{"", "late", "25:00", "3:1", "03-32 03:12", "02-30 03:12", "2026-02-29 03:12", "2026-03-01", "03-01"} {
		_, err := session.ParseMoment(typed, now, zone)
		if bad := (*session.TimeError)(nil); !errors.As(err, &bad) || bad.NotATime() != typed {
			t.Errorf("%q: %v", typed, err)
		}
	}
}
