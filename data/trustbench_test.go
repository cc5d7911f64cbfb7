package data

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"beatbook/data/seal"
	"beatbook/model"
)

// journalOfMany writes a journal of n signed records and no index.
func journalOfMany(b *testing.B, n int) (dir string) {
	b.Helper()
	dir = b.TempDir()
	key := testKey(b, "many")
	w, stamps := NewWriter(key), newStamps(nil)
	path := filepath.Join(dir, "journal", journalFolder(key.ID()), "2026-11"+journalEnd)
	must(b, os.MkdirAll(filepath.Dir(path), 0o700))
	f, err := os.Create(path)
	must(b, err)
	out := bufio.NewWriter(f)
	for i := range n {
		at := time.Date(2026, 11, 20, 12, 0, i, 0, time.UTC)
		stamp := model.Stamp{ID: stamps.id(at), Device: key.ID(), At: at, Boot: "b", Elapsed: time.Hour}
		r, err := w.Sign(checkIn(stamp, firstNight.AddDays(i/2000), fmt.Sprintf("p%d", i%25), "一切正常"))
		must(b, err)
		_, err = out.Write(line{n: uint64(i + 1), record: r.Bytes(), signature: r.Signature}.appendTo(nil))
		must(b, err)
	}
	must(b, out.Flush())
	must(b, f.Close())
	return dir
}

// BenchmarkVerify walks through 20,000 records, or a million where BEATBOOK_BENCH_MILLION is 1.
func BenchmarkVerify(b *testing.B) {
	n := 20_000
	if os.Getenv(millionVariable) == "1" {
		n = 1_000_000
	}
	dir := journalOfMany(b, n)
	began, runs := time.Now(), 0
	for b.Loop() {
		v, err := Verify(ctx, dir, VerifyOptions{})
		must(b, err)
		if !v.Holds() || v.Chains[0].Records != n {
			b.Fatalf("%+v", v.Chains[0].Findings)
		}
		runs++
	}
	b.ReportMetric(float64(n*runs)/time.Since(began).Seconds(), "records/s")
}

// BenchmarkSealing compares what a sealed folder costs with a plain one: an append, and an opening of 2,000 records.
func BenchmarkSealing(b *testing.B) {
	key, err := seal.NewKey(zeros{})
	must(b, err)
	var appends, opens [2]time.Duration
	var dirs [2]string
	for i := range dirs {
		dirs[i] = b.TempDir()
		s, err := Open(dirs[i], Options{})
		must(b, err)
		_, err = s.Merge(ctx, foreign("far", 2000))
		must(b, err)
		must(b, s.Close())
	}
	must(b, os.WriteFile(filepath.Join(dirs[1], vaultName), nil, 0o600))
	must(b, os.WriteFile(filepath.Join(dirs[1], turningName), []byte(toSealed), 0o600))
	runs := 0
	for b.Loop() {
		for i, dir := range dirs {
			began := time.Now()
			s, err := Open(dir, Options{Key: key})
			must(b, err)
			opens[i] += time.Since(began)
			for range 50 {
				r := checkIn(s.Stamp(), firstNight, "p1", "一切正常")
				began := time.Now()
				_, err := s.Append(ctx, r)
				must(b, err)
				appends[i] += time.Since(began)
			}
			must(b, s.Close())
		}
		runs++
	}
	b.ReportMetric(float64(appends[0].Microseconds())/float64(50*runs), "plain-append-µs")
	b.ReportMetric(float64(appends[1])/float64(appends[0]), "sealed/plain-append")
	b.ReportMetric(float64(opens[0].Microseconds())/float64(1000*runs), "plain-open-ms")
	b.ReportMetric(float64(opens[1])/float64(opens[0]), "sealed/plain-open")
}

// zeros are a source of a key that nobody should use.
type zeros struct{}

func (zeros) Read(b []byte) (int, error) {
	clear(b)
	return len(b), nil
}
