package history

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/ui/keymap"
	"beatbook/ui/screen"
)

func (p *Page) key(k tea.KeyMsg) tea.Cmd {
	if p.field != nil {
		return p.typed(k)
	}
	return p.press(k)
}

// press does what a key means while nothing is typed.
func (p *Page) press(k tea.KeyMsg) tea.Cmd {
	keys := p.env.Keys.History
	switch {
	case key.Matches(k, keys.Back):
		if !p.worker.StopBy(k) {
			p.leave()
		}
	case key.Matches(k, keys.View):
		digit, _ := keymap.Digit(k.String())
		return p.show(view(digit - 1))
	case key.Matches(k, keys.NextView):
		return p.show((p.view + 1) % views)
	case key.Matches(k, keys.PrevView):
		return p.show((p.view + views - 1) % views)
	case key.Matches(k, keys.Find):
		p.find()
	case key.Matches(k, keys.Earlier):
		return p.step(-1)
	case key.Matches(k, keys.Later):
		return p.step(+1)
	case key.Matches(k, keys.Time):
		cmd := p.show(duty)
		p.typeTime()
		return cmd
	case key.Matches(k, keys.ReadOn) && p.worker.Halted():
		return p.add(false)
	case key.Matches(k, keys.ReadOn):
		p.panel.ReadOn()
	case screen.MoveCursor(p.table(), k, p.env.Keys.Move):
		p.panel.Rewind()
	}
	return nil
}

// mouse selects what was clicked; the wheel turns what it is over.
func (p *Page) mouse(msg tea.MouseMsg) tea.Cmd {
	if msg.Y == tabLine && msg.Button == tea.MouseButtonLeft && msg.Action == tea.MouseActionPress {
		if tab, ok := p.tabs().At(msg.X - 1); ok {
			return p.show(view(tab))
		}
	}
	c := screen.Click(msg, p.layout(), p.table())
	p.panel.Scroll(c.Panel)
	switch {
	case c.Table != 0:
		p.table().Move(c.Table)
		p.panel.Rewind()
	case c.Row >= 0:
		p.table().SetCursor(c.Row)
		p.panel.Rewind()
	}
	return nil
}
