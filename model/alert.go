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

var contactLevels = []int{1, 2, MaxContactLevel}

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

// AlertOf is what the key of an alert says of it: all but the shift and whether it has passed, and of a call not since when
// it stands. It is false for what is no key.
func AlertOf(key string) (Alert, bool) {
	kind, rest, _ := strings.Cut(key, "/")
	a := Alert{Kind: AlertKind(kind), Level: 1, Key: key}
	var since int64
	var index int
	var err error
	switch a.Kind {
	case ClockOff:
		return a, rest == ""
	case OutOfContact:
		_, err = fmt.Sscanf(rest, "%d/%d", &since, &a.Level)
	case CallMissed, CallOverdue:
		if _, err = fmt.Sscanf(rest, "%d/%d/%s", &a.Round, &index, &a.Checkpoint); err == nil {
			return a, true
		}
		a.Round = 0 // of an interval plan
		_, err = fmt.Sscanf(rest, "%d/%s", &since, &a.Checkpoint)
	default:
		return Alert{}, false
	}
	a.Since = time.UnixMilli(since).UTC()
	return a, err == nil && !strings.Contains(a.Checkpoint, "/")
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
	i.Operator = strings.TrimSpace(i.Operator)
	switch {
	case i.Operator == "":
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
	signs := s.Heard
	if i := slices.IndexFunc(signs, func(t time.Time) bool { return t.After(now) }); i >= 0 {
		signs = signs[:i]
	}
	var alerts []Alert
	for _, silence := range s.stretches(s.Since, signs, now) {
		level := Contact{silence.From, s.Route.ContactLimit()}.Level(silence.To)
		key := func(level int) string { return fmt.Sprintf("%s/%d/%d", OutOfContact, silence.From.UnixMilli(), level) }
		if level == 0 || slices.ContainsFunc(contactLevels[level-1:], func(l int) bool { return s.Acknowledged[key(l)] }) {
			continue
		}
		alerts = append(alerts, Alert{
			Kind: OutOfContact, Shift: s, Level: level, Since: silence.From, Passed: silence.passed, Key: key(level),
		})
	}
	return alerts
}

// stretch is a time without a sign of a unit, or a visit of a checkpoint.
type stretch struct {
	Band
	passed time.Time // zero: it lasted until the end or now
}

// stretches cuts a shift, from a moment up to its end or now, at moments that are given in order.
func (s *Shift) stretches(from time.Time, moments []time.Time, now time.Time) []stretch {
	list, last, end := make([]stretch, 0, len(moments)+1), from, now
	for _, t := range moments {
		if t.After(last) && (s.Open() || !t.After(s.Ended)) {
			list, last = append(list, stretch{Band{last, t}, t}), t
		}
	}
	if !s.Open() {
		end = minTime(s.Ended, now)
	}
	return append(list, stretch{Band: Band{last, maxTime(end, last)}})
}

// callAlerts are the calls that are overdue or missed, and those that were until an answer became known.
func (j ShiftJudgement) callAlerts(now time.Time) []Alert {
	var alerts []Alert
	for _, c := range j.Calls {
		if c.Gap != nil {
			alerts = append(alerts, j.gapAlerts(c, now)...)
			continue
		}
		missed := c.Outer.To
		if !j.Shift.Open() {
			if c.Due().After(j.Shift.Ended) {
				continue // never required, whatever came to be known
			}
			missed = minTime(missed, j.Shift.Ended)
		}
		a := Alert{Kind: CallOverdue, Shift: j.Shift, Checkpoint: c.Checkpoint, Round: c.Round, Level: 1, Since: c.OnTime.To, Passed: j.answered(c)}
		switch {
		case c.State == Missed, a.Passed.After(missed):
			a.Kind, a.Since = CallMissed, missed
		case c.State != Overdue && !a.Passed.After(c.OnTime.To):
			continue
		}
		a.Key = fmt.Sprintf("%s/%d/%d/%s", a.Kind, c.Round, c.Index, c.Checkpoint)
		if !a.Since.After(now) {
			alerts = append(alerts, a)
		}
	}
	return alerts
}

// answered is when it became known that the call was made, or was not to be; zero: it is not known.
func (j ShiftJudgement) answered(c JudgedCall) time.Time {
	switch {
	case c.Skip != nil:
		return c.Skip.At
	case c.Visit >= 0:
		return j.Visits[c.Visit].Known
	}
	return time.Time{}
}

// gapAlerts are the times for which a checkpoint of an interval plan went unvisited too long. A reason excuses the rest.
func (j ShiftJudgement) gapAlerts(c JudgedCall, now time.Time) []Alert {
	every := time.Duration(j.Shift.Route.Every)
	var visits []time.Time
	for _, v := range j.Visits {
		if v.Checkpoint == c.Checkpoint && !v.Has(Repeat) && !ahead(v.At, now) {
			visits = append(visits, v.At)
		}
	}
	var alerts []Alert
	for _, gap := range j.Shift.stretches(j.Shift.Started, visits, now) {
		for _, k := range j.Shift.Skips {
			if k.Checkpoint == c.Checkpoint && k.At.After(gap.From) && !k.At.After(gap.To) {
				gap.passed, gap.To = k.At, k.At
			}
		}
		if gap.To.Sub(gap.From) > every {
			alerts = append(alerts, Alert{
				Kind: CallOverdue, Shift: j.Shift, Checkpoint: c.Checkpoint, Level: 1, Since: gap.From.Add(every), Passed: gap.passed,
				Key: fmt.Sprintf("%s/%d/%s", CallOverdue, gap.From.UnixMilli(), c.Checkpoint),
			})
		}
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
