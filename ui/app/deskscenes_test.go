package app

import (
	"context"
	"fmt"
	"testing"
	"time"

	"beatbook/data/seal"
	"beatbook/model"
	"beatbook/ui/glyph"
	"beatbook/ui/screen"
	"beatbook/ui/screen/screentest"
	"beatbook/ui/session"
	"beatbook/ui/theme"
)

// laptop is another device than that of the desk.
const laptop = "DEVICE-LAPTOP"

// deskScenes are the states of the duty desk and of what is opened from it.
func deskScenes() []scene {
	all := []scene{
		{"desk empty", func(w *world, _ words) { w.desk() }},
		{"desk bell off", func(w *world, say words) { manned(w, say); w.press("b") }},
		{"desk clock off", func(w *world, say words) {
			manned(w, say)
			w.log.Writer = laptop
			w.offset += 3 * time.Hour
			w.do(model.CheckIn{Shift: w.shift, Checkpoint: "mall-west"})
			w.offset -= 3 * time.Hour
			w.pass(time.Second)
		}},
		{"desk sign on", func(w *world, say words) { unmanned(w, say); w.press("o") }},
		{"desk sign on first", func(w *world, say words) { unmanned(w, say); w.press("a") }},
		{"desk sign on with a PIN", func(w *world, say words) { unmanned(w, say); w.setPIN("2468"); w.press("o") }},
		{"desk wrong PIN", func(w *world, say words) {
			unmanned(w, say)
			w.setPIN("2468")
			w.press("o", "tab", say.reason, "tab", "1357", "ctrl+s")
		}},
		{"desk retry", func(w *world, say words) {
			manned(w, say)
			w.log.fail = full
			w.press(":", "horn-1 2 f "+say.note+" / police-01 3", "enter")
		}},
		{"history empty", func(w *world, _ words) { w.desk(); w.press("y") }},
	}
	for _, d := range deskOverlays {
		all = append(all, scene{d.name, func(w *world, say words) { manned(w, say); w.say(say, d.keys) }})
	}
	for _, d := range planOverlays {
		all = append(all, scene{d.name, func(w *world, say words) {
			if say == plainWords {
				w.inEnglish()
			}
			manned(w, say)
			w.say(say, append([]string{"p"}, d.keys...))
		}})
	}
	return all
}

// deskOverlays are what keys open over the board with two units out and alerts.
var deskOverlays = []overlay{
	{"desk", nil},
	{"desk alerts", []string{"tab", "down", "down"}},
	{"desk acknowledged", []string{"A"}},
	{"desk line", []string{":"}},
	{"desk preview", []string{":", "horn-1 2 f 21:50 ", "NOTE"}},
	{"desk preview of several", []string{":", "horn-1 2,3 f / police-01 3 s ", "REASON"}},
	{"desk problem", []string{":", "horn-1 99 f / nobody 2 ", "NOTE"}},
	{"desk completion", []string{":", "horn", "tab", "s", "tab"}},
	{"desk filter", []string{"/", "NOTE"}},
	{"desk filtered", []string{"/", "horn", "enter"}},
	{"desk help", []string{"?"}},
	{"desk relief", []string{"o", "tab", "REASON", "tab", "NOTE"}},
	{"desk sign off", []string{"o", "2", "tab", "NOTE"}},
	{"roll call", []string{"c"}},
	{"roll call heard", []string{"c", "1"}},
	{"roll call refused", []string{"c", "7"}},
	{"desk end", []string{"E"}},
	{"desk start", []string{"s"}},
	{"desk start crew", []string{"s", "tab", "tab", "REASON"}},
	{"desk unit", []string{"enter"}},
	{"desk unit note", []string{"enter", "n", "NOTE"}},
	{"desk unit help", []string{"enter", "?"}},
	{"desk log", []string{"l"}},
	{"desk hazards", []string{"H"}},
	{"history checkpoint", []string{"y", "down", "down"}},
	{"history unit", []string{"y", "2", "right"}},
	{"history duty", []string{"y", "3"}},
	{"history time", []string{"y", "3", "/", "NOTE"}},
	{"history find", []string{"y", "/", "a"}},
	{"history help", []string{"y", "?"}},
}

