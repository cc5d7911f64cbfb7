package model

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
)

// AlertKind is what an alert is about.
type AlertKind string

// The kinds of alert, the gravest first.
const (
	OutOfContact AlertKind = "out-of-contact" // nothing was heard of the unit for longer than its route allows
	CallMissed   AlertKind = "call-missed"
	CallOverdue  AlertKind = "call-overdue" // past its on-time band
	ClockOff     AlertKind = "clock-in-doubt"
)

// AlertKinds are all of them.
var AlertKinds = []AlertKind{OutOfContact, CallMissed, CallOverdue, ClockOff}

// MaxContactLevel is the level of a unit that has not been heard of for three times as long as its route allows.
const MaxContactLevel = 3

// Alert is something that an operator has to see. It stays until one has acknowledged it, also where it has passed.
type Alert struct {
	Kind       AlertKind
	Shift      *Shift
	Checkpoint string // of a call
	Round      int    // of a call, from 1; 0 in an interval plan
	Level      int    // out of contact for so many times what the route allows, 1 to MaxContactLevel; else 1
	Since      time.Time
	Passed     time.Time // zero: it stands
	Key        string    // what an acknowledgement names: it changes when the alert gets graver
}

// AcknowledgeAlerts says that an operator has seen alerts of a shift.
type AcknowledgeAlerts struct {
	Shift    *Shift
	Alerts   []string // keys
	Operator string
}

// AlertsAcknowledgedBody says: an operator has seen the alerts.
type AlertsAcknowledgedBody struct {
	Shift    string   `json:"shift"`
	Alerts   []string `json:"alerts"`
	Operator string   `json:"operator"`
}

func (i AcknowledgeAlerts) decide(_ *Night, _ Stamp) (decision, error) {
	switch {
	case strings.TrimSpace(i.Operator) == "":
		return decision{}, refuse(OperatorNeeded, "")
	case len(i.Alerts) == 0:
		return decision{}, refuse(NothingChanged, i.Shift.ID)
	}
	return i.Shift.decision(AlertsAcknowledged, AlertsAcknowledgedBody{i.Shift.ID, i.Alerts, i.Operator}), nil
}

// Contact is the time since a unit was last heard of: any record of its shift counts, from its laptop or written down for
// it.
type Contact struct {
	Last  time.Time
	Limit time.Duration // of the route
}

// Level is 0 while the unit is in contact, and then how many times over its limit has passed, at most MaxContactLevel.
func (c Contact) Level(now time.Time) int {
	return min(int(max(now.Sub(c.Last), 0)/c.Limit), MaxContactLevel)
}

// Alerts are those of the shift that nobody has acknowledged, as they stand at the moment of the judgement: standing ones
// before passed ones, then the gravest first, then by when they began. When a shift ends, what stood has passed with it.
func (j ShiftJudgement) Alerts(now time.Time) []Alert {
	alerts := slices.Concat(j.contactAlerts(now), j.callAlerts(now), j.clockAlerts())
	alerts = slices.DeleteFunc(alerts, func(a Alert) bool { return j.Shift.Acknowledged[a.Key] })
	for i := range alerts {
		if a := &alerts[i]; a.Passed.IsZero() && !j.Shift.Open() {
			a.Passed = j.Shift.Ended
		}
	}
	SortAlerts(alerts)
	return alerts
}

// SortAlerts sorts alerts of any shifts in the order of ShiftJudgement.Alerts.
func SortAlerts(alerts []Alert) {
	standing := func(a Alert) int {
		if a.Passed.IsZero() {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(alerts, func(a, b Alert) int {
		return cmp.Or(
			cmp.Compare(standing(a), standing(b)), cmp.Compare(b.Level, a.Level),
			cmp.Compare(slices.Index(AlertKinds, a.Kind), slices.Index(AlertKinds, b.Kind)),
			a.Since.Compare(b.Since), cmp.Compare(a.Key, b.Key))
	})
}

// contactAlerts are the times between two signs of the unit, or up to its end or now, that were too long.
func (j ShiftJudgement) contactAlerts(now time.Time) []Alert {
	s := j.Shift
	end := now
	if !s.Open() {
		end = minTime(s.Ended, now)
	}
	var alerts []Alert
	for i, last := range s.Heard {
		next, passed := end, false
		if i+1 < len(s.Heard) && !s.Heard[i+1].After(end) {
			next, passed = s.Heard[i+1], true
		}
		level := Contact{last, s.Route.ContactLimit()}.Level(next)
		if level == 0 {
			continue
		}
		a := Alert{
			Kind: OutOfContact, Shift: s, Level: level, Since: last,
			Key: fmt.Sprintf("%s/%d/%d", OutOfContact, last.UnixMilli(), level),
		}
		if passed {
			a.Passed = next
		}
		alerts = append(alerts, a)
	}
	return alerts
}

// callAlerts are the calls that are overdue or missed. One that was made late was overdue until that was known.
func (j ShiftJudgement) callAlerts(now time.Time) []Alert {
	var alerts []Alert
	for _, c := range j.Calls {
		if c.Gap != nil {
			alerts = append(alerts, j.gapAlerts(c)...)
			continue
		}
		a := Alert{Kind: CallOverdue, Shift: j.Shift, Checkpoint: c.Checkpoint, Round: c.Round, Level: 1, Since: c.OnTime.To}
		switch {
		case c.State == Missed:
			a.Kind, a.Since = CallMissed, minTime(c.Outer.To, now)
		case c.State == Late && j.Visits[c.Visit].Known.After(c.OnTime.To):
			a.Passed = j.Visits[c.Visit].Known
		case c.State != Overdue:
			continue
		}
		a.Key = fmt.Sprintf("%s/%d/%s", a.Kind, c.Round, c.Checkpoint)
		alerts = append(alerts, a)
	}
	return alerts
}

// gapAlerts are that a checkpoint of an interval plan goes unvisited too long, and that it did at its worst.
func (j ShiftJudgement) gapAlerts(c JudgedCall) []Alert {
	every := time.Duration(j.Shift.Route.Every)
	alert := func(from, passed time.Time) Alert {
		return Alert{
			Kind: CallOverdue, Shift: j.Shift, Checkpoint: c.Checkpoint, Level: 1, Since: from.Add(every), Passed: passed,
			Key: fmt.Sprintf("%s/%d/%s", CallOverdue, from.UnixMilli(), c.Checkpoint),
		}
	}
	var alerts []Alert
	if c.State == Overdue {
		alerts = append(alerts, alert(c.OnTime.From, time.Time{}))
	}
	if stands := c.State == Overdue && c.Gap.From.Equal(c.OnTime.From); c.Gap.Length > every && !stands {
		alerts = append(alerts, alert(c.Gap.From, c.Gap.From.Add(c.Gap.Length)))
	}
	return alerts
}

// clockAlerts is one for the shift: one wrong clock puts all that follows in doubt.
func (j ShiftJudgement) clockAlerts() []Alert {
	for _, v := range j.Visits {
		if slices.Contains(v.Marks, ClockDoubt) {
			return []Alert{{Kind: ClockOff, Shift: j.Shift, Level: 1, Since: v.Written, Key: string(ClockOff)}}
		}
	}
	return nil
}
