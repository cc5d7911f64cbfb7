package data

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"

	"beatbook/data/seal"
)

// modesUnder are the modes of all that is in a folder.
func modesUnder(t *testing.T, dir string) map[string]fs.FileMode {
	t.Helper()
	modes := map[string]fs.FileMode{}
	must(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		modes[path] = info.Mode()
		return err
	}))
	return modes
}

func wantModes(t *testing.T, dir string, want map[string]fs.FileMode) {
	t.Helper()
	for path, mode := range modesUnder(t, dir) {
		if mode != want[path] {
			t.Errorf("%s is %v, it was %v", path, mode, want[path])
		}
	}
}

func put(t *testing.T, mode fs.FileMode, path ...string) {
	t.Helper()
	file := filepath.Join(path...)
	must(t, os.MkdirAll(filepath.Dir(file), 0o755))
	must(t, os.WriteFile(file, []byte("#!/bin/sh\n"), 0o600))
	must(t, os.Chmod(file, mode))
}

// A folder that is not the program's is not examined, and nothing in it is touched.
func TestDoctorLeavesOtherFoldersAlone(t *testing.T) {
	t.Parallel()
	for name, files := range map[string][]string{
		"programs":           {"bin/run.sh", "README"},
		"a journal":          {"journal/0f3a9c/system.journal"},
		"an index":           {"index/index.html"},
		"a file of its name": {"device"},
		"an owner":           {"owner.json", "lock", "x"},
		"a vault":            {"vault/secret", "settings.json"},
		"a turning":          {"turning", "main.c"},
		"months":             {"journal/2026-11.jsonl"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			for _, file := range files {
				put(t, 0o755, dir, file)
			}
			before, modes := folderState(t, dir), modesUnder(t, dir)
			x := diagnosed(t, dir, examineOptions())
			if name == "a file of its name" {
				wantBad(t, x, PlanNone, DeviceKeyGone)
			} else {
				wantBad(t, x, FolderForeign)
			}
			_, err := Fix(ctx, x, examineOptions())
			must(t, err)
			wantSameFolder(t, dir, before)
			wantModes(t, dir, modes)
		})
	}
}

// What lies in the folder beside what the program made keeps its mode.
func TestDoctorLeavesOtherFilesAlone(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("modes say nothing there")
	}
	dir := doctorsFolder(t)
	strange := []string{
		"run.sh", "settings.json.bak", "tools/go.sh", "journal/notes.txt", "index/run.sh", "damaged/run.sh", "crash/run.sh",
		filepath.Join("journal", journalFolder(deviceName(dir)), "2026-11.jsonl.bak"),
	}
	for _, name := range strange {
		put(t, 0o755, dir, name)
	}
	for _, own := range []string{".", "journal", "damaged", "crash", "index"} {
		must(t, os.Chmod(filepath.Join(dir, own), 0o700))
	}
	modes := modesUnder(t, dir)
	o := examineOptions()
	if n := append(withCode(diagnosed(t, dir, o), ModesOpen), withCode(diagnosed(t, dir, o), FoldersOpen)...); len(n) > 0 {
		t.Errorf("%+v", n)
	}
	must(t, os.Chmod(ownJournal(t, dir), 0o644))
	x := diagnosed(t, dir, o)
	if n := withCode(x, ModesOpen); len(n) != 1 || n[0].Count != 1 || n[0].Path != ownJournal(t, dir) {
		t.Errorf("%+v", n)
	}
	_, err := Fix(ctx, x, o)
	must(t, err)
	wantModes(t, dir, modes)
}

// All that the program makes it knows as its own.
func TestTheProgramKnowsItsOwnFiles(t *testing.T) {
	dir := doctorsFolder(t)
	flip(t, ownJournal(t, dir), 0.5)
	flip(t, only(t, dir, "index", "*.sst"), 0.3)
	must(t, os.WriteFile(filepath.Join(dir, "index.state"), []byte(`{"phase":"open"}`), 0o600))
	s := openStore(t, dir, Options{Now: testClock()})
	s.background.Wait()
	must(t, s.Close())
	must(t, os.WriteFile(filepath.Join(dir, "device.key"), []byte("no key"), 0o600))
	must(t, openStoreOnce(dir))
	to := t.TempDir()
	_, err := Backup(ctx, dir, to, BackupOptions{})
	must(t, err)
	must(t, SetAutoBackup(dir, to))
	_, err = SealOn(dir, passphrase, cheaply(seal.Key{}))
	must(t, err)
	for _, folder := range []string{dir, only(t, to, "*")} {
		if names := StrangeFiles(folder); len(names) > 0 {
			t.Errorf("%v", names)
		}
	}
	for _, name := range []string{"index.aside-*", "damaged/*", "device.key.unreadable-*"} {
		only(t, dir, name)
	}
}

func TestStrangeFilesOfASealedFolder(t *testing.T) {
	dir, _, _ := sealedFolder(t)
	device := filepath.Join("journal", journalFolder(deviceName(dir)))
	strange := []string{filepath.Join("crash", "deep", "x"), filepath.Join(device, "x.bak"), "report.html", "settings.json.bak", filepath.Join("tools", "x")}
	for _, name := range strange {
		put(t, 0o600, dir, name)
	}
	put(t, 0o600, dir, ".settings.json-"+"ABCDEFGHIJKLMNOPQRSTUVWXY2")
	if got := StrangeFiles(dir); !slices.Equal(got, strange) {
		t.Errorf("%q, want %q", got, strange)
	}
	o := examineOptions()
	o.Key = unsealed(t, dir, passphrase)
	n := withCode(diagnosed(t, dir, o), SealStrange)
	if len(n) != 1 || n[0].Count != len(strange) || n[0].State != Warns || n[0].Mends {
		t.Errorf("%+v", n)
	}
	must(t, SealOff(dir, o))
	if n := withCode(diagnosed(t, dir, examineOptions()), SealStrange); len(n) > 0 {
		t.Errorf("of a folder that is not sealed: %+v", n)
	}
}
