package cli

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"beatbook/model"
	"beatbook/ui/text"
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
	For        string     `json:"for,omitempty"` // when it happened, where that is not when it was written down
	Of         string     `json:"of,omitempty"`  // id of the record that is corrected or withdrawn
	Withdrawn  bool       `json:"withdrawn"`
	ClockDoubt bool       `json:"clock_in_doubt"`

	time  time.Time // in the zone of the record
	call  string    // call sign of the unit
	place string    // name of the checkpoint
	words string    // the rest in words
}

// teller puts the records of a night into words.
type teller struct {
	text    *text.Strings
	night   *model.Night
	hazards *model.Hazards
}

// entries are the records of the night in order.
func (p *program) entries(night *model.Night, hazards *model.Hazards) []entry {
	t := teller{p.text, night, hazards}
	var list []entry
	for _, r := range night.Story() {
		list = append(list, t.tell(r))
	}
	return list
}

func (t teller) tell(r model.Record) entry {
	zone, err := time.LoadLocation(r.Zone)
	if err != nil {
		zone = time.UTC
	}
	f := model.FactsOf(r)
	e := entry{
		ID: r.ID, At: stampIn(r.At, zone), Night: r.Night, Device: r.Device, Seq: r.Seq, Kind: r.Kind,
		Checkpoint: cmp.Or(value(f.Checkpoint), t.about(f.Of)), Round: f.Round, Mode: value(f.Mode), Plate: f.Plate, Crew: f.Crew, Note: value(f.Note),
		Reason: f.Reason, Handover: f.Handover, For: stampIn(value(f.For), zone), Of: f.Of,
		Withdrawn: t.night.Withdrawn(r.ID), ClockDoubt: t.night.Doubted(r.ID), time: r.At.In(zone),
	}
	if shift, ok := t.night.Shift(t.night.ShiftOf(r.ID)); ok {
		e.Shift, e.Unit, e.Route, e.call = shift.ID, shift.Unit.ID, shift.Route.ID, t.name(shift.Unit.Callsign)
		place, _ := shift.Plan.Checkpoint(e.Checkpoint)
		e.place = cmp.Or(t.name(place.Name), e.Checkpoint)
		if r.Kind == model.ShiftStarted {
			e.words = t.name(shift.Route.Name)
		}
	}
	e.words = strings.Join(slices.DeleteFunc(t.words(e, f), func(s string) bool { return s == "" }), "  ")
	return e
}

// words are what the record says beside its time, unit, kind and place.
func (t teller) words(e entry, f model.Facts) []string {
	log := t.text.Log
	said := []string{e.words}
	if e.Kind == model.PlanAdopted {
		said = append(said, t.name(f.Plan.Site.Name))
	}
	if f.Sample {
		said = append(said, log.SamplePlan)
	}
	if of, ok := t.night.Record(f.Of); ok {
		format := t.text.Command.Corrects
		if e.Kind == model.Withdrawn {
			format = t.text.Command.Withdraws
		}
		said = append(said, fmt.Sprintf(format, t.text.RecordKind(of.Kind), clockIn(of.At, e.time.Location())))
	}
	if f.Mode != nil {
		said = append(said, t.text.Mode(*f.Mode))
	}
	if f.For != nil {
		said = append(said, fmt.Sprintf(log.ReportedFor, clockIn(*f.For, e.time.Location())))
	}
	said = append(said,
		t.work(e, f), f.Plate, text.Filled(log.Crew, strings.Join(f.Crew, t.text.App.ListJoin)), value(f.Note), text.Filled(log.Reason, f.Reason), text.Filled(log.Handover, f.Handover))
	if e.Withdrawn {
		said = append(said, log.Withdrawn)
	}
	if e.ClockDoubt {
		said = append(said, t.text.Mark(model.ClockDoubt))
	}
	return said
}

// work is what the record tells of work done.
func (t teller) work(e entry, f model.Facts) string {
	r, _ := t.night.Record(e.ID)
	var plan *model.Plan
	if shift, ok := t.night.Shift(e.Shift); ok {
		plan = &shift.Plan
	}
	work := strings.TrimSpace(t.text.Work(r, f, plan))
	if hazard, ok := t.hazards.Find(f.Hazard); ok {
		return oneLine(hazard.What) + t.text.App.Colon + work
	}
	return work
}

// about is the checkpoint of the record that another one corrects or withdraws.
func (t teller) about(of string) string {
	r, ok := t.night.Record(of)
	if !ok {
		return ""
	}
	return value(model.FactsOf(r).Checkpoint)
}

func (t teller) name(n model.Name) string { return n.In(t.text.Lang) }

// value is what p points to, nothing where it points to nothing.
func value[T any](p *T) T {
	if p == nil {
		var none T
		return none
	}
	return *p
}
