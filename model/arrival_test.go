package model_test

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"beatbook/model"
)

// desk is where the records of several devices are made, each by its own clock.
type desk struct {
	night   *model.Night
	plan    *model.Plan
	devices []*deviceState
	records []model.Record // numbered
	drafts  []model.Record // the same, not yet numbered
}

type deviceState struct {
	id      string
	clock   time.Time
	elapsed time.Duration
	boot    int
	seq     uint64
}

func newDesk() *desk {
	d := &desk{night: model.NewNight("2026-11-20"), plan: beat()}
	for _, id := range []string{"laptop", "tablet", "desk"} {
		at := d.night.Date.At(21*60, d.plan.Zone(), d.plan.NightTurnsAt)
		d.devices = append(d.devices, &deviceState{id: id, clock: at, elapsed: time.Hour})
	}
	return d
}

// pass lets time go by on the device; now and then its clock is set, or it is booted.
func (s *deviceState) pass(t *rapid.T) {
	d := time.Duration(rapid.IntRange(0, 1800).Draw(t, "seconds")) * time.Second
	s.clock, s.elapsed = s.clock.Add(d), s.elapsed+d
	switch rapid.IntRange(0, 9).Draw(t, "mishap") {
	case 0:
		s.clock = s.clock.Add(minutes(t, "set", -60, 60))
	case 1:
		s.boot, s.elapsed = s.boot+1, time.Minute
	}
}

// write lets a device decide an intent on what is known so far; what is refused is no record.
func (d *desk) write(t *rapid.T, intend func(*rapid.T, *deviceState) model.Intent) {
	dev := rapid.SampledFrom(d.devices).Draw(t, "device")
	dev.pass(t)
	stamp := model.Stamp{
		ID: fmt.Sprintf("R%03d", len(d.records)*37%101), Device: dev.id, At: dev.clock,
		Elapsed: dev.elapsed, Boot: fmt.Sprint(dev.id, dev.boot),
	}
	draft, err := model.Decide(d.night, stamp, intend(t, dev))
	if err != nil {
		return
	}
	if dev.id != "laptop" {
		draft.Received = draft.At.Add(minutes(t, "received after", -10, 120))
	}
	dev.seq++
	record, err := draft.Numbered(dev.seq, "")
	if err != nil {
		t.Fatal(err)
	}
	d.records, d.drafts = append(d.records, record), append(d.drafts, draft)
	d.night.Apply(record)
}

func (d *desk) intent(t *rapid.T, dev *deviceState) model.Intent {
	shift, of := "none", "none"
	if shifts := d.night.Shifts(); len(shifts) > 0 {
		shift = rapid.SampledFrom(shifts).Draw(t, "shift").ID
	}
	if len(d.records) > 0 {
		of = rapid.SampledFrom(d.records).Draw(t, "of").ID
	}
	place := rapid.SampledFrom(append(places, "yard")).Draw(t, "place")
	switch kind := rapid.IntRange(0, 11).Draw(t, "intent"); kind {
	case 0:
		unit := rapid.SampledFrom([]string{"horn-1", "car-1"}).Draw(t, "unit")
		return model.StartShift{Plan: d.plan, Unit: unit, Crew: []string{"A", "B"}, Route: "beat", Mode: model.Foot}
	case 1:
		return model.ChangeCrew{Shift: shift, Crew: []string{"C"}}
	case 2:
		return model.ChangeMode{Shift: shift, Mode: model.Vehicle}
	case 3:
		return model.EndShift{Shift: shift, Reason: "storm"}
	case 4:
		return model.Skip{Shift: shift, Checkpoint: place, Round: rapid.IntRange(0, 3).Draw(t, "round"), Reason: "closed"}
	case 5:
		at := dev.clock.Add(-minutes(t, "ago", 0, 60))
		return model.Correct{Shift: shift, Of: of, Reason: "wrong", Checkpoint: &place, For: &at}
	case 6, 7, 8:
		return model.Withdraw{Shift: shift, Of: of, Reason: "wrong"}
	default:
		return model.CheckIn{Shift: shift, Checkpoint: place}
	}
}

func genDesk(t *rapid.T) *desk {
	d := newDesk()
	for range rapid.IntRange(2, 40).Draw(t, "records") {
		d.write(t, d.intent)
	}
	return d
}

func fold(records []model.Record) *model.Night {
	n := model.NewNight("2026-11-20")
	for _, r := range records {
		n.Apply(r)
	}
	return n
}

// sameNight holds that two nights tell the same story, shifts and judgement.
func sameNight(t *rapid.T, a, b *model.Night) {
	sameRecord := func(r, s model.Record) bool { return bytes.Equal(r.Bytes(), s.Bytes()) && r.Received.Equal(s.Received) }
	if !slices.EqualFunc(a.Story(), b.Story(), sameRecord) {
		t.Fatalf("stories differ:\n%v\n%v", a.Story(), b.Story())
	}
	if !reflect.DeepEqual(a.Shifts(), b.Shifts()) {
		t.Fatalf("shifts differ:\n%+v\n%+v", a.Shifts(), b.Shifts())
	}
	for _, c := range []model.Clock{21*60 + 40, 0, 90, 9 * 60} {
		now := a.Date.At(c, time.UTC, 720)
		if !reflect.DeepEqual(a.Judge(now), b.Judge(now)) {
			t.Fatalf("judgements at %v differ", now)
		}
	}
	for _, r := range a.Story() {
		if a.Withdrawn(r.ID) != b.Withdrawn(r.ID) || a.Doubted(r.ID) != b.Doubted(r.ID) {
			t.Fatalf("record %s differs", r.ID)
		}
	}
}

func TestAnyOrderOfArrivalIsTheSameNight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := genDesk(t)
		shuffled := rapid.Permutation(d.records).Draw(t, "arrival")
		sameNight(t, d.night, fold(shuffled))
		sameNight(t, d.night, fold(append(shuffled, d.records...)))
	})
}

func TestAnUnnumberedRecordGivesWayToTheNumberedOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := genDesk(t)
		records := rapid.Permutation(append(slices.Clone(d.records), d.drafts...)).Draw(t, "arrival")
		sameNight(t, d.night, fold(records))
	})
}

func TestADroppedRecordLeavesNoTrace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := genDesk(t)
		n := fold(d.drafts)
		kept := d.records[:rapid.IntRange(0, len(d.records)).Draw(t, "kept")]
		n.Shifts()
		for _, r := range kept {
			n.Apply(r)
		}
		for _, r := range d.records {
			n.Drop(r.ID)
		}
		sameNight(t, fold(kept), n)
	})
}

func TestApplySaysWhetherTheNightChanged(t *testing.T) {
	p := setOut(t, onePlace("21:30"), "21:00")
	r, _ := p.night.Record(p.shift)
	other := r
	other.ID, other.Night = "elsewhere", "2026-11-21"
	draft := r
	draft.Seq = 0
	unknown := r
	unknown.ID, unknown.Kind, unknown.Seq = "later", "drone.flown", 2
	for _, c := range []struct {
		what   string
		record model.Record
		want   bool
	}{
		{"the same record", r, false}, {"of another night", other, false}, {"a draft of it", draft, false}, {"an unknown kind", unknown, true},
	} {
		if got := p.night.Apply(c.record); got != c.want {
			t.Errorf("%s: changed %v, want %v", c.what, got, c.want)
		}
	}
	p.night.Drop(r.ID)
	if p.night.Len() != 2 || len(p.night.Shifts()) != 1 {
		t.Errorf("%d records, %d shifts", p.night.Len(), len(p.night.Shifts()))
	}
}
