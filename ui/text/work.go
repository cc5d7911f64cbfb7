package text

import (
	"fmt"
	"strings"

	"beatbook/model"
)

// Work says what a record tells of work done: a count, a hazard or a step with one, the answers of a checklist. It is
// empty for other kinds. The names of the site's own are looked up in the plan, which may be nil.
func (s *Strings) Work(r model.Record, f model.Facts, plan *model.Plan) string {
	switch r.Kind {
	case model.OutcomeCounted:
		return fmt.Sprintf("%s %+d", s.OutcomeIn(plan, model.OutcomeKind(f.KindOf)), f.Quantity)
	case model.HazardFound:
		said := []string{s.HazardKind(model.HazardKind(f.KindOf)), s.Severity(f.Severity), f.What}
		if f.Fixed {
			said = append(said, s.HazardStep(model.FixedOnSpot))
		}
		return strings.Join(append(said, s.order(f.Order)...), " ")
	case model.HazardMoved:
		return strings.Join(append([]string{s.HazardStep(f.Step)}, s.order(f.Order)...), " ")
	case model.ChecklistDone:
		return s.answers(f, plan)
	}
	return ""
}

// OutcomeIn is a kind of counted work: one of the site's own in the plan, which may be nil, or one of the rule book's.
func (s *Strings) OutcomeIn(plan *model.Plan, kind model.OutcomeKind) string {
	if plan != nil {
		if d, own := plan.Outcome(kind); own {
			return d.Name.In(s.Lang)
		}
	}
	return s.Outcome(kind)
}

func (s *Strings) order(o *model.FixOrder) []string {
	if o == nil {
		return nil
	}
	return []string{s.HazardStep(model.OrderedToFix), o.Owner, o.Interim}
}

// answers names each item with its answer.
func (s *Strings) answers(f model.Facts, plan *model.Plan) string {
	names := map[string]string{}
	if plan != nil && f.Checkpoint != nil {
		if c, ok := plan.Checkpoint(*f.Checkpoint); ok {
			for _, item := range c.Checklist {
				names[item.ID] = item.Name.In(s.Lang)
			}
		}
	}
	said := make([]string, len(f.Answers))
	for i, a := range f.Answers {
		verdict := s.Dialog.ItemOK
		if !a.OK {
			verdict = s.Dialog.ItemBad
		}
		name := names[a.Item]
		if name == "" {
			name = a.Item
		}
		said[i] = name + " " + verdict
	}
	return strings.Join(said, s.App.ListJoin)
}
