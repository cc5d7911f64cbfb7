package history

import (
	"context"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/screen/screentest"
)

// world is a page with a log behind it, driven as the root model drives it. It is 22:04 of 2026-11-24.
type world struct {
	t     testing.TB
	clock *screentest.Clock
	log   *screentest.Log
	plan  *model.Plan
	env   *screen.Env
	page  *Page
	shift string // in which the intents of now are
	hold  bool   // keep commands back
	held  []tea.Cmd
}

const tonight = model.Date("2026-11-24")

func newWorld(t testing.TB) *world {
	t.Helper()
	clock := &screentest.Clock{}
	return &world{t: t, clock: clock, log: screentest.NewLog(clock.Now), plan: screentest.Plan(t)}
}

func (w *world) at(date model.Date, hhmm string) time.Time {
	w.t.Helper()
	c, err := model.ParseClock(hhmm)
	if err != nil {
		w.t.Fatal(err)
	}
	return date.At(c, w.plan.Zone(), w.plan.NightTurnsAt)
}

// do records an intent at a time of a night.
func (w *world) do(date model.Date, hhmm string, intent model.Intent) model.Record {
	w.t.Helper()
	w.clock.At = w.at(date, hhmm)
	return w.log.Do(w.t, w.plan, intent)
}

func (w *world) start(date model.Date, hhmm, unit, route string, crew ...string) {
	w.t.Helper()
	w.shift = w.do(date, hhmm, model.StartShift{Plan: w.plan, Unit: unit, Crew: crew, Route: route, Mode: model.Foot}).ID
}

func (w *world) checkIn(date model.Date, hhmm, checkpoint, note string) {
	w.t.Helper()
	w.do(date, hhmm, model.CheckIn{Shift: w.shift, Checkpoint: checkpoint, Mode: model.Foot, Note: note})
}

func (w *world) end(date model.Date, hhmm string) {
	w.t.Helper()
	w.do(date, hhmm, model.EndShift{Shift: w.shift, Reason: "恶劣天气", Handover: "钥匙在值班室"})
}

// eventful is a world with something of everything: horn-1 was out on the 20th and the 22nd, written down by the desk on
// the second, and is out tonight.
func eventful(t testing.TB) *world {
	t.Helper()
	w := newWorld(t)
	w.start("2026-11-20", "19:50", "horn-1", "night-market", "张三", "李四")
	w.checkIn("2026-11-20", "20:01", "wanda-east", "一切正常")
	w.checkIn("2026-11-20", "21:40", "wanda-east", "灭火器过期")
	w.do("2026-11-20", "22:10", model.ChangeMode{Shift: w.shift, Mode: model.Vehicle, Plate: "湘D·12345"})
	w.checkIn("2026-11-20", "23:02", "mall-west", "")
	w.do("2026-11-20", "23:05", model.CountOutcome{Shift: w.shift, Checkpoint: "mall-west", Kind: model.OutcomeKinds[2], Quantity: 3})
	w.end("2026-11-20", "01:30")
	w.clock.At = w.at("2026-11-22", "19:40")
	w.log.Do(t, w.plan, model.SignOn{Plan: w.plan, Operator: "王值班"})
	w.start("2026-11-22", "19:50", "horn-1", "night-market", "王五", "赵六")
	w.do("2026-11-22", "20:05", model.OnBehalf{
		Behalf: model.Behalf{Operator: "王值班", Channel: model.ByRadio},
		Intent: model.CheckIn{Shift: w.shift, Checkpoint: "wanda-east", Mode: model.Foot, Note: "电台报告"},
	})
	w.end("2026-11-22", "23:30")
	w.clock.At = w.at("2026-11-22", "23:50")
	w.log.Do(t, w.plan, model.SignOff{Plan: w.plan, Operator: "王值班"})
	w.start(tonight, "19:55", "horn-1", "night-market", "张三")
	w.checkIn(tonight, "20:10", "wanda-east", "")
	w.clock.At = w.at(tonight, "22:04")
	return w
}

// open shows the page.
func (w *world) open(lang model.Lang, width, height int) {
	w.t.Helper()
	night, err := w.log.Night(tonight)
	if err != nil {
		w.t.Fatal(err)
	}
	w.env = screentest.Env(w.log, w.plan, night, lang)
	w.page = New(context.Background(), w.env)
	w.page.Resize(width, height)
	w.run(w.page.Open())
	w.page.Refresh()
}

// run lets a command and all that follow from it come to an end; those that only let time pass are left out.
func (w *world) run(cmd tea.Cmd) {
	w.t.Helper()
	switch {
	case cmd == nil || strings.Contains(runtime.FuncForPC(reflect.ValueOf(cmd).Pointer()).Name(), "bubbletea.Tick"):
	case w.hold:
		w.held = append(w.held, cmd)
	default:
		w.send(cmd())
	}
}

func (w *world) send(msg tea.Msg) {
	w.t.Helper()
	if batch, ok := msg.(tea.BatchMsg); ok {
		for _, cmd := range batch {
			w.run(cmd)
		}
		return
	}
	var top screen.Page = w.page
	if dialogs := w.env.Dialogs(); len(dialogs) > 0 {
		if _, key := msg.(tea.KeyMsg); key {
			top = dialogs[len(dialogs)-1]
		}
	}
	cmd := top.Update(msg)
	w.page.Refresh()
	w.run(cmd)
}

func (w *world) press(keys ...string) {
	w.t.Helper()
	for _, k := range keys {
		w.send(screentest.Key(k))
	}
}

func (w *world) screen() string { return ansi.Strip(w.page.View()) }

func (w *world) sees(texts ...string) {
	w.t.Helper()
	screentest.Sees(w.t, w.page.View(), texts...)
}

func (w *world) seesNot(texts ...string) {
	w.t.Helper()
	screentest.SeesNot(w.t, w.page.View(), texts...)
}

// line is the first line with the text.
func (w *world) line(s string) string {
	w.t.Helper()
	for _, l := range strings.Split(w.screen(), "\n") {
		if strings.Contains(l, s) {
			return l
		}
	}
	w.t.Fatalf("%q is not to be seen:\n%s", s, w.screen())
	return ""
}
