package data

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"beatbook/data/seal"
)

// backUp makes a backup that succeeds.
func backUp(t testing.TB, dir, to string, o BackupOptions) BackupResult {
	t.Helper()
	if o.Now == nil {
		o.Now = testClock()
	}
	r, err := Backup(ctx, dir, to, o)
	must(t, err)
	return r
}

// stored is all that a store holds of each record, by id.
func stored(t testing.TB, s *Store) map[string]string {
	t.Helper()
	all := everything(t, s)
	for id := range all {
		r, ok, err := s.Record(id)
		must(t, err)
		if !ok {
			t.Fatalf("%s is gone", id)
		}
		all[id] = fmt.Sprintf("%s %v %x", r.Bytes(), r.Received, r.Signature)
	}
	return all
}

// restored restores a backup into a folder of its own and gives what is there.
func restored(t testing.TB, from string, key seal.Key) map[string]string {
	t.Helper()
	dir := t.TempDir()
	r, err := Restore(ctx, from, dir, RestoreOptions{Key: key, Now: testClock()})
	if err != nil {
		t.Fatalf("%v: %+v", err, r.Verification)
	}
	s, err := Open(dir, Options{Key: key, Now: testClock()})
	must(t, err)
	defer func() { must(t, s.Close()) }()
	all := stored(t, s)
	wantNoProblems(t, s)
	if len(all) != r.Records || s.Device() != r.Device || !r.Verification.Holds() {
		t.Fatalf("%d records restored: %+v", len(all), r)
	}
	return all
}

func wantSame(t testing.TB, got, want map[string]string) {
	t.Helper()
	if !maps.Equal(got, want) {
		t.Fatalf("%d records in place of %d, or others", len(got), len(want))
	}
}

func TestABackupIsRestoredOnAnotherMachine(t *testing.T) {
	dir, to := t.TempDir(), t.TempDir()
	s := openStore(t, dir, Options{Now: testClock()})
	someCheckIns(t, s, 90)
	merge(t, s, signed(t, "far", 60))
	r := backUp(t, dir, to, BackupOptions{})
	if r.Path != filepath.Join(to, "beatbook-"+s.Device()) || r.NewLines != 150 || r.Lines != 150 || len(r.Aside) != 0 || r.Unreadable != 0 {
		t.Errorf("%+v", r)
	}
	want := stored(t, s)
	wantSame(t, restored(t, to, seal.Key{}), want)
	wantSame(t, restored(t, r.Path, seal.Key{}), want)
	if v := verify(t, r.Path, VerifyOptions{}); !v.Holds() {
		t.Errorf("%+v", v)
	}
	last, err := LastBackup(dir)
	must(t, err)
	if last.Path != r.Path || !last.At.Equal(r.At) || last.Lines != 150 {
		t.Errorf("noted %+v", last)
	}
	for path := range folderState(t, r.Path) {
		if strings.Contains(path, "device") {
			t.Errorf("%s is nobody's business", path)
		}
	}
}

func TestARestoredFolderIsThatOfANewDevice(t *testing.T) {
	dir, to, again := t.TempDir(), t.TempDir(), t.TempDir()
	s := openStore(t, dir, Options{Now: testClock()})
	someCheckIns(t, s, 5)
	backUp(t, dir, to, BackupOptions{})
	_, err := Restore(ctx, to, again, RestoreOptions{Now: testClock()})
	must(t, err)
	s2 := openStore(t, again, Options{Now: testClock()})
	if s2.Device() == s.Device() {
		t.Error("two machines write one series")
	}
	if more := someCheckIns(t, s2, 1); more[0].Seq != 1 {
		t.Errorf("its first record has number %d", more[0].Seq)
	}
	if r := backUp(t, again, to, BackupOptions{}); r.NewLines != 6 {
		t.Errorf("%+v", r)
	}
	if _, err := Restore(ctx, to, t.TempDir(), RestoreOptions{}); !errors.Is(err, ErrSeveralBackups) {
		t.Errorf("two backups in the folder: %v", err)
	}
}

// sizes are those of the journals in a folder.
func sizes(t *testing.T, dir string) (all int64) {
	t.Helper()
	for path, content := range folderState(t, filepath.Join(dir, "journal")) {
		if strings.HasSuffix(path, journalEnd) {
			all += int64(len(content))
		}
	}
	return all
}

func TestOnlyWhatIsNewIsWritten(t *testing.T) {
	dir, to := t.TempDir(), t.TempDir()
	s := openStore(t, dir, Options{Now: testClock()})
	someCheckIns(t, s, 50)
	first := backUp(t, dir, to, BackupOptions{})
	if whole := sizes(t, dir); first.Bytes != whole {
		t.Errorf("%d bytes of %d", first.Bytes, whole)
	}
	for _, full := range []bool{false, true} {
		if r := backUp(t, dir, to, BackupOptions{Full: full}); r.NewLines != 0 || r.Bytes != 0 || r.Lines != 50 {
			t.Errorf("nothing is new: %+v", r)
		}
	}
	someCheckIns(t, s, 3)
	second := backUp(t, dir, to, BackupOptions{})
	if second.Bytes != sizes(t, dir)-first.Bytes || second.NewLines != 3 || second.Lines != 53 {
		t.Errorf("%+v", second)
	}
	must(t, os.Remove(filepath.Join(second.Path, backupNoteName)))
	if r := backUp(t, dir, to, BackupOptions{}); r.Bytes != 0 || r.Lines != 53 || len(r.Aside) != 0 {
		t.Errorf("without its note: %+v", r)
	}
	wantSame(t, restored(t, to, seal.Key{}), stored(t, s))
}

