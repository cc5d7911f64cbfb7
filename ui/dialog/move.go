package dialog

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/screen"
)

// NewMove takes a step with a hazard, which must not be closed. Texts that were given up are there again the next time.
func NewMove(env *screen.Env, hazard model.Hazard) *Form {
	m := newMove(env, hazard)
	m.form = NewForm(env, "hazard "+hazard.ID, Form{
		Title:  fmt.Sprintf(env.Text.Hazard.MoveTitle, env.PlaceName(hazard.Checkpoint)),
		Intro:  []string{hazard.What, env.Text.HazardLeft(hazard, env.Now)},
		Fields: append(append([]Field{m.step}, m.order.fields()...), m.note),
		Hidden: m.hidden, Lasting: append(m.order.fields(), m.note),
		Button: env.Text.Dialog.Send, Send: m.send,
	}, 0)
	return m.form
}

// moveLines is how many lines of the note are seen.
const moveLines = 4

// move is the form of a step. None is chosen at first: the second tap of Enter must not take one.
type move struct {
	env    *screen.Env
	form   *Form
	hazard model.Hazard
	steps  []model.HazardStep
	step   *Options
	order  *order
	note   *Note
}

func newMove(env *screen.Env, hazard model.Hazard) *move {
	t, steps := env.Text.Hazard, hazard.NextSteps()
	return &move{
		env: env, hazard: hazard, steps: steps,
		step:  NewOptions(t.Step, wordsOf(steps, env.Text.HazardStep), -1),
		order: newOrder(env, hazard.Order),
		note:  NewNote(t.Note, "", moveLines),
	}
}

// orders reports whether the step comes with an order to fix.
func (m *move) orders() bool {
	step := chosen(m.steps, m.step)
	return step == model.OrderedToFix || step == model.RecheckFailed
}

// hidden are the fields of an order where none is given.
func (m *move) hidden(field Field) bool { return !m.orders() && m.order.has(field) }

func (m *move) send() (tea.Cmd, error) {
	intent, err := m.intent()
	if err != nil {
		return nil, m.fail(err)
	}
	record, write, err := m.env.Record(intent)
	if err != nil {
		return nil, m.fail(err)
	}
	m.env.Announce(record, fmt.Sprintf(m.env.Text.Hazard.Moved, m.env.Text.HazardStep(intent.Step)))
	return write, nil
}

func (m *move) intent() (i model.MoveHazard, err error) {
	i = model.MoveHazard{
		Hazard: m.hazard, Plan: m.env.Plan, Step: chosen(m.steps, m.step), Note: strings.TrimSpace(m.note.Value()),
	}
	if m.orders() {
		i.Order, err = m.order.value()
	}
	return i, err
}

// fail puts the focus on the field that the error is about.
func (m *move) fail(err error) error {
	field := m.order.at(err)
	if refusedAs(err, model.StepNotPossible) {
		field = m.step
	}
	focusOn(m.form, field)
	return err
}
