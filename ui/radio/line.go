package radio

import (
	"cmp"
	"slices"
	"time"

	"beatbook/model"
	"beatbook/ui/lookup"
	"beatbook/ui/text"
)

// Desk is what reports are read against: the plan in force and the shifts that are out. It is made anew when one of them
// changes, is never changed itself, and may be shared.
type Desk struct {
	plan     *model.Plan
	out      []*model.Shift
	shifts   map[string][]*model.Shift // that are out, by unit, the latest first
	known    map[string]model.Unit
	units    *lookup.List
	routes   *lookup.List
	kinds    *lookup.List
	channels *lookup.List
}

// NewDesk prepares the plan in force and the open shifts, which may be of several nights. In their order their units are
// offered as completions.
func NewDesk(plan *model.Plan, out []*model.Shift) *Desk {
	d := &Desk{
		plan: plan, out: out, shifts: map[string][]*model.Shift{}, known: map[string]model.Unit{},
		routes: lookup.NewList(lookup.Routes(plan)), kinds: lookup.NewList(kindEntries(plan)),
		channels: lookup.NewList(channelEntries()),
	}
	var units []lookup.Entry
	add := func(u model.Unit) {
		if _, known := d.known[u.ID]; !known {
			d.known[u.ID] = u
			units = append(units, lookup.Entry{ID: u.ID, Name: u.Callsign})
		}
	}
	for _, s := range out {
		add(s.Unit)
		d.shifts[s.Unit.ID] = append(d.shifts[s.Unit.ID], s)
	}
	for _, u := range plan.Units {
		add(u)
	}
	for _, shifts := range d.shifts {
		slices.SortFunc(shifts, func(a, b *model.Shift) int {
			return cmp.Or(b.Started.Compare(a.Started), cmp.Compare(a.ID, b.ID))
		})
	}
	d.units = lookup.NewList(units)
	return d
}

func kindEntries(plan *model.Plan) []lookup.Entry {
	var list []lookup.Entry
	for _, kind := range plan.OutcomeKinds() {
		name := model.Name{ZH: text.For(model.ZH).OutcomeIn(plan, kind), EN: text.For(model.EN).OutcomeIn(plan, kind)}
		list = append(list, lookup.Entry{ID: string(kind), Name: name})
	}
	return list
}

func channelEntries() []lookup.Entry {
	var list []lookup.Entry
	for _, channel := range model.Channels {
		name := model.Name{ZH: text.For(model.ZH).Channel(channel), EN: text.For(model.EN).Channel(channel)}
		list = append(list, lookup.Entry{ID: string(channel), Name: name})
	}
	return list
}

// Context is in what a line is read.
type Context struct {
	*Desk
	Now      time.Time
	Operator string        // who writes it down
	Text     *text.Strings // of the reader's language
}

// Span is a piece of the line in bytes, from a border of a character to another.
type Span struct{ From, To int }

// Role is what a word of the line is.
type Role string

// The roles.
const (
	UnitWord       Role = "unit"
	CheckpointWord Role = "checkpoint"
	ModeWord       Role = "mode"
	TimeWord       Role = "time"
	OutcomeWord    Role = "outcome"
	ChannelWord    Role = "channel"
	SkipWord       Role = "skip"
	StartWord      Role = "start"
	EndWord        Role = "end"
	HeardWord      Role = "heard"
	RouteWord      Role = "route"
	CrewWord       Role = "crew" // the marker and the names
	NoteMarker     Role = "note-marker"
	NoteText       Role = "note" // or the reason of a skip or an end
)

// Word is a piece of the line that was understood.
type Word struct {
	Span
	Role Role
}

// Report is what one unit reports.
type Report struct {
	Span
	Words    []Word       // in the order of the line
	Unit     model.Unit   // empty where it is not known
	Shift    *model.Shift // that is reported on; nil where it is started or unknown
	Night    model.Date   // that the records will belong to; empty where there are none
	Intents  []model.Intent
	Preview  string   // what the intents record and how it will be judged, in the reader's language
	Marked   bool     // it will be judged as out of the ordinary
	Doubts   []string // what may have been meant otherwise, in the reader's language
	Problems []Problem
}

// Line is a line of reports. It is to be recorded only as a whole, where it has no problems: the intents in their order.
type Line struct{ Reports []Report }

// Problems are those of all reports in the order of the line.
func (l Line) Problems() []Problem {
	var problems []Problem
	for _, r := range l.Reports {
		problems = append(problems, r.Problems...)
	}
	return problems
}
