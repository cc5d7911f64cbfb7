// Package patrol is the screen of a shift that is out: the checkpoints of the round, and one key that records a visit.
package patrol

import (
	"slices"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/keymap"
	"beatbook/ui/screen"
	"beatbook/ui/session"
	"beatbook/ui/widget"
)

// Page shows the open shift. It is refreshed only while there is one.
type Page struct {
	env   *screen.Env
	shift *model.Shift
	table widget.Table // a row for each call of the route

	round  int    // that is shown; 0 follows the shift
	moved  bool   // by hand, since the last record
	digits string // typed so far
	made   string // id of the record just made here

	resting bool // on the row just recorded, for a second tap
	undoing bool // a second tap undoes nothing more

	history map[string][]model.Visit // the latest visits by checkpoint, newest first
	asked   map[string]bool          // checkpoints whose history is on its way

	hazards map[string][]model.Hazard // that are open, by checkpoint

	width, height int
	view          string
}

// New makes the page.
func New(env *screen.Env) *Page {
	return &Page{env: env, history: map[string][]model.Visit{}, asked: map[string]bool{}}
}

// Resize gives the page its size.
func (p *Page) Resize(width, height int) { p.width, p.height = width, height }

// Update takes keys, the mouse, and the answers to the page's own commands.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return p.press(msg)
	case tea.MouseMsg:
		return p.mouse(msg)
	case advance:
		p.advance(msg)
		return p.askHistory()
	case digitsOver:
		if msg.digits == p.digits {
			p.digits = ""
		}
	case historyRead:
		p.historyRead(msg)
	case undone:
		p.undoing = false
	case screen.Ticked:
		p.followNext()
		return p.askHistory()
	case screen.Settled:
		return p.settled()
	}
	return nil
}

// Refresh draws anew.
func (p *Page) Refresh() {
	shift := p.env.Shift()
	if shift == nil {
		return
	}
	if p.shift == nil || p.shift.ID != shift.ID {
		p.begin(shift)
	}
	p.shift = shift
	p.fillTable()
	p.view = p.draw()
	p.env.Status = p.status()
}

// begin takes up another shift.
func (p *Page) begin(shift *model.Shift) {
	p.shift, p.round, p.moved, p.digits, p.made = shift, 0, false, "", ""
	p.table.Rows = len(shift.Route.Calls)
	p.table.SetCursor(0)
	p.toNext()
}

// View shows what Refresh has drawn.
func (p *Page) View() string { return p.view }

// Cursor is nowhere: the page has no text field.
func (p *Page) Cursor() (x, y int, ok bool) { return 0, 0, false }

// Bindings are the keys of the patrol.
func (p *Page) Bindings() []key.Binding {
	keys := p.env.Keys.Patrol
	if p.env.Desk == nil {
		return keys.Bindings()
	}
	others := slices.DeleteFunc(keys.Bindings(), func(b key.Binding) bool { return b.Help() == keys.Now.Help() })
	return slices.Insert(others, 1, keymap.Meaning(keys.Now, p.env.Text.Desk.Title))
}

// shownRound is the round that is shown, 0 in an interval plan.
func (p *Page) shownRound() int {
	if p.round > 0 {
		return p.round
	}
	return p.env.Judged.Round()
}

// checkpoint is the id of the one under the cursor.
func (p *Page) checkpoint() string { return p.shift.Route.Calls[p.table.Cursor()].Checkpoint }

// call is the call of the row under the cursor, nil where the shift has none there.
func (p *Page) call() *model.JudgedCall { return p.callAt(p.table.Cursor()) }

func (p *Page) callAt(index int) *model.JudgedCall {
	round := p.shownRound()
	for i := range p.env.Judged.Calls {
		if c := &p.env.Judged.Calls[i]; c.Round == round && c.Index == index {
			return c
		}
	}
	return nil
}

type historyRead struct {
	checkpoint string
	visits     []model.Visit
	err        error
}

// historyLength is how many of the latest visits are shown.
const historyLength = 5

// askHistory reads the latest visits of the checkpoint under the cursor where they are not known yet.
func (p *Page) askHistory() tea.Cmd {
	if p.shift == nil {
		return nil
	}
	checkpoint := p.checkpoint()
	if _, known := p.history[checkpoint]; known || p.asked[checkpoint] {
		return nil
	}
	p.asked[checkpoint] = true
	log, before := p.env.Log, p.env.Now.Add(time.Hour)
	return func() tea.Msg {
		visits, err := session.LastVisits(log, checkpoint, before, historyLength)
		return historyRead{checkpoint, visits, err}
	}
}

func (p *Page) historyRead(msg historyRead) {
	delete(p.asked, msg.checkpoint)
	if msg.err != nil {
		p.env.Notify(screen.Failure, p.env.Text.Error(msg.err))
		return
	}
	p.history[msg.checkpoint] = msg.visits
}

// settled forgets the histories: a visit was made, corrected or withdrawn.
func (p *Page) settled() tea.Cmd {
	clear(p.history)
	return p.askHistory()
}
