package dialog

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/story"
	"beatbook/ui/widget"
)

// Handover shows what a shift has left, and asks to say that it was read. It opens by itself, so it is deaf at first.
type Handover struct {
	env    *screen.Env
	last   *model.Shift
	lines  []string
	opened time.Time

	width, height int
	scroll        int // lines above the window
	view          string
}

// OpenHandovers shows what shifts have left, the first one on top. One of whose note nobody has said to have read it comes
// again.
func OpenHandovers(env *screen.Env, shifts []*model.Shift) {
	for _, shift := range slices.Backward(shifts) {
		h := &Handover{env: env, last: shift, opened: env.Log.Stamp().At}
		if h.lines = h.left(shift == shifts[len(shifts)-1]); len(h.lines) > 0 {
			env.Open(h)
		}
	}
}

// left is the note, the missed calls and, with the last shift, the open hazards.
func (h *Handover) left(hazards bool) (lines []string) {
	var open []model.Hazard
	if hazards {
		open = h.env.Hazards.Open("", h.env.Now)
	}
	if h.last.Handover != "" {
		lines = append(lines, widget.Clean(h.last.Handover))
	}
	for _, line := range story.Left(h.env.Text, h.last, h.env.Plan, open, h.env.Now) {
		lines = append(lines, widget.Line(line))
	}
	return lines
}

// Update takes the answer.
func (h *Handover) Update(msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyMsg)
	if !ok || h.env.Log.Stamp().At.Sub(h.opened).Abs() < deafTime {
		return nil
	}
	switch keys := h.env.Keys; {
	case key.Matches(k, keys.Form.Accept):
		return h.acknowledge()
	case key.Matches(k, keys.Form.Back):
		h.putAside()
	case key.Matches(k, keys.Move.Up):
		h.scroll--
	case key.Matches(k, keys.Move.Down):
		h.scroll++
	case key.Matches(k, keys.Move.PageUp):
		h.scroll -= h.height
	case key.Matches(k, keys.Move.PageDown):
		h.scroll += h.height
	}
	return nil
}

// putAside leaves it for later, where there is a note.
func (h *Handover) putAside() {
	h.close()
	if h.last.Handover != "" {
		h.env.Notify(screen.Warning, h.env.Text.Dialog.HandoverLater)
	}
}

// close lets the next one come up, which is deaf to the second tap.
func (h *Handover) close() {
	h.env.Close(h)
	for _, below := range h.env.Dialogs() {
		if next, ok := below.(*Handover); ok {
			next.opened = h.env.Log.Stamp().At
		}
	}
}

func (h *Handover) acknowledge() tea.Cmd {
	h.close()
	shift := h.env.Shift()
	if shift == nil {
		return nil
	}
	record, write, err := h.env.Record(model.AcknowledgeHandover{Shift: h.last, By: shift.Unit.ID})
	if err != nil {
		h.env.Notify(screen.Failure, h.env.Text.Error(err))
		return nil
	}
	h.env.Announce(record, h.env.Text.Dialog.HandoverKept)
	return write
}

// Size is what the dialog would like to have.
func (h *Handover) Size(maxWidth, maxHeight int) (width, height int) {
	width = min(formWidth, maxWidth)
	return width, min(len(h.body(width-4))+2, maxHeight)
}

func (h *Handover) body(width int) []string {
	t, s := h.env.Text, h.env.Styles
	ended := h.last.Ended.In(h.last.Zone).Format("01-02 15:04")
	head := fmt.Sprintf(t.Dialog.HandoverFrom, h.last.Unit.Callsign.In(h.env.Lang), ended)
	lines := []string{s.Label.Render(widget.FitLine(head, width, ""))}
	for _, line := range h.lines {
		lines = append(lines, widget.Wrap(line, width)...)
	}
	accept := h.env.Keys.Form.Accept.Help()
	return append(lines, "", s.Key.Render(accept.Key)+" "+t.Dialog.HandoverRead)
}

// Resize gives the dialog its size.
func (h *Handover) Resize(width, height int) { h.width, h.height = width, height }

// Refresh draws anew. Where there is more than fits, the end with the answer stays in sight below a part of it.
func (h *Handover) Refresh() {
	lines := h.body(h.width - 4)
	if h.tooLong() {
		text, answer := lines[:len(lines)-2], lines[len(lines)-1]
		room := h.height - 4
		h.scroll = max(min(h.scroll, len(text)-room), 0)
		more := ""
		if h.scroll+room < len(text) {
			more = h.env.Glyphs.Down
		}
		lines = append(slices.Clone(text[h.scroll:h.scroll+room]), more, answer)
	}
	body := widget.Fit(strings.Join(lines, "\n"), h.width-4, h.height-2)
	h.view = h.env.Look().Box(h.env.Text.Dialog.HandoverTitle, indent(body), h.width, h.height)
}

// tooLong reports whether there is more than fits.
func (h *Handover) tooLong() bool { return len(h.body(h.width-4)) > h.height-2 }

// View shows what Refresh has drawn.
func (h *Handover) View() string { return h.view }

// Cursor is nowhere: the question takes no text.
func (h *Handover) Cursor() (x, y int, ok bool) { return 0, 0, false }

// Bindings are the keys that mean something now.
func (h *Handover) Bindings() []key.Binding {
	keys := h.env.Keys
	if h.tooLong() {
		return []key.Binding{keys.Form.Accept, keys.Move.Down, keys.Move.Up, keys.Move.PageDown, keys.Move.PageUp, keys.Form.Back}
	}
	return []key.Binding{keys.Form.Accept, keys.Form.Back}
}
