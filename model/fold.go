package model

import (
	"cmp"
	"slices"
	"time"
)

// foldShifts tells the shifts of the story.
func (t *told) foldShifts(spare []*Shift) []*Shift {
	shifts := map[string]*Shift{}
	for _, e := range t.story {
		if b, ok := e.body.(ShiftStartedBody); ok {
			shifts[e.ID] = startOf(e, b)
		}
	}
	schedules := map[*Route][]Call{}
	for _, s := range shifts {
		s.schedule = scheduleOf(s, schedules)
		if last := len(spare) - 1; last >= 0 {
			room := spare[last]
			s.Visits, s.Heard, s.told, spare = room.Visits[:0], room.Heard[:0], room.told[:0], spare[:last]
			continue
		}
		likely := len(t.story) / len(shifts)
		s.Visits, s.Heard, s.told = make([]Visit, 0, likely), make([]time.Time, 0, likely), make([]telling, 0, likely)
	}
	for _, e := range t.story {
		s := shifts[e.shift()]
		if s == nil {
			continue
		}
		s.told = append(s.told, telling{e.ID, e.Seq != 0, e.doubt})
		if withdrawn := t.withdrawn[e.ID]; !e.atDesk || !withdrawn && e.Kind != Withdrawn {
			s.hear(e)
		}
		if !t.withdrawn[e.ID] {
			t.fold(s, e)
		}
	}
	list := make([]*Shift, 0, len(shifts))
	for _, s := range shifts {
		s.settle()
		list = append(list, s)
	}
	slices.SortFunc(list, func(a, b *Shift) int { return cmp.Or(a.Started.Compare(b.Started), cmp.Compare(a.ID, b.ID)) })
	return list
}

// scheduleOf the shift is known where another one set out with the same plan, read once, on the same route.
func scheduleOf(s *Shift, known map[*Route][]Call) []Call {
	i := slices.IndexFunc(s.Plan.Routes, func(r Route) bool { return r.ID == s.Route.ID })
	if i < 0 {
		return nil
	}
	route := &s.Plan.Routes[i]
	if _, ok := known[route]; !ok {
		known[route] = Schedule(&s.Plan, s.Route, s.Night)
	}
	return known[route]
}

func startOf(e *entry, b ShiftStartedBody) *Shift {
	s := &Shift{
		ID: e.ID, Device: e.Device, Behalf: b.Behalf, Night: e.Night, Zone: b.Plan.Zone(), Plan: b.Plan, Started: e.At, Since: e.heard(),
		Legs: []Leg{{From: e.At, Mode: b.Mode, Crew: b.Crew, Plate: b.Plate}},
	}
	s.Unit, _ = b.Plan.Unit(b.Unit)
	s.Route, _ = b.Plan.Route(b.Route)
	return s
}

// hear takes every record of the shift for a sign of the unit, also one that it took back itself; what an operator has seen,
// or wrote down by mistake, is none.
func (s *Shift) hear(e *entry) {
	b, seen := e.body.(AlertsAcknowledgedBody)
	if !seen {
		s.Heard = append(s.Heard, e.heard())
	}
	for _, key := range b.Alerts {
		set(&s.Acknowledged, key, true)
	}
}

// fold puts one record that counts into its shift.
func (t *told) fold(s *Shift, e *entry) {
	switch b := e.body.(type) {
	case CrewChangedBody:
		leg := s.Leg()
		leg.From, leg.Crew = e.At, b.Crew
		s.Legs = append(s.Legs, leg)
	case ModeChangedBody:
		leg := s.Leg()
		leg.From, leg.Mode = e.At, b.Mode
		leg.Plate = cmp.Or(b.Plate, leg.Plate)
		s.Legs = append(s.Legs, leg)
	case *CheckedInBody:
		s.Visits = append(s.Visits, t.visit(e, b))
	case SkippedBody:
		s.Skips = append(s.Skips, SkipEntry{e.ID, b.Checkpoint, b.Round, b.Reason, e.At})
	case OutcomeCountedBody:
		s.count(e, b)
	case ChecklistDoneBody:
		s.Checks = append(s.Checks, Check{e.ID, b.Checkpoint, b.Answers, e.At})
	case ShiftEndedBody:
		if s.Open() {
			s.Ended, s.Reason, s.Handover = maxTime(e.At, s.Started), b.Reason, b.Handover
		}
	}
}

// visit is the check-in with its corrections, the later one winning.
func (t *told) visit(e *entry, b *CheckedInBody) Visit {
	v := Visit{
		ID: e.ID, Device: e.Device, Checkpoint: b.Checkpoint, Mode: b.Mode, Note: b.Note,
		At: e.At, Written: e.At, Known: e.known(), Doubt: e.doubt,
	}
	if b.For != nil {
		v.At = *b.For
	}
	for _, c := range t.corrections[e.ID] {
		body, ok := c.body.(CorrectedBody)
		if !ok || body.Shift != b.Shift {
			continue
		}
		v.Corrected = true
		if body.Checkpoint != nil {
			v.Checkpoint, v.Known = *body.Checkpoint, maxTime(v.Known, c.known())
		}
		if body.For != nil {
			v.At, v.Known = *body.For, maxTime(v.Known, c.known())
		}
		if body.Mode != nil {
			v.Mode = *body.Mode
		}
		if body.Note != nil {
			v.Note = *body.Note
		}
	}
	return v
}

// known is when this machine learned of the record.
func (e *entry) known() time.Time { return maxTime(e.At, e.Received) }

// heard is when the record was a sign of its unit: no later than it came here, whatever the clock said that wrote it (R11).
func (e *entry) heard() time.Time {
	if e.Received.IsZero() {
		return e.At
	}
	return minTime(e.At, e.Received)
}

// settle brings the visits and skips into the order of time.
func (s *Shift) settle() {
	s.takeBack()
	slices.SortFunc(s.Heard, time.Time.Compare)
	sortVisits(s.Visits)
	slices.SortFunc(s.Skips, func(a, b SkipEntry) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID)) })
}

// sortVisits takes little time where they are in order already, as they mostly are.
func sortVisits(visits []Visit) {
	for i := 1; i < len(visits); i++ {
		if byMoment(&visits[i-1], &visits[i]) > 0 {
			slices.SortFunc(visits, func(a, b Visit) int { return byMoment(&a, &b) })
			return
		}
	}
}

func byMoment(a, b *Visit) int {
	if by := a.At.Compare(b.At); by != 0 {
		return by
	}
	return cmp.Compare(a.ID, b.ID)
}
