package widget

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Tabs are the parts of a page in one line, each with the digit that goes there.
type Tabs []string

const tabGap = "  "

// View is the line, with one tab set off.
func (t Tabs) View(l Look, chosen int) string {
	words := t.numbered()
	for i, word := range words {
		style := l.Hint
		if i == chosen {
			style = l.Choice
		}
		words[i] = style.Render(word)
	}
	return strings.Join(words, tabGap)
}

// At is the tab at a column of the line, from 0.
func (t Tabs) At(x int) (int, bool) {
	from := 0
	for i, word := range t.numbered() {
		to := from + ansi.StringWidth(word)
		if x >= from && x < to {
			return i, true
		}
		from = to + len(tabGap)
	}
	return 0, false
}

func (t Tabs) numbered() []string {
	words := slices.Clone(t)
	for i := range words {
		words[i] = fmt.Sprintf("%d %s", i+1, words[i])
	}
	return words
}
