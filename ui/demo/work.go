package demo

import (
	"slices"
	"time"

	"beatbook/model"
)

// How long after a check-in its unit gets round to writing down what it did at the place.
const (
	untilCounted   = 40 * time.Second
	untilCorrected = 15 * time.Second // and the count had been wrong
	untilHazard    = 90 * time.Second
	untilChecked   = 150 * time.Second
)

// work is what the units do at the places. It has dice of its own: where they went does not hang on what they did there.
type work struct {
	*chance
	hazards *model.Hazards
	number  int // of the night in the week, from 0
}

// workAt makes up what comes of being at a checkpoint.
func (p *patrol) workAt(checkpoint string, at time.Time) {
	c, _ := p.plan.Checkpoint(checkpoint)
	if kinds := p.countable(c.Kind); len(kinds) > 0 && p.work.percent(35) {
		p.count(checkpoint, pick(p.work.chance, kinds), at.Add(untilCounted))
	}
	p.addWork(at.Add(untilHazard), func(p *patrol, at time.Time) model.Intent { return p.dealWith(c, at) })
	if len(c.Checklist) > 0 && p.work.percent(60) {
		p.addWork(at.Add(untilChecked), func(p *patrol, at time.Time) model.Intent { return p.goThrough(c, at) })
	}
}

func (p *patrol) addWork(at time.Time, intent func(p *patrol, at time.Time) model.Intent) {
	p.steps = append(p.steps, step{at: at, of: p.work.chance, intent: func(p *patrol) model.Intent { return intent(p, at) }})
}

// countable are the kinds of outcomes that are likely at a kind of place and known to the plan.
func (p *patrol) countable(kind model.PlaceKind) []model.OutcomeKind {
	return slices.DeleteFunc(slices.Clone(outcomes[kind]), func(k model.OutcomeKind) bool { return !p.plan.KnowsOutcome(k) })
}

func (p *patrol) count(checkpoint string, kind model.OutcomeKind, at time.Time) {
	quantity := 1
	if slices.Contains(numerous, kind) {
		quantity += p.work.IntN(4)
	}
	p.addWork(at, func(p *patrol, _ time.Time) model.Intent {
		return model.CountOutcome{Shift: p.shift, Checkpoint: checkpoint, Kind: kind, Quantity: quantity}
	})
	if p.work.percent(8) {
		p.addWork(at.Add(untilCorrected), func(p *patrol, _ time.Time) model.Intent {
			if p.counted == "" {
				return nil
			}
			return model.CorrectOutcome{Shift: p.shift, Of: p.counted, Quantity: 1, Note: "多按一次"}
		})
	}
}

// goThrough answers a checklist: an item is not in order as long as a hazard that it showed is open.
func (p *patrol) goThrough(c model.Checkpoint, at time.Time) model.Intent {
	var wrong []string
	for _, h := range p.work.hazards.List(at) {
		if h.Checkpoint == c.ID && h.State != model.HazardClosed {
			wrong = append(wrong, h.Item)
		}
	}
	var answers []model.Answer
	for _, item := range c.Checklist {
		answers = append(answers, model.Answer{Item: item.ID, OK: !slices.Contains(wrong, item.ID)})
	}
	return model.DoChecklist{Shift: p.shift, Checkpoint: c.ID, Answers: answers}
}

// dealWith is the step that the stories of the week have for this night at the checkpoint, or nil.
func (p *patrol) dealWith(c model.Checkpoint, at time.Time) model.Intent {
	for _, s := range stories {
		hazard, found := p.work.find(s, at)
		switch {
		case !found && s.night == p.work.number && s.place == c.Kind:
			return p.find(s, c, at)
		case !found || hazard.Checkpoint != c.ID || len(hazard.Moves) == len(s.moves):
		case s.moves[len(hazard.Moves)].night == p.work.number:
			m := s.moves[len(hazard.Moves)]
			shift, _ := p.night.Shift(p.shift)
			return model.MoveHazard{Hazard: hazard, Plan: p.plan, Step: m.step, Order: p.order(m.order, at), Note: m.note, Shift: shift}
		}
	}
	return nil
}

// find the hazard of a story, which is told by what it says, if it has been found by then.
func (w *work) find(s story, at time.Time) (model.Hazard, bool) {
	list := w.hazards.List(at)
	i := slices.IndexFunc(list, func(h model.Hazard) bool { return h.What == s.what })
	if i < 0 {
		return model.Hazard{}, false
	}
	return list[i], true
}

func (p *patrol) find(s story, c model.Checkpoint, at time.Time) model.Intent {
	item := s.item
	if !slices.ContainsFunc(c.Checklist, func(i model.Item) bool { return i.ID == item }) {
		item = ""
	}
	return model.FindHazard{
		Shift: p.shift, Checkpoint: c.ID, Kind: s.kind, What: s.what, Severity: s.severity, Item: item, Fixed: s.fixed,
		Order: p.order(s.order, at),
	}
}

// order is given in the night of the moment.
func (p *patrol) order(o *order, at time.Time) *model.FixOrder {
	if o == nil {
		return nil
	}
	deadline := p.plan.Night(at).AddDays(o.days).At(endOfWork, p.plan.Zone(), p.plan.NightTurnsAt)
	return &model.FixOrder{Owner: o.owner, Deadline: deadline.UTC(), Interim: o.interim}
}
