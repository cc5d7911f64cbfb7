package model

import (
	"slices"
	"time"
)

// CheckpointGap is the longest time in one night that a checkpoint went unvisited while somebody was out whose route
// names it.
type CheckpointGap struct {
	Checkpoint string    `json:"checkpoint"`
	Night      Date      `json:"night"`
	From       time.Time `json:"from"`
	Length     Duration  `json:"length"`
}

// addVisits says for each checkpoint when it was visited by any of the shifts: how often in each half hour, and the longest
// time without a visit, while a shift was out whose route names it.
func (t *Tally) addVisits(night Date, shifts []ShiftJudgement, now time.Time) {
	places := map[string]*watched{}
	at := func(checkpoint string) *watched {
		w := places[checkpoint]
		if w == nil {
			w = &watched{}
			places[checkpoint] = w
		}
		return w
	}
	for _, j := range shifts { // by their start
		out := outTime(j.Shift, now)
		for _, rc := range j.Shift.Route.Calls {
			w := at(rc.Checkpoint)
			w.out = join(w.out, out)
			w.visits = slices.Grow(w.visits, len(j.Visits)/len(j.Shift.Route.Calls))
		}
		for i := range j.Visits {
			if v := &j.Visits[i]; !ahead(v.At, now) {
				w := at(v.Checkpoint)
				w.visits = append(w.visits, v.At.Sub(shifts[0].Shift.Started))
				w.halves[halfHour(v.At.In(j.Shift.Zone))]++
			}
		}
	}
	for checkpoint, w := range places {
		if len(w.visits) > 0 {
			set(&t.Visits, checkpoint, w.halves)
		}
		slices.Sort(w.visits)
		for _, b := range w.out {
			from, length := longest(b, w.visits, shifts[0].Shift.Started)
			t.addGap(CheckpointGap{checkpoint, night, from.UTC(), Duration(length)})
		}
	}
}

// watched is a checkpoint: when somebody was out whose route names it, and when it was visited.
type watched struct {
	out    []Band
	visits []time.Duration // since the first shift started
	halves HalfHours
}

func (t *Tally) addGap(gap CheckpointGap) {
	old, ok := t.Gaps[gap.Checkpoint]
	if !ok || gap.Length > old.Length || gap.Length == old.Length && gap.From.Before(old.From) {
		set(&t.Gaps, gap.Checkpoint, gap)
	}
}

// join adds a band that begins no earlier than the others; where it touches the last one they become one.
func join(bands []Band, b Band) []Band {
	if last := len(bands) - 1; last >= 0 && !b.From.After(bands[last].To) {
		bands[last].To = maxTime(bands[last].To, b.To)
		return bands
	}
	return append(bands, b)
}

// longest is the longest time in the band without one of the visits, which are sorted and reckoned from a start.
func longest(b Band, visits []time.Duration, start time.Time) (from time.Time, length time.Duration) {
	begin, end := b.From.Sub(start), b.To.Sub(start)
	from, last := b.From, begin
	step := func(t time.Duration) {
		t = min(max(t, begin), end)
		if t-last > length {
			from, length = start.Add(last), t-last
		}
		last = t
	}
	for _, t := range visits {
		step(t)
	}
	step(end)
	return from, length
}
