package data

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

const (
	journalEnd = ".jsonl"
	monthForm  = "2006-01"
	ulidLength = 26
)

// journal is the series of lines of one device, a file a month.
type journal struct {
	sys      *system
	form     form
	device   string
	dir      string
	segments []segment // in order, none empty
	suspect  bool      // it is not whole, as far as its ends show
	broken   error     // a write failed and could not be taken back

	file outFile // the newest one, once something was appended
	name string
	size int64
	sum  string // of the last line
}

// segment is a file of a journal.
type segment struct {
	name        string // of the file
	first, last uint64 // ordinals
}

// journalFolder names the folder of a device's journal so that no two devices share one where file names know no
// case, and none has a name that Windows keeps for itself.
func journalFolder(device string) string {
	if len(device) == ulidLength && strings.ToUpper(device) == device && !strings.ContainsAny(device, "._-") {
		return device
	}
	h := sha256.Sum256([]byte(device))
	return device + "~" + hex.EncodeToString(h[:4])
}

// deviceOf is the device whose journal is in the folder of that name.
func deviceOf(folder string) (string, bool) {
	device, _, _ := strings.Cut(folder, "~")
	return device, device != "" && journalFolder(device) == folder
}

// last is the ordinal of the last line, 0 where there is none.
func (j *journal) last() uint64 {
	if len(j.segments) == 0 {
		return 0
	}
	return j.segments[len(j.segments)-1].last
}

// inspect looks at both ends of each file, and only there, since the whole of the journals may be large.
func (j *journal) inspect() error {
	j.segments, j.suspect, j.sum = nil, false, ""
	names, err := j.files()
	if err != nil {
		return err
	}
	for _, name := range names {
		head, tail, err := fileEnds(filepath.Join(j.dir, name), j.form)
		if errors.Is(err, errLine) {
			j.suspect = true
			continue
		}
		if err != nil {
			return classified(filepath.Join(j.dir, name), err)
		}
		if head.n == 0 {
			continue
		}
		j.suspect = j.suspect || head.n != j.last()+1 || tail.n < head.n
		j.segments = append(j.segments, segment{name, head.n, tail.n})
		j.sum = tail.sum()
	}
	return nil
}

// files are the names of the journal's files in order.
func (j *journal) files() ([]string, error) {
	entries, err := os.ReadDir(j.dir)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, classified(j.dir, err)
	}
	var names []string
	for _, e := range entries {
		month, isJournal := strings.CutSuffix(e.Name(), journalEnd)
		if _, err := time.Parse(monthForm, month); isJournal && err == nil && e.Type().IsRegular() {
			names = append(names, e.Name())
		}
	}
	return names, nil
}

// mark is a state that the journal can be taken back to as long as nothing else happens to it.
type mark struct {
	path      string
	size, end int64 // of the file before and after
	segments  []segment
	sum       string
}

// append writes lines that follow the last one and waits for the disk. The lines go into the file of the month, or into the
// newest one where that is later because a clock was set back. Where it fails nothing is left of them; the mark is the way
// back where it does not.
func (j *journal) append(month time.Time, lines []line) (mark, error) {
	if j.broken != nil {
		return mark{}, &PathError{j.dir, ErrBroken, j.broken}
	}
	if err := j.openFor(month.UTC().Format(monthForm) + journalEnd); err != nil {
		return mark{}, err
	}
	var b []byte
	for _, l := range lines {
		b = j.form.appendLine(b, l)
	}
	before := mark{j.path(), j.size, j.size + int64(len(b)), slices.Clone(j.segments), j.sum}
	_, err := j.file.Write(b)
	if err == nil {
		err = j.file.Sync()
	}
	if err != nil {
		return mark{}, classified(j.path(), errors.Join(err, j.cut(before)))
	}
	j.size = before.end
	j.sum = lines[len(lines)-1].sum()
	j.took(lines[0].n, lines[len(lines)-1].n)
	return before, nil
}

func (j *journal) took(first, last uint64) {
	if n := len(j.segments); n > 0 && j.segments[n-1].name == j.name {
		j.segments[n-1].last = last
		return
	}
	j.segments = append(j.segments, segment{j.name, first, last})
}

// takeBack removes what was appended at the mark, unless the file was written anew since.
func (j *journal) takeBack(m mark) error {
	info, err := os.Stat(m.path)
	if err == nil && info.Size() != m.end {
		err = errSuspect
	}
	if err != nil {
		j.broken = err
		return err
	}
	return j.cut(m)
}

// cut shortens the file to the mark. Where even that fails the journal takes no more.
func (j *journal) cut(m mark) error {
	if err := j.sys.truncate(m.path, m.size); err != nil {
		j.broken = err
		return err
	}
	j.segments, j.size, j.sum = m.segments, m.size, m.sum
	return nil
}

// parseLine reads a line that belongs into this journal.
func (j *journal) parseLine(b []byte) (line, error) {
	l, err := j.form.parseLine(b)
	if err == nil && l.lost.IsZero() && fieldOf(l.record, "device") != j.device {
		return line{}, errLine
	}
	return l, err
}

func (j *journal) path() string { return filepath.Join(j.dir, j.name) }

// openFor has the file of that name open, or the newest one where that is later.
func (j *journal) openFor(name string) error {
	if n := len(j.segments); n > 0 && j.segments[n-1].name > name {
		name = j.segments[n-1].name
	}
	if j.file != nil && j.name == name {
		return nil
	}
	if err := j.close(); err != nil {
		return err
	}
	if err := os.MkdirAll(j.dir, 0o700); err != nil {
		return classified(j.dir, err)
	}
	path := filepath.Join(j.dir, name)
	isNew := !exists(path)
	f, err := j.sys.open(path, toAppend)
	if err != nil {
		return classified(path, err)
	}
	info, err := os.Stat(path)
	if err == nil && isNew {
		err = errors.Join(syncFolder(j.dir), syncFolder(filepath.Dir(j.dir)))
	}
	if err != nil {
		return classified(path, errors.Join(err, f.Close()))
	}
	j.file, j.name, j.size = f, name, info.Size()
	return nil
}

func (j *journal) close() error {
	if j.file == nil {
		return nil
	}
	err := j.file.Close()
	j.file, j.name, j.size = nil, "", 0
	return classified(j.dir, err)
}
