package keymap

import (
	"github.com/charmbracelet/bubbles/key"

	"beatbook/ui/text"
)

// History are the keys of the history screen.
type History struct {
	Back     key.Binding // stops the adding up where that is under way
	View     key.Binding // the one of that number
	NextView key.Binding
	PrevView key.Binding
	Find     key.Binding // a checkpoint, a unit, a time
	Earlier  key.Binding // the checkpoint or unit before, half an hour earlier
	Later    key.Binding
	Time     key.Binding // of those on duty, from any view
	ReadOn   key.Binding // adds up again where that was stopped
}

func newHistory(s *text.Strings) History {
	h := &s.History
	return History{
		Back:     bind("Esc", s.Keys.Back, "esc", "y", "ctrl+y"),
		View:     bind("1-3", h.KeyView, "1", "2", "3"),
		NextView: bind("Tab", h.KeyNextView, "tab"),
		PrevView: bind("S-Tab", h.KeyPrevView, "shift+tab"),
		Find:     bind("/ F12", h.KeyFind, "/", "f12"),
		Earlier:  bind("Left", h.KeyEarlier, "left", "["),
		Later:    bind("Right", h.KeyLater, "right", "]"),
		Time:     bind("d/F4", h.KeyTime, "d", "f4"),
		ReadOn:   bind("Enter", h.KeyReadOn, "enter"),
	}
}

// Bindings are all keys of the group, in the order of their use.
func (h History) Bindings() []key.Binding {
	return []key.Binding{h.Back, h.Find, h.Earlier, h.Later, h.View, h.Time, h.ReadOn, h.NextView, h.PrevView}
}
