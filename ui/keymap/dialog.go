package keymap

import (
	"github.com/charmbracelet/bubbles/key"

	"beatbook/ui/text"
)

// Form are the keys of a form. In a text of several lines Enter makes a new line: where pastes are not bracketed, each
// pasted line ends with one, and none of them may send the text.
type Form struct {
	Accept    key.Binding // the button, or on to the next field
	Send      key.Binding // from anywhere
	Next      key.Binding
	Prev      key.Binding
	NextValue key.Binding
	PrevValue key.Binding
	YesNo     key.Binding
	Back      key.Binding
}

func newForm(k *text.Keys) Form {
	return Form{
		Accept:    bind("Enter", k.Accept, "enter"),
		Send:      bind("^S", k.Send, "ctrl+s"),
		Next:      bind("Tab", k.NextField, "tab", "down"),
		Prev:      bind("S-Tab", k.PrevField, "shift+tab", "up"),
		NextValue: bind("Right", k.NextValue, "right"),
		PrevValue: bind("Left", k.PrevValue, "left"),
		YesNo:     bind("y,n", k.YesNo, "y", "n", "1", "2"),
		Back:      bind("Esc", k.Cancel, "esc"),
	}
}

// Bindings are all keys of the group.
func (f Form) Bindings() []key.Binding {
	return []key.Binding{f.Accept, f.Send, f.Next, f.Prev, f.NextValue, f.PrevValue, f.YesNo, f.Back}
}

// Picker are the keys of a list of which one entry is picked.
type Picker struct {
	Accept key.Binding
	Digits key.Binding // 1 to 9: the entry of that number
	Cancel key.Binding
	Up     key.Binding
	Down   key.Binding
}

func newPicker(k *text.Keys) Picker {
	return Picker{
		Accept: bind("Enter", k.Accept, "enter"),
		Digits: bind("1-9", k.Pick, digits...),
		Cancel: bind("Esc", k.Cancel, "esc"),
		Up:     bind("Up", k.Up, "up"),
		Down:   bind("Down", k.Down, "down"),
	}
}

// Bindings are all keys of the group.
func (p Picker) Bindings() []key.Binding {
	return []key.Binding{p.Accept, p.Digits, p.Cancel, p.Up, p.Down}
}

// Outcomes are the keys of the strip of counters.
type Outcomes struct {
	Digits key.Binding // 1 to 9: adds one of the kind of that number
	Add    key.Binding // one of the kind under the cursor
	Take   key.Binding // the next count is taken back
	Done   key.Binding
}

func newOutcomes(k *text.Keys) Outcomes {
	return Outcomes{
		Digits: bind("1-9", k.AddOne, digits...),
		Add:    bind("Enter", k.AddOne, "enter", "+"),
		Take:   bind("-/^D", k.TakeOne, "-", "ctrl+d"),
		Done:   bind("Esc", k.Done, "esc"),
	}
}

// Bindings are all keys of the group.
func (o Outcomes) Bindings() []key.Binding { return []key.Binding{o.Digits, o.Add, o.Take, o.Done} }

// Retry are the keys of the question what to do with records that could not be written.
type Retry struct {
	Again  key.Binding
	Later  key.Binding // the records stay to be tried again
	GiveUp key.Binding
}

func newRetry(k *text.Keys) Retry {
	return Retry{
		Again:  bind("Enter", k.Again, "enter"),
		Later:  bind("Esc", k.RetryLater, "esc"),
		GiveUp: bind("D/^D", k.GiveUp, "D", "ctrl+d"),
	}
}

// Bindings are all keys of the group.
func (r Retry) Bindings() []key.Binding { return []key.Binding{r.Again, r.Later, r.GiveUp} }
