package desk

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/lipgloss"

	"beatbook/model"
	"beatbook/ui/widget"
)

// alerts are those that nobody has acknowledged, with a cursor of their own.
type alerts struct {
	table    widget.Table
	list     []model.Alert
	selected model.Alert // the one that keys are about, which the cursor stays on; its shift is nil where there is none
	focused  bool
	pushed   time.Time // when another one last took the place of that
	seen     time.Time // when one was last acknowledged by hand
}

// focus gives the keys to the alerts or takes them away. Without them there is no cursor, and the first is the one that
// keys are about.
func (a *alerts) focus(on bool) {
	if a.focused == on {
		return
	}
	a.focused = on
	a.table = widget.Table{Rows: len(a.list)}
	if !on {
		a.table.HideCursor()
	}
	a.moved()
}

// take shows the alerts, and keeps the cursor on its own.
func (a *alerts) take(list []model.Alert, now time.Time) {
	a.list, a.table.Rows = list, len(list)
	if len(list) == 0 {
		a.focus(false)
	}
	before := a.selected
	at := slices.IndexFunc(list, func(l model.Alert) bool { return sameSubject(before, l) })
	switch {
	case a.focused && at >= 0:
		a.table.SetCursor(at)
	case a.focused:
		a.table.SetCursor(a.table.Cursor())
	case at > 0, before.Shift == nil && len(list) > 0:
		a.pushed = now
	}
	a.moved()
}

// sameSubject reports whether two alerts are about the same thing, though one may be graver than the other.
func sameSubject(a, b model.Alert) bool {
	switch {
	case a.Shift == nil || a.Shift.ID != b.Shift.ID:
		return false
	case a.Round > 0:
		return a.Round == b.Round && a.Checkpoint == b.Checkpoint
	case a.Kind == model.OutOfContact:
		return a.Kind == b.Kind && a.Since.Equal(b.Since)
	}
	return a.Key == b.Key
}

// moved takes note of the alert that keys are about now.
func (a *alerts) moved() { a.selected, _ = a.under() }

// settling is how long an alert that has just come up is not taken for the one that a key was meant for, and echo how long
// the key is not heard again after it acknowledged one: the second tap of a gloved finger is about an alert that nobody read.
const (
	settling = 700 * time.Millisecond
	echo     = time.Second
)

// under is the alert that keys are about.
func (a *alerts) under() (model.Alert, bool) {
	at := 0
	if a.focused {
		at = a.table.Cursor()
	}
	if at < 0 || at >= len(a.list) {
		return model.Alert{}, false
	}
	return a.list[at], true
}

// height is how many lines they take: up to a third of the page, and what is not needed below them.
func (a *alerts) height(page, below int) int {
	if len(a.list) == 0 {
		return 0
	}
	return min(len(a.list)+1, max(page/3, page-below, 2))
}

// drawAlerts draws them in so many lines, the heading included, which says how many more there are.
func (p *Page) drawAlerts(height int) string {
	t, look := p.env.Text, p.env.Look()
	about := t.Desk.About
	if more := len(p.alerts.list) - (height - 1); more > 0 {
		about += "  " + look.Glyphs.Ellipsis + " " + fmt.Sprintf(t.App.More, more)
	}
	p.alerts.table.Columns = []widget.Column{
		{Title: fmt.Sprintf(t.Desk.Alerts, len(p.alerts.list)), Width: markWidth + widest(t.Desk.Kinds)},
		{Title: t.Desk.Unit, Width: 10, Flex: 1, Ends: true},
		{Title: about, Width: 14, Flex: 3},
		{Title: t.Desk.For, Width: p.standingWidth()},
	}
	p.alerts.table.Row = func(i int) widget.Row { return p.alertRow(p.alerts.list[i]) }
	return p.alerts.table.View(look, p.width, height)
}

func (p *Page) alertRow(a model.Alert) widget.Row {
	cells := []widget.Cell{
		{Text: widget.FitLine(p.markOf(a), markWidth, "") + p.env.Text.AlertKind(a.Kind)},
		{Text: a.Shift.Unit.Callsign.In(p.env.Lang)},
		{Text: p.about(a)},
		{Text: p.standing(a)},
	}
	style := p.alertStyle(a)
	for i := range cells {
		cells[i].Style = &style
	}
	return widget.Row{Cells: cells}
}

const markWidth = 4 // of a mark with a blank behind it

// markOf stands before an alert.
func (p *Page) markOf(a model.Alert) string {
	switch {
	case !a.Passed.IsZero():
		return p.env.Glyphs.Bullet
	case a.Kind == model.OutOfContact:
		return contactMark(a.Level)
	case a.Kind == model.CallMissed:
		return p.env.Glyphs.Cross
	case a.Kind == model.ClockOff:
		return "?"
	}
	return "!"
}

// contactMark is as long as the unit has not been heard of.
func contactMark(level int) string { return strings.Repeat("!", level) }

func (p *Page) alertStyle(a model.Alert) lipgloss.Style {
	s := p.env.Styles
	switch {
	case !a.Passed.IsZero():
		return s.Dim
	case a.Kind == model.OutOfContact:
		return p.contactStyle(a.Level)
	case a.Kind == model.CallMissed:
		return s.State(model.Missed)
	case a.Kind == model.CallOverdue:
		return s.State(model.Overdue)
	}
	return s.Mark
}

func (p *Page) contactStyle(level int) lipgloss.Style {
	switch level {
	case 0:
		return p.env.Styles.Row
	case model.MaxContactLevel:
		return p.env.Styles.Error
	}
	return p.env.Styles.Warning
}

// about is the call with the time it was due, or when the unit was last heard of.
func (p *Page) about(a model.Alert) string {
	t := p.env.Text.Desk
	switch {
	case a.Checkpoint != "":
		return fmt.Sprintf(t.Due, p.env.HHMM(p.dueOf(a)), p.placeName(a.Shift, a.Checkpoint))
	case a.Kind == model.OutOfContact:
		return fmt.Sprintf(t.LastHeard, p.clock(a.Since), int(a.Shift.Route.ContactLimit()/time.Minute))
	}
	return p.clock(a.Since)
}

// clock is the time of day, with its date where that is of another night than the present one.
func (p *Page) clock(t time.Time) string {
	if p.env.Plan.Night(t) == p.env.Plan.Night(p.env.Now) {
		return p.env.HHMM(t)
	}
	return t.In(p.env.Zone()).Format("01-02 15:04")
}

// dueOf is when the call was due.
func (p *Page) dueOf(a model.Alert) time.Time {
	row, ok := p.env.Desk.Board.Row(a.Shift.ID)
	if !ok || a.Round == 0 {
		return a.Since
	}
	for _, c := range row.Judged.Calls {
		if c.Round == a.Round && c.Checkpoint == a.Checkpoint {
			return c.Due()
		}
	}
	return a.Since
}

// standing is for how long and how badly, or when it has passed.
func (p *Page) standing(a model.Alert) string {
	if !a.Passed.IsZero() {
		return fmt.Sprintf(p.env.Text.Desk.Passed, p.clock(a.Passed))
	}
	if a.Kind == model.OutOfContact {
		return p.over(model.Contact{Last: a.Since, Limit: a.Shift.Route.ContactLimit()})
	}
	return p.minutes(a.Since)
}
