package session

import (
	"context"
	"iter"
	"slices"
	"time"

	"beatbook/model"
)

// Desk is what a duty desk has beside what every session has: all shifts that are out, and who sits there.
type Desk struct {
	Operator string // who has signed on; empty: nobody
	Since    time.Time
	Note     string // handed over by whoever sat there before
	Board    model.Board

	changes int       // that the board has taken in
	at      time.Time // for which it was brought up to date
}

// LoadDesk is Load for a duty desk: no shift is in hand until one is picked.
func LoadDesk(ctx context.Context, log Log) (*Session, error) {
	s, err := load(ctx, &Session{Log: log, Desk: &Desk{}})
	if err != nil {
		return nil, err
	}
	s.UpdateBoard(log.Stamp().At)
	return s, nil
}

// findOperator finds who sits at the desk of this device, in the nights at hand: whoever signed on there last. The note is
// that of whoever sat there before.
func (s *Session) findOperator() {
	d := s.Desk
	d.Operator, d.Since, d.Note = "", time.Time{}, ""
	for w := range s.watches() {
		if !w.To.IsZero() {
			d.Note = w.Note
			return
		}
		if d.Operator == "" {
			d.Operator, d.Since = w.Operator, w.From
		}
	}
}

// watches are the times at the desk of this device in the nights at hand, the latest first.
func (s *Session) watches() iter.Seq[model.Watch] {
	return func(yield func(model.Watch) bool) {
		for _, night := range s.nights {
			for _, w := range slices.Backward(night.Watches()) {
				if w.Device == s.Log.Device() && !yield(w) {
					return
				}
			}
		}
	}
}

// Operators are the names of those who have sat at the desk of this device in the nights at hand, the latest first.
func (s *Session) Operators() []string {
	var names []string
	for w := range s.watches() {
		if !slices.Contains(names, w.Operator) {
			names = append(names, w.Operator)
		}
	}
	return names
}

// Changes is how often something has changed in the nights at hand.
func (s *Session) Changes() int { return s.changes }

// Nights are those at hand, the newest first.
func (s *Session) Nights() []*model.Night { return s.nights }

// UpdateBoard brings the board of the desk up to date at a moment, and who sits there. Where nothing has changed and no time
// has passed there is nothing to do.
func (s *Session) UpdateBoard(now time.Time) {
	changed := s.changes != s.Desk.changes
	if !changed && now.Equal(s.Desk.at) {
		return
	}
	if changed {
		s.findOperator()
	}
	s.Desk.changes, s.Desk.at = s.changes, now
	nights := slices.Clone(s.nights)
	slices.Reverse(nights)
	s.Desk.Board.Update(nights, now)
}

// Pick takes a shift in hand, or, where it is nil, none.
func (s *Session) Pick(shift *model.Shift) {
	if shift == nil {
		s.shift, s.Night = "", s.nights[0]
		return
	}
	if at, held := s.at(shift.Night); held {
		s.shift, s.Night = shift.ID, s.nights[at]
	}
}

// UndoableAtDesk is the latest record that was written at this desk for a unit, still counts and can be withdrawn, with its
// shift. Where there is none the record is the one that stands in the way, if any.
func (s *Session) UndoableAtDesk() (*model.Shift, model.Record, bool) {
	for _, night := range s.nights {
		record, ok := s.undoable(night, func(shift string) bool { return shift != "" })
		if shift, known := night.Shift(night.ShiftOf(record.ID)); known {
			return shift, record, ok
		}
	}
	return nil, model.Record{}, false
}

// IntendFor is Intend for any shift at hand.
func (s *Session) IntendFor(shift *model.Shift, intent model.Intent) (model.Record, error) {
	at, held := s.at(shift.Night)
	if !held {
		return model.Record{}, &model.Refusal{Code: model.NoShift, Subject: shift.ID}
	}
	return s.intend(s.nights[at], intent)
}

// checkIsIn refuses at the desk to start a unit that is still out, be it since an earlier night: there its shift can be
// ended.
func (s *Session) checkIsIn(intent model.Intent) error {
	if written, ok := intent.(model.OnBehalf); ok {
		intent = written.Intent
	}
	start, ok := intent.(model.StartShift)
	if !ok || s.Desk == nil {
		return nil
	}
	if shift := s.OpenShift(start.Unit); shift != nil {
		return &model.Refusal{Code: model.ShiftOpen, Subject: start.Unit, Name: shift.Unit.Callsign}
	}
	return nil
}

// OpenShift is the open shift of a unit in the nights at hand, whoever wrote it; nil where it is not out.
func (s *Session) OpenShift(unit string) *model.Shift {
	for _, night := range s.nights {
		for _, shift := range night.Shifts() {
			if shift.Open() && shift.Unit.ID == unit {
				return shift
			}
		}
	}
	return nil
}

// signed makes the intent one of the operator at the desk, where there is a desk; else a step with a hazard one of the
// shift in hand.
func (s *Session) signed(intent model.Intent) model.Intent {
	if s.Desk == nil {
		if step, ok := intent.(model.MoveHazard); ok && step.Shift == nil {
			step.Shift = s.Shift()
			return step
		}
		return intent
	}
	channel := model.ByRadio
	switch intent.(type) {
	case model.SignOn, model.SignOff, model.CallRoll, model.AcknowledgeAlerts, model.AdoptPlan, model.OnBehalf:
		return intent // they name the operator themselves
	case model.MoveHazard, model.AcknowledgeHandover:
		channel = model.AtDesk
	}
	return model.OnBehalf{Behalf: model.Behalf{Operator: s.Desk.Operator, Channel: channel}, Intent: intent}
}
