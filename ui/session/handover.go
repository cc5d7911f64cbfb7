package session

import (
	"slices"

	"beatbook/model"
)

// loadBefore reads the nights before the one in hand.
func (s *Session) loadBefore() error {
	counts, err := s.Log.Nights(s.Night.Date, s.nightsAtHand()-1)
	if err != nil {
		return err
	}
	inHand := s.Night
	for _, c := range counts {
		night, err := s.Log.Night(c.Date)
		if err != nil {
			return err
		}
		s.TakeIn(night)
	}
	s.Night = inHand
	s.findShift()
	return nil
}

// nightsAtHand is in how many nights shifts are looked for: those that have left something, at the desk those that are
// out.
func (s *Session) nightsAtHand() int {
	if s.Desk != nil {
		return 4
	}
	return 3
}

// Unread are the shifts of this device in the nights at hand that have left a note of which nobody has said to have read it,
// the oldest first; none at a duty desk.
func (s *Session) Unread() []*model.Shift {
	if s.Desk != nil {
		return nil
	}
	read := s.acknowledged()
	var unread []*model.Shift
	for _, night := range slices.Backward(s.nights) {
		for _, shift := range night.Shifts() {
			if shift.Handover != "" && shift.Device == s.Log.Device() && !read[shift.ID] {
				unread = append(unread, shift)
			}
		}
	}
	return unread
}

// Handovers are what the next shift is to read: the notes of Unread, and what the last shift has left; none at a duty desk.
func (s *Session) Handovers() []*model.Shift {
	shifts, last := s.Unread(), s.LastShift()
	if s.Desk == nil && last != nil && !slices.Contains(shifts, last) {
		shifts = append(shifts, last)
	}
	return shifts
}

// acknowledged are the shifts whose handover was read, by id.
func (s *Session) acknowledged() map[string]bool {
	read := map[string]bool{}
	for _, night := range s.nights {
		for _, r := range night.Story() {
			if r.Kind != model.HandoverAcknowledged {
				continue
			}
			if body, err := model.Decode[model.HandoverAcknowledgedBody](r); err == nil {
				read[body.Shift] = true
			}
		}
	}
	return read
}

// LastShift is the shift that ended last, of any unit, in the night in hand or one of the few before it; nil for none.
func (s *Session) LastShift() *model.Shift {
	for _, night := range s.nights {
		var last *model.Shift
		for _, shift := range night.Shifts() {
			if !shift.Open() && (last == nil || shift.Ended.After(last.Ended)) {
				last = shift
			}
		}
		if last != nil {
			return last
		}
	}
	return nil
}

// Remember keeps what the shift came to be as the suggestion for the next start.
func (s *Session) Remember(shift *model.Shift) {
	leg := shift.Leg()
	s.Settings.Last = Form{Unit: shift.Unit.ID, Crew: leg.Crew, Route: shift.Route.ID, Mode: leg.Mode, Plate: leg.Plate}
}
