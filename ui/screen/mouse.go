package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/ui/widget"
)

// Clicked is what the mouse means on a page with a table and a panel: by how many lines the wheel turns the one it is over,
// or which row was clicked.
type Clicked struct {
	Table, Panel int // lines that the wheel turns
	Row          int // -1: none
}

// Click says what the mouse means.
func Click(msg tea.MouseMsg, s widget.Split, t *widget.Table) Clicked {
	c := Clicked{Row: -1}
	by := map[tea.MouseButton]int{tea.MouseButtonWheelUp: -1, tea.MouseButtonWheelDown: 1}[msg.Button]
	switch {
	case by != 0 && s.OverPanel(msg.X, msg.Y):
		c.Panel = by
	case by != 0:
		c.Table = by
	case msg.Button == tea.MouseButtonLeft && msg.Action == tea.MouseActionPress && msg.X < s.TableWidth:
		if row, ok := t.Click(msg.Y - s.Top); ok {
			c.Row = row
		}
	}
	return c
}
