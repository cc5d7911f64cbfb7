package nightlog

import (
	"fmt"
	"strings"
	"time"

	"beatbook/model"
	"beatbook/ui/story"
	"beatbook/ui/text"
	"beatbook/ui/theme"
	"beatbook/ui/widget"
)

// panel shows the selected record in full. Its lines are kept as long as nothing that they depend on changes.
type panel struct {
	widget.Reader
	of      panelOf
	version int // of the rows
}

type panelOf struct {
	record  string
	version int
	judged  time.Time
	text    *text.Strings
	styles  *theme.Styles
	width   int
	beside  bool
}

// fillPanel makes the lines of the panel for a width.
func (p *Page) fillPanel(width int, beside bool) {
	r := p.selected()
	of := panelOf{version: p.panel.version, text: p.env.Text, styles: p.env.Styles, width: width, beside: beside}
	if r.line != nil {
		of.record, of.judged = r.ID, r.in.judgedAt
	}
	if of == p.panel.of {
		return
	}
	if of.record != p.panel.of.record {
		p.panel.Rewind()
	}
	p.panel.of = of
	if r.line == nil {
		p.panel.Lines = widget.Wrap(widget.Line(p.nothing()), width)
		return
	}
	t := p.teller(r.in)
	written, facts := t.written(r.line), t.fields(r.line)
	if r.in != p.shown {
		facts = append([]field{{p.env.Text.Log.Night, string(r.Night)}}, facts...)
	}
	p.panel.Lines = p.paragraphs(written, width)
	if beside {
		p.panel.Lines = append(p.panel.Lines, p.paragraphs(facts, width)...)
		return
	}
	words := make([]string, len(facts))
	for i, f := range facts {
		words[i] = f.label + p.env.Text.App.Colon + widget.Line(f.value)
	}
	p.panel.Lines = append(p.panel.Lines, widget.Wrap(strings.Join(words, "  "), width)...)
}

// nothing says why there is no record to be shown.
func (p *Page) nothing() string {
	if p.search.Sought != "" {
		return fmt.Sprintf(p.env.Text.Log.NotFound, p.search.Sought)
	}
	return p.env.Text.Log.Empty
}

func (p *Page) paragraphs(fields []field, width int) []string {
	var lines []string
	for _, f := range fields {
		lines = append(lines, p.env.Look().Paragraph(f.label+p.env.Text.App.Colon, f.value, width)...)
	}
	return lines
}

type field struct{ label, value string }

func filledFields(fields []field) []field {
	var filled []field
	for _, f := range fields {
		if f.value != "" {
			filled = append(filled, f)
		}
	}
	return filled
}

// told is what a check-in says, or is to say after a correction.
type told struct {
	checkpoint string
	mode       model.Mode
	note       string
	at         time.Time
}

func toldBy(l *story.Line) told {
	return told{story.Value(l.Checkpoint), story.Value(l.Mode), story.Value(l.Note), l.Happened()}
}

// versions are what was said at first and what is to be said in its place: of a check-in what counts now, of a
// correction what it asks for.
func (t teller) versions(l *line) (before, after told) {
	own := toldBy(l.Line)
	if v, counts := t.Verdicts[l.ID]; counts {
		return own, told{v.Visit.Checkpoint, v.Visit.Mode, v.Visit.Note, v.Visit.At}
	}
	of, ok := t.Night.Record(l.Of)
	if l.Kind != model.Corrected || !ok {
		return own, own
	}
	before = toldBy(story.LineOf(of))
	after = before
	if l.Checkpoint != nil {
		after.checkpoint = *l.Checkpoint
	}
	if l.Mode != nil {
		after.mode = *l.Mode
	}
	if l.Note != nil {
		after.note = *l.Note
	}
	if l.For != nil {
		after.at = *l.For
	}
	return before, after
}

// changed is the value, with the arrow to the corrected one where that differs.
func (t teller) changed(before, after string) string {
	if before == after {
		return before
	}
	if before == "" {
		before = t.Text.App.None
	}
	if after == "" {
		after = t.Text.App.None
	}
	return before + " " + t.Arrow + " " + after
}

