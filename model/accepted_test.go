package model_test

import (
	"maps"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"beatbook/model"
)

// decided is what Decide says to an intent at the end of all, and the records with what it made.
func (d *desk) decided(t *rapid.T, intent model.Intent, stamp model.Stamp) ([]model.Record, bool) {
	r, err := model.Decide(d.night, stamp, intent)
	if err != nil {
		return d.records, false
	}
	seq := uint64(1)
	for _, dev := range d.devices {
		if dev.id == r.Device {
			seq = dev.seq + 1
		}
	}
	if r, err = r.Numbered(seq, ""); err != nil {
		t.Fatal(err)
	}
	return append(slices.Clone(d.records), r), true
}

// counts is what the sums ought to be after the intent, and whether it ought to be taken.
func (d *desk) counts(intent model.Intent) (map[work]int, bool) {
	sums, left := recount(d.records)
	switch i := intent.(type) {
	case model.CountOutcome:
		s, ok := d.night.Shift(i.Shift)
		known := slices.Contains([]string{"plaza", "market", "school", "yard"}, i.Checkpoint) && i.Kind != "arrests"
		sums[work{i.Shift, i.Checkpoint, i.Kind}] += i.Quantity
		return sums, ok && s.Open() && known && i.Quantity >= 1
	case model.CorrectOutcome:
		of, _ := d.night.Record(i.Of)
		b, err := model.Decode[model.OutcomeCountedBody](of)
		counted := of.Kind == model.OutcomeCounted && err == nil && b.Of == "" && b.Shift == i.Shift && i.Shift != "none"
		w := work{i.Shift, b.Checkpoint, b.Kind}
		if sums[w] -= i.Quantity; sums[w] == 0 {
			delete(sums, w)
		}
		return sums, counted && i.Quantity >= 1 && i.Quantity <= left[i.Of]
	}
	return sums, false
}

// What is taken is seen in the sums to the last one; what is refused is what they would not have shown.
func TestACountIsTakenIfAndOnlyIfItIsSeen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := genWork(t)
		intent := rapid.Custom(func(t *rapid.T) model.Intent { return d.work(t, d.devices[2]) }).
			Filter(func(i model.Intent) bool {
				switch i.(type) {
				case model.CountOutcome, model.CorrectOutcome:
					return true
				}
				return false
			}).Draw(t, "intent")
		want, ought := d.counts(intent)
		records, taken := d.decided(t, intent, later(d))
		if taken != ought {
			t.Fatalf("%+v: taken %v, ought to be %v", intent, taken, ought)
		}
		if !taken {
			return
		}
		if got := sumsOf(fold(records)); !maps.Equal(got, want) {
			t.Fatalf("%+v: sums %v, want %v", intent, got, want)
		}
	})
}

func TestAHazardThatIsTakenIsSeen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := genWork(t)
		intent := model.FindHazard{Shift: d.aShift(t), Checkpoint: "plaza", Kind: "gas", What: "smell", Severity: "grave"}
		stamp := later(d)
		switch rapid.IntRange(0, 2).Draw(t, "done") {
		case 0:
			intent.Fixed = true
		case 1:
			intent.Order = &model.FixOrder{Owner: "office", Deadline: stamp.At.Add(minutes(t, "until", -1, 60))}
		}
		s, ok := d.night.Shift(intent.Shift)
		ought := ok && s.Open() && (intent.Order == nil || intent.Order.Deadline.After(stamp.At))
		records, taken := d.decided(t, intent, stamp)
		h, seen := foldHazards(records).Find(stamp.ID)
		if taken != ought || seen != ought {
			t.Fatalf("%+v: taken %v, seen %v, ought to be %v", intent, taken, seen, ought)
		}
		if !taken {
			return
		}
		state := model.HazardOpen
		switch {
		case intent.Fixed:
			state = model.HazardClosed
		case intent.Order != nil:
			state = model.HazardOrdered
		}
		if h.State != state || !h.Found.Equal(stamp.At) || (intent.Order != nil) != (h.Order != nil) {
			t.Fatalf("%+v is seen as %+v", intent, h)
		}
	})
}

// takesMoves holds that a step that knows all there is comes last, bears no mark and leaves the hazard as the step says.
func takesMoves(t *rapid.T, d *desk, stamp model.Stamp) {
	all := foldHazards(d.records)
	intent := d.move(t, &deviceState{clock: stamp.At}, all).(model.MoveHazard)
	possible := slices.Contains(intent.Hazard.NextSteps(), intent.Step)
	ordered := intent.Step != model.OrderedToFix || intent.Order != nil
	ought := possible && ordered && (intent.Order == nil || intent.Order.Deadline.After(stamp.At))
	records, taken := d.decided(t, intent, stamp)
	if taken != ought {
		t.Fatalf("%+v: taken %v, ought to be %v", intent, taken, ought)
	}
	if !taken {
		return
	}
	h, _ := foldHazards(records).Find(intent.Hazard.ID)
	closes := slices.Contains([]model.HazardStep{model.FixedOnSpot, model.RecheckPassed, model.ClosedHazard}, intent.Step)
	if h.Last() != stamp.ID || h.Moves[len(h.Moves)-1].Parallel || (h.State == model.HazardClosed) != closes {
		t.Fatalf("%s on %v is seen as %s after %v", intent.Step, story(intent.Hazard), h.State, story(h))
	}
	if intent.Order != nil && !h.Order.Deadline.Equal(intent.Order.Deadline) {
		t.Fatalf("%+v is not in force: %+v", intent.Order, h.Order)
	}
}

func TestAMoveUnderTrueClocksIsSeen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := genWork(t)
		takesMoves(t, d, later(d))
	})
}

// The same whatever the clock of the device says: an accepted step that the projection puts before what it answers
// would not be seen (R11).
func TestAMoveUnderAnyClockIsSeen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := genWork(t)
		stamp := later(d)
		stamp.At = stamp.At.Add(-time.Duration(rapid.IntRange(0, 24).Draw(t, "hours behind")) * time.Hour)
		takesMoves(t, d, stamp)
	})
}

// A step never stands before one that it names, whatever the clocks said, unless records name each other in a ring.
func TestAStepStandsBehindTheOneItKnew(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := genWork(t)
		after := map[string]string{}
		for _, r := range d.records {
			if b, err := model.Decode[model.HazardMovedBody](r); r.Kind == model.HazardMoved && err == nil {
				after[r.ID] = b.After
			}
		}
		for _, h := range foldHazards(d.records).List(at(22)) {
			place := map[string]int{}
			for i, m := range h.Moves {
				place[m.ID] = i + 1
			}
			for id, i := range place {
				if before := place[after[id]]; before > i && !inRing(after, id) {
					t.Fatalf("%s of %v knew of step %d and stands before it as step %d", id, story(h), before, i)
				}
			}
		}
	})
}

// inRing reports whether following what the records name leads round in a circle.
func inRing(after map[string]string, id string) bool {
	for range len(after) + 1 {
		if id = after[id]; id == "" {
			return false
		}
	}
	return true
}
