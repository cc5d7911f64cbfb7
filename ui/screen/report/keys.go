package report

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/ui/keymap"
	"beatbook/ui/screen"
)

// press does what a key means.
func (p *Page) press(k tea.KeyMsg) tea.Cmd {
	keys := p.env.Keys.Report
	switch {
	case key.Matches(k, keys.Back):
		if !p.worker.StopBy(k) {
			p.leave()
		}
	case key.Matches(k, keys.Section):
		digit, _ := keymap.Digit(k.String())
		p.focus = section(digit - 1)
	case key.Matches(k, keys.Earlier):
		return p.turn(-1)
	case key.Matches(k, keys.Later):
		return p.turn(+1)
	case key.Matches(k, keys.Tonight):
		return p.goTo(p.env.Night.Date)
	case key.Matches(k, keys.Span):
		return p.widen()
	case key.Matches(k, keys.Route):
		return p.nextRoute()
	case key.Matches(k, keys.Unit):
		return p.nextUnit()
	case key.Matches(k, keys.Parts):
		p.byUnit = !p.byUnit
	case key.Matches(k, keys.AddAgain):
		return p.add(false)
	case key.Matches(k, keys.Export):
		p.export()
	case p.focus == overview:
		p.scroll(k)
	default:
		screen.MoveCursor(&p.tables[p.focus], k, p.env.Keys.Move)
	}
	return nil
}

// scroll turns the lines of the summary.
func (p *Page) scroll(k tea.KeyMsg) {
	switch keys := p.env.Keys.Move; {
	case key.Matches(k, keys.Up):
		p.overview.Scroll(-1)
	case key.Matches(k, keys.Down):
		p.overview.Scroll(1)
	case key.Matches(k, keys.Top):
		p.overview.Rewind()
	case key.Matches(k, keys.PageDown, keys.PageUp, keys.Bottom):
		p.overview.ReadOn()
	}
}

// mouse selects what was clicked; the wheel turns what it is over.
func (p *Page) mouse(msg tea.MouseMsg) {
	b, over := p.leaf.at(msg.X, msg.Y)
	by := map[tea.MouseButton]int{tea.MouseButtonWheelUp: -1, tea.MouseButtonWheelDown: 1}[msg.Button]
	click := msg.Button == tea.MouseButtonLeft && msg.Action == tea.MouseActionPress
	switch {
	case click && msg.Y == headLines-1:
		if tab, ok := p.tabs().At(msg.X - 1); ok {
			p.focus = section(tab)
		}
	case by != 0 && over && b.section == overview:
		p.overview.Scroll(by)
	case by != 0 && over:
		p.tables[b.section].Move(by)
	case click && over:
		p.focus = b.section
		if row, ok := p.tables[b.section].Click(msg.Y - b.y - 1); ok {
			p.tables[b.section].SetCursor(row)
		}
	}
}
