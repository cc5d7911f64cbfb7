// Package hazards is the hazards screen: what is unsafe, the overdue ones first, and the story of each.
package hazards

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/keymap"
	"beatbook/ui/screen"
	"beatbook/ui/widget"
)

// Page shows the hazards that pass the filters, a line for each, and the selected one in full.
type Page struct {
	env      *screen.Env
	table    widget.Table
	list     []model.Hazard // all of them, in the order of the model
	rows     []model.Hazard // those that pass
	selected string         // id of the hazard under the cursor, which it stays on
	filter   filter
	panel    widget.Reader // the hazard under the cursor in full

	width, height int
	view          string
}

// New makes the page.
func New(env *screen.Env) *Page { return &Page{env: env} }

// Resize gives the page its size.
func (p *Page) Resize(width, height int) { p.width, p.height = width, height }

// Update takes keys and the mouse.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		p.key(msg)
	case tea.MouseMsg:
		p.mouse(msg)
	}
	return nil
}

// Refresh draws anew.
func (p *Page) Refresh() {
	p.list = p.env.Hazards.List(p.env.Now)
	p.choose()
	p.arrange()
	p.view = p.draw()
}

// choose fills the rows with what passes the filters, and keeps the cursor on its hazard.
func (p *Page) choose() {
	p.rows = p.passing(p.filter)
	p.table.Rows = len(p.rows)
	at := p.table.Cursor()
	for i, h := range p.rows {
		if h.ID == p.selected {
			at = i
		}
	}
	p.moveTo(at)
}

func (p *Page) moveTo(row int) {
	p.table.SetCursor(row)
	p.moved()
}

// moved takes note of the hazard that the cursor stands on now.
func (p *Page) moved() {
	before := p.selected
	p.selected = ""
	if h, ok := p.under(); ok {
		p.selected = h.ID
	}
	if p.selected != before {
		p.panel.Rewind()
	}
}

// under is the hazard under the cursor, false where there is none.
func (p *Page) under() (model.Hazard, bool) {
	if i := p.table.Cursor(); i >= 0 && i < len(p.rows) {
		return p.rows[i], true
	}
	return model.Hazard{}, false
}

// View shows what Refresh has drawn.
func (p *Page) View() string { return p.view }

// Cursor is in the line of the filter while it is typed.
func (p *Page) Cursor() (x, y int, ok bool) {
	if !p.filter.text.Typing() {
		return 0, 0, false
	}
	return p.filter.text.CursorX(p.width, p.env.Text.Hazard.FilterPrompt, p.count()), p.height - 1, true
}

// Bindings are the keys that mean something now.
func (p *Page) Bindings() []key.Binding {
	keys, t := p.env.Keys, p.env.Text.Hazard
	if p.filter.text.Typing() {
		return []key.Binding{keymap.Meaning(keys.Picker.Accept, t.KeyKeep), keymap.Meaning(keys.Picker.Cancel, t.KeyClear), keys.Picker.Up, keys.Picker.Down}
	}
	hazard := keys.Hazard
	if p.filter.text.Sought != "" {
		hazard.Back = keymap.Meaning(hazard.Back, t.KeyClear)
	}
	return append(hazard.Bindings(), keys.Move.Bindings()...)
}
