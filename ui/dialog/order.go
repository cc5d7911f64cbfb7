package dialog

import (
	"errors"
	"slices"
	"strings"

	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/session"
)

// order are the fields of an order to fix: who, until when, and what keeps it safe until then.
type order struct {
	env      *screen.Env
	owner    *Text
	deadline *Text
	interim  *Text
}

// newOrder makes the fields. A deadline is asked for anew; all else stands as in the order before, nil for none.
func newOrder(env *screen.Env, before *model.FixOrder) *order {
	if before == nil {
		before = &model.FixOrder{}
	}
	t := env.Text.Hazard
	return &order{
		env:      env,
		owner:    NewText(t.Owner, before.Owner, t.OwnerHint),
		deadline: NewText(t.Deadline, "", t.DeadlineHint),
		interim:  NewText(t.Interim, before.Interim, t.InterimHint),
	}
}

func (o *order) fields() []Field { return []Field{o.owner, o.deadline, o.interim} }

func (o *order) has(field Field) bool { return slices.Contains(o.fields(), field) }

// value is the order; the error is a *session.DeadlineError.
func (o *order) value() (*model.FixOrder, error) {
	deadline, err := session.ParseDeadline(o.deadline.Value(), o.env.Now, o.env.Zone())
	if err != nil {
		return nil, err
	}
	return &model.FixOrder{
		Owner: strings.TrimSpace(o.owner.Value()), Deadline: deadline, Interim: strings.TrimSpace(o.interim.Value()),
	}, nil
}

// at is the field of the order that an error is about, nil for none.
func (o *order) at(err error) Field {
	var deadline *session.DeadlineError
	switch {
	case errors.As(err, &deadline), refusedAs(err, model.DeadlinePast), refusedAs(err, model.DeadlineFar):
		return o.deadline
	case refusedAs(err, model.OwnerNeeded):
		return o.owner
	}
	return nil
}

func refusedAs(err error, code model.RefusalCode) bool {
	var refusal *model.Refusal
	return errors.As(err, &refusal) && refusal.Code == code
}

// focusOn puts the focus on a field of the form, where it is one.
func focusOn(form *Form, field Field) {
	if i := slices.Index(form.shown(), field); i >= 0 {
		form.Focus(i)
	}
}

// wordsOf are the values in words.
func wordsOf[T any](values []T, word func(T) string) []string {
	words := make([]string, len(values))
	for i, v := range values {
		words[i] = word(v)
	}
	return words
}

// chosen is the value that was chosen, the zero value for none.
func chosen[T any](values []T, o *Options) T {
	if o.At() < 0 {
		var none T
		return none
	}
	return values[o.At()]
}
