package data

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"beatbook/data/seal"
	"beatbook/model"
)

const (
	millionVariable = "BEATBOOK_BENCH_MILLION"
	millionNights   = 500
	millionPerNight = 2000
)

// measured is what a program of its own measured, so that nothing but the store is in its memory.
type measured struct {
	Open, Night, History time.Duration
	RSS                  int // kB, after opening, the night, and the history of a checkpoint
}

// BenchmarkMillion opens a folder of 1,000,000 records and reads a night of 2,000 of them. It is long, and only done
// where BEATBOOK_BENCH_MILLION is 1.
func BenchmarkMillion(b *testing.B) {
	if os.Getenv(millionVariable) != "1" {
		b.Skip(millionVariable + " is not 1")
	}
	dir := million(b)
	var sum measured
	runs := 0
	for b.Loop() {
		var out bytes.Buffer
		cmd := child("measure", dir)
		cmd.Stdout, cmd.Stderr = &out, os.Stderr
		must(b, cmd.Run())
		var m measured
		must(b, json.Unmarshal(out.Bytes(), &m))
		runs++
		sum.Open, sum.Night, sum.History, sum.RSS = sum.Open+m.Open, sum.Night+m.Night, sum.History+m.History, sum.RSS+m.RSS
	}
	n := float64(runs)
	b.ReportMetric(float64(sum.Open.Microseconds())/1000/n, "open-ms")
	b.ReportMetric(float64(sum.Night.Microseconds())/1000/n, "night-ms")
	b.ReportMetric(float64(sum.History.Microseconds())/1000/n, "history-ms")
	b.ReportMetric(float64(sum.RSS)/1024/n, "RSS-MiB")
}

func measure(dir string) error {
	var m measured
	began := time.Now()
	s, err := Open(dir, Options{})
	if err != nil {
		return err
	}
	m.Open = time.Since(began)
	for i := range 5 { // the fastest of some nights
		began = time.Now()
		if n, err := s.Night(firstNight.AddDays(100 * i)); err != nil || n.Len() != millionPerNight {
			return fmt.Errorf("%d records: %w", n.Len(), err)
		}
		if took := time.Since(began); m.Night == 0 || took < m.Night {
			m.Night = took
		}
	}
	began = time.Now()
	if _, err := s.History("p1", time.Time{}, 100); err != nil {
		return err
	}
	m.History = time.Since(began)
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return err
	}
	_, rest, _ := strings.Cut(string(status), "VmRSS:")
	if m.RSS, err = strconv.Atoi(strings.Fields(rest)[0]); err != nil {
		return err
	}
	if err := s.Close(); err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(m)
}

// madeOnce is a folder that is filled once and kept for the next run.
func madeOnce(b *testing.B, name string, fill func(*Store)) string {
	b.Helper()
	dir := filepath.Join(os.TempDir(), name)
	done := filepath.Join(dir, "made")
	if exists(done) {
		return dir
	}
	must(b, os.RemoveAll(dir))
	defer limitMemory()()
	s, err := Open(dir, Options{})
	must(b, err)
	fill(s)
	must(b, s.Close())
	must(b, os.WriteFile(done, nil, 0o600))
	return dir
}

// million is a folder of 1,000,000 records of four devices.
func million(b *testing.B) string {
	b.Helper()
	return madeOnce(b, "beatbook-million", func(s *Store) { fillMillion(b, s) })
}

func fillMillion(b *testing.B, s *Store) {
	b.Helper()
	began := time.Now()
	keys, writers := writersOf(b, 4)
	for night := range millionNights {
		var records []model.Record
		for i := range millionPerNight {
			at := time.Date(2026, 11, 20+night, 12, 0, i*20, 0, time.UTC)
			stamp := model.Stamp{ID: s.stamps.id(at), Device: keys[i%4].ID(), At: at, Boot: "b", Elapsed: time.Hour}
			r, err := writers[i%4].Sign(checkIn(stamp, firstNight.AddDays(night), fmt.Sprintf("p%d", i%25), "备注"))
			must(b, err)
			records = append(records, r)
		}
		added, err := s.Merge(ctx, records)
		must(b, err)
		if added != millionPerNight {
			b.Fatal(added)
		}
	}
	b.Logf("made at %.0f records a second", millionNights*millionPerNight/time.Since(began).Seconds())
}

const (
	yearNights = 365
	yearShifts = 20  // a night
	yearVisits = 135 // a shift; with its start and its end 1,000,100 records
)

// BenchmarkYear adds up a year of 1,000,100 records, from the records and from the sums that were kept. It is long, and
// only done where BEATBOOK_BENCH_MILLION is 1.
func BenchmarkYear(b *testing.B) {
	if os.Getenv(millionVariable) != "1" {
		b.Skip(millionVariable + " is not 1")
	}
	s := openStore(b, year(b), Options{})
	took := func() float64 {
		began := time.Now()
		if r := report(b, s, model.ReportFilter{}, longAfter); r.Total.Shifts != yearNights*yearShifts {
			b.Fatalf("%d shifts", r.Total.Shifts)
		}
		return float64(time.Since(began).Microseconds()) / 1000
	}
	var first, after float64
	runs := 0
	for b.Loop() {
		must(b, s.index.db.DropPrefix([]byte(prefixSums)))
		first += took()
		after += took()
		runs++
	}
	b.ReportMetric(first/float64(runs), "first-ms")
	b.ReportMetric(after/float64(runs), "after-ms")
}

// year is a folder of a year.
func year(b *testing.B) string {
	b.Helper()
	plan, lastYear := samplePlan(b), firstNight.AddDays(-yearNights)
	return madeOnce(b, "beatbook-year", func(s *Store) {
		keys, writers := writersOf(b, yearShifts)
		for night := range yearNights {
			for shift, w := range writers {
				unit, seq := plan.Units[shift%len(plan.Units)].ID, uint64(night*(yearVisits+2)+1)
				merge(b, s, allSigned(b, w, patrolled(b, plan, keys[shift].ID(), seq, lastYear.AddDays(night), unit, yearVisits)))
			}
		}
	})
}

func writersOf(b *testing.B, n int) (keys []seal.Device, writers []*Writer) {
	b.Helper()
	for i := range n {
		keys = append(keys, testKey(b, fmt.Sprint("device", i)))
		writers = append(writers, NewWriter(keys[i]))
	}
	return keys, writers
}

func allSigned(b *testing.B, w *Writer, records []model.Record) []model.Record {
	b.Helper()
	for i, r := range records {
		var err error
		records[i], err = w.Sign(r)
		must(b, err)
	}
	return records
}
