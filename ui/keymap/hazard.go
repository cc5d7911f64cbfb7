package keymap

import (
	"github.com/charmbracelet/bubbles/key"

	"beatbook/ui/text"
)

// Hazard are the keys of the hazards screen.
type Hazard struct {
	Move   key.Binding // takes a step with the hazard under the cursor
	Back   key.Binding
	Filter key.Binding // by a text
	Place  key.Binding // each of the three goes to the next value
	Kind   key.Binding
	State  key.Binding
	Closed key.Binding // shows the closed ones or hides them
	ReadOn key.Binding
}

func newHazard(s *text.Strings) Hazard {
	h := &s.Hazard
	return Hazard{
		Move:   bind("Enter", h.KeyMove, "enter"),
		Back:   bind("Esc", s.Keys.Back, "esc", "H", "ctrl+b"),
		Filter: bind("/ F12", h.KeyFilter, "/", "f12"),
		Place:  bind("p/F2", h.KeyPlace, "p", "f2"),
		Kind:   bind("k/F3", h.KeyKind, "k", "f3"),
		State:  bind("s/F4", h.KeyState, "s", "f4"),
		Closed: bind("c/F5", h.KeyClosed, "c", "f5"),
		ReadOn: bind("Right", h.KeyReadOn, "right", " "),
	}
}

// Bindings are all keys of the group, in the order of their use.
func (h Hazard) Bindings() []key.Binding {
	return []key.Binding{h.Move, h.Back, h.Closed, h.Filter, h.Place, h.Kind, h.State, h.ReadOn}
}
