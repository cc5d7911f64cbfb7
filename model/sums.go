package model

import (
	"encoding/json"
	"maps"
	"slices"
	"time"
)

// Set is a set of ids, in JSON a sorted list of them.
type Set map[string]bool

// MarshalJSON writes a sorted list.
func (s Set) MarshalJSON() ([]byte, error) { return json.Marshal(slices.Sorted(maps.Keys(s))) }

// UnmarshalJSON reads a list.
func (s *Set) UnmarshalJSON(b []byte) error {
	var ids []string
	if err := json.Unmarshal(b, &ids); err != nil {
		return err
	}
	*s = make(Set, len(ids))
	for _, id := range ids {
		(*s)[id] = true
	}
	return nil
}

// Sums are what a report counts, of one shift or of many: sums add up with Add. The zero value counts nothing.
type Sums struct {
	Due     int `json:"due,omitempty"` // 应巡: calls whose time has come; those of an interval plan are not among them
	Made    int `json:"made,omitempty"`
	OnTime  int `json:"on_time,omitempty"`
	Early   int `json:"early,omitempty"`
	Late    int `json:"late,omitempty"`
	Missed  int `json:"missed,omitempty"`
	Skipped int `json:"skipped,omitempty"`

	Seen     Set `json:"seen,omitempty"`     // checkpoints that were visited
	Expected Set `json:"expected,omitempty"` // checkpoints of the routes that were patrolled

	Shifts     int                 `json:"shifts,omitempty"`
	PersonTime Duration            `json:"person_time,omitempty"`  // time on patrol, times the people
	FootTime   Duration            `json:"foot_time,omitempty"`    // time of the legs on foot
	CarTime    Duration            `json:"vehicle_time,omitempty"` // time of the legs by vehicle
	Outcomes   map[OutcomeKind]int `json:"outcomes,omitempty"`
	Marks      map[Mark]int        `json:"marks,omitempty"` // of visits and of calls
}

// Presence is 到位率: calls made ÷ due, 0 to 1; false where none was due.
func (s Sums) Presence() (rate float64, ok bool) { return ratio(s.Made, s.Due) }

// Coverage is 覆盖率: checkpoints seen ÷ all, 0 to 1; false where there is none.
func (s Sums) Coverage() (rate float64, ok bool) {
	seen := 0
	for checkpoint := range s.Expected {
		if s.Seen[checkpoint] {
			seen++
		}
	}
	return ratio(seen, len(s.Expected))
}

// Punctuality is 准点率: calls on time ÷ made, 0 to 1; false where none was made.
func (s Sums) Punctuality() (rate float64, ok bool) { return ratio(s.OnTime, s.Made) }

func ratio(part, whole int) (float64, bool) {
	if whole == 0 {
		return 0, false
	}
	return float64(part) / float64(whole), true
}

// Add adds other sums.
func (s *Sums) Add(o Sums) {
	s.Due, s.Made, s.OnTime, s.Early, s.Late = s.Due+o.Due, s.Made+o.Made, s.OnTime+o.OnTime, s.Early+o.Early, s.Late+o.Late
	s.Missed, s.Skipped, s.Shifts = s.Missed+o.Missed, s.Skipped+o.Skipped, s.Shifts+o.Shifts
	s.PersonTime, s.FootTime, s.CarTime = s.PersonTime+o.PersonTime, s.FootTime+o.FootTime, s.CarTime+o.CarTime
	s.Seen, s.Expected = unite(s.Seen, o.Seen), unite(s.Expected, o.Expected)
	s.Outcomes, s.Marks = addCounts(s.Outcomes, o.Outcomes), addCounts(s.Marks, o.Marks)
}

func unite(s, o Set) Set {
	for id := range o {
		s = s.with(id)
	}
	return s
}

// with puts the id into the set, which may not be there yet.
func (s Set) with(id string) Set {
	if !s[id] {
		set(&s, id, true)
	}
	return s
}

func addCounts[M ~map[K]int, K comparable](m, more M) M {
	for k, n := range more {
		set(&m, k, m[k]+n)
	}
	return m
}

// set puts a value into a map that may not be there yet.
func set[M ~map[K]V, K comparable, V any](m *M, k K, v V) {
	if *m == nil {
		*m = M{}
	}
	(*m)[k] = v
}

// addCall counts a call whose time has come.
func (s *Sums) addCall(c *JudgedCall) {
	for _, m := range c.Marks {
		if m == WasMissed || m == GapTooLong { // the other marks are those of the visit
			s.mark(m)
		}
	}
	count := s.count(c.State)
	if c.Gap != nil || count == nil && c.State != Overdue {
		return
	}
	s.Due++
	if count != nil {
		*count++
	}
	if c.State.Made() {
		s.Made++
	}
}

// count of the calls that are settled in the state, nil where it is no such state.
func (s *Sums) count(state State) *int {
	switch state {
	case OnTime:
		return &s.OnTime
	case Early:
		return &s.Early
	case Late:
		return &s.Late
	case Missed:
		return &s.Missed
	case SkippedCall:
		return &s.Skipped
	}
	return nil
}

func (s *Sums) mark(m Mark) {
	if s.Marks == nil {
		s.Marks = map[Mark]int{}
	}
	s.Marks[m]++
}

// addTime adds up the time of the shift, each moment of it in the leg that it falls into.
func (s *Sums) addTime(shift *Shift, now time.Time) {
	out := outTime(shift, now)
	edges := []time.Time{out.From, out.To}
	for _, leg := range shift.Legs {
		if leg.From.After(out.From) && leg.From.Before(out.To) {
			edges = append(edges, leg.From)
		}
	}
	slices.SortFunc(edges, time.Time.Compare)
	for i, from := range edges[:len(edges)-1] {
		leg, length := shift.LegAt(from), Duration(edges[i+1].Sub(from))
		s.PersonTime += length * Duration(len(leg.Crew))
		if leg.Mode == Vehicle {
			s.CarTime += length
		} else {
			s.FootTime += length
		}
	}
}

// outTime is from the start of the shift to its end or now, whichever is earlier: an end ahead of now is not yet one (R11).
// A shift that nobody ended is out until its night turns, not for ever.
func outTime(s *Shift, now time.Time) Band {
	end := minTime(now, s.Night.AddDays(1).At(s.Plan.NightTurnsAt, s.Zone, s.Plan.NightTurnsAt))
	if !s.Open() {
		end = minTime(s.Ended, now)
	}
	return Band{s.Started, maxTime(end, s.Started)}
}
