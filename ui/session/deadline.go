package session

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/width"

	"beatbook/model"
)

// DeadlineError is a text that is no deadline; empty where nothing was typed.
type DeadlineError struct{ Typed string }

func (e *DeadlineError) Error() string { return "not a deadline: " + e.Typed }

// NotADeadline is what was typed.
func (e *DeadlineError) NotADeadline() string { return e.Typed }

// closeOfBusiness is when a deadline without a time of day ends.
const closeOfBusiness = model.Clock(18 * 60)

var (
	spans = regexp.MustCompile(`^(\d{1,4}) ?(?:(d|天|日)|(h|小时|时))$`)
	dates = regexp.MustCompile(`^(?:(\d{4})-)?(\d{1,2}-\d{1,2})(?: +(\d{1,2}:\d{2}))?$`)
)

// ParseDeadline reads until when something is to be done: "3d" or "3天" from now, "24h", "MM-DD" or "YYYY-MM-DD", both also
// with "HH:MM" behind it. Without a time of day 18:00 is meant; a date without a year is the one nearest to now.
// Full-width characters are taken too. Times are those of the zone. The error is a *DeadlineError; a deadline that has
// passed is none.
func ParseDeadline(s string, now time.Time, zone *time.Location) (time.Time, error) {
	typed := strings.ToLower(width.Narrow.String(strings.TrimSpace(s)))
	now = now.In(zone)
	if m := spans.FindStringSubmatch(typed); m != nil {
		n, _ := strconv.Atoi(m[1]) // digits, and few of them
		if m[3] != "" {
			return now.Add(time.Duration(n) * time.Hour).Truncate(time.Minute), nil
		}
		return model.DateOf(now).AddDays(n).At(closeOfBusiness, zone, 0), nil
	}
	if m := dates.FindStringSubmatch(typed); m != nil {
		date, known := nearest(m[1], m[2], now)
		clock, err := closeOfBusiness, error(nil)
		if m[3] != "" {
			clock, err = model.ParseClock(m[3])
		}
		if known && err == nil {
			return date.At(clock, zone, 0), nil
		}
	}
	return time.Time{}, &DeadlineError{strings.TrimSpace(s)}
}

// nearest is the date of a month and day in the year, or without a year the one nearest to now; false where there is no
// such date.
func nearest(year, monthDay string, now time.Time) (model.Date, bool) {
	years := []string{year}
	if year == "" {
		years = nil
		for _, y := range []int{now.Year(), now.Year() + 1, now.Year() - 1} {
			years = append(years, strconv.Itoa(y))
		}
	}
	var best time.Time
	for _, y := range years {
		day, err := time.Parse("2006-1-2", y+"-"+monthDay)
		if err == nil && (best.IsZero() || day.Sub(now).Abs() < best.Sub(now).Abs()) {
			best = day
		}
	}
	return model.DateOf(best), !best.IsZero()
}
