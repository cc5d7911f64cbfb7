package dialog

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"beatbook/ui/screen"
	"beatbook/ui/widget"
)

// Help lists the keys of the page below it; any key closes it.
type Help struct {
	env  *screen.Env
	page screen.Page
	top  int

	width, height int
	view          string
}

// NewHelp lists the keys of a page.
func NewHelp(env *screen.Env, page screen.Page) *Help { return &Help{env: env, page: page} }

// Update scrolls or closes.
func (h *Help) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		switch move := h.env.Keys.Move; {
		case key.Matches(msg, move.Down, move.PageDown):
			h.top++
		case key.Matches(msg, move.Up, move.PageUp):
			h.top = max(h.top-1, 0)
		default:
			h.env.Close(h)
		}
	case tea.MouseMsg:
		if msg.Action == tea.MouseActionPress && msg.Button == tea.MouseButtonLeft {
			h.env.Close(h)
		}
	}
	return nil
}

func (h *Help) bindings() []key.Binding {
	return append(h.page.Bindings(), h.env.Keys.App.Bindings()...)
}

// explained is a page that has more to say than its keys.
type explained interface {
	// Explained are lines of help, none where the keys say all.
	Explained() []string
}

// explanation stands below the keys, with a blank line before it.
func (h *Help) explanation() []string {
	page, ok := h.page.(explained)
	if !ok || len(page.Explained()) == 0 {
		return nil
	}
	return append([]string{""}, page.Explained()...)
}

const helpKeyWidth = 9

// columns is as many as fit.
func (h *Help) columns(width int) int { return min(max((width-2)/26, 1), 3) }

// Size is what the dialog would like to have.
func (h *Help) Size(maxWidth, maxHeight int) (width, height int) {
	width = min(84, maxWidth)
	n := h.columns(width)
	return width, min((len(h.bindings())+n-1)/n+len(h.explanation())+2, maxHeight)
}

// Resize gives the dialog its size.
func (h *Help) Resize(width, height int) { h.width, h.height = width, height }

// Refresh draws anew.
func (h *Help) Refresh() {
	look, s := h.env.Look(), h.env.Styles
	columns := h.columns(h.width)
	width := (h.width - 2) / columns
	bindings := h.bindings()
	rows := (len(bindings) + columns - 1) / columns
	lines := make([]string, rows)
	for i, b := range bindings {
		help := b.Help()
		keyWidth := max(helpKeyWidth, ansi.StringWidth(help.Key)+1)
		cell := s.Key.Render(widget.FitLine(" "+help.Key, keyWidth+1, "")) + s.Hint.Render(help.Desc)
		lines[i%rows] += widget.FitLine(cell, width, look.Glyphs.Ellipsis)
	}
	for _, line := range h.explanation() {
		lines = append(lines, widget.FitLine(" "+line, h.width-2, look.Glyphs.Ellipsis))
	}
	h.top = min(h.top, max(len(lines)-(h.height-2), 0))
	h.view = look.Box(h.env.Text.App.Help, widget.Fit(strings.Join(lines[h.top:], "\n"), h.width-2, h.height-2), h.width, h.height)
}

// View shows what Refresh has drawn.
func (h *Help) View() string { return h.view }

// Cursor is nowhere: the help takes no text.
func (h *Help) Cursor() (x, y int, ok bool) { return 0, 0, false }

// Bindings are the keys that mean something now.
func (h *Help) Bindings() []key.Binding { return []key.Binding{h.env.Keys.Form.Back} }
