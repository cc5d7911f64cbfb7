package model

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// Channel is how a report came to the duty desk (R12).
type Channel string

// The channels.
const (
	ByRadio  Channel = "radio"
	ByPhone  Channel = "phone"
	InPerson Channel = "in-person"
	AtDesk   Channel = "desk" // nothing was reported: the operator did it
)

// Channels are those by which a unit reports, the usual one first.
var Channels = []Channel{ByRadio, ByPhone, InPerson}

// Behalf says who at the duty desk wrote a record down for a unit, and how the unit reported it (R12). It stands in the
// body of a record of any kind.
type Behalf struct {
	Operator string  `json:"operator"`
	Channel  Channel `json:"channel"`
}

// OnBehalf is what a unit wants recorded, written down for it by an operator (R12).
type OnBehalf struct {
	Behalf
	Intent Intent
}

func (i OnBehalf) decide(n *Night, now Stamp) (decision, error) {
	i.Operator = strings.TrimSpace(i.Operator)
	switch {
	case i.Operator == "":
		return decision{}, refuse(OperatorNeeded, "")
	case i.Channel != AtDesk && !slices.Contains(Channels, i.Channel):
		return decision{}, refuse(UnknownChannel, string(i.Channel))
	}
	d, err := i.Intent.decide(n, now)
	d.behalf = &i.Behalf
	return d, err
}

// encode writes the body of the record, with who wrote it down for whom as its last field.
func (d decision) encode() ([]byte, error) {
	body, err := marshal(d.body)
	if err != nil || d.behalf == nil {
		return body, err
	}
	behalf, err := marshal(d.behalf)
	if err != nil {
		return nil, err
	}
	open, ok := bytes.CutSuffix(body, []byte("}"))
	if !ok || len(open) < 2 {
		return nil, fmt.Errorf("no object with fields: %s", body)
	}
	return fmt.Appendf(nil, `%s,"behalf":%s}`, open, behalf), nil
}
