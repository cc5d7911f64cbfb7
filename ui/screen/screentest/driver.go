package screentest

import (
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"beatbook/model"
	"beatbook/ui/screen"
)

// Tonight is the night in which the pages are tested.
const Tonight = model.Date("2026-11-24")

// Driver drives a page as the root model does. A world of tests embeds it and has data and verbs of its own.
type Driver[P screen.Page] struct {
	T     testing.TB
	Clock *Clock
	Log   *Log
	Plan  *model.Plan
	Env   *screen.Env
	Page  P

	Pace time.Duration // goes by before each key
	Hold bool          // commands are kept back
	Held []tea.Cmd     // those that were, in order
}

// NewDriver starts on an empty log at a time of Tonight. The page is up to the world.
func NewDriver[P screen.Page](t testing.TB, hhmm string) Driver[P] {
	t.Helper()
	clock := &Clock{}
	d := Driver[P]{T: t, Clock: clock, Log: NewLog(clock.Now), Plan: Plan(t)}
	clock.At = d.At(Tonight, hhmm)
	d.Start(model.ZH)
	return d
}

// At is a time of a night by the plan.
func (d *Driver[P]) At(date model.Date, hhmm string) time.Time {
	d.T.Helper()
	clock, err := model.ParseClock(hhmm)
	if err != nil {
		d.T.Fatal(err)
	}
	return date.At(clock, d.Plan.Zone(), d.Plan.NightTurnsAt)
}

// Start makes an Env of what the log holds of Tonight.
func (d *Driver[P]) Start(lang model.Lang) {
	d.T.Helper()
	night, err := d.Log.Night(Tonight)
	if err != nil {
		d.T.Fatal(err)
	}
	d.Env = Env(d.Log, d.Plan, night, lang)
}

// Speak shows the page in a language.
func (d *Driver[P]) Speak(lang model.Lang) {
	Speak(d.Env, lang)
	d.Refresh()
}

// Show shows the page in a language and size.
func (d *Driver[P]) Show(lang model.Lang, width, height int) {
	Speak(d.Env, lang)
	d.Resize(width, height)
}

// Resize shows the page in a size.
func (d *Driver[P]) Resize(width, height int) {
	d.Page.Resize(width, height)
	d.Refresh()
}

// Refresh draws the page and the dialogs anew.
func (d *Driver[P]) Refresh() {
	d.Env.Status = ""
	d.Page.Refresh()
	for _, dialog := range d.Env.Dialogs() {
		width, height := 120, 30
		if sized, ok := dialog.(interface{ Size(w, h int) (int, int) }); ok {
			width, height = sized.Size(width, height)
		}
		dialog.Resize(width, height)
		dialog.Refresh()
	}
}

// Top is what keys and the mouse are for: the topmost dialog, else the page.
func (d *Driver[P]) Top() screen.Page {
	if dialogs := d.Env.Dialogs(); len(dialogs) > 0 {
		return dialogs[len(dialogs)-1]
	}
	return d.Page
}

// Press presses keys, and runs what comes of them.
func (d *Driver[P]) Press(keys ...string) {
	d.T.Helper()
	for _, name := range keys {
		d.Clock.Pass(d.Pace)
		d.Send(Key(name))
	}
}

// Mouse clicks or turns the wheel at a cell of what is on top.
func (d *Driver[P]) Mouse(button tea.MouseButton, x, y int) {
	d.T.Helper()
	d.Send(tea.MouseMsg{X: x, Y: y, Button: button, Action: tea.MouseActionPress})
}

// MouseAt clicks or turns the wheel at a text.
func (d *Driver[P]) MouseAt(button tea.MouseButton, text string) {
	d.T.Helper()
	x, y := d.find(text)
	d.Mouse(button, x, y)
}

// Send hands over a message, and runs what comes of it.
func (d *Driver[P]) Send(msg tea.Msg) {
	d.T.Helper()
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case nil:
	case tea.BatchMsg:
		for _, each := range msg {
			d.Run(each)
		}
	case screen.Written:
		d.Run(d.Env.Outbox.Done(msg))
		if msg.Err == nil {
			d.Settle(msg.Record)
		}
	case tea.KeyMsg, tea.MouseMsg:
		cmd = d.Top().Update(msg)
	default:
		cmd = d.Page.Update(msg)
	}
	d.Refresh()
	d.Run(cmd)
}

// Run runs a command and all that follow from it, but none that only lets time pass.
func (d *Driver[P]) Run(cmd tea.Cmd) {
	d.T.Helper()
	switch {
	case cmd == nil || strings.Contains(runtime.FuncForPC(reflect.ValueOf(cmd).Pointer()).Name(), "bubbletea.Tick"):
	case d.Hold:
		d.Held = append(d.Held, cmd)
	default:
		d.Send(cmd())
	}
}

// Settle folds in a record that the log has.
func (d *Driver[P]) Settle(record model.Record) {
	d.T.Helper()
	d.Env.SayAnnounced(record.ID)
	if err := d.Env.Settle(record); err != nil {
		d.T.Fatal(err)
	}
	d.Send(screen.Settled{Record: record})
}

// Screen is what is on top, in letters.
func (d *Driver[P]) Screen() string { return ansi.Strip(d.Top().View()) }

// Sees wants each of the texts on top.
func (d *Driver[P]) Sees(texts ...string) {
	d.T.Helper()
	Sees(d.T, d.Screen(), texts...)
}

// SeesNot wants none of the texts on top.
func (d *Driver[P]) SeesNot(texts ...string) {
	d.T.Helper()
	SeesNot(d.T, d.Screen(), texts...)
}

// Line is the first line with the text.
func (d *Driver[P]) Line(text string) string {
	d.T.Helper()
	_, y := d.find(text)
	return strings.Split(d.Screen(), "\n")[y]
}

func (d *Driver[P]) find(text string) (x, y int) {
	d.T.Helper()
	d.Sees(text)
	before, _, _ := strings.Cut(d.Screen(), text)
	lines := strings.Split(before, "\n")
	return ansi.StringWidth(lines[len(lines)-1]), len(lines) - 1
}

// Says reports whether a key of the page is said to do this.
func (d *Driver[P]) Says(does string) bool {
	return slices.ContainsFunc(d.Page.Bindings(), func(b key.Binding) bool { return b.Help().Desc == does })
}
