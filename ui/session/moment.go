package session

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"golang.org/x/text/width"

	"beatbook/model"
)

var moments = regexp.MustCompile(`^(?:(?:(\d{4})-)?(\d{1,2}-\d{1,2})[ T]+)?(\d{1,2}:\d{2})$`)

// ParseMoment reads when something was, however long ago: "HH:MM", "MM-DD HH:MM" or "YYYY-MM-DD HH:MM", in the zone, or RFC
// 3339. Without a date or a year the last such time that is not after now is meant. Full-width characters are taken too. The
// error is a *TimeError; a moment that is still to come is none.
func ParseMoment(s string, now time.Time, zone *time.Location) (time.Time, error) {
	typed := width.Narrow.String(strings.TrimSpace(s))
	if t, err := time.Parse(time.RFC3339, typed); err == nil {
		return t, nil
	}
	m := moments.FindStringSubmatch(typed)
	if m == nil {
		return time.Time{}, &TimeError{strings.TrimSpace(s)}
	}
	clock, err := model.ParseClock(m[3])
	if err != nil {
		return time.Time{}, &TimeError{strings.TrimSpace(s)}
	}
	for _, date := range datesMeant(m[1], m[2], now.In(zone)) {
		if at := date.At(clock, zone, 0); m[1] != "" || !at.After(now) {
			return at, nil
		}
	}
	return time.Time{}, &TimeError{strings.TrimSpace(s)}
}

// datesMeant are those that may be meant, the latest first; none where there is no such date.
func datesMeant(year, monthDay string, now time.Time) []model.Date {
	const leapYears = 8 // from one 29 February to the next there are at most so many
	if monthDay == "" {
		today := model.DateOf(now)
		return []model.Date{today, today.AddDays(-1)}
	}
	years := []string{year}
	if year == "" {
		years = nil
		for i := range leapYears + 1 {
			years = append(years, fmt.Sprintf("%04d", now.Year()-i))
		}
	}
	var dates []model.Date
	for _, y := range years {
		if day, err := time.Parse("2006-1-2", y+"-"+monthDay); err == nil {
			dates = append(dates, model.DateOf(day))
		}
	}
	return dates
}
