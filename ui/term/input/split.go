package input

import (
	tea "github.com/charmbracelet/bubbletea"
	"golang.org/x/text/width"
)

// Split takes a message apart into single keys, for screens where no text field has the focus: fast keys arrive merged
// in one message, and full-width forms are folded (ｆ is f). A paste is no key.
func Split(k tea.KeyMsg) []tea.KeyMsg {
	if k.Paste {
		return nil
	}
	if k.Type != tea.KeyRunes {
		return []tea.KeyMsg{k}
	}
	keys := make([]tea.KeyMsg, len(k.Runes))
	for i, r := range k.Runes {
		keys[i] = k
		keys[i].Runes = []rune(width.Fold.String(string(r)))
	}
	return keys
}
