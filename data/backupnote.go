package data

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

const (
	backupNoteName = "backup.json" // in a backup: what is in it; in a folder: its last backup
	autoBackupName = "backup.auto" // in a folder: where backups are made by themselves
	backupForm     = 1
)

// backupNote says what a backup holds. It spares comparing it all; where it is not there or says what cannot be, all is
// compared.
type backupNote struct {
	Form   int               `json:"form"`
	Device string            `json:"device"`
	At     time.Time         `json:"at"`    // when the backup was last complete, UTC
	Files  map[string]copied `json:"files"` // by folder and name below journal
}

func readBackupNote(target string) backupNote {
	b, err := os.ReadFile(filepath.Join(target, backupNoteName))
	if err != nil {
		return backupNote{}
	}
	return parseBackupNote(b)
}

func parseBackupNote(b []byte) backupNote {
	var n backupNote
	if json.Unmarshal(b, &n) != nil || n.Form != backupForm {
		return backupNote{}
	}
	return n
}

func (n backupNote) write(sys *system, target string) error {
	return sys.writeJSON(filepath.Join(target, backupNoteName), n)
}

func (s *system) writeJSON(path string, v any) error {
	b, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return fmt.Errorf("encode %s: %w", filepath.Base(path), err)
	}
	return classified(path, s.writeAtomic(path, append(b, '\n')))
}

// LastBackup is the last good backup of a folder, whoever made it; its time is zero where there was none yet. The error is a
// *PathError.
func LastBackup(dir string) (BackupResult, error) {
	var last BackupResult
	return last, readJSON(filepath.Join(dir, backupNoteName), &last)
}

func (b *backup) noteLast() error {
	return b.copier.sys.writeJSON(filepath.Join(b.dir, backupNoteName), b.result)
}

type autoBackup struct {
	To string `json:"to"`
}

// AutoBackup is the folder into which backups are made by themselves, empty for none. The error is a *PathError.
func AutoBackup(dir string) (to string, err error) {
	var auto autoBackup
	err = readJSON(filepath.Join(dir, autoBackupName), &auto)
	return auto.To, err
}

// SetAutoBackup has backups made by themselves into a folder, or, where that is empty, no more. It is no setting of the
// store: the folder may be open in another program, which heeds it from now on. The error is a *PathError.
func SetAutoBackup(dir, to string) error {
	path := filepath.Join(dir, autoBackupName)
	if to == "" {
		return removed(path)
	}
	to, err := filepath.Abs(to)
	if err != nil {
		return classified(to, err)
	}
	var sys system
	sys.fill()
	return sys.writeJSON(path, autoBackup{to})
}

// readJSON reads a small file; where there is none v stays as it is.
func readJSON(path string, v any) error {
	b, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil {
		err = json.Unmarshal(b, v)
	}
	return classified(path, err)
}

// copyVaults brings the vaults of the backup up to those of the folder, and gives the names under which others are kept.
func (b *backup) copyVaults() (sealed bool, old []string, err error) {
	for _, name := range []string{recoveryName, vaultName} {
		source, target := filepath.Join(b.dir, name), filepath.Join(b.target, name)
		vault, err := os.ReadFile(source)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return false, old, classified(source, err)
		}
		sealed = true
		there, err := os.ReadFile(target)
		if err == nil && string(there) == string(vault) {
			continue
		}
		if err == nil {
			aside, err := asideOf(target, b.copier.stamp)
			if err != nil {
				return false, old, err
			}
			old = append(old, aside)
		} else if !errors.Is(err, fs.ErrNotExist) {
			return false, old, classified(target, err)
		}
		if err := b.copier.sys.writeAtomic(target, vault); err != nil {
			return false, old, classified(target, err)
		}
	}
	return sealed, old, nil
}

// settleVaults decides on vaults that are no longer those of the folder. They open what was set aside. Where nothing was,
// they are for a former passphrase of the same key, which is to open the backup no more. Those of a folder that is sealed
// no more would ask for a passphrase in vain.
func (b *backup) settleVaults(sealed bool, old []string) error {
	if len(b.result.Aside) == 0 {
		for _, path := range old {
			if err := removed(path); err != nil {
				return err
			}
		}
		old = nil
	}
	b.result.Aside = append(b.result.Aside, old...)
	if sealed {
		return nil
	}
	for _, name := range []string{vaultName, recoveryName} {
		if target := filepath.Join(b.target, name); exists(target) {
			aside, err := asideOf(target, b.copier.stamp)
			if err != nil {
				return err
			}
			b.result.Aside = append(b.result.Aside, aside)
		}
	}
	return nil
}

// findReadable looks for files in the backup of a sealed folder that are not sealed: those that were set aside when it was
// sealed, and those that the folder has no more.
func (b *backup) findReadable() error {
	root := filepath.Join(b.target, "journal")
	return classified(root, filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		plain, err := beginsPlain(path)
		if plain {
			b.result.Readable = append(b.result.Readable, path)
		}
		return err
	}))
}

func beginsPlain(path string) (bool, error) {
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer func() { _ = f.Close() }()
	var first [1]byte
	n, _ := f.Read(first[:])
	return n == 1 && first[0] == '{', nil
}
