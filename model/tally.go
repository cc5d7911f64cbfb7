package model

import (
	"cmp"
	"slices"
	"time"
)

// ReportFilter narrows a report to a route, a unit or both; empty: all.
type ReportFilter struct {
	Route string
	Unit  string
}

// Takes reports whether the report counts the shift.
func (f ReportFilter) Takes(s *Shift) bool {
	return (f.Route == "" || f.Route == s.Route.ID) && (f.Unit == "" || f.Unit == s.Unit.ID)
}

// MissedCall is a call that was missed, by name.
type MissedCall struct {
	Night      Date      `json:"night"`
	Unit       string    `json:"unit"`
	Route      string    `json:"route"`
	Round      int       `json:"round"`
	Checkpoint string    `json:"checkpoint"`
	Due        time.Time `json:"due"`
}

// ShiftRef names a shift.
type ShiftRef struct {
	Night Date   `json:"night"`
	ID    string `json:"id"`
}

// Tally is all that a report takes from the shifts of a night, or, with Add, of many nights. It stands by itself: the
// log that it was counted from is not needed any more. The zero value is the tally of nothing.
type Tally struct {
	Total       Sums                     `json:"total"`
	Routes      map[string]Sums          `json:"routes,omitempty"` // by id, like all that follows
	Units       map[string]Sums          `json:"units,omitempty"`
	Checkpoints map[string]Sums          `json:"checkpoints,omitempty"` // of them neither shifts nor time
	Visits      map[string]HalfHours     `json:"visits,omitempty"`      // of each checkpoint
	Gaps        map[string]CheckpointGap `json:"gaps,omitempty"`        // the longest one of each checkpoint
	Missed      []MissedCall             `json:"missed,omitempty"`      // by when they were due
	Latest      map[string]ShiftRef      `json:"latest,omitempty"`      // on each route: its plan has the names
}

// SettledAt is a moment from which on the judgement of a night cannot change any more, but for records that arrive late:
// the night has turned wherever it was, and the last of its calls has passed its outer band.
func SettledAt(night Date) time.Time { return night.AddDays(3).At(0, time.UTC, 0) }

// Tally counts the shifts of the night that the filter takes, as they stand at a moment, or, where that is earlier, when
// the night was settled.
func (n *Night) Tally(f ReportFilter, now time.Time) Tally {
	now = minTime(now, SettledAt(n.Date))
	var t Tally
	var shifts []ShiftJudgement
	for _, s := range n.Shifts() {
		if f.Takes(s) {
			shifts = append(shifts, Judge(s, now))
		}
	}
	for _, j := range shifts {
		t.addShift(j, now)
	}
	t.addVisits(n.Date, shifts, now)
	t.sortMissed()
	return t
}

// place is what a shift did at a checkpoint.
type place struct {
	sums           Sums // without the checkpoint itself
	seen, expected bool
}

func (t *Tally) addShift(j ShiftJudgement, now time.Time) {
	shift, sums := j.Shift, Sums{Shifts: 1}
	sums.addTime(shift, now)
	for checkpoint, p := range j.places() {
		here := t.Checkpoints[checkpoint]
		for _, s := range []*Sums{&sums, &here} {
			s.Add(p.sums)
			if p.seen {
				s.Seen = s.Seen.with(checkpoint)
			}
			if p.expected {
				s.Expected = s.Expected.with(checkpoint)
			}
		}
		set(&t.Checkpoints, checkpoint, here)
	}
	t.Total.Add(sums)
	addTo(&t.Routes, shift.Route.ID, sums)
	addTo(&t.Units, shift.Unit.ID, sums)
	set(&t.Latest, shift.Route.ID, ShiftRef{shift.Night, shift.ID}) // they come by their start
	for _, c := range j.Calls {
		if c.State == Missed {
			t.Missed = append(t.Missed, MissedCall{shift.Night, shift.Unit.ID, shift.Route.ID, c.Round, c.Checkpoint, c.Due().UTC()})
		}
	}
}

// places are those where the shift was or was to be, by the id of the checkpoint.
func (j ShiftJudgement) places() map[string]*place {
	places := map[string]*place{}
	at := func(checkpoint string) *place {
		p := places[checkpoint]
		if p == nil {
			p = &place{}
			places[checkpoint] = p
		}
		return p
	}
	for i := range j.Calls {
		c := &j.Calls[i]
		p := at(c.Checkpoint)
		p.expected = true
		p.sums.addCall(c)
	}
	for i := range j.Visits {
		v := &j.Visits[i]
		p := at(v.Checkpoint)
		p.seen = true
		for _, m := range v.Marks {
			p.sums.mark(m)
		}
	}
	for _, o := range j.Shift.Outcomes {
		if o.Quantity > 0 {
			p := at(o.Checkpoint)
			set(&p.sums.Outcomes, o.Kind, p.sums.Outcomes[o.Kind]+o.Quantity)
		}
	}
	return places
}

// Add adds the tally of another night.
func (t *Tally) Add(o Tally) {
	t.Total.Add(o.Total)
	for _, parts := range []struct {
		to   *map[string]Sums
		from map[string]Sums
	}{{&t.Routes, o.Routes}, {&t.Units, o.Units}, {&t.Checkpoints, o.Checkpoints}} {
		for id, sums := range parts.from {
			addTo(parts.to, id, sums)
		}
	}
	for checkpoint, halves := range o.Visits {
		sum := t.Visits[checkpoint]
		sum.Add(halves)
		set(&t.Visits, checkpoint, sum)
	}
	for _, gap := range o.Gaps {
		t.addGap(gap)
	}
	for route, shift := range o.Latest {
		if shift.Night >= t.Latest[route].Night {
			set(&t.Latest, route, shift)
		}
	}
	behind := len(t.Missed) == 0 || len(o.Missed) == 0 || !o.Missed[0].Due.Before(t.Missed[len(t.Missed)-1].Due)
	if t.Missed = append(t.Missed, o.Missed...); !behind {
		t.sortMissed()
	}
}

func (t *Tally) sortMissed() {
	slices.SortStableFunc(t.Missed, func(a, b MissedCall) int { return cmp.Or(a.Due.Compare(b.Due), cmp.Compare(a.Night, b.Night)) })
}

func addTo(parts *map[string]Sums, id string, more Sums) {
	sums := (*parts)[id]
	sums.Add(more)
	set(parts, id, sums)
}
