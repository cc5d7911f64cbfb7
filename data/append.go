package data

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"beatbook/data/seal"
	"beatbook/model"
)

// Append takes records of this device, as model.Decide makes them, gives them their numbers and makes them durable, all
// or none; they are on the disk when it returns. A record whose id is there already is given back as it was stored. A
// call that failed has left nothing and may be made again with the same records. ctx is heeded until writing begins.
//
// Errors: ctx's, ErrClosed, ErrTooLarge, model.ErrRecord, *ConflictError, *PathError.
func (s *Store) Append(ctx context.Context, records ...model.Record) ([]model.Record, error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	if err := s.ready(ctx); err != nil {
		return nil, err
	}
	out := slices.Clone(records)
	places := map[string]int{} // of new ids in out
	var fresh []entry
	w, n := s.writer(), s.index.series[s.device].Last
	for i, r := range records {
		if j, again := places[r.ID]; again {
			out[i] = out[j]
			continue
		}
		if r.Device != s.device {
			return nil, fmt.Errorf("%w: %s is of device %q", model.ErrRecord, r.ID, r.Device)
		}
		old, ok, err := s.lookUp(idKey(r.ID))
		if err != nil {
			return nil, err
		}
		if ok && old.Device != s.device {
			return nil, &ConflictError{r.Device, r.Seq, r.ID}
		}
		if ok {
			out[i] = old
			continue
		}
		if r, err = w.Sign(r); err != nil {
			return nil, err
		}
		n++
		out[i], places[r.ID] = r, i
		fresh = append(fresh, entry{line{n: n, record: r.Bytes(), signature: r.Signature}, r})
	}
	if err := fitsAtOnce(fresh); err != nil {
		return nil, err
	}
	if err := s.write(fresh); err != nil {
		return nil, err
	}
	return out, nil
}

// writer goes on where the series of this device ends. The number of a record that was lost is not given again: other
// machines may have it.
func (s *Store) writer() *Writer {
	of := s.index.series[s.device]
	return &Writer{key: s.key, seq: max(of.Seq, of.Last), prev: of.Head}
}

func fitsAtOnce(entries []entry) error {
	total := 0
	for _, e := range entries {
		if len(e.record) > model.MaxRecord {
			return fmt.Errorf("record %s of %d bytes: %w", e.ID, len(e.record), ErrTooLarge)
		}
		total += e.bytes()
	}
	if len(entries) > batchCount || len(entries) > 1 && total > batchBytes {
		return fmt.Errorf("%d records of %d bytes: %w", len(entries), total, ErrTooLarge)
	}
	return nil
}

// ready tells whether the store takes records.
func (s *Store) ready(ctx context.Context) error {
	if err := s.usable(); err != nil {
		return err
	}
	return ctx.Err()
}

// write makes entries durable that follow the last ones of their devices, all or none: journals first, then the index.
func (s *Store) write(entries []entry) error {
	if len(entries) == 0 {
		return nil
	}
	if err := s.checkSpaceToWrite(); err != nil {
		return err
	}
	undo, err := s.writeJournals(entries)
	if err == nil {
		err = s.writeIndex(entries, undo)
	}
	if err != nil {
		return err
	}
	records := make([]model.Record, len(entries))
	for i, e := range entries {
		records[i] = e.Record
	}
	s.watchers.tell(records)
	return nil
}

// writeJournals appends to the journal of each device and gives the way back.
func (s *Store) writeJournals(entries []entry) (undo func() error, err error) {
	var marks []func() error
	undo = func() error {
		var errs []error
		for _, back := range marks {
			errs = append(errs, back())
		}
		return errors.Join(errs...)
	}
	byDevice := map[string][]line{}
	var devices []string
	for _, e := range entries {
		if byDevice[e.Device] == nil {
			devices = append(devices, e.Device)
		}
		byDevice[e.Device] = append(byDevice[e.Device], e.line)
	}
	for _, device := range devices {
		j, lines := s.journal(device), byDevice[device]
		month := monthOf(entries, device)
		before, err := j.append(month, lines)
		if err != nil {
			return nil, errors.Join(err, undo())
		}
		marks = append(marks, func() error { return j.takeBack(before) })
	}
	return undo, nil
}

