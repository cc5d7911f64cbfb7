package data

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
)

// faults makes the next operations of the kinds fail.
type faults struct {
	write, sync, truncate, commit, commitAfter int  // how many more of them fail
	short                                      bool // a write that fails leaves half of its bytes
	free                                       uint64
}

func (f *faults) options() Options {
	o := Options{Now: testClock()}
	o.system.free = func(string) (uint64, error) { return f.free, nil }
	o.system.open = func(path string, how int) (outFile, error) {
		file, err := openToWrite(path, how)
		return faultyFile{file, f}, err
	}
	o.system.truncate = func(path string, size int64) error {
		if fails(&f.truncate) {
			return syscall.EIO
		}
		return truncate(path, size)
	}
	o.system.commit = func(commit func() error) error {
		if fails(&f.commit) {
			return errors.New("commit failed")
		}
		err := commit()
		if fails(&f.commitAfter) {
			return errors.New("commit may have failed")
		}
		return err
	}
	return o
}

func fails(n *int) bool {
	*n--
	return *n >= 0
}

type faultyFile struct {
	outFile
	*faults
}

func (f faultyFile) Write(b []byte) (int, error) {
	if !fails(&f.write) {
		return f.outFile.Write(b)
	}
	if !f.short {
		return 0, syscall.ENOSPC
	}
	n, err := f.outFile.Write(b[:len(b)/2])
	return n, errors.Join(err, io.ErrShortWrite)
}

func (f faultyFile) Sync() error {
	if fails(&f.sync) {
		return syscall.EIO
	}
	return f.outFile.Sync()
}

// A record whose writing failed has left nothing, and the same call made again stores it.
func TestAFailedAppendCanBeMadeAgain(t *testing.T) {
	for name, c := range map[string]struct {
		faults faults
		want   error
	}{
		"disk full":    {faults{write: 1}, ErrDiskFull},
		"half a write": {faults{write: 1, short: true}, ErrIO},
		"sync":         {faults{sync: 1}, ErrIO},
		"reserve":      {faults{free: 1}, ErrDiskFull},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			f := &faults{free: 1 << 40}
			s := openStore(t, dir, f.options())
			want := someCheckIns(t, s, 3)
			*f = c.faults
			if f.free == 0 {
				f.free = 1 << 40
			}
			r := checkIn(s.Stamp(), firstNight, "p1", "again")
			_, err := s.Append(ctx, r)
			var at *PathError
			if !errors.Is(err, c.want) || !errors.As(err, &at) || at.Path == "" {
				t.Fatalf("got %v", err)
			}
			wantAll(t, everything(t, s), want)
			*f = faults{free: 1 << 40}
			got, err := s.Append(ctx, r)
			must(t, err)
			if got[0].Seq != 4 {
				t.Errorf("number %d", got[0].Seq)
			}
			want = append(want, got...)
			must(t, s.Close())
			s = openStore(t, dir, Options{})
			wantAll(t, everything(t, s), want)
			wantNoProblems(t, s)
		})
	}
}

func TestAJournalThatCannotBeTakenBackTakesNoMore(t *testing.T) {
	dir := t.TempDir()
	f := &faults{free: 1 << 40}
	s := openStore(t, dir, f.options())
	want := someCheckIns(t, s, 3)
	f.write, f.short, f.truncate = 1, true, 1
	r := checkIn(s.Stamp(), firstNight, "p1", "again")
	for range 2 {
		if _, err := s.Append(ctx, r); err == nil {
			t.Fatal("no error")
		}
	}
	if _, err := s.Append(ctx, r); !errors.Is(err, ErrBroken) {
		t.Errorf("got %v", err)
	}
	wantAll(t, everything(t, s), want)
	must(t, s.Close())
	s = openStore(t, dir, Options{})
	wantAll(t, everything(t, s), want)
	got, err := s.Append(ctx, r)
	must(t, err)
	wantAll(t, everything(t, s), append(want, got...))
	if codes := problemCodes(s); codes[LineDamaged] != 1 || codes[RecordLost] > 0 {
		t.Errorf("problems: %+v", s.Problems())
	}
}

