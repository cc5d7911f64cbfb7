package model

import (
	"strings"
	"time"
)

// CalledUnit is a unit that was called, by what it was named then: its shift may be of another night than the roll call.
type CalledUnit struct {
	Shift    string `json:"shift"`
	Unit     string `json:"unit"`
	Callsign Name   `json:"callsign"`
}

// CallRoll says how a roll call of all units that are out went.
type CallRoll struct {
	Plan     *Plan
	Operator string
	Began    time.Time
	Heard    []*Shift
	Silent   []*Shift // that did not answer
}

// RollCalledBody says: all units that were out were called, these answered and those did not.
type RollCalledBody struct {
	Operator string       `json:"operator"`
	Began    time.Time    `json:"began"` // UTC, to the millisecond
	Heard    []CalledUnit `json:"heard"`
	Silent   []CalledUnit `json:"silent"`
}

func (i CallRoll) decide(_ *Night, now Stamp) (decision, error) {
	i.Operator = strings.TrimSpace(i.Operator)
	switch {
	case i.Operator == "":
		return decision{}, refuse(OperatorNeeded, "")
	case len(i.Heard)+len(i.Silent) == 0:
		return decision{}, refuse(NothingChanged, "")
	}
	body := RollCalledBody{i.Operator, i.Began.UTC().Truncate(time.Millisecond), called(i.Heard), called(i.Silent)}
	return decision{kind: RollCalled, night: i.Plan.Night(now.At), zone: i.Plan.Timezone, body: body}, nil
}

func called(shifts []*Shift) []CalledUnit {
	units := make([]CalledUnit, 0, len(shifts))
	for _, s := range shifts {
		units = append(units, CalledUnit{s.ID, s.Unit.ID, s.Unit.Callsign})
	}
	return units
}
