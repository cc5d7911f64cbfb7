package session_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"beatbook/ui/session"
)

func TestSplitCrew(t *testing.T) {
	for typed, want := range map[string][]string{
		"":              nil,
		"  ":            nil,
		"张三":            {"张三"},
		"张三 李四":         {"张三", "李四"},
		"张三　李四":         {"张三", "李四"},
		"张三、李四，王五":      {"张三", "李四", "王五"},
		"Ann Lee, Bo":   {"Ann Lee", "Bo"},
		" ,Ann Lee;;Bo": {"Ann Lee", "Bo"},
	} {
		if got := session.SplitCrew(typed); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
	crew := []string{"Ann Lee", "张三"}
	if got := session.SplitCrew(session.JoinCrew(crew)); !slices.Equal(got, crew) {
		t.Errorf("there and back: %q", got)
	}
}

func TestParseTime(t *testing.T) {
	zone, err := time.LoadLocation("Asia/Shanghai")
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 11, 25, 0, 30, 0, 0, zone)
	for typed, want := range map[string]string{
		"00:30":                "2026-11-25T00:30:00+08:00",
		"0:10":                 "2026-11-25T00:10:00+08:00",
		"00:31":                "2026-11-25T00:31:00+08:00",
		"12:30":                "2026-11-24T12:30:00+08:00",
		"12:29":                "2026-11-25T12:29:00+08:00",
		"23:50":                "2026-11-24T23:50:00+08:00",
		"２３：５０":                "2026-11-24T23:50:00+08:00",
		"2026-11-20T01:02:03Z": "2026-11-20T01:02:03Z",
	} {
		at, err := session.ParseTime(" "+typed+" ", now.UTC(), zone)
		if err != nil || at.Format(time.RFC3339) != want {
			t.Errorf("%q: %v %v, want %s", typed, at.Format(time.RFC3339), err, want)
		}
	}
	for _, typed := range []string{"", "25:99", "24:00", "12:60", "noon", "1200", "-1:00", "12:5", "12:00:00"} {
		var bad *session.TimeError
		if at, err := session.ParseTime(typed, now, zone); !errors.As(err, &bad) || bad.NotATime() != typed {
			t.Errorf("%q: %v %v", typed, at, err)
		}
	}
}
