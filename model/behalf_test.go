package model_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"beatbook/model"
)

var byRadio = model.Behalf{Operator: "Li", Channel: model.ByRadio}

func onBehalf(intent model.Intent) model.Intent {
	return model.OnBehalf{Behalf: byRadio, Intent: intent}
}

// everyIntent is a shift in which something was recorded, and one intent for each kind of record.
func everyIntent(t *testing.T) (*patrol, map[model.Kind]model.Intent) {
	plan := workPlan()
	p := setOut(t, plan, "21:00")
	visit := p.visit("21:30", "plaza")
	hazard := p.do("21:31", model.FindHazard{Shift: p.shift, Checkpoint: "plaza", Kind: "fire", What: "exit", Severity: "grave"})
	s, _ := p.night.Shift(p.shift)
	found, _ := foldHazards(p.night.Story()).Find(hazard)
	happened, market, note := p.when("21:32"), "market", `"a" < b & 夜市, "behalf":{}`
	return p, map[model.Kind]model.Intent{
		model.PlanAdopted:          model.AdoptPlan{Plan: *plan, Source: "version: 1"},
		model.ShiftStarted:         p.start("car-1", "C", "D"),
		model.ShiftEnded:           model.EndShift{Shift: p.shift, Reason: "storm", Handover: note},
		model.CrewChanged:          model.ChangeCrew{Shift: p.shift, Crew: []string{"C"}},
		model.ModeChanged:          model.ChangeMode{Shift: p.shift, Mode: model.Vehicle, Plate: "X1"},
		model.CheckedIn:            model.CheckIn{Shift: p.shift, Checkpoint: "market", Note: note, For: &happened},
		model.Skipped:              model.Skip{Shift: p.shift, Checkpoint: "market", Round: 1, Reason: note},
		model.Corrected:            model.Correct{Shift: p.shift, Of: visit, Checkpoint: &market, Note: &note, For: &happened, Reason: "slip"},
		model.Withdrawn:            model.Withdraw{Shift: p.shift, Of: visit, Reason: "slip"},
		model.OutcomeCounted:       model.CountOutcome{Shift: p.shift, Checkpoint: "plaza", Kind: "doors-knocked", Quantity: 3, Note: note},
		model.HazardFound:          model.FindHazard{Shift: p.shift, Checkpoint: "plaza", Kind: "fire", What: note, Severity: "grave"},
		model.HazardMoved:          model.MoveHazard{Hazard: found, Plan: plan, Step: model.FixedOnSpot, Note: note},
		model.ChecklistDone:        model.DoChecklist{Shift: p.shift, Checkpoint: "plaza", Answers: []model.Answer{{Item: "exit", OK: true}}},
		model.HandoverAcknowledged: model.AcknowledgeHandover{Shift: s, By: "horn-1"},
		model.OperatorOn:           model.SignOn{Plan: plan, Operator: "Wang", Relieves: "Zhao", Note: note},
		model.OperatorOff:          model.SignOff{Plan: plan, Operator: "Wang", Note: note},
		model.UnitHeard:            model.HearUnit{Shift: p.shift, Note: note},
		model.RollCalled:           model.CallRoll{Plan: plan, Operator: "Wang", Began: happened, Heard: []*model.Shift{s}},
		model.AlertsAcknowledged:   model.AcknowledgeAlerts{Shift: s, Alerts: []string{"a"}, Operator: "Wang"},
	}
}

