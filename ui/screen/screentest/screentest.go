// Package screentest holds what the tests of screens and dialogs share: a log in memory, a clock that stands still, the
// names of keys, a look at what is drawn, and a driver of pages.
package screentest

import (
	"context"
	"io"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"beatbook/data/sample"
	"beatbook/model"
	"beatbook/ui/glyph"
	"beatbook/ui/keymap"
	"beatbook/ui/screen"
	"beatbook/ui/session"
	"beatbook/ui/text"
	"beatbook/ui/theme"
)

// Clock stands still until a test sets it.
type Clock struct{ At time.Time }

// Now is the time that was set.
func (c *Clock) Now() time.Time { return c.At }

// Pass lets time go by; back where d is negative.
func (c *Clock) Pass(d time.Duration) { c.At = c.At.Add(d) }

// Plan is the sample plan.
func Plan(t testing.TB) *model.Plan {
	t.Helper()
	plan, err := sample.Plan()
	if err != nil {
		t.Fatal(err)
	}
	return &plan
}

// Env is what a page is given on a night with the log behind it, at the time of the log and with the glyphs of Unicode.
// Nothing is written before a test runs the commands that do so.
func Env(log *Log, plan *model.Plan, night *model.Night, lang model.Lang) *screen.Env {
	s := &session.Session{Log: log, Plan: plan, Hazards: model.NewHazards()}
	s.TakeIn(night)
	env := &screen.Env{
		Session: s, Outbox: screen.NewOutbox(context.Background(), log), Now: log.Now(), Drafts: map[string]string{},
		Glyphs: &glyph.Unicode, Styles: Styles(theme.Day),
	}
	Speak(env, lang)
	return env
}

// Speak changes the language.
func Speak(env *screen.Env, lang model.Lang) {
	env.Lang, env.Text = lang, text.For(lang)
	env.Keys = keymap.New(env.Text)
}

// Renderer draws in all colours whatever the terminal of the test is.
func Renderer() *lipgloss.Renderer {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(termenv.TrueColor)
	return r
}

// Styles are those of a theme in all colours.
func Styles(name theme.Name) *theme.Styles { return theme.New(Renderer(), name) }

var named = map[string]tea.KeyType{
	"esc": tea.KeyEsc, "enter": tea.KeyEnter, "tab": tea.KeyTab, "shift+tab": tea.KeyShiftTab, "backspace": tea.KeyBackspace,
	"left": tea.KeyLeft, "right": tea.KeyRight, "up": tea.KeyUp, "down": tea.KeyDown, "home": tea.KeyHome, "end": tea.KeyEnd,
	"ctrl+b": tea.KeyCtrlB, "ctrl+c": tea.KeyCtrlC, "ctrl+l": tea.KeyCtrlL, "ctrl+s": tea.KeyCtrlS, "ctrl+t": tea.KeyCtrlT,
	"ctrl+u": tea.KeyCtrlU, "f2": tea.KeyF2, "f3": tea.KeyF3, "f4": tea.KeyF4, "f5": tea.KeyF5, "f6": tea.KeyF6, "f9": tea.KeyF9,
	"f12": tea.KeyF12,
}

// Key is the key of that name; what is no name arrives as one message of several letters.
func Key(name string) tea.KeyMsg {
	if kind, ok := named[name]; ok {
		return tea.KeyMsg{Type: kind}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name)}
}
