package export

import (
	"bufio"
	"crypto/rand"
	"errors"
	"io"
	"os"
	"path/filepath"
)

// ErrNotAFile says that there is something else at the place of the file.
var ErrNotAFile = errors.New("not a regular file")

// Writable refuses what must not be written over: a file unless forced with os.ErrExist, and whatever is no file even then
// with ErrNotAFile, for a device or a folder would be replaced by the rename.
func Writable(file string, force bool) error {
	if _, err := os.Stat(filepath.Dir(file)); err != nil {
		return err
	}
	info, err := os.Lstat(file)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return ErrNotAFile
	case !force:
		return os.ErrExist
	}
	return nil
}

// Save leaves the whole file or none: it is written under another name beside it and renamed when it is on the disk. What
// was there before stays until then. The errors are those of Writable, of write and of the file system.
func Save(file string, force bool, write func(io.Writer) error) (err error) {
	if err := Writable(file, force); err != nil {
		return err
	}
	part := filepath.Join(filepath.Dir(file), ".beatbook-"+rand.Text()+".part")
	f, err := os.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(part)
		}
	}()
	buffered := bufio.NewWriter(f)
	if err := errors.Join(write(buffered), buffered.Flush(), f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := Writable(file, force); err != nil {
		return err
	}
	return os.Rename(part, file)
}
