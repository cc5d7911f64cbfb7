// Package input mends what terminals send before the program looks at it.
package input

import (
	"unicode/utf16"

	tea "github.com/charmbracelet/bubbletea"
)

// NewFilter returns a filter for tea.WithFilter. It drops mouse motion and the bare Ctrl and Alt keys that arrive from
// Windows as the rune NUL, and joins the surrogate halves in which Windows sends characters beyond the BMP. A filter
// belongs to one program.
func NewFilter() func(tea.Model, tea.Msg) tea.Msg {
	var halves surrogates
	return func(_ tea.Model, msg tea.Msg) tea.Msg {
		switch msg := msg.(type) {
		case tea.MouseMsg:
			if msg.Action == tea.MouseActionMotion {
				return nil
			}
		case tea.KeyMsg:
			return mend(&halves, msg)
		}
		return msg
	}
}

func mend(halves *surrogates, k tea.KeyMsg) tea.Msg {
	if k.Type != tea.KeyRunes {
		halves.high = 0
		return k
	}
	k.Runes = halves.join(k.Runes)
	if len(k.Runes) == 0 {
		return nil
	}
	return k
}

// surrogates holds a high half until its low half comes. Halves without their other one are dropped.
type surrogates struct{ high rune }

func (s *surrogates) join(runes []rune) []rune {
	whole := make([]rune, 0, len(runes))
	for _, r := range runes {
		switch {
		case r == 0:
		case r >= 0xd800 && r < 0xdc00:
			s.high = r
		case utf16.IsSurrogate(r):
			if s.high != 0 {
				whole = append(whole, utf16.DecodeRune(s.high, r))
			}
			s.high = 0
		default:
			s.high = 0
			whole = append(whole, r)
		}
	}
	return whole
}

// Keys are the names of the keys in a message, taken apart as Split does.
func Keys(k tea.KeyMsg) []string {
	var names []string
	for _, single := range Split(k) {
		names = append(names, single.String())
	}
	return names
}
