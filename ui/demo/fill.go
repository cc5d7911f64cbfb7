package demo

import (
	"context"
	"errors"
	"fmt"
	"time"

	"beatbook/data"
	"beatbook/model"
)

const (
	syncEvery = 15 * time.Minute // how long records of other units are on their way
	chunk     = 200              // records that are appended at once
)

// Fill puts an invented week that ends at now into an empty data folder: the work of this device as its own, that of
// the other units as received from theirs shortly after. Errors are those of package data.
func Fill(ctx context.Context, folder string, plan *model.Plan, now time.Time, seed uint64) (err error) {
	received := now
	store, err := data.Open(folder, data.Options{Now: func() time.Time { return received }})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	records, err := Week(plan, store.Device(), now, seed)
	if err != nil {
		return fmt.Errorf("make up a week: %w", err)
	}
	var own, other []model.Record
	for _, r := range records {
		if r.Device == store.Device() {
			own = append(own, r)
		} else {
			other = append(other, r)
		}
	}
	for ; len(own) > 0; own = own[min(chunk, len(own)):] {
		if _, err := store.Append(ctx, own[:min(chunk, len(own))]...); err != nil {
			return err
		}
	}
	for len(other) > 0 {
		n := together(other)
		received = earlierOf(now, other[n-1].At.Add(time.Minute))
		if _, err := store.Merge(ctx, other[:n]); err != nil {
			return err
		}
		other = other[n:]
	}
	return nil
}

// together is how many of the records at the front arrive at once.
func together(records []model.Record) int {
	for i, r := range records {
		if r.At.Sub(records[0].At) > syncEvery {
			return i
		}
	}
	return len(records)
}
