package widget

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

const factGap = "  "

// Flow puts facts into lines of at most w cells and breaks none of them that fits into one.
func Flow(facts []string, w int) []string {
	var lines []string
	for _, fact := range facts {
		last := len(lines) - 1
		if last >= 0 && ansi.StringWidth(lines[last]+factGap+fact) <= w {
			lines[last] += factGap + fact
			continue
		}
		lines = append(lines, Wrap(fact, w)...)
	}
	return lines
}

// FlowIn is Flow in at most h lines. Where not all facts find room there, the last one is what more says of their number.
func FlowIn(facts []string, w, h int, more func(hidden int) string) []string {
	lines := Flow(facts, w)
	for seen := len(facts) - 1; len(lines) > h && seen > 0; seen-- {
		lines = Flow(append(facts[:seen:seen], more(len(facts)-seen)), w)
	}
	return lines[:min(len(lines), h)]
}

// Fact is a value with its label, both in one line.
func (l Look) Fact(label string, value any) string {
	return l.Label.Render(label) + " " + l.Value.Render(fmt.Sprint(value))
}

// Paragraph is a text of any origin behind its label, wrapped to w cells.
func (l Look) Paragraph(label, text string, w int) []string {
	lines := Wrap(label+Clean(text), w)
	if rest, whole := strings.CutPrefix(lines[0], label); whole {
		lines[0] = l.Label.Render(label) + rest
	}
	return lines
}
