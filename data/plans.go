package data

import (
	"time"

	"github.com/dgraph-io/badger/v4"

	"beatbook/model"
)

// Plans gives the records of kind model.PlanAdopted, of all devices and nights: the newest by the wall clock first, one from
// the future too, at most limit of them.
func (s *Store) Plans(limit int) ([]model.Record, error) {
	var records []model.Record
	err := s.ask(func(txn *badger.Txn) error {
		records = nil
		return pointersBack(kindPrefix(model.PlanAdopted), time.Time{}, false).run(txn, func(item *badger.Item) (bool, error) {
			if len(records) >= limit {
				return false, nil
			}
			target, err := item.ValueCopy(nil)
			if err != nil {
				return false, err
			}
			r, err := entryAt(txn, target)
			records = append(records, r)
			return true, err
		})
	})
	if err != nil {
		return nil, err
	}
	return records, nil
}
