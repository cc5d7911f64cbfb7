package data

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"time"
)

// The errors of the package, for errors.Is. Those that concern the disk come inside a *PathError, ErrBusy as a
// *BusyError, ErrConflict as a *ConflictError, ErrSeveralBackups as a *SeveralBackupsError; errors about the bytes of a record
// wrap model.ErrRecord.
var (
	ErrBusy       = errors.New("the folder is open in another program")
	ErrDiskFull   = errors.New("too little space on the disk")
	ErrReadOnly   = errors.New("the file system is read-only")
	ErrPermission = errors.New("no permission")
	ErrNotFolder  = errors.New("not a folder")
	ErrIO         = errors.New("cannot be read or written")
	ErrSealed     = errors.New("encrypted, and not opened by this key")
	ErrTooLarge   = errors.New("too large to be stored at once")
	ErrConflict   = errors.New("another record stands in its place")
	ErrClosed     = errors.New("the store is closed")
	ErrNoDevice   = errors.New("no device of which there is anything")
	ErrBroken     = errors.New("the store takes no more records until it is opened again")
)

// PathError says what went wrong with a file or folder.
type PathError struct {
	Path string
	Kind error // one of ErrDiskFull, ErrReadOnly, ErrPermission, ErrNotFolder, ErrIO, ErrSealed, ErrBroken, or of those of Backup and Restore
	Err  error // as the system gave it; may be nil
}

func (e *PathError) Error() string {
	if e.Err == nil {
		return fmt.Sprintf("%s: %v", e.Path, e.Kind)
	}
	return fmt.Sprintf("%s: %v: %v", e.Path, e.Kind, e.Err)
}

// Unwrap gives the kind and the cause.
func (e *PathError) Unwrap() []error {
	if e.Err == nil {
		return []error{e.Kind}
	}
	return []error{e.Kind, e.Err}
}

// BusyError says that another program has the folder open. It is ErrBusy.
type BusyError struct {
	Path  string
	PID   int       // 0 where it cannot be known
	Since time.Time // zero where it cannot be known
}

func (e *BusyError) Error() string {
	return fmt.Sprintf("%s: %v (process %d since %s)", e.Path, ErrBusy, e.PID, e.Since.Format(time.RFC3339))
}

// Unwrap gives ErrBusy.
func (e *BusyError) Unwrap() error { return ErrBusy }

// SeveralBackupsError says that a folder holds more than one backup. It is ErrSeveralBackups.
type SeveralBackupsError struct {
	Path  string
	Names []string // of the folders in it, in order
}

func (e *SeveralBackupsError) Error() string {
	return fmt.Sprintf("%s: %v: %s", e.Path, ErrSeveralBackups, strings.Join(e.Names, ", "))
}

// Unwrap gives ErrSeveralBackups.
func (e *SeveralBackupsError) Unwrap() error { return ErrSeveralBackups }

// ConflictError says that a record was not taken because another one has its id, or its place in the device's series. It is
// ErrConflict.
type ConflictError struct {
	Device string
	Seq    uint64
	ID     string
}

func (e *ConflictError) Error() string {
	return fmt.Sprintf("record %s, number %d of %s: %v", e.ID, e.Seq, e.Device, ErrConflict)
}

// Unwrap gives ErrConflict.
func (e *ConflictError) Unwrap() error { return ErrConflict }

// classified wraps an error of the system with its kind and the path it is about.
func classified(path string, err error) error {
	var known *PathError
	if err == nil || errors.As(err, &known) {
		return err
	}
	kind := ErrIO
	switch {
	case errors.Is(err, ErrSealed):
		kind = ErrSealed
	case isDiskFull(err):
		kind = ErrDiskFull
	case isReadOnly(err):
		kind = ErrReadOnly
	case errors.Is(err, fs.ErrPermission):
		kind = ErrPermission
	case isNotFolder(err):
		kind = ErrNotFolder
	}
	return &PathError{path, kind, err}
}
