// Package desk is the board of the duty desk: every shift that is out, the alerts above them, and the newest records.
package desk

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/keymap"
	"beatbook/ui/screen"
	"beatbook/ui/widget"
)

// Page shows a row for each shift that is out and passes the filter.
type Page struct {
	env      *screen.Env
	table    widget.Table
	rows     []*model.BoardRow // that pass
	selected string            // id of the shift under the cursor, which it stays on
	filter   filter
	alerts   alerts
	feed     feed
	hazards  map[string]int // open ones by checkpoint
	bell     bell
	line     line

	known         int  // changes that the feed and the hazards have taken in
	stale         bool // they have to be gathered anew all the same
	width, height int
	view          string
}

// New makes the page. The session of the environment is that of a desk.
func New(env *screen.Env) *Page {
	p := &Page{env: env, stale: true, line: newLine(env.Drafts[lineDraft])}
	p.alerts.table.HideCursor()
	p.feed.table.HideCursor()
	return p
}

// Resize gives the page its size.
func (p *Page) Resize(width, height int) { p.width, p.height = width, height }

// Update takes keys and the mouse.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		cmd := p.key(msg)
		p.keepLine()
		return cmd
	case tea.MouseMsg:
		p.mouse(msg)
	case screen.Settled:
		p.stale = true
	}
	return nil
}

// Refresh draws anew.
func (p *Page) Refresh() {
	p.gather()
	p.alerts.take(p.env.Desk.Board.Alerts, p.env.Log.Stamp().At)
	p.choose()
	p.fillLine()
	p.view = p.draw()
}

// gather takes in what has changed in the records. It is left out where nothing has: it goes through all of them.
func (p *Page) gather() {
	changes := p.env.Changes()
	if changes == p.known && !p.stale {
		return
	}
	p.known, p.stale, p.line.desk = changes, false, nil
	p.feed.gather(p.env)
	p.hazards = map[string]int{}
	for _, h := range p.env.Hazards.Open("", p.env.Now) {
		p.hazards[h.Checkpoint]++
	}
}

// choose fills the rows with what passes the filter, and keeps the cursor on its shift.
func (p *Page) choose() {
	p.rows = p.filter.passing(p.env.Desk.Board.Out)
	p.table.Rows = len(p.rows)
	at := p.table.Cursor()
	if i := slices.IndexFunc(p.rows, func(r *model.BoardRow) bool { return r.Judged.Shift.ID == p.selected }); i >= 0 {
		at = i
	}
	p.table.SetCursor(at)
	p.moved()
}

// moved takes note of the shift that the cursor stands on now.
func (p *Page) moved() {
	p.selected = ""
	if shift := p.under(); shift != nil {
		p.selected = shift.ID
	}
}

// under is the shift under the cursor of the board, nil where there is none.
func (p *Page) under() *model.Shift {
	if i := p.table.Cursor(); i >= 0 && i < len(p.rows) {
		return p.rows[i].Judged.Shift
	}
	return nil
}

// Bell reports whether the bell is to ring now, once for all that is new, and takes note that it does. It goes on while
// another page is in sight.
func (p *Page) Bell() bool { return p.bell.rings(p.env.Desk.Board.Alerts, p.env.Now) }

// Unsent is what stands on the line and was not recorded.
func (p *Page) Unsent() string { return strings.TrimSpace(p.line.field.Value()) }

// View shows what Refresh has drawn.
func (p *Page) View() string { return p.view }

// Cursor is in the line for reports or in the field of the filter while it is typed.
func (p *Page) Cursor() (x, y int, ok bool) {
	switch {
	case p.line.open:
		prompt, width := p.linePrompt()
		return prompt + p.line.field.CursorX(width), p.height - 1, true
	case p.filter.Typing():
		return p.filter.CursorX(p.width, p.env.Text.Desk.FilterPrompt, p.count()), p.height - 1, true
	}
	return 0, 0, false
}

// Bindings are the keys that mean something now.
func (p *Page) Bindings() []key.Binding {
	keys, t := p.env.Keys, p.env.Text
	switch {
	case p.line.open:
		return p.lineBindings()
	case p.filter.Typing():
		return []key.Binding{
			keymap.Meaning(keys.Picker.Accept, t.Hazard.KeyKeep), keymap.Meaning(keys.Picker.Cancel, t.Hazard.KeyClear), keys.Picker.Up, keys.Picker.Down,
		}
	}
	bindings := append(keys.Desk.Bindings(), keys.Move.Bindings()...)
	bindings = slices.DeleteFunc(bindings, func(b key.Binding) bool { return b.Help() == keys.Desk.Clear.Help() })
	if p.filter.Sought != "" {
		bindings = slices.Insert(bindings, 1, keys.Desk.Clear)
	}
	if p.alerts.focused {
		at := slices.IndexFunc(bindings, func(b key.Binding) bool { return b.Help() == keys.Desk.Switch.Help() })
		bindings[at] = keymap.Meaning(keys.Desk.Switch, t.Desk.KeyBoard)
	}
	return bindings
}
