package model_test

import (
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"beatbook/model"
)

func TestCountsAddUp(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	moved := p.count("21:30", "plaza", "vehicles-moved", 3)
	p.count("21:31", "plaza", "vehicles-moved", 1)
	p.count("21:50", "market", "vehicles-moved", 5)
	bikes := p.count("21:51", "market", "bikes-tagged", model.MaxQuantity)
	p.takeBack("21:52", moved, 2)
	p.takeBack("21:53", bikes, model.MaxQuantity)
	s, _ := p.night.Shift(p.shift)
	for _, c := range []struct {
		checkpoint string
		want       map[model.OutcomeKind]int
	}{
		{"", map[model.OutcomeKind]int{"vehicles-moved": 7}},
		{"plaza", map[model.OutcomeKind]int{"vehicles-moved": 2}},
		{"market", map[model.OutcomeKind]int{"vehicles-moved": 5}},
		{"yard", map[model.OutcomeKind]int{}},
		{"moon", map[model.OutcomeKind]int{}},
	} {
		if got := s.Sum(c.checkpoint); !maps.Equal(got, c.want) {
			t.Errorf("at %q: %v, want %v", c.checkpoint, got, c.want)
		}
	}
	if first := s.Outcomes[0]; first.ID != moved || first.Quantity != 1 || first.Checkpoint != "plaza" || !first.At.Equal(p.when("21:30")) {
		t.Errorf("the first count %+v", first)
	}
	if n := len(s.Outcomes); n != 4 {
		t.Errorf("%d counts: a correction is none, what is taken back whole stays visible; want 4", n)
	}
}

func TestACorrectionNamesWhatItCorrects(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	of := p.count("21:30", "plaza", "doors-knocked", 3)
	r, _ := p.night.Record(p.takeBack("21:31", of, 2))
	body, err := model.Decode[model.OutcomeCountedBody](r)
	want := model.OutcomeCountedBody{Shift: p.shift, Checkpoint: "plaza", Kind: "doors-knocked", Quantity: -2, Of: of, Note: "counted twice"}
	if err != nil || body != want || r.Kind != model.OutcomeCounted || r.Night != p.night.Date || p.night.ShiftOf(r.ID) != p.shift {
		t.Errorf("%+v in %+v, %v", body, r, err)
	}
}

func TestCountsThatAreRefused(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	of := p.count("21:30", "plaza", "doors-knocked", 3)
	correction := p.takeBack("21:31", of, 1)
	gone := p.count("21:31", "plaza", "doors-knocked", 1)
	p.takeBack("21:31", gone, 1)
	visit := p.visit("21:32", "plaza")
	other := p.do("21:33", p.start("car-1", "C", "D"))
	count := func(shift, checkpoint string, kind model.OutcomeKind, quantity int) model.Intent {
		return model.CountOutcome{Shift: shift, Checkpoint: checkpoint, Kind: kind, Quantity: quantity}
	}
	correct := func(shift, of string, quantity int) model.Intent {
		return model.CorrectOutcome{Shift: shift, Of: of, Quantity: quantity, Note: "slip"}
	}
	refuses(t, p, "21:34", map[string]refusalCase{
		"of no shift":                  {count("none", "plaza", "doors-knocked", 1), model.NoShift, "none"},
		"nowhere":                      {count(p.shift, "moon", "doors-knocked", 1), model.UnknownCheckpoint, "moon"},
		"an unknown kind":              {count(p.shift, "plaza", "arrests", 1), model.UnknownOutcome, "arrests"},
		"no kind":                      {count(p.shift, "plaza", "", 1), model.UnknownOutcome, ""},
		"none":                         {count(p.shift, "plaza", "doors-knocked", 0), model.BadQuantity, "0"},
		"below zero":                   {count(p.shift, "plaza", "doors-knocked", -1), model.BadQuantity, "-1"},
		"one too many":                 {count(p.shift, "plaza", "doors-knocked", 10_000), model.BadQuantity, "10000"},
		"a counter of 10^9":            {count(p.shift, "plaza", "doors-knocked", 1e9), model.BadQuantity, "1000000000"},
		"the largest number":           {count(p.shift, "plaza", "doors-knocked", math.MaxInt), model.BadQuantity, "9223372036854775807"},
		"a note without end":           {model.CountOutcome{Shift: p.shift, Checkpoint: "plaza", Kind: "doors-knocked", Quantity: 1, Note: strings.Repeat("x", model.MaxRecord)}, model.TooLong, ""},
		"a correction of no shift":     {correct("none", of, 1), model.NoShift, "none"},
		"a correction of nothing":      {correct(p.shift, "none", 1), model.UnknownRecord, "none"},
		"a correction without a name":  {correct(p.shift, "", 1), model.UnknownRecord, ""},
		"a correction of a correction": {correct(p.shift, correction, 1), model.UnknownRecord, correction},
		"a correction of a visit":      {correct(p.shift, visit, 1), model.UnknownRecord, visit},
		"a correction of another's":    {correct(other, of, 1), model.UnknownRecord, of},
		"a correction of all gone":     {correct(p.shift, gone, 1), model.BadQuantity, "1"},
		"more than is left":            {correct(p.shift, of, 3), model.BadQuantity, "3"},
		"a correction by nothing":      {correct(p.shift, of, 0), model.BadQuantity, "0"},
		"a correction that adds":       {correct(p.shift, of, -1), model.BadQuantity, "-1"},
		"the least number":             {correct(p.shift, of, math.MinInt), model.BadQuantity, "-9223372036854775808"},
		"a correction as of a visit":   {model.Correct{Shift: p.shift, Of: of, Reason: "x", Checkpoint: pointer("yard")}, model.UnknownRecord, of},
	})
	if left := p.sum("", "doors-knocked"); left != 2 {
		t.Errorf("%d doors after the refusals, want 2", left)
	}
	p.takeBack("21:35", of, 2)
}

