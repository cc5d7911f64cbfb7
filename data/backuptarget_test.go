package data

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"beatbook/data/seal"
)

func TestWhereNoBackupCanBe(t *testing.T) {
	dir, elsewhere := t.TempDir(), t.TempDir()
	s := openStore(t, dir, Options{Now: testClock()})
	someCheckIns(t, s, 1)
	file, link := filepath.Join(elsewhere, "file"), filepath.Join(elsewhere, "link")
	must(t, os.WriteFile(file, nil, 0o600))
	must(t, os.Symlink(dir, link))
	must(t, os.Mkdir(filepath.Join(dir, "deep"), 0o700))
	for to, kind := range map[string]error{
		filepath.Join(elsewhere, "stick"): ErrNoTarget, file: ErrNotFolder, dir: ErrInside, filepath.Join(dir, "deep"): ErrInside, link: ErrInside,
	} {
		var at *PathError
		if _, err := Backup(ctx, dir, to, BackupOptions{}); !errors.Is(err, kind) || !errors.As(err, &at) || at.Path != to {
			t.Errorf("%s: %v", to, err)
		}
	}
	if entries, err := os.ReadDir(elsewhere); err != nil || len(entries) != 2 {
		t.Errorf("something was made there: %v %v", entries, err)
	}
	if _, err := Backup(ctx, t.TempDir(), elsewhere, BackupOptions{}); !errors.Is(err, ErrNoRecords) {
		t.Errorf("of an empty folder: %v", err)
	}
	again := BackupOptions{Again: true}
	if _, err := Backup(ctx, dir, elsewhere, again); !errors.Is(err, ErrNoTarget) {
		t.Errorf("nobody has made one there yet: %v", err)
	}
	r := backUp(t, dir, elsewhere, BackupOptions{})
	backUp(t, dir, elsewhere, again)
	if named := backUp(t, dir, r.Path, BackupOptions{}); named.Path != r.Path {
		t.Errorf("the backup itself was named: %+v", named)
	}
}

func TestTwoBackupsAtOnce(t *testing.T) {
	dir, to := t.TempDir(), t.TempDir()
	s := openStore(t, dir, Options{Now: testClock()})
	someCheckIns(t, s, 3)
	_, err := Backup(ctx, dir, to, BackupOptions{Progress: func(int64, int64) {
		if _, err := Backup(ctx, dir, to, BackupOptions{}); !errors.Is(err, ErrBusy) {
			t.Errorf("the second one: %v", err)
		}
	}})
	must(t, err)
	backUp(t, dir, to, BackupOptions{})
}

func TestABackupThatIsStopped(t *testing.T) {
	dir, to := t.TempDir(), t.TempDir()
	s := openStore(t, dir, Options{Now: testClock()})
	someCheckIns(t, s, 3)
	merge(t, s, signed(t, "far", 10))
	stopped, cancel := context.WithCancel(ctx)
	_, err := Backup(stopped, dir, to, BackupOptions{Progress: func(done, _ int64) {
		if done > 0 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v", err)
	}
	if last, err := LastBackup(dir); err != nil || !last.At.IsZero() {
		t.Errorf("noted as good: %+v %v", last, err)
	}
	if r := backUp(t, dir, to, BackupOptions{}); r.NewLines == 13 || r.Lines != 13 {
		t.Errorf("it goes on: %+v", r)
	}
	wantSame(t, restored(t, to, seal.Key{}), stored(t, s))
}

func TestBackupsThatAreSetToBeMade(t *testing.T) {
	dir := t.TempDir()
	for _, to := range []string{"", "/media/stick\nof [you]", ""} {
		must(t, SetAutoBackup(dir, to))
		if got, err := AutoBackup(dir); got != to || err != nil {
			t.Errorf("%q, %v", got, err)
		}
	}
	s, to := openStore(t, dir, Options{Now: testClock()}), t.TempDir()
	someCheckIns(t, s, 5)
	if r, err := s.BackUp(ctx); r.Path != "" || err != nil {
		t.Errorf("made although nobody wants one: %+v %v", r, err)
	}
	must(t, SetAutoBackup(dir, to))
	if _, err := s.BackUp(ctx); !errors.Is(err, ErrNoTarget) {
		t.Errorf("the first one makes itself: %v", err)
	}
	backUp(t, dir, to, BackupOptions{})
	someCheckIns(t, s, 2)
	if r, err := s.BackUp(ctx); r.NewLines != 2 || err != nil {
		t.Errorf("%+v %v", r, err)
	}
	must(t, os.WriteFile(filepath.Join(dir, autoBackupName), []byte("{"), 0o600))
	var at *PathError
	if _, err := AutoBackup(dir); !errors.As(err, &at) {
		t.Errorf("damaged: %v", err)
	}
}
