package data

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"beatbook/data/seal"
)

// restoringName is the folder in which a restore lays ready what it copies.
const restoringName = "restoring"

// RestoreOptions of a restore; the zero value is one of a plain backup that holds.
type RestoreOptions struct {
	Key      seal.Key                // of a sealed backup, as Unseal gives it for the backup
	Force    bool                    // also where not all of the backup holds
	Now      func() time.Time        // the clock, as in Options
	Progress func(done, total int64) // in bytes that are verified, and then copied
	Indexing func(done, total int)   // as Options.Progress

	system system
}

// RestoreResult is what was restored.
type RestoreResult struct {
	From         string        `json:"from"`   // the backup
	Dir          string        `json:"dir"`    // the folder
	Device       string        `json:"device"` // the id of this device from now on
	Records      int           `json:"records"`
	Verification *Verification `json:"verification"` // of the backup
}

// Restore puts the records of a backup, or of the only one in the folder from, into a folder that holds none. They are
// verified first; their times of receipt stay what they were. The folder is that of a new device then, because a backup has
// no key to sign with: no two machines may write one series.
//
// What is copied is laid ready and takes its place at once when it is complete: a restore that ends half-way leaves a folder
// without records, and can be made again.
//
// Errors: ctx's, those of FindBackup, Verify and Open, and *PathError: ErrNotEmpty, ErrNotAsWritten, and ErrFindings, with
// the result, where the verification found something and is not to be overruled.
func Restore(ctx context.Context, from, dir string, o RestoreOptions) (RestoreResult, error) {
	from, err := FindBackup(from)
	if err != nil {
		return RestoreResult{}, err
	}
	if dir, err = filepath.Abs(dir); err != nil {
		return RestoreResult{}, classified(dir, err)
	}
	r := RestoreResult{From: from, Dir: dir}
	if r.Verification, err = Verify(ctx, from, VerifyOptions{Key: o.Key, Progress: o.half(0)}); err != nil {
		return r, err
	}
	for _, c := range r.Verification.Chains {
		r.Records += c.Records
	}
	if !r.Verification.Holds() && !o.Force {
		return r, &PathError{Path: from, Kind: ErrFindings}
	}
	if err := o.fill(ctx, from, dir); err != nil {
		return r, err
	}
	s, err := Open(dir, Options{Now: o.Now, Progress: o.Indexing, Key: o.Key, system: o.system})
	if err != nil {
		return r, err
	}
	r.Device = s.Device()
	return r, s.Close()
}

// half is the progress of the first or the second half of the work.
func (o RestoreOptions) half(n int64) func(done, total int64) {
	if o.Progress == nil {
		return nil
	}
	return func(done, total int64) { o.Progress(n*total+done, 2*total) }
}

// FindBackup is the backup that a path means: itself, or the only one in it. The errors are a *PathError, ErrNoBackup, and
// a *SeveralBackupsError.
func FindBackup(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", classified(path, err)
	}
	if isFolder(filepath.Join(path, "journal")) {
		return path, nil
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return "", &PathError{path, ErrNoBackup, err}
	}
	var names []string
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), backupPrefix) && isFolder(filepath.Join(path, e.Name(), "journal")) {
			names = append(names, e.Name())
		}
	}
	switch len(names) {
	case 0:
		return "", &PathError{Path: path, Kind: ErrNoBackup}
	case 1:
		return filepath.Join(path, names[0]), nil
	}
	return "", &SeveralBackupsError{path, names}
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// fill copies the backup into the folder while nobody else has it.
func (o RestoreOptions) fill(ctx context.Context, from, dir string) (err error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return classified(dir, err)
	}
	s := &Store{dir: dir, stamps: newStamps(o.Now), sys: o.system}
	s.sys.fill()
	if err := s.takeLock(); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.releaseLock()) }()
	if err := s.wantNoRecords(); err != nil {
		return err
	}
	if err := s.checkSpaceToOpen(); err != nil {
		return err
	}
	ready := s.path(restoringName)
	if err := os.RemoveAll(ready); err != nil {
		return classified(ready, err)
	}
	if err := o.layReady(ctx, from, ready); err != nil {
		return err
	}
	for _, name := range []string{recoveryName, vaultName, "journal"} {
		source := filepath.Join(ready, name)
		if !exists(source) {
			continue
		}
		if err := os.Rename(source, s.path(name)); err != nil {
			return classified(s.path(name), err)
		}
	}
	return classified(dir, errors.Join(os.Remove(ready), syncFolder(dir)))
}

// wantNoRecords refuses a folder in which there may be a record. A vault may be the rest of a restore.
func (s *Store) wantNoRecords() error {
	if exists(s.indexDir()) || exists(s.path(vaultName)) && !exists(s.path(restoringName)) {
		return &PathError{Path: s.dir, Kind: ErrNotEmpty}
	}
	root := s.path("journal")
	var folders []string
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err == nil && !d.IsDir():
			return &PathError{Path: s.dir, Kind: ErrNotEmpty}
		}
		folders = append(folders, path)
		return err
	})
	for _, empty := range slices.Backward(folders) {
		if err == nil {
			err = os.Remove(empty)
		}
	}
	return classified(root, err)
}

// layReady copies what the backup has.
func (o RestoreOptions) layReady(ctx context.Context, from, ready string) error {
	all, total, err := journalsUnder(from)
	if err != nil {
		return err
	}
	c := copier{ctx: ctx, sys: o.system, form: readForm(o.Key), tell: o.half(1), total: total}
	c.fill()
	journals := filepath.Join(ready, "journal")
	if err := os.MkdirAll(journals, 0o700); err != nil {
		return classified(journals, err)
	}
	for _, j := range all {
		for _, path := range j.paths {
			target := filepath.Join(journals, filepath.Base(filepath.Dir(path)), filepath.Base(path))
			if _, err := c.copy(path, target, copied{}); err != nil {
				return err
			}
		}
	}
	for _, name := range []string{recoveryName, vaultName} {
		source := filepath.Join(from, name)
		vault, err := os.ReadFile(source)
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err != nil {
			return classified(source, err)
		}
		if err := c.sys.writeAtomic(filepath.Join(ready, name), vault); err != nil {
			return classified(ready, err)
		}
	}
	return nil
}
