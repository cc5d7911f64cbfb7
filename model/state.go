package model

import "slices"

// State is how a call stands.
type State string

// The states of a call. Kept and Exceeded are those of an interval plan whose shift has ended.
const (
	Upcoming    State = "upcoming" // not yet past its on-time band
	Overdue     State = "overdue"  // past its on-time band and not yet missed: it can still be made late (R8)
	OnTime      State = "on-time"
	Early       State = "early"
	Late        State = "late"
	Missed      State = "missed"       // its outer band has passed, or the shift has ended (R8)
	SkippedCall State = "skipped"      // with a reason (R13)
	NotRequired State = "not-required" // not yet due when the shift ended (R8)
	Kept        State = "kept"         // no gap longer than the interval (R10)
	Exceeded    State = "exceeded"     // a gap longer than the interval (R10)
)

// States are all of them.
var States = []State{Upcoming, Overdue, OnTime, Early, Late, Missed, SkippedCall, NotRequired, Kept, Exceeded}

// Made reports whether a visit answered the call.
func (s State) Made() bool { return s == OnTime || s == Early || s == Late }

// Waiting reports whether the call can still be made.
func (s State) Waiting() bool { return s == Upcoming || s == Overdue }

// Mark is something about a visit that was taken all the same (R2).
type Mark string

// The marks.
const (
	OutOfOrder   Mark = "out-of-order"   // a later call of the round was answered before it
	Repeat       Mark = "repeat"         // the call was answered already, or the echo of a tap (R5)
	Extra        Mark = "extra"          // answers no call (R6)
	LateEntry    Mark = "late-entry"     // written down more than five minutes after it happened (R12)
	MakeUp       Mark = "make-up"        // made after the call was missed
	ClockDoubt   Mark = "clock-in-doubt" // (R11)
	CrewOfOne    Mark = "crew-of-one"
	WasMissed    Mark = "was-missed"   // it became known only when the call had been missed already (R4)
	GapTooLong   Mark = "gap-too-long" // an interval plan: at some time in the shift it went unvisited too long (R10)
	WasCorrected Mark = "corrected"
)

// Marks are all of them.
var Marks = []Mark{OutOfOrder, Repeat, Extra, LateEntry, MakeUp, ClockDoubt, CrewOfOne, WasMissed, GapTooLong, WasCorrected}

// marked adds a mark. Most visits have one at most: then it takes no memory, but is part of Marks, which nobody writes to.
func marked(marks []Mark, m Mark) []Mark {
	if i := slices.Index(Marks, m); len(marks) == 0 && i >= 0 {
		return slices.Clip(Marks[i : i+1])
	}
	return append(marks, m)
}
