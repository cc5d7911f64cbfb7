package story

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"beatbook/model"
	"beatbook/ui/text"
)

// Teller puts the records of a night into words. Each method tells one thing of a line and is empty where the line does
// not say it; what people wrote is told as they wrote it, line breaks included.
type Teller struct {
	Text      *text.Strings
	Night     *model.Night
	Hazards   *model.Hazards
	Zone      *time.Location         // that times are told in; nil: that of each record
	Verdicts  map[string]Verdict     // by the id of the record; nil: the judge is not asked
	Device    string                 // id of the device that needs no mention; empty: none is mentioned
	Arrow     string                 // from what was said to what holds
	Elsewhere func(id string) string // name of a checkpoint that the plan of the shift lacks; nil: that of the other shifts
}

// Said are the texts that are not empty.
func Said(texts ...string) []string {
	return slices.DeleteFunc(texts, func(s string) bool { return s == "" })
}

// Details are what the line says beside its time, unit, kind and place, without the note, which may be long.
func (t Teller) Details(l *Line) []string {
	return Said(
		t.Standing(l), t.About(l), t.Moved(l), t.Plan(l), t.Route(l), t.Mode(l), t.Work(l), l.Plate, t.ReportedFor(l), t.Verdict(l),
		t.Alerts(l), t.RollCall(l), t.Crew(l), t.Behalf(l), t.Operator(l), t.Origin(l), t.Reason(l), t.Handover(l),
	)
}

// At is when the line was written down, in the zone that its times are told in.
func (t Teller) At(l *Line) time.Time { return l.At.In(t.zoneOf(l)) }

func (t Teller) zoneOf(l *Line) *time.Location {
	if t.Zone != nil {
		return t.Zone
	}
	return text.ZoneOf(l.Record)
}

func (t Teller) clock(l *Line, at time.Time) string { return at.In(t.zoneOf(l)).Format(time.TimeOnly) }

// Shift is the one that the line belongs to, or that took the step with a hazard; nil where there is none that is known.
func (t Teller) Shift(l *Line) *model.Shift {
	id := t.Night.ShiftOf(l.ID)
	if l.Kind == model.HazardMoved {
		id = l.Shift
	}
	shift, _ := t.Night.Shift(id)
	return shift
}

// Unit is the call sign of the unit that the line is about, or that did what it says.
func (t Teller) Unit(l *Line) string {
	if shift := t.Shift(l); shift != nil {
		return t.name(shift.Unit.Callsign)
	}
	return t.unitName(l.By)
}

// unitName is the call sign of a unit that was out in the night, else its id.
func (t Teller) unitName(id string) string {
	for _, shift := range t.Night.Shifts() {
		if shift.Unit.ID == id {
			return t.name(shift.Unit.Callsign)
		}
	}
	return id
}

// Place is the name of the checkpoint that the line is about: that of the hazard, or of the record that is corrected or
// withdrawn.
func (t Teller) Place(l *Line) string {
	id := Value(l.Checkpoint)
	if hazard, ok := t.Hazards.Find(l.Hazard); ok {
		id = hazard.Checkpoint
	} else if l.Of != "" {
		id, _ = PlaceAbout(t.Night, l)
	}
	return t.PlaceName(l, id)
}

// PlaceName is the name of a checkpoint in the plan of the line's shift.
func (t Teller) PlaceName(l *Line, id string) string {
	if shift := t.Shift(l); shift != nil {
		if c, ok := shift.Plan.Checkpoint(id); ok {
			return cmp.Or(t.name(c.Name), id)
		}
	}
	if t.Elsewhere != nil {
		return t.Elsewhere(id)
	}
	for _, shift := range t.Night.Shifts() {
		if c, ok := shift.Plan.Checkpoint(id); ok {
			return cmp.Or(t.name(c.Name), id)
		}
	}
	return id
}

// Standing says where the record counts no more, or is not yet on the disk.
func (t Teller) Standing(l *Line) string {
	switch {
	case t.Night.Withdrawn(l.ID):
		return t.Text.Log.Withdrawn
	case l.Seq == 0:
		return t.Text.Patrol.Writing
	}
	return ""
}

// About names the record that the line corrects or withdraws.
func (t Teller) About(l *Line) string {
	of, ok := t.Night.Record(l.Of)
	if !ok {
		return ""
	}
	format := t.Text.Command.Corrects
	if l.Kind == model.Withdrawn {
		format = t.Text.Command.Withdraws
	}
	return fmt.Sprintf(format, t.Text.RecordKind(of.Kind), t.clock(l, of.At))
}

// Moved is the checkpoint that a correction gives.
func (t Teller) Moved(l *Line) string {
	if l.Kind != model.Corrected || l.Checkpoint == nil {
		return ""
	}
	return t.Arrow + " " + t.PlaceName(l, *l.Checkpoint)
}

func (t Teller) name(n model.Name) string { return n.In(t.Text.Lang) }

func (t Teller) list(texts []string) string { return strings.Join(texts, t.Text.App.ListJoin) }
