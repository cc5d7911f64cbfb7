package dialog

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/widget"
)

// Outcomes is a strip of counters for the work done at a place: a digit adds one at once.
type Outcomes struct {
	env        *screen.Env
	shift      string
	checkpoint string
	kinds      []model.OutcomeKind
	table      widget.Table
	taking     bool // the next digit takes one back
	failure    string

	width, height int
	view          string
}

// NewOutcomes counts work at a checkpoint of the open shift.
func NewOutcomes(env *screen.Env, checkpoint string) *Outcomes {
	shift := env.Shift()
	kinds := shift.Plan.OutcomeKinds()
	return &Outcomes{env: env, shift: shift.ID, checkpoint: checkpoint, kinds: kinds, table: widget.Table{Rows: len(kinds)}}
}

// Update takes keys and clicks.
func (o *Outcomes) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return o.key(msg)
	case tea.MouseMsg:
		if row, ok := o.table.Click(msg.Y - 1); ok && msg.Button == tea.MouseButtonLeft && msg.Action == tea.MouseActionPress {
			o.table.SetCursor(row)
		}
	}
	return nil
}

func (o *Outcomes) key(k tea.KeyMsg) tea.Cmd {
	keys, name := o.env.Keys.Outcomes, k.String()
	o.failure = ""
	switch n, err := strconv.Atoi(name); {
	case err == nil && n >= 1 && n <= len(o.kinds):
		o.table.SetCursor(n - 1)
		return o.count()
	case key.Matches(k, keys.Take):
		o.taking = !o.taking
	case key.Matches(k, keys.Add):
		return o.count()
	case key.Matches(k, keys.Done):
		o.env.Close(o)
	default:
		screen.MoveCursor(&o.table, k, o.env.Keys.Move)
	}
	return nil
}

// count adds one of the kind under the cursor, or takes one back.
func (o *Outcomes) count() tea.Cmd {
	intent, ok := o.intent(o.kinds[o.table.Cursor()])
	o.taking = false
	if !ok {
		o.failure = o.env.Text.Dialog.NothingCounted
		return nil
	}
	_, write, err := o.env.Record(intent)
	if err != nil {
		o.failure = o.env.Text.Error(err)
	}
	return write
}

func (o *Outcomes) intent(kind model.OutcomeKind) (model.Intent, bool) {
	if !o.taking {
		return model.CountOutcome{Shift: o.shift, Checkpoint: o.checkpoint, Kind: kind, Quantity: 1}, true
	}
	if shift, ok := o.env.Night.Shift(o.shift); ok {
		for i := len(shift.Outcomes) - 1; i >= 0; i-- {
			if c := shift.Outcomes[i]; c.Kind == kind && c.Checkpoint == o.checkpoint && c.Quantity > 0 {
				return model.CorrectOutcome{Shift: o.shift, Of: c.ID, Quantity: 1}, true
			}
		}
	}
	return nil, false
}

// Size is what the dialog would like to have.
func (o *Outcomes) Size(maxWidth, maxHeight int) (width, height int) {
	return min(formWidth, maxWidth), min(len(o.kinds)+5, maxHeight)
}

// Resize gives the dialog its size.
func (o *Outcomes) Resize(width, height int) { o.width, o.height = width, height }

// Refresh draws anew.
func (o *Outcomes) Refresh() {
	look, t, inner := o.env.Look(), o.env.Text, o.width-2
	here, all := map[model.OutcomeKind]int{}, map[model.OutcomeKind]int{}
	if shift, ok := o.env.Night.Shift(o.shift); ok {
		here, all = shift.Sum(o.checkpoint), shift.Sum("")
	}
	o.table.Columns = []widget.Column{
		{Title: t.Patrol.Number, Width: 3, Right: true}, {Title: t.Patrol.Work, Flex: 1},
		{Title: t.Dialog.Here, Width: 6, Right: true}, {Title: t.Dialog.InShift, Width: 8, Right: true},
	}
	o.table.Row = func(i int) widget.Row {
		k := o.kinds[i]
		return widget.Row{Cells: []widget.Cell{
			{Text: strconv.Itoa(i + 1)}, {Text: o.env.OutcomeName(k)}, {Text: strconv.Itoa(here[k])}, {Text: strconv.Itoa(all[k])},
		}}
	}
	hint := o.env.Styles.Hint.Render(t.Dialog.OutcomesHint)
	switch {
	case o.failure != "":
		hint = o.env.Styles.Error.Render(o.failure)
	case o.taking:
		hint = o.env.Styles.Warning.Render(t.Dialog.TakingBack)
	}
	body := strings.Join([]string{o.table.View(look, inner, max(o.height-4, 1)), "", hint}, "\n")
	o.view = look.Box(fmt.Sprintf(t.Dialog.OutcomesTitle, o.env.PlaceName(o.checkpoint)), body, o.width, o.height)
}

// View shows what Refresh has drawn.
func (o *Outcomes) View() string { return o.view }

// Cursor is nowhere: the strip takes no text.
func (o *Outcomes) Cursor() (x, y int, ok bool) { return 0, 0, false }

// Bindings are the keys that mean something now.
func (o *Outcomes) Bindings() []key.Binding {
	keys := o.env.Keys.Outcomes
	return []key.Binding{keys.Add, keys.Take, keys.Digits, keys.Done}
}
