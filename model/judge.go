package model

import (
	"slices"
	"time"
)

const (
	echoTime  = time.Minute     // two taps within it at one checkpoint are one (R5)
	entryTime = 5 * time.Minute // later than this after the fact is a late entry (R12)
)

// Judgement is how a night stands at a moment. It is computed, never stored (R4).
type Judgement struct {
	Now    time.Time
	Shifts []ShiftJudgement // in the order of Night.Shifts
}

// ShiftJudgement is how a shift stands at a moment.
type ShiftJudgement struct {
	Shift  *Shift
	Calls  []JudgedCall  // round by round in the order of the route; in an interval plan one for each checkpoint
	Visits []JudgedVisit // in the order of Shift.Visits
}

// JudgedCall is a call and what became of it.
type JudgedCall struct {
	Call
	State State
	Visit int         // index into Visits of the answer, in an interval plan of the last visit; -1: none
	Skip  *SkipEntry  // set where the state is SkippedCall
	Known time.Time   // set where Marks has WasMissed: when the answer became known
	Gap   *LongestGap // set in an interval plan
	Marks []Mark      // of the answer
}

// LongestGap is the longest time that a checkpoint of an interval plan went unvisited (R10).
type LongestGap struct {
	From   time.Time
	Length time.Duration
}

// JudgedVisit is a visit and what it was good for.
type JudgedVisit struct {
	*Visit     // of the shift, which nobody writes to
	Call   int // index into Calls of the call that it answers, repeats or makes up for; -1: none
	Marks  []Mark
}

// Has reports whether the visit bears the mark.
func (v JudgedVisit) Has(m Mark) bool { return slices.Contains(v.Marks, m) }

// Judge says how every shift of the night stands at the moment.
func (n *Night) Judge(now time.Time) Judgement {
	j := Judgement{Now: now}
	for _, s := range n.Shifts() {
		j.Shifts = append(j.Shifts, Judge(s, now))
	}
	return j
}

// Shift finds the judgement of a shift; without the shift it is empty.
func (j Judgement) Shift(id string) ShiftJudgement {
	s, _ := find(j.Shifts, func(s ShiftJudgement) bool { return s.Shift.ID == id })
	return s
}

// Judge says how a shift stands at a moment by rules R4 to R11 and R13: a pure function of the frozen plan, what was
// recorded, and now.
func Judge(s *Shift, now time.Time) ShiftJudgement {
	j := ShiftJudgement{Shift: s, Calls: callsOf(s), Visits: make([]JudgedVisit, 0, len(s.Visits))}
	for i := range s.Visits {
		v := &s.Visits[i]
		j.Visits = append(j.Visits, JudgedVisit{Visit: v, Call: -1, Marks: visitMarks(s, v, now)})
	}
	if s.Route.Interval() {
		j.judgeIntervals(now)
		return j
	}
	j.answer()
	j.markOrder()
	skips := j.skips()
	for i := range j.Calls {
		j.Calls[i].settle(j.Visits, skips[i], s.Ended, now)
	}
	return j
}

// callsOf the shift: what was due before it started belongs to nobody in it (R9).
func callsOf(s *Shift) []JudgedCall {
	schedule := s.schedule
	if schedule == nil {
		schedule = Schedule(&s.Plan, s.Route, s.Night)
	}
	calls := make([]JudgedCall, 0, len(schedule))
	for _, c := range schedule {
		if !c.Due().Before(s.Started) {
			calls = append(calls, JudgedCall{Call: c, Visit: -1})
		}
	}
	return calls
}

// visitMarks are the marks that a visit bears whatever call it answers.
func visitMarks(s *Shift, v *Visit, now time.Time) []Mark {
	var marks []Mark
	if later(v.Written, v.At, entryTime) {
		marks = marked(marks, LateEntry)
	}
	if v.Doubt || ahead(v.At, now) {
		marks = marked(marks, ClockDoubt)
	}
	if len(s.LegAt(v.At).Crew) == 1 { // of a unit that was started by radio nobody may have said who is in it
		marks = marked(marks, CrewOfOne)
	}
	if v.Corrected {
		marks = marked(marks, WasCorrected)
	}
	return marks
}

// ahead reports whether t lies in the future by more than a clock may stray.
func ahead(t, now time.Time) bool { return later(t, now, ClockTolerance) }

// later reports whether t lies behind another moment by more than so much. Mostly it does not lie behind it at all, which is
// said fast.
func later(t, than time.Time, by time.Duration) bool { return t.After(than) && t.Sub(than) > by }

// answer gives each visit its call, in the order of time (R5, R6).
func (j *ShiftJudgement) answer() {
	calls := j.callsByCheckpoint()
	for i, tap := range j.taps() {
		v := &j.Visits[i]
		if tap != i {
			v.Call, v.Marks = j.Visits[tap].Call, marked(v.Marks, Repeat)
			continue
		}
		at := calls[v.Checkpoint]
		if c := j.nearest(at, v.At, func(c *JudgedCall) bool { return c.Visit < 0 && c.Outer.Holds(v.At) }); c >= 0 {
			v.Call, j.Calls[c].Visit = c, i
			continue
		}
		j.explain(v, at)
	}
}

