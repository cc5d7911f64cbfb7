package model_test

import (
	"slices"
	"time"

	"beatbook/model"
)

// refVisit is a visit of the reference: the call that it answers, repeats or makes up for, and its marks.
type refVisit struct {
	call  int
	marks []model.Mark
}

func (v *refVisit) mark(m model.Mark) { v.marks = append(v.marks, m) }

// refVerdict is what the reference says of a shift.
type refVerdict struct {
	calls  []refCall
	visits []refVisit
}

// referenceJudge judges a shift by R4 to R13.
func referenceJudge(s *model.Shift, now time.Time) refVerdict {
	if s.Route.Every > 0 {
		return refVerdict{visits: refIntervalVisits(s, now)}
	}
	var v refVerdict
	for _, c := range refSchedule(&s.Plan, s.Route, s.Night) {
		if !c.due().Before(s.Started) {
			v.calls = append(v.calls, c)
		}
	}
	for i := range s.Visits {
		v.visits = append(v.visits, refVisit{call: -1, marks: refPlainMarks(s, s.Visits[i], now)})
		v.place(s, i)
	}
	v.order(s)
	for i := range v.calls {
		v.settle(s, i, now)
	}
	return v
}

// refPlainMarks are the marks that have nothing to do with calls.
func refPlainMarks(s *model.Shift, v model.Visit, now time.Time) []model.Mark {
	var marks []model.Mark
	if v.Written.Sub(v.At) > 5*time.Minute {
		marks = append(marks, model.LateEntry)
	}
	if v.Doubt || v.At.Sub(now) > 5*time.Minute {
		marks = append(marks, model.ClockDoubt)
	}
	crew := s.Legs[0].Crew
	for _, leg := range s.Legs {
		if !leg.From.After(v.At) {
			crew = leg.Crew
		}
	}
	if len(crew) == 1 {
		marks = append(marks, model.CrewOfOne)
	}
	if v.Corrected {
		marks = append(marks, model.WasCorrected)
	}
	return marks
}

// refEchoOf is the tap of which visit i is the echo, -1 for none: walking the taps of the checkpoint from the first on.
func refEchoOf(visits []model.Visit, i int) int {
	tap := -1
	for k := 0; k <= i; k++ {
		if visits[k].Checkpoint != visits[i].Checkpoint {
			continue
		}
		echo := tap >= 0 && visits[k].At.Sub(visits[tap].At) <= time.Minute
		if k == i {
			if echo {
				return tap
			}
			return -1
		}
		if !echo {
			tap = k
		}
	}
	return -1
}

// place finds what visit i is good for, all visits before it being placed.
func (v *refVerdict) place(s *model.Shift, i int) {
	visit := s.Visits[i]
	if tap := refEchoOf(s.Visits, i); tap >= 0 {
		v.visits[i].call = v.visits[tap].call
		v.visits[i].mark(model.Repeat)
		return
	}
	best := v.nearest(visit, func(c refCall) bool { return !c.answered() && c.outerHolds(visit.At) })
	if best >= 0 {
		v.calls[best].answer = i
		v.visits[i].call = best
		return
	}
	best = v.nearest(visit, func(c refCall) bool { return c.answered() && c.outerHolds(visit.At) })
	if best >= 0 {
		v.visits[i].call = best
		v.visits[i].mark(model.Repeat)
		return
	}
	best = v.nearest(visit, func(c refCall) bool { return !c.answered() && !c.madeUp && c.outTo.Before(visit.At) })
	if best >= 0 {
		v.calls[best].madeUp = true
		v.visits[i].call = best
		v.visits[i].mark(model.MakeUp)
		return
	}
	v.visits[i].mark(model.Extra)
}

func (v *refVerdict) nearest(visit model.Visit, fits func(refCall) bool) int {
	best := -1
	for i, c := range v.calls {
		if c.checkpoint != visit.Checkpoint || !fits(c) {
			continue
		}
		if best < 0 {
			best = i
			continue
		}
		b := v.calls[best]
		nearer := c.distance(visit.At) < b.distance(visit.At)
		tie := c.distance(visit.At) == b.distance(visit.At)
		if nearer || tie && c.from.Before(b.from) {
			best = i
		}
	}
	return best
}

