package model_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"beatbook/model"
)

func TestDecideRefuses(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	visit := p.visit("21:30", "plaza")
	gone := p.visit("21:31:30", "yard")
	p.withdraw("21:32", gone, "")
	nowhere, soon, swim := "moon", p.when("22:00:01"), model.Mode("swim")
	for name, c := range map[string]struct {
		intent  model.Intent
		code    model.RefusalCode
		subject string
	}{
		"a unit that the plan does not know":  {p.start("moon-1"), model.UnknownUnit, "moon-1"},
		"a route that the plan does not know": {model.StartShift{Plan: p.plan, Unit: "car-1", Route: "moon", Mode: model.Foot}, model.UnknownRoute, "moon"},
		"a shift without a mode":              {model.StartShift{Plan: p.plan, Unit: "car-1", Route: "beat"}, model.UnknownMode, ""},
		"a shift by any mode":                 {model.StartShift{Plan: p.plan, Unit: "car-1", Route: "beat", Mode: model.AnyMode}, model.UnknownMode, "any"},
		"a second shift of the unit":          {p.start("horn-1"), model.ShiftOpen, "horn-1"},
		"a crew of no shift":                  {model.ChangeCrew{Shift: "none"}, model.NoShift, "none"},
		"a mode of no shift":                  {model.ChangeMode{Shift: "none", Mode: model.Foot}, model.NoShift, "none"},
		"an unknown mode":                     {model.ChangeMode{Shift: p.shift, Mode: swim}, model.UnknownMode, "swim"},
		"a visit of no shift":                 {model.CheckIn{Shift: "none", Checkpoint: "plaza"}, model.NoShift, "none"},
		"a visit nowhere":                     {model.CheckIn{Shift: p.shift, Checkpoint: nowhere}, model.UnknownCheckpoint, "moon"},
		"a visit by an unknown mode":          {model.CheckIn{Shift: p.shift, Checkpoint: "plaza", Mode: swim}, model.UnknownMode, "swim"},
		"a visit that is yet to come":         {model.CheckIn{Shift: p.shift, Checkpoint: "plaza", For: &soon}, model.NotYet, "2026-11-20 22:00"},
		"a note without end":                  {model.CheckIn{Shift: p.shift, Checkpoint: "plaza", Note: strings.Repeat("x", model.MaxRecord)}, model.TooLong, ""},
		"a skip of no shift":                  {model.Skip{Shift: "none", Checkpoint: "plaza", Reason: "x"}, model.NoShift, "none"},
		"a skip nowhere":                      {model.Skip{Shift: p.shift, Checkpoint: nowhere, Reason: "x"}, model.UnknownCheckpoint, "moon"},
		"a skip without a reason":             {model.Skip{Shift: p.shift, Checkpoint: "plaza", Reason: " \t"}, model.ReasonNeeded, "plaza"},
		"a skip of a round too many":          {model.Skip{Shift: p.shift, Checkpoint: "plaza", Reason: "x", Round: 4}, model.UnknownRound, "4"},
		"a skip of a round below zero":        {model.Skip{Shift: p.shift, Checkpoint: "plaza", Reason: "x", Round: -1}, model.UnknownRound, "-1"},
		"a skip of what was made":             {model.Skip{Shift: p.shift, Checkpoint: "plaza", Reason: "x", Round: 1}, model.AlreadyMade, "plaza"},
		"a correction of no shift":            {model.Correct{Shift: "none", Of: visit, Reason: "x", Mode: &swim}, model.NoShift, "none"},
		"a correction of nothing":             {model.Correct{Shift: p.shift, Of: "none", Reason: "x"}, model.UnknownRecord, "none"},
		"a correction of a start":             {model.Correct{Shift: p.shift, Of: p.shift, Reason: "x", Checkpoint: &nowhere}, model.UnknownRecord, p.shift},
		"a correction that says nothing":      {model.Correct{Shift: p.shift, Of: visit, Reason: "x"}, model.NothingChanged, visit},
		"a correction without a reason":       {model.Correct{Shift: p.shift, Of: visit, Checkpoint: &nowhere}, model.ReasonNeeded, visit},
		"a correction to nowhere":             {model.Correct{Shift: p.shift, Of: visit, Reason: "x", Checkpoint: &nowhere}, model.UnknownCheckpoint, "moon"},
		"a correction to an unknown mode":     {model.Correct{Shift: p.shift, Of: visit, Reason: "x", Mode: &swim}, model.UnknownMode, "swim"},
		"a correction to a time to come":      {model.Correct{Shift: p.shift, Of: visit, Reason: "x", For: &soon}, model.NotYet, "2026-11-20 22:00"},
		"a withdrawal of no shift":            {model.Withdraw{Shift: "none", Of: visit, Reason: "x"}, model.NoShift, "none"},
		"a withdrawal of a start":             {model.Withdraw{Shift: p.shift, Of: p.shift, Reason: "x"}, model.UnknownRecord, p.shift},
		"a withdrawal of nothing":             {model.Withdraw{Shift: p.shift, Of: "none", Reason: "x"}, model.UnknownRecord, "none"},
		"a second withdrawal":                 {model.Withdraw{Shift: p.shift, Of: gone, Reason: "x"}, model.UnknownRecord, gone},
		"an end of no shift":                  {model.EndShift{Shift: "none"}, model.NoShift, "none"},
		"an early end without a reason":       {model.EndShift{Shift: p.shift}, model.ReasonNeeded, p.shift},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := model.Decide(p.night, p.stamp(p.when("22:00")), c.intent)
			refusal, ok := err.(*model.Refusal) //nolint:errorlint // the docstring promises the type itself
			if !ok || refusal.Code != c.code || refusal.Subject != c.subject {
				t.Fatalf("%v, want %s: %s", err, c.code, c.subject)
			}
		})
	}
}

