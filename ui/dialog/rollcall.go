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
	left   int    // that have not answered
	marks  []mark // that count, in the order in which they were made
	table  widget.Table
	typed  string // digits of a number
	failed bool   // there is no such number

	width, height int
	view          string
}

// mark is a record that a unit has answered, made here.
type mark struct {
	shift  *model.Shift
	record model.Record
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
	case key.Matches(k, r.env.Keys.Desk.Undo), k.Type == tea.KeyBackspace:
		return r.takeBack(len(r.marks) - 1)
	case key.Matches(k, keys.Accept) && r.typed != "":
		number, _ := strconv.Atoi(r.typed)
		return r.hearNumber(number)
	case key.Matches(k, keys.Accept) && r.left > 0:
		return r.hearUnder()
	case key.Matches(k, keys.Cancel) && r.typed != "":
		r.typed = ""
	case key.Matches(k, keys.Cancel), key.Matches(k, keys.Accept):
		return r.end()
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

// hear records that the unit has answered, once. The same key once more takes that back.
func (r *RollCall) hear(c called) tea.Cmd {
	shift := c.Judged.Shift
	if c.heard {
		at := slices.IndexFunc(r.marks, func(m mark) bool { return m.shift.ID == shift.ID })
		if at >= 0 && r.env.Log.Stamp().At.Sub(r.marks[at].record.At).Abs() < echoTime {
			return nil
		}
		return r.takeBack(at)
	}
	record, write, err := r.env.RecordFor(shift, model.HearUnit{Shift: shift.ID})
	if err != nil {
		r.env.Notify(screen.Failure, r.env.Text.Error(err))
	} else {
		r.marks = append(r.marks, mark{shift, record})
	}
	r.list()
	if r.left > 0 { // on to one that has not answered
		r.table.SetCursor(min(r.table.Cursor(), r.left-1))
	}
	return write
}

// echoTime is how long the key that marked a unit does not take that back: the second tap of a gloved finger.
const echoTime = time.Second

// takeBack withdraws a mark that is still fresh; -1 for none.
func (r *RollCall) takeBack(at int) tea.Cmd {
	t := r.env.Text
	if at < 0 || r.env.Log.Stamp().At.Sub(r.marks[at].record.At) > model.UndoTime {
		r.env.Notify(screen.Warning, t.Patrol.NothingToUndo)
		return nil
	}
	shift := r.marks[at].shift
	record, write, err := r.env.RecordFor(shift, model.Withdraw{Shift: shift.ID, Of: r.marks[at].record.ID})
	if err != nil {
		r.env.Notify(screen.Failure, t.Error(err))
		return nil
	}
	r.marks = slices.Delete(r.marks, at, at+1)
	r.env.Announce(record, fmt.Sprintf(t.Patrol.Undone, shift.Unit.Callsign.In(r.env.Lang)+" "+t.Desk.Heard))
	r.list()
	return write
}

// end records what came of it and says so. Where nobody has answered it may have been opened by mistake: it asks.
func (r *RollCall) end() tea.Cmd {
	r.env.Close(r)
	t := r.env.Text.Desk
	switch {
	case len(r.rows) == 0:
		return nil
	case r.left == len(r.rows):
		question := fmt.Sprintf(t.RollNobody, r.left)
		r.env.Open(NewAsk(r.env, t.RollRecord, question, r.record))
		return nil
	}
	return r.record()
}

func (r *RollCall) record() tea.Cmd {
	t, silent := r.env.Text, r.rows[:r.left]
	record, write, err := r.env.Record(model.CallRoll{
		Plan: r.env.Plan, Operator: r.env.Desk.Operator, Began: r.began,
		Heard: shiftsOf(r.rows[r.left:]), Silent: shiftsOf(silent),
	})
	said := fmt.Sprintf(t.Desk.RollAll, len(r.rows))
	if r.left > 0 {
		names := strings.Join(wordsOf(silent, r.name), t.App.ListJoin)
		said = fmt.Sprintf(t.Desk.RollLeft, len(r.rows)-r.left, len(r.rows), names)
	}
	if err != nil {
		r.env.Notify(screen.Failure, t.Error(err))
		return nil
	}
	r.env.Announce(record, said)
	return write
}

func shiftsOf(rows []called) []*model.Shift {
	shifts := make([]*model.Shift, len(rows))
	for i, c := range rows {
		shifts[i] = c.Judged.Shift
	}
	return shifts
}

func (r *RollCall) name(c called) string { return c.Judged.Shift.Unit.Callsign.In(r.env.Lang) }
