// Package dialog holds what opens above a page: forms, lists to pick from, the help.
package dialog

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"beatbook/ui/screen"
	"beatbook/ui/widget"
)

// Form is a few fields and a button. What was typed stays until it has been recorded or is given up.
type Form struct {
	env    *screen.Env
	Title  string
	Intro  []string // above the fields
	Fields []Field
	Button string
	// Send does what the form is for; an error is shown in the form, which stays.
	Send func() (tea.Cmd, error)
	// Changed is called after each change of a field; may be nil.
	Changed func()
	// Keep is called with each change of a field and when the form is given up; may be nil.
	Keep func()
	// Page is set where the form is a page of its own and cannot be closed.
	Page bool

	focus         int // len(Fields): the button
	failure       string
	width, height int
	view          string
	scroll        int // lines above the window
	cursorX       int
	cursorY       int
}

// Field is one field of a form.
type Field interface {
	// Key takes a key and reports whether it meant something here.
	Key(k tea.KeyMsg) bool
	// View is exactly width cells wide and Height lines high.
	View(l widget.Look, width int, focused bool) string
	Height(width int, focused bool) int
	// Cursor is where the text cursor stands in the view; ok is false where the field takes no text.
	Cursor(width int) (x, y int, ok bool)
	// Lines reports whether Enter makes a new line in the field.
	Lines() bool
	// Heading stands before or above the field.
	Heading() string
	// Value is what was typed or chosen, empty for nothing.
	Value() string
}

// NewForm makes a form with the focus on a field, or on the button for -1.
func NewForm(env *screen.Env, f Form, focus int) *Form {
	f.env = env
	f.focus = focus
	if focus < 0 {
		f.focus = len(f.Fields)
	}
	return &f
}

// Fail shows why the form was not taken.
func (f *Form) Fail(err error) { f.failure = f.env.Text.Error(err) }

// Focus puts the focus on a field.
func (f *Form) Focus(field int) { f.focus = field }

// Update takes keys and clicks.
func (f *Form) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return f.key(msg)
	case tea.MouseMsg:
		return f.mouse(msg)
	}
	return nil
}

func (f *Form) key(k tea.KeyMsg) tea.Cmd {
	keys := f.env.Keys.Form
	if field := f.field(); field != nil && field.Key(k) {
		f.failure = ""
		if f.Changed != nil {
			f.Changed()
		}
		f.keep()
		return nil
	}
	switch {
	case key.Matches(k, keys.Send):
		return f.send()
	case key.Matches(k, keys.Back) && !f.Page:
		f.close()
	case key.Matches(k, keys.Next):
		f.focus = (f.focus + 1) % (len(f.Fields) + 1)
	case key.Matches(k, keys.Prev):
		f.focus = (f.focus + len(f.Fields)) % (len(f.Fields) + 1)
	case key.Matches(k, keys.Accept):
		return f.accept()
	}
	return nil
}

// accept is Enter: the button, a list or the last field sends, from a text it goes on to the next field.
func (f *Form) accept() tea.Cmd {
	if field := f.field(); field != nil {
		if _, _, text := field.Cursor(f.inner()); text && len(f.Fields) > 1 {
			f.focus++
			return nil
		}
	}
	return f.send()
}

func (f *Form) send() tea.Cmd {
	cmd, err := f.Send()
	if err != nil {
		f.Fail(err)
		return cmd
	}
	f.env.Close(f)
	return cmd
}

func (f *Form) close() {
	f.keep()
	f.env.Close(f)
}

func (f *Form) keep() {
	if f.Keep != nil {
		f.Keep()
	}
}

// field with the focus, nil for the button.
func (f *Form) field() Field {
	if f.focus >= len(f.Fields) {
		return nil
	}
	return f.Fields[f.focus]
}

// Cursor is where the field with the focus has its text cursor.
func (f *Form) Cursor() (x, y int, ok bool) {
	field := f.field()
	if field == nil {
		return 0, 0, false
	}
	_, _, ok = field.Cursor(f.inner())
	return f.cursorX, f.cursorY, ok
}

// Bindings are the keys that mean something now.
func (f *Form) Bindings() []key.Binding {
	keys, field := f.env.Keys.Form, f.field()
	bindings := []key.Binding{keys.Accept, keys.Prev, keys.Next}
	switch {
	case field == nil:
	case field.Lines():
		bindings = []key.Binding{keys.Send, keys.Next, keys.Prev}
	default:
		if _, _, text := field.Cursor(f.inner()); !text {
			next, prev := keys.NextValue, keys.PrevValue
			if o, ok := field.(*Options); ok && o.list {
				next, prev = f.env.Keys.Picker.Down, f.env.Keys.Picker.Up
			}
			bindings = []key.Binding{keys.Accept, next, prev, keys.Next, keys.Prev}
		}
	}
	if f.Page {
		return bindings
	}
	return append(bindings, keys.Back)
}

// Resize gives the form its size.
func (f *Form) Resize(width, height int) { f.width, f.height = width, height }

