package model_test

import (
	"reflect"
	"strings"
	"testing"

	"beatbook/model"
)

func TestAChecklistIsGoneThrough(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	answers := []model.Answer{{Item: "extinguisher", OK: true}, {Item: "exit"}}
	first := p.do("21:30", model.DoChecklist{Shift: p.shift, Checkpoint: "plaza", Answers: answers})
	second := p.do("23:30", model.DoChecklist{Shift: p.shift, Checkpoint: "plaza", Answers: answers[:1]})
	s, _ := p.night.Shift(p.shift)
	want := []model.Check{
		{ID: first, Checkpoint: "plaza", Answers: answers, At: p.when("21:30")}, {ID: second, Checkpoint: "plaza", Answers: answers[:1], At: p.when("23:30")},
	}
	if len(s.Checks) != 2 || !s.Checks[0].At.Equal(want[0].At) || !s.Checks[1].At.Equal(want[1].At) {
		t.Fatalf("%+v", s.Checks)
	}
	for i := range want {
		want[i].At = s.Checks[i].At
	}
	if !reflect.DeepEqual(s.Checks, want) || p.night.ShiftOf(first) != p.shift {
		t.Errorf("%+v, want %+v", s.Checks, want)
	}
	p.visits("23:40")
}

func TestChecklistsThatAreRefused(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	p.plan.Checkpoints[0].Checklist = nil // the frozen plan holds
	do := func(shift, checkpoint string, items ...string) model.Intent {
		i := model.DoChecklist{Shift: shift, Checkpoint: checkpoint}
		for _, item := range items {
			i.Answers = append(i.Answers, model.Answer{Item: item, OK: true})
		}
		return i
	}
	refuses(t, p, "21:30", map[string]refusalCase{
		"of no shift":         {do("none", "plaza", "exit"), model.NoShift, "none"},
		"nowhere":             {do(p.shift, "moon", "exit"), model.UnknownCheckpoint, "moon"},
		"nothing looked at":   {do(p.shift, "plaza"), model.AnswerNeeded, "plaza"},
		"an unknown item":     {do(p.shift, "plaza", "exit", "roof"), model.UnknownItem, "roof"},
		"an item of no name":  {do(p.shift, "plaza", ""), model.UnknownItem, ""},
		"another place's":     {do(p.shift, "market", "exit"), model.UnknownItem, "exit"},
		"an item in capitals": {do(p.shift, "plaza", "EXIT"), model.UnknownItem, "EXIT"},
	})
	p.do("21:31", do(p.shift, "plaza", "exit"))
	p.end("22:00")
	if code := p.refused("22:01", do(p.shift, "plaza", "exit")); code != model.NoShift {
		t.Errorf("refused with %s", code)
	}
}

func TestAHandoverIsAcknowledged(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	p.end("06:00")
	s, _ := p.night.Shift(p.shift)
	stamp := p.stamp(p.when("21:00").AddDate(0, 0, 1))
	r, err := model.Decide(model.NewNight("2026-11-21"), stamp, model.AcknowledgeHandover{Shift: s, By: "car-1"})
	if err != nil {
		t.Fatal(err)
	}
	body, err := model.Decode[model.HandoverAcknowledgedBody](r)
	if err != nil || body != (model.HandoverAcknowledgedBody{Shift: p.shift, By: "car-1"}) || r.Kind != model.HandoverAcknowledged {
		t.Errorf("%+v in %+v, %v", body, r, err)
	}
	if r.Night != "2026-11-21" || r.Zone != "Asia/Shanghai" || s.Handover != "key is with B" {
		t.Errorf("night %s, zone %s, handover %q", r.Night, r.Zone, s.Handover)
	}
}

func TestFactsOfWorkDone(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	counted := p.do("21:30", model.CountOutcome{Shift: p.shift, Checkpoint: "plaza", Kind: "doors-knocked", Quantity: 2, Note: "paper 7"})
	intent := p.found()
	intent.Order = p.order("23:00")
	found := p.do("21:31", intent)
	moved := p.do("21:32", model.MoveHazard{Hazard: p.hazard(found), Plan: p.plan, Step: model.Urged, Note: "by phone"})
	s, _ := p.night.Shift(p.shift)
	until := intent.Order.Deadline
	for _, c := range []struct {
		name, id, checkpoint, note string
		want                       model.Facts
	}{
		{"a count", counted, "plaza", "paper 7", model.Facts{Shift: p.shift, KindOf: "doors-knocked", Quantity: 2}},
		{"a correction", p.takeBack("21:33", counted, 1), "plaza", "counted twice", model.Facts{
			Shift: p.shift, KindOf: "doors-knocked", Quantity: -1, Of: counted,
		}},
		{"a hazard", found, "plaza", "", model.Facts{
			Shift: p.shift, KindOf: "fire", What: "exit blocked", Severity: "serious", Order: intent.Order,
		}},
		{"a move", moved, "", "by phone", model.Facts{Hazard: found, Step: model.Urged}},
		{"a checklist", p.do("21:34", model.DoChecklist{Shift: p.shift, Checkpoint: "plaza", Answers: []model.Answer{{Item: "exit"}}}), "plaza", "",
			model.Facts{Shift: p.shift, Answers: []model.Answer{{Item: "exit"}}}},
		{"an acknowledgement", p.do("21:35", model.AcknowledgeHandover{Shift: s, By: "car-1"}), "", "", model.Facts{
			Shift: p.shift, By: "car-1",
		}},
	} {
		r, _ := p.night.Record(c.id)
		want := c.want
		if c.checkpoint != "" {
			want.Checkpoint = &c.checkpoint
		}
		if c.note != "" {
			want.Note = &c.note
		}
		got := model.FactsOf(r)
		if got.Order != nil && got.Order.Deadline.Equal(until) {
			got.Order.Deadline = until // in the zone of the plan
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v from %s", c.name, got, strings.TrimSpace(string(r.Body)))
		}
	}
}
