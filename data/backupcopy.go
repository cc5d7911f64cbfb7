package data

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

const (
	copyChunk  = 4 << 20   // bytes that are written, synced and read back at a time; several lines at least
	compareAt  = 256 << 10 // bytes that are compared at a time
	compareEnd = 4 << 10   // bytes at either end of what was compared at an earlier time
)

// copier brings journals in one folder up to those in another, of which they are the beginning.
type copier struct {
	ctx   context.Context
	sys   system
	form  form
	stamp string // in the names of what is set aside
	tell  func(done, total int64)
	added func(path string, number int, lines []byte) error // is told of lines that were added, the first of which has the number

	done, total int64 // bytes
	chunk       []byte
	mine, other [compareAt]byte
}

func (c *copier) fill() {
	c.sys.fill()
	c.chunk = make([]byte, copyChunk)
	if c.tell == nil {
		c.tell = func(int64, int64) {}
	}
	if c.added == nil {
		c.added = func(string, int, []byte) error { return nil }
	}
}

func (c *copier) went(bytes int64) {
	c.done += bytes
	c.tell(min(c.done, c.total), c.total)
}

// copied is how much of a journal file is in its copy and was compared.
type copied struct {
	Lines int   `json:"lines"`
	Bytes int64 `json:"bytes"`
}

// change is what became of the copy of a journal file.
type change struct {
	now   copied
	lines int   // new ones
	bytes int64 // that were written
	aside string
}

// copy brings a copy up to the complete lines of its source. What is known of it was compared before.
func (c *copier) copy(source, target string, known copied) (change, error) {
	in, err := os.Open(source)
	if err != nil {
		return change{}, classified(source, err)
	}
	defer func() { _ = in.Close() }()
	ch := change{}
	same, now, err := c.compare(in, target, known)
	if err == nil && !same {
		ch.aside, err = asideOf(target, c.stamp)
	}
	if err != nil {
		return ch, err
	}
	ch.now = now
	c.went(now.Bytes)
	return ch, c.add(in, target, &ch)
}

// compare tells whether the copy is the beginning of its source, and gives how much of it is whole lines. A line that was
// cut off in the midst is taken off.
func (c *copier) compare(source *os.File, target string, known copied) (same bool, now copied, err error) {
	f, err := os.Open(target)
	if errors.Is(err, fs.ErrNotExist) {
		return true, copied{}, nil
	}
	if err != nil {
		return false, copied{}, classified(target, err)
	}
	defer func() { _ = f.Close() }()
	info, err := f.Stat()
	if err != nil {
		return false, copied{}, classified(target, err)
	}
	if size := info.Size(); known.Lines < 0 || known.Bytes <= 0 || known.Bytes > size {
		known = copied{}
	}
	start := max(known.Bytes-compareEnd, 0)
	now = known
	for _, part := range [][2]int64{{0, min(start, compareEnd)}, {start, info.Size()}} {
		same, err := c.compareFrom(source, f, part, &now)
		if err != nil || !same {
			return false, copied{}, classified(target, err)
		}
	}
	if now.Bytes < info.Size() {
		return true, now, classified(target, c.sys.truncate(target, now.Bytes))
	}
	return true, now, nil
}

// compareFrom compares a part of two files, and counts the lines behind those that were counted already.
func (c *copier) compareFrom(source, target *os.File, part [2]int64, now *copied) (bool, error) {
	a, b := c.mine[:], c.other[:]
	for at := part[0]; at < part[1]; {
		if err := c.ctx.Err(); err != nil {
			return false, err
		}
		n := min(part[1]-at, compareAt)
		got, err := target.ReadAt(b[:n], at)
		if got == 0 {
			return false, err
		}
		if n, err := source.ReadAt(a[:got], at); err != nil && !errors.Is(err, io.EOF) {
			return false, err
		} else if !bytes.Equal(a[:n], b[:got]) {
			return false, nil
		}
		if fresh := b[min(max(now.Bytes-at, 0), int64(got)):got]; len(fresh) > 0 {
			now.Lines += bytes.Count(fresh, []byte("\n"))
			if last := bytes.LastIndexByte(b[:got], '\n'); last >= 0 {
				now.Bytes = max(now.Bytes, at+int64(last)+1)
			}
		}
		at += int64(got)
	}
	return true, nil
}

