package session

import (
	"context"
	"sync/atomic"

	"beatbook/data"
	"beatbook/model"
)

// Backups makes the backups of a run that are made by themselves, one at a time and never in the way of the work. It is safe
// for use by several goroutines.
type Backups struct {
	copy func(context.Context) (data.BackupResult, error)
	due  atomic.Bool

	making chan struct{} // full while one is made
	result data.BackupResult
	err    error
	told   int // files that anybody can read
}

// NewBackups makes backups with a function whose result has no path where none is wanted.
func NewBackups(backUp func(context.Context) (data.BackupResult, error)) *Backups {
	return &Backups{copy: backUp, making: make(chan struct{}, 1)}
}

// BackupDue reports whether the record, which the log has taken, ends work of this device, and takes note that a backup is
// due then.
func (s *Session) BackupDue(record model.Record) bool {
	if s.Backups == nil || record.Device != s.Log.Device() || !endsWork(record) {
		return false
	}
	s.Backups.due.Store(true)
	return true
}

func endsWork(record model.Record) bool {
	switch record.Kind {
	case model.ShiftEnded, model.OperatorOff:
		return true
	case model.OperatorOn:
		body, err := model.Decode[model.OperatorOnBody](record)
		return err == nil && body.Relieves != ""
	}
	return false
}

// Make makes the backup that is due, or waits for the one that is under way, and gives what came of it. Files that anybody
// can read are told of once in a run, and again when there are more. A backup that ctx ends is due still.
func (b *Backups) Make(ctx context.Context) (data.BackupResult, error) {
	select {
	case b.making <- struct{}{}:
	case <-ctx.Done():
		return data.BackupResult{}, ctx.Err()
	}
	defer func() { <-b.making }()
	if b.due.Swap(false) {
		b.result, b.err = b.copy(ctx)
		if n := len(b.result.Readable); n > b.told {
			b.told = n
		} else {
			b.result.Readable = nil
		}
		if ctx.Err() != nil {
			b.due.Store(true)
		}
	}
	return b.result, b.err
}

// Pending reports whether a backup is due or under way.
func (b *Backups) Pending() bool { return len(b.making) > 0 || b.due.Load() }
