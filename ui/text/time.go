package text

import (
	"fmt"
	"time"

	"beatbook/model"
)

// Time are the forms of times and time spans.
type Time struct {
	Seconds    string // seconds
	Minutes    string // minutes
	Hours      string // hours, minutes
	WholeHours string // hours
	Days       string // days, hours
	Night      string // date of the night
}

var zhTime = Time{
	Seconds:    "%d 秒",
	Minutes:    "%d 分",
	Hours:      "%d 时 %02d 分",
	WholeHours: "%d 小时",
	Days:       "%d 天 %d 时",
	Night:      "%s 夜",
}

var enTime = Time{
	Seconds:    "%d s",
	Minutes:    "%d min",
	Hours:      "%d h %02d",
	WholeHours: "%d h",
	Days:       "%d d %d h",
	Night:      "Night of %s",
}

// Duration says a time span without its sign in short words, whole units rounded down: 40 s, 6 min, 1 h 05, 2 d 3 h.
func (s *Strings) Duration(d time.Duration) string {
	seconds := int(d.Abs() / time.Second)
	minutes := seconds / 60
	hours := minutes / 60
	switch {
	case minutes == 0:
		return fmt.Sprintf(s.Time.Seconds, seconds)
	case hours == 0:
		return fmt.Sprintf(s.Time.Minutes, minutes)
	case hours < 24 && minutes%60 == 0:
		return fmt.Sprintf(s.Time.WholeHours, hours)
	case hours < 24:
		return fmt.Sprintf(s.Time.Hours, hours, minutes%60)
	}
	return fmt.Sprintf(s.Time.Days, hours/24, hours%24)
}

// Night is the title of a night.
func (s *Strings) Night(date model.Date) string { return fmt.Sprintf(s.Time.Night, date) }

// ZoneOf is the zone of a record, UTC where this machine does not know it.
func ZoneOf(r model.Record) *time.Location {
	zone, err := time.LoadLocation(r.Zone)
	if err != nil {
		return time.UTC
	}
	return zone
}
