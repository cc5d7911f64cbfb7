package dialog

import (
	"fmt"

	"beatbook/model"
	"beatbook/ui/screen"
)

// PlanPlace is a place in one of the lists of a plan.
type PlanPlace struct {
	Plan *model.Plan
	At   int  // in the list, from 0
	New  bool // something new is to be put in there
}

// planKind is what the parts in one list of a plan have in common.
type planKind[T any] struct {
	part   model.PlanPart
	list   func(plan *model.Plan) *[]T
	name   func(part *T) *model.Name
	id     func(part *T) *string
	taken  func(id string) bool
	fresh  T // something new as its form shows it
	sound  T // the same, with all that it needs but a name and an id
	fields func(shown T) []planField[T]
}

// newPartForm is the form of a part that has a name and an id. The id of what is there already stays as it is.
func newPartForm[T any](env *screen.Env, p PlanPlace, k planKind[T], put func(model.Plan)) screen.Page {
	shown, sound := k.fresh, k.sound
	if p.New {
		*k.name(&sound) = model.Name{ZH: "-", EN: "-"}
		*k.id(&sound) = freshID(model.Name{}, string(k.part), k.taken)
	} else {
		shown = (*k.list(p.Plan))[p.At]
		sound = shown
	}
	t := env.Text.PlanEdit
	title, fields := fmt.Sprintf(t.ChangeTitle, k.name(&shown).In(env.Lang)), k.names(env, *k.name(&shown))
	if p.New {
		title, fields = env.Text.NewThing(k.part), append(fields, k.newID(t.ID, t.IDHint))
	}
	return newPlanForm(env, title, planForm[T]{
		plan: p.Plan, sound: sound, put: put, fields: append(fields, k.fields(shown)...),
		in: func(part T) model.Plan {
			plan := *p.Plan
			list := k.list(&plan)
			*list = placed(*list, p.At, part, p.New)
			return plan
		},
	})
}

// names are the two fields of a name.
func (k planKind[T]) names(env *screen.Env, name model.Name) []planField[T] {
	t := env.Text.PlanEdit
	return []planField[T]{
		planText(t.ChineseName, name.ZH, "", func(part *T, typed string) { k.name(part).ZH = typed }),
		planText(t.EnglishName, name.EN, "", func(part *T, typed string) { k.name(part).EN = typed }),
	}
}

// newID is the field of an id. Where nothing is typed, it is made from the name.
func (k planKind[T]) newID(heading, hint string) planField[T] {
	return planText(heading, "", hint, func(part *T, typed string) {
		if *k.id(part) = typed; typed == "" {
			*k.id(part) = freshID(*k.name(part), string(k.part), k.taken)
		}
	})
}
