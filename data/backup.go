package data

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"beatbook/data/seal"
)

// The errors of Backup and Restore, beside those of every disk. They come inside a *PathError.
var (
	ErrNoTarget       = errors.New("the folder for the backup is not there")
	ErrInside         = errors.New("lies in the folder that is to be copied")
	ErrNotAsWritten   = errors.New("what was written is read back as something else")
	ErrNotEmpty       = errors.New("holds records already")
	ErrNoBackup       = errors.New("not a backup")
	ErrSeveralBackups = errors.New("holds the backups of several devices")
	ErrFindings       = errors.New("not all of the backup holds")
)

// backupPrefix stands before the id of the device in the name of its backup.
const backupPrefix = "beatbook-"

// BackupOptions of a backup; the zero value is a first or a further one.
type BackupOptions struct {
	Full     bool                    // compare all that is there already, rather than its ends
	Again    bool                    // only where there is a backup of this device: an empty mount point is no stick
	Key      seal.Key                // reads the new lines of a sealed folder, which are else only compared
	Now      func() time.Time        // the clock, time.Now where it is nil
	Progress func(done, total int64) // in bytes

	system system
}

// BackupResult is what a backup came to.
type BackupResult struct {
	Path     string    `json:"path"` // of the backup, a folder
	At       time.Time `json:"at"`   // when it was complete, UTC
	NewLines int       `json:"new"`  // of journals: those that came to the backup now
	Lines    int       `json:"lines"`
	Bytes    int64     `json:"bytes"` // that were written
	// Aside are files in the backup that were no longer the beginning of those in the folder and are kept under other names.
	Aside []string `json:"aside,omitempty"`
	// Readable are files from before the folder was sealed: whoever has the backup can read them.
	Readable []string `json:"readable,omitempty"`
	// Unreadable is how many of the new lines are damaged in the folder itself.
	Unreadable int `json:"unreadable,omitempty"`
	// Findings are what else does not hold of the new lines, as far as they show it by themselves.
	Findings []Finding `json:"findings,omitempty"`
	// Apart are what speaks against the folder in files that were set aside now: its series and theirs went apart.
	Apart []Finding `json:"apart,omitempty"`
}

// Backup copies what the journals of a folder have and its backup in the folder to lacks, reads it back and compares it.
// The folder may be open, here or in another program: a journal only grows, and its complete lines are taken. The backup,
// to/beatbook-<device>, holds the journals byte for byte, the vaults of a sealed folder, and no key of the device. No
// record in it is ever removed or overwritten. The new lines are proven as far as they go. What ends a backup half-way leaves
// it with whole lines, and the next one goes on.
//
// Errors: ctx's, and *PathError: ErrNoTarget, ErrInside, ErrBusy where another backup is being written there,
// ErrNotAsWritten, ErrNoRecords where the folder holds none. The result is good where only the note of it in the folder,
// which LastBackup reads, could not be written.
func Backup(ctx context.Context, dir, to string, o BackupOptions) (BackupResult, error) {
	b, err := prepareBackup(ctx, dir, to, o)
	if err != nil {
		return BackupResult{}, err
	}
	lock := flock.New(filepath.Join(b.target, "lock"), flock.SetPermissions(0o600))
	got, err := lock.TryLock()
	if err != nil {
		return BackupResult{}, classified(b.target, err)
	}
	if !got {
		return BackupResult{}, &PathError{Path: b.target, Kind: ErrBusy}
	}
	err = errors.Join(b.run(), lock.Unlock())
	if err != nil && !exists(b.to) {
		err = &PathError{b.to, ErrNoTarget, err} // a stick that was pulled out
	}
	if err != nil {
		return BackupResult{}, err
	}
	return b.result, b.noteLast()
}

// BackUp makes the backup that SetAutoBackup has asked for, where one was made before. The result has no path where none is
// wanted. The errors are those of Backup.
func (s *Store) BackUp(ctx context.Context) (BackupResult, error) {
	to, err := AutoBackup(s.dir)
	if err != nil || to == "" {
		return BackupResult{}, err
	}
	return Backup(ctx, s.dir, to, BackupOptions{Again: true, Key: s.form.key, Now: s.now})
}

// backup is one that is being made.
type backup struct {
	dir, to, target string
	now             func() time.Time
	note, before    backupNote
	copier          copier
	proof           proof
	result          BackupResult
}

