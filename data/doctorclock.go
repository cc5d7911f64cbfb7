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
	var doubts []Note
	for _, j := range x.journals {
		examined += len(j.lately)
		s := x.watched(j)
		x.future(s, j.device == own)
		if j.device == own {
			x.now(s)
		}
		doubts = append(doubts, s.doubts()...)
		doubts = append(doubts, s.steps()...)
	}
	slices.SortStableFunc(doubts, func(a, b Note) int { return cmp.Compare(b.Night, a.Night) })
	for _, n := range doubts[:min(len(doubts), mostDoubts)] {
		x.note(n.Code, n)
	}
	if examined == 0 {
		x.note(ClockUntried, Note{})
	} else if len(x.notes) == before {
		x.note(ClockFine, Note{Count: examined})
	}
	x.drift()
}

// now compares the clock with the newest record that this device wrote under one that can be trusted, by the time that has
// passed since, where the machine has not been booted meanwhile. Which of the two is wrong cannot be known.
func (x *examiner) now(s *clockSeries) {
	trusted := s.trusted()
	elapsed, boot := x.boot()
	if len(trusted) == 0 || boot == "" {
		return
	}
	last := trusted[len(trusted)-1]
	if boot != last.Boot || last.Elapsed == 0 {
		return
	}
	if moved := x.o.Now().Add(-elapsed).Sub(offsetOf(last)); moved.Abs() > model.ClockTolerance {
		x.note(ClockMoved, Note{Device: s.device, At: last.At, Seconds: int64(moved / time.Second)})
	}
}

// future counts the records that are ahead of the clock. Of those that were written here nobody knows whether they are
// wrong or the clock is.
func (x *examiner) future(s *clockSeries, own bool) {
	ahead := Note{Device: s.device}
	for _, r := range s.records {
		if s.future[r.ID] {
			ahead.Count++
			if r.At.After(ahead.At) {
				ahead.At, ahead.Night = r.At, r.Night
			}
		}
	}
	switch {
	case ahead.Count == 0:
	case own:
		ahead.Seconds = int64(ahead.At.Sub(x.o.Now()) / time.Second)
		x.note(ClockBack, ahead)
	default:
		x.note(ClockAheadRecords, ahead)
	}
}

// drift compares this machine's clock with those of others, whose records cannot have come before they were written.
func (x *examiner) drift() {
	devices, most := 0, time.Duration(0)
	for _, j := range x.journals {
		fast, received := Note{Device: j.device}, false
		for _, r := range j.lately {
			if r.Received.IsZero() {
				continue
			}
			received = true
			ahead := r.At.Sub(r.Received)
			most = max(most, ahead)
			if ahead > driftToTell {
				fast.Count++
				fast.At, fast.Seconds = r.At, max(fast.Seconds, int64(ahead/time.Second))
			}
		}
		if received {
			devices++
		}
		if fast.Count > 0 {
			x.note(DriftAhead, fast)
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
