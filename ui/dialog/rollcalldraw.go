package dialog

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"beatbook/ui/keymap"
	"beatbook/ui/widget"
)

// tableTop is the line of the dialog at which the table begins.
const tableTop = 1

func (r *RollCall) mouse(msg tea.MouseMsg) {
	switch row, hit := r.table.Click(msg.Y - tableTop); {
	case msg.Button == tea.MouseButtonWheelUp:
		r.table.Move(-1)
	case msg.Button == tea.MouseButtonWheelDown:
		r.table.Move(1)
	case hit && msg.Button == tea.MouseButtonLeft && msg.Action == tea.MouseActionPress:
		r.table.SetCursor(row)
	}
}

// Size is what the dialog would like to have.
func (r *RollCall) Size(maxWidth, maxHeight int) (width, height int) {
	return min(formWidth, maxWidth), min(len(r.order)+5, maxHeight)
}

// Resize gives the dialog its size.
func (r *RollCall) Resize(width, height int) { r.width, r.height = width, height }

// Refresh draws anew.
func (r *RollCall) Refresh() {
	r.list()
	look, t, inner := r.env.Look(), r.env.Text, r.width-2
	r.table.Columns = []widget.Column{
		{Title: t.Patrol.Number, Width: 4, Right: true}, {Title: t.Desk.Unit, Width: 10, Flex: 1, Ends: true},
		{Title: t.Desk.Contact, Width: max(10, ansi.StringWidth(t.Desk.Contact)), Right: true}, {Title: t.Desk.Heard, Width: 10},
	}
	r.table.Row = r.row
	body := strings.Join([]string{r.table.View(look, inner, max(r.height-4, 1)), "", r.hint()}, "\n")
	r.view = look.Box(fmt.Sprintf(t.Desk.RollTitle, r.left, len(r.rows)), body, r.width, r.height)
}

func (r *RollCall) row(i int) widget.Row {
	c, t := r.rows[i], r.env.Text
	silent := int(max(r.env.Now.Sub(c.Contact.Last), 0) / time.Minute)
	cells := []widget.Cell{
		{Text: strconv.Itoa(c.number)}, {Text: r.name(c)}, {Text: fmt.Sprintf(t.Time.Minutes, silent)}, {},
	}
	if c.heard {
		cells[3].Text = r.env.Glyphs.Check + " " + t.Desk.Heard
		for k := range cells {
			cells[k].Style = &r.env.Styles.Dim
		}
	}
	return widget.Row{Cells: cells}
}

func (r *RollCall) hint() string {
	t, s := r.env.Text.Desk, r.env.Styles
	switch {
	case r.failed:
		return s.Error.Render(fmt.Sprintf(t.NoNumber, r.typed))
	case r.typed != "":
		return s.Value.Render(fmt.Sprintf(t.Typed, r.typed))
	}
	return s.Hint.Render(t.RollHint)
}

// View shows what Refresh has drawn.
func (r *RollCall) View() string { return r.view }

// Cursor is nowhere: digits are no text.
func (r *RollCall) Cursor() (x, y int, ok bool) { return 0, 0, false }

// Bindings are the keys that mean something now.
func (r *RollCall) Bindings() []key.Binding {
	keys, t := r.env.Keys.Picker, r.env.Text
	done := keymap.Meaning(keys.Cancel, t.Keys.Done)
	if r.left == 0 {
		return []key.Binding{keymap.Meaning(keys.Accept, t.Keys.Done), r.env.Keys.Desk.Undo, keys.Up, keys.Down, done}
	}
	return []key.Binding{
		keymap.Meaning(keys.Accept, t.Desk.KeyHeard), keymap.Meaning(keys.Digits, t.Desk.KeyHeard), r.env.Keys.Desk.Undo, keys.Up, keys.Down, done,
	}
}
