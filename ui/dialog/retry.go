package dialog

import (
	"strings"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/widget"
)

// Retry says what could not be written and why, and offers to try again. It opens by itself, so it is deaf at first: a
// key in flight must not answer it.
type Retry struct {
	env    *screen.Env
	err    error
	opened time.Time

	width, height int
	view          string
}

const deafTime = time.Second

// NewRetry is about the failed records of the outbox.
func NewRetry(env *screen.Env, err error) *Retry {
	return &Retry{env: env, err: err, opened: env.Log.Stamp().At}
}

// Failed says that another record failed; err is nil where it is only to be shown again.
func (r *Retry) Failed(err error) {
	if err != nil {
		r.err = err
	}
}

// Update takes the answer.
func (r *Retry) Update(msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyMsg)
	if !ok || r.env.Log.Stamp().At.Sub(r.opened).Abs() < deafTime {
		return nil
	}
	switch keys := r.env.Keys.Retry; {
	case key.Matches(k, keys.Again):
		return r.again()
	case key.Matches(k, keys.Later):
		r.env.Close(r)
	case key.Matches(k, keys.GiveUp):
		r.env.GiveUp()
		r.env.Close(r)
	}
	return nil
}

// again puts the same records once more: their ids make sure that none of them counts twice.
func (r *Retry) again() tea.Cmd {
	r.env.Close(r)
	var cmds []tea.Cmd
	for _, record := range r.env.Outbox.TakeFailed() {
		r.env.Restore(record)
		cmds = append(cmds, r.env.Outbox.Put(record))
	}
	return tea.Batch(cmds...)
}

// Size is what the dialog would like to have.
func (r *Retry) Size(maxWidth, maxHeight int) (width, height int) {
	width = min(formWidth, maxWidth)
	return width, min(len(r.lines(width-4))+2, maxHeight)
}

func (r *Retry) lines(width int) []string {
	t, s := r.env.Text, r.env.Styles
	var lines []string
	if r.err != nil {
		for _, line := range widget.Wrap(t.Error(r.err), width) {
			lines = append(lines, s.Error.Render(line))
		}
	}
	lines = append(lines, widget.Wrap(t.Errors.StillHere, width)...)
	for _, record := range r.env.Outbox.Failed() {
		lines = append(lines, "")
		lines = append(lines, r.record(record, width)...)
	}
	lines = append(lines, "")
	var hints []string
	for _, b := range r.Bindings() {
		hints = append(hints, s.Key.Render(b.Help().Key)+" "+b.Help().Desc)
	}
	return append(lines, widget.Wrap(strings.Join(hints, "   "), width)...)
}

// record says what was not written, with every text that somebody typed.
func (r *Retry) record(record model.Record, width int) []string {
	f := model.FactsOf(record)
	what := r.env.HHMMSS(record.At) + " " + r.env.Text.RecordKind(record.Kind)
	if f.Checkpoint != nil {
		what += " " + r.env.PlaceName(*f.Checkpoint)
	}
	lines := []string{what}
	texts := []string{r.work(record, f), f.Reason, f.Handover, strings.Join(f.Crew, r.env.Text.App.ListJoin)}
	if f.Note != nil {
		texts = append(texts, *f.Note)
	}
	for _, typed := range texts {
		if typed != "" {
			lines = append(lines, widget.Wrap(widget.Clean(typed), width)...)
		}
	}
	return lines
}

// work is what the record tells of work done, in the words of the shift's plan.
func (r *Retry) work(record model.Record, f model.Facts) string {
	plan := r.env.Plan
	if shift := r.env.Shift(); shift != nil {
		plan = &shift.Plan
	}
	return r.env.Text.Work(record, f, plan)
}

// Resize gives the dialog its size.
func (r *Retry) Resize(width, height int) { r.width, r.height = width, height }

// Refresh draws anew.
func (r *Retry) Refresh() {
	lines := r.lines(r.width - 4)
	lines = lines[max(len(lines)-(r.height-2), 0):]
	body := widget.Fit(strings.Join(lines, "\n"), r.width-4, r.height-2)
	r.view = r.env.Look().Box(r.env.Text.Errors.NotRecordedTitle, indent(body), r.width, r.height)
}

// View shows what Refresh has drawn.
func (r *Retry) View() string { return r.view }

// Cursor is nowhere: the question takes no text.
func (r *Retry) Cursor() (x, y int, ok bool) { return 0, 0, false }

// Bindings are the keys that mean something now.
func (r *Retry) Bindings() []key.Binding {
	keys := r.env.Keys.Retry
	return []key.Binding{keys.Again, keys.Later, keys.GiveUp}
}
