package cli

import (
	"slices"
	"time"

	"github.com/spf13/cobra"

	"beatbook/model"
	"beatbook/ui/session"
)

// moment reads when something happened.
func (p *program) moment(cmd *cobra.Command, word string, now time.Time, zone *time.Location) (time.Time, error) {
	at, err := session.ParseTime(word, now, zone)
	if err != nil {
		return at, p.usage(cmd, p.text.Command.NoSuchTime, word)
	}
	return at, nil
}

var (
	tonightWords   = []string{"today", "tonight", "今夜", "今晚", "今天"}
	yesterdayWords = []string{"yesterday", "昨夜", "昨晚", "昨天"}
)

// date reads a night: YYYY-MM-DD or a word for tonight or the night before. No word at all means the night in hand, which
// is that of the open shift even after the next one has begun.
func (p *program) date(cmd *cobra.Command, s *session.Session, word string) (model.Date, error) {
	if word == "" {
		return s.Night.Date, nil
	}
	return p.nightOf(cmd, word, func() (model.Date, error) { return s.Plan.Night(s.Log.Stamp().At), nil })
}

// nightOf reads a night as date does; tonight is asked for only where the word is relative to it.
func (p *program) nightOf(cmd *cobra.Command, word string, tonight func() (model.Date, error)) (model.Date, error) {
	switch {
	case slices.Contains(tonightWords, word):
		return tonight()
	case slices.Contains(yesterdayWords, word):
		date, err := tonight()
		return date.AddDays(-1), err
	}
	date, err := model.ParseDate(word)
	if err != nil {
		return "", p.usage(cmd, p.text.Errors.BadDate, word)
	}
	return date, nil
}

// clockIn is the time of day with seconds.
func clockIn(t time.Time, zone *time.Location) string { return t.In(zone).Format(time.TimeOnly) }

// minuteIn is the time of day without seconds, empty for no time.
func minuteIn(t time.Time, zone *time.Location) string {
	if t.IsZero() {
		return ""
	}
	return t.In(zone).Format("15:04")
}

// stampIn is RFC 3339 in the zone, empty for no time.
func stampIn(t time.Time, zone *time.Location) string {
	if t.IsZero() {
		return ""
	}
	return t.In(zone).Format(time.RFC3339)
}
