package data

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"beatbook/data/sample"
	"beatbook/model"
)

// checkedAt is when the folders of these tests are examined: two hours after their first record.
var checkedAt = time.Date(2026, 11, 20, 22, 0, 0, 0, time.FixedZone("CST", 8*60*60))

func examineOptions() Options {
	return Options{Now: func() time.Time { return checkedAt }, system: system{free: func(string) (uint64, error) { return 100 << 30, nil }}}
}

func diagnosed(t *testing.T, dir string, o Options) *Examination {
	t.Helper()
	x, err := Examine(ctx, dir, o)
	must(t, err)
	return x
}

func withCode(x *Examination, code NoteCode) []Note {
	return slices.DeleteFunc(slices.Clone(x.Notes), func(n Note) bool { return n.Code != code })
}

// bad are the codes of what is not in order.
func bad(x *Examination) (codes []NoteCode) {
	for _, n := range x.Notes {
		_, isDisk := map[NoteCode]bool{DiskMemory: true, DiskNetwork: true, DiskRemovable: true}[n.Code] // those of this machine
		if n.State != Fine && n.Code != BackupNone && !isDisk {
			codes = append(codes, n.Code)
		}
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

func wantBad(t *testing.T, x *Examination, codes ...NoteCode) {
	t.Helper()
	slices.Sort(codes)
	if got := bad(x); !slices.Equal(got, codes) {
		t.Errorf("found %v, want %v", got, codes)
	}
}

// doctorsFolder is a folder with a plan, 90 own records, 60 of another device, and settings.
func doctorsFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	must(t, os.Chmod(dir, 0o700))
	s, err := Open(dir, Options{Now: testClock()})
	must(t, err)
	adopt(t, s)
	someCheckIns(t, s, 90)
	_, err = s.Merge(ctx, signed(t, "far", 60))
	must(t, err)
	must(t, s.SaveSettings(map[string]string{"lang": "zh"}))
	must(t, s.Close())
	return dir
}

func adopt(t *testing.T, s *Store) {
	t.Helper()
	plan, err := sample.Plan()
	must(t, err)
	stamp := s.Stamp()
	body, err := json.Marshal(model.PlanAdoptedBody{Plan: plan})
	must(t, err)
	_, err = s.Append(ctx, model.Record{
		ID: stamp.ID, Device: stamp.Device, At: stamp.At, Zone: plan.Timezone, Night: firstNight,
		Elapsed: stamp.Elapsed, Boot: stamp.Boot, Kind: model.PlanAdopted, Body: body,
	})
	must(t, err)
}

func ownJournal(t *testing.T, dir string) string {
	t.Helper()
	return filepath.Join(dir, "journal", journalFolder(deviceName(dir)), "2026-11"+journalEnd)
}

func flip(t *testing.T, path string, at float64) {
	t.Helper()
	b := readFile(t, path)
	b[int(at*float64(len(b)))] ^= 1
	must(t, os.WriteFile(path, b, 0o600))
}

func only(t *testing.T, pattern ...string) string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(pattern...))
	must(t, err)
	if len(paths) == 0 {
		t.Fatalf("no %v", pattern)
	}
	return paths[0]
}

