package dialog

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/lookup"
	"beatbook/ui/screen"
	"beatbook/ui/widget"
)

// Find looks for something of the plan by any part of its names or its id, or by its number.
type Find struct {
	env   *screen.Env
	title string
	names string // heading of the names
	pick  func(id string) tea.Cmd
	among []Choice
	field *widget.Field
	table widget.Table
	found []Choice

	width, height int
	view          string
}

// Choice is something that can be found.
type Choice struct {
	lookup.Entry
	Kind string // in words
}

// NewFind looks for a checkpoint of the shift and gives its id to pick.
func NewFind(env *screen.Env, pick func(checkpoint string)) *Find {
	return NewFindIn(env, env.Shift().Plan.Checkpoints, pick)
}

// NewFindIn looks for one of the checkpoints and gives its id to pick.
func NewFindIn(env *screen.Env, among []model.Checkpoint, pick func(checkpoint string)) *Find {
	choices := make([]Choice, len(among))
	for i, c := range among {
		choices[i] = Choice{lookup.Entry{ID: c.ID, Name: c.Name}, env.Text.PlaceKind(c.Kind)}
	}
	return NewFindAmong(env, env.Text.Keys.Find, env.Text.Patrol.Name, choices, func(id string) tea.Cmd {
		pick(id)
		return nil
	})
}

// NewFindAmong looks among choices, under a title and a heading for their names, and gives the id of one to pick.
func NewFindAmong(env *screen.Env, title, names string, among []Choice, pick func(id string) tea.Cmd) *Find {
	f := &Find{env: env, title: title, names: names, pick: pick, among: among, field: widget.NewField("", lineLimit)}
	f.search()
	return f
}

func (f *Find) search() {
	f.found = f.found[:0]
	sought := strings.ToLower(strings.TrimSpace(f.field.Value()))
	for _, c := range f.among {
		if sought != "" && f.number(c) == sought {
			f.found = []Choice{c}
			break
		}
		for _, name := range []string{c.Name.ZH, c.Name.EN, c.ID} {
			if strings.Contains(strings.ToLower(name), sought) {
				f.found = append(f.found, c)
				break
			}
		}
	}
	f.table.Rows = len(f.found)
	f.table.SetCursor(0)
}

// number is empty for what has none.
func (f *Find) number(c Choice) string {
	if c.Number == 0 {
		return ""
	}
	return strconv.Itoa(c.Number)
}

// Update takes keys and clicks.
func (f *Find) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return f.key(msg)
	case tea.MouseMsg:
		if row, ok := f.table.Click(msg.Y - 2); ok && msg.Button == tea.MouseButtonLeft && msg.Action == tea.MouseActionPress {
			f.table.SetCursor(row)
			return f.accept()
		}
	}
	return nil
}

func (f *Find) key(k tea.KeyMsg) tea.Cmd {
	keys := f.env.Keys.Picker
	switch {
	case key.Matches(k, keys.Cancel):
		f.env.Close(f)
	case key.Matches(k, keys.Accept):
		return f.accept()
	case key.Matches(k, keys.Up):
		f.table.Move(-1)
	case key.Matches(k, keys.Down):
		f.table.Move(1)
	default:
		if f.field.Update(k) {
			f.search()
		}
	}
	return nil
}

func (f *Find) accept() tea.Cmd {
	row := f.table.Cursor()
	if row < 0 {
		return nil
	}
	f.env.Close(f)
	return f.pick(f.found[row].ID)
}

// Size is what the dialog would like to have.
func (f *Find) Size(maxWidth, maxHeight int) (width, height int) {
	return min(formWidth, maxWidth), min(len(f.among)+5, maxHeight)
}

// Resize gives the dialog its size.
func (f *Find) Resize(width, height int) { f.width, f.height = width, height }

// Refresh draws anew.
func (f *Find) Refresh() {
	look, inner := f.env.Look(), f.width-2
	f.table.Columns = []widget.Column{{Title: f.names, Flex: 2}, {Title: f.env.Text.Patrol.Kind, Width: 13}}
	f.table.Row = func(i int) widget.Row {
		c := f.found[i]
		name := strings.TrimSpace(f.number(c) + " " + cmp.Or(c.Name.In(f.env.Lang), c.ID))
		return widget.Row{Cells: []widget.Cell{{Text: name}, {Text: c.Kind}}}
	}
	body := f.field.View(look, inner, true) + "\n" + f.table.View(look, inner, f.height-3)
	f.view = look.Box(f.title, body, f.width, f.height)
}

// View shows what Refresh has drawn.
func (f *Find) View() string { return f.view }

// Cursor is in the text that is looked for.
func (f *Find) Cursor() (x, y int, ok bool) { return f.field.CursorX(f.width-2) + 1, 1, true }

// Bindings are the keys that mean something now.
func (f *Find) Bindings() []key.Binding {
	keys := f.env.Keys.Picker
	return []key.Binding{keys.Accept, keys.Up, keys.Down, keys.Cancel}
}
