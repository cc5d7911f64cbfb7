package app

import (
	"slices"
	"strings"
	"time"

	"beatbook/model"
)

// words are what people write in a scene.
type words struct{ note, reason, handover string }

var (
	plainWords = words{"street lamp out at the gate, told the duty desk twice", "bridge under water", "keys are at the desk"}
	wideWords  = words{"路灯坏了🔥，已报值班室；é 与 ＡＢ 也要对齐\n第二行：" + strings.Repeat("很长的一段话，", 30), "桥被水淹了，走不过去", "钥匙在值班室，夜市南口的隐患还没有整改完"}
)

// scene is one state of the screen.
type scene struct {
	name string
	play func(w *world, say words)
}

// scenes are every page and dialog in every state that looks different.
func scenes() []scene {
	all := []scene{
		{"start", func(*world, words) {}},
		{"start unit", func(w *world, _ words) { w.press("tab") }},
		{"start crew", func(w *world, say words) { w.press("tab", "tab", say.note) }},
		{"start route", func(w *world, _ words) { w.press("tab", "tab", "tab") }},
		{"start mode", func(w *world, _ words) { w.press("shift+tab", "shift+tab") }},
		{"start plate", func(w *world, say words) { w.press("shift+tab", say.note) }},
		{"start handover", func(w *world, say words) {
			eventful(w, say)
			w.press("E", "1", "tab", "tab", say.handover, "ctrl+s")
		}},
		{"patrol fixed", eventful},
		{"patrol any", func(w *world, _ words) { on(w, "district-car", "2", "f") }},
		{"patrol interval", func(w *world, say words) {
			on(w, "fire-watch", "f", "n", say.note, "ctrl+s")
			w.clock(23, 59)
			w.pass(time.Second)
		}},
		{"patrol windows", func(w *world, _ words) { on(w, "windows", "f") }},
		{"patrol long", func(w *world, _ words) { on(w, "long", "37") }},
		{"patrol before", func(w *world, say words) { eventful(w, say); w.press("left", "1") }},
		{"patrol after", func(w *world, say words) { eventful(w, say); w.press("right", "right") }},
		{"patrol over", func(w *world, say words) { eventful(w, say); w.clock(11, 0); w.pass(time.Second) }},
		{"patrol next night", func(w *world, say words) { eventful(w, say); w.offset += 14 * time.Hour; w.pass(time.Second) }},
		{"writing", func(w *world, say words) { eventful(w, say); w.log.gate = make(chan struct{}); w.press("f") }},
	}
	for _, d := range overlays {
		all = append(all, scene{d.name, func(w *world, say words) { eventful(w, say); w.say(say, d.keys) }})
	}
	return slices.Concat(all, []scene{{"retry", failing}}, workScenes(), reportScenes(), deskScenes(), lockScenes())
}

// say presses keys, with what people write in the place of the names for it.
func (w *world) say(say words, keys []string) {
	for _, k := range keys {
		switch k {
		case "NOTE":
			k = say.note
		case "REASON":
			k = say.reason
		}
		w.press(k)
	}
}

// overlay is what keys open over the patrol.
type overlay struct {
	name string
	keys []string
}

var overlays = []overlay{
	{"help", []string{"?"}},
	{"note", []string{"f", "n", "NOTE"}},
	{"check-in", []string{"5", "n", "NOTE"}},
	{"check-in time", []string{"5", "n", "NOTE", "tab", "tab", "25:99", "ctrl+s"}},
	{"skip", []string{"s"}},
	{"skip typed", []string{"s7", "REASON"}},
	{"skip refused", []string{"1", "s1"}},
	{"correct", []string{"1", "c"}},
	{"correct place", []string{"1", "c", "tab"}},
	{"correct time", []string{"1", "c", "tab", "tab", "tab", "25:99", "ctrl+s"}},
	{"correct note", []string{"1", "c", "tab", "tab", "tab", "tab", "NOTE"}},
	{"correct reason", []string{"1", "c", "shift+tab", "shift+tab", "shift+tab"}},
	{"correct typed", []string{"1", "c", "shift+tab", "shift+tab", "REASON"}},
	{"crew", []string{"w", "REASON"}},
	{"mode", []string{"m"}},
	{"plate", []string{"m", "tab", "REASON"}},
	{"end", []string{"E"}},
	{"end refused", []string{"E", "ctrl+s"}},
	{"end handover", []string{"E", "1", "tab", "tab", "NOTE"}},
	{"route", []string{"P"}},
	{"route reason", []string{"P", "tab"}},
	{"find", []string{"/"}},
	{"find some", []string{"/", "a"}},
	{"find none", []string{"/", "REASON"}},
	{"log", []string{"l"}},
	{"log search", []string{"l", "/", "REASON"}},
	{"log found", []string{"l", "/", "a", "enter"}},
	{"log help", []string{"l", "?"}},
}

// on is a shift on a route since 20:30 with a few keys pressed.
func on(w *world, route string, keys ...string) {
	w.clock(20, 30)
	w.press("esc")
	w.begin("police-01", route, model.Vehicle, "a")
	w.clock(22, 10)
	w.reload()
	w.press(keys...)
}

// eventful is a walk on which everything that can become of a call has happened.
func eventful(w *world, say words) {
	w.clock(19, 20)
	w.begin("horn-1", "night-market", model.Foot, "a", "b")
	visit := func(hour, minute int, place, note string) model.Record {
		w.clock(hour, minute)
		return w.do(model.CheckIn{Shift: w.shift, Checkpoint: place, Note: note})
	}
	visit(19, 30, "wanda-east", "")
	visit(20, 4, "wanda-south", say.note)
	w.do(model.Skip{Shift: w.shift, Checkpoint: "henggang-north", Round: 1, Reason: say.reason})
	visit(20, 15, "lianhe-market", "")
	late := w.log.clock().Add(-30 * time.Minute)
	w.do(model.CheckIn{Shift: w.shift, Checkpoint: "hospital-er", For: &late})
	first := visit(21, 12, "wanda-east", "")
	other := model.Vehicle
	w.do(model.Correct{Shift: w.shift, Of: first.ID, Mode: &other, Reason: say.reason})
	visit(21, 20, "wanda-east", "echo")
	w.clock(22, 4)
	w.reload()
}

// failing is the question what to do with records that could not be written.
func failing(w *world, say words) {
	eventful(w, say)
	w.log.fail = full
	w.press("n", say.note, "ctrl+s")
	w.pass(2 * time.Second)
	w.press("esc")
	w.press("5", "n", say.note, "ctrl+s")
}
