package widget

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"beatbook/ui/lookup"
)

// Finder is the line in which somebody types what rows are to have in them. The zero value lets all of them through.
type Finder struct {
	Sought string // as typed, without the blanks around it; empty: nothing is looked for
	needle string // the same, folded
	field  *Field // nil while nobody types
}

const longestSought = 200 // in characters

// Open begins to type, with what is looked for already.
func (f *Finder) Open() { f.field = NewField(f.Sought, longestSought) }

// Typing reports whether the line has the focus.
func (f *Finder) Typing() bool { return f.field != nil }

// LookFor changes what is looked for; nobody types any more.
func (f *Finder) LookFor(text string) {
	f.field = nil
	f.seek(text)
}

func (f *Finder) seek(text string) {
	f.Sought = strings.TrimSpace(text)
	f.needle = lookup.Fold(f.Sought)
}

// In reports whether a text, folded as lookup.Fold does, has in it what is looked for.
func (f *Finder) In(folded string) bool { return f.needle == "" || strings.Contains(folded, f.needle) }

// Key lets a key act while somebody types: Esc looks for nothing more, Enter keeps what is typed. It reports whether the key
// was one for the line, and whether something else is looked for now.
func (f *Finder) Key(k tea.KeyMsg) (known, changed bool) {
	before := f.Sought
	switch {
	case k.Type == tea.KeyEsc:
		f.LookFor("")
	case k.Type == tea.KeyEnter:
		f.field = nil
	case f.field.Update(k):
		f.seek(f.field.Value())
	default:
		return false, false
	}
	return true, f.Sought != before
}

// Lines is 1 while somebody types or something is looked for, else 0.
func (f *Finder) Lines() int {
	if f.Typing() || f.Sought != "" {
		return 1
	}
	return 0
}

// View draws the line while somebody types: the prompt before it, a count behind it.
func (f *Finder) View(l Look, w int, prompt, count string) string {
	line := " " + l.Label.Render(prompt) + f.field.View(l, fieldWidth(w, prompt, count), true) + count
	return FitLine(line, w, l.Glyphs.Ellipsis)
}

// CursorX is the column of the cursor in such a View.
func (f *Finder) CursorX(w int, prompt, count string) int {
	return 1 + ansi.StringWidth(prompt) + f.field.CursorX(fieldWidth(w, prompt, count))
}

func fieldWidth(w int, prompt, count string) int {
	return max(w-1-ansi.StringWidth(prompt)-ansi.StringWidth(count), 1)
}

// Short is what is looked for in w cells.
func (f *Finder) Short(l Look, w int) string {
	return ansi.Truncate(Line(f.Sought), max(w, 8), l.Glyphs.Ellipsis)
}
