package dialog

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/ui/keymap"
	"beatbook/ui/screen"
	"beatbook/ui/widget"
)

// PlanChanges shows in words what differs between two plans, to be read or to be agreed to.
type PlanChanges struct {
	env    *screen.Env
	title  string
	intro  []string
	lines  []string       // a change in words each
	agreed func() tea.Cmd // nil: there is nothing to agree to
	reader widget.Reader

	width, height int
	view          string
}

// NewPlanChanges shows changes behind a few sentences about them. Enter closes it and does what is agreed to; nil for
// nothing.
func NewPlanChanges(env *screen.Env, title string, intro, changes []string, agreed func() tea.Cmd) *PlanChanges {
	return &PlanChanges{env: env, title: title, intro: intro, lines: changes, agreed: agreed}
}

// Update takes keys and the wheel.
func (c *PlanChanges) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return c.key(msg)
	case tea.MouseMsg:
		c.reader.Scroll(map[tea.MouseButton]int{tea.MouseButtonWheelUp: -1, tea.MouseButtonWheelDown: 1}[msg.Button])
	}
	return nil
}

func (c *PlanChanges) key(k tea.KeyMsg) tea.Cmd {
	keys, move, page := c.env.Keys.Picker, c.env.Keys.Move, max(c.height-border-1, 1)
	switch {
	case key.Matches(k, keys.Accept) && c.agreed != nil:
		c.env.Close(c)
		return c.agreed()
	case key.Matches(k, keys.Accept, keys.Cancel):
		c.env.Close(c)
	case key.Matches(k, move.Up):
		c.reader.Scroll(-1)
	case key.Matches(k, move.Down):
		c.reader.Scroll(1)
	case key.Matches(k, move.PageUp):
		c.reader.Scroll(-page)
	case key.Matches(k, move.PageDown):
		c.reader.Scroll(page)
	case key.Matches(k, move.Top):
		c.reader.Rewind()
	case key.Matches(k, move.Bottom):
		c.reader.Scroll(len(c.reader.Lines))
	}
	return nil
}

const (
	border       = 2
	changesWidth = 84
)

// Size is what the dialog would like to have.
func (c *PlanChanges) Size(maxWidth, maxHeight int) (width, height int) {
	width = min(changesWidth, maxWidth)
	return width, min(len(c.wrapped(width-2*border))+border, maxHeight)
}

// wrapped are the sentences and the changes in lines of a width.
func (c *PlanChanges) wrapped(width int) []string {
	var lines []string
	for _, s := range c.intro {
		for _, line := range widget.Wrap(widget.Clean(s), width) {
			lines = append(lines, c.env.Styles.Label.Render(line))
		}
	}
	if len(c.intro) > 0 {
		lines = append(lines, "")
	}
	for _, s := range c.lines {
		for i, line := range widget.Wrap(widget.Line(s), width-2) {
			before := "  "
			if i == 0 {
				before = c.env.Glyphs.Bullet + " "
			}
			lines = append(lines, before+line)
		}
	}
	return lines
}

// Resize gives the dialog its size.
func (c *PlanChanges) Resize(width, height int) { c.width, c.height = width, height }

// Refresh draws anew.
func (c *PlanChanges) Refresh() {
	c.reader.Lines = c.wrapped(c.width - 2*border)
	c.view = c.env.Look().Box(c.title, indent(c.reader.View(c.height-border)), c.width, c.height)
}

// View shows what Refresh has drawn.
func (c *PlanChanges) View() string { return c.view }

// Cursor is nowhere: there is no text to be typed.
func (c *PlanChanges) Cursor() (x, y int, ok bool) { return 0, 0, false }

// Bindings are the keys that mean something now.
func (c *PlanChanges) Bindings() []key.Binding {
	keys := c.env.Keys
	accept := keys.Picker.Accept
	if c.agreed != nil {
		accept = keymap.Meaning(accept, c.env.Text.Keys.Send)
	}
	return append(append([]key.Binding{accept}, keys.Move.Bindings()...), keys.Picker.Cancel)
}
