package planedit

import (
	"slices"

	"beatbook/model"
)

// draft is the plan as it is being edited. Every plan in it can be written as a file and read again.
type draft struct {
	base      *model.Plan // in force, with which it is compared
	plan      *model.Plan
	past      []*model.Plan // before each change, the latest last
	changes   []model.PlanChange
	sent      *model.Plan // was recorded to be the plan in force; nil: none was
	overtaken bool        // a plan from elsewhere has come into force since the first change
}

func newDraft(base *model.Plan) draft { return draft{base: base, plan: base} }

// put makes a changed plan the one that is edited.
func (d *draft) put(plan model.Plan) {
	d.past = append(d.past, d.plan)
	d.take(&plan)
}

func (d *draft) take(plan *model.Plan) {
	d.plan, d.changes = plan, model.DiffPlans(d.base, plan)
}

// undo takes the last change back, and reports whether there was one.
func (d *draft) undo() bool {
	last := len(d.past) - 1
	if last < 0 {
		return false
	}
	plan := d.past[last]
	d.past = d.past[:last]
	d.take(plan)
	return true
}

// follow takes note of the plan in force, and reports whether one from elsewhere has come under the changes. Without changes
// the draft goes along, but not before a form has been closed, under which the plan must not move.
func (d *draft) follow(base *model.Plan, busy bool) (overtaken bool) {
	if base == d.base || busy && len(d.changes) == 0 {
		return false
	}
	if len(d.changes) == 0 || len(model.DiffPlans(base, d.plan)) == 0 {
		*d = newDraft(base)
		return false
	}
	own := d.sent != nil && len(model.DiffPlans(base, d.sent)) == 0
	d.base, d.overtaken = base, !own
	d.take(d.plan)
	return !own
}

// moved is a list with an entry moved by so many places, false where it cannot be.
func moved[T any](list []T, at, by int) ([]T, bool) {
	to := at + by
	if at < 0 || at >= len(list) || to < 0 || to >= len(list) {
		return nil, false
	}
	entry := list[at]
	list = slices.Delete(slices.Clone(list), at, at+1)
	return slices.Insert(list, to, entry), true
}

// without is a list without an entry.
func without[T any](list []T, at int) []T {
	return slices.Delete(slices.Clone(list), at, at+1)
}
