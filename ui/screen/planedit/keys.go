package planedit

import (
	"fmt"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/dialog"
	"beatbook/ui/keymap"
	"beatbook/ui/screen"
)

func (p *Page) key(k tea.KeyMsg) tea.Cmd {
	keys := p.env.Keys.PlanEdit
	switch {
	case key.Matches(k, keys.Tab):
		digit, _ := keymap.Digit(k.String())
		return p.turnTo(tab(digit - 1))
	case key.Matches(k, keys.Save):
		p.save()
	case key.Matches(k, keys.Discard):
		p.discard()
	case key.Matches(k, keys.Undo):
		p.undo()
	case key.Matches(k, keys.Back) && p.route != "" && p.tab == ofRoutes:
		p.route = ""
	case key.Matches(k, keys.Back):
		p.env.Leave()
	case key.Matches(k, keys.ReadOn):
		p.panel.ReadOn()
	case screen.MoveCursor(p.table(), k, p.env.Keys.Move):
	default:
		p.rowKey(k)
	}
	return nil
}

// rowKey does what a key means for the row under the cursor.
func (p *Page) rowKey(k tea.KeyMsg) {
	keys, list := p.env.Keys.PlanEdit, p.list()
	editable, canEdit := list.(editable)
	row, there := p.row()
	switch {
	case canEdit && key.Matches(k, keys.New):
		editable.add(min(row+1, list.len()))
	case canEdit && key.Matches(k, keys.Site):
		p.site()
	case !there:
	case key.Matches(k, keys.Change):
		list.open(row)
	case !canEdit:
	case key.Matches(k, keys.Route):
		p.settings(row)
	case key.Matches(k, keys.Remove):
		p.remove(editable, row)
	case key.Matches(k, keys.Earlier):
		p.move(editable, row, -1)
	case key.Matches(k, keys.Later):
		p.move(editable, row, 1)
	}
}

func (p *Page) turnTo(t tab) tea.Cmd {
	p.tab, p.route = t, ""
	if t == ofVersions {
		return p.readHistory()
	}
	return nil
}

// settings opens the form of the route under the cursor, or of the one whose calls are shown.
func (p *Page) settings(row int) {
	switch list := p.list().(type) {
	case routes:
		list.settings(row)
	case calls:
		routes{p}.settings(list.at)
	}
}

// site opens the form of what stands at the head of the plan.
func (p *Page) site() {
	p.edit(p.table().Cursor(), func(put func(model.Plan)) screen.Page { return dialog.NewPlanSite(p.env, p.draft.plan, put) })
}

func (p *Page) move(list editable, row, by int) {
	if plan, ok := list.moved(row, by); ok {
		p.draft.put(plan)
		p.moveTo(row + by)
	}
}

// remove asks whether the row is to go, unless it has to stay.
func (p *Page) remove(list editable, row int) {
	t := p.env.Text.PlanEdit
	plan, refusal := list.removed(row)
	if refusal != "" {
		p.env.Notify(screen.Warning, refusal)
		return
	}
	name, _ := list.about(row)
	if calls, ok := list.(calls); ok {
		name = p.called(calls.of().Calls[row])
	}
	p.env.Open(dialog.NewAsk(p.env, t.RemoveTitle, fmt.Sprintf(t.RemoveAsk, name), func() tea.Cmd {
		p.draft.put(plan)
		return nil
	}))
}

func (p *Page) undo() {
	if !p.draft.undo() {
		p.env.Notify(screen.Info, p.env.Text.Patrol.NothingToUndo)
	}
}

// discard asks whether all changes are to go.
func (p *Page) discard() {
	t, n := p.env.Text.PlanEdit, p.Unsaved()
	if n == 0 {
		p.env.Notify(screen.Info, t.NothingNew)
		return
	}
	p.env.Open(dialog.NewAsk(p.env, t.DiscardTitle, fmt.Sprintf(t.DiscardAsk, n), func() tea.Cmd {
		p.draft = newDraft(p.env.Plan)
		return nil
	}))
}

// mouse moves the cursor to the row that was clicked, or by the wheel, which over the panel turns that; a click on a tab
// turns to it.
func (p *Page) mouse(msg tea.MouseMsg) tea.Cmd {
	if msg.Y == 1 && msg.Button == tea.MouseButtonLeft && msg.Action == tea.MouseActionPress {
		if t, ok := p.tabAt(msg.X); ok {
			return p.turnTo(t)
		}
	}
	c := screen.Click(msg, p.layout(), p.table())
	p.panel.Scroll(c.Panel)
	switch {
	case c.Table != 0:
		p.table().Move(c.Table)
	case c.Row >= 0:
		p.moveTo(c.Row)
	}
	return nil
}
