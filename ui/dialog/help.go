package dialog

import (
	"fmt"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"beatbook/ui/screen"
	"beatbook/ui/widget"
)

// Help lists the keys of the page below it; any key closes it.
type Help struct {
	env    *screen.Env
	page   screen.Page
	reader widget.Reader

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
			h.reader.Scroll(1)
		case key.Matches(msg, move.Up, move.PageUp):
			h.reader.Scroll(-1)
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
func (h *Help) explanation(width int) []string {
	page, ok := h.page.(explained)
	if !ok || len(page.Explained()) == 0 {
		return nil
	}
	lines := []string{""}
	for _, said := range page.Explained() {
		for _, line := range widget.Wrap(said, width-2) {
			lines = append(lines, " "+line)
		}
	}
	return lines
}

const (
	helpKeyWidth = 10
	mostColumns  = 3
)

// cells are the keys, each with what it does.
func (h *Help) cells() []string {
	s, bindings := h.env.Styles, h.bindings()
	cells := make([]string, len(bindings))
	for i, b := range bindings {
		help := b.Help()
		keyWidth := max(helpKeyWidth, ansi.StringWidth(help.Key)+2)
		cells[i] = s.Key.Render(widget.FitLine(" "+help.Key, keyWidth, "")) + s.Hint.Render(help.Desc)
	}
	return cells
}

// lines are the keys in as many columns as can be read whole, and the explanation.
func (h *Help) lines(width int) []string {
	cells, widest := h.cells(), 1
	for _, cell := range cells {
		widest = max(widest, ansi.StringWidth(cell)+1)
	}
	columns := min(max(width/widest, 1), mostColumns)
	lines := make([]string, (len(cells)+columns-1)/columns)
	for i, cell := range cells {
		lines[i%len(lines)] += widget.FitLine(cell, width/columns, h.env.Glyphs.Ellipsis)
	}
	return append(lines, h.explanation(width)...)
}

// Size is what the dialog would like to have.
func (h *Help) Size(maxWidth, maxHeight int) (width, height int) {
	width = min(84, maxWidth)
	return width, min(len(h.lines(width-border))+border, maxHeight)
}

// Resize gives the dialog its size.
func (h *Help) Resize(width, height int) { h.width, h.height = width, height }

// Refresh draws anew.
func (h *Help) Refresh() {
	h.reader.Lines = h.lines(h.width - border)
	body, title := h.reader.View(h.height-border), h.env.Text.App.Help
	if hidden := h.reader.Hidden(); hidden > 0 {
		title += " " + h.env.Glyphs.Separator + " " + fmt.Sprintf(h.env.Text.App.More, hidden)
	}
	h.view = h.env.Look().Box(title, body, h.width, h.height)
}

// View shows what Refresh has drawn.
func (h *Help) View() string { return h.view }

// Cursor is nowhere: the help takes no text.
func (h *Help) Cursor() (x, y int, ok bool) { return 0, 0, false }

// Bindings are the keys that mean something now.
func (h *Help) Bindings() []key.Binding { return []key.Binding{h.env.Keys.Form.Back} }
