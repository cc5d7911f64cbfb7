package data

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/dgraph-io/badger/v4"

	"beatbook/model"
)

// Night is everything that is known of a night.
func (s *Store) Night(date model.Date) (*model.Night, error) {
	r := reader{night: model.NewNight(date)}
	err := s.ask(func(txn *badger.Txn) error { return r.read(txn, &model.Plans{}, date) })
	return r.night, err
}

// reader reads nights one after the other, each into the memory of the one before.
type reader struct {
	night *model.Night
	shelf shelf
}

// mostRoom is how many records of a night get their memory at once.
const mostRoom = 1 << 14

func (r *reader) read(txn *badger.Txn, plans *model.Plans, date model.Date) error {
	want, err := count(txn, date)
	if err != nil {
		return err
	}
	r.night.Renew(plans, date, int(min(want, mostRoom)))
	r.shelf.clear()
	got := uint64(0)
	q := scan{prefix: nightPrefix(date)}
	err = q.run(txn, func(item *badger.Item) (bool, error) {
		l, err := r.shelf.line(item)
		if err == nil {
			err = r.night.Read(l.record, l.received, l.signature)
		}
		got++
		return true, err
	})
	if err == nil && got != want {
		err = fmt.Errorf("%w: %d records of %s in place of %d", errShort, got, date, want)
	}
	return err
}

// shelf keeps the bytes of many records in a few pieces of memory.
type shelf struct {
	pieces [][]byte
	filled int // pieces
}

const pieceBytes = 64 << 10

func (s *shelf) clear() {
	for i := range s.pieces {
		s.pieces[i] = s.pieces[i][:0]
	}
	s.filled = 0
}

func (s *shelf) keep(b []byte) []byte {
	for ; s.filled < len(s.pieces); s.filled++ {
		piece := s.pieces[s.filled]
		if from := len(piece); cap(piece)-from >= len(b) {
			piece = append(piece, b...)
			s.pieces[s.filled] = piece
			return slices.Clip(piece[from:])
		}
	}
	s.pieces = append(s.pieces, make([]byte, 0, max(len(b), pieceBytes)))
	return s.keep(b)
}

func (s *shelf) line(item *badger.Item) (l line, err error) {
	err = item.Value(func(b []byte) error {
		l, err = decodeValue(s.keep(b))
		return err
	})
	return l, err
}

// Cursor is a place between two records of a Range. The empty one is its beginning, and, when it is returned, its end.
type Cursor string

// Range gives the records of the nights from and to and those between, by night, then by the wall clock; at most
// limit of them, those behind the cursor, with the cursor for the next ones, which is empty where there are no more.
func (s *Store) Range(from, to model.Date, after Cursor, limit int) ([]model.Record, Cursor, error) {
	var records []model.Record
	var shelf shelf
	var parser model.Parser
	end := Cursor("")
	start, stop := nightPrefix(from), nightPrefix(to.AddDays(1))
	if last := []byte(after); bytes.Compare(last, start) >= 0 {
		start = append(bytes.Clone(last), 0)
	}
	err := s.ask(func(txn *badger.Txn) error {
		var last []byte
		q := scan{prefix: []byte(prefixEntry), from: start, values: true}
		return q.run(txn, func(item *badger.Item) (bool, error) {
			if bytes.Compare(item.Key(), stop) >= 0 {
				return false, nil
			}
			if len(records) >= limit {
				end = Cursor(last)
				return false, nil
			}
			last = item.KeyCopy(last)
			l, err := shelf.line(item)
			if err != nil {
				return false, err
			}
			r, err := l.parseWith(parser.Parse)
			records = append(records, r)
			return true, err
		})
	})
	if err != nil {
		return nil, "", err
	}
	return records, end, nil
}