func TestAnEndedShiftIsCorrectedButCountsNoMore(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	of := p.count("21:30", "plaza", "stalls-corrected", 4)
	p.end("22:00")
	if code := p.refused("22:01", model.CountOutcome{Shift: p.shift, Checkpoint: "plaza", Kind: "stalls-corrected", Quantity: 1}); code != model.NoShift {
		t.Errorf("refused with %s", code)
	}
	p.takeBack("22:02", of, 4)
	if left := p.sum("", "stalls-corrected"); left != 0 {
		t.Errorf("%d left", left)
	}
}

func TestKindsOfWorkAreThoseOfTheFrozenPlan(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	p.plan.Outcomes = []model.OutcomeDefinition{{ID: "later"}}
	p.count("21:30", "plaza", "bikes-tagged", 1)
	late := model.CountOutcome{Shift: p.shift, Checkpoint: "plaza", Kind: "later", Quantity: 1}
	if code := p.refused("21:31", late); code != model.UnknownOutcome {
		t.Errorf("refused with %s", code)
	}
	want := append(slices.Clone(model.OutcomeKinds), "later")
	if got := p.plan.OutcomeKinds(); !slices.Equal(got, want) || len(model.OutcomeKinds) != 6 {
		t.Errorf("kinds %v, want %v", got, want)
	}
}

func TestCorrectionsMadeApartNeverCountBelowZero(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	of := p.count("21:30", "plaza", "doors-knocked", 5)
	p.count("21:31", "plaza", "doors-knocked", 2)
	p.takeBack("21:32", of, 5)
	p.foreign("21:20", model.OutcomeCounted, model.OutcomeCountedBody{Shift: p.shift, Checkpoint: "plaza", Kind: "doors-knocked", Quantity: -5, Of: of})
	p.foreign("21:33", model.OutcomeCounted, model.OutcomeCountedBody{Shift: p.shift, Checkpoint: "plaza", Kind: "doors-knocked", Quantity: -9})
	p.foreign("21:34", model.OutcomeCounted, model.OutcomeCountedBody{Shift: p.shift, Checkpoint: "plaza", Kind: "doors-knocked", Quantity: 9, Of: of})
	if got := p.sum("plaza", "doors-knocked"); got != 2 {
		t.Errorf("%d doors, want 2", got)
	}
	s, _ := p.night.Shift(p.shift)
	for _, o := range s.Outcomes {
		if o.Quantity < 0 || o.ID == of && o.Quantity != 0 {
			t.Errorf("left of %s: %d", o.ID, o.Quantity)
		}
	}
}

func TestACorrectionUnderAnotherShiftTakesNothing(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	of := p.count("21:30", "plaza", "doors-knocked", 5)
	other := p.do("21:31", p.start("car-1", "C", "D"))
	p.foreign("21:32", model.OutcomeCounted, model.OutcomeCountedBody{Shift: other, Checkpoint: "plaza", Kind: "doors-knocked", Quantity: -5, Of: of})
	p.foreign("21:32", model.OutcomeCounted, model.OutcomeCountedBody{Shift: "unheard of", Quantity: -5, Of: of})
	if got := p.sum("", "doors-knocked"); got != 5 {
		t.Errorf("%d doors, want 5", got)
	}
}

// What another device wrote is not held to MaxQuantity by Decide; a sum that wraps around would fall below zero.
func TestForeignQuantitiesNeverWrapAround(t *testing.T) {
	counted := func(p *patrol, quantity int, of string) string {
		return p.foreign("21:40", model.OutcomeCounted, model.OutcomeCountedBody{
			Shift: p.shift, Checkpoint: "plaza", Kind: "doors-knocked", Quantity: quantity, Of: of,
		})
	}
	t.Run("counts", func(t *testing.T) {
		p := setOut(t, workPlan(), "21:00")
		counted(p, math.MaxInt, "")
		counted(p, math.MaxInt, "")
		if got := p.sum("", "doors-knocked"); got < 0 {
			t.Errorf("%d doors", got)
		}
	})
	t.Run("corrections", func(t *testing.T) {
		p := setOut(t, workPlan(), "21:00")
		of := p.count("21:30", "plaza", "doors-knocked", 5)
		counted(p, -math.MaxInt, of)
		counted(p, -math.MaxInt, of)
		if got := p.sum("", "doors-knocked"); got != 0 {
			t.Errorf("%d doors, want 0: a correction never adds", got)
		}
	})
}

type refusalCase struct {
	intent  model.Intent
	code    model.RefusalCode
	subject string
}

func refuses(t *testing.T, p *patrol, when string, cases map[string]refusalCase) {
	t.Helper()
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			r, err := model.Decide(p.night, p.stamp(p.when(when)), c.intent)
			refusal, ok := err.(*model.Refusal) //nolint:errorlint // the docstring promises the type itself
			if !ok || refusal.Code != c.code || refusal.Subject != c.subject {
				t.Fatalf("%v %s, want %s: %s", err, r.Body, c.code, c.subject)
			}
			if !slices.Contains(model.RefusalCodes, c.code) {
				t.Errorf("%s is not among the refusal codes", c.code)
			}
		})
	}
}