// written is what somebody wrote at length, and what the judge says.
func (t teller) written(l *line) []field {
	log := t.Text.Log
	before, after := t.versions(l)
	return filledFields([]field{
		{t.Text.RecordKind(l.Kind), t.Work(l.Line)}, {log.Note, t.changed(before.note, after.note)}, {log.Left, l.Handover}, {log.ReasonLabel, l.Reason},
		{log.Judged, t.Verdict(l.Line)}, {log.Alerts, t.Alerts(l.Line)}, {t.Text.Desk.KeyRoll, t.RollCall(l.Line)},
	})
}

// fields are all else that the record says and that is known of it.
func (t teller) fields(l *line) []field {
	log, names := t.Text.Log, t.Text.Patrol
	before, after := t.versions(l)
	place := t.Place(l.Line)
	if before.checkpoint != "" {
		place = t.changed(t.PlaceName(l.Line, before.checkpoint), t.PlaceName(l.Line, after.checkpoint))
	}
	happened := t.changed(t.time(before.at), t.time(after.at))
	if before.at.Equal(after.at) && l.For == nil {
		happened = ""
	}
	fields := []field{
		{log.Kind, t.About(l.Line)}, {log.Plan, t.Plan(l.Line)}, {log.Unit, t.Unit(l.Line)}, {log.Place, place},
		{names.Mode, t.changed(t.modeOf(before), t.modeOf(after))}, {names.Plate, l.Plate}, {log.Happened, happened},
		{names.Crew, strings.Join(l.Crew, t.Text.App.ListJoin)}, {names.Route, t.Route(l.Line)}, {t.Text.Words.Round, t.round(l)},
	}
	operator, channel := t.operator(l)
	fields = append(fields, field{t.Text.Desk.Operator, operator}, field{log.Channel, channel})
	fields = append(fields, t.later(l)...)
	return filledFields(append(fields, field{log.Device, t.origin(l)}, field{log.Received, t.received(l)}))
}

// operator is who wrote it down at the desk, and how the unit had reported it.
func (t teller) operator(l *line) (name, channel string) {
	switch {
	case l.Behalf != nil && l.Behalf.Channel == model.AtDesk: // it was not reported
		return l.Behalf.Operator, ""
	case l.Behalf != nil:
		return l.Behalf.Operator, t.Text.Channel(l.Behalf.Channel)
	}
	return strings.Join(story.Said(l.Operator, text.Filled(t.Text.Log.Relieves, l.Relieves)), t.Text.App.ListJoin), ""
}

func (t teller) modeOf(v told) string {
	if v.mode == "" {
		return ""
	}
	return t.Text.Mode(v.mode)
}

func (t teller) round(l *line) string {
	if l.Round == 0 {
		return ""
	}
	return fmt.Sprint(l.Round)
}

// later are the corrections and withdrawals of the record that count, with their reasons.
func (t teller) later(l *line) []field {
	var fields []field
	for _, other := range t.in.lines {
		if other.Of != l.ID || t.Night.Withdrawn(other.ID) {
			continue
		}
		label := t.Text.Log.CorrectedAt
		if other.Kind == model.Withdrawn {
			label = t.Text.Log.WithdrawnAt
		}
		fields = append(fields, field{label, strings.TrimSpace(t.time(other.At) + " " + other.Reason)})
	}
	return fields
}

// origin is the device and the place in its series.
func (t teller) origin(l *line) string {
	device := l.Device
	if device == t.Device {
		device = t.Text.Log.ThisDevice
	}
	if l.Seq == 0 {
		return device + t.Text.App.ListJoin + t.Text.Patrol.Writing
	}
	return device + t.Text.App.ListJoin + fmt.Sprintf(t.Text.Log.Number, l.Seq)
}

func (t teller) received(l *line) string {
	if l.Received.IsZero() {
		return ""
	}
	return l.Received.In(t.Zone).Format(dayClock)
}
