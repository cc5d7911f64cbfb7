package screen

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/ui/keymap"
	"beatbook/ui/widget"
)

// MoveCursor moves the cursor of a table where the key says so, and reports whether it did.
func MoveCursor(t *widget.Table, k tea.KeyMsg, keys keymap.Move) bool {
	switch {
	case key.Matches(k, keys.Up):
		t.Move(-1)
	case key.Matches(k, keys.Down):
		t.Move(1)
	case key.Matches(k, keys.PageUp):
		t.Page(-1)
	case key.Matches(k, keys.PageDown):
		t.Page(1)
	case key.Matches(k, keys.Top):
		t.SetCursor(0)
	case key.Matches(k, keys.Bottom):
		t.SetCursor(t.Rows - 1)
	default:
		return false
	}
	return true
}
