package model_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"beatbook/model"
)

// genWork draws a night in which work is done by several devices, each by its own clock, some of them knowing only a
// part of what the others did.
func genWork(t *rapid.T) *desk {
	d := newDesk()
	d.plan = workPlan()
	d.write(t, func(*rapid.T, *deviceState) model.Intent {
		return model.StartShift{Plan: d.plan, Unit: "horn-1", Crew: []string{"A", "B"}, Route: "beat", Mode: model.Foot}
	})
	for range rapid.IntRange(2, 40).Draw(t, "records") {
		switch rapid.IntRange(0, 9).Draw(t, "writer") {
		case 0:
			d.write(t, d.intent)
		case 1, 2:
			d.wild(t)
		default:
			d.write(t, d.work)
		}
	}
	return d
}

// known is what a device knows of the hazards: of the records a part, so that moves are made apart.
func (d *desk) known(t *rapid.T) *model.Hazards {
	return foldHazards(d.records[:rapid.IntRange(0, len(d.records)).Draw(t, "known")])
}

func (d *desk) work(t *rapid.T, dev *deviceState) model.Intent {
	shift := d.aShift(t)
	place := rapid.SampledFrom([]string{"plaza", "market", "school", "yard", "moon"}).Draw(t, "place")
	kind := rapid.SampledFrom([]model.OutcomeKind{"doors-knocked", "vehicles-moved", "bikes-tagged", "arrests"}).Draw(t, "kind of work")
	switch rapid.IntRange(0, 9).Draw(t, "work") {
	case 0, 1, 2:
		return model.CountOutcome{Shift: shift, Checkpoint: place, Kind: kind, Quantity: rapid.IntRange(-1, 9).Draw(t, "quantity")}
	case 3, 4:
		return model.CorrectOutcome{Shift: shift, Of: d.anID(t), Quantity: rapid.IntRange(-1, 9).Draw(t, "taken back"), Note: "slip"}
	case 5:
		return model.DoChecklist{Shift: shift, Checkpoint: place, Answers: []model.Answer{{Item: "exit", OK: rapid.Bool().Draw(t, "ok")}}}
	case 6:
		i := model.FindHazard{Shift: shift, Checkpoint: place, Kind: "fire", What: "exit blocked", Severity: "grave"}
		if i.Fixed = rapid.Bool().Draw(t, "fixed"); !i.Fixed {
			i.Order = d.maybeOrder(t, dev)
		}
		return i
	}
	return d.move(t, dev, d.known(t))
}

// move is a step with one of the hazards that are known; without one it is refused.
func (d *desk) move(t *rapid.T, dev *deviceState, known *model.Hazards) model.Intent {
	i := model.MoveHazard{Plan: d.plan}
	if list := known.List(dev.clock); len(list) > 0 {
		i.Hazard = rapid.SampledFrom(list).Draw(t, "hazard")
	}
	i.Step = rapid.SampledFrom(model.HazardSteps).Draw(t, "step")
	if i.Step == model.OrderedToFix || i.Step == model.RecheckFailed {
		i.Order = d.maybeOrder(t, dev)
	}
	return i
}

func (d *desk) maybeOrder(t *rapid.T, dev *deviceState) *model.FixOrder {
	if !rapid.Bool().Draw(t, "order") {
		return nil
	}
	return &model.FixOrder{Owner: "office", Deadline: dev.clock.Add(minutes(t, "until", 0, 600))}
}

func (d *desk) aShift(t *rapid.T) string {
	if shifts := d.night.Shifts(); len(shifts) > 0 {
		return rapid.SampledFrom(shifts).Draw(t, "shift").ID
	}
	return "none"
}

func (d *desk) anID(t *rapid.T) string {
	if len(d.records) == 0 {
		return "none"
	}
	return rapid.SampledFrom(d.records).Draw(t, "of").ID
}

