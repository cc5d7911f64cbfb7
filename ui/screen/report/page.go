// Package report is the report screen: what a night or many amount to, in figures, bars and strips.
package report

import (
	"context"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/dialog"
	"beatbook/ui/keymap"
	"beatbook/ui/screen"
	"beatbook/ui/widget"
)

// Page shows the report of a span of nights. The last one that was added up stays until the next one is.
type Page struct {
	env *screen.Env
	ctx context.Context

	span    span
	filter  model.ReportFilter
	worker  screen.Worker
	current bool     // what is shown answers what was asked last
	stale   bool     // records have come that are not in what is shown
	content *content // nil: nothing was added up yet
	recent  *recent  // nil: not added up yet
	routes  []string // that can be asked for, by id
	units   []string

	focus    section
	byUnit   bool
	overview widget.Reader
	tables   [sections]widget.Table
	leaf     leaf

	width, height int
	view          string
}

// New makes the page. What it reads is given up when ctx ends.
func New(ctx context.Context, env *screen.Env) *Page {
	return &Page{env: env, ctx: ctx, span: span{nights: 1}}
}

// Open shows the report of tonight in place of the page in sight.
func (p *Page) Open() tea.Cmd {
	p.env.Visit(screen.ReportPage)
	return p.add(false)
}

// leave goes back. The next time the page begins with all of tonight.
func (p *Page) leave() {
	p.worker.GiveUp()
	p.env.Leave()
	*p = Page{env: p.env, ctx: p.ctx, span: span{nights: 1}, byUnit: p.byUnit, width: p.width, height: p.height}
}

// Resize gives the page its size.
func (p *Page) Resize(width, height int) { p.width, p.height = width, height }

// Update takes keys, the mouse, and the answers to the page's own commands.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return p.press(msg)
	case tea.MouseMsg:
		p.mouse(msg)
	case added:
		return p.added(msg)
	case recentAdded:
		p.recentAdded(msg)
	case screen.Waited:
		return p.worker.Waited(msg)
	case dialog.Exported:
		p.exported(msg)
	case screen.Settled:
		p.settled(msg.Record)
	case screen.Ticked:
		return p.tick()
	}
	return nil
}

// Refresh draws anew.
func (p *Page) Refresh() {
	if p.content != nil && p.content.Lang() != p.env.Lang {
		p.content = p.content.in(p.env)
	}
	p.view = p.draw()
}

// View shows what Refresh has drawn.
func (p *Page) View() string { return p.view }

// Cursor is nowhere: the page has no text field.
func (p *Page) Cursor() (x, y int, ok bool) { return 0, 0, false }

// Bindings are the keys that mean something now.
func (p *Page) Bindings() []key.Binding {
	keys := p.env.Keys.Report
	if p.worker.Stoppable() {
		keys.Back = keymap.Meaning(keys.Back, p.env.Text.ReportPage.KeyStop)
	}
	return append(keys.Bindings(), p.env.Keys.Move.Bindings()...)
}
