package model

import (
	"slices"
	"time"
)

// HazardKind is the kind of something unsafe.
type HazardKind string

// HazardKinds are the kinds of the rule book.
var HazardKinds = []HazardKind{"fire", "electrical", "gas", "obstruction", "other"}

// Severity is how bad a hazard is.
type Severity string

// Severities from the least to the worst.
var Severities = []Severity{"minor", "serious", "grave"}

// HazardState is where a hazard stands (R15).
type HazardState string

// The states of a hazard.
const (
	HazardOpen    HazardState = "open"    // found, and nothing was done yet
	HazardOrdered HazardState = "ordered" // ordered to fix 限期整改
	HazardClosed  HazardState = "closed"  // 销号
)

// HazardStates are all of them.
var HazardStates = []HazardState{HazardOpen, HazardOrdered, HazardClosed}

// HazardStep is one of the steps of a hazard (R15).
type HazardStep string

// The steps after a hazard was found.
const (
	FixedOnSpot   HazardStep = "fixed"   // 即查即改: closes it
	OrderedToFix  HazardStep = "ordered" // 限期整改
	Urged         HazardStep = "urged"   // 督办
	RecheckPassed HazardStep = "passed"  // 复查: closes it
	RecheckFailed HazardStep = "failed"  // 复查: ordered again
	ClosedHazard  HazardStep = "closed"  // 销号
)

// HazardSteps are all of them.
var HazardSteps = []HazardStep{FixedOnSpot, OrderedToFix, Urged, RecheckPassed, RecheckFailed, ClosedHazard}

// FixOrder is what is to be done about a hazard, by whom and until when. The owner is an office or a business, never a
// resident.
type FixOrder struct {
	Owner    string    `json:"owner"`
	Deadline time.Time `json:"deadline"`
	Interim  string    `json:"interim,omitempty"` // measure until then
}

// HazardFoundBody says what is unsafe at a place. The hazard is named by the id of this record.
type HazardFoundBody struct {
	Shift      string     `json:"shift,omitempty"`
	Checkpoint string     `json:"checkpoint"`
	Kind       HazardKind `json:"kind"`
	What       string     `json:"what"`
	Severity   Severity   `json:"severity"`
	Item       string     `json:"item,omitempty"` // of the checklist that it was found by
	Fixed      bool       `json:"fixed,omitempty"`
	Order      *FixOrder  `json:"order,omitempty"`
}

// HazardMovedBody says what was done about a hazard.
type HazardMovedBody struct {
	Hazard string     `json:"hazard"`
	After  string     `json:"after"` // id of the latest record of the hazard that was known when this was written
	Step   HazardStep `json:"step"`
	Order  *FixOrder  `json:"order,omitempty"` // with ordered and failed
	Note   string     `json:"note,omitempty"`
	Shift  string     `json:"shift,omitempty"` // in which a patrol did it; no sign of the unit
	By     string     `json:"by,omitempty"`    // id of the unit of that shift
}

// Hazard is something unsafe and what was done about it so far.
type Hazard struct {
	ID         string
	Checkpoint string
	Kind       HazardKind
	What       string
	Severity   Severity
	Item       string
	Found      time.Time
	Closed     time.Time // zero while it is not
	State      HazardState
	Order      *FixOrder // the one in force
	Moves      []HazardMove
}

// HazardMove is one step of a hazard's story.
type HazardMove struct {
	ID       string
	At       time.Time
	Step     HazardStep
	Order    *FixOrder
	Note     string
	Unit     string  // id of the unit that did it; empty: none, or it is not known
	Behalf   *Behalf // who at the duty desk did it or wrote it down; nil: nobody
	Parallel bool    // made apart from the one before it on another machine 并行
}

// MovedApart reports whether two machines took steps apart from each other 并行 (R15).
func (h Hazard) MovedApart() bool {
	return slices.ContainsFunc(h.Moves, func(m HazardMove) bool { return m.Parallel })
}

// Overdue reports whether the deadline has passed.
func (h Hazard) Overdue(now time.Time) bool {
	return h.State == HazardOrdered && h.Order != nil && now.After(h.Order.Deadline)
}

// Last is the id of the latest record of the hazard.
func (h Hazard) Last() string {
	if len(h.Moves) == 0 {
		return h.ID
	}
	return h.Moves[len(h.Moves)-1].ID
}

// NextSteps are the steps that can follow (R15).
func (h Hazard) NextSteps() []HazardStep {
	switch h.State {
	case HazardOpen:
		return []HazardStep{FixedOnSpot, OrderedToFix}
	case HazardOrdered:
		return []HazardStep{Urged, RecheckPassed, RecheckFailed, ClosedHazard}
	}
	return nil
}
