package data

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"sync"
	"time"

	"github.com/dgraph-io/badger/v4"

	"beatbook/model"
)

// sumsForm goes up with every change to what a tally is made of or to how a night is judged: tallies that were kept under
// another one are counted anew.
const sumsForm = 2

// keptTally is the tally of a night as it is kept under s/. Nothing is ever taken out of a night, so that it still holds
// as long as the night has as many records.
type keptTally struct {
	Records uint64      `json:"records"`
	Tally   model.Tally `json:"tally"`

	key   []byte
	fresh bool // counted now, and to be kept
}

func sumsKey(night model.Date, f model.ReportFilter) []byte {
	return fmt.Appendf(nil, "%s%d/%s/%s/%s", prefixSums, sumsForm, night, url.PathEscape(f.Route), url.PathEscape(f.Unit))
}

// Report adds up the nights from one to another, as they stand at a moment. Sums of nights that are settled are kept, and
// counted anew when a record has arrived for the night. Progress is told how many of how many nights are done. The error is
// that of ctx, or as of Night.
func (s *Store) Report(
	ctx context.Context, from, to model.Date, f model.ReportFilter, now time.Time, progress func(done, total int),
) (*model.Report, error) {
	r, _, err := s.ReportByNight(ctx, from, to, f, now, progress)
	return r, err
}

// teller tells how much of some work is done, one at a time.
type teller struct {
	mu          sync.Mutex
	tell        func(done, total int)
	done, total int
}

func (t *teller) oneMore() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.done++
	t.tell(t.done, t.total)
}

// nightsBetween are the nights of which something is known, in order.
func (s *Store) nightsBetween(from, to model.Date) (nights []model.Date, err error) {
	err = s.ask(func(txn *badger.Txn) error {
		nights = nil
		q := scan{prefix: []byte(prefixNight), from: []byte(prefixNight + string(from))}
		return q.run(txn, func(item *badger.Item) (bool, error) {
			night := model.Date(item.Key()[len(prefixNight):])
			if night <= to {
				nights = append(nights, night)
			}
			return night <= to, nil
		})
	})
	return nights, err
}

// readers are used again by who counts night after night.
var readers = sync.Pool{New: func() any { return &reader{night: &model.Night{}} }}

// tally is what was kept of the night, or counts it.
func (s *Store) tally(night model.Date, plans *model.Plans, f model.ReportFilter, now time.Time) (*keptTally, error) {
	t := &keptTally{key: sumsKey(night, f)}
	r := readers.Get().(*reader)
	defer readers.Put(r)
	kept := false
	err := s.ask(func(txn *badger.Txn) error {
		records, err := count(txn, night)
		if err != nil {
			return err
		}
		settled := !now.Before(model.SettledAt(night))
		b, err := get(txn, t.key)
		if kept = settled && err == nil && json.Unmarshal(b, t) == nil && t.Records == records; kept {
			return nil
		}
		t.Records, t.fresh = records, settled
		return r.read(txn, plans, night)
	})
	if err == nil && !kept {
		t.Tally = r.night.Tally(f, now)
	}
	return t, err
}

// countSettled counts the nights that are settled and of which no sums are kept, the latest first.
func (s *Store) countSettled(ctx context.Context, now time.Time) error {
	nights, err := s.nightsBetween("", model.DateOf(now))
	if err != nil {
		return err
	}
	for _, night := range slices.Backward(nights) {
		if ctx.Err() != nil {
			return nil
		}
		t, err := s.tally(night, &model.Plans{}, model.ReportFilter{}, now)
		if err != nil {
			return err
		}
		if t.fresh {
			s.giveWay(ctx, pauseBetweenNights)
		}
		if err := s.keep([]*keptTally{t}); err != nil {
			return err
		}
	}
	return nil
}

// keep writes down what was counted. Nothing is lost where that is not possible: it is counted again.
func (s *Store) keep(tallies []*keptTally) error {
	fresh := slices.DeleteFunc(slices.Clone(tallies), func(t *keptTally) bool { return t == nil || !t.fresh })
	if len(fresh) == 0 {
		return nil
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	if s.usable() != nil || s.checkSpaceToWrite() != nil {
		return nil
	}
	err := s.index.keep(fresh)
	if err == nil {
		return nil
	}
	return s.replaceIndex(func() error { return s.reopen(err) })
}

// keep writes as many tallies into one transaction as it takes.
func (x *index) keep(tallies []*keptTally) (err error) {
	defer recoverInto(&err)
	for len(tallies) > 0 {
		txn, size := x.db.NewTransaction(true), 0
		for len(tallies) > 0 && size < batchBytes {
			value, err := json.Marshal(tallies[0])
			if err == nil && len(value) < batchBytes/2 {
				size += len(value)
				err = txn.Set(tallies[0].key, value)
			}
			if err != nil {
				txn.Discard()
				return err
			}
			tallies = tallies[1:]
		}
		if err := x.sys.commit(txn.Commit); err != nil {
			return err
		}
	}
	return nil
}

// namePlans looks up the plans that have the names of what is in the report.
func (s *Store) namePlans(r *model.Report) error {
	r.Plans = map[string]*model.Plan{}
	for route, shift := range r.Latest {
		record, ok, err := s.Record(shift.ID)
		if err != nil {
			return err
		}
		if body, err := model.Decode[model.ShiftStartedBody](record); ok && err == nil {
			r.Plans[route] = &body.Plan
		}
	}
	return nil
}
