package data

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"beatbook/model"
)

func TestDoctorOfRecordsThatNobodySigned(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(dir, Options{Now: testClock()})
	must(t, err)
	someCheckIns(t, s, 3)
	_, err = s.Merge(ctx, foreign("old", 5))
	must(t, err)
	must(t, s.Close())
	unsigned := withCode(diagnosed(t, dir, examineOptions()), ChainUnsigned)
	if len(unsigned) != 1 || unsigned[0].Device != "old" || unsigned[0].Count != 5 || unsigned[0].State != Warns {
		t.Errorf("%+v", unsigned)
	}
}

func TestDoctorRemembersEarlierDevices(t *testing.T) {
	dir := doctorsFolder(t)
	before := deviceName(dir)
	must(t, os.Remove(filepath.Join(dir, "device.key")))
	must(t, openStoreOnce(dir))
	x := diagnosed(t, dir, examineOptions())
	if n := withCode(x, DeviceChanged); len(n) != 1 || n[0].Device != before || n[0].Count != 91 || n[0].At.IsZero() {
		t.Errorf("%+v", n)
	}
	later := examineOptions()
	later.Now = func() time.Time { return checkedAt.Add(changeToTell) }
	if n := withCode(diagnosed(t, dir, later), DeviceEarlier); len(n) != 1 || n[0].Device != before || n[0].Count != 91 {
		t.Errorf("%+v", n)
	}
	if n := withCode(x, DeviceUnused); len(n) != 1 || n[0].Device != deviceName(dir) || n[0].Device == before {
		t.Errorf("%+v", n)
	}
}

func TestDoctorOfBackups(t *testing.T) {
	dir := doctorsFolder(t)
	o := examineOptions()
	for age, want := range map[time.Duration]NoteCode{time.Hour: BackupFine, backupAge + time.Minute: BackupOld} {
		r, err := Backup(ctx, dir, t.TempDir(), BackupOptions{Now: func() time.Time { return checkedAt.Add(-age) }})
		must(t, err)
		if n := withCode(diagnosed(t, dir, o), want); len(n) != 1 || n[0].Path != r.Path || n[0].Seconds != int64(age/time.Second) {
			t.Errorf("%v: %+v", age, n)
		}
	}
	must(t, os.WriteFile(filepath.Join(dir, "backup.json"), []byte("{"), 0o600))
	wantBad(t, diagnosed(t, dir, o), Unreadable)
}

// A backup that is not made is told, and what it would have held.
func TestDoctorOfABackupThatHasNoPlace(t *testing.T) {
	dir, to, o := doctorsFolder(t), t.TempDir(), examineOptions()
	_, err := Backup(ctx, dir, to, BackupOptions{Now: o.Now})
	must(t, err)
	must(t, SetAutoBackup(dir, to))
	s, err := Open(dir, Options{Now: testClock()})
	must(t, err)
	someCheckIns(t, s, 3)
	must(t, s.Close())
	x := diagnosed(t, dir, o)
	wantBad(t, x)
	if n := withCode(x, BackupFine); len(n) != 1 || n[0].Of != 3 {
		t.Errorf("%+v", n)
	}
	for name, harm := range map[string]func(){
		"an empty mount point": func() { must(t, os.RemoveAll(only(t, to, "*"))) },
		"no folder":            func() { must(t, os.RemoveAll(to)) },
		"a file":               func() { must(t, errors.Join(os.RemoveAll(to), os.WriteFile(to, nil, 0o600))) },
	} {
		harm()
		x := diagnosed(t, dir, o)
		if n := withCode(x, BackupGone); len(n) != 1 || n[0].Path != to || n[0].Count != 3 || n[0].State != Warns {
			t.Errorf("%s: %+v", name, n)
		}
		must(t, os.RemoveAll(to))
		must(t, os.MkdirAll(filepath.Join(to, "x"), 0o700))
	}
	must(t, os.WriteFile(filepath.Join(dir, autoBackupName), []byte("{"), 0o600))
	wantBad(t, diagnosed(t, dir, o), Unreadable)
}

func TestDoctorOfAPlanThatFailsItsChecks(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(dir, Options{Now: testClock()})
	must(t, err)
	stamp := s.Stamp()
	body, err := json.Marshal(model.PlanAdoptedBody{Plan: model.Plan{Version: 1, Site: model.Site{ID: "x"}}})
	must(t, err)
	_, err = s.Append(ctx, model.Record{
		ID: stamp.ID, Device: stamp.Device, At: stamp.At, Zone: "UTC", Night: firstNight, Boot: stamp.Boot, Elapsed: stamp.Elapsed,
		Kind: model.PlanAdopted, Body: body,
	})
	must(t, err)
	must(t, s.Close())
	if n := withCode(diagnosed(t, dir, examineOptions()), PlanProblems); len(n) != 1 || n[0].Of == 0 || n[0].Count != 1 {
		t.Errorf("%+v", n)
	}
}

func TestDoctorOfFilesThatCannotBeUsed(t *testing.T) {
	if runtime.GOOS == "windows" || os.Getuid() == 0 {
		t.Skip("this account may do everything")
	}
	dir := doctorsFolder(t)
	must(t, os.Chmod(ownJournal(t, dir), 0))
	must(t, os.Chmod(filepath.Join(dir, "device.key"), 0o400))
	x := diagnosed(t, dir, examineOptions())
	if n := withCode(x, FilesLocked); len(n) != 1 || n[0].Count != 2 {
		t.Errorf("%+v", n)
	}
	if n := withCode(x, Unreadable); len(n) == 0 {
		t.Errorf("%+v", x.Notes)
	}
	_, err := Fix(ctx, x, examineOptions())
	must(t, err)
	wantBad(t, diagnosed(t, dir, examineOptions()))

	must(t, os.Chmod(filepath.Join(dir, "journal"), 0))
	x = diagnosed(t, dir, examineOptions())
	wantBad(t, x, FilesLocked, ModesOpen, Unreadable, IndexAhead, PlanNone)
	_, err = Fix(ctx, x, examineOptions())
	must(t, err)
	wantBad(t, diagnosed(t, dir, examineOptions()))

	t.Cleanup(func() { must(t, os.Chmod(dir, 0o700)) })
	for _, closed := range []os.FileMode{0, 0o600} { // nobody knows whose it is
		must(t, os.Chmod(dir, closed))
		x = diagnosed(t, dir, examineOptions())
		wantBad(t, x, FilesLocked)
		_, err = Fix(ctx, x, examineOptions())
		must(t, err)
		if info, err := os.Stat(dir); err != nil || info.Mode().Perm() != closed {
			t.Errorf("%v %v", info.Mode(), err)
		}
	}
}
