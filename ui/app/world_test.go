package app

import (
	"context"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"beatbook/model"
	"beatbook/ui/screen/screentest"
	"beatbook/ui/session"
	"beatbook/ui/term/input"
	"beatbook/ui/theme"
)

const tonight = model.Date("2026-11-24")

// world is the screen with a log behind it, in a bubble of testing/synctest: commands run on goroutines of their own as
// in the real program, and time passes only where a test lets it pass.
type world struct {
	t      testing.TB
	plan   *model.Plan
	log    *memory
	offset time.Duration // of the patrol's clock from that of the bubble
	shift  string        // in which the intents of now are

	app    *App
	filter func(tea.Model, tea.Msg) tea.Msg
	msgs   chan tea.Msg
	done   chan struct{}
	quit   bool
	cursor parked
}

// parked is where the hardware cursor was put last.
type parked struct {
	x, y   int
	hidden bool
}

func (p *parked) SetCursor(x, y int) { *p = parked{x, y, false} }
func (p *parked) HideCursor()        { *p = parked{hidden: true} }

// inWorld runs a test in a world at 22:04 of the night on the sample plan.
func inWorld(t *testing.T, test func(w *world)) {
	t.Helper()
	inWorldOf(t, screentest.Plan(t), test)
}

func inWorldOf(t *testing.T, plan *model.Plan, test func(w *world)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, plan)
		defer w.close()
		test(w)
	})
}

func newWorld(t testing.TB, plan *model.Plan) *world {
	t.Helper()
	w := &world{t: t, plan: plan, msgs: make(chan tea.Msg, 1000), done: make(chan struct{})}
	w.log = &memory{Log: screentest.NewLog(func() time.Time { return time.Now().Add(w.offset) })}
	w.clock(18, 0)
	w.do(model.AdoptPlan{Plan: *plan})
	w.clock(22, 4)
	return w
}

// close lets everything that still waits in the bubble come to its end.
func (w *world) close() {
	close(w.done)
	if w.log != nil && w.log.gate != nil {
		close(w.log.gate)
	}
	time.Sleep(time.Minute)
	synctest.Wait()
	if w.log != nil {
		close(w.log.Arrivals)
	}
}

// clock sets the patrol's clock to a time of the night; nobody is told before the next tick.
func (w *world) clock(hour, minute int) {
	at := tonight.At(model.Clock(hour*60+minute), w.plan.Zone(), w.plan.NightTurnsAt)
	w.offset = time.Until(at)
}

// do writes the record of an intent behind the back of the screen.
func (w *world) do(intent model.Intent) model.Record {
	w.t.Helper()
	return w.log.Do(w.t, w.plan, intent)
}

// begin starts a shift behind the back of the screen.
func (w *world) begin(unit, route string, mode model.Mode, crew ...string) {
	w.t.Helper()
	w.shift = w.do(model.StartShift{Plan: w.plan, Unit: unit, Route: route, Mode: mode, Crew: crew}).ID
}

// walk begins the shift of most tests: on foot over the night market since 19:20, with nothing done yet.
func (w *world) walk() {
	w.t.Helper()
	w.clock(19, 20)
	w.begin("horn-1", "night-market", model.Foot, "张三", "李四")
	w.clock(22, 4)
}

// open shows the screen in a window of 100×30 in English.
func (w *world) open() {
	w.t.Helper()
	w.openWith(Config{Lang: model.EN, Theme: theme.Mono}, 100, 30)
}

func (w *world) openWith(c Config, width, height int) {
	w.t.Helper()
	s, err := session.Load(context.Background(), w.log)
	if err != nil {
		w.t.Fatal(err)
	}
	w.show(s, c, width, height)
}

// show begins the program on a session.
func (w *world) show(s *session.Session, c Config, width, height int) {
	c.Session, c.Cursor = s, &w.cursor
	c.Renderer = screentest.Renderer()
	w.app, w.filter = New(context.Background(), c), input.NewFilter()
	w.run(w.app.Init())
	w.resize(width, height)
}

func (w *world) resize(width, height int) {
	w.send(tea.WindowSizeMsg{Width: width, Height: height})
}

// send gives the screen a message and waits until all that follows from it at once is done.
func (w *world) send(msg tea.Msg) {
	if msg = w.filter(w.app, msg); msg == nil {
		return
	}
	w.update(msg)
	w.settle()
}

func (w *world) update(msg tea.Msg) {
	switch msg := msg.(type) {
	case nil:
	case tea.QuitMsg:
		w.quit = true
	case tea.BatchMsg:
		for _, cmd := range msg {
			w.run(cmd)
		}
	default:
		_, cmd := w.app.Update(msg)
		w.run(cmd)
		w.app.View()
	}
}

func (w *world) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	go func() {
		select {
		case w.msgs <- cmd():
		case <-w.done:
		}
	}()
}

func (w *world) settle() {
	for synctest.Wait(); len(w.msgs) > 0; synctest.Wait() {
		w.update(<-w.msgs)
	}
}

// pass lets time go by.
func (w *world) pass(d time.Duration) {
	over := time.After(d)
	for {
		select {
		case msg := <-w.msgs:
			w.update(msg)
		case <-over:
			w.settle()
			return
		}
	}
}

var keyOf = screentest.Key

// press presses keys one after the other; what is no name of a key arrives as one merged message.
func (w *world) press(keys ...string) {
	for _, name := range keys {
		w.send(keyOf(name))
	}
}

// burst is keys in flight: nothing that follows from one of them is done before the last.
func (w *world) burst(keys ...string) {
	for _, name := range keys {
		if msg := w.filter(w.app, keyOf(name)); msg != nil {
			w.update(msg)
		}
	}
	w.settle()
}

// screen is what stands in the window.
func (w *world) screen() string { return ansi.Strip(w.app.View()) }

func (w *world) sees(texts ...string) {
	w.t.Helper()
	screentest.Sees(w.t, w.app.View(), texts...)
}

func (w *world) seesNot(texts ...string) {
	w.t.Helper()
	screentest.SeesNot(w.t, w.app.View(), texts...)
}

// lineOf is the number of the line with the text, from 0.
func (w *world) lineOf(s string) int {
	w.t.Helper()
	for i, line := range strings.Split(w.screen(), "\n") {
		if strings.Contains(line, s) {
			return i
		}
	}
	w.t.Fatalf("%q is not to be seen:\n%s", s, w.screen())
	return -1
}

// reload takes up what was written behind the back of the screen.
func (w *world) reload() {
	w.t.Helper()
	s, err := session.Load(context.Background(), w.log)
	if err != nil {
		w.t.Fatal(err)
	}
	w.app.env.TakeIn(s.Night)
	w.pass(time.Second)
}
