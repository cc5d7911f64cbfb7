package data

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/dgraph-io/badger/v4"
	"github.com/dgraph-io/badger/v4/table"
	"github.com/dgraph-io/badger/v4/y"
)

// index looks at the index as its files are: Badger, which repairs and deletes, is not opened.
func (x *examiner) index() {
	state := x.store.readState()
	if !exists(x.store.indexDir()) {
		code := IndexNone
		if len(x.journals) > 0 {
			code = IndexMissing
		}
		x.note(code, Note{Path: x.store.indexDir()})
		return
	}
	closed := state.Phase == phaseClosed
	switch {
	case x.held:
	case state.Phase == phaseOpening || state.Phase == phaseDamaged:
		x.note(IndexBroken, Note{Path: x.store.indexDir(), Found: state.Phase})
		return
	case !closed:
		x.note(IndexUnclosed, Note{Path: x.store.indexDir()})
	}
	if err := x.store.checkManifest(state.Manifest); err != nil && !x.held {
		x.note(IndexBroken, Note{Path: filepath.Join(x.store.indexDir(), badger.ManifestFilename), Found: err.Error()})
		return
	}
	if x.blind {
		x.noteOn(PartIndex, NeedsKey, Note{})
		return
	}
	seen, whole := x.tables()
	switch {
	case x.held:
		x.noteOn(PartIndex, InUse, Note{})
	case whole:
		x.compare(seen, closed)
	}
}

// tables reads every table, and reports whether all were whole.
func (x *examiner) tables() (seen indexSeen, whole bool) {
	dir := x.store.indexDir()
	tables, _, err := readManifest(dir)
	how, e := tableReading(dir, x.store.form)
	defer how.close()
	switch err = errors.Join(err, e); {
	case err == nil || errors.Is(err, os.ErrNotExist):
	case x.held: // it is being written
		return seen, false
	case errors.Is(err, os.ErrPermission):
		x.unreadable(PartIndex, dir, err)
		return seen, false
	default:
		x.note(IndexBroken, Note{Path: dir, Found: err.Error()})
		return seen, false
	}
	seen = indexSeen{series: map[string]versioned[series]{}, nights: map[string]versioned[uint64]{}}
	broken := Note{Of: len(tables)}
	var buffer bytes.Buffer
	for id, m := range tables {
		buffer.Reset()
		path := table.NewFilename(id, dir)
		if err := seen.read(how, path, id, m, &buffer); err != nil && x.isTable(id) {
			tally(&broken, Note{Of: len(tables), Path: path, Found: err.Error()}, 1)
		}
		if x.ctx.Err() != nil {
			return seen, false
		}
	}
	if broken.Count > 0 {
		x.note(IndexTableBroken, broken)
		return seen, false
	}
	x.note(IndexFine, Note{Count: len(tables), Bytes: tableBytes(dir)})
	return seen, true
}

// isTable reports whether the table is still one of the index: whoever has it open may have compacted it away.
func (x *examiner) isTable(id uint64) bool {
	tables, err := settledManifest(x.store.indexDir(), func() { time.Sleep(pauseBetweenTables) })
	_, still := tables[id]
	return err != nil || still
}

// versioned is a value as it was written last.
type versioned[T any] struct {
	version uint64
	value   T
}

// newer keeps the value where it was written after the one that is there.
func newer[T any](all map[string]versioned[T], name string, version uint64, b []byte) error {
	if version < all[name].version {
		return nil
	}
	v := versioned[T]{version: version}
	err := json.Unmarshal(b, &v.value)
	all[name] = v
	return err
}

// indexSeen is what the tables of the index say of its counts.
type indexSeen struct {
	series map[string]versioned[series]
	nights map[string]versioned[uint64] // numbers of records; they are JSON as well
}

// read verifies a table and takes its counts.
func (seen indexSeen) read(how reading, path string, id uint64, m badger.TableManifest, buffer *bytes.Buffer) (err error) {
	defer recoverInto(&err)
	t, err := how.open(path, id, m, buffer)
	if err != nil {
		return err
	}
	if err := t.VerifyChecksum(); err != nil {
		return err
	}
	it := t.NewIterator(0)
	defer func() { err = errors.Join(err, it.Close()) }()
	for prefix, take := range map[string]func(name string, version uint64, b []byte) error{
		prefixSeries: func(name string, version uint64, b []byte) error { return newer(seen.series, name, version, b) },
		prefixNight:  func(name string, version uint64, b []byte) error { return newer(seen.nights, name, version, b) },
	} {
		for it.Seek(y.KeyWithTs([]byte(prefix), ^uint64(0))); it.Valid(); it.Next() {
			name, ours := bytes.CutPrefix(y.ParseKey(it.Key()), []byte(prefix))
			if !ours {
				break
			}
			if err := take(string(name), y.ParseTs(it.Key()), it.Value().Value); err != nil {
				return err
			}
		}
	}
	return nil
}

// compare holds the index against the journals. What it lacks after it was not closed is in files that only Badger reads.
func (x *examiner) compare(seen indexSeen, closed bool) {
	inNights, inSeries := uint64(0), uint64(0)
	for _, n := range seen.nights {
		inNights += n.value
	}
	for _, s := range seen.series {
		inSeries += s.value.Records
	}
	if closed && inNights != inSeries {
		x.note(IndexMiscounts, Note{Found: strconv.FormatUint(inNights, 10), Wanted: strconv.FormatUint(inSeries, 10)})
	}
	known := map[string]bool{}
	for _, j := range x.journals {
		known[j.device] = true
		if !j.unread() {
			x.compareJournal(j, seen.series[j.device].value, closed)
		}
	}
	for device, s := range seen.series {
		if !known[device] {
			x.note(IndexAhead, Note{Device: device, Count: int(s.value.Last)})
		}
	}
}

func (x *examiner) compareJournal(j *surveyed, at series, closed bool) {
	n := Note{Device: j.device, Count: int(at.Records), Of: j.lines}
	switch {
	case at.Last > j.end:
		n.Count = int(at.Last - j.end)
		x.note(IndexAhead, n)
	case at.Last == j.end && at.Sum != j.endSum:
		x.note(IndexDiffers, n)
	case !closed:
	case at.Last < j.end:
		n.Count = int(j.end - at.Last)
		x.note(IndexBehind, n)
	default:
		x.note(IndexCounts, n)
	}
}
