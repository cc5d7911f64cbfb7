package model

import (
	"bytes"
	"encoding/json"
	"time"
)

// entry is a record with its body decoded once.
type entry struct {
	body   any
	order  time.Time // the latest clock reading that the device had shown by then
	doubt  bool      // the clock of the device was in doubt by then
	atDesk bool      // somebody at the duty desk wrote it down for the unit
	Record

	checkIn CheckedInBody // where that is the body, as of most records: then it takes no memory of its own
}

// checkIn is what the parser has found in the body, or what is found now.
func (n *Night) checkIn(e *entry) (said saidAtCheckIn, ok bool) {
	switch {
	case e.Kind != CheckedIn:
		return said, false
	case n.parser.isCheckIn:
		return n.parser.checkIn, true
	}
	return splitCheckedIn(scanner{rest: e.Body, ok: true})
}

// read decodes the body of an entry that is new.
func (n *Night) read(e *entry) {
	n.told = nil
	if said, ok := n.checkIn(e); ok && n.texts.checkIn(said, &e.checkIn) {
		e.body = &e.checkIn
		return
	}
	e.body = n.decodeBody(&e.Record)
	if start, ok := e.body.(ShiftStartedBody); ok {
		e.atDesk = start.Behalf != nil // spares looking through its plan
		return
	}
	e.atDesk = bytes.Contains(e.Body, []byte(`,"behalf":{`))
}

func (n *Night) decodeBody(r *Record) any {
	var body any
	var err error
	switch r.Kind {
	case ShiftStarted:
		body, err = n.plans.decodeShiftStarted(*r)
	case ShiftEnded:
		body, err = Decode[ShiftEndedBody](*r)
	case CrewChanged:
		body, err = Decode[CrewChangedBody](*r)
	case ModeChanged:
		body, err = Decode[ModeChangedBody](*r)
	case CheckedIn:
		checkIn := new(CheckedInBody)
		body, err = checkIn, json.Unmarshal(r.Body, checkIn)
	case Skipped:
		body, err = Decode[SkippedBody](*r)
	case Corrected:
		body, err = Decode[CorrectedBody](*r)
	case Withdrawn:
		body, err = Decode[WithdrawnBody](*r)
	case OutcomeCounted:
		body, err = Decode[OutcomeCountedBody](*r)
	case HazardFound:
		body, err = Decode[HazardFoundBody](*r)
	case ChecklistDone:
		body, err = Decode[ChecklistDoneBody](*r)
	case OperatorOn:
		body, err = Decode[OperatorOnBody](*r)
	case OperatorOff:
		body, err = Decode[OperatorOffBody](*r)
	case UnitHeard:
		body, err = Decode[UnitHeardBody](*r)
	case AlertsAcknowledged:
		body, err = Decode[AlertsAcknowledgedBody](*r)
	}
	if err != nil {
		return nil
	}
	return body
}

// shift that the record belongs to, empty where it belongs to none.
func (e *entry) shift() string {
	switch b := e.body.(type) {
	case ShiftStartedBody:
		return e.ID
	case ShiftEndedBody:
		return b.Shift
	case CrewChangedBody:
		return b.Shift
	case ModeChangedBody:
		return b.Shift
	case *CheckedInBody:
		return b.Shift
	case SkippedBody:
		return b.Shift
	case CorrectedBody:
		return b.Shift
	case WithdrawnBody:
		return b.Shift
	case OutcomeCountedBody:
		return b.Shift
	case HazardFoundBody:
		return b.Shift
	case ChecklistDoneBody:
		return b.Shift
	case UnitHeardBody:
		return b.Shift
	case AlertsAcknowledgedBody:
		return b.Shift
	}
	return ""
}
