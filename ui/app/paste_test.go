package app

import (
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
)

func TestPasteOutsideTextFieldsPressesNothing(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		for _, pasted := range []string{"f", "ffvvs1u", "E\rq\r"} {
			w.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(pasted), Paste: true})
		}
		w.dialogs(0)
		w.wrote()
		if w.quit {
			t.Error("it has quit")
		}
		w.press("n")
		w.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("one\nf\ntwo"), Paste: true})
		w.press("ctrl+s")
		w.visited("wanda-south foot one\nf\ntwo")
	})
}

// lines is how a paste of several lines arrives on Windows.
var lines = []string{"21:50", "enter", "f", "enter", "1", "enter", "v", "enter", "E", "enter", "1", "enter"}

func TestPasteOfLinesOnWindowsPressesNothing(t *testing.T) {
	for name, c := range map[string]struct {
		open []string
		want []model.Kind // a form of one line is sent by the first Enter, as it is by hand
	}{
		"find":           {[]string{"/"}, nil},
		"crew":           {[]string{"w", "ctrl+u"}, []model.Kind{model.CrewChanged}},
		"typed reason":   {[]string{"s7"}, []model.Kind{model.Skipped}},
		"note":           {[]string{"n"}, nil},
		"time":           {[]string{"n", "tab", "tab"}, nil},
		"plate":          {[]string{"m", "tab"}, nil},
		"reason to end":  {[]string{"E", "tab"}, nil},
		"time corrected": {[]string{"f", "c", "tab", "tab", "tab", "ctrl+u"}, []model.Kind{model.CheckedIn}},
		"note corrected": {[]string{"f", "c", "tab", "tab", "tab", "tab"}, []model.Kind{model.CheckedIn}},
	} {
		t.Run(name, func(t *testing.T) {
			inWorld(t, func(w *world) {
				w.walk()
				w.open()
				w.press(c.open...)
				w.burst(lines...)
				w.wrote(c.want...)
				w.pass(time.Second)
				w.wrote(c.want...)
			})
		})
	}
}

func TestPasteOfLinesOnWindowsStartsNothing(t *testing.T) {
	for name, tabs := range map[string][]string{"crew": {"shift+tab", "shift+tab", "shift+tab", "shift+tab"}, "plate": {"shift+tab"}} {
		t.Run(name, func(t *testing.T) {
			inWorld(t, func(w *world) {
				w.open()
				w.press(tabs...)
				if w.cursor.hidden {
					t.Fatalf("not in a text field:\n%s", w.screen())
				}
				before := len(w.log.Records)
				w.burst(lines...)
				w.pass(time.Second)
				if len(w.log.Records) > before {
					t.Errorf("%s was recorded", w.log.Records[before].Kind)
				}
				w.press("enter")
				w.press("enter")
			})
		})
	}
}

func TestKeysAreHeardAgainAfterAForm(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		w.press("/", "market", "enter")
		w.pass(time.Second)
		w.press("f")
		w.wrote(model.CheckedIn)
	})
}
