package model

import (
	"fmt"
	"slices"
	"time"
)

// OutcomeKind is a kind of counted work 处置成果: one of OutcomeKinds, or one of the site's own.
type OutcomeKind string

// OutcomeKinds are the kinds of the rule book.
var OutcomeKinds = []OutcomeKind{
	"disputes-mediated", "hazards-resolved", "vehicles-moved", "stalls-corrected", "traffic-guided", "doors-knocked",
}

// OutcomeDefinition is a kind of counted work that a site has added to those of the rule book.
type OutcomeDefinition struct {
	ID   OutcomeKind `json:"id"`
	Name Name        `json:"name"`
}

// MaxQuantity is the most that one record may count: more is a slip of the finger.
const MaxQuantity = 9999

// OutcomeCountedBody says how much was done at a place. A correction is a negative quantity that names what it corrects
// (R14).
type OutcomeCountedBody struct {
	Shift      string      `json:"shift"`
	Checkpoint string      `json:"checkpoint"`
	Kind       OutcomeKind `json:"kind"`
	Quantity   int         `json:"quantity"`
	Of         string      `json:"of,omitempty"`
	Note       string      `json:"note,omitempty"` // may bear the number of a paper
}

// CountOutcome counts work done at a checkpoint.
type CountOutcome struct {
	Shift      string
	Checkpoint string
	Kind       OutcomeKind
	Quantity   int
	Note       string
}

func (i CountOutcome) decide(n *Night, _ Stamp) (decision, error) {
	s, _, err := n.openAt(i.Shift, i.Checkpoint)
	if err != nil {
		return decision{}, err
	}
	if !s.Plan.KnowsOutcome(i.Kind) {
		return decision{}, refuse(UnknownOutcome, string(i.Kind))
	}
	if i.Quantity < 1 || i.Quantity > MaxQuantity {
		return decision{}, refuse(BadQuantity, fmt.Sprint(i.Quantity))
	}
	return s.decision(OutcomeCounted, OutcomeCountedBody{
		Shift: i.Shift, Checkpoint: i.Checkpoint, Kind: i.Kind, Quantity: i.Quantity, Note: i.Note,
	}), nil
}

// CorrectOutcome takes back a part of what an earlier record counted, or all of it. It needs no reason: a slip of the
// finger at a counter is one (R14).
type CorrectOutcome struct {
	Shift    string
	Of       string
	Quantity int // that is taken back, from 1
	Note     string
}

func (i CorrectOutcome) decide(n *Night, _ Stamp) (decision, error) {
	s, ok := n.Shift(i.Shift)
	if !ok {
		return decision{}, refuse(NoShift, i.Shift)
	}
	for _, o := range s.Outcomes {
		if o.ID != i.Of {
			continue
		}
		if i.Quantity < 1 || i.Quantity > o.Quantity {
			return decision{}, refuse(BadQuantity, fmt.Sprint(i.Quantity))
		}
		return s.decision(OutcomeCounted, OutcomeCountedBody{
			Shift: i.Shift, Checkpoint: o.Checkpoint, Kind: o.Kind, Quantity: -i.Quantity, Of: i.Of, Note: i.Note,
		}), nil
	}
	return decision{}, refuse(UnknownRecord, i.Of)
}

// Outcome is a count of work with its corrections applied.
type Outcome struct {
	ID         string // of the record that counted it
	Checkpoint string
	Kind       OutcomeKind
	Quantity   int // what is left of it, from 0
	Note       string
	At         time.Time
}

// count adds an outcome to the shift, or notes what a correction takes back from the one that it names.
func (s *Shift) count(e *entry, b OutcomeCountedBody) {
	if b.Of == "" {
		s.Outcomes = append(s.Outcomes, Outcome{e.ID, b.Checkpoint, b.Kind, min(max(b.Quantity, 0), MaxQuantity), b.Note, e.At})
		return
	}
	if s.takenBack == nil {
		s.takenBack = map[string]int{}
	}
	s.takenBack[b.Of] += -min(max(b.Quantity, -MaxQuantity), 0)
}

// takeBack applies the corrections, wherever they stand in the story.
func (s *Shift) takeBack() {
	for i := range s.Outcomes {
		o := &s.Outcomes[i]
		o.Quantity = max(o.Quantity-s.takenBack[o.ID], 0)
	}
	s.takenBack = nil
}

// Sum is what was done in the shift by kind, at one checkpoint or, where that is empty, everywhere.
func (s *Shift) Sum(checkpoint string) map[OutcomeKind]int {
	sum := map[OutcomeKind]int{}
	for _, o := range s.Outcomes {
		if (checkpoint == "" || o.Checkpoint == checkpoint) && o.Quantity > 0 {
			sum[o.Kind] += o.Quantity
		}
	}
	return sum
}

// KnowsOutcome reports whether the kind is one of the rule book's or of the site's own.
func (p *Plan) KnowsOutcome(kind OutcomeKind) bool {
	return slices.Contains(p.OutcomeKinds(), kind)
}

// OutcomeKinds are those of the rule book and then the site's own, in the order in which they are shown.
func (p *Plan) OutcomeKinds() []OutcomeKind {
	kinds := slices.Clone(OutcomeKinds)
	for _, d := range p.Outcomes {
		kinds = append(kinds, d.ID)
	}
	return kinds
}
