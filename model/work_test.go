package model_test

import (
	"slices"
	"time"

	"beatbook/model"
)

// workPlan is beat with a kind of work of the site's own and a checklist at the plaza.
func workPlan() *model.Plan {
	p := beat()
	p.Outcomes = []model.OutcomeDefinition{{ID: "bikes-tagged"}}
	p.Checkpoints[0].Checklist = []model.Item{{ID: "exit"}, {ID: "extinguisher"}}
	return p
}

func (p *patrol) count(when, checkpoint string, kind model.OutcomeKind, quantity int) string {
	p.t.Helper()
	return p.do(when, model.CountOutcome{Shift: p.shift, Checkpoint: checkpoint, Kind: kind, Quantity: quantity})
}

func (p *patrol) takeBack(when, of string, quantity int) string {
	p.t.Helper()
	return p.do(when, model.CorrectOutcome{Shift: p.shift, Of: of, Quantity: quantity, Note: "counted twice"})
}

// sum of what the shift did of a kind, at one checkpoint or everywhere.
func (p *patrol) sum(checkpoint string, kind model.OutcomeKind) int {
	p.t.Helper()
	s, ok := p.night.Shift(p.shift)
	if !ok {
		p.t.Fatalf("no shift %s", p.shift)
	}
	return s.Sum(checkpoint)[kind]
}

// found is an intent that is complete: a serious fire hazard at the plaza about which nothing was done yet.
func (p *patrol) found() model.FindHazard {
	return model.FindHazard{Shift: p.shift, Checkpoint: "plaza", Kind: "fire", What: "exit blocked", Severity: "serious"}
}

// order is one to the market office, until the time of this night.
func (p *patrol) order(until string) *model.FixOrder {
	return &model.FixOrder{Owner: "market office", Deadline: p.when(until), Interim: "cone"}
}

// move takes a step with the hazard as it was known.
func (p *patrol) move(when string, known model.Hazard, step model.HazardStep, order *model.FixOrder) string {
	p.t.Helper()
	return p.do(when, model.MoveHazard{Hazard: known, Plan: p.plan, Step: step, Order: order})
}

func (p *patrol) hazards() *model.Hazards { return foldHazards(p.night.Story()) }

func (p *patrol) hazard(id string) model.Hazard {
	p.t.Helper()
	h, ok := p.hazards().Find(id)
	if !ok {
		p.t.Fatalf("no hazard %s", id)
	}
	return h
}

func foldHazards(records []model.Record) *model.Hazards {
	h := model.NewHazards()
	for _, r := range records {
		h.Apply(r)
	}
	return h
}

// story is the steps of a hazard as "ordered" or "ordered∥" where the step bears the parallel mark.
func story(h model.Hazard) []string {
	var steps []string
	for _, m := range h.Moves {
		step := string(m.Step)
		if m.Parallel {
			step += "∥"
		}
		steps = append(steps, step)
	}
	return steps
}

func idsOf(list []model.Hazard) []string {
	ids := make([]string, len(list))
	for i, h := range list {
		ids[i] = h.ID
	}
	return ids
}

func reversed(records []model.Record) []model.Record {
	records = slices.Clone(records)
	slices.Reverse(records)
	return records
}

func pointer[T any](v T) *T { return &v }

func at(hour int) time.Time { return time.Date(2026, 11, 20, hour, 0, 0, 0, time.UTC) }
