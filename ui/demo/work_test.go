package demo_test

import (
	"testing"

	"beatbook/model"
	"beatbook/ui/demo"
)

func hazardsOf(records []model.Record) *model.Hazards {
	hazards := model.NewHazards()
	for _, r := range records {
		hazards.Apply(r)
	}
	return hazards
}

func TestWeekHasHazardsOfEveryStandAndStep(t *testing.T) {
	now := tonight(t, plan(t))
	steps, fixed, overdue, toCome, again := map[model.HazardStep]int{}, 0, 0, 0, 0
	for _, h := range hazardsOf(week(t, now, demo.Seed)).List(now) {
		if h.Closed.Equal(h.Found) {
			fixed++
		}
		for _, m := range h.Moves {
			steps[m.Step]++
			if m.Parallel {
				t.Errorf("%s: %s was made apart", h.What, m.Step)
			}
		}
		if h.State != model.HazardOrdered {
			continue
		}
		switch {
		case h.Overdue(now):
			overdue++
		case len(h.Moves) > 0 && h.Moves[len(h.Moves)-1].Step == model.RecheckFailed:
			again++
		default:
			toCome++
		}
	}
	for _, s := range model.HazardSteps {
		if steps[s] == 0 {
			t.Errorf("no hazard was %s", s)
		}
	}
	if fixed == 0 || overdue == 0 || toCome == 0 || again == 0 {
		t.Errorf("%d fixed on the spot, %d overdue, %d to be fixed, %d ordered again", fixed, overdue, toCome, again)
	}
}

func TestOpenHazardsOnTheRouteOfThisDevice(t *testing.T) {
	p := plan(t)
	now := tonight(t, p)
	records := week(t, now, demo.Seed)
	open := map[string]bool{}
	for _, h := range hazardsOf(records).List(now) {
		if h.State != model.HazardClosed {
			open[h.Checkpoint] = true
		}
	}
	for _, s := range nightsOf(records)[p.Night(now)].Shifts() {
		if s.Device != "own" {
			continue
		}
		there := 0
		for _, c := range s.Route.Calls {
			if open[c.Checkpoint] {
				there++
			}
		}
		if there < 1 || there > 2 || there == len(open) {
			t.Errorf("%d of %d checkpoints with open hazards are on the route", there, len(open))
		}
	}
}

func TestWeekHasOutcomesAndChecklists(t *testing.T) {
	p := plan(t)
	now := tonight(t, p)
	records := week(t, now, demo.Seed)
	hazards := hazardsOf(records)
	corrected, wrong, tonight, own := 0, 0, 0, 0
	for _, r := range records {
		if b, err := model.Decode[model.OutcomeCountedBody](r); err == nil && r.Kind == model.OutcomeCounted && b.Of != "" {
			corrected++
		}
	}
	for date, night := range nightsOf(records) {
		for _, s := range night.Shifts() {
			for _, n := range s.Sum("") {
				if date == p.Night(now) && s.Device == "own" {
					tonight += n
				}
			}
			own += s.Sum("")["lost-children-helped"]
			for _, c := range s.Checks {
				for _, a := range c.Answers {
					if a.OK {
						continue
					}
					wrong++
					if !foundBy(hazards, c, a.Item) {
						t.Errorf("%s: %s is not in order, and no hazard says why", c.Checkpoint, a.Item)
					}
				}
			}
		}
	}
	if corrected == 0 || wrong == 0 || tonight == 0 || own == 0 {
		t.Errorf("%d outcomes corrected, %d answers no, %d outcomes tonight, %d of the site's own", corrected, wrong, tonight, own)
	}
}

// foundBy reports whether the item showed a hazard that was open when the checklist was gone through.
func foundBy(hazards *model.Hazards, c model.Check, item string) bool {
	for _, h := range hazards.List(c.At) {
		if h.Checkpoint == c.Checkpoint && h.Item == item && h.Found.Before(c.At) && (h.Closed.IsZero() || h.Closed.After(c.At)) {
			return true
		}
	}
	return false
}

// Whatever the dice and the hour, nothing that is made up is refused or lies ahead.
func TestWeekOfAnySeedAndHour(t *testing.T) {
	p := plan(t)
	for seed := range uint64(6) {
		now := model.Date("2026-11-24").At(model.Clock((720+seed*233)%1440), p.Zone(), p.NightTurnsAt)
		records := week(t, now, seed)
		for _, r := range records {
			if r.At.After(now) {
				t.Errorf("seed %d: %s lies ahead", seed, r.Kind)
			}
		}
		if len(hazardsOf(records).List(now)) == 0 {
			t.Errorf("seed %d: no hazards", seed)
		}
	}
}
