package data

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"time"
)

// The pauses leave the machine to whoever works at it.
const (
	pauseBetweenTables = 20 * time.Millisecond
	pauseBetweenNights = 20 * time.Millisecond
	pauseBetweenLines  = time.Millisecond
	linesBetweenPauses = 256

	pauseForReports = 20 * time.Millisecond
)

// giveWay pauses at least as long, and as long as somebody waits for a report.
func (s *Store) giveWay(ctx context.Context, pause time.Duration) {
	time.Sleep(pause)
	for s.reports.Load() > 0 && ctx.Err() == nil {
		time.Sleep(pauseForReports)
	}
}

// inspect reads, behind the back of whoever works with the store, all that Open had no time for, and counts the nights that
// a report will ask for as of the time of opening.
func (s *Store) inspect(ctx context.Context, tables bool, opened time.Time) {
	defer s.background.Done()
	defer s.catch()
	err := s.inspectAll(ctx, tables)
	if err == nil {
		err = s.countSettled(ctx, opened)
	}
	if err != nil && ctx.Err() == nil {
		s.report(Problem{Code: CheckFailed, File: s.dir, Detail: err.Error()})
	}
}

// catch is deferred by the goroutines of the store.
func (s *Store) catch() {
	if s.panicked == nil {
		return
	}
	if value := recover(); value != nil {
		s.panicked(value)
	}
}

func (s *Store) inspectAll(ctx context.Context, tables bool) (err error) {
	defer recoverInto(&err)
	if tables {
		if err := s.inspectTables(ctx); err != nil {
			return err
		}
	}
	s.writing.Lock()
	devices := s.devices()
	s.writing.Unlock()
	for _, device := range devices {
		if err := s.inspectJournal(ctx, device); err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) inspectTables(ctx context.Context) error {
	s.reading.RLock()
	seen := s.index
	s.reading.RUnlock()
	err := checkTables(ctx, s.indexDir(), s.form, func() { s.giveWay(ctx, pauseBetweenTables) })
	if !errors.Is(err, errDamaged) {
		return err
	}
	return s.rebuildLive(seen, err)
}

// inspectJournal reads the lines that the journal has at this moment, and repairs it where one of them is not as it was.
func (s *Store) inspectJournal(ctx context.Context, device string) error {
	s.writing.Lock()
	j := s.journals[device]
	segments := slices.Clone(j.segments)
	s.writing.Unlock()
	pause := func() { s.giveWay(ctx, pauseBetweenLines) }
	var err error
	for _, seg := range segments {
		if err = seg.check(ctx, j, pause); err != nil {
			break
		}
	}
	if err == nil || ctx.Err() != nil {
		return ctx.Err()
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	if err := s.usable(); err != nil {
		return err
	}
	return s.repair(j)
}

// check reads the lines of the file that the segment speaks of; others may be written behind them meanwhile.
func (seg segment) check(ctx context.Context, j *journal, pause func()) error {
	next := seg.first
	err := eachPiece(filepath.Join(j.dir, seg.name), 0, func(p piece) error {
		if next > seg.last {
			return errStop
		}
		l, err := j.parseLine(p.text)
		if err != nil || l.n != next {
			return errSuspect
		}
		if next++; next%linesBetweenPauses == 0 {
			pause()
		}
		return ctx.Err()
	})
	if err == nil && next <= seg.last {
		return errSuspect
	}
	if errors.Is(err, errStop) {
		return nil
	}
	return err
}

var errStop = errors.New("enough")
