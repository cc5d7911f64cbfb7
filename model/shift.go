package model

import "time"

// Shift is one unit on one route for one stretch of the night, as the records tell it.
type Shift struct {
	ID       string  // of the record that started it
	Device   string  // that started it
	Behalf   *Behalf // who started it for the unit; nil: it did so itself
	Night    Date
	Zone     *time.Location
	Unit     Unit
	Route    Route
	Plan     Plan // frozen (R3)
	Started  time.Time
	Since    time.Time // when its start was a sign of the unit: Started, or when that came here where it is earlier (R11)
	Ended    time.Time // zero while it is out
	Reason   string    // of an early end
	Handover string
	Legs     []Leg   // at least one, as they were said
	Visits   []Visit // by At, then id; without the withdrawn ones
	Skips    []SkipEntry
	Outcomes []Outcome   // as they were said, with their corrections
	Checks   []Check     // checklists that were gone through, as they were said
	Heard    []time.Time // when the unit gave a sign: each of its records, in order of time

	Acknowledged map[string]bool // alerts that an operator has seen, by key

	schedule  []Call         // of its route in its night; nil where it was not folded from records
	told      []telling      // the records that it was folded from, in order
	takenBack map[string]int // from outcomes, by id, while the shift is folded
}

// telling is a record as far as another one of the same content may read otherwise.
type telling struct {
	id       string
	numbered bool
	doubt    bool
}

// Leg is a stretch of a shift with one mode and one crew.
type Leg struct {
	From  time.Time
	Mode  Mode
	Crew  []string
	Plate string
}

// Visit is a check-in with its corrections applied.
type Visit struct {
	ID         string // of the check-in's record
	Device     string
	Checkpoint string
	Mode       Mode
	Note       string
	At         time.Time // when it happened, by the wall clock
	Written    time.Time // when it was written down
	Known      time.Time // when this machine learned of it: Written, or the receipt from another one
	Corrected  bool
	Doubt      bool // the device's clock was off (R11)
}

// SkipEntry is a call that somebody said would not be made.
type SkipEntry struct {
	ID         string
	Checkpoint string
	Round      int // 0: the call that is next
	Reason     string
	At         time.Time
}

// Open reports whether the shift is still out.
func (s *Shift) Open() bool { return s.Ended.IsZero() }

// Leg is the latest leg.
func (s *Shift) Leg() Leg { return s.Legs[len(s.Legs)-1] }

// LegAt is the leg that the moment falls into: of those begun by then the last one said, or the first before the start.
func (s *Shift) LegAt(t time.Time) Leg {
	at := s.Legs[0]
	for _, leg := range s.Legs[1:] {
		if !leg.From.After(t) {
			at = leg
		}
	}
	return at
}

func (s *Shift) decision(kind Kind, body any) decision {
	return decision{kind: kind, night: s.Night, zone: s.Plan.Timezone, body: body}
}
