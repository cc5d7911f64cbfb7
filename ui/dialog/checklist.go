package dialog

import (
	"fmt"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/screen"
)

// NewChecklist goes through the list of a checkpoint with y and n, and opens the form of a hazard for each item that is
// not in order. Items that were not answered are left out of the record.
func NewChecklist(env *screen.Env, c model.Checkpoint) *Form {
	t, shift := env.Text.Dialog, env.Shift().ID
	var fields []Field
	answers := make([]*YesNo, len(c.Checklist))
	var form *Form
	for i, item := range c.Checklist {
		answers[i] = newYesNo(item.Name.In(env.Lang), t.ItemOK, t.ItemBad, func() { form.Focus(i + 1) })
		fields = append(fields, answers[i])
	}
	form = NewForm(env, "checklist "+shift+" "+c.ID, Form{
		Title: fmt.Sprintf(t.ChecklistTitle, c.Name.In(env.Lang)), Fields: fields, Button: env.Text.Keys.Done,
		Send: func() (tea.Cmd, error) {
			done := model.DoChecklist{Shift: shift, Checkpoint: c.ID}
			var bad []model.Item
			for i, item := range c.Checklist {
				if answers[i].Answered() {
					done.Answers = append(done.Answers, model.Answer{Item: item.ID, OK: answers[i].OK()})
				}
				if answers[i].Answered() && !answers[i].OK() {
					bad = append(bad, item)
				}
			}
			record, write, err := env.Record(done)
			if err != nil {
				return nil, err
			}
			env.Announce(record, t.ChecklistDone)
			for _, item := range slices.Backward(bad) { // the first one comes to lie on top
				env.Open(NewHazard(env, c.ID, item.ID, item.Name.In(env.Lang)))
			}
			return write, nil
		},
	}, 0)
	return form
}

// YesNo is a field that y and n answer. It goes on to the next field by itself.
type YesNo struct {
	*Options
	next func()
}

func newYesNo(heading, yes, no string, next func()) *YesNo {
	return &YesNo{NewOptions(heading, []string{yes, no}, -1), next}
}

// Answered reports whether there is an answer.
func (y *YesNo) Answered() bool { return y.At() >= 0 }

// OK reports whether the answer is yes.
func (y *YesNo) OK() bool { return y.At() == 0 }

// Key takes y, n, a digit or an arrow.
func (y *YesNo) Key(k tea.KeyMsg) bool {
	switch k.String() {
	case "y", "1":
		y.Choose(0)
	case "n", "2":
		y.Choose(1)
	default:
		return y.Options.Key(k)
	}
	y.next()
	return true
}
