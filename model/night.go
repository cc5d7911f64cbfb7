package model

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"time"
)

// Night is the projection of a night's records: fold them in with Apply, in any order, and it is the same night.
// It is not safe for use by several goroutines.
type Night struct {
	Date    Date
	entries map[string]entry
	told    *told // what follows from the entries; nil when they have changed
}

// entry is a record with its body decoded once.
type entry struct {
	Record
	body any
}

// told is what the entries tell.
type told struct {
	story       []entry // in order
	shifts      []*Shift
	withdrawn   map[string]bool
	doubted     map[string]bool
	corrections map[string][]entry // by the record they correct
}

// NewNight is a night of which nothing is known.
func NewNight(date Date) *Night { return &Night{Date: date, entries: map[string]entry{}} }

// Apply folds a record in and reports whether the night changed. Records of other nights, of unknown kinds and with
// unreadable bodies change nothing but the story; the same record twice changes nothing. A record that a store has numbered
// takes the place of the same one without a number.
func (n *Night) Apply(r Record) bool {
	if r.Night != n.Date {
		return false
	}
	if old, ok := n.entries[r.ID]; ok && (old.Seq != 0 || r.Seq == 0) {
		return false
	}
	n.entries[r.ID] = entry{r, decodeBody(r)}
	n.told = nil
	return true
}

// Drop takes out a record that no store has numbered, because writing it failed.
func (n *Night) Drop(id string) {
	if e, ok := n.entries[id]; ok && e.Seq == 0 {
		delete(n.entries, id)
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

// Shifts are the shifts of the night by their start.
func (n *Night) Shifts() []*Shift { return n.tell().shifts }

// Shift finds a shift by id.
func (n *Night) Shift(id string) (*Shift, bool) {
	return find(n.Shifts(), func(s *Shift) bool { return s.ID == id })
}

// Withdrawn reports whether the record counts no more.
func (n *Night) Withdrawn(id string) bool { return n.tell().withdrawn[id] }

// Doubted reports whether the clock of the device was in doubt when it wrote the record (R11).
func (n *Night) Doubted(id string) bool { return n.tell().doubted[id] }

// Record finds a record by id.
func (n *Night) Record(id string) (Record, bool) {
	e, ok := n.entries[id]
	return e.Record, ok
}

// ShiftOf is the id of the shift that the record belongs to, empty where it belongs to none.
func (n *Night) ShiftOf(id string) string { return n.entries[id].shift() }

func (n *Night) open(shift string) (*Shift, error) {
	s, ok := n.Shift(shift)
	if !ok || !s.Open() {
		return nil, refuse(NoShift, shift)
	}
	return s, nil
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

func decodeBody(r Record) any {
	var body any
	var err error
	switch r.Kind {
	case ShiftStarted:
		body, err = Decode[ShiftStartedBody](r)
	case ShiftEnded:
		body, err = Decode[ShiftEndedBody](r)
	case CrewChanged:
		body, err = Decode[CrewChangedBody](r)
	case ModeChanged:
		body, err = Decode[ModeChangedBody](r)
	case CheckedIn:
		body, err = Decode[CheckedInBody](r)
	case Skipped:
		body, err = Decode[SkippedBody](r)
	case Corrected:
		body, err = Decode[CorrectedBody](r)
	case Withdrawn:
		body, err = Decode[WithdrawnBody](r)
	}
	if err != nil {
		return nil
	}
	return body
}

// shift that the record belongs to, empty where it belongs to none.
func (e entry) shift() string {
	switch b := e.body.(type) {
	case ShiftStartedBody:
		return e.ID
	case ShiftEndedBody:
		return b.Shift
	case CrewChangedBody:
		return b.Shift
	case ModeChangedBody:
		return b.Shift
	case CheckedInBody:
		return b.Shift
	case SkippedBody:
		return b.Shift
	case CorrectedBody:
		return b.Shift
	case WithdrawnBody:
		return b.Shift
	}
	return ""
}

func (n *Night) tell() *told {
	if n.told == nil {
		n.told = tell(n.entries)
	}
	return n.told
}

func tell(entries map[string]entry) *told {
	t := &told{story: inOrder(entries), corrections: map[string][]entry{}}
	t.withdrawn = withdrawals(t.story)
	t.doubted = doubts(t.story)
	for _, e := range t.story {
		if b, ok := e.body.(CorrectedBody); ok && !t.withdrawn[e.ID] {
			t.corrections[b.Of] = append(t.corrections[b.Of], e)
		}
	}
	t.shifts = t.foldShifts()
	return t
}

// inOrder sorts by the latest clock reading that the device had shown by then, so that a clock that was set back does
// not turn a device's series around.
func inOrder(entries map[string]entry) []entry {
	type placed struct {
		entry
		at time.Time
	}
	list := make([]placed, 0, len(entries))
	for _, e := range entries {
		list = append(list, placed{entry: e})
	}
	slices.SortFunc(list, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.Device, b.Device), cmp.Compare(a.place(), b.place()), cmp.Compare(a.ID, b.ID))
	})
	for i := range list {
		list[i].at = list[i].At
		if i > 0 && list[i-1].Device == list[i].Device {
			list[i].at = maxTime(list[i-1].at, list[i].At)
		}
	}
	slices.SortStableFunc(list, func(a, b placed) int {
		return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.Device, b.Device))
	})
	story := make([]entry, len(list))
	for i, p := range list {
		story[i] = p.entry
	}
	return story
}

// place in the device's series; what is not yet numbered comes last.
func (e entry) place() uint64 {
	if e.Seq == 0 {
		return math.MaxUint64
	}
	return e.Seq
}

// withdrawals are the records that count no more: those named by a withdrawal that itself still counts. A withdrawal of
// a withdrawal speaks of what stands before it in the story, so they are settled from the last to the first.
func withdrawals(story []entry) map[string]bool {
	at := make(map[string]int, len(story))
	for i, e := range story {
		at[e.ID] = i
	}
	gone := map[string]bool{}
	for i := len(story) - 1; i >= 0; i-- {
		b, ok := story[i].body.(WithdrawnBody)
		if !ok || gone[story[i].ID] {
			continue
		}
		j, known := at[b.Of]
		if !known || story[j].shift() != b.Shift || story[j].Kind == ShiftStarted || story[j].Kind == Withdrawn && j >= i {
			continue
		}
		gone[b.Of] = true
	}
	return gone
}