// planOverlays are what keys open in the plan editor.
var planOverlays = []overlay{
	{"plan checkpoints", []string{"end"}},
	{"plan routes", []string{"2", "down"}},
	{"plan calls", []string{"2", "enter", ">"}},
	{"plan units", []string{"3"}},
	{"plan work", []string{"4"}},
	{"plan versions", []string{"5"}},
	{"plan help", []string{"?"}},
	{"plan checkpoint", []string{"enter"}},
	{"plan new checkpoint", []string{"n", "NOTE", "ctrl+s"}},
	{"plan route", []string{"2", "e"}},
	{"plan call", []string{"2", "enter", "enter"}},
	{"plan unit", []string{"3", "n", "NOTE"}},
	{"plan changes", []string{">", "2", ">", "3", ">", "s"}},
	{"plan removal", []string{"3", "end", "d"}},
	{"plan discarded", []string{">", "D"}},
	{"plan lost", []string{">", "q"}},
}

// desk shows the screen of a duty desk in place of the one in sight, in its look.
func (w *world) desk() {
	w.t.Helper()
	env := w.app.env
	w.deskWith(Config{Lang: env.Lang, Theme: env.Styles.Name, ASCII: env.Glyphs == glyph.For(true)}, w.app.width, w.app.height)
}

// deskWith is openWith for a duty desk.
func (w *world) deskWith(c Config, width, height int) {
	w.t.Helper()
	s, err := session.LoadDesk(context.Background(), w.log)
	if err != nil {
		w.t.Fatal(err)
	}
	w.show(s, c, width, height)
}

// setPIN sets the PIN of all, as older versions did.
func (w *world) setPIN(pin string) {
	w.t.Helper()
	hash, err := seal.HashPIN(pin)
	if err != nil {
		w.t.Fatal(err)
	}
	w.app.env.Settings.PIN = hash
}

// elsewhere writes the record of an intent on another device, and lets it arrive.
func (w *world) elsewhere(intent model.Intent) {
	w.t.Helper()
	w.log.Writer = laptop
	w.do(intent)
	w.log.Writer = screentest.Device
	w.pass(time.Second)
}

// shiftOf is the open shift of a unit on the board.
func (w *world) shiftOf(unit string) *model.Shift {
	w.t.Helper()
	for _, row := range w.app.env.Desk.Board.Out {
		if row.Judged.Shift.Unit.ID == unit {
			return row.Judged.Shift
		}
	}
	w.t.Fatalf("%s is not out:\n%s", unit, w.screen())
	return nil
}

// manned is a duty desk at which somebody sits.
func manned(w *world, say words) {
	w.clock(19, 0)
	w.do(model.SignOn{Plan: w.plan, Operator: "Wang Fang"})
	unmanned(w, say)
}

// unmanned is a duty desk with two earlier nights behind it. Two units are out: one has not been heard of for two hours
// and has missed calls, the other has come back.
func unmanned(w *world, say words) {
	w.night(3)
	w.night(1)
	w.log.Writer = laptop
	w.clock(19, 20)
	w.begin("horn-1", "night-market", model.Foot, "a", "b")
	w.clock(19, 55)
	w.do(model.CheckIn{Shift: w.shift, Checkpoint: "wanda-east", Note: say.note})
	w.do(model.CountOutcome{Shift: w.shift, Checkpoint: "wanda-east", Kind: "vehicles-moved", Quantity: 37})
	w.found("wanda-south", say.reason, 20*time.Minute)
	w.clock(19, 59)
	w.begin("police-01", "district-car", model.Vehicle, "c", "d")
	for i, place := range []string{"school-gate", "hospital-er", "mall-west", "lianhe-market", "henggang-north"} {
		w.clock(20, 12+15*i)
		w.do(model.CheckIn{Shift: w.shift, Checkpoint: place})
	}
	w.clock(21, 58)
	w.do(model.CheckIn{Shift: w.shift, Checkpoint: "hospital-er", Note: say.reason})
	w.log.Writer = screentest.Device
	w.clock(22, 4)
	w.desk()
}

