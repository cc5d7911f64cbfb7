package data

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"beatbook/model"
)

// BenchmarkAppend is one durable check-in; its measure is BenchmarkBareAppend.
func BenchmarkAppend(b *testing.B) {
	s := openStore(b, b.TempDir(), Options{})
	b.ResetTimer()
	for b.Loop() {
		if _, err := s.Append(ctx, checkIn(s.Stamp(), firstNight, "p1", "备注")); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBareAppend writes the bytes of the same journal line to a file and waits for the disk, nothing else.
func BenchmarkBareAppend(b *testing.B) {
	s := openStore(b, b.TempDir(), Options{})
	stored, err := s.Append(ctx, checkIn(s.Stamp(), firstNight, "p1", "备注"))
	must(b, err)
	text := line{n: 1, record: stored[0].Bytes()}.appendTo(nil)
	f, err := os.OpenFile(filepath.Join(b.TempDir(), "bare"), os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	must(b, err)
	b.Cleanup(func() { must(b, f.Close()) })
	b.ResetTimer()
	for b.Loop() {
		if _, err := f.Write(text); err != nil {
			b.Fatal(err)
		}
		if err := bareSync(f); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkAppendTimesBare does the two in turn, so that both meet the same disk, and compares the medians.
func BenchmarkAppendTimesBare(b *testing.B) {
	s := openStore(b, b.TempDir(), Options{})
	stored, err := s.Append(ctx, checkIn(s.Stamp(), firstNight, "p1", "备注"))
	must(b, err)
	text := line{n: 1, record: stored[0].Bytes()}.appendTo(nil)
	f, err := os.OpenFile(filepath.Join(b.TempDir(), "bare"), os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	must(b, err)
	b.Cleanup(func() { must(b, f.Close()) })
	var whole, bare []time.Duration
	for b.Loop() {
		began := time.Now()
		_, err := s.Append(ctx, checkIn(s.Stamp(), firstNight, "p1", "备注"))
		whole = append(whole, time.Since(began))
		must(b, err)
		began = time.Now()
		_, err = f.Write(text)
		must(b, err)
		must(b, bareSync(f))
		bare = append(bare, time.Since(began))
	}
	slices.Sort(whole)
	slices.Sort(bare)
	b.ReportMetric(float64(whole[len(whole)/2])/float64(bare[len(bare)/2]), "x-bare")
	b.ReportMetric(float64(whole[len(whole)/2].Microseconds()), "µs-median")
}

// BenchmarkNight2000 reads a night of 2,000 records.
func BenchmarkNight2000(b *testing.B) {
	s := openStore(b, b.TempDir(), Options{})
	var records []model.Record
	for i := range 2000 {
		at := time.Date(2026, 11, 20, 12, 0, i, 0, time.UTC)
		r, err := checkIn(model.Stamp{ID: s.stamps.id(at), Device: fmt.Sprintf("device%d", i%4), At: at}, firstNight, "p1", "备注").Numbered(uint64(i+1), "")
		must(b, err)
		r, err = model.ParseRecord(r.Bytes())
		must(b, err)
		records = append(records, r)
	}
	_, err := s.Merge(ctx, records)
	must(b, err)
	b.ResetTimer()
	for b.Loop() {
		n, err := s.Night(firstNight)
		if err != nil || n.Len() != 2000 {
			b.Fatal(n.Len(), err)
		}
	}
}

// BenchmarkParseRecord is the larger part of reading a night.
func BenchmarkParseRecord(b *testing.B) {
	r, err := checkIn(model.Stamp{ID: "01JD0000000000000000000000", Device: "d", At: time.Now()}, firstNight, "p1", "备注").Numbered(1, "")
	must(b, err)
	for b.Loop() {
		if _, err := model.ParseRecord(r.Bytes()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkTally reads a night of 20 shifts and 2,740 signed records and counts it, as the first report over it does.
func BenchmarkTally(b *testing.B) {
	s, plan := openStore(b, b.TempDir(), Options{}), samplePlan(b)
	keys, writers := writersOf(b, yearShifts)
	for shift, w := range writers {
		merge(b, s, allSigned(b, w, patrolled(b, plan, keys[shift].ID(), 1, firstNight, plan.Units[shift%len(plan.Units)].ID, yearVisits)))
	}
	plans := &model.Plans{}
	for b.Loop() {
		t, err := s.tally(firstNight, plans, model.ReportFilter{}, longAfter)
		if err != nil || t.Tally.Total.Shifts != yearShifts {
			b.Fatal(t, err)
		}
	}
}
