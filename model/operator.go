package model

import (
	"strings"
	"time"
)

// OperatorOnBody says: somebody sits at the duty desk from now on.
type OperatorOnBody struct {
	Operator string `json:"operator"`
	Relieves string `json:"relieves,omitempty"` // who sat there until now
	Note     string `json:"note,omitempty"`     // handed over by the one before
}

// OperatorOffBody says: nobody sits at the duty desk any more.
type OperatorOffBody struct {
	Operator string `json:"operator"`
	Note     string `json:"note,omitempty"` // for the next one
}

// SignOn takes a seat at the duty desk, from whoever sits there.
type SignOn struct {
	Plan     *Plan
	Operator string
	Relieves string // who signed on before and has not signed off; empty: nobody
	Note     string
}

func (i SignOn) decide(_ *Night, now Stamp) (decision, error) {
	i.Operator = strings.TrimSpace(i.Operator)
	switch i.Operator {
	case "":
		return decision{}, refuse(OperatorNeeded, "")
	case i.Relieves:
		return decision{}, refuse(NothingChanged, i.Operator)
	}
	body := OperatorOnBody{i.Operator, i.Relieves, i.Note}
	return decision{kind: OperatorOn, night: i.Plan.Night(now.At), zone: i.Plan.Timezone, body: body}, nil
}

// SignOff leaves the duty desk. Units that are out stay out.
type SignOff struct {
	Plan     *Plan
	Operator string
	Note     string
}

func (i SignOff) decide(_ *Night, now Stamp) (decision, error) {
	if i.Operator = strings.TrimSpace(i.Operator); i.Operator == "" {
		return decision{}, refuse(OperatorNeeded, "")
	}
	body := OperatorOffBody{i.Operator, i.Note}
	return decision{kind: OperatorOff, night: i.Plan.Night(now.At), zone: i.Plan.Timezone, body: body}, nil
}

// Watch is the time of one operator at the duty desk of a device.
type Watch struct {
	Operator string
	Device   string
	From     time.Time
	To       time.Time // zero: not yet over in this night
	Note     string    // left for the next one
}

// Watches are the times at the duty desks in the night, as they were signed; one that began in an earlier night has no
// beginning here.
func (n *Night) Watches() []Watch {
	var watches []Watch
	current := map[string]int{} // by device
	end := func(device, operator, note string, at time.Time) {
		i, ok := current[device]
		if !ok && operator != "" {
			watches = append(watches, Watch{Operator: operator, Device: device})
			i, ok = len(watches)-1, true
		}
		if ok {
			watches[i].To, watches[i].Note = at, note
			delete(current, device)
		}
	}
	for _, e := range n.tell().story {
		switch b := e.body.(type) {
		case OperatorOnBody:
			end(e.Device, b.Relieves, b.Note, e.At)
			current[e.Device] = len(watches)
			watches = append(watches, Watch{Operator: b.Operator, Device: e.Device, From: e.At})
		case OperatorOffBody:
			end(e.Device, b.Operator, b.Note, e.At)
		}
	}
	return watches
}

// HearUnit says that a unit was heard of: it answered a roll call, or called itself.
type HearUnit struct {
	Shift string
	Note  string // what it said
}

// UnitHeardBody says: the unit was heard of.
type UnitHeardBody struct {
	Shift string `json:"shift"`
	Note  string `json:"note,omitempty"`
}

func (i HearUnit) decide(n *Night, _ Stamp) (decision, error) {
	s, err := n.open(i.Shift)
	if err != nil {
		return decision{}, err
	}
	return s.decision(UnitHeard, UnitHeardBody(i)), nil
}