// monthOf the first entry of the device: when it was written, or when it came here.
func monthOf(entries []entry, device string) time.Time {
	for _, e := range entries {
		if e.Device == device && !e.received.IsZero() {
			return e.received
		}
		if e.Device == device {
			return e.At
		}
	}
	return time.Time{}
}

// writeIndex commits what the journals have. Where that fails nobody knows whether it was done: the index is opened anew
// and takes from the journals what it lacks. If that fails too the journals give up what they have just taken.
func (s *Store) writeIndex(entries []entry, undo func() error) error {
	err := s.index.put(entries)
	if err == nil {
		return nil
	}
	if again := s.replaceIndex(func() error { return s.reopen(err) }); again != nil {
		return errors.Join(again, undo())
	}
	return nil
}

// Merge takes records that other devices wrote, each with its number and its exact bytes, in any order and any number of
// times. Added is how many of them were not there yet; these bear from now on the time at which they were received. A
// record that contradicts a stored one is left out and reported as *ConflictError (several are joined), one that cannot
// be stored with an error that wraps model.ErrRecord; the rest is taken. The disk is waited for once in some hundred
// records. After an error that is a *PathError a part may have been taken; calling it again is safe.
func (s *Store) Merge(ctx context.Context, records []model.Record) (added int, err error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	received := s.now().UTC().Truncate(time.Millisecond)
	var refused []error
	for len(records) > 0 {
		if err := s.ready(ctx); err != nil {
			return added, errors.Join(append(refused, err)...)
		}
		batch, rest, bad := s.batch(records, received)
		refused, records = append(refused, bad...), rest
		s.knowSenders(batch)
		if err := s.write(batch); err != nil {
			return added, errors.Join(append(refused, err)...)
		}
		added += len(batch)
	}
	return added, errors.Join(refused...)
}

// batch picks from the front of the records those that are new, as many as go into one transaction.
func (s *Store) batch(records []model.Record, received time.Time) (batch []entry, rest []model.Record, refused []error) {
	inBatch := map[string]model.Record{} // by d-key and i-key
	last := map[string]uint64{}
	size := 0
	for i, r := range records {
		isNew, err := s.isNew(r, inBatch)
		if err != nil {
			refused = append(refused, err)
			continue
		}
		if !isNew {
			continue
		}
		if len(batch) > 0 && (len(batch) == batchCount || size+len(r.Bytes())+keyBytes > batchBytes) {
			return batch, records[i:], refused
		}
		if last[r.Device] == 0 {
			last[r.Device] = s.index.series[r.Device].Last
		}
		last[r.Device]++
		r.Received = received
		e := entry{line{n: last[r.Device], received: received, record: r.Bytes(), signature: r.Signature}, r}
		batch = append(batch, e)
		size += e.bytes()
		inBatch[string(deviceKey(r.Device, r.Seq))], inBatch[string(idKey(r.ID))] = r, r
	}
	return batch, nil, refused
}

// isNew tells whether the record is neither stored nor in the batch. The error is about a record that cannot be taken.
func (s *Store) isNew(r model.Record, inBatch map[string]model.Record) (bool, error) {
	b := r.Bytes()
	if r.Seq == 0 || len(b) == 0 || bytes.ContainsAny(b, "\r\n") {
		return false, fmt.Errorf("%w: record %s is no line of JSON with a number", model.ErrRecord, r.ID)
	}
	if n := len(r.Signature); n != 0 && n != len(seal.Signature{}) {
		return false, fmt.Errorf("%w: record %s has a signature of %d bytes", model.ErrRecord, r.ID, n)
	}
	if len(b) > model.MaxRecord {
		return false, fmt.Errorf("record %s of %d bytes: %w", r.ID, len(b), ErrTooLarge)
	}
	for _, key := range [][]byte{deviceKey(r.Device, r.Seq), idKey(r.ID)} {
		old, ok := inBatch[string(key)]
		if !ok {
			var err error
			if old, ok, err = s.lookUp(key); err != nil {
				return false, err
			}
		}
		if ok && !bytes.Equal(old.Bytes(), b) {
			return false, &ConflictError{r.Device, r.Seq, r.ID}
		}
		if ok {
			return false, nil
		}
	}
	return true, nil
}