func TestNothingIsWrittenToAnEndedShift(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	visit := p.visit("21:30", "plaza")
	p.end("22:00")
	for _, intent := range []model.Intent{
		model.CheckIn{Shift: p.shift, Checkpoint: "plaza"},
		model.Skip{Shift: p.shift, Checkpoint: "plaza", Reason: "x"},
		model.ChangeCrew{Shift: p.shift},
		model.ChangeMode{Shift: p.shift, Mode: model.Foot},
		model.EndShift{Shift: p.shift, Reason: "x"},
	} {
		if code := p.refused("22:01", intent); code != model.NoShift {
			t.Errorf("%T: %s", intent, code)
		}
	}
	p.withdraw("22:30", visit, "wrong night")
	p.visits("22:30")
	p.do("22:31", p.start("horn-1", "A", "B"))
}

func TestAnEndIsNotEarlyWhereEveryCallIsMade(t *testing.T) {
	p := setOut(t, onePlace("22:00"), "21:00")
	p.visit("21:55", "plaza")
	if _, err := model.Decide(p.night, p.stamp(p.when("21:56")), model.EndShift{Shift: p.shift}); err != nil {
		t.Errorf("no call is to come, and yet: %v", err)
	}
}

func TestDecideIsPure(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	stamp := p.stamp(p.when("21:30").Add(1234567 * time.Nanosecond))
	intent := model.CheckIn{Shift: p.shift, Checkpoint: "plaza", Note: "a < b & 夜市"}
	first, err := model.Decide(p.night, stamp, intent)
	if err != nil {
		t.Fatal(err)
	}
	second, err := model.Decide(p.night, stamp, intent)
	if err != nil || string(first.Body) != string(second.Body) {
		t.Errorf("%s and %s, %v", first.Body, second.Body, err)
	}
	if !strings.Contains(string(first.Body), intent.Note) {
		t.Errorf("the note is not readable in %s", first.Body)
	}
	if first.At.Nanosecond()%1e6 != 0 || first.Elapsed%time.Millisecond != 0 || first.At.Location() != time.UTC {
		t.Errorf("at %v, elapsed %v: not whole milliseconds of UTC", first.At, first.Elapsed)
	}
	if first.Seq != 0 || first.Bytes() != nil || first.Night != "2026-11-20" || first.Zone != "Asia/Shanghai" {
		t.Errorf("record %+v", first)
	}
	if n := p.night.Len(); n != 1 {
		t.Errorf("deciding left %d records", n)
	}
}

func TestAVisitTakesTheModeOfTheLeg(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	p.visit("21:30", "plaza")
	p.do("21:35", model.ChangeMode{Shift: p.shift, Mode: model.Vehicle})
	p.visit("21:50", "market")
	visits := p.judged("22:00").Visits
	if visits[0].Mode != model.Foot || visits[1].Mode != model.Vehicle {
		t.Errorf("modes %s, %s", visits[0].Mode, visits[1].Mode)
	}
}

func TestAPlanIsAdopted(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	stamp := p.stamp(p.when("02:00"))
	r, err := model.Decide(p.night, stamp, model.AdoptPlan{Plan: *beat(), Source: "version: 1\n", Sample: true})
	if err != nil {
		t.Fatal(err)
	}
	body, err := model.Decode[model.PlanAdoptedBody](r)
	if err != nil || r.Kind != model.PlanAdopted || r.Night != "2026-11-20" || !body.Sample || body.Source == "" || len(body.Plan.Routes) != 1 {
		t.Errorf("%+v %v", r, err)
	}
}

// What has a name is refused by it: an id says nothing to whoever typed none.
func TestARefusalNamesWhatItIsAbout(t *testing.T) {
	plan := beat()
	for i := range plan.Units {
		plan.Units[i].Callsign = model.Name{EN: "Unit " + plan.Units[i].ID}
	}
	for i := range plan.Checkpoints {
		plan.Checkpoints[i].Name = model.Name{EN: "The " + plan.Checkpoints[i].ID}
	}
	p := setOut(t, plan, "21:00")
	p.visit("21:30", "plaza")
	for _, c := range []struct {
		intent model.Intent
		want   string
	}{
		{p.start("horn-1", "C", "D"), "Unit horn-1"},
		{model.Skip{Shift: p.shift, Checkpoint: "plaza", Reason: "x", Round: 1}, "The plaza"},
	} {
		_, err := model.Decide(p.night, p.stamp(p.when("21:31")), c.intent)
		var refusal *model.Refusal
		if !errors.As(err, &refusal) || refusal.Name.EN != c.want {
			t.Errorf("%v, want one about %s", err, c.want)
		}
	}
}
