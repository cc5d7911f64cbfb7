package data

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"beatbook/data/seal"
)

// A stick that is full takes what it can; once there is room the backup goes on.
func TestAFullStick(t *testing.T) {
	dir, stick := t.TempDir(), smallDisk(t, "12m")
	s := openStore(t, dir, Options{Now: testClock()})
	note := strings.Repeat("备注", 40_000)
	for range 80 {
		_, err := s.Append(ctx, checkIn(s.Stamp(), firstNight, "p1", note))
		must(t, err)
	}
	_, err := Backup(ctx, dir, stick, BackupOptions{Now: testClock()})
	if !errors.Is(err, ErrDiskFull) {
		t.Fatalf("got %v", err)
	}
	path := journalOf(t, filepath.Join(stick, backupPrefix+s.Device()), s.Device())
	if b := readFile(t, path); len(b) < copyChunk/2 || b[len(b)-1] != '\n' {
		t.Errorf("%d bytes are left", len(b))
	}
	must(t, unix.Mount("tmpfs", stick, "tmpfs", unix.MS_REMOUNT, "size=100m"))
	if r := backUp(t, dir, stick, BackupOptions{}); r.Lines != 80 || r.NewLines == 80 || len(r.Aside) != 0 {
		t.Errorf("%+v", r)
	}
	wantSame(t, restored(t, stick, seal.Key{}), stored(t, s))
}

func TestAReadOnlyStick(t *testing.T) {
	dir, stick := t.TempDir(), smallDisk(t, "12m")
	s := openStore(t, dir, Options{Now: testClock()})
	someCheckIns(t, s, 3)
	backUp(t, dir, stick, BackupOptions{})
	must(t, unix.Mount("tmpfs", stick, "tmpfs", unix.MS_REMOUNT|unix.MS_RDONLY, ""))
	someCheckIns(t, s, 3)
	if _, err := Backup(ctx, dir, stick, BackupOptions{}); !errors.Is(err, ErrReadOnly) {
		t.Errorf("got %v", err)
	}
	if got := restored(t, stick, seal.Key{}); len(got) != 3 {
		t.Errorf("%d records restored", len(got))
	}
}

// Where the stick was taken out its mount point is still there, and is no place for a backup that makes itself.
func TestAnEmptyMountPoint(t *testing.T) {
	dir, stick := t.TempDir(), t.TempDir()
	must(t, unix.Mount("tmpfs", stick, "tmpfs", 0, "size=12m"))
	s := openStore(t, dir, Options{Now: testClock()})
	someCheckIns(t, s, 3)
	backUp(t, dir, stick, BackupOptions{})
	must(t, unix.Unmount(stick, unix.MNT_DETACH))
	if _, err := Backup(ctx, dir, stick, BackupOptions{Again: true}); !errors.Is(err, ErrNoTarget) {
		t.Errorf("got %v", err)
	}
	if entries, err := os.ReadDir(stick); err != nil || len(entries) != 0 {
		t.Errorf("%v %v", entries, err)
	}
}
