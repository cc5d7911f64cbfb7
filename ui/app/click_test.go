package app

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
)

func (w *world) click(x, y int) {
	w.send(tea.MouseMsg{X: x, Y: y, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
	w.send(tea.MouseMsg{X: x, Y: y, Button: tea.MouseButtonLeft, Action: tea.MouseActionRelease})
}

// A click means the field that is seen under it, also where a form is longer than its window.
func TestClickOnAFieldOfALongForm(t *testing.T) {
	for _, height := range []int{16, 30} {
		inWorld(t, func(w *world) {
			w.walk()
			w.open()
			w.resize(60, height)
			w.press("E", "ctrl+s", "1", "tab", "tab")
			for range 9 {
				w.press("a line", "enter")
			}
			other := w.app.env.Text.Dialog.OtherShort + "  "
			w.click(10, w.lineOf(other))
			if line := strings.Split(w.screen(), "\n")[w.lineOf(other)]; !strings.Contains(line, w.app.env.Glyphs.Cursor+" "+other) {
				t.Errorf("the click was for another field:\n%s", w.screen())
			}
			w.wrote()
		})
	}
}

func TestClickOutsideADialogDoesNothing(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		for _, keys := range [][]string{{"s"}, {"E", "1"}, {"/"}, {"n", "x"}, {"P", "tab", "1"}} {
			w.press(keys...)
			before := w.screen()
			for _, at := range [][2]int{{0, 0}, {99, 29}, {2, 15}, {97, 15}, {50, 1}, {50, 28}} {
				w.click(at[0], at[1])
			}
			if w.screen() != before {
				t.Errorf("%v: it has done something:\n%s\nbefore\n%s", keys, w.screen(), before)
			}
			w.press("esc")
		}
		w.wrote()
	})
}
