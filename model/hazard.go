package model

import (
	"cmp"
	"slices"
	"strings"
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
	Parallel bool // made apart from the one before it on another machine 并行
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

// Hazards is the projection of all hazards: fold records in with Apply, in any order, and it is the same. It is not safe
// for use by several goroutines.
type Hazards struct {
	found map[string]foundEntry
	moves map[string]map[string]moveEntry // by hazard and id
	told  map[string]Hazard               // stories to which nothing has come since
}

// foundEntry is a hazard as it was found, from a body decoded once.
type foundEntry struct {
	Hazard
	seq uint64
}

// moveEntry is a step from a body decoded once.
type moveEntry struct {
	HazardMove
	after string
	seq   uint64
}

func (e foundEntry) numbered() bool { return e.seq != 0 }
func (e moveEntry) numbered() bool  { return e.seq != 0 }

// NewHazards knows of none.
func NewHazards() *Hazards {
	return &Hazards{found: map[string]foundEntry{}, moves: map[string]map[string]moveEntry{}, told: map[string]Hazard{}}
}

// Apply folds a record in; kinds that do not concern hazards change nothing.
func (h *Hazards) Apply(r Record) {
	switch r.Kind {
	case HazardFound:
		if b, err := Decode[HazardFoundBody](r); err == nil {
			put(h.found, r.ID, foundEntry{foundOf(r, b), r.Seq})
			delete(h.told, r.ID)
		}
	case HazardMoved:
		if b, err := Decode[HazardMovedBody](r); err == nil {
			if h.moves[b.Hazard] == nil {
				h.moves[b.Hazard] = map[string]moveEntry{}
			}
			move := HazardMove{ID: r.ID, At: r.At, Step: b.Step, Order: b.Order, Note: b.Note}
			put(h.moves[b.Hazard], r.ID, moveEntry{move, b.After, r.Seq})
			delete(h.told, b.Hazard)
		}
	}
}

// put adds an entry; one that a store has numbered stays.
func put[E interface{ numbered() bool }](entries map[string]E, id string, e E) {
	if old, ok := entries[id]; !ok || !old.numbered() {
		entries[id] = e
	}
}

// Drop takes out a record that no store has numbered, because writing it failed.
func (h *Hazards) Drop(id string) {
	drop(h.found, id)
	for _, moves := range h.moves {
		drop(moves, id)
	}
	clear(h.told)
}

func drop[E interface{ numbered() bool }](entries map[string]E, id string) {
	if e, ok := entries[id]; ok && !e.numbered() {
		delete(entries, id)
	}
}

// Open are the hazards of a checkpoint that are not closed, in the order of List.
func (h *Hazards) Open(checkpoint string, now time.Time) []Hazard {
	return h.list(now, func(hazard Hazard) bool {
		return hazard.State != HazardClosed && (checkpoint == "" || hazard.Checkpoint == checkpoint)
	})
}

// List is every hazard: the overdue ones first, then by deadline, those without one by when they were found, the closed
// ones last (R15).
func (h *Hazards) List(now time.Time) []Hazard {
	return h.list(now, func(Hazard) bool { return true })
}

func (h *Hazards) list(now time.Time, wanted func(Hazard) bool) []Hazard {
	var list []Hazard
	for id := range h.found {
		if hazard, ok := h.Find(id); ok && wanted(hazard) {
			list = append(list, hazard)
		}
	}
	slices.SortFunc(list, func(a, b Hazard) int {
		return cmp.Or(
			cmp.Compare(a.rank(now), b.rank(now)), a.deadline().Compare(b.deadline()), a.Found.Compare(b.Found), cmp.Compare(a.ID, b.ID))
	})
	return list
}

func (h Hazard) rank(now time.Time) int {
	switch {
	case h.State == HazardClosed:
		return 3
	case h.Overdue(now):
		return 0
	case h.State == HazardOrdered && h.Order != nil:
		return 1
	}
	return 2
}

func (h Hazard) deadline() time.Time {
	if h.Order == nil {
		return time.Time{}
	}
	return h.Order.Deadline
}

// Find tells the story of one hazard.
func (h *Hazards) Find(id string) (Hazard, bool) {
	if hazard, ok := h.told[id]; ok {
		return hazard, true
	}
	found, ok := h.found[id]
	if !ok {
		return Hazard{}, false
	}
	hazard := found.Hazard
	for _, move := range inTurn(h.moves[id]) {
		hazard.move(move)
	}
	h.told[id] = hazard
	return hazard, true
}

func foundOf(r Record, b HazardFoundBody) Hazard {
	hazard := Hazard{
		ID: r.ID, Checkpoint: b.Checkpoint, Kind: b.Kind, What: b.What, Severity: b.Severity, Item: b.Item, Found: r.At,
		State: HazardOpen, Order: b.Order,
	}
	switch {
	case b.Fixed:
		hazard.State, hazard.Closed = HazardClosed, r.At
	case b.Order != nil:
		hazard.State = HazardOrdered
	}
	return hazard
}

// inTurn sorts by time and id (R15). A step that knew of others stands behind them whatever its clock said (R11): its
// time is the latest of them all.
func inTurn(moves map[string]moveEntry) []moveEntry {
	type turn struct {
		moveEntry
		time  time.Time
		depth int // how many steps it knew of
	}
	turns := make([]turn, 0, len(moves))
	for _, m := range moves {
		t, seen := turn{m, m.At, 0}, map[string]bool{m.ID: true}
		for before, ok := moves[m.after]; ok && !seen[before.ID]; before, ok = moves[before.after] {
			seen[before.ID] = true
			t.time, t.depth = maxTime(t.time, before.At), t.depth+1
		}
		turns = append(turns, t)
	}
	slices.SortFunc(turns, func(a, b turn) int {
		return cmp.Or(a.time.Compare(b.time), cmp.Compare(a.depth, b.depth), cmp.Compare(a.ID, b.ID))
	})
	list := make([]moveEntry, len(turns))
	for i, t := range turns {
		list[i] = t.moveEntry
	}
	return list
}

// move adds a step. One that did not know of the step before it was made apart from it: both stand, with a mark.
func (h *Hazard) move(m moveEntry) {
	m.Parallel = m.after != h.Last()
	h.Moves = append(h.Moves, m.HazardMove)
	switch m.Step {
	case FixedOnSpot, RecheckPassed, ClosedHazard:
		h.State, h.Closed = HazardClosed, maxTime(m.At, h.Found)
	case OrderedToFix, RecheckFailed:
		h.State, h.Closed = HazardOrdered, time.Time{}
		if m.Order != nil {
			h.Order = m.Order
		}
	}
}

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
	s, err := n.open(i.Shift)
	if err != nil {
		return decision{}, err
	}
	c, ok := s.Plan.Checkpoint(i.Checkpoint)
	if !ok {
		return decision{}, refuse(UnknownCheckpoint, i.Checkpoint)
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
	return decision{HazardMoved, i.Plan.Night(now.At), i.Plan.Timezone, body}, nil
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
