package model

import (
	"slices"
	"time"
)

// Band is a stretch of time with both its ends.
type Band struct {
	From time.Time
	To   time.Time
}

// Holds reports whether t lies in the band.
func (b Band) Holds(t time.Time) bool { return !t.Before(b.From) && !t.After(b.To) }

// Call is one checkpoint in one round: what is expected 应巡.
type Call struct {
	Round      int // from 1; 0 in an interval plan
	Index      int // place in the route, from 0
	Checkpoint string
	From       time.Time // the window in which the visit is due; a due time is a window without length
	To         time.Time
	OnTime     Band
	Outer      Band // a visit outside is no answer to the call (R7)
}

// Due is when the call is due at the latest: until then nobody is late.
func (c Call) Due() time.Time { return c.To }

// distance of t from the window, 0 inside.
func (c Call) distance(t time.Time) time.Duration {
	return max(c.From.Sub(t), t.Sub(c.To), 0)
}

// Schedule is every call of the route in a night, round by round in the order of the route, none for an interval plan.
//
// Bands follow R7: a due time d is on time within d ± on_time, a window inside itself, and the outer band lies around
// the window. An outer band ends before the on-time band of the same checkpoint's neighbouring call begins.
func Schedule(p *Plan, r Route, night Date) []Call {
	zone := p.Zone()
	calls := make([]Call, 0, len(r.Rounds)*len(r.Calls))
	for round, clock := range r.Rounds {
		began := roundStart{clock: clock, date: night, at: night.At(clock, zone, p.NightTurnsAt)}
		if clock < p.NightTurnsAt {
			began.date = night.AddDays(1)
		}
		for index, rc := range r.Calls {
			c := rc.call(began, zone, p.tolerance(r, rc))
			c.Round, c.Index, c.Checkpoint = round+1, index, rc.Checkpoint
			calls = append(calls, c)
		}
	}
	clipOuterBands(calls)
	return calls
}

// roundStart is when a round begins: by the plan and in fact, which differ where clocks are put forward over it.
type roundStart struct {
	date  Date
	clock Clock
	at    time.Time
}

func (rc RouteCall) call(began roundStart, zone *time.Location, t Tolerance) Call {
	on, outer := time.Duration(t.OnTime), time.Duration(t.Outer)
	if rc.From != nil && rc.To != nil {
		from, to := rc.From.in(began, zone), rc.To.in(began, zone)
		if to.Before(from) { // clocks are put forward inside the window
			to = from.Add(rc.To.usual(began) - rc.From.usual(began))
		}
		return Call{From: from, To: to, OnTime: Band{from, to}, Outer: Band{from.Add(-outer), to.Add(outer)}}
	}
	due := began.at.Add(time.Duration(rc.After))
	return Call{From: due, To: due, OnTime: Band{due.Add(-on), due.Add(on)}, Outer: Band{due.Add(-outer), due.Add(outer)}}
}

// in a round, the moment is the offset added to its start, or the first time from its start on that the clock shows.
func (m Moment) in(began roundStart, zone *time.Location) time.Time {
	if m.Clock == nil {
		return began.at.Add(time.Duration(m.Offset))
	}
	return began.date.At(*m.Clock, zone, began.clock)
}

// usual is how long after the start of a round the moment comes in a night without a change of clocks.
func (m Moment) usual(began roundStart) time.Duration {
	if m.Clock == nil {
		return time.Duration(m.Offset)
	}
	return time.Duration((*m.Clock-began.clock+24*60)%(24*60)) * time.Minute
}

// tolerance of a call: its own, else the checkpoint's, else the route's, else the default.
func (p *Plan) tolerance(r Route, rc RouteCall) Tolerance {
	if rc.Tolerance != nil {
		return *rc.Tolerance
	}
	if c, _ := p.Checkpoint(rc.Checkpoint); c.Tolerance != nil {
		return *c.Tolerance
	}
	if r.Tolerance != nil {
		return *r.Tolerance
	}
	return DefaultTolerance
}

// clipOuterBands keeps each outer band out of the on-time bands of the calls next to it at the same checkpoint.
func clipOuterBands(calls []Call) {
	at := map[string][]*Call{}
	for i := range calls {
		at[calls[i].Checkpoint] = append(at[calls[i].Checkpoint], &calls[i])
	}
	for _, same := range at {
		slices.SortStableFunc(same, func(a, b *Call) int { return a.From.Compare(b.From) })
		for i := 1; i < len(same); i++ {
			earlier, later := same[i-1], same[i]
			if end := later.OnTime.From.Add(-time.Nanosecond); end.Before(earlier.Outer.To) {
				earlier.Outer.To = maxTime(end, earlier.OnTime.To)
			}
			if start := earlier.OnTime.To.Add(time.Nanosecond); start.After(later.Outer.From) {
				later.Outer.From = minTime(start, later.OnTime.From)
			}
		}
	}
}

func maxTime(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

func minTime(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}
