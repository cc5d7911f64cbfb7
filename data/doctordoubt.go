package data

import (
	"slices"
	"time"

	"beatbook/model"
)

// clockSeries are the latest records of a device with what is to be thought of their clocks.
type clockSeries struct {
	device  string
	records []model.Record  // in the order of the series
	future  map[string]bool // by id: they are ahead of the clock of this machine
	marked  map[string]bool // the log marks their clocks as in doubt
	without map[string]bool // it would do so without those from the future
}

// watched asks the model about the clocks of a device, night by night as the log does.
func (x *examiner) watched(j *surveyed) *clockSeries {
	s := &clockSeries{device: j.device, records: j.lately, future: map[string]bool{}}
	limit := x.o.Now().Add(model.ClockTolerance)
	for _, r := range s.records {
		if r.At.After(limit) {
			s.future[r.ID] = true
		}
	}
	s.marked = doubted(s.records)
	s.without = s.marked
	if len(s.future) > 0 {
		s.without = doubted(slices.DeleteFunc(slices.Clone(s.records), func(r model.Record) bool { return s.future[r.ID] }))
	}
	return s
}

// doubted are the records, by id, whose clocks are in doubt among those of their night.
func doubted(records []model.Record) map[string]bool {
	nights := map[model.Date]*model.Night{}
	for _, r := range records {
		if nights[r.Night] == nil {
			nights[r.Night] = model.NewNight(r.Night)
		}
		nights[r.Night].Apply(r)
	}
	ids := map[string]bool{}
	for _, r := range records {
		if nights[r.Night].Doubted(r.ID) {
			ids[r.ID] = true
		}
	}
	return ids
}

// trusted are the records that are neither in doubt nor from the future.
func (s *clockSeries) trusted() []model.Record {
	return slices.DeleteFunc(slices.Clone(s.records), func(r model.Record) bool { return s.marked[r.ID] || s.future[r.ID] })
}

// doubts tell of the records that the log marks, by night. Those from the future are told of as such.
func (s *clockSeries) doubts() (notes []Note) {
	watches := map[model.Date]*clockMeasure{}
	for _, r := range s.records {
		if s.future[r.ID] {
			continue
		}
		watch := watches[r.Night]
		if watch == nil {
			watch = &clockMeasure{offsets: map[string]time.Time{}}
			watches[r.Night] = watch
		}
		code, by := watch.measure(r)
		switch {
		case !s.marked[r.ID]:
			watch.trust(r)
			continue
		case !s.without[r.ID]:
			code, by = DoubtByFuture, 0
			watch.trust(r)
		}
		i := slices.IndexFunc(notes, func(n Note) bool { return n.Night == r.Night && n.Code == code })
		if i < 0 {
			i, notes = len(notes), append(notes, Note{Code: code, Device: s.device, Night: r.Night, At: r.At})
		}
		notes[i].Count++
		if s := int64(by / time.Second); max(s, -s) > max(notes[i].Seconds, -notes[i].Seconds) {
			notes[i].Seconds, notes[i].At = s, r.At
		}
	}
	return notes
}

// steps tell where the clock was moved between two nights. Which of them is wrong cannot be known, and the log marks neither.
func (s *clockSeries) steps() (notes []Note) {
	trusted := s.trusted()
	for i := 1; i < len(trusted); i++ {
		before, r := trusted[i-1], trusted[i]
		if before.Night == r.Night {
			continue
		}
		moved := min(r.At.Sub(before.At), 0)
		if r.Boot != "" && r.Boot == before.Boot && r.Elapsed > 0 && before.Elapsed > 0 {
			moved = offsetOf(r).Sub(offsetOf(before))
		}
		if moved.Abs() > model.ClockTolerance {
			notes = append(notes, Note{Code: ClockStep, Device: s.device, Night: r.Night, At: before.At, Seconds: int64(moved / time.Second)})
		}
	}
	return notes
}

// offsetOf is what the clock would have shown at the boot.
func offsetOf(r model.Record) time.Time { return r.At.Add(-r.Elapsed) }

// clockMeasure says how, and by how much, the clock of a record in doubt was wrong.
type clockMeasure struct {
	latest  time.Time            // of the readings that were not in doubt
	offsets map[string]time.Time // wall clock less elapsed time, by boot
}

func (m *clockMeasure) trust(r model.Record) {
	if r.At.After(m.latest) {
		m.latest = r.At
	}
}

func (m *clockMeasure) measure(r model.Record) (NoteCode, time.Duration) {
	offset := offsetOf(r)
	first, booted := m.offsets[r.Boot]
	if !booted && r.Boot != "" && r.Elapsed > 0 {
		m.offsets[r.Boot] = offset
	}
	if !r.Received.IsZero() && r.At.After(r.Received.Add(model.ClockTolerance)) {
		return DoubtAhead, r.At.Sub(r.Received)
	}
	if back := m.latest.Sub(r.At); back > model.ClockTolerance {
		return DoubtBack, back
	}
	if booted && r.Elapsed > 0 {
		return DoubtMoved, offset.Sub(first)
	}
	return DoubtMoved, 0
}
