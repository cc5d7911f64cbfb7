package data

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestOnlyAFolderWithoutRecordsIsFilled(t *testing.T) {
	dir, to, used := t.TempDir(), t.TempDir(), t.TempDir()
	s := openStore(t, dir, Options{Now: testClock()})
	someCheckIns(t, s, 5)
	backUp(t, dir, to, BackupOptions{})
	s2, err := Open(used, Options{Now: testClock()})
	must(t, err)
	own := someCheckIns(t, s2, 3)
	if _, err := Restore(ctx, to, used, RestoreOptions{}); !errors.Is(err, ErrBusy) {
		t.Errorf("somebody has it open: %v", err)
	}
	must(t, s2.Close())
	before := folderState(t, filepath.Join(used, "journal"))
	for name, spoil := range map[string]func(){
		"used": func() {}, "without its index": func() { must(t, os.RemoveAll(filepath.Join(used, "index"))) },
	} {
		spoil()
		var at *PathError
		if _, err := Restore(ctx, to, used, RestoreOptions{Force: true}); !errors.Is(err, ErrNotEmpty) || !errors.As(err, &at) || at.Path != used {
			t.Errorf("%s: %v", name, err)
		}
	}
	for path, content := range folderState(t, filepath.Join(used, "journal")) {
		if before[path] != content {
			t.Errorf("%s was changed", path)
		}
	}
	s2 = openStore(t, used, Options{Now: testClock()})
	wantAll(t, everything(t, s2), own)
	if _, err := Restore(ctx, dir, dir, RestoreOptions{}); !errors.Is(err, ErrBusy) && !errors.Is(err, ErrNotEmpty) {
		t.Errorf("onto itself: %v", err)
	}
}

func TestWhatIsNoBackup(t *testing.T) {
	empty, file := t.TempDir(), filepath.Join(t.TempDir(), "file")
	must(t, os.WriteFile(file, nil, 0o600))
	for _, from := range []string{empty, file, filepath.Join(empty, "nothing")} {
		dir := filepath.Join(t.TempDir(), "new")
		if _, err := Restore(ctx, from, dir, RestoreOptions{}); !errors.Is(err, ErrNoBackup) {
			t.Errorf("%s: %v", from, err)
		}
		if exists(dir) {
			t.Errorf("%s: a folder was made", from)
		}
	}
}

// A damaged backup is better than none, but nobody is to take it for a whole one.
func TestADamagedBackup(t *testing.T) {
	dir, to, again := t.TempDir(), t.TempDir(), filepath.Join(t.TempDir(), "new")
	s := openStore(t, dir, Options{Now: testClock()})
	records := someCheckIns(t, s, 90)
	r := backUp(t, dir, to, BackupOptions{})
	path := journalOf(t, r.Path, s.Device())
	b := readFile(t, path)
	b[len(b)/2] ^= 1
	must(t, os.WriteFile(path, b, 0o600))
	result, err := Restore(ctx, to, again, RestoreOptions{Now: testClock()})
	if !errors.Is(err, ErrFindings) || result.Verification.Holds() || exists(again) {
		t.Errorf("%+v, %v", result, err)
	}
	result, err = Restore(ctx, to, again, RestoreOptions{Now: testClock(), Force: true})
	must(t, err)
	if result.Records != 89 || result.Verification.Holds() {
		t.Errorf("%+v", result)
	}
	s2 := openStore(t, again, Options{Now: testClock()})
	got := everything(t, s2)
	for i, r := range records {
		if _, ok := got[r.ID]; !ok && i != 44 && i != 45 {
			t.Errorf("record %d is gone", r.Seq)
		}
	}
	if len(got) != 89 {
		t.Errorf("%d records", len(got))
	}
	if got := readFile(t, path); string(got) != string(b) {
		t.Error("the backup was changed")
	}
}

// What a restore that ended half-way has left is nothing that anybody takes for records.
func TestARestoreThatIsStopped(t *testing.T) {
	dir, to, again := t.TempDir(), t.TempDir(), t.TempDir()
	s := openStore(t, dir, Options{Now: testClock()})
	someCheckIns(t, s, 5)
	merge(t, s, signed(t, "far", 10))
	backUp(t, dir, to, BackupOptions{})
	want := stored(t, s)
	for stopAt := 1; ; stopAt++ {
		stopped, cancel := context.WithCancel(ctx)
		calls := 0
		_, err := Restore(stopped, to, again, RestoreOptions{Now: testClock(), Progress: func(int64, int64) {
			if calls++; calls == stopAt {
				cancel()
			}
		}})
		cancel()
		if err == nil {
			break
		}
		if !errors.Is(err, context.Canceled) || exists(filepath.Join(again, "journal")) || exists(filepath.Join(again, "index")) {
			t.Fatalf("stopped at %d: %v", stopAt, err)
		}
	}
	s2 := openStore(t, again, Options{Now: testClock()})
	wantSame(t, stored(t, s2), want)
	if exists(filepath.Join(again, restoringName)) {
		t.Error("something is left behind")
	}
}

func TestARestoreThatFails(t *testing.T) {
	dir, to, again := t.TempDir(), t.TempDir(), t.TempDir()
	s := openStore(t, dir, Options{Now: testClock()})
	someCheckIns(t, s, 5)
	backUp(t, dir, to, BackupOptions{})
	for name, c := range map[string]struct {
		faults faults
		want   error
	}{
		"disk full": {faults{write: 1, free: 1 << 40}, ErrDiskFull}, "sync": {faults{sync: 1, free: 1 << 40}, ErrIO}, "no room": {faults{free: 1}, ErrDiskFull},
	} {
		_, err := Restore(ctx, to, again, RestoreOptions{Now: testClock(), system: c.faults.options().system})
		if !errors.Is(err, c.want) || exists(filepath.Join(again, "journal")) {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, err := Restore(ctx, to, again, RestoreOptions{Now: testClock()})
	must(t, err)
	s2 := openStore(t, again, Options{Now: testClock()})
	wantSame(t, stored(t, s2), stored(t, s))
}
