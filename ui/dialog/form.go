// Package dialog holds what opens above a page: forms, lists to pick from, the help.
package dialog

import (
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/ui/screen"
	"beatbook/ui/widget"
)

// Form is a few fields and a button. What was typed stays until it has been sent or is given up, and outlasts the program.
type Form struct {
	env    *screen.Env
	Title  string
	Intro  []string // above the fields
	Fields []Field
	Button string
	// Hidden reports whether a field makes no sense beside what the others say now; may be nil.
	Hidden func(Field) bool
	// Send does what the form is for; an error is shown in the form, which stays.
	Send func() (tea.Cmd, error)
	// Changed is called after each change of a field; may be nil.
	Changed func()
	// GivenUp is called after the form was closed without being sent; may be nil.
	GivenUp func()
	// Lasting are the fields of which a text waits for the next time even where the form is given up.
	Lasting []Field
	// Page is set where the form is a page of its own and cannot be closed.
	Page bool

	of            string   // the form and what it is about
	given         []string // values of the fields at first
	focus         int      // among those shown; behind them: the button
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
	// Fill puts a Value back, as far as it can still be had.
	Fill(value string)
}

// NewForm makes a form with the focus on a field, or on the button for -1. What was typed into the same form about the same
// thing, and neither sent nor given up, is there again: of names both, in no language, as "note" and the id of a check-in
// do.
func NewForm(env *screen.Env, of string, f Form, focus int) *Form {
	f.env, f.of = env, of
	f.restore()
	f.focus = focus
	if focus < 0 {
		f.focus = len(f.shown())
	}
	return &f
}

// shown are the fields that are not hidden.
func (f *Form) shown() []Field {
	if f.Hidden == nil {
		return f.Fields
	}
	return slices.DeleteFunc(slices.Clone(f.Fields), f.Hidden)
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
		f.changed()
		return nil
	}
	rows := len(f.shown()) + 1
	switch {
	case key.Matches(k, keys.Send):
		return f.send()
	case key.Matches(k, keys.Back) && !f.Page:
		f.giveUp()
	case key.Matches(k, keys.Next):
		f.focus = (f.focus + 1) % rows
	case key.Matches(k, keys.Prev):
		f.focus = (f.focus + rows - 1) % rows
	case key.Matches(k, keys.Accept):
		return f.accept()
	}
	return nil
}

// changed follows a change of a field.
func (f *Form) changed() {
	defer f.keep() // whatever happens
	f.failure = ""
	if f.Changed != nil {
		f.Changed()
	}
}

// accept is Enter: the button, a list or the last field sends, from a text it goes on to the next field.
func (f *Form) accept() tea.Cmd {
	if field := f.field(); field != nil {
		if _, _, text := field.Cursor(f.inner()); text && len(f.shown()) > 1 {
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
	if f.Page {
		f.Forget()
	}
	f.env.Close(f)
	return cmd
}

// field with the focus, nil for the button.
func (f *Form) field() Field {
	if fields := f.shown(); f.focus < len(fields) {
		return fields[f.focus]
	}
	return nil
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
			if _, ok := field.(*YesNo); ok {
				bindings = []key.Binding{keys.YesNo, keys.Next, keys.Prev, keys.Send}
			}
		}
	}
	if f.Page {
		return bindings
	}
	return append(bindings, keys.Back)
}

// mouse puts the focus on the field that was clicked, or presses the button.
func (f *Form) mouse(msg tea.MouseMsg) tea.Cmd {
	if msg.Button != tea.MouseButtonLeft || msg.Action != tea.MouseActionPress || msg.X < 0 || msg.X >= f.width {
		return nil
	}
	y := 1 + len(f.intro(f.inner())) - f.scroll
	for i, field := range f.shown() {
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
