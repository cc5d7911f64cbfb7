package model

import (
	"fmt"
	"reflect"
	"slices"
)

// ChangeKind is what happened to a part of a plan.
type ChangeKind string

// The kinds of changes.
const (
	PartAdded   ChangeKind = "added"
	PartRemoved ChangeKind = "removed"
	PartMoved   ChangeKind = "moved" // to another place in its list
	PartChanged ChangeKind = "changed"
)

// ChangeKinds are all of them.
var ChangeKinds = []ChangeKind{PartAdded, PartRemoved, PartMoved, PartChanged}

// PlanPart is a kind of things that a plan consists of.
type PlanPart string

// The parts of a plan.
const (
	PlanItself     PlanPart = "plan" // what stands at its head
	CheckpointPart PlanPart = "checkpoint"
	RoutePart      PlanPart = "route"
	RoundPart      PlanPart = "round"
	CallPart       PlanPart = "call"
	UnitPart       PlanPart = "unit"
	OutcomePart    PlanPart = "outcome"
)

// PlanParts are all of them, in the order in which changes are told.
var PlanParts = []PlanPart{PlanItself, CheckpointPart, RoutePart, RoundPart, CallPart, UnitPart, OutcomePart}

// PlanField is a property of a part of a plan, named as in plan files.
type PlanField string

// PlanFields are all of them.
var PlanFields = []PlanField{
	"version", "site", "timezone", "night_turns_at", "name", "kind", "mode", "position", "radius", "tag", "look", "tolerance",
	"checklist", "order", "every", "contact", "due", "callsign", "plate", "usual_route",
}

// PlanChange is one difference between two plans.
type PlanChange struct {
	Kind  ChangeKind
	Part  PlanPart
	ID    string // of a call that of its checkpoint, of a round its start; empty for the plan itself
	Name  Name   // of what has the id, in the newer plan that has it
	Route string // of a round or a call
	Along Name   // name of that route
	Place int    // in its list, from 1: in the new plan, or in the old one where it was removed

	// Field is what was changed, with its values in the old and the new plan: each of the type that it has in the plan, a
	// Due for when a call is due, nil for what is not given. Of what was moved they are the Neighbour before it, nil for
	// none.
	Field    PlanField
	From, To any
}

// Neighbour is an entry of a list beside another one.
type Neighbour struct {
	ID   string `json:"id"`
	Name Name   `json:"name,omitzero"`
}

// Due is when in each round a call is due.
type Due struct {
	After Duration `json:"after"`
	From  *Moment  `json:"from,omitempty"` // with To: a window
	To    *Moment  `json:"to,omitempty"`
}

// DiffPlans is what differs between two plans, nothing where they say the same: first the plan itself, then part by part
// what was removed, in the old order, and what is there, in the new order; the rounds and calls of a route follow it.
func DiffPlans(from, to *Plan) []PlanChange {
	d := &planDiff{}
	d.head(from, to)
	diffList(d, from.Checkpoints, to.Checkpoints, func(c Checkpoint) PlanChange {
		return PlanChange{Part: CheckpointPart, ID: c.ID, Name: c.Name}
	}, d.checkpoint)
	diffList(d, from.Routes, to.Routes, func(r Route) PlanChange {
		return PlanChange{Part: RoutePart, ID: r.ID, Name: r.Name}
	}, func(about PlanChange, a, b Route) {
		d.route(about, a, b)
		d.rounds(a, b)
		d.calls(namedRoute{from, a}, namedRoute{to, b})
	})
	diffList(d, from.Units, to.Units, func(u Unit) PlanChange {
		return PlanChange{Part: UnitPart, ID: u.ID, Name: u.Callsign}
	}, d.unit)
	diffList(d, from.Outcomes, to.Outcomes, func(o OutcomeDefinition) PlanChange {
		return PlanChange{Part: OutcomePart, ID: string(o.ID), Name: o.Name}
	}, func(about PlanChange, a, b OutcomeDefinition) { d.field(about, "name", a.Name, b.Name) })
	return d.changes
}

type planDiff struct{ changes []PlanChange }

func (d *planDiff) add(c PlanChange, kind ChangeKind, from, to any) {
	c.Kind, c.From, c.To = kind, from, to
	d.changes = append(d.changes, c)
}

// field adds a change where the values differ.
func (d *planDiff) field(about PlanChange, f PlanField, from, to any) {
	if !reflect.DeepEqual(from, to) {
		about.Field = f
		d.add(about, PartChanged, from, to)
	}
}

func (d *planDiff) head(a, b *Plan) {
	about := PlanChange{Part: PlanItself}
	d.field(about, "version", a.Version, b.Version)
	d.field(about, "site", given(a.Site.ID), given(b.Site.ID))
	d.field(about, "name", given(a.Site.Name), given(b.Site.Name))
	d.field(about, "timezone", given(a.Timezone), given(b.Timezone))
	d.field(about, "night_turns_at", a.NightTurnsAt, b.NightTurnsAt)
}