// bodies read a record as the struct of its kind.
var bodies = map[model.Kind]func(model.Record) (any, error){
	model.PlanAdopted: decoded[model.PlanAdoptedBody], model.ShiftStarted: decoded[model.ShiftStartedBody],
	model.ShiftEnded: decoded[model.ShiftEndedBody], model.CrewChanged: decoded[model.CrewChangedBody],
	model.ModeChanged: decoded[model.ModeChangedBody], model.CheckedIn: decoded[model.CheckedInBody],
	model.Skipped: decoded[model.SkippedBody], model.Corrected: decoded[model.CorrectedBody],
	model.Withdrawn: decoded[model.WithdrawnBody], model.OutcomeCounted: decoded[model.OutcomeCountedBody],
	model.HazardFound: decoded[model.HazardFoundBody], model.HazardMoved: decoded[model.HazardMovedBody],
	model.ChecklistDone: decoded[model.ChecklistDoneBody], model.HandoverAcknowledged: decoded[model.HandoverAcknowledgedBody],
	model.OperatorOn: decoded[model.OperatorOnBody], model.OperatorOff: decoded[model.OperatorOffBody],
	model.UnitHeard: decoded[model.UnitHeardBody], model.RollCalled: decoded[model.RollCalledBody], model.AlertsAcknowledged: decoded[model.AlertsAcknowledgedBody],
}

func decoded[T any](r model.Record) (any, error) {
	body, err := model.Decode[T](r)
	if started, ok := any(&body).(*model.ShiftStartedBody); ok {
		started.Behalf = nil // that alone says it itself
	}
	return body, err
}

// R12: whatever is written down for a unit says so in the last field of its body, and says the same otherwise.
func TestR12AnyIntentCanBeWrittenDownOnBehalf(t *testing.T) {
	p, intents := everyIntent(t)
	for _, kind := range model.Kinds {
		intent, ok := intents[kind]
		if !ok {
			t.Errorf("%s: no intent of it is tested", kind)
			continue
		}
		stamp := p.stamp(p.when("21:33"))
		plain, err := model.Decide(p.night, stamp, intent)
		behalf, err2 := model.Decide(p.night, stamp, onBehalf(intent))
		if err = errors.Join(err, err2); err != nil {
			t.Errorf("%s: %v", kind, err)
			continue
		}
		if want := strings.TrimSuffix(string(plain.Body), "}") + `,"behalf":{"operator":"Li","channel":"radio"}}`; string(behalf.Body) != want {
			t.Errorf("%s\n got: %s\nwant: %s", kind, behalf.Body, want)
		}
		facts, before := model.FactsOf(behalf), model.FactsOf(plain)
		if facts.Behalf == nil || *facts.Behalf != byRadio || before.Behalf != nil {
			t.Errorf("%s: on behalf %+v, else %+v", kind, facts.Behalf, before.Behalf)
		}
		if facts.Behalf = nil; !reflect.DeepEqual(facts, before) {
			t.Errorf("%s: facts %+v, without an operator %+v", kind, facts, before)
		}
		got, err := bodies[kind](behalf)
		want, err2 := bodies[kind](plain)
		if errors.Join(err, err2) != nil || !reflect.DeepEqual(got, want) || plain.Kind != kind {
			t.Errorf("%s read as %+v, without an operator %+v %v", plain.Kind, got, want, errors.Join(err, err2))
		}
		behalf.Body = plain.Body
		if !reflect.DeepEqual(behalf, plain) {
			t.Errorf("%s: record %+v, without an operator %+v", kind, behalf, plain)
		}
	}
}

// What a night tells is the same whoever wrote it down, but for who started the shift and for signs of the unit: what an
// operator took back is none.
func TestR12ANightReadsOnBehalfAsWithout(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := genDesk(t)
		behalf := model.Behalf{Operator: rapid.StringN(1, 9, -1).Draw(t, "operator"), Channel: rapid.SampledFrom(model.Channels).Draw(t, "channel")}
		last, err := json.Marshal(behalf)
		if err != nil {
			t.Fatal(err)
		}
		n := model.NewNight(d.night.Date)
		for _, r := range d.records {
			r.Body = json.RawMessage(strings.TrimSuffix(string(r.Body), "}") + `,"behalf":` + string(last) + "}")
			n.Apply(r)
		}
		if got, want := len(n.Shifts()), len(d.night.Shifts()); got != want {
			t.Fatalf("%d shifts, want %d", got, want)
		}
		for i, s := range n.Shifts() {
			if s.Behalf == nil || *s.Behalf != behalf {
				t.Fatalf("started by %+v, want %+v", s.Behalf, behalf)
			}
			written, alone := *s, *d.night.Shifts()[i]
			written.Behalf, written.Heard, alone.Heard = nil, nil, nil
			if !reflect.DeepEqual(written, alone) {
				t.Fatalf("%+v, without an operator %+v", written, alone)
			}
		}
	})
}

