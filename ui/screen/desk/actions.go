package desk

import (
	"fmt"
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/dialog"
	"beatbook/ui/screen"
)

// signed acts at once where somebody has signed on at the desk, else after a form to do so, which says what it waits for.
func (p *Page) signed(what string, act func() tea.Cmd) tea.Cmd {
	if p.env.Desk.Operator != "" {
		return act()
	}
	p.env.Open(dialog.NewSignOn(p.env, what, act))
	return nil
}

// doing is what a key does, and to what.
func (p *Page) doing(does, what string) string { return does + p.env.Text.App.Colon + what }

func (p *Page) operator() {
	if p.env.Desk.Operator == "" {
		p.env.Open(dialog.NewSignOn(p.env, "", nil))
		return
	}
	p.env.Open(dialog.NewRelief(p.env))
}

// acknowledgeOne is for the alert under the cursor, or the first one unless that has just come up.
func (p *Page) acknowledgeOne() tea.Cmd {
	alert, ok := p.alerts.under()
	if !ok {
		p.env.Notify(screen.Warning, p.env.Text.Desk.NoAlert)
		return nil
	}
	now := p.env.Log.Stamp().At
	if now.Sub(p.alerts.pushed).Abs() < settling || now.Sub(p.alerts.seen).Abs() < echo {
		return nil
	}
	p.alerts.seen = now
	said := alert.Shift.Unit.Callsign.In(p.env.Lang) + " " + p.env.Text.AlertKind(alert.Kind)
	return p.acknowledge([]model.Alert{alert}, said, fmt.Sprintf(p.env.Text.Desk.AcknowledgedOne, said))
}

func (p *Page) acknowledgePassed() tea.Cmd {
	var passed []model.Alert
	for _, a := range p.alerts.list {
		if !a.Passed.IsZero() {
			passed = append(passed, a)
		}
	}
	if len(passed) == 0 {
		p.env.Notify(screen.Warning, p.env.Text.Desk.NonePassed)
		return nil
	}
	return p.acknowledge(passed, strconv.Itoa(len(passed)), fmt.Sprintf(p.env.Text.Desk.Acknowledged, len(passed)))
}

// acknowledge records that the operator has seen the alerts, a record for each shift.
func (p *Page) acknowledge(seen []model.Alert, what, said string) tea.Cmd {
	return p.signed(p.doing(p.env.Text.Desk.KeyConfirm, what), func() tea.Cmd {
		var cmds []tea.Cmd
		for _, i := range p.acknowledgements(seen) {
			record, err := p.env.IntendFor(i.Shift, i)
			if err != nil {
				p.env.Notify(screen.Failure, p.env.Text.Error(err))
				break
			}
			p.env.Announce(record, said)
			cmds = append(cmds, p.env.Outbox.Put(record))
		}
		p.env.Judge()
		return tea.Batch(cmds...)
	})
}

// acknowledgements are the intents for the alerts, in the order of their shifts.
func (p *Page) acknowledgements(seen []model.Alert) []model.AcknowledgeAlerts {
	var intents []model.AcknowledgeAlerts
	at := map[string]int{}
	for _, a := range seen {
		i, ok := at[a.Shift.ID]
		if !ok {
			i = len(intents)
			at[a.Shift.ID] = i
			intents = append(intents, model.AcknowledgeAlerts{Shift: a.Shift, Operator: p.env.Desk.Operator})
		}
		intents[i].Alerts = append(intents[i].Alerts, a.Key)
	}
	return intents
}

func (p *Page) rollCall() tea.Cmd {
	if len(p.env.Desk.Board.Out) == 0 {
		p.env.Notify(screen.Warning, p.env.Text.Desk.NobodyOut)
		return nil
	}
	return p.signed(p.env.Text.Desk.KeyRoll, func() tea.Cmd {
		p.env.Open(dialog.NewRollCall(p.env))
		return nil
	})
}

// chosen is the open shift that keys are about: that of the alert or of the row under the cursor. It is nil where there is
// none, which is said.
func (p *Page) chosen() *model.Shift {
	shift := p.under()
	if alert, ok := p.alerts.under(); ok && p.alerts.focused {
		shift = alert.Shift
	}
	if shift == nil || !shift.Open() {
		p.env.Notify(screen.Warning, p.env.Text.Desk.NoShift)
		return nil
	}
	return shift
}

// open goes to the patrol of the chosen shift.
func (p *Page) open() {
	if shift := p.chosen(); shift != nil {
		p.pick(shift)
		p.env.Visit(screen.Patrol)
	}
}

// start goes to the form of a new shift.
func (p *Page) start() tea.Cmd {
	return p.signed(p.env.Text.Desk.KeyStart, func() tea.Cmd {
		p.pick(nil)
		p.env.Visit(screen.StartForm)
		return nil
	})
}

// end opens the form that ends the chosen shift.
func (p *Page) end() tea.Cmd {
	shift := p.chosen()
	if shift == nil {
		return nil
	}
	return p.signed(p.doing(p.env.Text.Desk.KeyEnd, shift.Unit.Callsign.In(p.env.Lang)), func() tea.Cmd {
		p.pick(shift)
		p.env.Open(dialog.NewEnd(p.env))
		return nil
	})
}

// undo takes back the record that was written here last, of whatever unit, as long as it is fresh.
func (p *Page) undo() tea.Cmd {
	t := p.env.Text
	shift, record, ok := p.env.UndoableAtDesk()
	if !ok || p.env.Now.Sub(record.At) > model.UndoTime {
		p.env.NothingToUndo(record, p.env.Keys.Desk.End)
		return nil
	}
	p.env.Pick(shift)
	withdrawn, write, err := p.env.Record(p.env.Undo(shift.ID, record))
	p.pick(nil)
	if err != nil {
		p.env.Notify(screen.Failure, t.Error(err))
		return nil
	}
	p.env.Announce(withdrawn, fmt.Sprintf(t.Patrol.Undone, shift.Unit.Callsign.In(p.env.Lang)+" "+t.RecordKind(record.Kind)))
	return write
}

func (p *Page) pick(shift *model.Shift) {
	p.env.Pick(shift)
	p.env.Judge()
}

// silence turns the bell off for a while, or on again.
func (p *Page) silence() {
	t := p.env.Text.Desk
	p.bell.toggle(p.env.Now)
	if p.bell.silentAt(p.env.Now) {
		p.env.Notify(screen.Info, fmt.Sprintf(t.BellOff, p.env.HHMM(p.bell.silent)))
		return
	}
	p.env.Notify(screen.Info, t.BellOn)
}
