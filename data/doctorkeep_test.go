package data

import (
	"encoding/json"
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
	if n := withCode(x, DeviceEarlier); len(n) != 1 || n[0].Found != before || n[0].Count != 1 {
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
	t.Cleanup(func() { must(t, os.Chmod(dir, 0o700)) })
	must(t, os.Chmod(dir, 0))
	x = diagnosed(t, dir, examineOptions())
	wantBad(t, x, FilesLocked, ModesOpen, Unreadable)
	_, err = Fix(ctx, x, examineOptions())
	must(t, err)
	wantBad(t, diagnosed(t, dir, examineOptions()))
}
