package story

import (
	"fmt"

	"beatbook/model"
	"beatbook/ui/text"
)

// Behalf is who wrote it down for the unit (R12).
func (t Teller) Behalf(l *Line) string { return t.Text.Behalf(l.Behalf) }

// Operator is who did it at the desk, and who sat there before.
func (t Teller) Operator(l *Line) string {
	return t.list(Said(text.Filled(t.Text.Log.Operator, l.Operator), text.Filled(t.Text.Log.Relieves, l.Relieves)))
}

// Alerts are those that an operator has seen.
func (t Teller) Alerts(l *Line) string {
	said := make([]string, len(l.Alerts))
	for i, key := range l.Alerts {
		said[i] = t.alert(l, key)
	}
	return t.list(said)
}

func (t Teller) alert(l *Line, key string) string {
	a, ok := model.AlertOf(key)
	kind := t.Text.AlertKind(a.Kind)
	switch {
	case !ok:
		return key
	case a.Round > 0:
		return fmt.Sprintf(t.Text.Log.AlertCall, kind, t.PlaceName(l, a.Checkpoint), a.Round)
	case a.Checkpoint != "":
		return kind + " " + t.PlaceName(l, a.Checkpoint)
	case a.Kind == model.OutOfContact:
		return fmt.Sprintf(t.Text.Log.AlertSince, kind, t.clock(l, a.Since))
	}
	return kind
}

// RollCall is how many units have answered, and which have not.
func (t Teller) RollCall(l *Line) string {
	heard, silent := len(l.Heard), len(l.Silent)
	if heard+silent == 0 {
		return ""
	}
	answered := fmt.Sprintf(t.Text.Log.Answered, heard, heard+silent)
	return t.list(Said(answered, text.Filled(t.Text.Log.Silent, t.Called(l.Silent))))
}

// Called are units by their call signs.
func (t Teller) Called(units []model.CalledUnit) string {
	names := make([]string, len(units))
	for i, u := range units {
		names[i] = t.name(u.Callsign)
	}
	return t.list(names)
}
