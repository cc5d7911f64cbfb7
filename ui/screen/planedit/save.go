package planedit

import (
	"fmt"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/data/routefile"
	"beatbook/model"
	"beatbook/ui/dialog"
	"beatbook/ui/screen"
	"beatbook/ui/session"
)

// prepared answers with a plan and its file, which says the same.
type prepared struct {
	base   *model.Plan // with which the changes were agreed to
	plan   model.Plan
	source string
	err    error
}

// save shows the changes, to be agreed to, or says why there is nothing to be saved now.
func (p *Page) save() {
	t := p.env.Text.PlanEdit
	adopts := func(r model.Record) bool { return r.Kind == model.PlanAdopted }
	switch {
	case slices.ContainsFunc(p.env.Outbox.Failed(), adopts):
		p.env.Notify(screen.Warning, fmt.Sprintf(t.NotSaved, p.env.Keys.App.Failed.Help().Key))
	case p.saving, slices.ContainsFunc(p.env.Outbox.Waiting(), adopts):
		p.env.Notify(screen.Info, t.BeingSaved)
	case p.Unsaved() == 0:
		p.env.Notify(screen.Info, t.NothingNew)
	case p.nobody():
		p.refuse()
	default:
		p.env.Open(p.question())
	}
}

// nobody reports whether this is a desk without an operator, who would have to answer for the plan.
func (p *Page) nobody() bool { return p.env.Desk != nil && p.env.Desk.Operator == "" }

func (p *Page) refuse() {
	p.env.Notify(screen.Warning, p.env.Text.Error(&model.Refusal{Code: model.OperatorNeeded}))
}

// question is the changes in words, and from when they count.
func (p *Page) question() *dialog.PlanChanges {
	t := p.env.Text.PlanEdit
	var intro []string
	if p.draft.overtaken {
		intro = append(intro, t.Overtaken)
	}
	intro = append(intro, t.FromNextShift)
	if out := p.out(); out > 0 {
		intro = append(intro, fmt.Sprintf(t.KeepOld, out))
	}
	for _, r := range p.draft.plan.Routes {
		if names := p.earlyNames(r); len(names) > 0 {
			intro = append(intro, fmt.Sprintf(t.EarlyOn, p.in(r.Name), p.joined(names)))
		}
	}
	return dialog.NewPlanChanges(p.env, t.SaveTitle, intro, p.said(p.draft.changes), p.prepare)
}

// said are changes in words.
func (p *Page) said(changes []model.PlanChange) []string {
	said := make([]string, len(changes))
	for i, c := range changes {
		said[i] = p.env.Text.PlanChange(c)
	}
	return said
}

// out is how many units are out that this program knows of.
func (p *Page) out() int {
	switch {
	case p.env.Desk != nil:
		return len(p.env.Desk.Board.Out)
	case p.env.Shift() != nil:
		return 1
	}
	return 0
}

// withdrawSave takes the question away.
func (p *Page) withdrawSave() {
	for _, d := range p.env.Dialogs() {
		if _, ok := d.(*dialog.PlanChanges); ok {
			p.env.Close(d)
		}
	}
}

// prepare makes the file of the plan from that of the plan in force, off the screen's loop.
func (p *Page) prepare() tea.Cmd {
	p.saving = true
	base, edited, log := p.draft.base, *p.draft.plan, p.env.Log
	return func() tea.Msg {
		var plan model.Plan
		source, err := sourceInForce(log)
		if err == nil {
			source, err = routefile.Edit(source, edited)
		}
		if err == nil {
			plan, err = routefile.Read(source)
		}
		return prepared{base, plan, string(source), err}
	}
}

// sourceInForce is the file of the plan in force, empty where it came without one.
func sourceInForce(log session.Log) ([]byte, error) {
	record, found, err := log.Latest(model.PlanAdopted, "", log.Stamp().At)
	if err != nil || !found {
		return nil, err
	}
	body, err := model.Decode[model.PlanAdoptedBody](record)
	return []byte(body.Source), err
}

// prepared records the plan, unless things have changed since it was agreed to.
func (p *Page) prepared(msg prepared) tea.Cmd {
	p.saving = false
	t := p.env.Text
	switch {
	case msg.err != nil:
		p.env.Notify(screen.Failure, t.Error(msg.err))
		return nil
	case msg.base != p.env.Plan:
		p.env.Notify(screen.Warning, t.PlanEdit.Overtaken)
		return nil
	case p.nobody():
		p.refuse()
		return nil
	}
	intent := model.AdoptPlan{Plan: msg.plan, Source: msg.source}
	if p.env.Desk != nil {
		intent.Operator = p.env.Desk.Operator
	}
	record, write, err := p.env.Record(intent)
	if err != nil {
		p.env.Notify(screen.Failure, t.Error(err))
		return nil
	}
	p.draft.sent = &msg.plan
	p.env.Announce(record, t.PlanEdit.Saved)
	return write
}
