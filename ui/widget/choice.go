package widget

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"beatbook/ui/keymap"
	"beatbook/ui/term/input"
)

// Choice is a list of which one entry is picked: with its digit, or with the arrows and Enter. The last entry may be a
// text to be typed.
type Choice struct {
	Entries []string
	Other   string // the entry that opens the text, empty: none
	Prompt  string // before the text
	keys    keymap.Picker
	cursor  int
	typing  *Field
}

const reasonLimit = 200

// NewChoice is a choice between the entries and, where other is not empty, a text to be typed after the prompt.
func NewChoice(keys keymap.Picker, entries []string, other, prompt string) *Choice {
	return &Choice{Entries: entries, Other: other, Prompt: prompt, keys: keys}
}

func (c *Choice) len() int {
	if c.Other == "" {
		return len(c.Entries)
	}
	return len(c.Entries) + 1
}

// Index is the entry of the cursor, from 0; len(Entries) is the text.
func (c *Choice) Index() int { return c.cursor }

// Select puts the cursor on an entry.
func (c *Choice) Select(i int) { c.cursor = max(min(i, c.len()-1), 0) }

// Typed is what was typed in place of an entry, empty for nothing.
func (c *Choice) Typed() string {
	if c.typing == nil {
		return ""
	}
	return c.typing.Value()
}

// Type goes on with a text that was typed before.
func (c *Choice) Type(text string) {
	c.cursor, c.typing = len(c.Entries), NewField(text, reasonLimit)
}

// Value is the entry of the cursor or the text that was typed.
func (c *Choice) Value() string {
	switch {
	case c.cursor < len(c.Entries):
		return c.Entries[c.cursor]
	case c.typing != nil:
		return strings.TrimSpace(c.typing.Value())
	}
	return ""
}

// Typing reports whether the text field has the focus.
func (c *Choice) Typing() bool { return c.typing != nil }

// Update lets a key act. After Accepted, Index and Value say what was picked.
func (c *Choice) Update(k tea.KeyMsg) Answer {
	if c.typing != nil {
		return c.updateText(k)
	}
	for _, name := range input.Keys(k) {
		if answer := c.press(name); answer != Pending {
			return answer
		}
		if c.typing != nil {
			break
		}
	}
	return Pending
}

func (c *Choice) press(name string) Answer {
	digit, isDigit := keymap.Digit(name)
	switch {
	case isDigit && digit >= 1 && digit <= c.len():
		c.cursor = digit - 1
		return c.accept()
	case keymap.Is(name, c.keys.Accept):
		return c.accept()
	case keymap.Is(name, c.keys.Cancel):
		return Cancelled
	case keymap.Is(name, c.keys.Up):
		c.Select(c.cursor - 1)
	case keymap.Is(name, c.keys.Down):
		c.Select(c.cursor + 1)
	}
	return Pending
}

func (c *Choice) accept() Answer {
	switch {
	case c.len() == 0:
		return Pending
	case c.cursor < len(c.Entries):
		return Accepted
	}
	c.typing = NewField("", reasonLimit)
	return Pending
}

func (c *Choice) updateText(k tea.KeyMsg) Answer {
	switch name := k.String(); {
	case keymap.Is(name, c.keys.Accept):
		if !c.typing.Empty() {
			return Accepted
		}
	case keymap.Is(name, c.keys.Cancel):
		c.typing = nil
	default:
		c.typing.Update(k)
	}
	return Pending
}

// Click picks the entry at line y of the view as last drawn in h lines, from 0.
func (c *Choice) Click(y, h int) Answer {
	i := c.top(h) + y
	if y < 0 || y >= h || i >= c.len() {
		return Pending
	}
	c.cursor = i
	return c.accept()
}

// top is the first entry that h lines show.
func (c *Choice) top(h int) int {
	return max(min(c.cursor-h/2, c.len()-h), 0)
}

// labelWidth is how many of w cells stand before the text.
func (c *Choice) labelWidth(w int) int { return min(3+ansi.StringWidth(Line(c.Prompt)), w/2) }

// Cursor is the place of the text's cursor in a View of w×h cells, from 0; false where no text is typed.
func (c *Choice) Cursor(w, h int) (x, y int, ok bool) {
	if c.typing == nil {
		return 0, 0, false
	}
	label := c.labelWidth(w)
	return label + c.typing.CursorX(w-label), c.cursor - c.top(h), true
}

// View draws the entries around the cursor in exactly w×h cells.
func (c *Choice) View(l Look, w, h int) string {
	if w <= 0 || h <= 0 {
		return Fit("", w, h)
	}
	lines := make([]string, 0, h)
	for i := c.top(h); i < c.len() && len(lines) < h; i++ {
		lines = append(lines, c.line(l, i, w))
	}
	return Fit(strings.Join(lines, "\n"), w, h)
}

func (c *Choice) line(l Look, i, w int) string {
	if i == c.cursor && c.typing != nil {
		label := FitLine(l.Glyphs.Cursor+" "+Line(c.Prompt), c.labelWidth(w), l.Glyphs.Ellipsis)
		return l.Label.Render(label) + c.typing.View(l, w-c.labelWidth(w), true)
	}
	marker, style, text := " ", l.Row, c.Other
	if i == c.cursor {
		marker, style = l.Glyphs.Cursor, l.Choice
	}
	if i < len(c.Entries) {
		text = c.Entries[i]
	}
	number := "  "
	if i < 9 {
		number = fmt.Sprintf("%d ", i+1)
	}
	return style.Render(FitLine(marker+" "+number+Line(text), w, l.Glyphs.Ellipsis))
}
