package data

import "testing"

// BenchmarkBackup makes a first backup of 100,000 records, and one of 100 that came to them.
func BenchmarkBackup(b *testing.B) {
	dir := b.TempDir()
	s := openStore(b, dir, Options{})
	merge(b, s, signed(b, "far", 100_000))
	size := func(b *testing.B, r BackupResult) { b.ReportMetric(float64(r.Bytes)/1e6, "MB") }
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			to := b.TempDir()
			b.StartTimer()
			size(b, backUp(b, dir, to, BackupOptions{}))
		}
	})
	to := b.TempDir()
	backUp(b, dir, to, BackupOptions{})
	b.Run("further", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			someCheckIns(b, s, 100)
			b.StartTimer()
			size(b, backUp(b, dir, to, BackupOptions{}))
		}
	})
	b.Run("compared", func(b *testing.B) {
		for b.Loop() {
			backUp(b, dir, to, BackupOptions{Full: true})
		}
	})
}

// BenchmarkClose closes a folder to which one record was added.
func BenchmarkClose(b *testing.B) {
	dir := b.TempDir()
	for b.Loop() {
		b.StopTimer()
		s, err := Open(dir, Options{})
		must(b, err)
		someCheckIns(b, s, 1)
		b.StartTimer()
		must(b, s.Close())
	}
}
