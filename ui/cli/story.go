package cli

import (
	"cmp"
	"strings"
	"time"

	"beatbook/model"
	"beatbook/ui/story"
)

// entry is one record of the log: the shape that `log --json` prints, and what the other forms are made of. Of a
// correction the fields say what the check-in should have said.
type entry struct {
	ID         string     `json:"id"`
	At         string     `json:"at"` // RFC 3339 in the zone of the record
	Night      model.Date `json:"night"`
	Device     string     `json:"device"`
	Seq        uint64     `json:"seq"`
	Kind       model.Kind `json:"kind"`
	Shift      string     `json:"shift,omitempty"`
	Unit       string     `json:"unit,omitempty"`
	Route      string     `json:"route,omitempty"`
	Checkpoint string     `json:"checkpoint,omitempty"`
	Round      int        `json:"round,omitempty"`
	Mode       model.Mode `json:"mode,omitempty"`
	Plate      string     `json:"plate,omitempty"`
	Crew       []string   `json:"crew,omitempty"`
	Note       string     `json:"note,omitempty"`
	Reason     string     `json:"reason,omitempty"`
	Handover   string     `json:"handover,omitempty"`
	For        string     `json:"for,omitempty"`      // when it happened, where that is not when it was written down
	Of         string     `json:"of,omitempty"`       // id of the record that is corrected or withdrawn
	Operator   string     `json:"operator,omitempty"` // who sat at the desk, or wrote it down for the unit
	Channel    string     `json:"channel,omitempty"`  // by which the unit reported it
	Withdrawn  bool       `json:"withdrawn"`
	ClockDoubt bool       `json:"clock_in_doubt"`

	time  time.Time // in the zone of the record
	call  string    // call sign of the unit
	place string    // name of the checkpoint
	words string    // the rest in words
}

// entries are the records of the night in order.
func (p *program) entries(night *model.Night, hazards *model.Hazards) []entry {
	t := story.Teller{Text: p.text, Night: night, Hazards: hazards}
	var list []entry
	for _, r := range night.Story() {
		list = append(list, tell(t, story.LineOf(r)))
	}
	return list
}

func tell(t story.Teller, l *story.Line) entry {
	at := t.At(l)
	e := entry{
		ID: l.ID, At: stampIn(at, at.Location()), Night: l.Night, Device: l.Device, Seq: l.Seq, Kind: l.Kind,
		Checkpoint: cmp.Or(story.Value(l.Checkpoint), ofHazard(t.Hazards, l.Hazard), about(t.Night, l.Of)), Round: l.Round,
		Mode: story.Value(l.Mode), Plate: l.Plate,
		Crew: l.Crew, Note: story.Value(l.Note), Reason: l.Reason, Handover: l.Handover, For: stampIn(story.Value(l.For), at.Location()), Of: l.Of, Operator: l.Operator,
		Withdrawn: t.Night.Withdrawn(l.ID), ClockDoubt: t.Night.Doubted(l.ID), time: at, call: t.Unit(l), words: words(t, l),
	}
	if l.Behalf != nil {
		e.Operator, e.Channel = l.Behalf.Operator, string(l.Behalf.Channel)
	}
	if shift := t.Shift(l); shift != nil {
		e.Shift, e.Unit, e.Route = shift.ID, shift.Unit.ID, shift.Route.ID
	}
	e.Unit, e.place = cmp.Or(e.Unit, l.By), t.PlaceName(l, e.Checkpoint)
	return e
}

// words are what the record says beside its time, unit, kind and place.
func words(t story.Teller, l *story.Line) string {
	return strings.Join(story.Said(
		t.Route(l), t.Site(l), t.Sample(l), t.About(l), t.Mode(l), t.ReportedFor(l), t.Work(l), l.Plate, t.Crew(l), story.Value(l.Note),
		t.Behalf(l), t.Operator(l),
		t.Reason(l), t.Handover(l), t.Standing(l), t.Verdict(l),
	), "  ")
}

// ofHazard is the checkpoint of a hazard.
func ofHazard(hazards *model.Hazards, id string) string {
	hazard, _ := hazards.Find(id)
	return hazard.Checkpoint
}

// about is the checkpoint of the record that another one corrects or withdraws.
func about(night *model.Night, of string) string {
	r, ok := night.Record(of)
	if !ok {
		return ""
	}
	return story.Value(story.LineOf(r).Checkpoint)
}
