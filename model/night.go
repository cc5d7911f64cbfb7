package model

import (
	"slices"
	"strings"
	"time"
)

// Night is the projection of a night's records: fold them in with Apply or Read, in any order, and it is the same night.
// It is not safe for use by several goroutines.
type Night struct {
	Date    Date
	entries map[string]*entry // by id
	arrived []*entry          // the same as they came, mostly in order: then sorting costs little
	room    []entry           // where they are, as many as there was room for
	texts   texts
	plans   *Plans
	parser  Parser
	told    *told    // what follows from the entries; nil when they have changed
	spare   []*Shift // of another night; nobody looks at them any more
}

// told is what the entries tell.
type told struct {
	story       []*entry // in order
	shifts      []*Shift
	withdrawn   map[string]bool
	corrections map[string][]*entry // by the record they correct
}

// NewNight is a night of which nothing is known.
func NewNight(date Date) *Night { return new(Plans).NewNight(date) }

// Apply folds a record in and reports whether the night changed. Records of other nights, of unknown kinds and with
// unreadable bodies change nothing but the story; the same record twice changes nothing. A record that a store has numbered
// takes the place of the same one without a number.
func (n *Night) Apply(r Record) bool {
	if r.Night != n.Date {
		return false
	}
	e, known := n.entries[r.ID]
	switch {
	case !known:
		e = n.next()
		n.keep()
		n.entries[r.ID], n.arrived = e, append(n.arrived, e)
	case e.Seq != 0 || r.Seq == 0:
		return false
	}
	*e = entry{Record: r}
	n.parser.isCheckIn = false
	n.read(e)
	return true
}

// Read folds in the record that the bytes are, with what belongs to it beside them, as ParseRecord and Apply would. The night
// holds on to both. Every error wraps ErrRecord, and changes nothing.
func (n *Night) Read(b []byte, received time.Time, signature []byte) error {
	e := n.next()
	*e = entry{}
	if err := n.parser.parseInto(b, &e.Record); err != nil {
		return err
	}
	e.Received, e.Signature = received, signature
	if e.Night != n.Date {
		return nil
	}
	known := len(n.entries)
	n.entries[e.ID] = e // looked up once: hardly one of those that are read comes twice
	if len(n.entries) == known {
		same := slices.IndexFunc(n.arrived, func(old *entry) bool { return old.ID == e.ID })
		n.entries[e.ID] = n.arrived[same]
		n.Apply(e.Record)
		return nil
	}
	n.keep()
	n.arrived = append(n.arrived, e)
	n.read(e)
	return nil
}

// Renew makes the night another one of which nothing is known, like Plans.NewNight, with room for as many records. It uses
// its memory again: of all that it told before only tallies may still be looked at.
func (n *Night) Renew(p *Plans, date Date, records int) {
	if n.entries == nil || records > cap(n.room) {
		*n = Night{entries: make(map[string]*entry, records), arrived: make([]*entry, 0, records), room: make([]entry, 0, records)}
	}
	clear(n.entries)
	var spare []*Shift
	if n.told != nil {
		spare = n.told.shifts
	}
	*n = Night{Date: date, entries: n.entries, arrived: n.arrived[:0], room: n.room[:0], texts: texts{}, plans: p, parser: Parser{plans: p}, spare: spare}
}

// next is where the next entry goes, which may hold one of another night.
func (n *Night) next() *entry {
	if next := len(n.room); next < cap(n.room) {
		return &n.room[:next+1][next]
	}
	return new(entry)
}

// keep takes the next entry into the room, if there was any.
func (n *Night) keep() {
	if next := len(n.room); next < cap(n.room) {
		n.room = n.room[:next+1]
	}
}

// Drop takes out a record that no store has numbered, because writing it failed.
func (n *Night) Drop(id string) {
	if e, ok := n.entries[id]; ok && e.Seq == 0 {
		delete(n.entries, id)
		n.arrived = slices.DeleteFunc(n.arrived, func(a *entry) bool { return a == e })
		n.told = nil
	}
}