// atDesk runs a test in English at a duty desk with two units out, at which somebody sits.
func atDesk(t *testing.T, test func(w *world)) {
	t.Helper()
	inWorld(t, func(w *world) {
		w.open()
		manned(w, plainWords)
		w.onBoard(2)
		test(w)
	})
}

// onBoard wants the board in sight, with so many units out.
func (w *world) onBoard(out int) {
	w.t.Helper()
	w.dialogs(0)
	if w.app.page() != screen.Page(w.app.desk) {
		w.t.Fatalf("the board is not in sight:\n%s", w.screen())
	}
	w.sees(w.app.env.Text.Desk.Title, fmt.Sprintf(w.app.env.Text.Desk.Out, out))
}

// records wants so many records of the log more than there were, and gives the last one.
func (w *world) records(were, more int) model.Record {
	w.t.Helper()
	if n := len(w.log.Records) - were; n != more {
		w.t.Fatalf("%d records more, want %d\n%s", n, more, w.screen())
	}
	return w.log.Records[len(w.log.Records)-1]
}

// onBehalf wants a check-in that the operator has written down by radio.
func (w *world) onBehalf(r model.Record, checkpoint string) {
	w.t.Helper()
	by, f := model.Behalf{Operator: "Wang Fang", Channel: model.ByRadio}, model.FactsOf(r)
	if r.Kind != model.CheckedIn || *f.Checkpoint != checkpoint || f.Behalf == nil || *f.Behalf != by {
		w.t.Fatalf("%s %s", r.Kind, r.Body)
	}
}

// inEnglish takes the Chinese names out of the plan and out of the log: the editor shows them in every language.
func (w *world) inEnglish() {
	w.t.Helper()
	for i := range w.plan.Checkpoints {
		c := &w.plan.Checkpoints[i]
		c.Name.ZH, c.Look.ZH = "", ""
		for j := range c.Checklist {
			c.Checklist[j].Name.ZH = ""
		}
	}
	for i := range w.plan.Routes {
		w.plan.Routes[i].Name.ZH = ""
	}
	for i := range w.plan.Units {
		w.plan.Units[i].Callsign.ZH = ""
	}
	for i := range w.plan.Outcomes {
		w.plan.Outcomes[i].Name.ZH = ""
	}
	w.log.Records = nil
	w.do(model.AdoptPlan{Plan: *w.plan})
}

func TestDeskPictures(t *testing.T) {
	say := words{note: "路灯坏了，已报值班室", reason: "道路封闭"}
	for name, c := range map[string]struct {
		lang          model.Lang
		width, height int
		keys          []string
	}{
		"desk-zh-120x40":   {model.ZH, 120, 40, []string{":", "一队 2 3 f 21:50 一切正常"}},
		"desk-en-80x24":    {model.EN, 80, 24, []string{":", "horn-1 2,3 f all quiet / police-01 9"}},
		"plan-zh-80x24":    {model.ZH, 80, 24, []string{"p", ">", "2", "down"}},
		"history-zh-80x24": {model.ZH, 80, 24, []string{"y", "down"}},
	} {
		t.Run(name, func(t *testing.T) {
			inWorldOf(t, fullPlan(t), func(w *world) {
				w.openWith(Config{Lang: c.lang, Theme: theme.Mono}, c.width, c.height)
				manned(w, say)
				w.press(c.keys...)
				w.picture(name)
			})
		})
	}
}