// TestDoctorFindsAndMends makes each thing that can be wrong, examines the folder, which stays as it is, and has it mended.
func TestDoctorFindsAndMends(t *testing.T) {
	t.Parallel()
	dir := doctorsFolder(t)
	fresh := folderState(t, dir)
	for name, c := range map[string]struct {
		harm  func(t *testing.T, dir string)
		found []NoteCode
		left  []NoteCode // after mending
	}{
		"in order":  {func(*testing.T, string) {}, nil, nil},
		"open file": {func(t *testing.T, dir string) { must(t, os.Chmod(ownJournal(t, dir), 0o644)) }, []NoteCode{ModesOpen}, nil},
		"open folder": {func(t *testing.T, dir string) { must(t, os.Chmod(filepath.Join(dir, "journal"), 0o755)) },
			[]NoteCode{FoldersOpen}, nil},
		"writable folder": {func(t *testing.T, dir string) { must(t, os.Chmod(dir, 0o777)) }, []NoteCode{ModesOpen}, nil},
		"open key":        {func(t *testing.T, dir string) { must(t, os.Chmod(filepath.Join(dir, "device.key"), 0o640)) }, []NoteCode{ModesOpen}, nil},
		"index file":      {func(t *testing.T, dir string) { must(t, os.Chmod(filepath.Join(dir, "index", "MANIFEST"), 0o666)) }, []NoteCode{ModesOpen}, nil},
		"stale owner": {func(t *testing.T, dir string) {
			must(t, os.WriteFile(filepath.Join(dir, "owner.json"), []byte(`{"pid":1,"since":"2026-11-20T12:00:00Z"}`), 0o600))
		}, []NoteCode{LockStale}, nil},
		"bit in a journal": {func(t *testing.T, dir string) { flip(t, ownJournal(t, dir), 0.5) },
			[]NoteCode{JournalDamaged, JournalGap, ChainDamaged}, []NoteCode{AsideLines}},
		"end of a journal gone": {func(t *testing.T, dir string) {
			b := readFile(t, ownJournal(t, dir))
			must(t, os.WriteFile(ownJournal(t, dir), b[:1+strings.LastIndexByte(string(b[:len(b)-1]), '\n')], 0o600))
		}, []NoteCode{IndexAhead, ChainDamaged}, nil},
		"record of somebody else": {anotherLine, []NoteCode{ChainBroken, IndexDiffers}, []NoteCode{ChainBroken, AsideIndex}},
		"torn line": {func(t *testing.T, dir string) {
			must(t, os.WriteFile(ownJournal(t, dir), append(readFile(t, ownJournal(t, dir)), `{"n":92,"su`...), 0o600))
		}, []NoteCode{JournalTorn}, []NoteCode{AsideLines}},
		"journal gone": {func(t *testing.T, dir string) {
			must(t, os.RemoveAll(filepath.Join(dir, "journal", journalFolder(testKey(t, "far").ID()))))
		}, []NoteCode{IndexAhead, ChainDamaged}, nil},
		"strange folder": {func(t *testing.T, dir string) { must(t, os.Mkdir(filepath.Join(dir, "journal", "a b~1"), 0o700)) },
			[]NoteCode{JournalStrange}, []NoteCode{JournalStrange}},
		"bit in a table": {func(t *testing.T, dir string) { flip(t, only(t, dir, "index", "*.sst"), 0.3) },
			[]NoteCode{IndexTableBroken}, []NoteCode{AsideIndex}},
		"no index":    {func(t *testing.T, dir string) { must(t, os.RemoveAll(filepath.Join(dir, "index"))) }, []NoteCode{IndexMissing}, nil},
		"no MANIFEST": {func(t *testing.T, dir string) { must(t, os.Remove(filepath.Join(dir, "index", "MANIFEST"))) }, []NoteCode{IndexBroken}, []NoteCode{AsideIndex}},
		"no table":    {func(t *testing.T, dir string) { must(t, os.Remove(only(t, dir, "index", "*.sst"))) }, []NoteCode{IndexBroken}, []NoteCode{AsideIndex}},
		"not closed": {func(t *testing.T, dir string) {
			must(t, os.WriteFile(filepath.Join(dir, "index.state"), []byte(`{"phase":"open"}`), 0o600))
		}, []NoteCode{IndexUnclosed}, nil},
		"killed while opening": {func(t *testing.T, dir string) {
			must(t, os.WriteFile(filepath.Join(dir, "index.state"), []byte(`{"phase":"opening"}`), 0o600))
		}, []NoteCode{IndexBroken}, []NoteCode{AsideIndex}},
		"index behind": {indexBehind, []NoteCode{IndexBehind}, nil},
		"wrong name": {func(t *testing.T, dir string) {
			must(t, os.WriteFile(filepath.Join(dir, "device"), []byte("X\n"), 0o600))
		}, []NoteCode{DeviceRenamed}, nil},
		"key gone": {func(t *testing.T, dir string) { must(t, os.Remove(filepath.Join(dir, "device.key"))) }, []NoteCode{DeviceKeyGone}, []NoteCode{DeviceKeyGone}},
		"key damaged": {func(t *testing.T, dir string) { flip(t, filepath.Join(dir, "device.key"), 0.9) },
			[]NoteCode{DeviceKeyBad}, []NoteCode{DeviceKeyBad}},
		"settings": {func(t *testing.T, dir string) { flip(t, filepath.Join(dir, "settings.json"), 0) },
			[]NoteCode{SettingsBroken}, []NoteCode{SettingsBroken}},
		"crash report": {func(t *testing.T, dir string) {
			must(t, os.Mkdir(filepath.Join(dir, "crash"), 0o700))
			must(t, os.WriteFile(filepath.Join(dir, "crash", "crash-1.txt"), []byte("x"), 0o600))
		}, []NoteCode{AsideCrash}, []NoteCode{AsideCrash}},
		"turning to nothing": {func(t *testing.T, dir string) {
			must(t, os.WriteFile(filepath.Join(dir, turningName), []byte(toSealed), 0o600))
		}, []NoteCode{SealTurning}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			restoreFolder(t, dir, fresh)
			if runtime.GOOS == "windows" && (slices.Contains(c.found, ModesOpen) || slices.Contains(c.found, FoldersOpen)) {
				t.Skip("modes say nothing there")
			}
			c.harm(t, dir)
			before := folderState(t, dir)
			x := diagnosed(t, dir, examineOptions())
			wantBad(t, x, c.found...)
			wantSameFolder(t, dir, before)
			_, err := Fix(ctx, x, examineOptions())
			must(t, err)
			after := diagnosed(t, dir, examineOptions())
			wantBad(t, after, c.left...)
			devices := map[string]bool{}
			for _, n := range append(withCode(after, ChainFine), withCode(after, ChainBroken)...) {
				devices[n.Device] = true
			}
			if len(devices) != 2 {
				t.Errorf("the chains of %v were examined", devices)
			}
		})
	}
}

