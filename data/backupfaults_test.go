package data

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"beatbook/data/seal"
)

// liar writes something else than what it is given.
type liar struct{ outFile }

func (f liar) Write(b []byte) (int, error) {
	b = append([]byte(nil), b...)
	b[len(b)/2] ^= 1
	return f.outFile.Write(b)
}

// What fails on the way leaves whole lines, and the next backup goes on as if nothing had been.
func TestABackupThatFails(t *testing.T) {
	for name, c := range map[string]struct {
		faults faults
		want   error
	}{
		"disk full":    {faults{write: 1}, ErrDiskFull},
		"half a write": {faults{write: 1, short: true}, ErrIO},
		"sync":         {faults{sync: 1}, ErrIO},
	} {
		t.Run(name, func(t *testing.T) { wantFailedBackup(t, c.faults.options().system, c.want) })
	}
	t.Run("another byte", func(t *testing.T) {
		wantFailedBackup(t, system{open: func(path string, how int) (outFile, error) {
			f, err := openToWrite(path, how)
			return liar{f}, err
		}}, ErrNotAsWritten)
	})
}

func wantFailedBackup(t *testing.T, broken system, want error) {
	t.Helper()
	dir, to := t.TempDir(), t.TempDir()
	s := openStore(t, dir, Options{Now: testClock()})
	someCheckIns(t, s, 5)
	before := backUp(t, dir, to, BackupOptions{})
	copied := journalOf(t, before.Path, s.Device())
	content := string(readFile(t, copied))
	someCheckIns(t, s, 5)
	_, err := Backup(ctx, dir, to, BackupOptions{Now: testClock(), system: broken})
	var at *PathError
	if !errors.Is(err, want) || !errors.As(err, &at) || at.Path != copied {
		t.Fatalf("got %v", err)
	}
	if got := string(readFile(t, copied)); got != content {
		t.Errorf("left behind: %q", got[len(content):])
	}
	if last, err := LastBackup(dir); err != nil || !last.At.Equal(before.At) {
		t.Errorf("noted: %+v %v", last, err)
	}
	if r := backUp(t, dir, to, BackupOptions{}); r.NewLines != 5 || len(r.Aside) != 0 {
		t.Errorf("%+v", r)
	}
	wantSame(t, restored(t, to, seal.Key{}), stored(t, s))
}

func TestAStickThatIsPulledOut(t *testing.T) {
	dir, to := t.TempDir(), filepath.Join(t.TempDir(), "stick")
	must(t, os.Mkdir(to, 0o700))
	s := openStore(t, dir, Options{Now: testClock()})
	someCheckIns(t, s, 5)
	var at *PathError
	_, err := Backup(ctx, dir, to, BackupOptions{Progress: func(int64, int64) { must(t, os.RemoveAll(to)) }})
	if !errors.Is(err, ErrNoTarget) || !errors.As(err, &at) || at.Path != to {
		t.Errorf("got %v", err)
	}
}

func init() {
	children["backup"] = func(dirs string) error {
		fmt.Println("open")
		for {
			if _, err := Backup(ctx, filepath.Join(dirs, "d"), filepath.Join(dirs, "to"), BackupOptions{}); err != nil && !errors.Is(err, ErrBusy) {
				return err
			}
		}
	}
	children["restore"] = func(dirs string) error {
		fmt.Println("open")
		_, err := Restore(ctx, filepath.Join(dirs, "to"), filepath.Join(dirs, "again"), RestoreOptions{})
		return err
	}
}

// killed runs a child on a folder and kills it within some time.
func killed(t *testing.T, name, dir string, within time.Duration) {
	t.Helper()
	cmd, in, _ := started(t, name, dir)
	timer := time.AfterFunc(rand.N(within), func() { _ = cmd.Process.Kill() })
	_, err := cmd.Process.Wait()
	must(t, err)
	timer.Stop()
	must(t, in.Close())
}

func TestKilledWhileBackingUp(t *testing.T) {
	t.Parallel()
	base := t.TempDir()
	dir, to := filepath.Join(base, "d"), filepath.Join(base, "to")
	must(t, os.Mkdir(to, 0o700))
	s := openStore(t, dir, Options{Now: testClock()})
	rounds := asked(killRounds, 20, 3)
	far := signed(t, "far", 10*rounds)
	for i := range rounds {
		someCheckIns(t, s, 5)
		merge(t, s, far[10*i:10*i+10])
		killed(t, "backup", base, 60*time.Millisecond)
	}
	if r := backUp(t, dir, to, BackupOptions{}); len(r.Aside) != 0 || r.Lines != 15*rounds {
		t.Errorf("%+v", r)
	}
	wantSame(t, restored(t, to, seal.Key{}), stored(t, s))
}

// A restore that is killed leaves a folder without records, or with all of them.
func TestKilledWhileRestoring(t *testing.T) {
	t.Parallel()
	base := t.TempDir()
	dir, to, again := filepath.Join(base, "d"), filepath.Join(base, "to"), filepath.Join(base, "again")
	must(t, os.Mkdir(to, 0o700))
	s := openStore(t, dir, Options{Now: testClock()})
	someCheckIns(t, s, 30)
	merge(t, s, signed(t, "far", 60))
	backUp(t, dir, to, BackupOptions{})
	want := stored(t, s)
	for range asked(killRounds, 20, 3) {
		must(t, os.RemoveAll(again))
		killed(t, "restore", base, 150*time.Millisecond)
		_, err := Restore(ctx, to, again, RestoreOptions{Now: testClock()})
		if err != nil && !errors.Is(err, ErrNotEmpty) {
			t.Fatal(err)
		}
		s, err := Open(again, Options{Now: testClock()})
		must(t, err)
		wantSame(t, stored(t, s), want)
		must(t, s.Close())
	}
}
