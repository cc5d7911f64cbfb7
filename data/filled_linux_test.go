package data

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"beatbook/data/seal"
	"beatbook/model"
)

// fillsUp are options by which the disk is filled, but for some bytes, as soon as a file of such a name is to be written.
func fillsUp(t *testing.T, disk, name string, left uint64, key seal.Key) Options {
	t.Helper()
	filler := filepath.Join(disk, "filler")
	open := func(path string, how int) (outFile, error) {
		if strings.HasPrefix(filepath.Base(path), name) && !exists(filler) {
			fillDisk(t, filler, left)
		}
		return openToWrite(path, how)
	}
	return Options{Now: testClock(), Key: key, system: system{scrypt: 1, open: open}}
}

func fillDisk(t *testing.T, filler string, left uint64) {
	t.Helper()
	free, err := freeBytes(filepath.Dir(filler))
	must(t, err)
	must(t, reserve(filler, int64(free-left)))
}

// bulkyRecords is a folder of which it matters how much of its journals finds room; on the outside, to be copied.
func bulkyRecords(t *testing.T) (dir string, records []model.Record) {
	t.Helper()
	dir, records = fewRecords(t)
	s, err := Open(dir, roomy(seal.Key{}))
	must(t, err)
	for range 12 {
		got, err := s.Append(ctx, checkIn(s.Stamp(), firstNight, "p1", strings.Repeat("备注", 8000)))
		must(t, err)
		records = append(records, got...)
	}
	must(t, s.Close())
	return dir, records
}

// onFullDisks makes the call on disks that fill up at some moment, each time with more room left, and then makes room again.
func onFullDisks(t *testing.T, base string, call func(t *testing.T, disk string, left uint64) error, then func(t *testing.T, disk string)) {
	t.Helper()
	steps := []uint64{0, 4, 8, 12, 16, 64, 256, 512, 576, 640, 1024, 1536, 4096}
	if testing.Short() {
		steps = []uint64{0, 12, 600}
	}
	for _, kib := range steps {
		t.Run(fmt.Sprintf("%d KiB", kib), func(t *testing.T) {
			disk := smallDisk(t, "120m")
			copyFolder(t, filepath.Join(disk, "d"), base)
			var at *PathError
			err := call(t, disk, kib<<10)
			if !exists(filepath.Join(disk, "filler")) {
				t.Fatalf("was never full: %v", err)
			}
			if err != nil && (!errors.Is(err, ErrDiskFull) || !errors.As(err, &at) || !strings.HasPrefix(at.Path, disk)) {
				t.Fatalf("got %v", err)
			}
			wantReadable(t, filepath.Join(disk, "d"))
			must(t, unix.Mount("tmpfs", disk, "tmpfs", unix.MS_REMOUNT, "size=400m"))
			then(t, disk)
		})
	}
}

// wantReadable wants a folder on a full disk to be refused, with what to do about it, and its records to be there all the
// same.
func wantReadable(t *testing.T, dir string) {
	t.Helper()
	isSealed, err := Sealed(dir)
	must(t, err)
	key := seal.Key{}
	if isSealed {
		key = unsealed(t, dir, passphrase)
	}
	var at *PathError
	if err := opened(dir, Options{Now: testClock(), Key: key}); !errors.Is(err, ErrDiskFull) || !errors.As(err, &at) || at.Path == "" {
		t.Errorf("opened on a full disk: %v", err)
	}
	if v := verify(t, dir, VerifyOptions{Key: key}); !v.Holds() {
		t.Errorf("%+v", v)
	}
}

func TestAFullDiskWhileSealing(t *testing.T) {
	t.Parallel()
	base, records := bulkyRecords(t)
	for _, moment := range []string{".turning-", ".vault.recovery-", ".2026-11", ".settings"} {
		t.Run(moment, func(t *testing.T) {
			var recovery string
			onFullDisks(t, base, func(t *testing.T, disk string, left uint64) (err error) {
				recovery, err = SealOn(filepath.Join(disk, "d"), passphrase, fillsUp(t, disk, moment, left, seal.Key{}))
				if err == nil {
					t.Error("no error")
				}
				return err
			}, func(t *testing.T, disk string) {
				dir := filepath.Join(disk, "d")
				if recovery != "" {
					unsealed(t, dir, recovery)
				}
				if isSealed := wantWhole(t, dir, passphrase, records); isSealed != (recovery != "") {
					t.Errorf("sealed %v, and the recovery key is %q", isSealed, recovery)
				} else if !isSealed {
					_, err := SealOn(dir, passphrase, roomy(seal.Key{}))
					must(t, err)
				}
				if !wantWhole(t, dir, passphrase, records) {
					t.Error("not sealed")
				}
			})
		})
	}
}

