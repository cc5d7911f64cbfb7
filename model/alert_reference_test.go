package model_test

import (
	"fmt"
	"slices"
	"time"

	"pgregory.net/rapid"

	"beatbook/model"
)

// refAlert is an alert of the reference. It is written from the rule book and from what issue 4 asks for, and shares no
// code with what it checks: an alert stays until it is acknowledged, also where what it was about has passed.
type refAlert struct {
	kind       model.AlertKind
	checkpoint string
	round      int
	level      int
	since      time.Time
	passed     time.Time
}

func (a refAlert) String() string {
	text := fmt.Sprintf("%s %d %s level %d since %s", a.kind, a.round, a.checkpoint, a.level, a.since.UTC().Format(time.RFC3339Nano))
	if !a.passed.IsZero() {
		text += " passed " + a.passed.UTC().Format(time.RFC3339Nano)
	}
	return text
}

// refAlerts are all alerts of a shift, whether acknowledged or not. What stood when the shift ended has passed with it.
func refAlerts(s *model.Shift, now time.Time) []refAlert {
	alerts := refContact(s, now)
	if s.Route.Every > 0 {
		alerts = append(alerts, refUnvisited(s, now)...)
	} else {
		alerts = append(alerts, refUnmade(s, now)...)
	}
	for _, v := range s.Visits {
		if v.Doubt || v.At.Sub(now) > 5*time.Minute {
			alerts = append(alerts, refAlert{kind: model.ClockOff, level: 1, since: v.Written})
			break
		}
	}
	for i := range alerts {
		if alerts[i].passed.IsZero() {
			alerts[i].passed = s.Ended
		}
	}
	return alerts
}

// refStretch is a time without a sign or a visit: passed where one ended it, else it has lasted until now or the end.
type refStretch struct {
	from, to time.Time
	passed   bool
}

// refStretches cuts the shift, as far as it has come, at the moments. What lies before its start or behind its end cuts
// nothing.
func refStretches(s *model.Shift, moments []time.Time, now time.Time) []refStretch {
	in := []time.Time{s.Started}
	for _, t := range moments {
		if t.After(s.Started) && (s.Ended.IsZero() || !t.After(s.Ended)) {
			in = append(in, t)
		}
	}
	slices.SortFunc(in, time.Time.Compare)
	var list []refStretch
	for i := 1; i < len(in); i++ {
		list = append(list, refStretch{in[i-1], in[i], true})
	}
	end := now
	if !s.Ended.IsZero() && s.Ended.Before(now) {
		end = s.Ended
	}
	return append(list, refStretch{from: in[len(in)-1], to: end})
}

// refContact: each record of the unit is a sign of it, once its time has come.
func refContact(s *model.Shift, now time.Time) []refAlert {
	limit := 30 * time.Minute
	if s.Route.Contact > 0 {
		limit = time.Duration(s.Route.Contact)
	}
	signs := slices.DeleteFunc(slices.Clone(s.Heard), func(t time.Time) bool { return t.After(now) })
	var alerts []refAlert
	for _, stretch := range refStretches(s, signs, now) {
		a := refAlert{kind: model.OutOfContact, since: stretch.from}
		for n := 1; n <= 3; n++ {
			if !stretch.to.Before(stretch.from.Add(time.Duration(n) * limit)) {
				a.level = n
			}
		}
		if stretch.passed {
			a.passed = stretch.to
		}
		if a.level > 0 {
			alerts = append(alerts, a)
		}
	}
	return alerts
}

// refUnmade: a call is overdue when its on-time band has passed and missed when its outer band has, or the shift has ended
// (R8). It was so until its answer became known (R4), or the reason for leaving it out.
func refUnmade(s *model.Shift, now time.Time) []refAlert {
	var alerts []refAlert
	for _, c := range referenceJudge(s, now).calls {
		missed, known := c.outTo, time.Time{}
		if ended := s.Ended; !ended.IsZero() {
			if c.due().After(ended) {
				continue // never required
			}
			if ended.Before(missed) {
				missed = ended
			}
		}
		if c.answered() {
			known = s.Visits[c.answer].Known
		}
		for _, skip := range s.Skips {
			if skip.ID == c.skip {
				known = skip.At
			}
		}
		a := refAlert{kind: model.CallOverdue, checkpoint: c.checkpoint, round: c.round, level: 1, since: c.onTo, passed: known}
		until := now
		if !known.IsZero() {
			until = known
		}
		waitsNoMore := until.After(missed) || known.IsZero() && !s.Ended.IsZero()
		if waitsNoMore {
			a.kind, a.since = model.CallMissed, missed
		}
		if (waitsNoMore || until.After(c.onTo)) && !a.since.After(now) {
			alerts = append(alerts, a)
		}
	}
	return alerts
}

// refUnvisited: a checkpoint of an interval plan goes unvisited too long, until it is visited or a reason is given.
func refUnvisited(s *model.Shift, now time.Time) []refAlert {
	every := time.Duration(s.Route.Every)
	var alerts []refAlert
	for _, rc := range s.Route.Calls {
		var visits []time.Time
		for i, v := range s.Visits {
			if v.Checkpoint == rc.Checkpoint && v.At.Sub(now) <= 5*time.Minute && refEchoOf(s.Visits, i) < 0 {
				visits = append(visits, v.At)
			}
		}
		for _, stretch := range refStretches(s, visits, now) {
			a := refAlert{kind: model.CallOverdue, checkpoint: rc.Checkpoint, level: 1, since: stretch.from.Add(every)}
			if stretch.passed {
				a.passed = stretch.to
			}
			for _, skip := range slices.Backward(s.Skips) {
				if skip.Checkpoint == rc.Checkpoint && skip.At.After(stretch.from) && !skip.At.After(stretch.to) {
					a.passed, stretch.to = skip.At, skip.At
				}
			}
			if stretch.to.After(a.since) {
				alerts = append(alerts, a)
			}
		}
	}
	return alerts
}

// genHeard is genShift with the signs of the unit: one for each record, and some more.
func genHeard(t *rapid.T) (*model.Shift, time.Time) {
	s, now := genShift(t)
	s.Route.Contact = rapid.SampledFrom([]model.Duration{0, model.Duration(time.Minute), model.Duration(45 * time.Minute)}).Draw(t, "contact")
	s.Plan.Routes[0].Contact = s.Route.Contact
	s.Heard = []time.Time{s.Started}
	for _, v := range s.Visits {
		s.Heard = append(s.Heard, v.Written)
	}
	for _, k := range s.Skips {
		s.Heard = append(s.Heard, k.At)
	}
	if !s.Open() {
		s.Heard = append(s.Heard, s.Ended)
	}
	limit := s.Route.ContactLimit()
	for range rapid.IntRange(0, 4).Draw(t, "signs") {
		beside := rapid.SampledFrom([]time.Duration{0, limit - 1, limit, limit + 1, 2 * limit, 3 * limit, 4 * limit}).Draw(t, "sign after")
		s.Heard = append(s.Heard, rapid.SampledFrom(s.Heard).Draw(t, "another sign").Add(beside))
	}
	slices.SortFunc(s.Heard, time.Time.Compare)
	return s, now
}
