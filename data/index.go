package data

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/dgraph-io/badger/v4"

	"beatbook/model"
)

// batchBytes and batchCount keep a transaction well below the 1.26 MB that Badger takes with its memtable of 8 MiB.
const (
	batchBytes = 800 << 10
	batchCount = 500
	keyBytes   = 600 // what a record costs in keys, at most
)

// errShort: the index lacks something that its own counts promise.
var errShort = errors.New("the index is not whole")

// index answers questions about the log. It is used under the locks of the store.
type index struct {
	db     *badger.DB
	log    *indexLog
	sys    *system
	series map[string]series // by device; as committed
}

// series is what the index knows of a device's journal.
type series struct {
	Last     uint64 `json:"last"`     // ordinal of the last line taken
	Sum      string `json:"sum"`      // of that line
	Seq      uint64 `json:"seq"`      // highest number of a record
	Head     string `json:"head"`     // hash of that record
	Records  uint64 `json:"records"`  // lines with a record
	CheckIns uint64 `json:"checkins"` // records under c/
	ByTime   uint64 `json:"by_time"`  // records under k/
	Hazards  uint64 `json:"hazards"`  // of those the ones of hazardKinds
	Form     int    `json:"form"`     // indexForm when it was last written; a program that knows of none leaves it out
}

// entry is a line with its record read.
type entry struct {
	line
	model.Record
}

func (e entry) bytes() int { return len(e.record) + keyBytes }

// view is a look at one moment. What Badger panics over in a damaged block is an error.
func (x *index) view(look func(*badger.Txn) error) (err error) {
	defer recoverInto(&err)
	return x.db.View(look)
}

// put takes lines in that follow the last one of their device, all or nothing.
func (x *index) put(entries []entry) (err error) {
	defer recoverInto(&err)
	txn := x.db.NewTransaction(true)
	defer txn.Discard()
	changed := map[string]series{}
	nights := map[model.Date]uint64{}
	for _, e := range entries {
		s, ok := changed[e.device()]
		if !ok {
			s = x.series[e.device()]
		}
		if e.n != s.Last+1 {
			return fmt.Errorf("%w: line %d of %s after %d", errShort, e.n, e.device(), s.Last)
		}
		s.Last, s.Sum, s.Form = e.n, e.sum(), indexForm
		if e.lost.IsZero() {
			nights[e.Night]++
			if err := s.put(txn, e); err != nil {
				return err
			}
		}
		changed[e.device()] = s
	}
	if err := putCounts(txn, nights, changed); err != nil {
		return err
	}
	if err := x.sys.commit(txn.Commit); err != nil {
		return err
	}
	for device, s := range changed {
		x.series[device] = s
	}
	return nil
}

func (e entry) device() string { return e.Device }

// put writes the record with the keys that lead to it.
func (s *series) put(txn *badger.Txn, e entry) error {
	key := entryKey(e.Record)
	if e.Seq > s.Seq {
		s.Seq, s.Head = e.Seq, e.Hash()
	}
	s.Records++
	derived, isCheckIn, isByTime := derivedKeys(e.Record)
	if isCheckIn {
		s.CheckIns++
	}
	if isByTime {
		s.ByTime++
	}
	if slices.Contains(hazardKinds, e.Kind) {
		s.Hazards++
	}
	err := errors.Join(
		txn.Set(key, encodeValue(e.line)), txn.Set(deviceKey(e.Device, e.Seq), key), txn.Set(idKey(e.ID), key))
	if derived != nil {
		err = errors.Join(err, txn.Set(derived, key))
	}
	return err
}

func putCounts(txn *badger.Txn, nights map[model.Date]uint64, changed map[string]series) error {
	for night, more := range nights {
		n, err := count(txn, night)
		if err == nil {
			err = txn.Set([]byte(prefixNight+string(night)), strconv.AppendUint(nil, n+more, 10))
		}
		if err != nil {
			return err
		}
	}
	for device, s := range changed {
		b, err := json.Marshal(s)
		if err == nil {
			err = txn.Set([]byte(prefixSeries+device), b)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// count is how many records the night has.
func count(txn *badger.Txn, night model.Date) (uint64, error) {
	b, err := get(txn, []byte(prefixNight+string(night)))
	if b == nil || err != nil {
		return 0, err
	}
	return strconv.ParseUint(string(b), 10, 64)
}

// get is nil where the key is not there.
func get(txn *badger.Txn, key []byte) ([]byte, error) {
	item, err := txn.Get(key)
	if errors.Is(err, badger.ErrKeyNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return item.ValueCopy(nil)
}

// follow reads the record that a key of another kind than e/ leads to.
func follow(txn *badger.Txn, key []byte) (model.Record, bool, error) {
	target, err := get(txn, key)
	if target == nil || err != nil {
		return model.Record{}, false, err
	}
	r, err := entryAt(txn, target)
	return r, err == nil, err
}

func entryAt(txn *badger.Txn, key []byte) (model.Record, error) {
	b, err := get(txn, key)
	if err != nil {
		return model.Record{}, err
	}
	if b == nil {
		return model.Record{}, fmt.Errorf("%w: %s", errShort, key)
	}
	l, err := decodeValue(b)
	if err != nil {
		return model.Record{}, err
	}
	return l.parse()
}

// find looks a record up under a d/ or i/ key.
func (x *index) find(key []byte) (r model.Record, ok bool, err error) {
	err = x.view(func(txn *badger.Txn) error {
		r, ok, err = follow(txn, key)
		return err
	})
	return r, ok, err
}

// scan visits the keys under the prefix, or from a later key on, in their order or from the last to the first, until
// visit returns false or an error.
type scan struct {
	prefix  []byte
	from    []byte // first key to be seen; nil: all
	reverse bool
	values  bool // fetch them along
}

func (q scan) run(txn *badger.Txn, visit func(*badger.Item) (bool, error)) error {
	o := badger.DefaultIteratorOptions
	o.Prefix, o.Reverse, o.PrefetchValues = q.prefix, q.reverse, q.values
	it := txn.NewIterator(o)
	defer it.Close()
	start := q.from
	if start == nil {
		start = q.prefix
		if q.reverse {
			start = append(append([]byte(nil), q.prefix...), 0xff)
		}
	}
	for it.Seek(start); it.ValidForPrefix(q.prefix); it.Next() {
		if more, err := visit(it.Item()); err != nil || !more {
			return err
		}
	}
	return nil
}
