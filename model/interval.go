package model

import "time"

// judgeIntervals judges an interval plan: each checkpoint by the longest time that it went unvisited, the time from the
// last visit to now included, never by an average (R10).
func (j *ShiftJudgement) judgeIntervals(now time.Time) {
	every, taps := time.Duration(j.Shift.Route.Every), j.taps()
	for index, rc := range j.Shift.Route.Calls {
		c := JudgedCall{Call: Call{Index: index, Checkpoint: rc.Checkpoint}, Visit: -1}
		c.Gap = j.longestGap(&c, taps, now)
		last := j.Shift.Started
		if c.Visit >= 0 {
			last = maxTime(last, j.Visits[c.Visit].At)
			c.Marks = append(c.Marks, j.Visits[c.Visit].Marks...)
		}
		due := last.Add(every)
		c.From, c.To = due, due
		c.OnTime, c.Outer = Band{last, due}, Band{last, due}
		c.settleInterval(j.Shift, every, now)
		j.Calls = append(j.Calls, c)
	}
	calls := j.callsByCheckpoint()
	for i, tap := range taps {
		v := &j.Visits[i]
		v.Call = j.nearest(calls[v.Checkpoint], v.At, func(*JudgedCall) bool { return true })
		switch {
		case tap != i:
			v.Marks = marked(v.Marks, Repeat)
		case v.Call < 0:
			v.Marks = marked(v.Marks, Extra)
		}
	}
}

// longestGap walks the visits of the call's checkpoint from the start of the shift to its end or now, and leaves the
// last one in c.Visit. An echo is none, and a visit in the future not yet one.
func (j *ShiftJudgement) longestGap(c *JudgedCall, taps []int, now time.Time) *LongestGap {
	s := j.Shift
	end := now
	if !s.Open() {
		end = minTime(s.Ended, now)
	}
	last, gap := s.Started, &LongestGap{From: s.Started}
	step := func(t time.Time) {
		if length := t.Sub(last); length > gap.Length {
			gap.From, gap.Length = last, length
		}
		last = maxTime(last, t)
	}
	for i, v := range j.Visits {
		if v.Checkpoint == c.Checkpoint && taps[i] == i && !ahead(v.At, now) {
			step(minTime(v.At, maxTime(end, last)))
			c.Visit = i
		}
	}
	step(end)
	return gap
}

func (c *JudgedCall) settleInterval(s *Shift, every time.Duration, now time.Time) {
	tooLong := c.Gap.Length > every
	switch {
	case !s.Open() && tooLong:
		c.State = Exceeded
	case !s.Open():
		c.State = Kept
	case now.After(c.Due()):
		c.State = Overdue
	default:
		c.State = Upcoming
	}
	if tooLong {
		c.Marks = append([]Mark{GapTooLong}, c.Marks...)
	}
	if c.State != Overdue {
		return
	}
	for i := range s.Skips {
		if k := &s.Skips[i]; k.Checkpoint == c.Checkpoint && k.At.After(c.OnTime.From) {
			c.State, c.Skip = SkippedCall, k
		}
	}
}
