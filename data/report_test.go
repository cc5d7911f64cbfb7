package data

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"testing"
	"time"

	"github.com/dgraph-io/badger/v4"
	"pgregory.net/rapid"

	"beatbook/data/sample"
	"beatbook/model"
)

func samplePlan(t testing.TB) *model.Plan {
	t.Helper()
	plan, err := sample.Plan()
	must(t, err)
	return &plan
}

// patrolled are the numbered records of a shift from 20:00 to 02:00 on the route night-market, with n visits in between.
func patrolled(t testing.TB, plan *model.Plan, device string, seq uint64, night model.Date, unit string, n int) []model.Record {
	t.Helper()
	start := night.At(20*60, plan.Zone(), plan.NightTurnsAt)
	route, _ := plan.Route("night-market")
	shift := fmt.Sprintf("%s-%s-%06d", device, night, seq)
	var records []model.Record
	add := func(kind model.Kind, at time.Time, body any) {
		b, err := json.Marshal(body)
		must(t, err)
		r := model.Record{
			ID: fmt.Sprintf("%s-%s-%06d", device, night, seq), Device: device, At: at, Zone: plan.Timezone, Night: night,
			Elapsed: at.Sub(start), Boot: string(night), Kind: kind, Body: b,
		}
		r, err = r.Numbered(seq, "")
		must(t, err)
		records = append(records, r)
		seq++
	}
	add(model.ShiftStarted, start, model.ShiftStartedBody{Plan: *plan, Unit: unit, Route: route.ID, Mode: model.Foot, Crew: []string{"甲", "乙"}})
	for i := range n {
		at := start.Add(time.Duration(i+1) * 6 * time.Hour / time.Duration(n+1)).Truncate(time.Second)
		add(model.CheckedIn, at, model.CheckedInBody{Shift: shift, Checkpoint: route.Calls[i%len(route.Calls)].Checkpoint, Mode: model.Foot, Note: "一切正常"})
	}
	add(model.ShiftEnded, start.Add(6*time.Hour), model.ShiftEndedBody{Shift: shift, Reason: "storm"})
	return records
}

func merge(t testing.TB, s *Store, records []model.Record) {
	t.Helper()
	added, err := s.Merge(context.Background(), records)
	must(t, err)
	if added != len(records) {
		t.Fatalf("%d of %d records added", added, len(records))
	}
}

func quiet(int, int) {}

// longAfter is when all nights of these tests are settled.
var longAfter = time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)

func report(t testing.TB, s *Store, f model.ReportFilter, now time.Time) *model.Report {
	t.Helper()
	r, err := s.Report(context.Background(), "2000-01-01", "2099-12-31", f, now, quiet)
	must(t, err)
	return r
}

// fromScratch counts every night anew.
func fromScratch(t testing.TB, s *Store, f model.ReportFilter, now time.Time) *model.Report {
	t.Helper()
	r := model.NewReport("2000-01-01", "2099-12-31", f)
	nights, err := s.Nights("", 1<<20)
	must(t, err)
	for _, night := range nights {
		n, err := s.Night(night.Date)
		must(t, err)
		r.Add(n.Date, n.Tally(f, now))
	}
	return r
}

func sameReport(t testing.TB, got, want *model.Report) {
	t.Helper()
	got.Plans = nil
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("the sums that were kept are not those of the records\n got: %+v\nwant: %+v", got, want)
	}
}

// keptNights is how many tallies there are under s/.
func keptNights(t testing.TB, s *Store) int {
	t.Helper()
	n := 0
	must(t, s.index.view(func(txn *badger.Txn) error {
		return scan{prefix: []byte(prefixSums)}.run(txn, func(*badger.Item) (bool, error) { n++; return true, nil })
	}))
	return n
}

func TestAReportFromKeptSumsIsOneFromScratch(t *testing.T) {
	plan := samplePlan(t)
	rapid.Check(t, func(rt *rapid.T) {
		s, err := Open(t.TempDir(), Options{Now: testClock()})
		must(t, err)
		defer func() { must(t, s.Close()) }()
		seq := map[string]uint64{"pad": 1, "stick": 1}
		for range rapid.IntRange(1, 12).Draw(rt, "steps") {
			device := rapid.SampledFrom([]string{"pad", "stick"}).Draw(rt, "device")
			night := firstNight.AddDays(rapid.IntRange(0, 3).Draw(rt, "night"))
			unit := rapid.SampledFrom(plan.Units).Draw(rt, "unit").ID
			records := patrolled(t, plan, device, seq[device], night, unit, rapid.IntRange(0, 8).Draw(rt, "visits"))
			seq[device] += uint64(len(records))
			late := rapid.IntRange(0, len(records)).Draw(rt, "on time")
			merge(t, s, records[:late])
			filter := model.ReportFilter{Unit: rapid.SampledFrom([]string{"", "horn-1"}).Draw(rt, "of unit")}
			now := firstNight.AddDays(rapid.IntRange(1, 8).Draw(rt, "now")).At(0, time.UTC, 0)
			sameReport(t, report(t, s, filter, now), fromScratch(t, s, filter, now))
			merge(t, s, records[late:])
			sameReport(t, report(t, s, filter, now), fromScratch(t, s, filter, now))
		}
	})
}

