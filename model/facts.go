package model

import "time"

// Facts are what the body of a record says, whatever its kind: each name means the same in the bodies of all kinds, also
// of those that a newer version has added. What a body does not say is nil or empty.
type Facts struct {
	Plan       struct{ Site Site }
	Sample     bool
	Checkpoint *string
	Mode       *Mode
	Plate      string
	Crew       []string
	Note       *string
	For        *time.Time
	Round      int
	Reason     string
	Handover   string
	Of         string

	KindOf   string `json:"kind"` // of the outcome or the hazard
	Quantity int
	What     string
	Severity Severity
	Fixed    bool
	Order    *FixOrder
	Hazard   string
	Step     HazardStep
	Shift    string // that the record names, be it one that others speak of
	By       string // id of the unit that did it, where the record belongs to no shift
	Answers  []Answer

	Behalf   *Behalf
	Operator string
	Relieves string
	Alerts   []string
	Heard    []CalledUnit // in a roll call
	Silent   []CalledUnit
}

// FactsOf reads the body of a record. A body that cannot be read says nothing.
func FactsOf(r Record) Facts {
	f, err := Decode[Facts](r)
	if err != nil {
		return Facts{}
	}
	return f
}
