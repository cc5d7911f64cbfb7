package data

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"beatbook/model"
)

// bulk is how many lines need room.
const bulk = 50_000

// errSuspect: a journal is not whole where it was read.
var errSuspect = errors.New("the journal is not whole")

// reconcile brings each journal and the index into line: what the index lacks is put in, what a journal lacks is
// written again. Its error is damage of the index where it is not a *PathError.
func (s *Store) reconcile() error {
	for device := range s.index.series {
		s.journal(device)
	}
	total := 0
	for _, device := range s.devices() {
		j := s.journals[device]
		if j.suspect || j.last() < s.index.series[device].Last {
			if err := s.repair(j); err != nil {
				return err
			}
		}
		total += int(j.last() - min(j.last(), s.index.series[device].Last))
	}
	if total > bulk {
		defer limitMemory()()
	}
	done := 0
	for _, device := range s.devices() {
		j := s.journals[device]
		err := s.catchUp(j, &done, total)
		if errors.Is(err, errSuspect) {
			if err = s.repair(j); err == nil {
				err = s.catchUp(j, &done, total)
			}
		}
		if err != nil {
			return err
		}
	}
	return s.index.sumsAgree()
}

func (s *Store) devices() []string { return slices.Sorted(maps.Keys(s.journals)) }

// catchUp puts the lines of the journal into the index that it lacks.
func (s *Store) catchUp(j *journal, done *int, total int) error {
	at := s.index.series[j.device]
	if j.last() == at.Last {
		if j.sum != at.Sum {
			return fmt.Errorf("%w: line %d of %s is another one", errDamaged, at.Last, j.device)
		}
		return nil
	}
	var batch []entry
	size := 0
	flush := func() error {
		if err := s.running.Err(); err != nil {
			return err
		}
		if err := s.put(batch); err != nil {
			return err
		}
		*done += len(batch)
		if len(batch) > 0 {
			s.progress(*done, total)
		}
		batch, size = batch[:0], 0
		return nil
	}
	err := j.eachAfter(at, func(e entry) error {
		if len(batch) == batchCount || len(batch) > 0 && size+e.bytes() > batchBytes {
			if err := flush(); err != nil {
				return err
			}
		}
		batch = append(batch, e)
		size += e.bytes()
		return nil
	})
	if e := flush(); e != nil || err != nil {
		return errors.Join(err, e)
	}
	return nil
}

func (s *Store) put(batch []entry) error {
	if len(batch) == 0 {
		return nil
	}
	if err := s.checkSpaceToWrite(); err != nil {
		return err
	}
	return s.index.put(batch)
}

// eachAfter visits the lines behind those that the index has, and checks that the last one it has is the same.
func (j *journal) eachAfter(at series, visit func(entry) error) error {
	next := at.Last
	for _, seg := range j.segments {
		if seg.last < max(at.Last, 1) {
			continue
		}
		path := filepath.Join(j.dir, seg.name)
		err := eachPiece(path, 0, func(p piece) error {
			l, err := j.form.parseLine(p.text)
			if err != nil {
				return errSuspect
			}
			if l.n == at.Last && l.sum() != at.Sum {
				return fmt.Errorf("%w: line %d of %s is another one", errDamaged, l.n, j.device)
			}
			if l.n <= at.Last {
				return nil
			}
			if next++; l.n != next {
				return errSuspect
			}
			e, err := j.entry(l)
			if err != nil {
				return errSuspect
			}
			return visit(e)
		})
		if errors.Is(err, os.ErrNotExist) {
			return errSuspect
		}
		if err != nil {
			return err
		}
	}
	if next != j.last() {
		return errSuspect
	}
	return nil
}

// entry reads the record of a line of this journal.
func (j *journal) entry(l line) (entry, error) {
	l.record = bytes.Clone(l.record)
	if !l.lost.IsZero() {
		return entry{l, model.Record{Device: j.device}}, nil
	}
	r, err := l.parse()
	if err == nil && r.Device != j.device {
		err = errLine
	}
	return entry{l, r}, err
}

// rebuild sets the index aside and builds it anew from the journals. Where it can still be read the journals take from
// it first what they lack.
func (s *Store) rebuild(why error) error {
	if s.index != nil {
		for _, device := range s.devices() {
			if err := s.repair(s.journals[device]); err != nil {
				return err
			}
		}
	}
	if err := errors.Join(s.writeState(phaseDamaged), s.checkSpaceToOpen()); err != nil {
		return err
	}
	_ = s.closeIndex() // it is damaged, and kept as it is
	aside, err := s.setAside()
	if err != nil {
		return err
	}
	s.report(Problem{Code: IndexRebuilt, File: s.indexDir(), Kept: aside, Detail: why.Error()})
	if err := s.writeState(phaseClosed); err != nil {
		return err
	}
	if err := s.openIndex(); err != nil {
		return classified(s.indexDir(), err)
	}
	return classified(s.indexDir(), s.reconcile())
}

// setAside renames the index; it gives the new name, or nothing where there was no index.
func (s *Store) setAside() (string, error) {
	if !exists(s.indexDir()) {
		return "", nil
	}
	base := s.path("index.aside-" + s.now().UTC().Format(timestamp))
	aside := base
	for i := 2; exists(aside); i++ {
		aside = fmt.Sprintf("%s-%d", base, i)
	}
	if err := os.Rename(s.indexDir(), aside); err != nil {
		return "", classified(s.indexDir(), err)
	}
	return aside, classified(s.dir, syncFolder(s.dir))
}

// reopen closes and opens the index, whose state nobody knows after the error, and brings it into line.
func (s *Store) reopen(why error) error {
	err := s.closeIndex()
	if err == nil {
		err = s.openIndex()
	}
	if err == nil {
		err = s.reconcile()
	}
	if isDamage(err) {
		err = s.rebuild(errors.Join(why, err))
	}
	return err
}

// rebuildLive builds the index anew while the store is in use, unless somebody has done so since it was seen.
func (s *Store) rebuildLive(seen *index, why error) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	if err := s.usable(); err != nil {
		return err
	}
	if s.index != seen {
		return nil
	}
	return s.replaceIndex(func() error { return s.rebuild(why) })
}

// replaceIndex keeps readers away meanwhile. Where it fails the store is broken. Close does not wait for the end of it: the
// next opening goes on.
func (s *Store) replaceIndex(replace func() error) error {
	s.reading.Lock()
	defer s.reading.Unlock()
	err := replace()
	if err == nil {
		return nil
	}
	s.broken = err
	if s.running.Err() != nil {
		return ErrClosed
	}
	s.report(Problem{Code: IndexDamaged, File: s.indexDir(), Detail: err.Error()})
	return &PathError{s.dir, ErrBroken, err}
}