func TestSumsAreKeptOnlyOfNightsThatAreSettled(t *testing.T) {
	s, plan := openStore(t, t.TempDir(), Options{}), samplePlan(t)
	for i := range 5 {
		night := firstNight.AddDays(i)
		merge(t, s, patrolled(t, plan, fmt.Sprint("pad", i), 1, night, "horn-1", 5))
	}
	now := model.SettledAt(firstNight.AddDays(2))
	report(t, s, model.ReportFilter{}, now.Add(-time.Second))
	if n := keptNights(t, s); n != 2 {
		t.Errorf("%d nights kept just before the third is settled, want 2", n)
	}
	report(t, s, model.ReportFilter{Route: "a/b"}, now)
	if n := keptNights(t, s); n != 2+3 {
		t.Errorf("%d nights kept, want 2 of all and 3 of a route", n)
	}
}

// What was kept under a wrong count or cannot be read is counted anew.
func TestSumsThatDoNotHoldAreCountedAnew(t *testing.T) {
	s, plan := openStore(t, t.TempDir(), Options{}), samplePlan(t)
	merge(t, s, patrolled(t, plan, "pad", 1, firstNight, "horn-1", 5))
	want := fromScratch(t, s, model.ReportFilter{}, longAfter)
	for _, kept := range []string{"", "{", `{"records":8,"tally":{"total":{"made":99}}}`, `{"records":7,"tally":{"visits":{"p":"99:1"}}}`} {
		must(t, s.index.db.Update(func(txn *badger.Txn) error { return txn.Set(sumsKey(firstNight, model.ReportFilter{}), []byte(kept)) }))
		sameReport(t, report(t, s, model.ReportFilter{}, longAfter), want)
	}
}

func TestAReportKnowsThePlansOfItsRoutes(t *testing.T) {
	s, plan := openStore(t, t.TempDir(), Options{}), samplePlan(t)
	for i := range 3 {
		plan.Version = i + 1
		merge(t, s, patrolled(t, plan, fmt.Sprint("pad", i), 1, firstNight.AddDays(i), "horn-1", 5))
	}
	for range 2 {
		if r := report(t, s, model.ReportFilter{}, longAfter); len(r.Plans) != 1 || r.Plans["night-market"].Version != 3 {
			t.Errorf("plans %v, want the one of the last night", r.Plans)
		}
	}
}

func TestAReportIsStopped(t *testing.T) {
	s, plan := openStore(t, t.TempDir(), Options{}), samplePlan(t)
	for i := range 20 {
		merge(t, s, patrolled(t, plan, fmt.Sprint("pad", i), 1, firstNight.AddDays(i), "horn-1", 5))
	}
	ctx, stop := context.WithCancel(context.Background())
	told := 0
	_, err := s.Report(ctx, "2000-01-01", "2099-12-31", model.ReportFilter{}, longAfter, func(done, total int) {
		if told++; done != told || total != 20 {
			t.Errorf("%d of %d done, told %d times", done, total, told)
		}
		if done == 3 {
			stop()
		}
	})
	if !errors.Is(err, context.Canceled) || told == 20 {
		t.Errorf("%v after %d nights", err, told)
	}
	sameReport(t, report(t, s, model.ReportFilter{}, longAfter), fromScratch(t, s, model.ReportFilter{}, longAfter))
}

func TestAReportOfNoNight(t *testing.T) {
	s := openStore(t, t.TempDir(), Options{})
	r, err := s.Report(context.Background(), "2026-11-20", "2026-11-20", model.ReportFilter{}, longAfter, quiet)
	if err != nil || r.Total.Shifts != 0 || r.Nights != nil {
		t.Errorf("%+v, %v", r, err)
	}
}

// Who opens the folder again finds the nights counted that have settled meanwhile.
func TestSettledNightsAreCountedBehind(t *testing.T) {
	dir, plan := t.TempDir(), samplePlan(t)
	s, err := Open(dir, Options{Now: testClock()})
	must(t, err)
	for i := range 4 {
		merge(t, s, patrolled(t, plan, fmt.Sprint("pad", i), 1, firstNight.AddDays(i), "horn-1", 5))
	}
	must(t, s.Close())
	later := model.SettledAt(firstNight.AddDays(2))
	s = openStore(t, dir, Options{Now: func() time.Time { return later }})
	s.background.Wait()
	wantNoProblems(t, s)
	if n := keptNights(t, s); n != 3 {
		t.Errorf("%d nights counted, want 3", n)
	}
	sameReport(t, report(t, s, model.ReportFilter{}, later), fromScratch(t, s, model.ReportFilter{}, later))
}

func TestAShelfKeepsWhatIsPutOnIt(t *testing.T) {
	var s shelf
	for range 2 {
		s.clear()
		var kept, want [][]byte
		for i := range 300 {
			b := bytes.Repeat([]byte{byte(i)}, i*i)
			kept, want = append(kept, s.keep(b)), append(want, bytes.Clone(b))
			clear(b)
		}
		for i := range kept {
			if !bytes.Equal(kept[i], want[i]) || cap(kept[i]) != len(want[i]) {
				t.Fatalf("%d bytes with room for %d are not the %d that were kept", len(kept[i]), cap(kept[i]), len(want[i]))
			}
		}
	}
}