// anotherLine changes the last record of a journal, and the sum of its line with it.
func anotherLine(t *testing.T, dir string) {
	b := readFile(t, ownJournal(t, dir))
	at := 1 + strings.LastIndexByte(string(b[:len(b)-1]), '\n')
	l, err := parseLine(b[at : len(b)-1])
	must(t, err)
	l.record = []byte(strings.Replace(string(l.record), "more", "less", 1))
	must(t, os.WriteFile(ownJournal(t, dir), l.appendTo(b[:at:at]), 0o600))
}

// indexBehind puts an index back that was there before the last records.
func indexBehind(t *testing.T, dir string) {
	old := t.TempDir()
	must(t, os.CopyFS(filepath.Join(old, "index"), os.DirFS(filepath.Join(dir, "index"))))
	state := readFile(t, filepath.Join(dir, "index.state"))
	s, err := Open(dir, Options{Now: testClock()})
	must(t, err)
	someCheckIns(t, s, 7)
	must(t, s.Close())
	must(t, os.RemoveAll(filepath.Join(dir, "index")))
	must(t, os.CopyFS(filepath.Join(dir, "index"), os.DirFS(filepath.Join(old, "index"))))
	must(t, os.Chmod(filepath.Join(dir, "index"), 0o700))
	must(t, os.WriteFile(filepath.Join(dir, "index.state"), state, 0o600))
}

func wantSameFolder(t *testing.T, dir string, before map[string]string) {
	t.Helper()
	after := folderState(t, dir)
	for path, content := range before {
		if after[path] != content {
			t.Errorf("%s was changed", path)
		}
	}
	if len(after) != len(before) {
		t.Errorf("%d files, there were %d", len(after), len(before))
	}
}

func TestDoctorOfNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "none")
	wantBad(t, diagnosed(t, dir, examineOptions()), FolderMissing)
	if exists(dir) {
		t.Error("it was made")
	}
	must(t, os.WriteFile(dir, nil, 0o600))
	wantBad(t, diagnosed(t, dir, examineOptions()), FolderNone)
	must(t, os.Remove(dir))
	must(t, os.Mkdir(dir, 0o700))
	wantBad(t, diagnosed(t, dir, examineOptions()), PlanNone)
	must(t, openStoreOnce(dir))
	wantBad(t, diagnosed(t, dir, examineOptions()), PlanNone)
}

func openStoreOnce(dir string) error {
	s, err := Open(dir, Options{Now: testClock()})
	if err != nil {
		return err
	}
	return s.Close()
}

func TestDoctorBesideAnotherProgram(t *testing.T) {
	dir := doctorsFolder(t)
	cmd, in, _ := started(t, "hold", dir)
	x := diagnosed(t, dir, examineOptions())
	held := withCode(x, LockHeld)
	if len(held) != 1 || held[0].PID != cmd.Process.Pid {
		t.Errorf("held by %+v, want process %d", held, cmd.Process.Pid)
	}
	wantBad(t, x, InUse)
	if n := len(withCode(x, ChainFine)); n != 2 {
		t.Errorf("%d chains hold", n)
	}
	if _, err := Fix(ctx, x, examineOptions()); !errors.Is(err, ErrBusy) {
		t.Error(err)
	}
	must(t, os.WriteFile(filepath.Join(dir, "owner.json"), []byte(`{"pid":999999999}`), 0o600))
	wantBad(t, diagnosed(t, dir, examineOptions()), InUse, LockNameless)
	must(t, in.Close())
	must(t, cmd.Wait())
}

func TestDoctorOfAFullDisk(t *testing.T) {
	dir := doctorsFolder(t)
	for free, want := range map[uint64][]NoteCode{
		spaceToOpen - 1: {SpaceNone}, spaceToOpen + 1<<20: {SpaceShort}, 100 << 30: nil,
	} {
		o := examineOptions()
		o.system.free = func(string) (uint64, error) { return free, nil }
		wantBad(t, diagnosed(t, dir, o), want...)
	}
	o := examineOptions()
	o.system.free = func(string) (uint64, error) { return 0, fs.ErrPermission }
	wantBad(t, diagnosed(t, dir, o), Unreadable)
}