func TestR12AVisitWrittenDownForAUnitCanBeRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := setOut(&testing.T{}, beat(), "21:00")
		behalf := model.Behalf{
			Operator: rapid.StringN(0, 9, -1).Draw(t, "operator") + "x",
			Channel:  rapid.SampledFrom(append(slices.Clone(model.Channels), model.AtDesk)).Draw(t, "channel"),
		}
		happened := p.when("21:30").Add(-minutes(t, "ago", 0, 30))
		in := model.CheckIn{Shift: p.shift, Checkpoint: "plaza", Note: rapid.String().Draw(t, "note"), For: &happened}
		id := p.do("21:30", model.OnBehalf{Behalf: behalf, Intent: in})
		r, _ := p.night.Record(id)
		read, err := model.ParseRecord(r.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		s, _ := p.night.Shift(p.shift)
		if v := s.Visits; len(v) != 1 || v[0].Note != in.Note || !v[0].At.Equal(happened) || v[0].Mode != model.Foot || v[0].Checkpoint != "plaza" {
			t.Fatalf("visits %+v, want that of %+v", v, in)
		}
		behalf.Operator = strings.TrimSpace(behalf.Operator)
		if got := model.FactsOf(read).Behalf; got == nil || *got != behalf {
			t.Fatalf("on behalf %+v, want %+v", got, behalf)
		}
	})
}

func TestR12ARecordOnBehalfNamesAnOperatorAndAChannel(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	visit := model.CheckIn{Shift: p.shift, Checkpoint: "plaza"}
	for _, c := range []struct {
		operator string
		channel  model.Channel
		intent   model.Intent
		want     model.RefusalCode
	}{
		{"", model.ByRadio, visit, model.OperatorNeeded},
		{" \t\n　", model.ByRadio, visit, model.OperatorNeeded},
		{"Li", "", visit, model.UnknownChannel},
		{"Li", "Radio", visit, model.UnknownChannel},
		{"Li", "pigeon", visit, model.UnknownChannel},
		{"", "pigeon", visit, model.OperatorNeeded},
		{"Li", model.ByRadio, model.CheckIn{Shift: "none", Checkpoint: "plaza"}, model.NoShift},
		{"Li", model.ByRadio, model.CheckIn{Shift: p.shift, Checkpoint: "moon"}, model.UnknownCheckpoint},
		{"Li", model.ByRadio, model.Skip{Shift: p.shift, Checkpoint: "plaza"}, model.ReasonNeeded},
		{"Li", model.ByRadio, model.OnBehalf{Behalf: model.Behalf{Channel: model.ByPhone}, Intent: visit}, model.OperatorNeeded},
		{"Li", model.ByRadio, model.CheckIn{Shift: p.shift, Checkpoint: "plaza", Note: strings.Repeat("x", model.MaxRecord)}, model.TooLong},
		{strings.Repeat("x", model.MaxRecord), model.ByRadio, visit, model.TooLong},
	} {
		intent := model.OnBehalf{Behalf: model.Behalf{Operator: c.operator, Channel: c.channel}, Intent: c.intent}
		if got := p.refused("21:30", intent); got != c.want {
			t.Errorf("by %.9q over %q: %s, want %s", c.operator, c.channel, got, c.want)
		}
	}
}

func TestR12OnlyWhoWroteItDownIsNamed(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	inner := model.OnBehalf{Behalf: model.Behalf{Operator: "Wang", Channel: model.ByPhone}, Intent: model.HearUnit{Shift: p.shift}}
	r, _ := p.night.Record(p.do("21:10", onBehalf(inner)))
	if f := model.FactsOf(r); f.Behalf == nil || *f.Behalf != byRadio || strings.Count(string(r.Body), `"behalf"`) != 1 {
		t.Errorf("body %s", r.Body)
	}
}

