package session

import (
	"strings"
	"time"

	"golang.org/x/text/width"

	"beatbook/model"
)

// TimeError is a text that is no time.
type TimeError struct{ Typed string }

func (e *TimeError) Error() string { return "not a time: " + e.Typed }

// NotATime is what was typed.
func (e *TimeError) NotATime() string { return e.Typed }

// ParseTime reads when something happened: "HH:MM" is the latest such time in the zone that is not after now, RFC 3339 a
// moment. Full-width digits and colons are taken too. The error is a *TimeError.
func ParseTime(s string, now time.Time, zone *time.Location) (time.Time, error) {
	s = width.Narrow.String(strings.TrimSpace(s))
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t, nil
	}
	clock, err := model.ParseClock(s)
	if err != nil {
		return time.Time{}, &TimeError{s}
	}
	today := model.DateOf(now.In(zone))
	if at := today.At(clock, zone, 0); !at.After(now) {
		return at, nil
	}
	return today.AddDays(-1).At(clock, zone, 0), nil
}
