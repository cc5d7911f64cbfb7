// Package story puts the records of a night into words: for the log on the screen, the log that is printed, and reports
// that are written.
package story

import (
	"time"

	"beatbook/model"
)

// Line is a record with what its body says, decoded once.
type Line struct {
	model.Record
	model.Facts
}

// LineOf decodes a record. A body that cannot be read says nothing.
func LineOf(r model.Record) *Line { return &Line{r, model.FactsOf(r)} }

// Happened is when it was: the time that it was reported for, else that at which it was written down; in UTC.
func (l *Line) Happened() time.Time {
	if l.For != nil {
		return *l.For
	}
	return l.At
}

// PlaceAbout is the checkpoint of the record that the line corrects or withdraws, over any withdrawals between them. It
// is empty where that record has none, and not known where one of them is missing.
func PlaceAbout(night *model.Night, l *Line) (checkpoint string, known bool) {
	const longestChain = 8 // withdrawals of withdrawals
	of := l.Of
	for range longestChain {
		r, ok := night.Record(of)
		if !ok {
			return "", false
		}
		f := model.FactsOf(r)
		if f.Of == "" {
			return Value(f.Checkpoint), true
		}
		of = f.Of
	}
	return "", false
}

// Value is what p points to, nothing where it points to nothing: of a fact that a record may lack.
func Value[T any](p *T) T {
	if p == nil {
		var none T
		return none
	}
	return *p
}
