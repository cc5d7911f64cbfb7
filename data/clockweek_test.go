package data

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"beatbook/data/seal"
	"beatbook/model"
)

// faulty is the clocks of a device: the wall clock stands wrong by what its faults add up to, the time since boot is right.
type faulty struct {
	dice   *rand.Rand
	writer *Writer
	key    seal.Device
	wrong  time.Duration
	booted time.Time // by the true time
	boots  int
	faults int
}

// read is what the clocks show at a true time; now and then something happens to them first.
func (f *faulty) read(truth time.Time) model.Stamp {
	switch f.dice.IntN(40) * min(f.faults, 1) {
	case 1: // set back
		f.wrong -= 6*time.Minute + time.Duration(f.dice.Int64N(int64(10*time.Hour)))
	case 2: // jumps
		f.wrong += 6*time.Minute + time.Duration(f.dice.Int64N(int64(10*time.Hour)))
	case 3: // set right
		f.wrong = 0
	case 4: // booted, perhaps with an empty battery
		f.boots++
		f.booted = truth.Add(-time.Minute)
		if f.dice.IntN(3) == 0 {
			f.wrong = time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC).Sub(truth)
		}
	case 5: // drifts
		f.wrong += time.Duration(f.dice.Int64N(int64(time.Minute)))
	}
	return model.Stamp{
		ID: newStamps(nil).id(truth), Device: f.key.ID(), At: truth.Add(f.wrong).Truncate(time.Millisecond),
		Elapsed: truth.Sub(f.booted).Truncate(time.Millisecond), Boot: fmt.Sprintf("boot-%d", f.boots),
	}
}

// entered is a check-in and what is true of it.
type entered struct {
	model.Record
	truth time.Time
	wrong time.Duration
}

// A week of nights under clocks that are set back, jump, drift and lose their battery, compared with the truth: no record
// vanishes, what the two clocks of a device contradict each other in is seen, a sound clock is never doubted, and nothing
// of the future is the latest of anything.
func TestAWeekOfFaultyClocks(t *testing.T) {
	t.Parallel()
	seeds := uint64(4)
	if testing.Short() {
		seeds = 1
	}
	for seed := range seeds {
		t.Run(fmt.Sprint(seed), func(t *testing.T) { weekOfFaultyClocks(t, seed) })
	}
}

func weekOfFaultyClocks(t *testing.T, seed uint64) {
	plan := samplePlan(t)
	dice := rand.New(rand.NewPCG(seed, 7))
	desk := time.Date(2026, 11, 20, 8, 0, 0, 0, time.UTC)
	s := openStore(t, t.TempDir(), Options{Now: func() time.Time { return desk }})
	devices := make([]*faulty, 4)
	for i := range devices {
		key := testKey(t, fmt.Sprintf("clock %d %d", seed, i))
		devices[i] = &faulty{dice: dice, key: key, writer: NewWriter(key), booted: desk.Add(-time.Hour), faults: i} // the first is sound
	}
	all := map[model.Date][]entered{}
	for n := range 7 {
		night := firstNight.AddDays(n)
		for i, d := range devices {
			all[night] = append(all[night], aNight(t, d, plan, plan.Units[i].ID, night)...)
		}
		desk = night.At(6*60, plan.Zone(), plan.NightTurnsAt).Add(time.Hour)
		var records []model.Record
		for _, i := range dice.Perm(len(all[night])) { // in any order
			records = append(records, all[night][i].Record)
		}
		for some := range slices.Chunk(records, 40) {
			_, err := s.Merge(ctx, some)
			must(t, err)
		}
		judgeNight(t, s, night, all[night], devices[0].key.ID(), desk)
	}
	latest, ok, err := s.Latest(model.ShiftStarted, "", desk)
	if err != nil || !ok || latest.At.After(desk) {
		t.Errorf("the latest start is of %v, now is %v (%v)", latest.At, desk, err)
	}
	if v := verify(t, s.dir, VerifyOptions{}); !v.Holds() {
		t.Errorf("%+v", v)
	}
}

// aNight is a shift from 20:00 to 02:00 by the true time.
func aNight(t *testing.T, d *faulty, plan *model.Plan, unit string, night model.Date) []entered {
	t.Helper()
	route, _ := plan.Route("night-market")
	var records []entered
	shift := ""
	add := func(kind model.Kind, truth time.Time, body any) {
		stamp := d.read(truth)
		b, err := json.Marshal(body)
		must(t, err)
		r, err := d.writer.Sign(model.Record{
			ID: stamp.ID, Device: stamp.Device, At: stamp.At, Zone: plan.Timezone, Night: night,
			Elapsed: stamp.Elapsed, Boot: stamp.Boot, Kind: kind, Body: b,
		})
		must(t, err)
		records = append(records, entered{r, truth, d.wrong})
	}
	start := night.At(20*60, plan.Zone(), plan.NightTurnsAt)
	add(model.ShiftStarted, start, model.ShiftStartedBody{Plan: *plan, Unit: unit, Route: route.ID, Mode: model.Foot, Crew: []string{"甲", "乙"}})
	shift = records[0].ID
	for i := range 36 {
		place := route.Calls[i%len(route.Calls)].Checkpoint
		add(model.CheckedIn, start.Add(time.Duration(i+1)*10*time.Minute), model.CheckedInBody{Shift: shift, Checkpoint: place, Mode: model.Foot})
	}
	return records
}

func judgeNight(t *testing.T, s *Store, night model.Date, records []entered, sound string, now time.Time) {
	t.Helper()
	n, err := s.Night(night)
	must(t, err)
	visits := 0
	for _, shift := range n.Shifts() {
		visits += len(model.Judge(shift, now).Visits)
	}
	if n.Len() != len(records) || visits != len(records)/37*36 {
		t.Errorf("%s: %d records and %d visits of %d", night, n.Len(), visits, len(records))
	}
	var board model.Board
	board.Update([]*model.Night{n}, now)
	for _, row := range board.Out {
		if limit := now.Add(model.ClockTolerance); row.Contact.Last.After(limit) || row.Last >= 0 && row.Judged.Visits[row.Last].At.After(limit) {
			t.Errorf("%s: the future is the latest of %s", night, row.Judged.Shift.Unit.ID)
		}
	}
	first := map[string]entered{} // of each boot of each device
	for _, r := range records {
		doubt := n.Doubted(r.ID)
		if r.Device == sound && doubt {
			t.Errorf("%s: a sound clock is in doubt at %v", night, r.truth)
		}
		boot := r.Device + r.Boot
		if _, known := first[boot]; !known {
			first[boot] = r
		}
		strayed := (r.wrong - first[boot].wrong).Abs() > model.ClockTolerance+time.Second
		if strayed && !doubt && !n.Doubted(first[boot].ID) {
			t.Errorf("%s: %s strayed by %v since the boot unseen", night, r.Device, r.wrong-first[boot].wrong)
		}
		if r.At.After(now.Add(model.ClockTolerance)) && !doubt {
			t.Errorf("%s: a record of the future is not in doubt", night)
		}
	}
}
