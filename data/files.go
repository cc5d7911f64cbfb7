package data

import (
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"

	"beatbook/data/seal"
)

// outFile is a file that is written to.
type outFile interface {
	io.WriteCloser
	Sync() error
}

// system is what tests make fail, or cheap.
type system struct {
	free     func(dir string) (uint64, error)
	open     func(path string, how int) (outFile, error) // to write to it; how: flags of os.OpenFile
	truncate func(path string, size int64) error
	commit   func(commit func() error) error
	scrypt   int // work
}

func (s *system) fill() {
	if s.free == nil {
		s.free = freeBytes
	}
	if s.open == nil {
		s.open = openToWrite
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

// The ways in which files are written to.
const (
	toAppend  = os.O_CREATE | os.O_APPEND
	toReplace = os.O_CREATE | os.O_TRUNC
	toCreate  = os.O_CREATE | os.O_EXCL
)

func openToWrite(path string, how int) (outFile, error) {
	f, err := os.OpenFile(path, os.O_WRONLY|how, 0o600)
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
func (s *system) writeSynced(path string, content []byte) error {
	return s.write(path, toReplace, all(content))
}

func (s *system) write(path string, how int, write func(io.Writer) error) error {
	f, err := s.open(path, how)
	if err != nil {
		return err
	}
	if err = write(f); err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// writeAtomic leaves either the old content or the new one under the name.
func (s *system) writeAtomic(path string, content []byte) error {
	return s.replaceFile(path, all(content))
}

// all writes the content.
func all(content []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	}
}

// replaceFile puts what write writes in the place of the file, on the disk when it returns.
func (s *system) replaceFile(path string, write func(io.Writer) error) error {
	ready, err := s.layReady(path, write)
	if err != nil {
		return err
	}
	return ready.takePlace()
}

// replacement is what lies ready on the disk to take the place of a file.
type replacement struct{ ready, path string }

// layReady writes beside the file, and leaves nothing where that fails.
func (s *system) layReady(path string, write func(io.Writer) error) (replacement, error) {
	r := replacement{filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"-"+rand.Text()), path}
	if err := s.write(r.ready, toCreate, write); err != nil {
		return r, errors.Join(err, removed(r.ready))
	}
	return r, nil
}

func (r replacement) takePlace() error {
	if err := os.Rename(r.ready, r.path); err != nil {
		return errors.Join(err, os.Remove(r.ready))
	}
	return syncFolder(filepath.Dir(r.path))
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
	return errors.Join(folderSynced(f.Sync()), f.Close())
}

// folderSynced forgives a file system that does not know how to sync a folder, as those of some network shares; nobody can do
// more for its names there.
func folderSynced(err error) error {
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		return nil
	}
	return err
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return !errors.Is(err, fs.ErrNotExist)
}
