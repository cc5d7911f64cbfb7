package dialog

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/screen"
)

// NewHazard records something unsafe that was found at a checkpoint of the open shift. The item is the one of the checklist
// that it was found by, empty for none; what may hold first words. Texts that were given up are there again the next
// time.
func NewHazard(env *screen.Env, checkpoint, item, what string) *Form {
	h := newFound(env, model.FindHazard{Shift: env.Shift().ID, Checkpoint: checkpoint, Item: item, What: what})
	h.form = NewForm(env, "hazard at "+checkpoint+" "+item, Form{
		Title:  fmt.Sprintf(env.Text.Hazard.NewTitle, env.PlaceName(checkpoint)),
		Fields: append([]Field{h.kind, h.what, h.severity, h.done}, h.order.fields()...),
		Hidden: h.hidden, Lasting: append(h.order.fields(), h.what),
		Button: env.Text.Dialog.Send, Send: h.send,
	}, 0)
	if item != "" {
		h.form.GivenUp = func() {
			env.Notify(screen.Warning, fmt.Sprintf(env.Text.Dialog.ItemLeft, what, env.Keys.Patrol.Hazard.Help().Key))
		}
	}
	return h.form
}

// What is done about a hazard when it is found, in the order of the choices.
const (
	doneFixed = iota
	doneOrdered
	doneNoted
)

// found is the form of a hazard. Nothing that has to be judged is chosen at first.
type found struct {
	env      *screen.Env
	form     *Form
	at       model.FindHazard // what is known beforehand
	kind     *Options
	what     *Text
	severity *Options
	done     *Options
	order    *order
}

func newFound(env *screen.Env, at model.FindHazard) *found {
	t := env.Text.Hazard
	return &found{
		env: env, at: at,
		kind:     NewOptions(t.Kind, wordsOf(model.HazardKinds, env.Text.HazardKind), -1),
		what:     NewText(t.What, at.What, t.WhatHint),
		severity: NewOptions(t.Severity, wordsOf(model.Severities, env.Text.Severity), -1),
		done:     NewOptions(t.Done, []string{t.DoneFixed, t.DoneOrdered, t.DoneNoted}, doneNoted),
		order:    newOrder(env, nil),
	}
}

// hidden are the fields of an order where none is given.
func (h *found) hidden(field Field) bool { return h.done.At() != doneOrdered && h.order.has(field) }

func (h *found) send() (tea.Cmd, error) {
	intent, err := h.intent()
	if err != nil {
		return nil, h.fail(err)
	}
	record, write, err := h.env.Record(intent)
	if err != nil {
		return nil, h.fail(err)
	}
	h.env.Announce(record, fmt.Sprintf(h.env.Text.Hazard.Recorded, h.env.PlaceName(intent.Checkpoint)))
	return write, nil
}

func (h *found) intent() (i model.FindHazard, err error) {
	i = h.at
	i.Kind, i.Severity = chosen(model.HazardKinds, h.kind), chosen(model.Severities, h.severity)
	i.What, i.Fixed = strings.TrimSpace(h.what.Value()), h.done.At() == doneFixed
	if h.done.At() == doneOrdered {
		i.Order, err = h.order.value()
	}
	return i, err
}

// fail puts the focus on the field that the error is about.
func (h *found) fail(err error) error {
	field := h.order.at(err)
	switch {
	case refusedAs(err, model.UnknownHazard):
		field = h.kind
	case refusedAs(err, model.WhatNeeded):
		field = h.what
	case refusedAs(err, model.UnknownSeverity):
		field = h.severity
	}
	focusOn(h.form, field)
	return err
}
