package model_test

import (
	"time"

	"beatbook/model"
)

// The reference is written from the rule book alone, slow and obvious, and shares no code with what it checks.

// refCall is a call of the reference and what became of it.
type refCall struct {
	round, index   int
	checkpoint     string
	from, to       time.Time
	onFrom, onTo   time.Time
	outFrom, outTo time.Time

	state     model.State
	answer    int
	skip      string
	wasMissed bool
	madeUp    bool
}

func (c refCall) due() time.Time              { return c.to }
func (c refCall) answered() bool              { return c.answer >= 0 }
func (c refCall) outerHolds(t time.Time) bool { return !t.Before(c.outFrom) && !t.After(c.outTo) }
func (c refCall) distance(t time.Time) (d int64) {
	return max(0, int64(c.from.Sub(t)), int64(t.Sub(c.to)))
}

// refSchedule is every call of the night, from the plan alone.
func refSchedule(p *model.Plan, r model.Route, night model.Date) []refCall {
	zone := p.Zone()
	var calls []refCall
	for round, clock := range r.Rounds {
		date := night
		if clock < p.NightTurnsAt {
			date = night.AddDays(1)
		}
		start := refWallOn(date, clock, zone)
		for index, rc := range r.Calls {
			c := refCall{round: round + 1, index: index, checkpoint: rc.Checkpoint, answer: -1}
			c.from, c.to = start.Add(time.Duration(rc.After)), start.Add(time.Duration(rc.After))
			if rc.From != nil {
				c.from, c.to = refWindow(rc, start, date, clock, zone)
			}
			tolerance := refTolerance(p, r, rc)
			c.onFrom, c.onTo = c.from, c.to
			if rc.From == nil {
				c.onFrom, c.onTo = c.from.Add(-time.Duration(tolerance.OnTime)), c.to.Add(time.Duration(tolerance.OnTime))
			}
			c.outFrom, c.outTo = c.from.Add(-time.Duration(tolerance.Outer)), c.to.Add(time.Duration(tolerance.Outer))
			calls = append(calls, c)
		}
	}
	refClip(calls)
	return calls
}

// refClip cuts every outer band back to a nanosecond from the on-time band of the same checkpoint's neighbour, the
// nearest call before or after it, and never into its own on-time band.
func refClip(calls []refCall) {
	before := func(i, j int) bool {
		return calls[i].from.Before(calls[j].from) || calls[i].from.Equal(calls[j].from) && i < j
	}
	for i := range calls {
		next := -1
		for j := range calls {
			if calls[j].checkpoint == calls[i].checkpoint && before(i, j) && (next < 0 || before(j, next)) {
				next = j
			}
		}
		if next < 0 {
			continue
		}
		c, n := &calls[i], &calls[next]
		if most := n.onFrom.Add(-1); c.outTo.After(most) {
			c.outTo = most
		}
		if c.outTo.Before(c.onTo) {
			c.outTo = c.onTo
		}
		if least := c.onTo.Add(1); n.outFrom.Before(least) {
			n.outFrom = least
		}
		if n.outFrom.After(n.onFrom) {
			n.outFrom = n.onFrom
		}
	}
}

func refTolerance(p *model.Plan, r model.Route, rc model.RouteCall) model.Tolerance {
	if rc.Tolerance != nil {
		return *rc.Tolerance
	}
	for _, c := range p.Checkpoints {
		if c.ID == rc.Checkpoint && c.Tolerance != nil {
			return *c.Tolerance
		}
	}
	if r.Tolerance != nil {
		return *r.Tolerance
	}
	return model.Tolerance{OnTime: model.Duration(10 * time.Minute), Outer: model.Duration(30 * time.Minute)}
}

// refWindow reads both ends against the round's start. Where clocks are put forward inside the window, so that its end
// would come to stand before its beginning, it is as long as on any other night.
func refWindow(rc model.RouteCall, start time.Time, date model.Date, round model.Clock, zone *time.Location) (from, to time.Time) {
	moment := func(m model.Moment) (time.Time, time.Duration) {
		if m.Clock == nil {
			return start.Add(time.Duration(m.Offset)), time.Duration(m.Offset)
		}
		if *m.Clock < round {
			return refWallOn(date.AddDays(1), *m.Clock, zone), time.Duration(*m.Clock-round+1440) * time.Minute
		}
		return refWallOn(date, *m.Clock, zone), time.Duration(*m.Clock-round) * time.Minute
	}
	from, usualFrom := moment(*rc.From)
	to, usualTo := moment(*rc.To)
	if to.Before(from) {
		to = from.Add(usualTo - usualFrom)
	}
	return from, to
}

// refWallOn walks the minutes of the date until the clock on the wall shows c.
func refWallOn(date model.Date, c model.Clock, zone *time.Location) time.Time {
	utc, err := time.Parse("2006-01-02", string(date))
	if err != nil {
		panic(err)
	}
	minute := utc.Add(-30 * time.Hour)
	for minute.In(zone).Format("2006-01-02") != string(date) {
		minute = minute.Add(time.Minute)
	}
	return refWallAfter(minute.Add(-time.Minute), c, zone)
}

// refWallAfter walks on from the minute after t until the clock on the wall shows c, or has been put forward over it.
func refWallAfter(t time.Time, c model.Clock, zone *time.Location) time.Time {
	for minute := t.Add(time.Minute); ; minute = minute.Add(time.Minute) {
		shown := refMinute(minute.In(zone))
		if shown == int(c) {
			return minute
		}
		expected := (refMinute(minute.Add(-time.Minute).In(zone)) + 1) % 1440
		jumped := (shown - expected + 1440) % 1440
		if beyond := (int(c) - expected + 1440) % 1440; jumped < 720 && beyond < jumped {
			return minute.Add(time.Duration(beyond) * time.Minute)
		}
	}
}

func refMinute(t time.Time) int { return t.Hour()*60 + t.Minute() }
