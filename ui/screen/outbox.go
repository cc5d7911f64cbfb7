package screen

import (
	"context"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/session"
)

// Outbox writes records one after the other in the order in which they were made, off the screen's loop.
type Outbox struct {
	ctx     context.Context
	log     session.Log
	waiting []model.Record // the first one is being written
	failed  []model.Record // written in vain, kept to be tried again
}

// NewOutbox writes to the log.
func NewOutbox(ctx context.Context, log session.Log) *Outbox { return &Outbox{ctx: ctx, log: log} }

// Written says what became of a record: Err is nil where it is safe on the disk.
type Written struct {
	Record model.Record
	Err    error
}

// Put takes a record and gives the command that writes it, nil while an earlier one is being written.
func (o *Outbox) Put(record model.Record) tea.Cmd {
	o.waiting = append(o.waiting, record)
	if len(o.waiting) > 1 {
		return nil
	}
	return o.write(record)
}

// Done takes note of what became of the record that was being written, and gives the command for the next one. Behind a
// record that failed all others fail too: they may be about it, and must not reach the log without it.
func (o *Outbox) Done(w Written) tea.Cmd {
	if w.Err != nil {
		o.failed, o.waiting = append(o.failed, o.waiting...), nil
		return nil
	}
	o.waiting = slices.DeleteFunc(o.waiting, func(r model.Record) bool { return r.ID == w.Record.ID })
	if len(o.waiting) == 0 {
		return nil
	}
	return o.write(o.waiting[0])
}

// Idle reports whether nothing is being written.
func (o *Outbox) Idle() bool { return len(o.waiting) == 0 }

// Waiting are the records that are not written yet, the one that is being written first.
func (o *Outbox) Waiting() []model.Record { return o.waiting }

// Failed are the records that could not be written.
func (o *Outbox) Failed() []model.Record { return o.failed }

// TakeFailed gives the failed records away, to be put again or let go.
func (o *Outbox) TakeFailed() []model.Record {
	failed := o.failed
	o.failed = nil
	return failed
}

// Clear lets all records go: they were written some other way.
func (o *Outbox) Clear() { o.waiting, o.failed = nil, nil }

func (o *Outbox) write(record model.Record) tea.Cmd {
	return func() tea.Msg {
		written, err := o.log.Append(o.ctx, record)
		if err != nil {
			return Written{record, err}
		}
		return Written{Record: written[0]}
	}
}
