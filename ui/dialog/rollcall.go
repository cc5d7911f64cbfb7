package dialog

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/keymap"
	"beatbook/ui/screen"
	"beatbook/ui/widget"
)

// RollCall lists all units that are out, those first that have not answered. A unit keeps its number.
type RollCall struct {
	env    *screen.Env
	began  time.Time
	order  []string // shifts by their number, which counts from 1
	rows   []called
	left   int // that have not answered
	table  widget.Table
	typed  string // digits of a number
	failed bool   // there is no such number

	width, height int
	view          string
}

// called is a unit in the list.
type called struct {
	*model.BoardRow
	number int
	heard  bool
}

// oneDigit is the highest number for which one digit is enough.
const oneDigit = 9

// NewRollCall calls the units that are out, those first that were not heard of for longest.
func NewRollCall(env *screen.Env) *RollCall {
	out := slices.Clone(env.Desk.Board.Out)
	slices.SortStableFunc(out, func(a, b *model.BoardRow) int { return a.Contact.Last.Compare(b.Contact.Last) })
	r := &RollCall{env: env, began: env.Log.Stamp().At}
	for _, row := range out {
		r.order = append(r.order, row.Judged.Shift.ID)
	}
	r.list()
	return r
}

// list makes the rows. Whatever is heard of a unit after the beginning is an answer.
func (r *RollCall) list() {
	now := r.env.Log.Stamp().At
	var waiting, heard []called
	for i, id := range r.order {
		row, ok := r.env.Desk.Board.Row(id)
		if !ok || !row.Judged.Shift.Open() {
			continue
		}
		if r.answered(row, now) {
			heard = append(heard, called{row, i + 1, true})
		} else {
			waiting = append(waiting, called{row, i + 1, false})
		}
	}
	r.left, r.rows = len(waiting), slices.Concat(waiting, heard)
	r.table.Rows = len(r.rows)
	r.table.SetCursor(r.table.Cursor())
}

func (r *RollCall) answered(row *model.BoardRow, now time.Time) bool {
	for _, sign := range slices.Backward(row.Judged.Shift.Heard) {
		if sign.Before(r.began) {
			return false
		}
		if !sign.After(now) {
			return true
		}
	}
	return false
}

// Update takes keys and the mouse.
func (r *RollCall) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return r.key(msg)
	case tea.MouseMsg:
		r.mouse(msg)
	}
	return nil
}

func (r *RollCall) key(k tea.KeyMsg) tea.Cmd {
	keys := r.env.Keys.Picker
	r.failed = false
	digit, isDigit := keymap.Digit(k.String())
	switch {
	case isDigit && len(r.order) <= oneDigit:
		return r.hearNumber(digit)
	case isDigit:
		r.typed += k.String()
	case k.Type == tea.KeyBackspace && r.typed != "":
		r.typed = r.typed[:len(r.typed)-1]
	case key.Matches(k, keys.Accept) && r.typed != "":
		number, _ := strconv.Atoi(r.typed)
		return r.hearNumber(number)
	case key.Matches(k, keys.Accept):
		return r.hearUnder()
	case key.Matches(k, keys.Cancel) && r.typed != "":
		r.typed = ""
	case key.Matches(k, keys.Cancel):
		r.end()
	default:
		screen.MoveCursor(&r.table, k, r.env.Keys.Move)
	}
	return nil
}

func (r *RollCall) hearNumber(number int) tea.Cmd {
	for _, c := range r.rows {
		if c.number == number {
			r.typed = ""
			return r.hear(c)
		}
	}
	r.failed = true
	r.typed = strconv.Itoa(number)
	return nil
}

func (r *RollCall) hearUnder() tea.Cmd {
	if at := r.table.Cursor(); at >= 0 {
		return r.hear(r.rows[at])
	}
	return nil
}

// hear records that the unit has answered, once.
func (r *RollCall) hear(c called) tea.Cmd {
	if c.heard {
		return nil
	}
	shift := c.Judged.Shift
	_, write, err := r.env.RecordFor(shift, model.HearUnit{Shift: shift.ID})
	if err != nil {
		r.env.Notify(screen.Failure, r.env.Text.Error(err))
	}
	r.list()
	return write
}

// end says what came of it.
func (r *RollCall) end() {
	r.env.Close(r)
	t := r.env.Text
	if r.left == 0 {
		r.env.Notify(screen.Info, fmt.Sprintf(t.Desk.RollAll, len(r.rows)))
		return
	}
	names := wordsOf(r.rows[:r.left], r.name)
	said := fmt.Sprintf(t.Desk.RollLeft, len(r.rows)-r.left, len(r.rows), strings.Join(names, t.App.ListJoin))
	r.env.Notify(screen.Warning, said)
}

func (r *RollCall) name(c called) string { return c.Judged.Shift.Unit.Callsign.In(r.env.Lang) }

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
		{Title: t.Desk.Contact, Width: 10, Right: true}, {Title: t.Desk.Heard, Width: 10},
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
	return []key.Binding{keymap.Meaning(keys.Accept, t.Desk.KeyHeard), keymap.Meaning(keys.Digits, t.Desk.KeyHeard), keys.Up, keys.Down, keymap.Meaning(keys.Cancel, t.Keys.Done)}
}
