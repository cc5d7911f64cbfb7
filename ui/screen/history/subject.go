package history

import (
	"maps"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/dialog"
	"beatbook/ui/lookup"
	"beatbook/ui/report"
	"beatbook/ui/widget"
)

func (p *Page) table() *widget.Table { return &p.tables[p.view] }

// choose fills the rows with the nights of the checkpoint or unit of the view, and keeps the cursor on its night.
func (p *Page) choose() {
	if p.view == duty || p.past == nil {
		return
	}
	if p.ids[p.view] == "" {
		p.ids[p.view] = p.begin()
	}
	night := p.nightUnder()
	p.details.about(p.subject())
	rows := p.past.nights
	if p.view == units {
		rows = slices.DeleteFunc(slices.Clone(rows), func(t model.NightTally) bool { return t.Units[p.ids[units]].Shifts == 0 })
	}
	p.rows[p.view], p.table().Rows = rows, len(rows)
	at := slices.IndexFunc(rows, func(t model.NightTally) bool { return t.Night <= night })
	p.table().SetCursor(at)
}

// nightUnder is the night under the cursor; without one it is later than any.
func (p *Page) nightUnder() model.Date {
	if row, rows := p.table().Cursor(), p.rows[p.view]; row > 0 && row < len(rows) {
		return rows[row].Night
	}
	return "9999-12-31"
}

// names are those of the plan in force and of the plans of the nights.
func (p *Page) names() report.Names {
	r := &model.Report{}
	if p.past != nil {
		r = p.past.Report
	}
	return report.NewNames(p.env.Text, p.env.Plan, r)
}

// name is that of what is looked at.
func (p *Page) name() string {
	if p.view == units {
		return p.names().Unit(p.ids[units])
	}
	return p.names().Checkpoint(p.ids[places])
}

// choices are the checkpoints or units that can be looked at: those of the plan, numbered, then those that only the nights
// know.
func (p *Page) choices() []dialog.Choice {
	var choices []dialog.Choice
	t, names := p.env.Text, p.names()
	add := func(id string, name model.Name, kind string) {
		choices = append(choices, dialog.Choice{Entry: lookup.Entry{ID: id, Name: name, Number: len(choices) + 1}, Kind: kind})
	}
	name := names.Checkpoint
	if p.view == units {
		for _, u := range p.env.Plan.Units {
			add(u.ID, u.Callsign, t.UnitKind(u.Kind))
		}
		name = names.Unit
	} else {
		for _, c := range p.env.Plan.Checkpoints {
			add(c.ID, c.Name, t.PlaceKind(c.Kind))
		}
	}
	for _, id := range slices.Sorted(maps.Keys(p.known())) {
		if at(choices, id) < 0 {
			add(id, model.Name{ZH: name(id), EN: name(id)}, "")
		}
	}
	return choices
}

func at(choices []dialog.Choice, id string) int {
	return slices.IndexFunc(choices, func(c dialog.Choice) bool { return c.ID == id })
}

// begin is the checkpoint or unit to begin with: the first one of which there is something to be seen, else the first one.
func (p *Page) begin() string {
	choices := p.choices()
	for _, c := range choices {
		if s, known := p.known()[c.ID]; known && s.Made+s.Missed+s.Shifts > 0 {
			return c.ID
		}
	}
	if len(choices) == 0 {
		return ""
	}
	return choices[0].ID
}

// known are the checkpoints or units of the nights, with what they came to.
func (p *Page) known() map[string]model.Sums {
	switch {
	case p.past == nil:
		return nil
	case p.view == units:
		return p.past.Units
	}
	return p.past.Checkpoints
}

// show goes to another view.
func (p *Page) show(v view) tea.Cmd {
	p.view = v
	p.panel.Rewind()
	p.choose()
	if v == duty && (p.asked.duty == nil || p.asked.stale) {
		return p.ask(p.asked.at)
	}
	return nil
}

// lookAt goes to another checkpoint or unit.
func (p *Page) lookAt(id string) tea.Cmd {
	p.ids[p.view] = id
	p.panel.Rewind()
	p.choose()
	return p.readOn()
}

// find asks for a checkpoint, a unit or a time.
func (p *Page) find() {
	t := p.env.Text
	switch p.view {
	case duty:
		p.typeTime()
	case units:
		p.env.Open(dialog.NewFindAmong(p.env, t.History.ChooseUnit, t.Patrol.Unit, p.choices(), p.lookAt))
	default:
		p.env.Open(dialog.NewFindAmong(p.env, t.History.Choose, t.Patrol.Name, p.choices(), p.lookAt))
	}
}

// step goes to the checkpoint or unit before or behind, round and round; of a time, by half an hour.
func (p *Page) step(by int) tea.Cmd {
	if p.view == duty {
		return p.stepTime(by)
	}
	choices := p.choices()
	if len(choices) == 0 {
		return nil
	}
	next := (max(at(choices, p.ids[p.view]), 0) + by + len(choices)) % len(choices)
	return p.lookAt(choices[next].ID)
}