// History gives the check-ins at a checkpoint as they were written, corrected or withdrawn ones too, the newest by the
// wall clock first: those before a moment, or all where it is zero; at most limit, and beyond it those of the same
// millisecond as the last, so that the next page begins before its time.
func (s *Store) History(checkpoint string, before time.Time, limit int) ([]model.Record, error) {
	var records []model.Record
	err := s.ask(func(txn *badger.Txn) error {
		return pointersBack(checkpointPrefix(checkpoint), before, false).run(txn, func(item *badger.Item) (bool, error) {
			target, err := item.ValueCopy(nil)
			if err != nil {
				return false, err
			}
			r, err := entryAt(txn, target)
			if n := len(records); err != nil || n >= limit && (n == 0 || !records[n-1].At.Equal(r.At)) {
				return false, err
			}
			records = append(records, r)
			return true, nil
		})
	})
	return records, err
}

// pointersBack goes from a moment, included or not, back to the beginning.
func pointersBack(prefix []byte, from time.Time, included bool) scan {
	q := scan{prefix: prefix, reverse: true, values: true}
	if !from.IsZero() {
		q.from = append(append([]byte(nil), prefix...), atKey(from)...)
	}
	if q.from != nil && included {
		q.from = append(q.from, 0xff)
	}
	return q
}

// Latest is the latest record of a kind. Of all devices, where device is empty, it is the one with the latest wall clock
// not after a moment: a record from the future is never the latest (R11). Of one device it is the last of its series,
// whatever its clock said. The kinds are model.PlanAdopted, model.ShiftStarted, model.HazardFound and model.HazardMoved.
func (s *Store) Latest(kind model.Kind, device string, notAfter time.Time) (found model.Record, ok bool, err error) {
	if !kindsByTime[kind] {
		return found, false, errors.New("no index by time of " + string(kind))
	}
	if device != "" {
		return s.lastOf(kind, device)
	}
	err = s.ask(func(txn *badger.Txn) error {
		return pointersBack(kindPrefix(kind), notAfter, true).run(txn, func(item *badger.Item) (bool, error) {
			target, err := item.ValueCopy(nil)
			if err == nil {
				found, err = entryAt(txn, target)
			}
			ok = err == nil
			return false, err
		})
	})
	return found, ok, err
}

// lastOf is the record of the kind with the highest number of the device.
func (s *Store) lastOf(kind model.Kind, device string) (found model.Record, ok bool, err error) {
	err = s.ask(func(txn *badger.Txn) error {
		var last []byte
		err := scan{prefix: kindPrefix(kind)}.run(txn, func(item *badger.Item) (bool, error) {
			_, place, mine := bytes.Cut(item.Key(), []byte("/"+device+"/"))
			if mine && bytes.Compare(place, last) > 0 {
				last = bytes.Clone(place)
			}
			return true, nil
		})
		if err != nil || last == nil {
			return err
		}
		found, ok, err = follow(txn, append([]byte(prefixDevice+device+"/"), last...))
		return err
	})
	return found, ok, err
}

// Record finds a record by its id.
func (s *Store) Record(id string) (r model.Record, ok bool, err error) {
	err = s.ask(func(txn *badger.Txn) error {
		r, ok, err = follow(txn, idKey(id))
		return err
	})
	return r, ok, err
}

// NightCount is a night of which something is known.
type NightCount struct {
	Date    model.Date
	Records int
}

// Nights gives the nights before a date, or all where it is empty, the newest first, at most limit.
func (s *Store) Nights(before model.Date, limit int) ([]NightCount, error) {
	var nights []NightCount
	q := scan{prefix: []byte(prefixNight), reverse: true, values: true}
	if before != "" {
		q.from = []byte(prefixNight + string(before))
	}
	err := s.ask(func(txn *badger.Txn) error {
		return q.run(txn, func(item *badger.Item) (bool, error) {
			date := model.Date(item.Key()[len(prefixNight):])
			if date == before {
				return true, nil
			}
			if len(nights) >= limit {
				return false, nil
			}
			b, err := item.ValueCopy(nil)
			if err != nil {
				return false, err
			}
			n, err := strconv.Atoi(string(b))
			nights = append(nights, NightCount{date, n})
			return true, err
		})
	})
	return nights, err
}
