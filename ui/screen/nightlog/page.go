// Package nightlog is the log screen: what was recorded tonight or in an earlier night, in order, and a search in it.
package nightlog

import (
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/keymap"
	"beatbook/ui/screen"
	"beatbook/ui/widget"
)

// Page shows one night, a line for each record, and the selected record in full.
type Page struct {
	env     *screen.Env
	table   widget.Table
	tonight *chronicle // the night in hand
	past    *chronicle // an earlier night, shown in place of tonight; nil: none
	shown   *chronicle
	rows    []row
	stale   bool // the rows have to be chosen anew
	follow  bool // the newest record, as long as the cursor is at the end
	walk    walk
	search  search
	unit    string // in hand at the desk when the page was opened, and so looked for; empty: none
	panel   panel

	zone          *time.Location // that times are shown in
	width, height int
	view          string
}

// row is a line of the table. Below the night that is shown come the hits in earlier ones.
type row struct {
	*line
	in *chronicle
}

// New makes the page.
func New(env *screen.Env) *Page { return &Page{env: env, follow: true} }

// Resize gives the page its size.
func (p *Page) Resize(width, height int) { p.width, p.height = width, height }

// Update takes keys, the mouse, and the answers to the page's own commands.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return p.key(msg)
	case tea.MouseMsg:
		p.mouse(msg)
	case nightRead:
		p.nightRead(msg)
	case lookedBack:
		p.lookedBack(msg)
	case screen.Settled:
		p.settled(msg.Record)
	}
	return nil
}

// Refresh draws anew.
func (p *Page) Refresh() {
	p.zone = p.env.Zone()
	p.lookForUnit()
	p.bringUpToDate()
	p.arrange()
	p.view = p.draw()
}

// lookForUnit looks for the unit whose patrol is open at the desk: a night there is that of many. Esc shows all of it.
func (p *Page) lookForUnit() {
	shift := p.env.Shift()
	if p.env.Desk == nil || shift == nil || shift.Unit.ID == p.unit {
		return
	}
	p.unit = shift.Unit.ID
	p.search.LookFor(shift.Unit.Callsign.In(p.env.Lang))
	p.sought()
}

// bringUpToDate takes in what has changed in the nights.
func (p *Page) bringUpToDate() {
	if p.tonight == nil || p.tonight.night != p.env.Night {
		p.tonight = newChronicle(p.env.Night, p.env.Now)
	}
	if night := p.night(); p.shown != night {
		p.shown = night
		p.begin()
	}
	if p.shown.update(p.env.Now) {
		p.stale = true
	}
	for _, s := range p.search.nights {
		if s.update(s.judgedAt) {
			p.stale = true
		}
	}
	if p.stale {
		p.choose()
	}
}

// night is the one to be shown.
func (p *Page) night() *chronicle {
	if p.past != nil {
		return p.past
	}
	return p.tonight
}

// begin takes up another night, at its newest line.
func (p *Page) begin() {
	p.search.forget()
	p.stale, p.follow = true, true
}

// choose fills the rows with what the search lets through, and keeps the cursor on its record.
func (p *Page) choose() {
	p.stale = false
	selected := p.selected()
	rows := make([]row, 0, len(p.shown.lines))
	for _, s := range p.chronicles() {
		for _, l := range s.lines {
			if p.search.hits(l) {
				rows = append(rows, row{l, s})
			}
		}
	}
	p.rows, p.table.Rows = rows, len(rows)
	p.panel.version++
	if p.follow {
		p.table.SetCursor(len(rows) - 1)
		return
	}
	p.table.SetCursor(p.table.Cursor())
	for i, r := range rows {
		if selected.line != nil && r.ID == selected.ID {
			p.table.SetCursor(i)
		}
	}
}

// chronicles are the nights of the rows, the one that is shown first.
func (p *Page) chronicles() []*chronicle { return append([]*chronicle{p.shown}, p.search.nights...) }

// selected is the row under the cursor; its line is nil where there is none.
func (p *Page) selected() row {
	if i := p.table.Cursor(); i >= 0 && i < len(p.rows) {
		return p.rows[i]
	}
	return row{}
}

// settled folds a record into the earlier nights on the screen; the session does so with the night in hand.
func (p *Page) settled(record model.Record) {
	if p.past != nil {
		p.past.night.Apply(record)
	}
	for _, s := range p.search.nights {
		s.night.Apply(record)
	}
}

// View shows what Refresh has drawn.
func (p *Page) View() string { return p.view }

// Cursor is in the search field while something is typed.
func (p *Page) Cursor() (x, y int, ok bool) {
	if !p.search.Typing() {
		return 0, 0, false
	}
	return p.search.CursorX(p.width, p.env.Text.Log.SearchPrompt, p.count()), p.height - 1, true
}

// Bindings are the keys that mean something now.
func (p *Page) Bindings() []key.Binding {
	keys, t := p.env.Keys, p.env.Text.Log
	if p.search.Typing() {
		return []key.Binding{keymap.Meaning(keys.Picker.Accept, t.Keep), keymap.Meaning(keys.Picker.Cancel, t.Clear), keys.Picker.Up, keys.Picker.Down}
	}
	bindings := []key.Binding{keys.Log.Back, keys.Log.Earlier, keys.Log.Later, keys.Log.Tonight, keys.Log.Search}
	switch {
	case p.search.Sought != "":
		bindings[0] = keymap.Meaning(keys.Log.Back, t.Clear)
		bindings = append(bindings, keys.Log.More)
	case p.panel.More():
		bindings = append(bindings, keymap.Meaning(keys.Log.More, t.ReadOn))
	}
	return append(bindings, keys.Move.Bindings()...)
}
