package data

import (
	"cmp"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"beatbook/data/routefile"
	"beatbook/data/seal"
	"beatbook/model"
)

const (
	backupAge    = 7 * 24 * time.Hour // how old the last backup may be
	changeToTell = 7 * 24 * time.Hour // for how long after its last record a former id of the device is worth a warning
)

// deviceID is the device of the folder: that of its key, or as the folder names it where the key cannot be read.
func (x *examiner) deviceID() string {
	name := deviceName(x.store.dir)
	if key, err := x.deviceKey(); err == nil {
		return key.ID()
	}
	return name
}

func (x *examiner) deviceKey() (seal.Device, error) {
	b, err := os.ReadFile(keyPath(x.store.dir, deviceName(x.store.dir)))
	if err == nil {
		b, err = x.store.form.openFile(b)
	}
	if err != nil {
		return seal.Device{}, err
	}
	return seal.ParseDevice(b)
}

// device says who signs here, and who did before.
func (x *examiner) device() {
	name := deviceName(x.store.dir)
	path := keyPath(x.store.dir, name)
	key, err := x.deviceKey()
	switch {
	case errors.Is(err, fs.ErrNotExist) && name == "" && !slices.ContainsFunc(x.journals, func(j *surveyed) bool { return j.own }):
		x.note(DeviceNew, Note{})
	case errors.Is(err, fs.ErrNotExist):
		x.note(DeviceKeyGone, Note{Device: name, Path: path})
	case errors.Is(err, ErrSealed):
		x.noteOn(PartDevice, NeedsKey, Note{Device: name, Path: path})
	case errors.Is(err, fs.ErrPermission):
		x.unreadable(PartDevice, path, err)
	case err != nil, key.ID() != name && x.wroteHere(name) && !x.wroteHere(key.ID()):
		x.note(DeviceKeyBad, Note{Device: name, Path: path})
	case key.ID() != name:
		x.note(DeviceRenamed, Note{Device: key.ID(), Found: name})
	case !x.wroteHere(name):
		x.note(DeviceUnused, Note{Device: name, Path: path})
	default:
		x.note(DeviceFine, Note{Device: name, Path: path, At: x.firstRecord(name)})
	}
	x.earlierDevices()
}

// wroteHere reports whether the device wrote records in this folder.
func (x *examiner) wroteHere(device string) bool {
	return slices.ContainsFunc(x.journals, func(j *surveyed) bool { return j.own && j.device == device })
}

// firstRecord is when a device wrote its first record.
func (x *examiner) firstRecord(device string) time.Time {
	for _, j := range x.journals {
		if j.device == device {
			return j.first
		}
	}
	return time.Time{}
}

// earlierDevices tells under which ids records were written here before, and how many.
func (x *examiner) earlierDevices() {
	id, name := x.deviceID(), deviceName(x.store.dir)
	for _, j := range x.journals {
		if !j.own || j.device == id || j.device == name {
			continue
		}
		n := Note{Device: j.device, Count: j.lines}
		if len(j.lately) > 0 {
			n.At = j.lately[len(j.lately)-1].At
		}
		code := DeviceEarlier
		if x.o.Now().Sub(n.At) < changeToTell {
			code = DeviceChanged
		}
		x.note(code, n)
	}
}

// settings tries to read the settings.
func (x *examiner) settings() {
	var v map[string]any
	path := x.store.path("settings.json")
	switch err := x.store.LoadSettings(&v); {
	case !exists(path):
		x.note(SettingsNone, Note{Path: path})
	case errors.Is(err, ErrSealed):
		x.noteOn(PartSettings, NeedsKey, Note{Path: path})
	case isSyntax(err):
		x.note(SettingsBroken, Note{Path: path})
	case err != nil:
		x.unreadable(PartSettings, path, err)
	default:
		x.note(SettingsFine, Note{Path: path})
	}
}

func isSyntax(err error) bool {
	var syntax *json.SyntaxError
	var shape *json.UnmarshalTypeError
	return errors.As(err, &syntax) || errors.As(err, &shape)
}

// planInUse is the plan that was adopted last, and which one in the order of adoption it is; one from the future is not the
// last one (R11).
func (x *examiner) planInUse() (plan model.Plan, version int, ok bool) {
	var records []model.Record
	for _, j := range x.journals {
		records = append(records, j.adopted...)
	}
	slices.SortFunc(records, func(a, b model.Record) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID)) })
	for i, r := range slices.Backward(records) {
		if r.At.After(x.o.Now().Add(model.ClockTolerance)) {
			continue
		}
		if body, err := model.Decode[model.PlanAdoptedBody](r); err == nil {
			return body.Plan, i + 1, true
		}
	}
	return plan, 0, false
}

// plan checks the plan in use as an import does.
func (x *examiner) plan() {
	plan, version, ok := x.planInUse()
	n := Note{Count: version, Found: plan.Site.ID}
	switch {
	case !ok && x.blind:
		x.noteOn(PartPlan, NeedsKey, Note{})
	case !ok:
		x.note(PlanNone, n)
	default:
		n.Of = planProblems(plan)
		code := PlanFine
		if n.Of > 0 {
			code = PlanProblems
		}
		x.note(code, n)
	}
}

func planProblems(plan model.Plan) int {
	source, err := routefile.Write(plan)
	if err == nil {
		_, err = routefile.Read(source)
	}
	var problems routefile.Problems
	switch {
	case err == nil:
		return 0
	case errors.As(err, &problems):
		return len(problems)
	}
	return 1
}

// backup says how old the last good backup is, and how many lines have come since.
func (x *examiner) backup() {
	last, err := LastBackup(x.store.dir)
	if err != nil {
		x.unreadable(PartBackup, x.store.dir, err)
		return
	}
	n := Note{Path: last.Path, At: last.At, Count: last.Lines}
	for _, j := range x.journals {
		n.Of += j.lines
	}
	n.Of = max(n.Of-last.Lines, 0)
	age := x.o.Now().Sub(last.At)
	n.Seconds = int64(age / time.Second)
	switch {
	case last.At.IsZero() && len(x.journals) == 0:
		x.note(BackupNothing, Note{})
	case last.At.IsZero():
		x.note(BackupNone, Note{})
	case age > backupAge:
		x.note(BackupOld, n)
	default:
		x.note(BackupFine, n)
	}
	x.autoBackup(n)
}

// autoBackup finds out whether the folder is there into which backups are to be made by themselves.
func (x *examiner) autoBackup(last Note) {
	to, err := AutoBackup(x.store.dir)
	if err != nil {
		x.unreadable(PartBackup, x.store.dir, err)
		return
	}
	device := deviceName(x.store.dir)
	if to == "" || device == "" {
		return
	}
	target, err := targetOf(x.store.dir, to, device)
	if err == nil && exists(filepath.Join(target, backupPrefix+device)) {
		return
	}
	x.note(BackupGone, Note{Path: to, At: last.At, Count: last.Of})
}
