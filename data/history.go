package data

import (
	"context"
	"errors"
	"runtime"
	"time"

	"golang.org/x/sync/errgroup"

	"beatbook/model"
)

// ReportByNight is Report with the tallies that it is added up from, in the order of their nights.
func (s *Store) ReportByNight(
	ctx context.Context, from, to model.Date, f model.ReportFilter, now time.Time, progress func(done, total int),
) (*model.Report, []model.NightTally, error) {
	s.reports.Add(1)
	defer s.reports.Add(-1)
	nights, err := s.nightsBetween(from, to)
	if err != nil {
		return nil, nil, err
	}
	kept, err := s.tallies(ctx, nights, f, now, progress)
	if err != nil {
		return nil, nil, err
	}
	r, tallies := model.NewReport(from, to, f), make([]model.NightTally, len(nights))
	for i, night := range nights {
		tallies[i] = model.NightTally{Night: night, Tally: kept[i].Tally}
		r.Add(night, kept[i].Tally)
	}
	return r, tallies, s.namePlans(r)
}

// tallies are those of the nights, in their order; what was counted anew is kept.
func (s *Store) tallies(
	ctx context.Context, nights []model.Date, f model.ReportFilter, now time.Time, progress func(done, total int),
) ([]*keptTally, error) {
	tallies := make([]*keptTally, len(nights))
	told := teller{tell: progress, total: len(nights)}
	var plans model.Plans
	workers, ctx := errgroup.WithContext(ctx)
	workers.SetLimit(runtime.GOMAXPROCS(0))
	for i, night := range nights {
		workers.Go(func() (err error) {
			if err := ctx.Err(); err != nil {
				return err
			}
			tallies[i], err = s.tally(night, &plans, f, now)
			told.oneMore()
			return err
		})
	}
	err := workers.Wait()
	return tallies, errors.Join(err, s.keep(tallies))
}
