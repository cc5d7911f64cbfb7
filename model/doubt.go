package model

import "time"

// ClockTolerance is how far a wall clock may stray before its records are in doubt (R11).
const ClockTolerance = 5 * time.Minute

// clockWatch follows one device's two clocks along its series.
type clockWatch struct {
	latest time.Time                // of the readings that were not in doubt
	boots  map[string]bootReference // by identity of the boot
	boot   string                   // that of the record before, with what is known of it
	first  bootReference
}

// bootReference is what the first record of a boot said: wall clock less elapsed time, and whether that was in doubt.
type bootReference struct {
	offset time.Time
	doubt  bool
}

// doubts reports whether the next record of the device was written under a clock in doubt (R11): it stood more than
// ClockTolerance before an earlier record of the device, or it moved by more than that against the time elapsed since the
// boot, or it was ahead of the machine that received the record.
func (w *clockWatch) doubts(r *Record) bool {
	doubt := later(w.latest, r.At, ClockTolerance) ||
		!r.Received.IsZero() && ahead(r.At, r.Received)
	if r.Boot != "" && r.Elapsed > 0 {
		offset := r.At.Add(-r.Elapsed)
		if w.meets(r.Boot, bootReference{offset, doubt}) {
			strayed := offset.Sub(w.first.offset).Abs() > ClockTolerance
			doubt = doubt || strayed != w.first.doubt
		}
	}
	if !doubt {
		w.latest = maxTime(w.latest, r.At)
	}
	return doubt
}

// meets finds what the boot said first, or takes it from this record and reports false.
func (w *clockWatch) meets(boot string, now bootReference) (known bool) {
	if boot == w.boot {
		return true
	}
	first, known := w.boots[boot]
	if !known {
		first = now
		set(&w.boots, boot, first)
	}
	w.boot, w.first = boot, first
	return known
}
