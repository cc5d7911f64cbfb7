// Package history is the history screen: the visits of a checkpoint night by night, the nights of a unit, and who was on
// duty at a time.
package history

import (
	"context"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/keymap"
	"beatbook/ui/screen"
	"beatbook/ui/widget"
)

// view is one of the three looks at what was. Its digit is one more.
type view int

const (
	places view = iota // the nights of a checkpoint
	units              // the nights of a unit
	duty               // who was on duty at a time
	views
)

// Page shows one of the views. What was added up last stays until the next is.
type Page struct {
	env *screen.Env
	ctx context.Context

	view   view
	worker screen.Worker
	stale  bool  // records have come that are not in what is shown
	past   *past // nil: nothing was added up yet

	ids     [duty]string             // of the checkpoint and the unit that are looked at
	rows    [duty][]model.NightTally // their nights, the newest first
	details details
	asked   asked

	field  *widget.Field // of a time; nil while none is typed
	tables [views]widget.Table
	panel  widget.Reader

	width, height int
	drawn         string
}

// New makes the page. What it reads is given up when ctx ends.
func New(ctx context.Context, env *screen.Env) *Page { return &Page{env: env, ctx: ctx} }

// Open shows the page in place of the one in sight, as it was left, and reads what has changed.
func (p *Page) Open() tea.Cmd {
	p.env.Visit(screen.History)
	if p.view == duty {
		return tea.Batch(p.add(false), p.ask(p.asked.at))
	}
	return p.add(false)
}

// leave goes back.
func (p *Page) leave() {
	p.worker.GiveUp()
	p.field = nil
	p.env.Leave()
}

// Resize gives the page its size.
func (p *Page) Resize(width, height int) { p.width, p.height = width, height }

// Update takes keys, the mouse, and the answers to the page's own commands.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.KeyMsg:
		cmd = p.key(msg)
	case tea.MouseMsg:
		cmd = p.mouse(msg)
	case added:
		p.added(msg)
	case nightRead:
		p.nightRead(msg)
	case dutyRead:
		p.dutyRead(msg)
	case screen.Waited:
		cmd = p.worker.Waited(msg)
	case screen.Settled:
		p.settled(msg.Record)
	case screen.Ticked:
		cmd = p.tick()
	default:
		return nil
	}
	return tea.Batch(cmd, p.readOn())
}

// Refresh draws anew.
func (p *Page) Refresh() { p.drawn = p.draw() }

// View shows what Refresh has drawn.
func (p *Page) View() string { return p.drawn }

// Cursor is in the field while a time is typed.
func (p *Page) Cursor() (x, y int, ok bool) {
	if p.field == nil {
		return 0, 0, false
	}
	before, width := p.prompt()
	return before + p.field.CursorX(width), p.height - 1, true
}

// Bindings are the keys that mean something now.
func (p *Page) Bindings() []key.Binding {
	t, picker, keys := p.env.Text, p.env.Keys.Picker, p.env.Keys.History
	if p.field != nil {
		return []key.Binding{picker.Accept, picker.Cancel}
	}
	keys.Find = keymap.Meaning(keys.Find, []string{t.History.Choose, t.History.ChooseUnit, t.History.TypeTime}[p.view])
	switch {
	case p.worker.Stoppable():
		keys.Back = keymap.Meaning(keys.Back, t.ReportPage.KeyStop)
	case p.worker.Halted():
		keys.ReadOn = keymap.Meaning(keys.ReadOn, t.ReportPage.KeyAddAgain)
	}
	return append(keys.Bindings(), p.env.Keys.Move.Bindings()...)
}
