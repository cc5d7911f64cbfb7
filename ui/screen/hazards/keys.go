package hazards

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/dialog"
	"beatbook/ui/screen"
)

func (p *Page) key(k tea.KeyMsg) {
	if p.filter.text.Typing() {
		p.typed(k)
		return
	}
	if !p.filterKey(k) {
		p.press(k)
	}
}

// press does what a key means while nothing is typed and no filter changes.
func (p *Page) press(k tea.KeyMsg) {
	keys := p.env.Keys.Hazard
	switch {
	case key.Matches(k, keys.Move):
		p.move()
	case k.Type == tea.KeyEsc && p.filter.text.Sought != "":
		p.filter.text.LookFor("")
		p.choose()
	case key.Matches(k, keys.Back):
		p.leave()
	case key.Matches(k, keys.ReadOn):
		p.panel.ReadOn()
	case screen.MoveCursor(&p.table, k, p.env.Keys.Move):
		p.moved()
	}
}

// filterKey reports whether the key was one for the filters.
func (p *Page) filterKey(k tea.KeyMsg) bool {
	keys := p.env.Keys.Hazard
	switch {
	case key.Matches(k, keys.Filter):
		p.filter.text.Open()
	case key.Matches(k, keys.Place):
		p.nextPlace()
	case key.Matches(k, keys.Kind):
		p.filter.kind = next(model.HazardKinds, p.filter.kind)
	case key.Matches(k, keys.State):
		p.filter.state = next(model.HazardStates, p.filter.state)
	case key.Matches(k, keys.Closed):
		p.filter.closed = !p.filter.closed
	default:
		return false
	}
	p.choose()
	return true
}

// typed lets a key act on the line of the filter.
func (p *Page) typed(k tea.KeyMsg) {
	switch known, changed := p.filter.text.Key(k); {
	case changed:
		p.choose()
	case !known && screen.MoveCursor(&p.table, k, p.env.Keys.Move):
		p.moved()
	}
}

// move opens the form of the next step.
func (p *Page) move() {
	switch h, ok := p.under(); {
	case !ok:
	case len(h.NextSteps()) == 0:
		p.env.Notify(screen.Warning, p.env.Text.Hazard.AlreadyClosed)
	default:
		p.env.Open(dialog.NewMove(p.env, h))
	}
}

// leave goes back to the patrol. The next time the page shows all that is open again, from the top: a filter that nobody
// remembers would hide something.
func (p *Page) leave() {
	p.env.Leave()
	p.filter, p.selected = filter{}, ""
	p.table.SetCursor(0)
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
		p.moveTo(c.Row)
	}
}
