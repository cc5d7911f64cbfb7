package text

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"beatbook/model"
)

// Work is WorkIn with times in the zone of the record.
func (s *Strings) Work(r model.Record, f model.Facts, plan *model.Plan) string {
	return s.WorkIn(ZoneOf(r), r, f, plan)
}

// WorkIn says what a record tells of work done: a count, a hazard or a step with one, the answers of a checklist. It is
// empty for other kinds. The names of the site's own are looked up in the plan, which may be nil.
func (s *Strings) WorkIn(zone *time.Location, r model.Record, f model.Facts, plan *model.Plan) string {
	switch r.Kind {
	case model.OutcomeCounted:
		return fmt.Sprintf("%s %+d", s.OutcomeIn(plan, model.OutcomeKind(f.KindOf)), f.Quantity)
	case model.HazardFound:
		said := []string{s.HazardKind(model.HazardKind(f.KindOf)), s.Severity(f.Severity), f.What}
		if f.Fixed {
			said = append(said, s.HazardStep(model.FixedOnSpot))
		}
		if f.Order != nil {
			said = append(said, s.HazardStep(model.OrderedToFix))
		}
		return strings.Join(append(said, s.order(f.Order, zone)...), " ")
	case model.HazardMoved:
		said := []string{s.HazardStep(f.Step)}
		if f.Order != nil && f.Step != model.OrderedToFix {
			said = append(said, s.HazardStep(model.OrderedToFix))
		}
		return strings.Join(append(said, s.order(f.Order, zone)...), " ")
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

// order is who is to fix it, until when and what keeps it safe until then.
func (s *Strings) order(o *model.FixOrder, zone *time.Location) []string {
	if o == nil {
		return nil
	}
	until := ""
	if !o.Deadline.IsZero() {
		until = fmt.Sprintf(s.Hazard.Until, o.Deadline.In(zone).Format("2006-01-02 15:04"))
	}
	return slices.DeleteFunc([]string{o.Owner, until, o.Interim}, func(said string) bool { return said == "" })
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
