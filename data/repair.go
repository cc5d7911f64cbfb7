package data

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/dgraph-io/badger/v4"
)

// repairChunk is how many lines are fetched from the index at a time.
const repairChunk = 20_000

// wound is a place in a journal file where something is wrong.
type wound struct {
	offset  int64
	length  int64  // of damaged bytes; 0: lines are missing before the offset
	number  int    // of the damaged line in its file, from 1
	missing uint64 // lines missing before the offset, up to
	first   uint64 // this ordinal and the ones behind it
	newline bool   // only the end of the line is missing
}

// examined is what a thorough reading of a journal file found.
type examined struct {
	name   string
	size   int64
	last   uint64 // ordinal of its last good line, 0: none
	wounds []wound
}

// repair reads a journal from end to end, sets damaged lines aside and writes those that are missing again, from the
// index where it has them. What nobody has is marked as lost where later lines show that it was there.
func (s *Store) repair(j *journal) error {
	if err := j.close(); err != nil {
		return err
	}
	files, err := j.examine()
	if err != nil {
		return err
	}
	files = s.addTail(j, files)
	for _, f := range files {
		if len(f.wounds) > 0 {
			if err := s.mend(j, f); err != nil {
				return classified(filepath.Join(j.dir, f.name), err)
			}
		}
	}
	return j.inspect()
}

// examine reads all lines as catchUp will.
func (j *journal) examine() ([]examined, error) {
	names, err := j.files()
	if err != nil {
		return nil, err
	}
	var files []examined
	next := uint64(1)
	for _, name := range names {
		f := examined{name: name}
		err := eachPiece(filepath.Join(j.dir, name), 0, func(p piece) error {
			f.size = p.offset + p.length
			l, err := j.form.parseLine(p.text)
			if err == nil && l.n >= next {
				_, err = j.entry(l)
			}
			if err != nil || l.n < next {
				f.wounds = append(f.wounds, wound{offset: p.offset, length: p.length, number: p.number})
				return nil
			}
			if l.n > next {
				f.wounds = append(f.wounds, wound{offset: p.offset, first: next, missing: l.n - next})
			}
			if !p.ended {
				f.wounds = append(f.wounds, wound{offset: f.size, newline: true})
			}
			f.last, next = l.n, l.n+1
			return nil
		})
		if err != nil {
			return nil, classified(filepath.Join(j.dir, name), err)
		}
		files = append(files, f)
	}
	return files, nil
}

// addTail adds what the index has beyond the last good line.
func (s *Store) addTail(j *journal, files []examined) []examined {
	last := uint64(0)
	for _, f := range files {
		last = max(last, f.last)
	}
	if s.index == nil || s.index.series[j.device].Last <= last {
		return files
	}
	if len(files) == 0 {
		files = []examined{{name: s.now().UTC().Format(monthForm) + journalEnd}}
	}
	f := &files[len(files)-1]
	f.wounds = append(f.wounds, wound{offset: f.size, first: last + 1, missing: s.index.series[j.device].Last - last})
	return files
}

// mend writes the file anew, without what is damaged and with what was missing.
func (s *Store) mend(j *journal, f examined) error {
	path := filepath.Join(j.dir, f.name)
	if err := os.MkdirAll(j.dir, 0o700); err != nil {
		return err
	}
	if err := s.keepDamaged(j, f); err != nil {
		return err
	}
	mended, lost := 0, 0
	err := s.sys.replaceFile(path, func(w io.Writer) error {
		old, err := os.Open(path)
		if errors.Is(err, os.ErrNotExist) {
			old, err = os.Open(os.DevNull)
		}
		if err != nil {
			return err
		}
		defer func() { _ = old.Close() }()
		at := int64(0)
		for _, wd := range f.wounds {
			if _, err := io.CopyN(w, old, wd.offset-at); err != nil {
				return err
			}
			if wd.newline {
				if _, err := w.Write([]byte("\n")); err != nil {
					return err
				}
			}
			m, l, err := s.writeMissing(w, j, wd)
			if err != nil {
				return err
			}
			mended, lost = mended+m, lost+l
			if at, err = old.Seek(wd.offset+wd.length, io.SeekStart); err != nil {
				return err
			}
		}
		_, err = io.Copy(w, old)
		return err
	})
	if err == nil && mended > 0 {
		s.report(Problem{Code: JournalMended, File: path, Count: mended})
	}
	if err == nil && lost > 0 {
		s.report(Problem{Code: RecordLost, File: path, Count: lost})
	}
	return err
}

// keepDamaged puts the damaged lines of the file aside before they are taken out of it.
func (s *Store) keepDamaged(j *journal, f examined) error {
	if !slices.ContainsFunc(f.wounds, func(w wound) bool { return w.length > 0 }) {
		return nil
	}
	if err := os.MkdirAll(s.path("damaged"), 0o700); err != nil {
		return err
	}
	stamp := s.now().UTC().Format(timestamp)
	kept := filepath.Join(s.path("damaged"), journalFolder(j.device)+"-"+strings.TrimSuffix(f.name, journalEnd)+"-"+stamp)
	source, err := os.Open(filepath.Join(j.dir, f.name))
	if err != nil {
		return err
	}
	defer func() { _ = source.Close() }()
	err = s.sys.replaceFile(kept, func(w io.Writer) error {
		for _, wd := range f.wounds {
			if _, err := io.Copy(w, io.NewSectionReader(source, wd.offset, wd.length)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, wd := range f.wounds {
		if wd.length > 0 {
			s.report(Problem{Code: LineDamaged, File: filepath.Join(j.dir, f.name), Line: wd.number, Count: 1, Kept: kept})
		}
	}
	return nil
}

// writeMissing writes the lines that are missing at the wound.
func (s *Store) writeMissing(w io.Writer, j *journal, wd wound) (mended, lost int, err error) {
	now := s.now().UTC().Truncate(time.Millisecond)
	for first, end := wd.first, wd.first+wd.missing; first < end; first += repairChunk {
		lines, err := s.fetch(j.device, first, min(first+repairChunk, end))
		if err != nil {
			return mended, lost, err
		}
		for n := first; n < min(first+repairChunk, end); n++ {
			l, ok := lines[n]
			if ok {
				mended++
			} else {
				l = line{n: n, lost: now}
				lost++
			}
			if _, err := w.Write(s.form.appendLine(nil, l)); err != nil {
				return mended, lost, err
			}
		}
	}
	return mended, lost, nil
}

// fetch gets lines of a device from the index by their ordinals, those that it has.
func (s *Store) fetch(device string, from, to uint64) (map[uint64]line, error) {
	lines := map[uint64]line{}
	if s.index == nil {
		return lines, nil
	}
	err := s.index.view(func(txn *badger.Txn) error {
		q := scan{prefix: seriesPrefix(device), values: true}
		return q.run(txn, func(item *badger.Item) (bool, error) {
			key, err := item.ValueCopy(nil)
			if err != nil {
				return true, nil // what cannot be read is as good as missing
			}
			b, err := get(txn, key)
			if l, e := decodeValue(b); err == nil && e == nil && l.n >= from && l.n < to {
				if r, e := l.parse(); e == nil && bytes.Equal(entryKey(r), key) {
					lines[l.n] = l
				}
			}
			return uint64(len(lines)) < to-from, nil
		})
	})
	if isDamage(err) {
		err = nil
	}
	return lines, err
}