// Len is the number of records.
func (n *Night) Len() int { return len(n.entries) }

// Story is every record of the night in order: of each device in the order of its series, devices among each other by
// the clock.
func (n *Night) Story() []Record {
	story := n.tell().story
	records := make([]Record, len(story))
	for i, e := range story {
		records[i] = e.Record
	}
	return records
}

// Last is the last record that a device wrote in the night.
func (n *Night) Last(device string) (Record, bool) {
	story := n.tell().story
	for i := len(story) - 1; i >= 0; i-- {
		if story[i].Device == device {
			return story[i].Record, true
		}
	}
	return Record{}, false
}

// Shifts are the shifts of the night by their start.
func (n *Night) Shifts() []*Shift { return n.tell().shifts }

// Shift finds a shift by id.
func (n *Night) Shift(id string) (*Shift, bool) {
	return find(n.Shifts(), func(s *Shift) bool { return s.ID == id })
}

// Withdrawn reports whether the record counts no more.
func (n *Night) Withdrawn(id string) bool { return n.tell().withdrawn[id] }

// Doubted reports whether the clock of the device was in doubt when it wrote the record (R11).
func (n *Night) Doubted(id string) bool {
	n.tell()
	e, ok := n.entries[id]
	return ok && e.doubt
}

// Record finds a record by id.
func (n *Night) Record(id string) (Record, bool) {
	e, ok := n.entries[id]
	if !ok {
		return Record{}, false
	}
	return e.Record, true
}

// ShiftOf is the id of the shift that the record belongs to, empty where it belongs to none.
func (n *Night) ShiftOf(id string) string {
	if e, ok := n.entries[id]; ok {
		return e.shift()
	}
	return ""
}

func (n *Night) open(shift string) (*Shift, error) {
	s, ok := n.Shift(shift)
	if !ok || !s.Open() {
		return nil, refuse(NoShift, shift)
	}
	return s, nil
}

// openAt is an open shift and a checkpoint of its plan.
func (n *Night) openAt(shift, checkpoint string) (*Shift, Checkpoint, error) {
	s, err := n.open(shift)
	if err != nil {
		return nil, Checkpoint{}, err
	}
	c, ok := s.Plan.Checkpoint(checkpoint)
	if !ok {
		return nil, c, refuse(UnknownCheckpoint, checkpoint)
	}
	return s, c, nil
}

// earlier finds a record that is to be corrected or withdrawn, and asks for a reason where it is not fresh (R1).
func (n *Night) earlier(shift, of, reason string, now Stamp) (*Shift, Record, error) {
	s, ok := n.Shift(shift)
	if !ok {
		return nil, Record{}, refuse(NoShift, shift)
	}
	e, ok := n.entries[of]
	if !ok || e.shift() != shift {
		return nil, Record{}, refuse(UnknownRecord, of)
	}
	age := now.At.Sub(e.At)
	if strings.TrimSpace(reason) == "" && (age > UndoTime || age < -UndoTime) {
		return nil, Record{}, refuse(ReasonNeeded, of)
	}
	return s, e.Record, nil
}

func (n *Night) tell() *told {
	if n.told == nil {
		n.told, n.spare = tell(n.arrived, n.entries, n.spare), nil
	}
	return n.told
}

func tell(arrived []*entry, entries map[string]*entry, spare []*Shift) *told {
	t := &told{story: inOrder(arrived), corrections: map[string][]*entry{}}
	t.withdrawn = withdrawals(t.story, entries)
	for _, e := range t.story {
		if b, ok := e.body.(CorrectedBody); ok && !t.withdrawn[e.ID] {
			t.corrections[b.Of] = append(t.corrections[b.Of], e)
		}
	}
	t.shifts = t.foldShifts(spare)
	return t
}
