package model

import (
	"cmp"
	"slices"
	"time"
)

// NightTally is the tally of one night.
type NightTally struct {
	Night Date
	Tally
}

// MissedAt are the calls of a checkpoint that were missed, by when they were due.
func (t Tally) MissedAt(checkpoint string) []MissedCall {
	return slices.DeleteFunc(slices.Clone(t.Missed), func(m MissedCall) bool { return m.Checkpoint != checkpoint })
}

// PlaceName is the name of a checkpoint, its id where the plan does not know it.
func (p *Plan) PlaceName(checkpoint string) Name {
	if c, ok := p.Checkpoint(checkpoint); ok {
		return c.Name
	}
	return Name{checkpoint, checkpoint}
}

// EachNight gives the tally of every night up to the last one, the newest first: an empty one for a night without a shift.
// Nights before the first one with a shift are left out.
func EachNight(tallies []NightTally, to Date) []NightTally {
	by := map[Date]NightTally{}
	first := to.AddDays(1)
	for _, t := range tallies {
		if t.Total.Shifts > 0 && t.Night <= to {
			by[t.Night], first = t, min(first, t.Night)
		}
	}
	var nights []NightTally
	for d := to; d >= first; d = d.AddDays(-1) {
		t := by[d]
		t.Night = d
		nights = append(nights, t)
	}
	return nights
}

// PlaceVisit is a visit of a checkpoint with who made it. It stands by itself: the night that it was read from is not
// needed any more.
type PlaceVisit struct {
	Visit
	State  State // of the call that it answers; empty: it answers none
	Marks  []Mark
	Unit   Unit
	Crew   []string // of the leg
	Zone   *time.Location
	Behalf *Behalf // who wrote it down for the unit; nil: it did so itself
	Ahead  bool    // it lies in the future: it is never the last one (R11)
}

// VisitsAt are the visits of a checkpoint in the night, in order of time, as they are judged at a moment or, where that is
// earlier, when the night was settled.
func (n *Night) VisitsAt(checkpoint string, now time.Time) []PlaceVisit {
	now = minTime(now, SettledAt(n.Date))
	var visits []PlaceVisit
	for _, s := range n.Shifts() {
		if !slices.ContainsFunc(s.Visits, func(v Visit) bool { return v.Checkpoint == checkpoint }) {
			continue
		}
		j := Judge(s, now)
		for i, v := range j.Visits {
			if v.Checkpoint == checkpoint {
				visits = append(visits, n.placeVisit(j, i, now))
			}
		}
	}
	slices.SortFunc(visits, func(a, b PlaceVisit) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID)) })
	return visits
}

func (n *Night) placeVisit(j ShiftJudgement, i int, now time.Time) PlaceVisit {
	s, v := j.Shift, j.Visits[i]
	r, _ := n.Record(v.ID)
	visit := PlaceVisit{
		Visit: *v.Visit, Marks: v.Marks, Unit: s.Unit, Crew: s.LegAt(v.At).Crew, Zone: s.Zone, Behalf: FactsOf(r).Behalf,
		Ahead: ahead(v.At, now),
	}
	if v.Call >= 0 && j.Calls[v.Call].Visit == i && j.Calls[v.Call].State.Made() {
		visit.State, visit.Marks = j.Calls[v.Call].State, j.Calls[v.Call].Marks
	}
	return visit
}

// UnitShift is a shift of a unit with what it came to. It stands by itself, like a PlaceVisit.
type UnitShift struct {
	Route    Route
	Zone     *time.Location
	Started  time.Time
	Ended    time.Time // zero while it is out
	Legs     []Leg
	Reason   string
	Handover string
	Behalf   *Behalf
	Sums     Sums
}

// People are those of the crews of all legs, in the order in which they came, each of them once.
func (s UnitShift) People() []string {
	var people []string
	for _, leg := range s.Legs {
		for _, name := range leg.Crew {
			if !slices.Contains(people, name) {
				people = append(people, name)
			}
		}
	}
	return people
}

// OnPatrol is the time on patrol, however many went.
func (s Sums) OnPatrol() time.Duration { return time.Duration(s.FootTime + s.CarTime) }

// ShiftsOf are the shifts of a unit in the night, by their start, as they are judged at a moment or, where that is
// earlier, when the night was settled.
func (n *Night) ShiftsOf(unit string, now time.Time) []UnitShift {
	now = minTime(now, SettledAt(n.Date))
	var shifts []UnitShift
	for _, s := range n.Shifts() {
		if s.Unit.ID != unit {
			continue
		}
		var t Tally
		t.addShift(Judge(s, now), now)
		shifts = append(shifts, UnitShift{
			Route: s.Route, Zone: s.Zone, Started: s.Started, Ended: s.Ended, Legs: s.Legs,
			Reason: s.Reason, Handover: s.Handover, Behalf: s.Behalf, Sums: t.Total,
		})
	}
	return shifts
}

// OnDuty is a shift that was out at a moment.
type OnDuty struct {
	Shift  *Shift
	Leg    Leg
	Before *Visit // the last one until the moment; nil: there was none
	After  *Visit // the next one; nil: there was none
}

// Duty is who was on duty at a moment.
type Duty struct {
	At   time.Time
	Out  []OnDuty // by their start
	Desk []Watch  // at the duty desks
}

// DutyAt says who was on duty at a moment, as it is known now. The nights are given in their order: that of the moment and
// those about it.
func DutyAt(nights []*Night, at, now time.Time) Duty {
	d := Duty{At: at}
	for _, n := range nights {
		for _, s := range n.Shifts() {
			if out := outTime(s, now); out.Holds(at) {
				d.Out = append(d.Out, s.onDuty(at, now))
			}
		}
	}
	slices.SortStableFunc(d.Out, func(a, b OnDuty) int { return a.Shift.Started.Compare(b.Shift.Started) })
	for _, w := range joinWatches(nights) {
		if !at.Before(w.From) && (w.To.IsZero() || at.Before(w.To)) {
			d.Desk = append(d.Desk, w)
		}
	}
	return d
}

func (s *Shift) onDuty(at, now time.Time) OnDuty {
	d := OnDuty{Shift: s, Leg: s.LegAt(at)}
	for i := range s.Visits {
		v := &s.Visits[i]
		if !v.At.After(at) {
			d.Before = v
		} else if !ahead(v.At, now) {
			d.After = v
			break
		}
	}
	return d
}

// joinWatches are the times at the duty desks over several nights: one that goes on over the turn of a night is one.
func joinWatches(nights []*Night) []Watch {
	var watches []Watch
	current := map[string]int{} // by device
	for _, n := range nights {
		for _, w := range n.Watches() {
			i, open := current[w.Device]
			delete(current, w.Device)
			switch {
			case open && w.From.IsZero():
				watches[i].To, watches[i].Note = w.To, w.Note
				continue
			case open:
				watches[i].To = w.From
			}
			if w.To.IsZero() {
				current[w.Device] = len(watches)
			}
			watches = append(watches, w)
		}
	}
	return watches
}
