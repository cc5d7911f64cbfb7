package data

import (
	"errors"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"beatbook/data/seal"
	"beatbook/model"
)

// filling is a disk that has room for so many writes only. What makes a file counts as one, and what waits for the disk.
type filling struct {
	left  int
	once  bool   // there is room again behind the one that found none, which left half of its bytes
	spare string // the name of a file that always finds room
}

func (f *filling) options(key seal.Key) Options {
	noBallast := func(string) (uint64, error) { return spaceToOpen, nil } // it would have to be copied each time
	return Options{Now: testClock(), Key: key, system: system{scrypt: 1, open: f.open, free: noBallast}}
}

// roomy are the options of a disk that does not fill up, and is waited for as little.
func roomy(key seal.Key) Options { return (&filling{left: math.MaxInt}).options(key) }

// isFull counts.
func (f *filling) isFull() bool {
	f.left--
	return f.left < 0 && (!f.once || f.left == -1)
}

func (f *filling) open(path string, how int) (outFile, error) {
	base := filepath.Base(path)
	if f.spare == base || strings.HasPrefix(base, "."+knownName) { // nothing fails for want of what is known
		return openToWrite(path, how)
	}
	if !exists(path) && f.isFull() {
		return nil, &os.PathError{Op: "open", Path: path, Err: syscall.ENOSPC}
	}
	file, err := openToWrite(path, how)
	return fillingFile{file, f}, err
}

type fillingFile struct {
	outFile
	disk *filling
}

func (f fillingFile) Write(b []byte) (int, error) {
	switch {
	case !f.disk.isFull():
		return f.outFile.Write(b)
	case !f.disk.once:
		return 0, syscall.ENOSPC
	}
	n, err := f.outFile.Write(b[:len(b)/2])
	return n, errors.Join(err, syscall.ENOSPC)
}

func (f fillingFile) Sync() error {
	if f.disk.isFull() {
		return syscall.ENOSPC
	}
	return nil
}

// atEachWrite makes the call on a copy of the folder each time with room for one write more, until it succeeds. The state of
// the index, which each opening writes, has a test of its own.
func atEachWrite(t *testing.T, base string, call func(t *testing.T, dir string, disk *filling) error) {
	t.Helper()
	atEachWriteBut(t, "index.state", base, call)
}

func atEachWriteBut(t *testing.T, spare, base string, call func(t *testing.T, dir string, disk *filling) error) {
	t.Helper()
	t.Parallel()
	step := 1
	if testing.Short() {
		step = 11
	}
	for n := 0; ; n += step {
		dir := filepath.Join(t.TempDir(), "copy")
		copyFolder(t, dir, base)
		disk := &filling{left: n, once: n%2 == 1, spare: spare}
		err := call(t, dir, disk)
		var at *PathError
		switch {
		case disk.left >= 0 && err != nil:
			t.Fatalf("with room for %d: %v", n, err)
		case disk.left < 0 && (!errors.Is(err, ErrDiskFull) || !errors.As(err, &at) || !filepath.IsAbs(at.Path)):
			t.Fatalf("write %d, once %v: %v", n, disk.once, err)
		case t.Failed():
			t.Fatalf("write %d, once %v", n, disk.once)
		}
		must(t, os.RemoveAll(dir))
		if err == nil {
			t.Logf("%d writes", n)
			return
		}
	}
}

// fewRecords is a folder of two devices, closed.
func fewRecords(t *testing.T) (dir string, records []model.Record) {
	t.Helper()
	dir = t.TempDir()
	s, err := Open(dir, roomy(seal.Key{}))
	must(t, err)
	records = someCheckIns(t, s, 6)
	far := signed(t, "far", 4)
	merge(t, s, far)
	must(t, s.SaveSettings(map[string]string{"crew": "王小明"}))
	must(t, s.Close())
	return dir, append(records, far...)
}

func fewSealed(t *testing.T) (dir, recovery string, records []model.Record) {
	t.Helper()
	dir, records = fewRecords(t)
	recovery, err := SealOn(dir, passphrase, roomy(seal.Key{}))
	must(t, err)
	return dir, recovery, records
}

// wantWhole opens the folder, with the secret where it is sealed: all is there, nothing is wrong, and whatever was begun is
// done now.
func wantWhole(t *testing.T, dir, secret string, want []model.Record) (isSealed bool) {
	t.Helper()
	isSealed, err := Sealed(dir)
	must(t, err)
	o := roomy(seal.Key{})
	if isSealed {
		o.Key = unsealed(t, dir, secret)
	}
	s, err := Open(dir, o)
	must(t, err)
	isSealed = s.Sealed()
	wantAll(t, everything(t, s), want)
	wantNoProblems(t, s)
	var settings map[string]string
	must(t, s.LoadSettings(&settings))
	if settings["crew"] != "王小明" {
		t.Errorf("settings %v", settings)
	}
	must(t, s.Close())
	if v := verify(t, dir, VerifyOptions{Key: o.Key}); !v.Holds() {
		t.Errorf("%+v", v)
	}
	if isSealed {
		readable(t, dir, "备注", "王小明", "checkpoint", "beatbook-device-key")
	}
	wantNoRests(t, dir)
	return isSealed
}

// wantNoRests looks for what was being written when the disk was full.
func wantNoRests(t *testing.T, dir string) {
	t.Helper()
	if is, err := Sealed(dir); exists(filepath.Join(dir, turningName)) || is != exists(filepath.Join(dir, vaultName)) || is != exists(filepath.Join(dir, recoveryName)) {
		t.Errorf("half-way: sealed %v, %v", is, err)
	}
	must(t, filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		if strings.HasPrefix(filepath.Base(path), ".") {
			t.Errorf("left behind: %s", path)
		}
		return err
	}))
}