// asideOf renames a file that is not to be touched any more, and gives the new name.
func asideOf(path, stamp string) (string, error) {
	base := path + ".aside-" + stamp
	aside := base
	for i := 2; exists(aside); i++ {
		aside = fmt.Sprintf("%s-%d", base, i)
	}
	if err := os.Rename(path, aside); err != nil {
		return "", classified(path, err)
	}
	return aside, classified(path, syncFolder(filepath.Dir(path)))
}

// add appends the complete lines that the copy lacks, some at a time. What fails is taken back.
func (c *copier) add(source *os.File, target string, ch *change) error {
	var out *checkedFile
	for {
		if err := c.ctx.Err(); err != nil {
			return errors.Join(err, out.close())
		}
		n, err := source.ReadAt(c.chunk, ch.now.Bytes)
		if err != nil && !errors.Is(err, io.EOF) {
			return errors.Join(classified(source.Name(), err), out.close())
		}
		lines := wholeLines(c.chunk[:n])
		if len(lines) == 0 {
			return out.close()
		}
		if out == nil {
			if out, err = c.open(target); err != nil {
				return err
			}
		}
		if err := out.write(lines, ch.now.Bytes); err != nil {
			return classified(target, errors.Join(err, c.sys.truncate(target, ch.now.Bytes), out.close()))
		}
		if err := c.added(source.Name(), ch.now.Lines+1, lines); err != nil {
			return errors.Join(err, out.close())
		}
		c.count(lines, ch)
	}
}

// wholeLines is what stands before the last end of line; what is longer than any line is no line to be kept whole.
func wholeLines(b []byte) []byte {
	if last := bytes.LastIndexByte(b, '\n'); last >= 0 || len(b) < copyChunk {
		return b[:last+1]
	}
	return b
}

func (c *copier) count(lines []byte, ch *change) {
	n := bytes.Count(lines, []byte("\n"))
	ch.now.Bytes += int64(len(lines))
	ch.bytes += int64(len(lines))
	ch.now.Lines += n
	ch.lines += n
	c.went(int64(len(lines)))
}

// checkedFile is written to and read back.
type checkedFile struct {
	outFile
	back *os.File
}

func (c *copier) open(path string) (*checkedFile, error) {
	dir := filepath.Dir(path)
	isNew := !exists(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, classified(dir, err)
	}
	out, err := c.sys.open(path, toAppend)
	if err != nil {
		return nil, classified(path, err)
	}
	back, err := os.Open(path)
	if err == nil && isNew {
		err = errors.Join(syncFolder(dir), syncFolder(filepath.Dir(dir)), syncFolder(filepath.Dir(filepath.Dir(dir))))
	}
	if err != nil {
		return nil, classified(path, errors.Join(err, out.Close()))
	}
	return &checkedFile{out, back}, nil
}

func (f *checkedFile) close() error {
	if f == nil {
		return nil
	}
	return errors.Join(f.Close(), f.back.Close())
}

// write appends at the offset, waits for the disk and compares what it has now.
func (f *checkedFile) write(b []byte, at int64) error {
	if _, err := f.Write(b); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	forgetCached(f.back, at, int64(len(b)))
	read := make([]byte, compareAt)
	for len(b) > 0 {
		n, err := f.back.ReadAt(read[:min(len(b), len(read))], at)
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		if n == 0 || !bytes.Equal(read[:n], b[:n]) {
			return &PathError{f.back.Name(), ErrNotAsWritten, err}
		}
		b, at = b[n:], at+int64(n)
	}
	return nil
}
