package nightlog

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/ui/screen"
)

// key lets a key act. The first one may come before the page was drawn: fast keys arrive together.
func (p *Page) key(k tea.KeyMsg) tea.Cmd {
	if p.shown == nil {
		p.bringUpToDate()
	}
	if p.search.Typing() {
		p.typed(k)
		return nil
	}
	return p.press(k)
}

// press does what a key means while nothing is typed.
func (p *Page) press(k tea.KeyMsg) tea.Cmd {
	keys := p.env.Keys.Log
	switch {
	case k.Type == tea.KeyEsc && p.search.Sought != "":
		p.search.LookFor("")
		p.sought()
	case key.Matches(k, keys.Back):
		p.leave()
	case key.Matches(k, keys.Search):
		p.search.Open()
	case key.Matches(k, keys.More) && p.search.Sought != "":
		return p.lookBack()
	case key.Matches(k, keys.More):
		p.panel.ReadOn()
	case key.Matches(k, keys.Earlier):
		return p.goNights(-1)
	case key.Matches(k, keys.Later):
		return p.goNights(+1)
	case key.Matches(k, keys.Tonight):
		p.showTonight()
	case screen.MoveCursor(&p.table, k, p.env.Keys.Move):
		p.moved()
	}
	return nil
}

// leave goes back to the patrol. The next time the page shows the newest of tonight again.
func (p *Page) leave() {
	p.env.Leave()
	p.showTonight()
	p.search.LookFor("")
	p.sought()
	p.unit, p.follow = "", true
}

// moved takes note that the cursor was moved by hand: at the end it follows the night.
func (p *Page) moved() {
	p.follow = p.table.Cursor() == p.table.Rows-1 && len(p.search.nights) == 0
}

// mouse moves the cursor to the row that was clicked, or by the wheel, which over the panel turns that.
func (p *Page) mouse(msg tea.MouseMsg) {
	c := screen.Click(msg, p.layout(), &p.table)
	p.panel.Scroll(c.Panel)
	switch {
	case c.Table != 0:
		p.table.Move(c.Table)
		p.moved()
	case c.Row >= 0:
		p.table.SetCursor(c.Row)
		p.moved()
	}
}