// A line that is being written is left to the next backup.
func TestATornEndStaysBehind(t *testing.T) {
	dir, to := t.TempDir(), t.TempDir()
	s := openStore(t, dir, Options{Now: testClock()})
	someCheckIns(t, s, 5)
	path := journalOf(t, dir, s.Device())
	whole := readFile(t, path)
	must(t, s.Close())
	must(t, os.WriteFile(path, whole[:len(whole)-20], 0o600))
	r := backUp(t, dir, to, BackupOptions{})
	if r.Lines != 4 {
		t.Errorf("%+v", r)
	}
	must(t, os.WriteFile(path, whole, 0o600))
	if r = backUp(t, dir, to, BackupOptions{}); r.NewLines != 1 || r.Lines != 5 || len(r.Aside) != 0 {
		t.Errorf("%+v", r)
	}
	if got := readFile(t, journalOf(t, r.Path, s.Device())); string(got) != string(whole) {
		t.Error("the copy is another one")
	}
}

// Whatever a kill leaves of a copy, the next backup completes it.
func TestATornCopyIsCompleted(t *testing.T) {
	dir, to := t.TempDir(), t.TempDir()
	s := openStore(t, dir, Options{Now: testClock()})
	someCheckIns(t, s, 3)
	r := backUp(t, dir, to, BackupOptions{})
	copied := journalOf(t, r.Path, s.Device())
	someCheckIns(t, s, 3)
	source := readFile(t, journalOf(t, dir, s.Device()))
	line := bytes.IndexByte(source, '\n')
	for _, size := range []int{0, 1, line - 1, line, line + 1, line + 2, len(source) / 2, len(source) - 2, len(source) - 1, len(source)} {
		must(t, os.WriteFile(copied, source[:size], 0o600))
		if r := backUp(t, dir, to, BackupOptions{}); len(r.Aside) > 0 || r.Lines != 6 || r.Unreadable != 0 {
			t.Fatalf("%d bytes: %+v", size, r)
		}
		if string(readFile(t, copied)) != string(source) {
			t.Fatalf("%d bytes: another copy", size)
		}
	}
}

// A copy that is not the beginning of its source, whoever changed which, is kept under another name.
func TestWhatDiffersIsKeptAside(t *testing.T) {
	for name, full := range map[string]bool{"at its end": false, "at its beginning": false, "in the midst": true} {
		t.Run(name, func(t *testing.T) {
			dir, to := t.TempDir(), t.TempDir()
			s := openStore(t, dir, Options{Now: testClock()})
			someCheckIns(t, s, 90)
			r := backUp(t, dir, to, BackupOptions{})
			path := journalOf(t, r.Path, s.Device())
			b := readFile(t, path)
			b[map[string]int{"at its end": len(b) - 9, "at its beginning": 9, "in the midst": len(b) / 2}[name]] ^= 1
			must(t, os.WriteFile(path, b, 0o600))
			if v := verify(t, r.Path, VerifyOptions{}); v.Holds() {
				t.Error("verify finds nothing")
			}
			r = backUp(t, dir, to, BackupOptions{Full: full})
			if len(r.Aside) != 1 || r.NewLines != 90 || r.Lines != 90 {
				t.Fatalf("%+v", r)
			}
			if kept := readFile(t, r.Aside[0]); string(kept) != string(b) {
				t.Error("what was there is lost")
			}
			wantSame(t, restored(t, to, seal.Key{}), stored(t, s))
			if r = backUp(t, dir, to, BackupOptions{Full: true}); len(r.Aside) != 0 || r.Bytes != 0 {
				t.Errorf("again: %+v", r)
			}
		})
	}
}

func TestAJournalThatWasRepairedMeanwhile(t *testing.T) {
	dir, to := t.TempDir(), t.TempDir()
	s := openStore(t, dir, Options{Now: testClock()})
	someCheckIns(t, s, 90)
	path := journalOf(t, dir, s.Device())
	must(t, s.Close())
	whole := readFile(t, path)
	spoilt := slices.Clone(whole)
	spoilt[len(spoilt)/2] ^= 1
	must(t, os.WriteFile(path, spoilt, 0o600))
	r := backUp(t, dir, to, BackupOptions{})
	if r.Unreadable != 1 || r.Lines != 90 {
		t.Errorf("damage is copied and said: %+v", r)
	}
	s = openStore(t, dir, Options{Now: testClock()})
	s.background.Wait()
	if string(readFile(t, path)) != string(whole) {
		t.Fatal("not mended")
	}
	if r = backUp(t, dir, to, BackupOptions{Full: true}); len(r.Aside) != 1 || r.Unreadable != 0 {
		t.Errorf("%+v", r)
	}
	wantSame(t, restored(t, to, seal.Key{}), stored(t, s))
}

func TestWhatTheFolderLosesStaysInTheBackup(t *testing.T) {
	dir, to := t.TempDir(), t.TempDir()
	s := openStore(t, dir, Options{Now: testClock()})
	someCheckIns(t, s, 20)
	merge(t, s, signed(t, "far", 10))
	want := stored(t, s)
	backUp(t, dir, to, BackupOptions{})
	must(t, os.RemoveAll(filepath.Join(dir, "journal", testKey(t, "far").ID())))
	if r := backUp(t, dir, to, BackupOptions{}); r.Lines != 20 || len(r.Aside) != 0 {
		t.Errorf("%+v", r)
	}
	wantSame(t, restored(t, to, seal.Key{}), want)
}
