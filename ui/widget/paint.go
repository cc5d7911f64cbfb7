package widget

import (
	"strings"

	"github.com/charmbracelet/lipgloss"
)

// Paint is how a piece of a text is drawn. Its ends are in bytes of the text.
type Paint struct {
	From, To int
	Style    lipgloss.Style
}

// Before is the text before the cursor.
func (f *Field) Before() string {
	var b strings.Builder
	for _, c := range f.clusters[:f.pos] {
		b.WriteString(c.text)
	}
	return b.String()
}

// SetAround replaces the text and puts the cursor between its two parts.
func (f *Field) SetAround(before, after string) {
	f.Set(before)
	at := f.pos
	f.Set(before + after)
	f.pos = min(at, len(f.clusters))
}

// ViewPainted is a View with the focus in which pieces of the text have styles of their own; of two that overlap the later
// one wins.
func (f *Field) ViewPainted(l Look, w int, paints []Paint) string {
	if w <= 0 {
		return ""
	}
	from, to := f.window(w)
	at := 0
	for _, c := range f.clusters[:from] {
		at += len(c.text)
	}
	var line strings.Builder
	for i := from; i < to; i++ {
		style := l.Input
		for _, p := range paints {
			if at >= p.From && at < p.To {
				style = p.Style
			}
		}
		if i == f.pos {
			style = l.InputCursor
		}
		line.WriteString(style.Render(f.clusters[i].drawn))
		at += len(f.clusters[i].text)
	}
	left := w - f.cells(from, to)
	if f.pos >= to && left > 0 {
		line.WriteString(l.InputCursor.Render(" "))
		left--
	}
	line.WriteString(l.Input.Render(strings.Repeat(" ", max(left, 0))))
	return FitLine(line.String(), w, "")
}