// wild is a record that Decide would not have made, from a program that knows other rules.
func (d *desk) wild(t *rapid.T) {
	dev := rapid.SampledFrom(d.devices).Draw(t, "device")
	dev.pass(t)
	kind := model.OutcomeCounted
	var body any = model.OutcomeCountedBody{
		Shift: d.aShift(t), Checkpoint: "plaza", Kind: "doors-knocked", Quantity: rapid.IntRange(-20, 20).Draw(t, "quantity"),
		Of: rapid.SampledFrom([]string{"", d.anID(t)}).Draw(t, "corrects"),
	}
	if rapid.Bool().Draw(t, "moves") {
		kind = model.HazardMoved
		body = model.HazardMovedBody{Hazard: d.anID(t), After: d.anID(t), Step: rapid.SampledFrom(append(slices.Clone(model.HazardSteps), "blessed")).Draw(t, "step")}
	}
	b, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	dev.seq++
	r := model.Record{ID: fmt.Sprintf("R%03d", len(d.records)*37%101), Device: dev.id, At: dev.clock, Night: d.night.Date, Kind: kind, Body: b}
	if r, err = r.Numbered(dev.seq, ""); err != nil {
		t.Fatal(err)
	}
	d.records, d.drafts = append(d.records, r), append(d.drafts, r)
	d.night.Apply(r)
}

func TestAnyOrderOfArrivalIsTheSameWork(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := genWork(t)
		records := append(slices.Clone(d.records), d.drafts...)
		seed := rapid.Uint64().Draw(t, "arrival")
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
		for _, arrival := range [][]model.Record{records, reversed(d.records), append(records, d.records...)} {
			sameNight(t, d.night, fold(arrival))
			sameHazards(t, foldHazards(d.records), foldHazards(arrival))
		}
	})
}

func sameHazards(t *rapid.T, a, b *model.Hazards) {
	for _, hour := range []int{0, 14, 23} {
		if x, y := a.List(at(hour)), b.List(at(hour)); !reflect.DeepEqual(x, y) {
			t.Fatalf("hazards differ at %v:\n%+v\n%+v", at(hour), x, y)
		}
	}
}

// work is a kind of work at a place in a shift.
type work struct {
	shift, checkpoint string
	kind              model.OutcomeKind
}

// recount sums the slow and obvious way: each count less all that names it under its shift, and never below zero. It
// gives what is left of each count as well.
func recount(records []model.Record) (sums map[work]int, left map[string]int) {
	sums, left = map[work]int{}, map[string]int{}
	for _, r := range records {
		b, err := model.Decode[model.OutcomeCountedBody](r)
		if r.Kind != model.OutcomeCounted || err != nil || b.Of != "" || b.Quantity < 0 {
			continue
		}
		left[r.ID] = b.Quantity
		for _, c := range records {
			correction, err := model.Decode[model.OutcomeCountedBody](c)
			if c.Kind == model.OutcomeCounted && err == nil && correction.Of == r.ID && correction.Shift == b.Shift && correction.Quantity < 0 {
				left[r.ID] += correction.Quantity
			}
		}
		left[r.ID] = max(left[r.ID], 0)
		sums[work{b.Shift, b.Checkpoint, b.Kind}] += left[r.ID]
	}
	maps.DeleteFunc(sums, func(_ work, n int) bool { return n == 0 })
	return sums, left
}

func sumsOf(n *model.Night) map[work]int {
	sums := map[work]int{}
	for _, s := range n.Shifts() {
		for _, c := range s.Plan.Checkpoints {
			for kind, n := range s.Sum(c.ID) {
				sums[work{s.ID, c.ID, kind}] = n
			}
		}
	}
	return sums
}

func TestSumIsTheRecount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := genWork(t)
		want, _ := recount(d.records)
		if got := sumsOf(d.night); !maps.Equal(got, want) {
			t.Fatalf("sums %v, recount %v", got, want)
		}
		for _, s := range d.night.Shifts() {
			everywhere := map[model.OutcomeKind]int{}
			for w, n := range want {
				if w.shift == s.ID {
					everywhere[w.kind] += n
				}
			}
			if got := s.Sum(""); !maps.Equal(got, everywhere) {
				t.Fatalf("shift %s: %v, recount %v", s.ID, got, everywhere)
			}
		}
	})
}

func later(d *desk) model.Stamp {
	at := d.night.Date.At(11*60, d.plan.Zone(), d.plan.NightTurnsAt)
	for _, r := range d.records {
		at = time.UnixMilli(max(at.UnixMilli(), r.At.UnixMilli()+1)).UTC()
	}
	return model.Stamp{ID: "ZZZ", Device: "desk", At: at}
}
