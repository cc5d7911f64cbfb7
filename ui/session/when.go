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

// backTime is how far back a time without a date may lie. What is further back is a slip: at 22:04 nobody means 22:14 of
// yesterday.
const backTime = 12 * time.Hour

// ParseTime reads when something happened: "HH:MM" is such a time of the last twelve hours, or else the coming one, which
// the model refuses; RFC 3339 is a moment. Full-width digits and colons are taken too. The error is a *TimeError.
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
	if at := today.AddDays(-1).At(clock, zone, 0); now.Sub(at) <= backTime {
		return at, nil
	}
	return today.At(clock, zone, 0), nil
}
