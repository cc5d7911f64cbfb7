package data

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"beatbook/model"
)

// smallDisk mounts a file system of its own for the test, where that is allowed.
func smallDisk(t *testing.T, size string) string {
	t.Helper()
	dir := t.TempDir()
	if err := unix.Mount("tmpfs", dir, "tmpfs", 0, "size="+size); err != nil {
		t.Skip("no file system may be mounted here:", err)
	}
	t.Cleanup(func() { must(t, unix.Unmount(dir, unix.MNT_DETACH)) })
	return dir
}

// A disk that fills up is refused in time: no signal, a clean close, everything there once there is room.
func TestAFullDisk(t *testing.T) {
	dir := smallDisk(t, "100m")
	s := openStore(t, filepath.Join(dir, "store"), Options{})
	note := strings.Repeat("备注", 100_000)
	var want []model.Record
	var err error
	for range 400 {
		var got []model.Record
		if got, err = s.Append(ctx, checkIn(s.Stamp(), firstNight, "p1", note)); err != nil {
			break
		}
		want = append(want, got...)
	}
	if !errors.Is(err, ErrDiskFull) {
		t.Fatalf("after %d records: %v", len(want), err)
	}
	wantAll(t, everything(t, s), want)
	must(t, s.Close())
	if _, err := Open(filepath.Join(dir, "store"), Options{}); !errors.Is(err, ErrDiskFull) {
		t.Errorf("opened all the same: %v", err)
	}
	must(t, unix.Mount("tmpfs", dir, "tmpfs", unix.MS_REMOUNT, "size=500m"))
	s = openStore(t, filepath.Join(dir, "store"), Options{})
	wantAll(t, everything(t, s), want)
	wantNoProblems(t, s)
	must(t, s.Close())
}

// Somebody else fills the disk to the last byte while the store is open.
func TestADiskFilledBySomebodyElse(t *testing.T) {
	dir := smallDisk(t, "160m")
	s := openStore(t, filepath.Join(dir, "store"), Options{})
	want := someCheckIns(t, s, 50)
	filler := filepath.Join(dir, "filler")
	f, err := os.Create(filler)
	must(t, err)
	for err == nil {
		_, err = f.Write(make([]byte, 1<<20))
	}
	must(t, f.Close())
	r := checkIn(s.Stamp(), firstNight, "p1", "kept by the screen")
	if _, err := s.Append(ctx, r); !errors.Is(err, ErrDiskFull) {
		t.Errorf("got %v", err)
	}
	wantAll(t, everything(t, s), want)
	must(t, os.Remove(filler))
	got, err := s.Append(ctx, r)
	must(t, err)
	wantAll(t, everything(t, s), append(want, got...))
	must(t, s.Close())
}

func TestAReadOnlyDisk(t *testing.T) {
	dir := smallDisk(t, "160m")
	store := filepath.Join(dir, "store")
	s := openStore(t, store, Options{})
	someCheckIns(t, s, 3)
	must(t, s.Close())
	must(t, unix.Mount("tmpfs", dir, "tmpfs", unix.MS_REMOUNT|unix.MS_RDONLY, ""))
	for _, path := range []string{store, filepath.Join(dir, "new")} {
		var at *PathError
		if _, err := Open(path, Options{}); !errors.Is(err, ErrReadOnly) || !errors.As(err, &at) {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// Linux cannot sync the folders of /proc either.
func TestAFolderThatCannotBeSynced(t *testing.T) {
	f, err := os.Open("/proc/self")
	must(t, err)
	if err := f.Sync(); !errors.Is(err, unix.EINVAL) {
		t.Skip("it can:", err)
	}
	must(t, f.Close())
	must(t, syncFolder("/proc/self"))
}
