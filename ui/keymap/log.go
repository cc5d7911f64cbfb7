package keymap

import (
	"github.com/charmbracelet/bubbles/key"

	"beatbook/ui/text"
)

// Log are the keys of the log screen.
type Log struct {
	Back    key.Binding
	Search  key.Binding
	More    key.Binding // search on in earlier nights
	Earlier key.Binding
	Later   key.Binding
	Tonight key.Binding
}

func newLog(k *text.Keys) Log {
	return Log{
		Back:    bind("Esc", k.Back, "esc", "l", "f9"),
		Search:  bind("/ F12", k.Search, "/", "f12"),
		More:    bind("Enter", k.SearchOn, "enter"),
		Earlier: bind("Left", k.Earlier, "left", "["),
		Later:   bind("Right", k.Later, "right", "]"),
		Tonight: bind("0", k.Tonight, "0"),
	}
}

// Bindings are all keys of the group, in the order of their use.
func (l Log) Bindings() []key.Binding {
	return []key.Binding{l.Back, l.Earlier, l.Later, l.Tonight, l.Search, l.More}
}
