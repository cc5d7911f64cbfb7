package data

import (
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"beatbook/data/seal"
)

// Whatever happens to a folder and its backup, what is restored has exactly the records of the last backup.
func TestRestoreOfBackupIsTheSame(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		dir, to, clock := t.TempDir(), t.TempDir(), testClock()
		open := func() *Store {
			s, err := Open(dir, Options{Now: clock})
			must(t, err)
			return s
		}
		s, far, seen := open(), signed(t, "far", 40), 0
		defer func() { must(t, s.Close()) }()
		actions := map[string]func(some int){
			"append": func(some int) { someCheckIns(t, s, some) },
			"merge": func(some int) {
				some = min(some, len(far)-seen)
				merge(t, s, far[seen:seen+some])
				seen += some
			},
			"backup":        func(int) { backUp(t, dir, to, BackupOptions{Now: clock}) },
			"full backup":   func(int) { backUp(t, dir, to, BackupOptions{Now: clock, Full: true}) },
			"kill a backup": func(some int) { stopBackup(t, dir, to, some); cutSome(t, rt, to) },
			"reopen": func(int) {
				must(t, s.Close())
				s = open()
			},
		}
		for range rapid.IntRange(1, 8).Draw(rt, "actions") {
			act := rapid.SampledFrom(slices.Sorted(maps.Keys(actions))).Draw(rt, "action")
			actions[act](rapid.IntRange(0, 8).Draw(rt, "some"))
		}
		someCheckIns(t, s, 1)
		backUp(t, dir, to, BackupOptions{Now: clock})
		wantSame(t, restored(t, to, seal.Key{}), stored(t, s))
	})
}

// stopBackup stops a backup after it has said some times how far it is.
func stopBackup(t *testing.T, dir, to string, after int) {
	t.Helper()
	stopped, cancel := context.WithCancel(ctx)
	defer cancel()
	_, err := Backup(stopped, dir, to, BackupOptions{Progress: func(int64, int64) {
		if after--; after < 0 {
			cancel()
		}
	}})
	if err != nil && !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
}

// cutSome cuts a copy off somewhere.
func cutSome(t *testing.T, rt *rapid.T, to string) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(to, "*", "journal", "*", "*"+journalEnd))
	must(t, err)
	if len(paths) == 0 {
		return
	}
	path := rapid.SampledFrom(paths).Draw(rt, "copy")
	info, err := os.Stat(path)
	must(t, err)
	must(t, os.Truncate(path, rapid.Int64Range(0, info.Size()).Draw(rt, "size")))
}

func FuzzBackupNote(f *testing.F) {
	for _, seed := range []string{
		``, `{`, `null`, `{"form":1}`, `{"form":2,"files":{"a/2026-11.jsonl":{"lines":1,"bytes":5}}}`,
		`{"form":1,"device":"x","at":"2026-11-20T12:00:00Z","files":{"%s":{"lines":%d,"bytes":%d}}}`,
		`{"form":1,"files":{"DEVICE":{"lines":-1,"bytes":-9223372036854775808}}}`,
		`{"form":1,"files":{"DEVICE":{"lines":9223372036854775807,"bytes":9223372036854775807}}}`,
		`{"form":1,"files":{"DEVICE":{"lines":2,"bytes":600}}}`,
	} {
		f.Add([]byte(seed))
	}
	dir := f.TempDir()
	s := openStore(f, dir, Options{Now: testClock()})
	someCheckIns(f, s, 5)
	paths, err := filepath.Glob(filepath.Join(dir, "journal", "*", "*"))
	must(f, err)
	want := readFile(f, paths[0])
	f.Fuzz(func(t *testing.T, note []byte) {
		to := t.TempDir()
		r := backUp(t, dir, to, BackupOptions{})
		note = []byte(strings.ReplaceAll(string(note), "DEVICE", s.Device()+"/2026-11.jsonl"))
		must(t, os.WriteFile(filepath.Join(r.Path, backupNoteName), note, 0o600))
		someNote := parseBackupNote(note)
		r = backUp(t, dir, to, BackupOptions{})
		if got := readFile(t, journalOf(t, r.Path, s.Device())); string(got) != string(want) {
			t.Errorf("%+v: another copy", someNote)
		}
	})
}
