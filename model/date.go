package model

import (
	"fmt"
	"time"
)

// Clock is a time of day in minutes after midnight, 0 to 1439.
type Clock int

// ParseClock reads "HH:MM", 00:00 to 23:59; one digit of the hour is enough.
func ParseClock(s string) (Clock, error) {
	t, err := time.Parse("15:4", s)
	if err != nil || len(s) < 4 || s[len(s)-3] != ':' {
		return 0, fmt.Errorf("not a time of day HH:MM: %q", s)
	}
	return Clock(t.Hour()*60 + t.Minute()), nil
}

func (c Clock) String() string { return fmt.Sprintf("%02d:%02d", int(c)/60, int(c)%60) }

// MarshalText writes HH:MM.
func (c Clock) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads HH:MM.
func (c *Clock) UnmarshalText(b []byte) (err error) {
	*c, err = ParseClock(string(b))
	return err
}

// Date names a night by the date on which it began, YYYY-MM-DD. Dates sort as text.
type Date string

// ParseDate reads YYYY-MM-DD.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return "", fmt.Errorf("not a date YYYY-MM-DD: %q", s)
	}
	return DateOf(t), nil
}

// DateOf is the calendar date of t in its own zone.
func DateOf(t time.Time) Date { return Date(t.Format(time.DateOnly)) }

// AddDays moves by n calendar days.
func (d Date) AddDays(n int) Date {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return d
	}
	return DateOf(t.AddDate(0, 0, n))
}

// NightOf is the night to which the moment belongs where nights turn at the given time of day (noon by default).
func NightOf(t time.Time, zone *time.Location, turn Clock) Date {
	local := t.In(zone)
	d := DateOf(local)
	if local.Hour()*60+local.Minute() < int(turn) {
		return d.AddDays(-1)
	}
	return d
}

// At is the moment at which the clock on the wall shows c within the night d: on the date of the night itself from the
// turn on, on the next date before it. A time that is skipped when clocks go forward is as much later as they jumped
// (02:30 becomes 03:30); of a time that comes twice the first is meant.
func (d Date) At(c Clock, zone *time.Location, turn Clock) time.Time {
	if c < turn {
		d = d.AddDays(1)
	}
	day, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return time.Time{}
	}
	y, m, dd := day.Date()
	wall := func(offset int) time.Time {
		return time.Date(y, m, dd, 0, int(c), 0, 0, time.UTC).Add(-time.Duration(offset) * time.Second)
	}
	_, before := time.Date(y, m, dd, 0, int(c)-26*60, 0, 0, zone).Zone()
	_, after := time.Date(y, m, dd, 0, int(c)+26*60, 0, 0, zone).Zone()
	// With the offset from before the change the first of two is met, and a skipped time lands behind the gap.
	t := wall(before).In(zone)
	if _, o := t.Zone(); o == before {
		return t
	}
	if u := wall(after).In(zone); u.Hour()*60+u.Minute() == int(c) {
		return u
	}
	return t
}
