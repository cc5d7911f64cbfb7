package dialog

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/widget"
)

// Find looks for a checkpoint of the plan by any part of its names or its id.
type Find struct {
	env   *screen.Env
	pick  func(checkpoint string)
	among []model.Checkpoint
	field *widget.Field
	table widget.Table
	found []model.Checkpoint

	width, height int
	view          string
}

// NewFind looks for a checkpoint and gives its id to pick.
func NewFind(env *screen.Env, pick func(checkpoint string)) *Find {
	f := &Find{env: env, pick: pick, among: env.Shift().Plan.Checkpoints, field: widget.NewField("", lineLimit)}
	f.search()
	return f
}

func (f *Find) search() {
	f.found = f.found[:0]
	sought := strings.ToLower(strings.TrimSpace(f.field.Value()))
	for _, c := range f.among {
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

// Update takes keys and clicks.
func (f *Find) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		f.key(msg)
	case tea.MouseMsg:
		if row, ok := f.table.Click(msg.Y - 2); ok && msg.Button == tea.MouseButtonLeft && msg.Action == tea.MouseActionPress {
			f.table.SetCursor(row)
			f.accept()
		}
	}
	return nil
}

func (f *Find) key(k tea.KeyMsg) {
	keys := f.env.Keys.Picker
	switch {
	case key.Matches(k, keys.Cancel):
		f.env.Close(f)
	case key.Matches(k, keys.Accept):
		f.accept()
	case key.Matches(k, keys.Up):
		f.table.Move(-1)
	case key.Matches(k, keys.Down):
		f.table.Move(1)
	default:
		if f.field.Update(k) {
			f.search()
		}
	}
}

func (f *Find) accept() {
	if row := f.table.Cursor(); row >= 0 {
		f.env.Close(f)
		f.pick(f.found[row].ID)
	}
}

// Size is what the dialog would like to have.
func (f *Find) Size(maxWidth, maxHeight int) (width, height int) {
	return min(formWidth, maxWidth), min(len(f.among)+5, maxHeight)
}

// Resize gives the dialog its size.
func (f *Find) Resize(width, height int) { f.width, f.height = width, height }

// Refresh draws anew.
func (f *Find) Refresh() {
	look, t, inner := f.env.Look(), f.env.Text, f.width-2
	f.table.Columns = []widget.Column{{Title: t.Patrol.Name, Flex: 2}, {Title: t.Patrol.Kind, Width: 13}}
	f.table.Row = func(i int) widget.Row {
		c := f.found[i]
		return widget.Row{Cells: []widget.Cell{{Text: c.Name.In(f.env.Lang)}, {Text: t.PlaceKind(c.Kind)}}}
	}
	body := f.field.View(look, inner, true) + "\n" + f.table.View(look, inner, f.height-3)
	f.view = look.Box(t.Keys.Find, body, f.width, f.height)
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