func prepareBackup(ctx context.Context, dir, to string, o BackupOptions) (*backup, error) {
	device := deviceName(dir)
	if device == "" {
		return nil, &PathError{Path: dir, Kind: ErrNoRecords}
	}
	to, err := targetOf(dir, to, device)
	if err != nil {
		return nil, err
	}
	b := &backup{dir: dir, to: to, target: filepath.Join(to, backupPrefix+device), now: o.Now}
	if o.Again && !exists(b.target) {
		return nil, &PathError{Path: to, Kind: ErrNoTarget}
	}
	if err := os.MkdirAll(b.target, 0o700); err != nil {
		return nil, classified(b.target, err)
	}
	if b.now == nil {
		b.now = time.Now
	}
	if !o.Full {
		b.before = readBackupNote(b.target)
	}
	b.note = backupNote{Form: backupForm, Device: device, Files: map[string]copied{}}
	b.copier = copier{ctx: ctx, sys: o.system, form: readForm(o.Key), stamp: b.now().UTC().Format(timestamp), tell: o.Progress}
	b.copier.fill()
	b.proof = newProof(device, b.copier.form)
	b.copier.added = b.proof.take
	return b, nil
}

// targetOf is the folder that is to hold the backup. It has to be there: a stick that is not plugged in must not become a
// folder of the system's disk.
func targetOf(dir, to, device string) (string, error) {
	to, err := filepath.Abs(to)
	if err != nil {
		return "", classified(to, err)
	}
	if filepath.Base(to) == backupPrefix+device {
		to = filepath.Dir(to) // somebody named the backup itself
	}
	info, err := os.Stat(to)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", &PathError{to, ErrNoTarget, err}
	case err != nil:
		return "", classified(to, err)
	case !info.IsDir():
		return "", &PathError{Path: to, Kind: ErrNotFolder}
	case isInside(to, dir):
		return "", &PathError{Path: to, Kind: ErrInside}
	}
	return to, nil
}

// isInside reports whether a path is a folder or lies in it, whatever their names.
func isInside(path, folder string) bool {
	for _, p := range []*string{&path, &folder} {
		if whole, err := filepath.EvalSymlinks(*p); err == nil {
			*p = whole
		}
		if abs, err := filepath.Abs(*p); err == nil {
			*p = abs
		}
	}
	rest, err := filepath.Rel(folder, path)
	return err == nil && rest != ".." && !strings.HasPrefix(rest, ".."+string(filepath.Separator))
}

// run copies vaults before and behind the journals: whatever the folder is turned into meanwhile, the keys to what was
// copied are there.
func (b *backup) run() error {
	sealedBefore, oldVaults, err := b.copyVaults()
	if err != nil {
		return err
	}
	if err := b.copyJournals(); err != nil {
		return err
	}
	sealedNow, more, err := b.copyVaults()
	if err != nil {
		return err
	}
	if err := b.settleVaults(sealedBefore || sealedNow, append(oldVaults, more...)); err != nil {
		return err
	}
	if sealedNow {
		if err := b.findReadable(); err != nil {
			return err
		}
	}
	b.result.Path, b.result.At = b.target, b.now().UTC().Truncate(time.Second)
	b.note.At = b.result.At
	return b.note.write(&b.copier.sys, b.target)
}

func (b *backup) copyJournals() error {
	all, total, note, err := journalsAndKnown(b.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return &PathError{b.dir, ErrNoRecords, err}
	}
	if err != nil {
		return err
	}
	b.copier.total = total
	for _, j := range all {
		if err := b.copyJournal(j); err != nil {
			return err
		}
	}
	b.result.Unreadable, b.result.Findings = b.proof.findings()
	if target := filepath.Join(b.target, knownName); note != nil && !bytes.Equal(note, knownBytes(b.target)) {
		return classified(target, b.copier.sys.writeAtomic(target, note))
	}
	return nil
}

func (b *backup) copyJournal(j journalFiles) error {
	copies := journalFiles{device: j.device}
	for _, path := range j.paths {
		name := filepath.ToSlash(filepath.Join(filepath.Base(filepath.Dir(path)), filepath.Base(path)))
		target := filepath.Join(b.target, "journal", filepath.FromSlash(name))
		b.proof.begin(j.device, target)
		change, err := b.copier.copy(path, target, b.before.Files[name])
		if err != nil {
			return err
		}
		b.proof.end()
		b.note.Files[name] = change.now
		b.result.take(change)
		copies.paths = append(copies.paths, target)
		if change.aside != "" {
			copies.asides = append(copies.asides, change.aside)
		}
	}
	return b.compareApart(copies)
}

func (r *BackupResult) take(c change) {
	r.NewLines += c.lines
	r.Lines += c.now.Lines
	r.Bytes += c.bytes
	if c.aside != "" {
		r.Aside = append(r.Aside, c.aside)
	}
}
