package session

import (
	"slices"

	"beatbook/model"
)

// left is what is left of an outcome that was counted in the night, 0 for a correction.
func left(night *model.Night, outcome string) int {
	if in, ok := night.Shift(night.ShiftOf(outcome)); ok {
		for _, o := range in.Outcomes {
			if o.ID == outcome {
				return o.Quantity
			}
		}
	}
	return 0
}

// Undo is the intent that takes a record back: counted work is corrected, anything else withdrawn.
func (s *Session) Undo(shift string, record model.Record) model.Intent {
	if record.Kind == model.OutcomeCounted {
		return model.CorrectOutcome{Shift: shift, Of: record.ID, Quantity: left(s.Night, record.ID)}
	}
	return model.Withdraw{Shift: shift, Of: record.ID}
}

// Undoable is the latest record of this device in the shift that still counts and can be withdrawn. Where there is none it is
// the one that stands in the way, if any.
func (s *Session) Undoable(shift string) (model.Record, bool) {
	return s.undoable(s.Night, func(of string) bool { return of == shift })
}

func (s *Session) undoable(night *model.Night, wanted func(shift string) bool) (model.Record, bool) {
	for _, r := range slices.Backward(night.Story()) {
		if r.Device != s.Log.Device() || night.Withdrawn(r.ID) || !wanted(night.ShiftOf(r.ID)) {
			continue
		}
		switch r.Kind {
		case model.CheckedIn, model.Skipped, model.Corrected, model.CrewChanged, model.ModeChanged, model.ShiftEnded, model.UnitHeard:
			return r, true
		case model.ShiftStarted, model.HazardFound, model.ChecklistDone:
			return r, false // cannot be taken back, and what lies before it is not what was done last
		case model.OutcomeCounted:
			if left(night, r.ID) > 0 {
				return r, true
			}
		}
	}
	return model.Record{}, false
}

// Restore folds a record in again that was taken back, to be written once more.
func (s *Session) Restore(record model.Record) { s.fold(record) }