// order marks each answer before which, in time, a later call of its round was answered.
func (v *refVerdict) order(s *model.Shift) {
	if s.Route.Order != model.FixedOrder {
		return
	}
	for _, c := range v.calls {
		for _, d := range v.calls {
			if c.answered() && d.answered() && c.round == d.round && d.index > c.index && d.answer < c.answer {
				v.visits[c.answer].mark(model.OutOfOrder)
				break
			}
		}
	}
}

// settle says how call i stands.
func (v *refVerdict) settle(s *model.Shift, i int, now time.Time) {
	c := &v.calls[i]
	for _, skip := range s.Skips {
		if v.skipped(s, skip) == i {
			c.skip = skip.ID
			break
		}
	}
	switch {
	case c.answered():
		visit := s.Visits[c.answer]
		c.state = model.OnTime
		if visit.At.Before(c.onFrom) {
			c.state = model.Early
		}
		if visit.At.After(c.onTo) {
			c.state = model.Late
		}
		c.wasMissed = visit.Known.After(c.outTo)
		c.skip = ""
	case c.skip != "":
		c.state = model.SkippedCall
	case !s.Ended.IsZero() && c.due().After(s.Ended):
		c.state = model.NotRequired
	case !s.Ended.IsZero() || now.After(c.outTo):
		c.state = model.Missed
	case now.After(c.onTo):
		c.state = model.Overdue
	default:
		c.state = model.Upcoming
	}
}

// skipped is the call that a skip speaks of, -1 for none.
func (v *refVerdict) skipped(s *model.Shift, skip model.SkipEntry) int {
	for i, c := range v.calls {
		if c.checkpoint != skip.Checkpoint || skip.At.After(c.outTo) {
			continue
		}
		if skip.Round > 0 {
			if c.round == skip.Round {
				return i
			}
			continue
		}
		if c.answered() && !s.Visits[c.answer].At.After(skip.At) {
			continue
		}
		return i
	}
	return -1
}

// refIntervalVisits are the marks of visits under an interval plan: an echo, a checkpoint that is none of the plan's.
func refIntervalVisits(s *model.Shift, now time.Time) []refVisit {
	var visits []refVisit
	for i, visit := range s.Visits {
		v := refVisit{call: -1, marks: refPlainMarks(s, visit, now)}
		v.call = slices.IndexFunc(s.Route.Calls, func(c model.RouteCall) bool { return c.Checkpoint == visit.Checkpoint })
		switch {
		case refEchoOf(s.Visits, i) >= 0:
			v.mark(model.Repeat)
		case v.call < 0:
			v.mark(model.Extra)
		}
		visits = append(visits, v)
	}
	return visits
}

// refGap is the longest time that a checkpoint of an interval plan went unvisited, and the time since the last visit:
// between the start of the shift, the visits that are not ahead of now, and the end or now.
func refGap(s *model.Shift, checkpoint string, now time.Time) (longest, since time.Duration) {
	end := now
	if !s.Ended.IsZero() && s.Ended.Before(now) {
		end = s.Ended
	}
	if end.Before(s.Started) {
		end = s.Started
	}
	moments := []time.Time{s.Started}
	for i, v := range s.Visits {
		if v.Checkpoint != checkpoint || v.At.Before(s.Started) || v.At.Sub(now) > 5*time.Minute || refEchoOf(s.Visits, i) >= 0 {
			continue
		}
		at := v.At
		if at.After(end) {
			at = end
		}
		moments = append(moments, at)
	}
	moments = append(moments, end)
	for i := 1; i < len(moments); i++ {
		longest = max(longest, moments[i].Sub(moments[i-1]))
	}
	return longest, end.Sub(moments[len(moments)-2])
}

// refIntervalState says how a checkpoint of an interval plan stands; a reason given since the last visit excuses it.
func refIntervalState(s *model.Shift, checkpoint string, now time.Time) model.State {
	every := time.Duration(s.Route.Every)
	longest, since := refGap(s, checkpoint, now)
	switch {
	case !s.Ended.IsZero() && longest > every:
		return model.Exceeded
	case !s.Ended.IsZero():
		return model.Kept
	case since <= every:
		return model.Upcoming
	}
	for _, skip := range s.Skips {
		if skip.Checkpoint == checkpoint && skip.At.After(now.Add(-since)) {
			return model.SkippedCall
		}
	}
	return model.Overdue
}
