package keymap

import (
	"github.com/charmbracelet/bubbles/key"

	"beatbook/ui/text"
)

// Desk are the keys of the duty desk's board.
type Desk struct {
	Open        key.Binding // the shift under the cursor
	Acknowledge key.Binding
	AllPassed   key.Binding // acknowledges the alerts that have passed
	Switch      key.Binding // between the board and the alerts
	Line        key.Binding // what a unit reports
	RollCall    key.Binding
	Operator    key.Binding
	Start       key.Binding // a shift of a unit without a laptop
	End         key.Binding
	Undo        key.Binding // what was written here last
	Filter      key.Binding
	Bell        key.Binding // silences it, or lets it sound again
	Log         key.Binding
	Hazards     key.Binding
	Plan        key.Binding // the editor
	Clear       key.Binding // the filter, or the focus of the alerts
}

func newDesk(s *text.Strings) Desk {
	d := &s.Desk
	return Desk{
		Open:        bind("Enter", d.KeyOpen, "enter"),
		Acknowledge: bind("a/F2", d.KeyConfirm, "a", "f2"),
		AllPassed:   bind("A/^A", d.KeyPassed, "A", "ctrl+a"),
		Switch:      bind("Tab", d.KeyAlerts, "tab", "shift+tab"),
		Line:        bind(":/F4", d.KeyLine, ":", "f4"),
		RollCall:    bind("c/F6", d.KeyRoll, "c", "f6"),
		Operator:    bind("o/F3", d.KeyOperator, "o", "f3"),
		Start:       bind("s/F7", d.KeyStart, "s", "f7"),
		End:         bind("E/F10", d.KeyEnd, "E", "f10"),
		Undo:        bind("u/F5", s.Keys.Undo, "u", "f5"),
		Filter:      bind("/ F12", d.KeyFilter, "/", "f12"),
		Bell:        bind("b/F8", d.KeyBell, "b", "f8"),
		Log:         bind("l/F9", s.Keys.Log, "l", "f9"),
		Hazards:     bind("H/^B", s.Keys.Hazards, "H", "ctrl+b"),
		Plan:        bind("p/^P", d.KeyPlan, "p", "ctrl+p"),
		Clear:       bind("Esc", s.Hazard.KeyClear, "esc"),
	}
}

// Bindings are all keys of the group, in the order of their use.
func (d Desk) Bindings() []key.Binding {
	return []key.Binding{
		d.Acknowledge, d.Line, d.Open, d.RollCall, d.Switch, d.Operator, d.Start, d.End, d.Undo, d.Filter, d.Bell, d.AllPassed, d.Log, d.Hazards,
		d.Plan, d.Clear,
	}
}
