package session

import "beatbook/model"

// nightsBefore is how many earlier nights are looked through for what the last shift has left.
const nightsBefore = 2

// loadBefore reads the nights before the one in hand.
func (s *Session) loadBefore() error {
	counts, err := s.Log.Nights(s.Night.Date, nightsBefore)
	if err != nil {
		return err
	}
	s.before = nil
	for _, c := range counts {
		night, err := s.Log.Night(c.Date)
		if err != nil {
			return err
		}
		s.before = append(s.before, night)
	}
	return nil
}

// LastShift is the shift that ended last, of any unit, in the night in hand or one of the few before it; nil for none.
func (s *Session) LastShift() *model.Shift {
	for _, night := range append([]*model.Night{s.Night}, s.before...) {
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
