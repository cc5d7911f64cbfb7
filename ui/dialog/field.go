package dialog

import (
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/ui/widget"
)

// noteLimit is the longest note in characters. With it no record becomes longer than a store takes.
const noteLimit = 20000

// Text is a field of one line.
type Text struct {
	*widget.Field
	heading string
}

const lineLimit = 400

// NewText makes a field of one line with a value in it; the hint is shown while it is empty.
func NewText(heading, value, hint string) *Text {
	t := &Text{widget.NewField(value, lineLimit), heading}
	t.Placeholder = hint
	return t
}

// NewSecret makes a field of one line that nobody who looks on can read.
func NewSecret(heading string) *Text {
	t := NewText(heading, "", "")
	t.Secret = true
	return t
}

// Key takes a key.
func (t *Text) Key(k tea.KeyMsg) bool { return t.Update(k) }

// Fill puts a text in.
func (t *Text) Fill(value string) { t.Set(value) }

// View draws the field.
func (t *Text) View(l widget.Look, width int, focused bool) string {
	return t.Field.View(l, width, focused)
}

// Height is one line.
func (t *Text) Height(int, bool) int { return 1 }

// Cursor is in the line.
func (t *Text) Cursor(width int) (x, y int, ok bool) { return t.CursorX(width), 0, true }

// Lines is false: Enter goes on.
func (t *Text) Lines() bool { return false }

// Heading stands before the field.
func (t *Text) Heading() string { return t.heading }

// Note is a field of several lines.
type Note struct {
	*widget.Area
	heading string
	most    int // lines that are shown
}

// NewNote makes a field of several lines with a text in it, of which so many are shown at most.
func NewNote(heading, value string, most int) *Note {
	return &Note{widget.NewArea(value, noteLimit), heading, most}
}

// Key takes a key.
func (n *Note) Key(k tea.KeyMsg) bool { return n.Update(k) }

// Fill puts a text in.
func (n *Note) Fill(value string) { n.Set(value) }

// View draws the field.
func (n *Note) View(l widget.Look, width int, focused bool) string {
	return n.Area.View(l, width, n.Height(width, focused), focused)
}

// Height grows with the text.
func (n *Note) Height(width int, _ bool) int { return min(max(n.Area.Height(width), 3), n.most) }

// Cursor is in the text.
func (n *Note) Cursor(width int) (x, y int, ok bool) {
	x, y = n.Area.Cursor(width, n.Height(width, true))
	return x, y, true
}

// Lines is true: Enter makes a new line.
func (n *Note) Lines() bool { return true }

// Heading stands above the field.
func (n *Note) Heading() string { return n.heading }

// Options is a field of which one value is chosen: with its digit, or with the arrows to the left and right. Where none was
// chosen at first it is a list in which the arrows go up and down too, until they leave it at its ends.
type Options struct {
	heading string
	values  []string
	at      int // -1: none is chosen yet
	list    bool

	// Mark gives what stands behind a value, empty for nothing; nil: behind none.
	Mark func(i int) string
}

// NewOptions makes a field with the values, one of them chosen; -1 for none yet.
func NewOptions(heading string, values []string, at int) *Options {
	return &Options{heading: heading, values: values, at: at, list: at < 0}
}

// At is the index of the chosen value, -1 for none yet.
func (o *Options) At() int { return o.at }

// Choose chooses a value.
func (o *Options) Choose(at int) { o.at = min(max(at, 0), len(o.values)-1) }

// Key takes a digit or an arrow.
func (o *Options) Key(k tea.KeyMsg) bool {
	switch name := k.String(); {
	case name == "left":
		o.at = (max(o.at, 0) + len(o.values) - 1) % len(o.values)
	case name == "right" || name == " ":
		o.at = (o.at + 1) % len(o.values)
	case name == "down" && o.list && o.at+1 < len(o.values):
		o.at++
	case name == "up" && o.list && o.at > 0:
		o.at--
	case len(name) == 1 && name >= "1" && name <= "9" && int(name[0]-'0') <= len(o.values):
		o.at = int(name[0] - '1')
	default:
		return false
	}
	return true
}

// Fill chooses the value that is called so, unless there are none or several.
func (o *Options) Fill(value string) {
	at := slices.Index(o.values, value)
	if at >= 0 && !slices.Contains(o.values[at+1:], value) {
		o.at = at
	}
}

// View shows the chosen value, and with the focus all values.
func (o *Options) View(l widget.Look, width int, focused bool) string {
	if !focused {
		return l.Value.Render(widget.FitLine(o.marked(o.at), width, l.Glyphs.Ellipsis))
	}
	height := o.Height(width, true)
	top := max(min(o.at-height/2, len(o.values)-height), 0)
	lines := make([]string, 0, height)
	for i := top; i < top+height; i++ {
		number := "  "
		if i < 9 {
			number = fmt.Sprintf("%d ", i+1)
		}
		style, marker := l.Row, "  "
		if i == o.at {
			style, marker = l.Choice, l.Glyphs.Check+" "
		}
		lines = append(lines, style.Render(widget.FitLine(marker+number+o.marked(i), width, l.Glyphs.Ellipsis)))
	}
	return strings.Join(lines, "\n")
}

// marked is a value with its mark, as it is drawn.
func (o *Options) marked(i int) string {
	if i < 0 {
		return ""
	}
	if o.Mark == nil || o.Mark(i) == "" {
		return widget.Line(o.values[i])
	}
	return widget.Line(o.values[i]) + "  " + o.Mark(i)
}

// optionLines is how many values are seen at once.
const optionLines = 6

// Height is one line, with the focus one for each value.
func (o *Options) Height(_ int, focused bool) int {
	if !focused {
		return 1
	}
	return min(len(o.values), optionLines)
}

// Cursor is nowhere: the field takes no text.
func (o *Options) Cursor(int) (x, y int, ok bool) { return 0, 0, false }

// Lines is false.
func (o *Options) Lines() bool { return false }

// Heading stands before the field.
func (o *Options) Heading() string { return o.heading }

// Value is the chosen value, empty for none yet.
func (o *Options) Value() string {
	if o.at < 0 {
		return ""
	}
	return o.values[o.at]
}
