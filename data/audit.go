package data

import (
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/dgraph-io/badger/v4"
)

// load reads the series. One of another form lacks keys that are looked for now.
func (x *index) load() error {
	return x.view(func(txn *badger.Txn) error {
		return eachSeries(txn, func(device string, s series) error {
			if s.Form != indexForm {
				return fmt.Errorf("%w: series of %s is of form %d, not %d", errShort, device, s.Form, indexForm)
			}
			x.series[device] = s
			return nil
		})
	})
}

func eachSeries(txn *badger.Txn, visit func(device string, s series) error) error {
	q := scan{prefix: []byte(prefixSeries), values: true}
	return q.run(txn, func(item *badger.Item) (bool, error) {
		var s series
		device := string(item.Key()[len(prefixSeries):])
		err := item.Value(func(b []byte) error { return json.Unmarshal(b, &s) })
		if err != nil {
			return false, fmt.Errorf("%w: series of %s: %w", errShort, device, err)
		}
		return true, visit(device, s)
	})
}

// total adds up the series.
func (x *index) total() (all series) {
	for _, s := range x.series {
		all.Records += s.Records
		all.CheckIns += s.CheckIns
		all.ByTime += s.ByTime
	}
	return all
}

// sumsAgree compares the counts of the nights with those of the series, which is quick and finds much.
func (x *index) sumsAgree() error {
	_, sum, err := x.nights()
	if err == nil && sum != x.total().Records {
		err = fmt.Errorf("%w: %d records in its nights, %d in its series", errShort, sum, x.total().Records)
	}
	return err
}

func (x *index) nights() (nights map[string]uint64, sum uint64, err error) {
	nights = map[string]uint64{}
	err = x.view(func(txn *badger.Txn) error {
		q := scan{prefix: []byte(prefixNight), values: true}
		return q.run(txn, func(item *badger.Item) (bool, error) {
			b, err := item.ValueCopy(nil)
			if err != nil {
				return false, err
			}
			n, err := strconv.ParseUint(string(b), 10, 64)
			nights[string(item.Key()[len(prefixNight):])] = n
			sum += n
			return true, err
		})
	})
	return nights, sum, err
}

// audit counts every key. It is for an index that was not closed: of two memtables the older one may be torn where the
// newer is whole, and neither counts nor checksums show it.
func (x *index) audit() error {
	if err := x.sumsAgree(); err != nil {
		return err
	}
	all := x.total()
	for _, want := range []struct {
		prefix string
		keys   uint64
	}{
		{prefixEntry, all.Records}, {prefixDevice, all.Records}, {prefixID, all.Records},
		{prefixCheckpoint, all.CheckIns}, {prefixKind, all.ByTime},
	} {
		var keys uint64
		err := x.view(func(txn *badger.Txn) error {
			return scan{prefix: []byte(want.prefix)}.run(txn, func(*badger.Item) (bool, error) {
				keys++
				return true, nil
			})
		})
		if err != nil {
			return err
		}
		if keys != want.keys {
			return fmt.Errorf("%w: %d keys under %s in place of %d", errShort, keys, want.prefix, want.keys)
		}
	}
	return nil
}
