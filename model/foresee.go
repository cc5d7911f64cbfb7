package model

import (
	"fmt"
	"slices"
	"time"
)

// Foreseen is how the judge would take a check-in.
type Foreseen struct {
	State State // of the call that it would answer; empty where it would answer none
	Marks []Mark
}

// Has reports whether it would bear the mark.
func (f Foreseen) Has(m Mark) bool { return slices.Contains(f.Marks, m) }

// Foresee says how the judge would take check-ins if they were written down now, one after the other. The shift stays as it
// is.
func (s *Shift) Foresee(now time.Time, checkIns ...CheckIn) []Foreseen {
	with := *s
	with.Visits = slices.Clone(s.Visits)
	for i, c := range checkIns {
		v := Visit{ID: foreseenID(i), Checkpoint: c.Checkpoint, Mode: c.Mode, At: now, Written: now, Known: now}
		if c.For != nil {
			v.At = *c.For
		}
		with.Visits = append(with.Visits, v)
	}
	sortVisits(with.Visits)
	j := Judge(&with, now)
	foreseen := make([]Foreseen, len(checkIns))
	for i := range foreseen {
		at := slices.IndexFunc(j.Visits, func(v JudgedVisit) bool { return v.ID == foreseenID(i) })
		foreseen[i] = j.verdict(at)
	}
	return foreseen
}

// foreseenID comes behind those of all records.
func foreseenID(i int) string { return fmt.Sprintf("~%06d", i) }

// verdict on a visit.
func (j ShiftJudgement) verdict(visit int) Foreseen {
	v := j.Visits[visit]
	if v.Call >= 0 && j.Calls[v.Call].Visit == visit && j.Calls[v.Call].State.Made() {
		return Foreseen{j.Calls[v.Call].State, j.Calls[v.Call].Marks}
	}
	return Foreseen{Marks: v.Marks}
}
