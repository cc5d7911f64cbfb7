package data

import (
	"fmt"

	"github.com/dgraph-io/badger/v4"

	"beatbook/model"
)

// Hazards is everything that is known of the hazards of all nights, those that are closed too. It takes about ten
// microseconds a record.
func (s *Store) Hazards() (*model.Hazards, error) {
	var h *model.Hazards
	err := s.ask(func(txn *badger.Txn) error {
		h = model.NewHazards()
		var got, want uint64
		err := eachSeries(txn, func(_ string, s series) error {
			want += s.Hazards
			return nil
		})
		if err != nil {
			return err
		}
		for _, kind := range hazardKinds {
			q := scan{prefix: kindPrefix(kind), values: true}
			err := q.run(txn, func(item *badger.Item) (bool, error) {
				target, err := item.ValueCopy(nil)
				if err != nil {
					return false, err
				}
				r, err := entryAt(txn, target)
				h.Apply(r)
				got++
				return true, err
			})
			if err != nil {
				return err
			}
		}
		if got != want {
			return fmt.Errorf("%w: %d records of hazards in place of %d", errShort, got, want)
		}
		return nil
	})
	return h, err
}
