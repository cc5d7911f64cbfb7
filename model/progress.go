package model

import (
	"slices"
	"time"
)

// Progress counts calls by what became of them. An interval plan has no calls: its checkpoints are counted by themselves
// (R10), here as in a report.
type Progress struct {
	Due     int // all that are required
	Made    int // on time, early or late
	Skipped int
	Missed  int
	Waiting int // still to be made, overdue ones included

	Places int // of an interval plan
	Kept   int // of them, those that have not gone unvisited too long in the shift so far

	Overdue int // past their time and still to be made; places that have gone unvisited too long now
}

// Settled is the share of the required calls that are made, skipped or missed, 0 to 1; 1 where none is required.
func (p Progress) Settled() float64 {
	if p.Due == 0 {
		return 1
	}
	return float64(p.Due-p.Waiting) / float64(p.Due)
}

// Progress counts the calls of one round, or of all for round 0.
func (j ShiftJudgement) Progress(round int) Progress {
	var p Progress
	for _, c := range j.Calls {
		if c.State == NotRequired || round > 0 && c.Round != round {
			continue
		}
		if c.State == Overdue {
			p.Overdue++
		}
		if c.Gap != nil {
			p.addPlace(c)
			continue
		}
		p.Due++
		switch {
		case c.State.Made():
			p.Made++
		case c.State == SkippedCall:
			p.Skipped++
		case c.State == Missed:
			p.Missed++
		default:
			p.Waiting++
		}
	}
	return p
}

func (p *Progress) addPlace(c JudgedCall) {
	p.Places++
	if !slices.Contains(c.Marks, GapTooLong) {
		p.Kept++
	}
}

// Round is the round that the shift is in: that of the next call, or the last one where none is left. It is 0 where
// there are no rounds.
func (j ShiftJudgement) Round() int {
	if i := j.Next(); i >= 0 {
		return j.Calls[i].Round
	}
	if len(j.Calls) == 0 {
		return 0
	}
	return j.Calls[len(j.Calls)-1].Round
}

// Next is the index of the call to be made next: of those waiting the one that is due first, -1 where there is none.
func (j ShiftJudgement) Next() int {
	next := -1
	for i, c := range j.Calls {
		if c.State.Waiting() && (next < 0 || c.Due().Before(j.Calls[next].Due())) {
			next = i
		}
	}
	return next
}

// EndsEarly reports whether calls are still to come that are not due yet: to end now needs a reason (R13).
func (j ShiftJudgement) EndsEarly(now time.Time) bool {
	return slices.ContainsFunc(j.Calls, func(c JudgedCall) bool {
		return c.Gap == nil && c.State.Waiting() && c.Due().After(now)
	})
}

// Expected is the call that a visit of the checkpoint at t would answer, or else the next one of it; -1: none.
func (j ShiftJudgement) Expected(checkpoint string, t time.Time) int {
	calls := j.callsByCheckpoint()[checkpoint]
	if i := j.nearest(calls, t, func(c *JudgedCall) bool { return !c.State.Made() && c.Outer.Holds(t) }); i >= 0 {
		return i
	}
	return j.nearest(calls, t, func(c *JudgedCall) bool { return c.State.Waiting() && c.From.After(t) })
}
