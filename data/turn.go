package data

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"beatbook/data/seal"
)

// loadForm finds out how the folder is written, and what it is being turned into.
func (s *Store) loadForm(key seal.Key) (turning bool, err error) {
	isSealed, err := Sealed(s.dir)
	if err != nil {
		return false, err
	}
	path := s.path(turningName)
	to, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return false, classified(path, err)
	}
	if !isSealed {
		return false, errors.Join(removed(s.path(recoveryName)), removed(s.path(unconfirmedName)), removed(path)) // it ended before there was a vault, or after
	}
	if key.IsZero() {
		return false, &PathError{Path: s.dir, Kind: ErrSealed}
	}
	s.form = sealedForm(key, string(to) != toPlain)
	return len(to) > 0, nil
}

// turningRate is how many bytes of journals are turned in a second, more or less: the index that is built anew takes the
// most of it.
const turningRate = 2 << 20

// TurningTime is about how long SealOn and SealOff take for a folder. It is 0 where nothing is known of it.
func TurningTime(dir string) time.Duration {
	_, bytes, err := journalsUnder(dir)
	if err != nil {
		return 0
	}
	return time.Duration(bytes) * time.Second / turningRate
}

// turn writes all that the folder holds anew, in the form that it is to have. The index is thrown away: the journals were
// found sound before, and it would show what they hide. Whatever ends it half-way, it can be done again.
func (s *Store) turn() error {
	if err := errors.Join(os.RemoveAll(s.indexDir()), removed(s.path("index.state")), removed(s.path("index.log"))); err != nil {
		return classified(s.indexDir(), err)
	}
	journals, err := filepath.Glob(filepath.Join(s.dir, "journal", "*", "*"+journalEnd))
	if err != nil {
		return classified(s.dir, err)
	}
	for _, path := range journals {
		if err := s.turnJournal(path); err != nil {
			return classified(path, err)
		}
	}
	if err := s.removeRests(); err != nil {
		return err
	}
	for _, name := range s.smallFiles() {
		if err := s.turnFile(name); err != nil {
			return classified(name, err)
		}
	}
	if s.form.writesSealed {
		return removed(s.path(turningName))
	}
	s.form = form{}
	return errors.Join(removed(s.path(vaultName)), removed(s.path(recoveryName)), removed(s.path(unconfirmedName)), removed(s.path(turningName)))
}

// turnJournal writes each line anew, also one that cannot be read: what it says is nobody's business either.
func (s *Store) turnJournal(path string) error {
	return s.sys.replaceFile(path, func(w io.Writer) error {
		return eachPiece(path, 0, func(p piece) error {
			text := p.text
			if seal.IsSealedLine(text) {
				if opened, err := s.form.openText(text); err == nil {
					text = opened
				}
			}
			b := append(bytes.Clone(text), '\n')
			if s.form.writesSealed {
				b = s.form.sealText(nil, text)
			}
			_, err := w.Write(b)
			return err
		})
	})
}

// turnFile writes a small file anew.
func (s *Store) turnFile(path string) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	content, err := s.form.openFile(b)
	if err != nil {
		content = b
	}
	return s.sys.writeAtomic(path, s.form.file(content))
}

// removeRests removes what replaceFile and Restore left behind in a program that was killed.
func (s *Store) removeRests() error {
	if err := os.RemoveAll(s.path(restoringName)); err != nil {
		return classified(s.path(restoringName), err)
	}
	for _, folder := range []string{".", "journal/*"} {
		rests, err := filepath.Glob(filepath.Join(s.dir, filepath.FromSlash(folder), ".*-*"))
		if err != nil {
			return err
		}
		for _, path := range rests {
			if !s.isRest(path) {
				continue
			}
			if err := removed(path); err != nil {
				return err
			}
		}
	}
	return nil
}

// isRest reports whether the file was to replace one that the program makes.
func (s *Store) isRest(path string) bool {
	folder, err := filepath.Rel(s.dir, filepath.Dir(path))
	name := filepath.Base(path)
	return err == nil && ownRests.MatchString(name) && isOwnFile(filepath.ToSlash(folder), bareName(name))
}

// smallFiles are those beside journals and index that may say something: all that is set aside, too.
func (s *Store) smallFiles() []string {
	paths := []string{keyPath(s.dir, deviceName(s.dir)), s.path("settings.json"), s.path(knownName)}
	for _, pattern := range []string{"damaged/*", "index.aside-*/*", "crash/*"} {
		more, _ := filepath.Glob(filepath.Join(s.dir, filepath.FromSlash(pattern)))
		paths = append(paths, more...)
	}
	return slices.DeleteFunc(paths, func(path string) bool {
		info, err := os.Stat(path)
		return err != nil || !info.Mode().IsRegular()
	})
}

// removed removes a file that may not be there.
func removed(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return classified(path, err)
	}
	return nil
}
