package data

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"beatbook/data/seal"
)

// journalFile is an open journal to which lines are appended.
type journalFile interface {
	io.WriteCloser
	Sync() error
}

// system is what tests make fail, or cheap.
type system struct {
	free     func(dir string) (uint64, error)
	open     func(path string) (journalFile, error)
	truncate func(path string, size int64) error
	commit   func(commit func() error) error
	scrypt   int // work
}

func (s *system) fill() {
	if s.free == nil {
		s.free = freeBytes
	}
	if s.open == nil {
		s.open = openForAppending
	}
	if s.truncate == nil {
		s.truncate = truncate
	}
	if s.commit == nil {
		s.commit = func(commit func() error) error { return commit() }
	}
	if s.scrypt == 0 {
		s.scrypt = seal.ScryptWork
	}
}

func openForAppending(path string) (journalFile, error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	return dataFile{f}, err
}

// dataFile syncs no more than what is needed to read the data again.
type dataFile struct{ *os.File }

// Sync brings the content and the size of the file to the disk.
func (f dataFile) Sync() error { return syncData(f.File) }

// truncate goes by name because Windows does not shorten a file through a handle that may only append.
func truncate(path string, size int64) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Truncate(size), f.Sync(), f.Close())
}

// writeSynced is half as dear as writeAtomic, for a file whose reader can do without it.
func writeSynced(path string, content []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// writeAtomic leaves either the old content or the new one under the name.
func writeAtomic(path string, content []byte) error {
	return replaceFile(path, func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	})
}

// replaceFile puts what write writes in the place of the file, on the disk when it returns.
func replaceFile(path string, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return err
	}
	err = write(f)
	if err == nil {
		err = f.Sync()
	}
	err = errors.Join(err, f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return syncFolder(filepath.Dir(path))
}

// syncFolder makes the names in a folder durable; Windows does so by itself.
func syncFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return !errors.Is(err, fs.ErrNotExist)
}
