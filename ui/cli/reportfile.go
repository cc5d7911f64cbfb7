package cli

import (
	"bufio"
	"crypto/rand"
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/mattn/go-isatty"
)

var errNotAFile = errors.New("not a regular file")

// deliver writes the report to where it was asked for.
func (p *program) deliver(page *reportPage, asked reportFlags) error {
	if !asked.toFile() {
		return page.write(asked.format)
	}
	err := writeWhole(asked.file, asked.force, func(w io.Writer) error {
		aside := *p
		aside.out = &output{bufio.NewWriter(w)}
		page.program = &aside
		return errors.Join(page.write(asked.format), aside.out.Flush())
	})
	if err != nil {
		return p.fileRefused(asked.file, err)
	}
	return p.say(p.text.Command.Written, asked.file)
}

// fileRefused says why a file was not written; nil for no error.
func (p *program) fileRefused(file string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, os.ErrExist):
		return refuse(p.text.Command.FileExists, oneLine(file))
	case errors.Is(err, errNotAFile):
		return refuse(p.text.Report.NotAFile, oneLine(file))
	}
	return refuse(p.text.Errors.FileWrite, oneLine(file), cause(err))
}

// checkTarget refuses what must not be written over: files unless forced, and whatever is no file even then, for a
// device or a folder would be replaced by the rename.
func checkTarget(file string, force bool) error {
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
		return errNotAFile
	case !force:
		return os.ErrExist
	}
	return nil
}

// writeWhole leaves the whole file or none: it is written under another name beside it and renamed when it is on the
// disk. What was there before stays until then.
func writeWhole(file string, force bool, write func(io.Writer) error) (err error) {
	if err := checkTarget(file, force); err != nil {
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
	if err := errors.Join(write(f), f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := checkTarget(file, force); err != nil {
		return err
	}
	return os.Rename(part, file)
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && isatty.IsTerminal(f.Fd())
}
