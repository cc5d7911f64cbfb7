package dialog

import (
	"fmt"

	"beatbook/model"
	"beatbook/ui/screen"
)

// PlanPlace is a place in one of the lists of a plan.
type PlanPlace struct {
	Plan    *model.Plan
	InForce *model.Plan // whose ids are not given to anything new: the records of the one would become those of the other
	At      int         // in the list, from 0
	New     bool        // something new is to be put in there
}

// planKind is what the parts in one list of a plan have in common.
type planKind[T any] struct {
	part   model.PlanPart
	list   func(plan *model.Plan) *[]T
	name   func(part *T) *model.Name
	id     func(part *T) *string
	knows  func(plan *model.Plan, id string) bool
	fresh  T // something new as its form shows it
	sound  T // the same, with all that it needs but a name and an id
	fields func(shown T) []planField[T]
}

// newPartForm is the form of a part that has a name and an id. The id of what is there already stays as it is.
func newPartForm[T any](env *screen.Env, p PlanPlace, k planKind[T], put func(model.Plan)) screen.Page {
	f := planForm[T]{plan: p.Plan, put: put, in: func(part T) model.Plan {
		plan := *p.Plan
		list := k.list(&plan)
		*list = placed(*list, p.At, part, p.New)
		return plan
	}}
	if p.New {
		return newFreshForm(env, p, k, f)
	}
	f.sound = (*k.list(p.Plan))[p.At]
	name := *k.name(&f.sound)
	f.fields = append(nameFields(env, name, k.name), k.fields(f.sound)...)
	return newPlanForm(env, string(k.part)+" "+*k.id(&f.sound), fmt.Sprintf(env.Text.PlanEdit.ChangeTitle, name.In(env.Lang)), f)
}

// newFreshForm is the form of something new. Its id is made from its name until another one is typed.
func newFreshForm[T any](env *screen.Env, p PlanPlace, k planKind[T], f planForm[T]) screen.Page {
	fresh := func(name model.Name) string {
		return freshID(name, string(k.part), func(id string) bool { return k.knows(p.Plan, id) || k.knows(p.InForce, id) })
	}
	t, made := env.Text.PlanEdit, fresh(model.Name{})
	f.sound = k.sound
	*k.name(&f.sound) = model.Name{ZH: "-", EN: "-"}
	*k.id(&f.sound) = made
	names := nameFields(env, model.Name{}, k.name)
	id := planText(t.ID, made, t.IDHint, func(part *T, typed string) {
		if *k.id(part) = typed; typed == "" {
			*k.id(part) = fresh(*k.name(part))
		}
	})
	f.fields = append(append(names, id), k.fields(k.fresh)...)
	form := newPlanForm(env, "new "+string(k.part), env.Text.NewThing(k.part), f)
	form.Changed = func() {
		last := made
		made = fresh(model.Name{ZH: names[0].Value(), EN: names[1].Value()})
		if field := id.Field.(*Text); field.Value() == last {
			field.Set(made)
		}
	}
	form.Changed() // by what was typed before
	return form
}

// nameFields are the two fields of a name of a part.
func nameFields[T any](env *screen.Env, name model.Name, of func(part *T) *model.Name) []planField[T] {
	t := env.Text.PlanEdit
	return []planField[T]{
		planText(t.ChineseName, name.ZH, "", func(part *T, typed string) { of(part).ZH = typed }),
		planText(t.EnglishName, name.EN, "", func(part *T, typed string) { of(part).EN = typed }),
	}
}
