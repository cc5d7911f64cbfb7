package widget

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// Field is a text of one line. Pasted line breaks become spaces.
type Field struct {
	editor
	Placeholder string // shown while the field is empty and has not the focus
	Secret      bool   // nobody who looks on is to read it: an asterisk stands for each character
}

// NewField is a field with a value in it that takes at most limit runes, 0 for any number.
func NewField(value string, limit int) *Field {
	f := &Field{editor: editor{limit: limit}}
	f.Set(value)
	return f
}

// Update lets a key act and reports whether it was one for a text field. Enter, Esc, Tab and the like are not.
func (f *Field) Update(k tea.KeyMsg) bool { return f.update(k) }

// View draws the part of the text around the cursor in one line of exactly w cells.
func (f *Field) View(l Look, w int, focused bool) string {
	if w <= 0 {
		return ""
	}
	if f.Secret {
		f = f.masked()
	}
	if len(f.clusters) == 0 && !focused && f.Placeholder != "" {
		return l.Hint.Render(FitLine(f.Placeholder, w, l.Glyphs.Ellipsis))
	}
	i, j := f.window(w)
	return f.draw(l, i, j, w, focused)
}

// CursorX is the column of the cursor in a View of w cells, from 0.
func (f *Field) CursorX(w int) int {
	if f.Secret {
		f = f.masked()
	}
	i, _ := f.window(w)
	return min(f.cells(i, f.pos), max(w-1, 0))
}

// masked is the field as those who look on may see it.
func (f *Field) masked() *Field {
	m := NewField(strings.Repeat("*", len(f.clusters)), 0)
	m.Placeholder, m.pos = f.Placeholder, f.pos
	return m
}

// window is the clusters that w cells can show: from the beginning where the cursor is within reach from there, else
// with the cursor at the right end.
func (f *Field) window(w int) (from, to int) {
	need := 1
	if f.pos < len(f.clusters) {
		need = max(f.clusters[f.pos].width, 1)
	}
	from = f.pos
	for from > 0 && need+f.clusters[from-1].width <= w {
		from--
		need += f.clusters[from].width
	}
	to = f.pos
	for used := f.cells(from, f.pos); to < len(f.clusters) && used+f.clusters[to].width <= w; to++ {
		used += f.clusters[to].width
	}
	return from, to
}