func (d *planDiff) checkpoint(about PlanChange, a, b Checkpoint) {
	d.field(about, "name", given(a.Name), given(b.Name))
	d.field(about, "kind", given(a.Kind), given(b.Kind))
	d.field(about, "mode", given(a.Mode), given(b.Mode))
	d.field(about, "position", pointed(a.Position), pointed(b.Position))
	d.field(about, "radius", given(a.Radius), given(b.Radius))
	d.field(about, "tag", given(a.Tag), given(b.Tag))
	d.field(about, "look", given(a.Look), given(b.Look))
	d.field(about, "tolerance", pointed(a.Tolerance), pointed(b.Tolerance))
	if len(a.Checklist)+len(b.Checklist) > 0 {
		d.field(about, "checklist", a.Checklist, b.Checklist)
	}
}

func (d *planDiff) route(about PlanChange, a, b Route) {
	d.field(about, "name", given(a.Name), given(b.Name))
	d.field(about, "order", given(a.Order), given(b.Order))
	d.field(about, "tolerance", pointed(a.Tolerance), pointed(b.Tolerance))
	d.field(about, "every", given(a.Every), given(b.Every))
	d.field(about, "contact", given(a.Contact), given(b.Contact))
}

func (d *planDiff) unit(about PlanChange, a, b Unit) {
	d.field(about, "callsign", given(a.Callsign), given(b.Callsign))
	d.field(about, "kind", given(a.Kind), given(b.Kind))
	d.field(about, "plate", given(a.Plate), given(b.Plate))
	d.field(about, "usual_route", given(a.UsualRoute), given(b.UsualRoute))
}

func (d *planDiff) rounds(a, b Route) {
	diffList(d, a.Rounds, b.Rounds, func(c Clock) PlanChange {
		return PlanChange{Part: RoundPart, ID: c.String(), Route: b.ID, Along: b.Name}
	}, func(PlanChange, Clock, Clock) {})
}

// namedRoute is a route with the plan that knows its checkpoints.
type namedRoute struct {
	plan *Plan
	Route
}

func (d *planDiff) calls(a, b namedRoute) {
	describe := func(c RouteCall) PlanChange {
		place, known := b.plan.Checkpoint(c.Checkpoint)
		if !known {
			place, _ = a.plan.Checkpoint(c.Checkpoint)
		}
		return PlanChange{Part: CallPart, ID: c.Checkpoint, Name: place.Name, Route: b.ID, Along: b.Name}
	}
	diffList(d, a.Calls, b.Calls, describe, func(about PlanChange, from, to RouteCall) {
		d.field(about, "due", a.due(from), b.due(to))
		d.field(about, "tolerance", pointed(from.Tolerance), pointed(to.Tolerance))
	})
}

// due is when a call of the route is due, nil in an interval plan.
func (r Route) due(c RouteCall) any {
	if r.Interval() {
		return nil
	}
	return Due{c.After, c.From, c.To}
}

// given is the value, nil for none.
func given[T comparable](v T) any {
	var none T
	if v == none {
		return nil
	}
	return v
}

// pointed is the value that is pointed to, nil for none.
func pointed[T any](v *T) any {
	if v == nil {
		return nil
	}
	return *v
}

// diffList adds what was removed, added and moved in a list, and what changed in the entries that both have. Entries are
// the same where they are described by the same id; of those with one id the first is the first one, and so on.
func diffList[T any](d *planDiff, from, to []T, describe func(T) PlanChange, changed func(about PlanChange, a, b T)) {
	old, now := placesByID(from, describe), placesByID(to, describe)
	for i, key := range old.keys {
		if _, kept := now.places[key]; !kept {
			about := describe(from[i])
			about.Place = i + 1
			d.add(about, PartRemoved, nil, nil)
		}
	}
	var kept []int
	for _, key := range now.keys {
		if i, there := old.places[key]; there {
			kept = append(kept, i)
		}
	}
	stays := longestRise(kept)
	for j, key := range now.keys {
		about := describe(to[j])
		about.Place = j + 1
		i, there := old.places[key]
		if !there {
			d.add(about, PartAdded, nil, nil)
			continue
		}
		if !stays[i] {
			d.add(about, PartMoved, neighbour(from, i, describe), neighbour(to, j, describe))
		}
		changed(about, from[i], to[j])
	}
}

// neighbour is the one before the place, nil for none.
func neighbour[T any](list []T, place int, describe func(T) PlanChange) any {
	if place == 0 {
		return nil
	}
	before := describe(list[place-1])
	return Neighbour{before.ID, before.Name}
}

// keyed is the entries of a list by keys that no two of them share.
type keyed struct {
	keys   []string
	places map[string]int
}

func placesByID[T any](list []T, describe func(T) PlanChange) keyed {
	k := keyed{places: make(map[string]int, len(list))}
	seen := map[string]int{}
	for i, entry := range list {
		id := describe(entry).ID
		seen[id]++
		key := fmt.Sprintf("%s %d", id, seen[id])
		k.keys, k.places[key] = append(k.keys, key), i
	}
	return k
}

// longestRise is a longest selection of the numbers, all different, that rises: what need not move when they are sorted.
func longestRise(numbers []int) map[int]bool {
	var ends []int // by length: the lowest number that ends a rise of it so far
	before := map[int]int{}
	for _, n := range numbers {
		length, _ := slices.BinarySearch(ends, n)
		if length > 0 {
			before[n] = ends[length-1]
		}
		if length < len(ends) {
			ends[length] = n
		} else {
			ends = append(ends, n)
		}
	}
	rise := map[int]bool{}
	if len(ends) == 0 {
		return rise
	}
	for n, more := ends[len(ends)-1], true; more; n, more = before[n] {
		rise[n] = true
	}
	return rise
}