func TestAFullDiskWhileUnsealing(t *testing.T) {
	t.Parallel()
	base, records := bulkyRecords(t)
	_, err := SealOn(base, passphrase, roomy(seal.Key{}))
	must(t, err)
	key := unsealed(t, base, passphrase)
	for _, moment := range []string{".turning-", ".2026-11"} {
		t.Run(moment, func(t *testing.T) {
			onFullDisks(t, base, func(t *testing.T, disk string, left uint64) error {
				return SealOff(filepath.Join(disk, "d"), fillsUp(t, disk, moment, left, key))
			}, func(t *testing.T, disk string) {
				dir := filepath.Join(disk, "d")
				if wantWhole(t, dir, passphrase, records) {
					must(t, SealOff(dir, roomy(key)))
				}
				if wantWhole(t, dir, passphrase, records) {
					t.Error("still sealed")
				}
			})
		})
	}
}

func TestAFullDiskWhileThePassphraseIsChanged(t *testing.T) {
	t.Parallel()
	base, records := bulkyRecords(t)
	old, err := SealOn(base, passphrase, roomy(seal.Key{}))
	must(t, err)
	key := unsealed(t, base, passphrase)
	const second = "a second passphrase"
	var recovery string
	onFullDisks(t, base, func(t *testing.T, disk string, left uint64) (err error) {
		dir := filepath.Join(disk, "d")
		recovery, err = SealChange(dir, second, fillsUp(t, disk, ".vault.recovery-", left, key))
		if recovery != "" { // all that comes after asks for the first one
			unsealed(t, dir, recovery)
			unsealed(t, dir, second)
			for _, name := range []string{vaultName, recoveryName} {
				must(t, os.WriteFile(filepath.Join(dir, name), readFile(t, filepath.Join(base, name)), 0o600))
			}
		}
		unsealed(t, dir, old)
		return err
	}, func(t *testing.T, disk string) { wantWhole(t, filepath.Join(disk, "d"), passphrase, records) })
}

func TestAFullDiskWhileBackingUpAndRestoring(t *testing.T) {
	t.Parallel()
	base, records := bulkyRecords(t)
	onFullDisks(t, base, func(t *testing.T, disk string, left uint64) error {
		to := filepath.Join(disk, "to")
		must(t, os.Mkdir(to, 0o700))
		_, err := Backup(ctx, filepath.Join(disk, "d"), to, BackupOptions{system: fillsUp(t, disk, "2026-11", left, seal.Key{}).system})
		return err
	}, func(t *testing.T, disk string) {
		backUp(t, filepath.Join(disk, "d"), filepath.Join(disk, "to"), BackupOptions{})
		again := filepath.Join(disk, "again")
		must(t, os.Remove(filepath.Join(disk, "filler")))
		must(t, unix.Mount("tmpfs", disk, "tmpfs", unix.MS_REMOUNT, "size=120m"))
		_, err := Restore(ctx, filepath.Join(disk, "to"), again, RestoreOptions{system: fillsUp(t, disk, "2026-11", 300<<10, seal.Key{}).system})
		if !errors.Is(err, ErrDiskFull) || exists(filepath.Join(again, "journal")) {
			t.Errorf("restored on a full disk: %v", err)
		}
		must(t, os.Remove(filepath.Join(disk, "filler")))
		if _, err := Restore(ctx, filepath.Join(disk, "to"), again, RestoreOptions{}); err != nil {
			t.Fatal(err)
		}
		s := openStore(t, again, Options{})
		wantAll(t, everything(t, s), records)
		must(t, s.Close())
	})
}

func TestAFullDiskWhileTheIndexIsBuilt(t *testing.T) {
	t.Parallel()
	base, records := bulkyRecords(t)
	must(t, os.Remove(filepath.Join(base, "index", "MANIFEST")))
	onFullDisks(t, base, func(t *testing.T, disk string, left uint64) error {
		return opened(filepath.Join(disk, "d"), fillsUp(t, disk, "index.state", left, seal.Key{}))
	}, func(t *testing.T, disk string) {
		must(t, opened(filepath.Join(disk, "d"), roomy(seal.Key{})))
		wantWhole(t, filepath.Join(disk, "d"), "", records)
	})
}

// A store that is closed on a disk that somebody else has filled ends as if it had been killed, and not by a signal.
func TestAFullDiskWhileClosing(t *testing.T) {
	t.Parallel()
	for _, size := range []string{"90m", "160m"} { // with a ballast, and without
		t.Run(size, func(t *testing.T) {
			disk := smallDisk(t, size)
			dir, filler := filepath.Join(disk, "d"), filepath.Join(disk, "filler")
			s, err := Open(dir, Options{})
			must(t, err)
			want := someCheckIns(t, s, 300)
			fillDisk(t, filler, 0)
			if err := s.Close(); !errors.Is(err, ErrDiskFull) {
				t.Errorf("closed: %v", err)
			}
			must(t, os.Remove(filler))
			must(t, unix.Mount("tmpfs", disk, "tmpfs", unix.MS_REMOUNT, "size=400m"))
			s = openStore(t, dir, Options{})
			wantAll(t, everything(t, s), want)
			wantNoProblems(t, s)
			must(t, s.Close())
		})
	}
}