// callsByCheckpoint are the indexes of the calls.
func (j *ShiftJudgement) callsByCheckpoint() map[string][]int {
	calls := map[string][]int{}
	for i, c := range j.Calls {
		calls[c.Checkpoint] = append(calls[c.Checkpoint], i)
	}
	return calls
}

// taps says for each visit which one it is the echo of, or that it is none: its own index (R5).
func (j *ShiftJudgement) taps() []int {
	taps := make([]int, len(j.Visits))
	last := map[string]*int{}
	for i, v := range j.Visits {
		tap := last[v.Checkpoint]
		if tap == nil {
			tap = new(int)
			*tap = i
			last[v.Checkpoint] = tap
		}
		if v.At.Sub(j.Visits[*tap].At) > echoTime {
			*tap = i
		}
		taps[i] = *tap
	}
	return taps
}

// explain says what a visit is that answers none of the calls of its checkpoint.
func (j *ShiftJudgement) explain(v *JudgedVisit, calls []int) {
	v.Call = j.nearest(calls, v.At, func(c *JudgedCall) bool { return c.Visit >= 0 && c.Outer.Holds(v.At) })
	if v.Call >= 0 {
		v.Marks = marked(v.Marks, Repeat)
		return
	}
	v.Call = j.nearest(calls, v.At, func(c *JudgedCall) bool {
		return c.Visit < 0 && c.Outer.To.Before(v.At) && !j.madeUp(c)
	})
	if v.Call >= 0 {
		v.Marks = marked(v.Marks, MakeUp)
		return
	}
	v.Marks = marked(v.Marks, Extra)
}

func (j *ShiftJudgement) madeUp(c *JudgedCall) bool {
	return slices.ContainsFunc(j.Visits, func(v JudgedVisit) bool {
		return v.Call >= 0 && &j.Calls[v.Call] == c && v.Has(MakeUp)
	})
}

// nearest to t of those of the calls that fit; a tie goes to the earlier one (R6).
func (j *ShiftJudgement) nearest(calls []int, t time.Time, fits func(*JudgedCall) bool) int {
	best := -1
	for _, i := range calls {
		c := &j.Calls[i]
		if fits(c) && (best < 0 || closer(&c.Call, &j.Calls[best].Call, t)) {
			best = i
		}
	}
	return best
}

func closer(a, b *Call, t time.Time) bool {
	if da, db := a.distance(t), b.distance(t); da != db {
		return da < db
	}
	return a.From.Before(b.From)
}

// markOrder marks the answers that came after the answer to a later call of the round.
func (j *ShiftJudgement) markOrder() {
	if j.Shift.Route.Order != FixedOrder {
		return
	}
	furthest := map[int]int{}
	for i := range j.Visits {
		v := &j.Visits[i]
		if v.Call < 0 || j.Calls[v.Call].Visit != i {
			continue
		}
		c := j.Calls[v.Call]
		if c.Index < furthest[c.Round] {
			v.Marks = marked(v.Marks, OutOfOrder)
		}
		furthest[c.Round] = max(furthest[c.Round], c.Index)
	}
}

// skips gives each skip its call: the one of its round, or the first that was still to be made when it was said. After
// the outer band a reason comes too late (R13), and a visit made all the same is worth more than the skip.
func (j *ShiftJudgement) skips() map[int]*SkipEntry {
	skipped := map[int]*SkipEntry{}
	for k := range j.Shift.Skips {
		s := &j.Shift.Skips[k]
		i := slices.IndexFunc(j.Calls, func(c JudgedCall) bool {
			if c.Checkpoint != s.Checkpoint || s.At.After(c.Outer.To) {
				return false
			}
			if s.Round > 0 {
				return s.Round == c.Round
			}
			return c.Visit < 0 || j.Visits[c.Visit].At.After(s.At)
		})
		if i >= 0 && skipped[i] == nil {
			skipped[i] = s
		}
	}
	return skipped
}

// settle says how a call stands, given its answer and its skip.
func (c *JudgedCall) settle(visits []JudgedVisit, skip *SkipEntry, ended, now time.Time) {
	closed := !ended.IsZero()
	switch {
	case c.Visit >= 0:
		c.settleAnswered(visits[c.Visit])
	case skip != nil:
		c.State, c.Skip = SkippedCall, skip
	case closed && c.Due().After(ended):
		c.State = NotRequired
	case closed || now.After(c.Outer.To):
		c.State = Missed
	case now.After(c.OnTime.To):
		c.State = Overdue
	default:
		c.State = Upcoming
	}
}

func (c *JudgedCall) settleAnswered(v JudgedVisit) {
	switch {
	case v.At.Before(c.OnTime.From):
		c.State = Early
	case v.At.After(c.OnTime.To):
		c.State = Late
	default:
		c.State = OnTime
	}
	c.Marks = slices.Clone(v.Marks)
	if v.Known.After(c.Outer.To) {
		c.Known, c.Marks = v.Known, append(c.Marks, WasMissed)
	}
}
