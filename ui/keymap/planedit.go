package keymap

import (
	"github.com/charmbracelet/bubbles/key"

	"beatbook/ui/text"
)

// PlanEdit are the keys of the plan editor.
type PlanEdit struct {
	Change  key.Binding // opens what is under the cursor
	New     key.Binding
	Remove  key.Binding
	Earlier key.Binding // moves the row
	Later   key.Binding
	Route   key.Binding // the form of a route, whose row opens its calls
	Site    key.Binding // what stands at the head of the plan
	Save    key.Binding
	Undo    key.Binding
	Discard key.Binding
	Tab     key.Binding // the one of that number
	ReadOn  key.Binding
	Back    key.Binding
}

func newPlanEdit(s *text.Strings) PlanEdit {
	p := &s.PlanEdit
	return PlanEdit{
		Change:  bind("Enter", p.KeyChange, "enter"),
		New:     bind("n/F2", p.KeyNew, "n", "f2"),
		Remove:  bind("d/F8", p.KeyRemove, "d", "f8", "delete"),
		Earlier: bind("</F6", p.KeyEarlier, "<", "f6", "shift+up"),
		Later:   bind(">/F7", p.KeyLater, ">", "f7", "shift+down"),
		Route:   bind("e/F4", p.KeyRoute, "e", "f4"),
		Site:    bind("i/F3", p.KeySite, "i", "f3"),
		Save:    bind("s/^S", p.KeySave, "s", "ctrl+s"),
		Undo:    bind("u/F9", p.KeyUndo, "u", "f9"),
		Discard: bind("D/^D", p.KeyDiscard, "D", "ctrl+d"),
		Tab:     bind("1-5", p.KeyTab, "1", "2", "3", "4", "5"),
		ReadOn:  bind("Right", p.KeyReadOn, "right", " "),
		Back:    bind("Esc", s.Keys.Back, "esc", "ctrl+b"),
	}
}

// Bindings are all keys of the group, in the order of their use.
func (p PlanEdit) Bindings() []key.Binding {
	return []key.Binding{
		p.Change, p.Save, p.New, p.Back, p.Remove, p.ReadOn, p.Tab, p.Earlier, p.Later, p.Undo, p.Route, p.Site, p.Discard,
	}
}
