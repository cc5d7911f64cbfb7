// Package report puts what a report counts into words and writes it down in every format.
package report

import (
	"cmp"
	"maps"
	"slices"

	"beatbook/model"
	"beatbook/ui/text"
)

// Names finds the names of what is in a report, in one language.
type Names struct {
	text  *text.Strings
	plans []*model.Plan
}

// NewNames looks names up in the plan in force and then, for what it does not know any more, in those of the shifts.
func NewNames(t *text.Strings, inForce *model.Plan, r *model.Report) Names {
	plans := []*model.Plan{inForce}
	for _, route := range slices.Sorted(maps.Keys(r.Plans)) {
		plans = append(plans, r.Plans[route])
	}
	return Names{t, plans}
}

// find gives the name that the first plan which has one gives, else the id.
func (n Names) find(id string, nameIn func(*model.Plan) model.Name) string {
	for _, plan := range n.plans {
		if name := nameIn(plan); !name.IsZero() {
			return name.In(n.text.Lang)
		}
	}
	return id
}

// Checkpoint is the name of a checkpoint.
func (n Names) Checkpoint(id string) string {
	return n.find(id, func(p *model.Plan) model.Name { c, _ := p.Checkpoint(id); return c.Name })
}

// Route is the name of a route.
func (n Names) Route(id string) string {
	return n.find(id, func(p *model.Plan) model.Name { r, _ := p.Route(id); return r.Name })
}

// Unit is the call sign of a unit.
func (n Names) Unit(id string) string {
	return n.find(id, func(p *model.Plan) model.Name { u, _ := p.Unit(id); return u.Callsign })
}

// Outcome is the name of a kind of counted work.
func (n Names) Outcome(kind model.OutcomeKind) string {
	return n.find(n.text.Outcome(kind), func(p *model.Plan) model.Name { d, _ := p.Outcome(kind); return d.Name })
}

// Checkpoints are those that the report knows of: in the order of the plans, then what no plan knows by id.
func (n Names) Checkpoints(r *model.Report) []string {
	var ordered []string
	for _, plan := range n.plans {
		for _, c := range plan.Checkpoints {
			if _, known := r.Checkpoints[c.ID]; known && !slices.Contains(ordered, c.ID) {
				ordered = append(ordered, c.ID)
			}
		}
	}
	return inOrder(r.Checkpoints, ordered)
}

// OutcomeKinds are those that were counted, the ones of the rule book first.
func OutcomeKinds(s model.Sums) []model.OutcomeKind { return inOrder(s.Outcomes, model.OutcomeKinds) }

// Marks are those that were given, in the order of the rule book.
func Marks(s model.Sums) []model.Mark { return inOrder(s.Marks, model.Marks) }

// Gaps are the longest ones of the checkpoints, the longest of all first.
func Gaps(r *model.Report) []model.CheckpointGap {
	return slices.SortedFunc(maps.Values(r.Gaps), func(a, b model.CheckpointGap) int {
		return cmp.Or(cmp.Compare(b.Length, a.Length), cmp.Compare(a.Checkpoint, b.Checkpoint))
	})
}

// HalfHours are the half hours of the night in which somebody visited something and those between them, from its turn on,
// as indexes into model.HalfHours.
func HalfHours(r *model.Report, turn model.Clock) []int {
	var sum model.HalfHours
	for _, halves := range r.Visits {
		sum.Add(halves)
	}
	first, last := -1, -1
	at := func(i int) int { return (int(turn)/30 + i) % len(sum) }
	for i := range sum {
		if sum[at(i)] == 0 {
			continue
		}
		if first < 0 {
			first = i
		}
		last = i
	}
	if first < 0 {
		return nil
	}
	var used []int
	for i := first; i <= last; i++ {
		used = append(used, at(i))
	}
	return used
}

// inOrder are the keys of the map, those of the list first and in its order.
func inOrder[K cmp.Ordered, V any](of map[K]V, list []K) []K {
	var first []K
	for _, k := range list {
		if _, ok := of[k]; ok {
			first = append(first, k)
		}
	}
	rest := slices.DeleteFunc(slices.Sorted(maps.Keys(of)), func(k K) bool { return slices.Contains(list, k) })
	return append(first, rest...)
}
