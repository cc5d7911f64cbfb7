package app

import (
	"time"

	"beatbook/model"
)

// workScenes are the states of everything about work done, hazards, checklists and the handover.
func workScenes() []scene {
	all := []scene{
		{"hazards none", func(w *world, say words) { eventful(w, say); w.press("H") }},
		{"outcomes few", func(w *world, say words) {
			w.plan.Outcomes = w.plan.Outcomes[:1]
			worked(w, say)
			w.press("+", "7", "7")
		}},
		{"handover short", func(w *world, say words) {
			eventful(w, say)
			w.press("E", "1", "tab", "tab", "ok", "ctrl+s")
			w.pass(2 * time.Second)
			w.press("enter")
		}},
		{"handover long", func(w *world, say words) {
			worked(w, say)
			w.clock(4, 0)
			w.pass(time.Second)
			w.say(say, []string{"E", "NOTE", "ctrl+s"})
			w.pass(2 * time.Second)
			w.press("enter")
		}},
		{"retry hazard", func(w *world, say words) {
			worked(w, say)
			w.log.fail = full
			w.say(say, []string{"h", "1", "tab", "NOTE", "tab", "2", "tab", "2", "tab", "REASON", "tab", "3d", "tab", "NOTE", "ctrl+s"})
		}},
	}
	for _, d := range workOverlays {
		all = append(all, scene{d.name, func(w *world, say words) { worked(w, say); w.say(say, d.keys) }})
	}
	return all
}

// workOverlays are what keys open over a patrol with work and hazards.
var workOverlays = []overlay{
	{"work", []string{}},
	{"work panel", []string{"5"}},
	{"work log", []string{"l"}},
	{"work end", []string{"E"}},
	{"outcomes", []string{"+"}},
	{"outcomes last", []string{"+", "end", "enter", "9"}},
	{"outcomes taking", []string{"+", "-"}},
	{"outcomes nothing", []string{"+", "-", "4"}},
	{"outcomes help", []string{"+", "?"}},
	{"checklist none", []string{"1", "k"}},
	{"checklist", []string{"5", "k"}},
	{"checklist half", []string{"5", "k", "y", "n"}},
	{"checklist answered", []string{"5", "k", "y", "n", "n"}},
	{"checklist refused", []string{"5", "k", "ctrl+s"}},
	{"checklist hazards", []string{"5", "k", "n", "y", "n", "ctrl+s"}},
	{"hazard", []string{"h"}},
	{"hazard what", []string{"h", "1", "tab", "NOTE"}},
	{"hazard done", []string{"h", "1", "tab", "NOTE", "tab", "2", "tab"}},
	{"hazard ordered", []string{"h", "1", "tab", "NOTE", "tab", "2", "tab", "2", "tab", "REASON", "tab", "3d", "tab", "NOTE"}},
	{"hazard refused", []string{"h", "1", "tab", "NOTE", "tab", "2", "tab", "2", "tab", "REASON", "tab", "soon", "ctrl+s"}},
	{"move", []string{"H", "enter"}},
	{"move ordered", []string{"H", "enter", "3", "tab", "REASON", "tab", "3d", "tab", "tab", "NOTE"}},
	{"move refused", []string{"H", "enter", "ctrl+s"}},
	{"hazards", []string{"H"}},
	{"hazards closed", []string{"H", "c", "end"}},
	{"hazards read on", []string{"H", "right", "right"}},
	{"hazards filters", []string{"H", "p", "k", "s", "s"}},
	{"hazards typing", []string{"H", "/", "NOTE"}},
	{"hazards typed", []string{"H", "/", "a", "enter"}},
	{"hazards help", []string{"H", "?"}},
}

// worked is an eventful walk with counted work, and hazards in every state.
func worked(w *world, say words) {
	eventful(w, say)
	w.clock(21, 21)
	for i, kind := range w.plan.OutcomeKinds() {
		if i != 3 {
			w.do(model.CountOutcome{Shift: w.shift, Checkpoint: w.plan.Routes[0].Calls[i%5].Checkpoint, Kind: kind, Quantity: 1 + 97*i})
		}
	}
	w.found("wanda-south", say.note, 0)
	late := w.hazard(w.found("lianhe-market", say.reason, 20*time.Minute))
	w.do(model.MoveHazard{Hazard: late, Plan: w.plan, Step: model.Urged, Note: say.note})
	w.do(model.MoveHazard{Hazard: late, Plan: w.plan, Step: model.Urged, Note: say.reason})
	w.found("lianhe-market", say.note, 72*time.Hour)
	closed := w.hazard(w.found("wanda-east", say.reason, 24*time.Hour))
	w.do(model.MoveHazard{Hazard: closed, Plan: w.plan, Step: model.RecheckPassed, Note: say.note})
	w.clock(22, 4)
	w.reload()
}

// found writes a hazard that is ordered to fix within a time, or only noted for 0.
func (w *world) found(checkpoint, what string, within time.Duration) (id string) {
	w.t.Helper()
	find := model.FindHazard{Shift: w.shift, Checkpoint: checkpoint, Kind: "fire", What: what, Severity: "serious"}
	if checkpoint == "lianhe-market" {
		find.Item = "exit"
	}
	if within > 0 {
		find.Order = &model.FixOrder{Owner: what, Deadline: w.log.clock().Add(within), Interim: what}
	}
	return w.do(find).ID
}

// hazard is one of the log.
func (w *world) hazard(id string) model.Hazard {
	w.t.Helper()
	hazards, err := w.log.Hazards()
	if err != nil {
		w.t.Fatal(err)
	}
	h, ok := hazards.Find(id)
	if !ok {
		w.t.Fatalf("hazard %s is not in the log", id)
	}
	return h
}
