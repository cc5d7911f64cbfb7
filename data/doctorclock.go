package data

import (
	"cmp"
	"slices"
	"time"

	"beatbook/model"
)

// driftToTell is how far another device's clock has to be ahead before it is worth a line.
const driftToTell = time.Minute

// mostDoubts are told one by one, the newest ones.
const mostDoubts = 20

// clock holds the machine's clock against the newest records, and these against each other (R11).
func (x *examiner) clock() {
	x.zone()
	if x.blind {
		x.noteOn(PartClock, NeedsKey, Note{})
		return
	}
	examined, before := 0, len(x.notes)
	own := x.deviceID()
	for _, j := range x.journals {
		examined += len(j.lately)
		x.future(j)
		if j.device == own {
			x.now(j)
		}
	}
	x.doubts()
	if examined == 0 {
		x.note(ClockUntried, Note{})
	} else if len(x.notes) == before {
		x.note(ClockFine, Note{Count: examined})
	}
	x.drift()
}

// now compares the clock with the newest record that this device wrote: with the time that has passed since, where the
// machine has not been booted meanwhile.
func (x *examiner) now(j *surveyed) {
	if len(j.lately) == 0 {
		return
	}
	last, now := j.lately[len(j.lately)-1], x.o.Now()
	elapsed, boot := x.boot()
	if boot != "" && boot == last.Boot && last.Elapsed > 0 {
		if moved := now.Add(-elapsed).Sub(last.At.Add(-last.Elapsed)); moved.Abs() > model.ClockTolerance {
			x.note(ClockMoved, Note{Device: j.device, At: last.At, Seconds: int64(moved / time.Second)})
		}
		return
	}
	if back := last.At.Sub(now); back > model.ClockTolerance {
		x.note(ClockBack, Note{Device: j.device, At: last.At, Seconds: int64(back / time.Second)})
	}
}

// future counts the records that are ahead of the clock.
func (x *examiner) future(j *surveyed) {
	ahead := Note{Device: j.device}
	for _, r := range j.lately {
		if r.At.After(x.o.Now().Add(model.ClockTolerance)) {
			ahead.Count++
			if r.At.After(ahead.At) {
				ahead.At, ahead.Night = r.At, r.Night
			}
		}
	}
	if ahead.Count > 0 {
		x.note(ClockAheadRecords, ahead)
	}
}

// doubts lists the records that the model has doubts about, by night and device.
func (x *examiner) doubts() {
	var all []Note
	for _, j := range x.journals {
		all = append(all, doubtsOf(j)...)
	}
	slices.SortStableFunc(all, func(a, b Note) int { return cmp.Compare(b.Night, a.Night) })
	for _, n := range all[:min(len(all), mostDoubts)] {
		x.note(n.Code, n)
	}
}

// doubtsOf asks the model about the series of a device as if it were one night, since a clock goes wrong between two nights too.
func doubtsOf(j *surveyed) []Note {
	const series = model.Date("0001-01-01")
	night := model.NewNight(series)
	for _, r := range j.lately {
		r.Night = series
		night.Apply(r)
	}
	var notes []Note
	watch := clockMeasure{offsets: map[string]time.Time{}}
	for _, r := range j.lately {
		code, by := watch.measure(r)
		if !night.Doubted(r.ID) {
			watch.trust(r)
			continue
		}
		i := slices.IndexFunc(notes, func(n Note) bool { return n.Night == r.Night && n.Code == code })
		if i < 0 {
			i, notes = len(notes), append(notes, Note{Code: code, Device: j.device, Night: r.Night, At: r.At})
		}
		notes[i].Count++
		if s := int64(by / time.Second); max(s, -s) > max(notes[i].Seconds, -notes[i].Seconds) {
			notes[i].Seconds, notes[i].At = s, r.At
		}
	}
	return notes
}

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
	offset := r.At.Add(-r.Elapsed)
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

// drift compares this machine's clock with those of others, whose records cannot have come before they were written.
func (x *examiner) drift() {
	devices, most := 0, time.Duration(0)
	for _, j := range x.journals {
		ahead, measured := time.Duration(0), false
		for _, r := range j.lately {
			if !r.Received.IsZero() {
				ahead, measured = max(ahead, r.At.Sub(r.Received)), true
			}
		}
		if !measured {
			continue
		}
		devices++
		most = max(most, ahead)
		if ahead > driftToTell {
			x.note(DriftAhead, Note{Device: j.device, Seconds: int64(ahead / time.Second)})
		}
	}
	if devices > 0 && most <= driftToTell {
		x.note(DriftFine, Note{Count: devices, Seconds: int64(most / time.Second)})
	}
}

// zone compares the zone of the machine with that of the plan.
func (x *examiner) zone() {
	plan, _, ok := x.planInUse()
	if !ok {
		return
	}
	here := x.o.Now()
	there := here.In(plan.Zone())
	_, a := here.Zone()
	_, b := there.Zone()
	if a == b {
		x.note(ZoneFine, Note{Wanted: plan.Timezone, Found: here.Format("-07:00")})
		return
	}
	x.note(ZoneDiffers, Note{Wanted: plan.Timezone + " " + there.Format("-07:00"), Found: here.Format("-07:00")})
}
