// Package keymap holds the keys of each kind of screen in typed groups, from which the help is drawn too. Each main
// action also has a key that an input method lets through: Enter, Esc, an arrow, a function key or a chord with Ctrl.
package keymap

import (
	"slices"

	"github.com/charmbracelet/bubbles/key"

	"beatbook/ui/text"
)

// Map is all groups with their help in one language.
type Map struct {
	App    App
	Move   Move
	Patrol Patrol
	Log    Log
	Form   Form
	Picker Picker
	Retry  Retry

	Outcomes Outcomes
	Hazard   Hazard
	Report   Report
	Desk     Desk
	History  History
	PlanEdit PlanEdit
}

// New builds the groups in the language of the texts.
func New(s *text.Strings) *Map {
	k := &s.Keys
	return &Map{
		App: newApp(s), Move: newMove(k), Patrol: newPatrol(k), Log: newLog(k), Form: newForm(k), Picker: newPicker(k),
		Retry: newRetry(k), Outcomes: newOutcomes(k), Hazard: newHazard(s), Report: newReport(s), Desk: newDesk(s), History: newHistory(s),
		PlanEdit: newPlanEdit(s),
	}
}

// Is reports whether the name of a key, as input.Keys gives it, belongs to one of the bindings.
func Is(name string, bindings ...key.Binding) bool {
	return slices.ContainsFunc(bindings, func(b key.Binding) bool {
		return b.Enabled() && slices.Contains(b.Keys(), name)
	})
}

// Digit is the digit that a key stands for, 0 to 9, false for other keys.
func Digit(name string) (int, bool) {
	if len(name) != 1 || name[0] < '0' || name[0] > '9' {
		return 0, false
	}
	return int(name[0] - '0'), true
}

// Meaning is the binding with another word for what it does.
func Meaning(b key.Binding, does string) key.Binding {
	b.SetHelp(b.Help().Key, does)
	return b
}

// bind gives a binding; shown is how the help writes the keys.
func bind(shown, does string, keys ...string) key.Binding {
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(shown, does))
}

var digits = []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}