// View shows what Refresh has drawn.
func (f *Form) View() string { return f.view }

// formWidth is how wide a form would like to be.
const formWidth = 68

// Size is what the form would like to have.
func (f *Form) Size(maxWidth, _ int) (width, height int) {
	width = min(formWidth, maxWidth)
	height = len(f.intro(width-4)) + 4
	for i, field := range f.Fields {
		height += f.fieldHeight(field, width-4, i == f.focus)
	}
	return width, height
}

func (f *Form) inner() int { return max(f.width-4, 1) }

func (f *Form) intro(width int) []string {
	var lines []string
	for _, s := range f.Intro {
		lines = append(lines, widget.Wrap(widget.Clean(s), width)...)
	}
	if f.failure != "" {
		for _, line := range widget.Wrap(f.failure, width) {
			lines = append(lines, f.env.Styles.Error.Render(line))
		}
	}
	return lines
}

const (
	headingWidth = 14 // of the column of the headings, at least
	valueWidth   = 20 // of the column of the values, at least
)

// headings is how wide the column of the headings is where the form is so wide: long ones are read whole where there is room.
func (f *Form) headings(width int) int {
	widest := headingWidth
	for _, field := range f.Fields {
		if !field.Lines() {
			widest = max(widest, ansi.StringWidth(field.Heading())+3)
		}
	}
	return max(min(widest, width-valueWidth), headingWidth)
}

// fieldHeight is that of the field with its heading: beside it, or above where Enter makes new lines.
func (f *Form) fieldHeight(field Field, width int, focused bool) int {
	if field.Lines() {
		return field.Height(width, focused) + 1
	}
	return field.Height(width-f.headings(width), focused)
}

// Refresh draws anew.
func (f *Form) Refresh() {
	width := f.inner()
	lines := f.intro(width)
	focusEnd := len(lines)
	for i, field := range f.Fields {
		focused := i == f.focus
		if focused {
			f.placeCursor(field, width, len(lines))
		}
		lines = append(lines, f.drawField(field, width, focused)...)
		if focused {
			focusEnd = len(lines)
		}
	}
	lines = append(lines, "", f.drawButton(width))
	if f.focus == len(f.Fields) {
		focusEnd = len(lines)
	}
	f.scroll = max(focusEnd-(f.height-2), 0)
	f.cursorX, f.cursorY = f.cursorX+2, f.cursorY-f.scroll+1
	body := strings.Join(lines[f.scroll:], "\n")
	body = widget.Fit(body, width, f.height-2)
	f.view = f.env.Look().Box(f.Title, indent(body), f.width, f.height)
}

func indent(block string) string { return " " + strings.ReplaceAll(block, "\n", " \n ") + " " }

func (f *Form) placeCursor(field Field, width, top int) {
	if field.Lines() {
		x, y, _ := field.Cursor(width)
		f.cursorX, f.cursorY = x, y+top+1
		return
	}
	x, y, _ := field.Cursor(width - f.headings(width))
	f.cursorX, f.cursorY = x+f.headings(width), y+top
}

func (f *Form) drawField(field Field, width int, focused bool) []string {
	look, s := f.env.Look(), f.env.Styles
	marker, style := "  ", s.Label
	if focused {
		marker, style = f.env.Glyphs.Cursor+" ", s.Choice
	}
	if field.Lines() {
		head := style.Render(widget.FitLine(marker+field.Heading(), width, ""))
		return append([]string{head}, strings.Split(field.View(look, width, focused), "\n")...)
	}
	headings := f.headings(width)
	lines := strings.Split(field.View(look, width-headings, focused), "\n")
	for i := range lines {
		head := widget.FitLine("", headings, "")
		if i == 0 {
			head = style.Render(widget.FitLine(marker+field.Heading(), headings-1, look.Glyphs.Ellipsis)) + " "
		}
		lines[i] = head + lines[i]
	}
	return lines
}

func (f *Form) drawButton(width int) string {
	style := f.env.Styles.Label
	if f.focus == len(f.Fields) {
		style = f.env.Styles.CursorRow
	}
	return strings.Repeat(" ", f.headings(width)) + style.Render(widget.FitLine("[ "+f.Button+" ]", min(width-f.headings(width), len(f.Button)+6), ""))
}

// mouse puts the focus on the field that was clicked, or presses the button.
func (f *Form) mouse(msg tea.MouseMsg) tea.Cmd {
	if msg.Button != tea.MouseButtonLeft || msg.Action != tea.MouseActionPress || msg.X < 0 || msg.X >= f.width {
		return nil
	}
	y := 1 + len(f.intro(f.inner())) - f.scroll
	for i, field := range f.Fields {
		height := f.fieldHeight(field, f.inner(), i == f.focus)
		if msg.Y >= y && msg.Y < y+height {
			f.focus = i
			return nil
		}
		y += height
	}
	if msg.Y == y+1 {
		return f.send()
	}
	return nil
}
