package desk

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/ui/screen"
)

func (p *Page) key(k tea.KeyMsg) tea.Cmd {
	switch {
	case p.line.open:
		return p.lineKey(k)
	case p.filter.Typing():
		p.typed(k)
		return nil
	}
	if cmd, done := p.act(k); done {
		return cmd
	}
	p.look(k)
	return nil
}

// act does what a key means that leads to a record or a dialog, and reports whether it was one.
func (p *Page) act(k tea.KeyMsg) (cmd tea.Cmd, done bool) {
	keys := p.env.Keys.Desk
	switch {
	case key.Matches(k, keys.Open):
		p.open()
	case key.Matches(k, keys.Acknowledge):
		cmd = p.acknowledgeOne()
	case key.Matches(k, keys.AllPassed):
		cmd = p.acknowledgePassed()
	case key.Matches(k, keys.RollCall):
		cmd = p.rollCall()
	case key.Matches(k, keys.Operator):
		p.operator()
	case key.Matches(k, keys.Start):
		cmd = p.start()
	case key.Matches(k, keys.End):
		cmd = p.end()
	case key.Matches(k, keys.Undo):
		cmd = p.undo()
	default:
		return nil, false
	}
	return cmd, true
}

// places are the pages that a key leads to.
func (p *Page) places() map[screen.Place]key.Binding {
	keys := p.env.Keys.Desk
	return map[screen.Place]key.Binding{
		screen.NightLog: keys.Log, screen.HazardList: keys.Hazards, screen.PlanEditor: keys.Plan,
	}
}

// look does what a key means that changes only what is seen and heard.
func (p *Page) look(k tea.KeyMsg) {
	for place, binding := range p.places() {
		if key.Matches(k, binding) {
			p.env.Visit(place)
			return
		}
	}
	keys := p.env.Keys.Desk
	switch {
	case key.Matches(k, keys.Switch):
		p.alerts.focus(!p.alerts.focused && len(p.alerts.list) > 0)
	case key.Matches(k, keys.Filter):
		p.alerts.focus(false)
		p.filter.Open()
	case key.Matches(k, keys.Line):
		p.line.open = true
	case key.Matches(k, keys.Bell):
		p.silence()
	case key.Matches(k, keys.Clear) && p.alerts.focused:
		p.alerts.focus(false)
	case key.Matches(k, keys.Clear):
		p.filter.LookFor("")
		p.choose()
	case p.alerts.focused:
		if screen.MoveCursor(&p.alerts.table, k, p.env.Keys.Move) {
			p.alerts.moved()
		}
	case screen.MoveCursor(&p.table, k, p.env.Keys.Move):
		p.moved()
	}
}

// typed lets a key act on the line of the filter.
func (p *Page) typed(k tea.KeyMsg) {
	switch known, changed := p.filter.Key(k); {
	case changed:
		p.choose()
	case !known && screen.MoveCursor(&p.table, k, p.env.Keys.Move):
		p.moved()
	}
}

// mouse selects what was clicked, and scrolls what the wheel is over.
func (p *Page) mouse(msg tea.MouseMsg) {
	alerts, below := p.layout()
	if msg.Y >= headLines && msg.Y < headLines+alerts {
		p.mouseOverAlerts(msg)
		return
	}
	switch c := screen.Click(msg, below, &p.table); {
	case c.Panel != 0:
		p.feed.scroll(c.Panel)
	case c.Table != 0:
		p.alerts.focus(false)
		p.table.Move(c.Table)
		p.moved()
	case c.Row >= 0 && msg.Y >= below.Top:
		p.alerts.focus(false)
		p.table.SetCursor(c.Row)
		p.moved()
	}
}

func (p *Page) mouseOverAlerts(msg tea.MouseMsg) {
	row, hit := p.alerts.table.Click(msg.Y - headLines)
	switch {
	case msg.Button == tea.MouseButtonWheelUp:
		p.alerts.focus(true)
		p.alerts.table.Move(-1)
	case msg.Button == tea.MouseButtonWheelDown:
		p.alerts.focus(true)
		p.alerts.table.Move(1)
	case hit && msg.Button == tea.MouseButtonLeft && msg.Action == tea.MouseActionPress:
		p.alerts.focus(true)
		p.alerts.table.SetCursor(row)
	default:
		return
	}
	p.alerts.moved()
}
