package hazards

import (
	"strings"
	"time"

	"beatbook/model"
	"beatbook/ui/story"
	"beatbook/ui/widget"
)

// fillPanel makes the lines of the panel for a width: facts one below the other where there is room, else in a row.
func (p *Page) fillPanel(width int, beside bool) {
	h, ok := p.under()
	if !ok {
		p.panel.Lines = widget.Wrap(p.nothing(), width)
		return
	}
	p.panel.Lines = widget.Wrap(widget.Clean(h.What), width)
	fields := append(p.facts(h), p.story(h)...)
	if !beside {
		p.panel.Lines = append(p.panel.Lines, widget.Wrap(row(p.facts(h)), width)...)
		fields = p.story(h)
	}
	for _, f := range fields {
		p.panel.Lines = append(p.panel.Lines, p.env.Look().Paragraph(f.label, f.value, width)...)
	}
}

func row(fields []field) string {
	words := make([]string, len(fields))
	for i, f := range fields {
		words[i] = f.label + widget.Line(f.value)
	}
	return strings.Join(words, "  ")
}

// nothing says why there is no hazard to be shown.
func (p *Page) nothing() string {
	if len(p.filters()) == 0 && p.filter.text.Sought == "" {
		return p.env.Text.Hazard.NoneOpen
	}
	return p.env.Text.Hazard.NoneMatch
}

// field is a line of the panel: what stands before it, and the rest.
type field struct{ label, value string }

// facts are how the hazard stands now.
func (p *Page) facts(h model.Hazard) []field {
	t := p.env.Text
	state := t.HazardState(h.State)
	if left := t.HazardLeft(h, p.env.Now); left != state {
		state += t.App.ListJoin + left
	}
	return append(p.labelled(
		field{t.Hazard.State, state}, field{t.Hazard.Severity, t.Severity(h.Severity)}, field{t.Hazard.Item, p.item(h)},
	), p.order(h.Order)...)
}

// labelled are the fields that have a value, with a colon behind their labels.
func (p *Page) labelled(fields ...field) []field {
	var filled []field
	for _, f := range fields {
		if f.value != "" {
			filled = append(filled, field{f.label + p.env.Text.App.Colon, f.value})
		}
	}
	return filled
}

func (p *Page) order(o *model.FixOrder) []field {
	if o == nil {
		return nil
	}
	t := p.env.Text.Hazard
	return p.labelled(field{t.Owner, o.Owner}, field{t.Deadline, p.when(o.Deadline)}, field{t.Interim, o.Interim})
}

// item is the name of the item of the checklist that the hazard was found by.
func (p *Page) item(h model.Hazard) string {
	c, _ := p.env.Plan.Checkpoint(h.Checkpoint)
	for _, item := range c.Checklist {
		if item.ID == h.Item {
			return item.Name.In(p.env.Lang)
		}
	}
	return h.Item
}

func (p *Page) when(at time.Time) string { return at.In(p.env.Zone()).Format("2006-01-02 15:04") }

// story are the steps of the hazard in the order of time, each with who took it and what was said with it.
func (p *Page) story(h model.Hazard) []field {
	t := p.env.Text
	found := t.Hazard.FoundAt
	if h.State == model.HazardClosed && h.Closed.Equal(h.Found) {
		found += t.App.ListJoin + t.HazardStep(model.FixedOnSpot)
	}
	told := []field{{p.when(h.Found) + " ", found}}
	for _, m := range h.Moves {
		step := []string{t.HazardStep(m.Step)}
		if m.Parallel {
			step = append(step, t.Hazard.Parallel)
		}
		step = append(step, story.Said(p.unit(m.Unit), t.Behalf(m.Behalf))...)
		told = append(told, field{p.when(m.At) + " ", strings.Join(step, t.App.ListJoin)})
		told = append(told, p.order(m.Order)...)
		told = append(told, p.labelled(field{t.Hazard.Note, m.Note})...)
	}
	return told
}

// unit is the call sign of a unit, its id where the plan does not know it any more.
func (p *Page) unit(id string) string {
	if unit, ok := p.env.Plan.Unit(id); ok {
		return unit.Callsign.In(p.env.Lang)
	}
	return id
}
