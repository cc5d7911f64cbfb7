package model

import (
	"slices"
	"strings"
	"time"
)

// FindHazard says that something unsafe was found at a checkpoint of the shift: fixed at once, ordered to fix, or neither
// yet.
type FindHazard struct {
	Shift      string
	Checkpoint string
	Kind       HazardKind
	What       string
	Severity   Severity
	Item       string
	Fixed      bool
	Order      *FixOrder
}

func (i FindHazard) decide(n *Night, now Stamp) (decision, error) {
	s, c, err := n.openAt(i.Shift, i.Checkpoint)
	if err != nil {
		return decision{}, err
	}
	switch {
	case !slices.Contains(HazardKinds, i.Kind):
		return decision{}, refuse(UnknownHazard, string(i.Kind))
	case !slices.Contains(Severities, i.Severity):
		return decision{}, refuse(UnknownSeverity, string(i.Severity))
	case strings.TrimSpace(i.What) == "":
		return decision{}, refuse(WhatNeeded, i.Checkpoint)
	case i.Item != "" && !c.hasItem(i.Item):
		return decision{}, refuse(UnknownItem, i.Item)
	case i.Fixed && i.Order != nil:
		return decision{}, refuse(StepNotPossible, string(OrderedToFix))
	}
	if err := i.Order.check(now.At); err != nil {
		return decision{}, err
	}
	return s.decision(HazardFound, HazardFoundBody(i)), nil
}

// maxDeadline is how many years ahead an order may reach: more is a slip of the finger.
const maxDeadline = 10

// check refuses an order that nobody could follow.
func (o *FixOrder) check(now time.Time) error {
	switch {
	case o == nil:
	case strings.TrimSpace(o.Owner) == "":
		return refuse(OwnerNeeded, "")
	case !o.Deadline.After(now):
		return refuse(DeadlinePast, o.Deadline.Format(time.RFC3339))
	case o.Deadline.After(now.AddDate(maxDeadline, 0, 0)):
		return refuse(DeadlineFar, o.Deadline.Format(time.RFC3339))
	}
	return nil
}

// MoveHazard takes a step with a hazard as it is known.
type MoveHazard struct {
	Hazard Hazard
	Plan   *Plan // whose night and zone the record belongs to
	Step   HazardStep
	Order  *FixOrder // with ordered and failed
	Note   string
	Shift  *Shift // of the patrol that takes it; nil: none does
}

func (i MoveHazard) decide(_ *Night, now Stamp) (decision, error) {
	if !slices.Contains(i.Hazard.NextSteps(), i.Step) {
		return decision{}, refuse(StepNotPossible, string(i.Step))
	}
	if i.Step == OrderedToFix && i.Order == nil {
		return decision{}, refuse(OwnerNeeded, "")
	}
	if i.Step != OrderedToFix && i.Step != RecheckFailed {
		i.Order = nil // only these take one
	}
	if err := i.Order.check(now.At); err != nil {
		return decision{}, err
	}
	body := HazardMovedBody{Hazard: i.Hazard.ID, After: i.Hazard.Last(), Step: i.Step, Order: i.Order, Note: i.Note}
	if i.Shift != nil {
		body.Shift, body.By = i.Shift.ID, i.Shift.Unit.ID
	}
	return decision{kind: HazardMoved, night: i.Plan.Night(now.At), zone: i.Plan.Timezone, body: body}, nil
}
