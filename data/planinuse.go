package data

import (
	"bytes"
	"context"
	"errors"
	"time"

	"beatbook/data/seal"
	"beatbook/model"
)

// PlanInUse is the plan that was adopted last before a moment, as the journals of a folder, of a backup or of one journal
// file tell, whoever has them open; found is false where they tell of none.
//
// Errors: those of Verify.
func PlanInUse(ctx context.Context, path string, key seal.Key, at time.Time) (plan model.Plan, found bool, err error) {
	all, _, err := journalsUnder(path)
	if err != nil {
		return plan, false, err
	}
	form := readForm(key)
	x := &examiner{o: Options{Now: func() time.Time { return at }}}
	for _, j := range all {
		read := new(surveyed)
		for _, file := range j.paths {
			err := eachPiece(file, 0, func(p piece) error { return errors.Join(read.adoption(form, p.text), ctx.Err()) })
			if ctx.Err() != nil {
				return plan, false, ctx.Err()
			}
			if err != nil {
				return plan, false, classified(file, err)
			}
		}
		x.journals = append(x.journals, read)
	}
	plan, _, found = x.planInUse()
	return plan, found, nil
}

// adoption takes note of a line where it adopts a plan. Only such a line is looked at any closer.
func (j *surveyed) adoption(form form, text []byte) (err error) {
	if seal.IsSealedLine(text) {
		if text, err = form.openText(text); errors.Is(err, ErrSealed) {
			return err
		}
	}
	if model.Kind(fieldOf(text, "kind")) != model.PlanAdopted {
		return nil
	}
	l, err := parseLine(bytes.Clone(text))
	if err != nil || l.record == nil {
		return nil // the walk tells of damage
	}
	if r, err := l.parse(); err == nil {
		j.adopted = append(j.adopted, r)
	}
	return nil
}
