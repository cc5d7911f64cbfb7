package model

import (
	"cmp"
	"slices"
	"time"
)

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

// movedOnBehalf is a step with who at the duty desk took it or wrote it down (R12).
type movedOnBehalf struct {
	HazardMovedBody
	Behalf *Behalf
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
		if b, err := Decode[movedOnBehalf](r); err == nil {
			if h.moves[b.Hazard] == nil {
				h.moves[b.Hazard] = map[string]moveEntry{}
			}
			move := HazardMove{ID: r.ID, At: r.At, Step: b.Step, Order: b.Order, Note: b.Note, Unit: b.By, Behalf: b.Behalf}
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
	list := []Hazard{}
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
