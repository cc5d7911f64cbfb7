package session

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode"

	"beatbook/data/seal"
	"beatbook/ui/lookup"
)

// Operators are what is kept of those who sit at the desk, by the key of their names. What concerns the PIN of all is under
// the empty one. A set of them is never changed: it may be being written.
type Operators map[string]Operator

// Operator is what is kept of one of them: the PIN and what became of it.
type Operator struct {
	Name    string        `json:"name,omitempty"`
	PIN     string        `json:"pin,omitempty"`     // as seal.HashPIN keeps it; empty: none
	Removed time.Time     `json:"removed,omitzero"`  // when one was taken away that nobody had to know; zero: the operator has been told
	Tries   seal.Attempts `json:"attempts,omitzero"` // of wrong PINs
}

// operatorKey evens out in which ways a name can be written that look alike in a log: case, width, blanks, what is not seen.
func operatorKey(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.In(r, unicode.Cc, unicode.Cf, unicode.Variation_Selector) {
			return -1
		}
		return r
	}, lookup.Fold(name))
}

// SameOperator reports whether two names are of one operator.
func SameOperator(a, b string) bool { return operatorKey(a) == operatorKey(b) }

// changeOperator changes what is kept of an operator.
func (s *Session) changeOperator(key string, change func(*Operator)) {
	changed := maps.Clone(s.Settings.Operators)
	if changed == nil {
		changed = Operators{}
	}
	o := changed[key]
	change(&o)
	if changed[key] = o; o == (Operator{Name: o.Name}) {
		delete(changed, key)
	}
	s.Settings.Operators = changed
}

// HasPIN reports whether a PIN is asked for to sign on under a name: one of its own, or the one of all that older versions
// have set.
func (s *Session) HasPIN(name string) bool { return s.PINOf(name).Check != nil }

// HasOwnPIN reports whether a name has a PIN of its own.
func (s *Session) HasOwnPIN(name string) bool {
	key := operatorKey(name)
	return key != "" && s.Settings.Operators[key].PIN != ""
}

// PINsInUse reports whether anybody has a PIN.
func (s *Session) PINsInUse() bool { return s.AnyPIN().Check != nil }

// WithPIN are the names that have a PIN of their own, sorted.
func (s *Session) WithPIN() []string {
	names := []string{}
	for key, o := range s.Settings.Operators {
		if key != "" && o.PIN != "" {
			names = append(names, cmp.Or(o.Name, key))
		}
	}
	slices.Sort(names)
	return names
}

// SetPIN gives a name, which is not blank, a PIN of its own. The error is that of seal.HashPIN.
func (s *Session) SetPIN(name, pin string) error {
	hash, err := seal.HashPIN(pin)
	if err != nil {
		return err
	}
	s.changeOperator(operatorKey(name), func(o *Operator) {
		o.Name, o.PIN, o.Tries = strings.TrimSpace(name), hash, seal.Attempts{}
	})
	return nil
}

// ClearPIN takes the PIN of a name away; without a name the one of all.
func (s *Session) ClearPIN(name string) {
	s.changeOperator(operatorKey(name), func(o *Operator) { o.PIN, o.Tries = "", seal.Attempts{} })
	if operatorKey(name) == "" {
		s.Settings.PIN = ""
	}
}

// ForgetPIN is ClearPIN for a PIN that nobody had to know. Whoever signs on next under the name, or without one anybody, is
// to be told.
func (s *Session) ForgetPIN(name string) {
	s.ClearPIN(name)
	s.changeOperator(operatorKey(name), func(o *Operator) {
		o.Name, o.Removed = strings.TrimSpace(name), s.Log.Stamp().At
	})
}

// Removed is when a PIN of a name, or that of all, was taken away by somebody who did not have to know it, zero where none
// was or the operator has been told.
func (s *Session) Removed(name string) time.Time {
	own, all := s.Settings.Operators[operatorKey(name)].Removed, s.Settings.Operators[""].Removed
	if all.After(own) {
		return all
	}
	return own
}

// ToldRemoved notes that the operator of a name has been told.
func (s *Session) ToldRemoved(name string) {
	for _, key := range []string{operatorKey(name), ""} {
		s.changeOperator(key, func(o *Operator) { o.Removed = time.Time{} })
	}
}
