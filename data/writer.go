package data

import (
	"fmt"

	"beatbook/data/seal"
	"beatbook/model"
)

// Writer gives the records of one device their places in its series and signs them.
type Writer struct {
	key  seal.Device
	seq  uint64 // of the record before the next one
	prev string // hash of that record
}

// NewWriter begins the series of a device.
func NewWriter(key seal.Device) *Writer { return &Writer{key: key} }

// Sign makes the record the next one of the series, as every later reader will find it. The error wraps model.ErrRecord
// where nobody could read it, and the series stays as it was.
func (w *Writer) Sign(r model.Record) (model.Record, error) {
	id := r.ID
	r, err := r.Numbered(w.seq+1, w.prev)
	if err == nil {
		r, err = model.ParseRecord(r.Bytes())
	}
	if err != nil {
		return r, fmt.Errorf("record %s: %w", id, err)
	}
	signature := w.key.Sign(r.Bytes())
	r.Signature = signature[:]
	w.seq, w.prev = r.Seq, r.Hash()
	return r, nil
}