func TestR12TheNameOfTheOperatorIsTrimmed(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	intent := model.OnBehalf{Behalf: model.Behalf{Operator: " 李 值班 ", Channel: model.InPerson}, Intent: model.HearUnit{Shift: p.shift}}
	r, _ := p.night.Record(p.do("21:10", intent))
	if f := model.FactsOf(r); f.Behalf == nil || *f.Behalf != (model.Behalf{Operator: "李 值班", Channel: model.InPerson}) {
		t.Errorf("on behalf %+v", f.Behalf)
	}
	if intent.Operator != " 李 值班 " {
		t.Error("deciding has changed the intent")
	}
}

func TestR12AShiftSaysWhoStartedIt(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	started := p.do("21:05", onBehalf(p.start("car-1", "C", "D")))
	if s, _ := p.night.Shift(p.shift); s.Behalf != nil {
		t.Errorf("started by itself, and by %+v", s.Behalf)
	}
	s, ok := p.night.Shift(started)
	if !ok || s.Behalf == nil || *s.Behalf != byRadio || s.Unit.ID != "car-1" || s.Route.ID != "beat" || !slices.Equal(s.Leg().Crew, []string{"C", "D"}) {
		t.Fatalf("%+v", s)
	}
	p.shift = started
	p.calls("21:05", "1 plaza upcoming", "1 market upcoming", "1 school upcoming", "2 plaza upcoming", "2 market upcoming",
		"2 school upcoming", "3 plaza upcoming", "3 market upcoming", "3 school upcoming")
}

// A desk starts every shift of the night: their plan is read once, as it is for units with a laptop.
func TestAPlanIsSharedByShiftsThatWereStartedForUnits(t *testing.T) {
	var plans model.Plans
	var read []*model.Checkpoint
	for _, date := range []model.Date{"2026-11-20", "2026-11-21"} {
		p := setOutOn(t, beat(), date, "21:00")
		started := p.do("21:05", onBehalf(p.start("car-1", "C", "D")))
		n := plans.NewNight(date)
		for _, r := range p.night.Story() {
			n.Apply(r)
		}
		s, ok := n.Shift(started)
		if !ok || s.Behalf == nil {
			t.Fatalf("shift %+v", s)
		}
		read = append(read, &s.Plan.Checkpoints[0])
	}
	if read[0] != read[1] {
		t.Error("the plan was read twice")
	}
}

// R12: a report is a late entry when it is written down more than five minutes after the time that it is for.
func TestR12AReportOfMoreThanFiveMinutesAgoIsALateEntry(t *testing.T) {
	for ago, want := range map[time.Duration]string{
		0: "", 5 * time.Minute: "", 5*time.Minute + time.Millisecond: "late-entry", 25 * time.Minute: "late-entry",
	} {
		p := setOut(t, onePlace("21:30"), "21:00")
		happened := p.when("21:30").Add(-ago)
		p.do("21:30", onBehalf(model.CheckIn{Shift: p.shift, Checkpoint: "plaza", For: &happened}))
		v := p.judged("21:31").Visits[0]
		if got := marksText(v.Marks); got != want || !v.At.Equal(happened) || !v.Written.Equal(p.when("21:30")) {
			t.Errorf("%v ago: marks %q at %v written %v, want %q", ago, got, v.At, v.Written, want)
		}
	}
	p := setOut(t, onePlace("21:30"), "21:00")
	soon := p.when("21:30").Add(time.Millisecond)
	if got := p.refused("21:30", onBehalf(model.CheckIn{Shift: p.shift, Checkpoint: "plaza", For: &soon})); got != model.NotYet {
		t.Errorf("reported before it happened: %s", got)
	}
}

func TestR12AReportIsASignOfTheUnit(t *testing.T) {
	p := setOut(t, onePlace("03:00"), "21:00")
	happened := p.when("21:10")
	p.do("21:25", onBehalf(model.CheckIn{Shift: p.shift, Checkpoint: "plaza", For: &happened}))
	p.alerts("21:54:59")
	p.alerts("21:55", "out-of-contact 1 21:25")
}