// After an error of a commit nobody knows whether it was done: in both cases the record is there once.
func TestAFailedCommitIsReconciled(t *testing.T) {
	for name, fault := range map[string]faults{"not done": {commit: 1}, "done": {commitAfter: 1}} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			f := &faults{free: 1 << 40}
			s := openStore(t, dir, f.options())
			want := someCheckIns(t, s, 3)
			f.commit, f.commitAfter = fault.commit, fault.commitAfter
			want = append(want, someCheckIns(t, s, 5)...)
			wantAll(t, everything(t, s), want)
			must(t, s.Close())
			s = openStore(t, dir, Options{})
			wantAll(t, everything(t, s), want)
			wantNoProblems(t, s)
		})
	}
}

func TestACommitThatNeverSucceeds(t *testing.T) {
	dir := t.TempDir()
	f := &faults{free: 1 << 40}
	s := openStore(t, dir, f.options())
	want := someCheckIns(t, s, 3)
	f.commit = 1000
	r := checkIn(s.Stamp(), firstNight, "p1", "")
	if _, err := s.Append(ctx, r); !errors.Is(err, ErrBroken) {
		t.Errorf("got %v", err)
	}
	if _, err := s.Night(firstNight); !errors.Is(err, ErrBroken) {
		t.Errorf("got %v", err)
	}
	must(t, s.Close())
	s = openStore(t, dir, Options{})
	wantAll(t, everything(t, s), want)
}

func TestNoRoomToOpen(t *testing.T) {
	dir := t.TempDir()
	f := &faults{free: spaceToOpen - 1}
	_, err := Open(dir, f.options())
	var at *PathError
	if !errors.Is(err, ErrDiskFull) || !errors.As(err, &at) || at.Path != dir {
		t.Fatalf("got %v", err)
	}
	f.free = spaceToOpen
	openStore(t, dir, f.options())
}

func TestAFileInPlaceOfTheFolder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	must(t, os.WriteFile(path, nil, 0o600))
	for _, dir := range []string{path, filepath.Join(path, "below")} {
		if _, err := Open(dir, Options{}); !errors.Is(err, ErrNotFolder) {
			t.Errorf("%s: %v", dir, err)
		}
	}
}

func TestWithoutPermission(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("permissions do not bind root")
	}
	dir := t.TempDir()
	must(t, os.Chmod(dir, 0o500))
	if _, err := Open(filepath.Join(dir, "new"), Options{}); !errors.Is(err, ErrPermission) {
		t.Errorf("got %v", err)
	}
}

func TestAFileSystemThatCannotSyncFolders(t *testing.T) {
	for errno, forgiven := range map[syscall.Errno]bool{
		syscall.EINVAL: true, syscall.ENOTSUP: true,
		syscall.EIO: false, syscall.ENOSPC: false, syscall.EROFS: false, syscall.EACCES: false, syscall.EBADF: false, syscall.EINTR: false,
	} {
		if err := folderSynced(&os.PathError{Op: "sync", Path: "x", Err: errno}); (err == nil) != forgiven {
			t.Errorf("%v: %v", errno, err)
		}
	}
	if err := syncFolder(filepath.Join(t.TempDir(), "none")); !errors.Is(err, fs.ErrNotExist) && runtime.GOOS != "windows" {
		t.Errorf("of a folder that is not there: %v", err)
	}
}

func TestKindsOfErrors(t *testing.T) {
	for errno, kind := range map[syscall.Errno]error{
		syscall.ENOSPC: ErrDiskFull, syscall.EROFS: ErrReadOnly, syscall.EACCES: ErrPermission, syscall.EIO: ErrIO,
	} {
		err := classified("/some/path", fmt.Errorf("wrapped: %w", &os.PathError{Op: "write", Path: "x", Err: errno}))
		if !errors.Is(err, kind) || !errors.Is(err, errno) {
			t.Errorf("%v: %v", errno, err)
		}
	}
}
