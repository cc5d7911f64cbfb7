// Package planedit is the plan editor: the checkpoints, routes, units and counted work of the plan, changed in a draft that
// becomes the plan of the next shift when it is saved.
package planedit

import (
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/keymap"
	"beatbook/ui/screen"
	"beatbook/ui/widget"
)

// tab is a kind of things. Its digit is one more.
type tab int

const (
	ofCheckpoints tab = iota
	ofRoutes
	ofUnits
	ofOutcomes
	ofVersions
	tabs

	ofCalls = tabs // the table that stands in place of the routes while one of them is open
)

// Page shows the things of one tab, a line for each, and the selected one in full.
type Page struct {
	env                *screen.Env
	draft              draft
	keptBase, keptPlan *model.Plan // of the draft as it was kept last
	saving             bool        // the file of a plan is being made that was agreed to
	history            history
	tab                tab
	route              string // id of the route whose calls are shown; empty: the routes are
	tables             [tabs + 1]widget.Table
	panel              widget.Reader
	shown              shown
	early              []int // places of the calls shown that are due before the one above

	width, height int
	view          string
}

// New makes the page, with the draft that was not saved when the program ended.
func New(env *screen.Env) *Page { return &Page{env: env, draft: restored(env)} }

// Unsaved is how many changes of the draft are not saved.
func (p *Page) Unsaved() int { return len(p.draft.changes) }

// Resize gives the page its size.
func (p *Page) Resize(width, height int) { p.width, p.height = width, height }

// Update takes keys, the mouse, the answers to its own commands, and notes each plan that is adopted.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return p.key(msg)
	case tea.MouseMsg:
		return p.mouse(msg)
	case historyRead:
		p.historyRead(msg)
	case prepared:
		return p.prepared(msg)
	case screen.Settled:
		if msg.Record.Kind == model.PlanAdopted && p.tab == ofVersions {
			return p.readHistory()
		}
	}
	return nil
}

// Refresh draws anew.
func (p *Page) Refresh() {
	p.follow()
	p.keep()
	p.table().Rows = p.list().len()
	p.moveTo(p.table().Cursor())
	p.arrange()
	p.view = p.draw()
}

// follow notes that another plan has come into force. A question about changes to the old one is taken away: it must not
// be answered for the new one.
func (p *Page) follow() {
	dialogs := p.env.Dialogs()
	if p.draft.follow(p.env.Plan, len(dialogs) > 0) {
		p.env.Notify(screen.Warning, p.env.Text.PlanEdit.Overtaken)
		p.withdrawSave()
	}
	if p.draft.overtaken {
		p.env.Status = p.env.Text.PlanEdit.Overtaken
	}
	if p.routeAt() < 0 {
		p.route = ""
	}
}

// routeAt is the place of the route whose calls are shown, -1 for none.
func (p *Page) routeAt() int {
	return slices.IndexFunc(p.draft.plan.Routes, func(r model.Route) bool { return r.ID == p.route })
}

// list is the rows that are shown.
func (p *Page) list() list {
	switch p.tab {
	case ofCheckpoints:
		return checkpoints{p}
	case ofRoutes:
		if at := p.routeAt(); at >= 0 {
			return calls{p, at}
		}
		return routes{p}
	case ofUnits:
		return units{p}
	case ofOutcomes:
		return outcomes{p}
	}
	return versions{p}
}

// table is the one with these rows.
func (p *Page) table() *widget.Table {
	if p.tab == ofRoutes && p.routeAt() >= 0 {
		return &p.tables[ofCalls]
	}
	return &p.tables[p.tab]
}

func (p *Page) moveTo(row int) { p.table().SetCursor(row) }

// row is the one under the cursor, false where there is none.
func (p *Page) row() (int, bool) {
	row := p.table().Cursor()
	return row, row >= 0 && row < p.list().len()
}

// View shows what Refresh has drawn.
func (p *Page) View() string { return p.view }

// Cursor is nowhere: texts are typed in forms.
func (p *Page) Cursor() (x, y int, ok bool) { return 0, 0, false }

// Bindings are the keys that mean something now.
func (p *Page) Bindings() []key.Binding {
	keys, t := p.env.Keys.PlanEdit, p.env.Text.PlanEdit
	_, onRoutes := p.list().(routes)
	_, onCalls := p.list().(calls)
	without := []key.Binding{}
	switch {
	case p.tab == ofVersions:
		keys.Change = keymap.Meaning(keys.Change, t.KeyDifference)
		without = append(without, keys.New, keys.Remove, keys.Earlier, keys.Later, keys.Route, keys.Site)
	case onRoutes:
		keys.Change = keymap.Meaning(keys.Change, t.KeyCalls)
	case !onCalls:
		without = append(without, keys.Route)
	}
	if !p.panel.More() {
		without = append(without, keys.ReadOn)
	}
	bindings := slices.DeleteFunc(keys.Bindings(), func(b key.Binding) bool {
		return slices.ContainsFunc(without, func(w key.Binding) bool { return w.Help() == b.Help() })
	})
	return append(bindings, p.env.Keys.Move.Bindings()...)
}
