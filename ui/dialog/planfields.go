package dialog

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/width"

	"beatbook/data/routefile"
	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/widget"
)

// planLineLimit lets more be typed than a plan takes, so that it is the plan that says so.
const planLineLimit = 600

func newPlanText(heading, value, hint string) *Text {
	t := &Text{widget.NewField(value, planLineLimit), heading}
	t.Placeholder = hint
	return t
}

// planText is a field for a text that is taken as it was typed.
func planText[T any](heading, value, hint string, set func(part *T, typed string)) planField[T] {
	return planField[T]{newPlanText(heading, value, hint), func(part *T, typed Field) error {
		set(part, strings.TrimSpace(typed.(*Text).Value()))
		return nil
	}}
}

// planRead is a field for a text that has to be read: a time, a number.
func planRead[T any](heading, value, hint string, read func(part *T, typed string) error) planField[T] {
	return planField[T]{newPlanText(heading, value, hint), func(part *T, typed Field) error {
		return read(part, strings.TrimSpace(width.Fold.String(typed.(*Text).Value())))
	}}
}

// planChoice is a field of which one value is chosen.
func planChoice[T any, V comparable](heading string, values []V, word func(V) string, value V, set func(part *T, chosen V)) planField[T] {
	at := indexOf(values, value)
	return planField[T]{NewOptions(heading, wordsOf(values, word), at), func(part *T, typed Field) error {
		set(part, values[typed.(*Options).At()])
		return nil
	}}
}

const longestMadeID = 40

// freshID is an id made from the letters and digits of the English name, or of the Chinese one, that is not taken. Where
// there are no letters, it begins with the kind: a number alone would be that of a checkpoint in a spoken line.
func freshID(name model.Name, kind string, taken func(id string) bool) string {
	id := cmp.Or(plainWords(name.EN), plainWords(name.ZH))
	switch {
	case id == "":
		return numbered(kind, 1, taken)
	case strings.Trim(id, "0123456789-") == "":
		id = kind + "-" + id
	}
	if !taken(id) {
		return id
	}
	return numbered(id, 2, taken)
}

// numbered is the base with the first number from n on that makes an id that is not taken.
func numbered(base string, n int, taken func(id string) bool) string {
	for ; ; n++ {
		if id := fmt.Sprintf("%s-%d", base, n); !taken(id) {
			return id
		}
	}
}

func plainWords(s string) string {
	words := strings.FieldsFunc(strings.ToLower(width.Fold.String(s)), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	slug := strings.Join(words, "-")
	return strings.Trim(slug[:min(len(slug), longestMadeID)], "-")
}

func problem(code routefile.Code, subject, detail string) error {
	return routefile.Problems{{Code: code, Subject: subject, Detail: detail}}
}

// wordsIn are the words of what was typed, with spaces, commas or other marks between them.
func wordsIn(typed string) []string {
	return strings.FieldsFunc(typed, func(r rune) bool { return strings.ContainsRune(" ,;/、", r) })
}

// spanText is a time span as it is typed.
func spanText(d model.Duration) string {
	if d == 0 {
		return "0m"
	}
	return d.String()
}

// readSpan reads 35m, 1h30m or a bare number of minutes.
func readSpan(typed string) (model.Duration, error) {
	if n, err := strconv.Atoi(typed); err == nil && n > -10000 && n < 10000 {
		return model.Duration(time.Duration(n) * time.Minute), nil
	}
	d, err := time.ParseDuration(typed)
	if err != nil {
		return 0, problem(routefile.BadDuration, typed, "")
	}
	return model.Duration(d), nil
}

// readSpanBut reads a time span; nothing typed is 0, which typed itself is refused.
func readSpanBut(zero routefile.Code, typed string) (model.Duration, error) {
	if typed == "" {
		return 0, nil
	}
	d, err := readSpan(typed)
	if err == nil && d == 0 {
		err = problem(zero, typed, "")
	}
	return d, err
}

func optionalSpan(d model.Duration) string {
	if d == 0 {
		return ""
	}
	return d.String()
}

func toleranceText(t *model.Tolerance) string {
	if t == nil {
		return ""
	}
	return spanText(t.OnTime) + " " + spanText(t.Outer)
}

// planTolerance is the field of a tolerance, which may be empty.
func planTolerance[T any](env *screen.Env, value *model.Tolerance, set func(part *T, t *model.Tolerance)) planField[T] {
	t := env.Text.PlanEdit
	return planRead(t.Tolerance, toleranceText(value), t.ToleranceHint, func(part *T, typed string) error {
		words := wordsIn(typed)
		switch {
		case len(words) == 0:
			set(part, nil)
			return nil
		case len(words) != 2:
			return sentence(fmt.Sprintf(t.TolerancePair, typed))
		}
		on, err := readSpan(words[0])
		if err != nil {
			return err
		}
		outer, err := readSpan(words[1])
		set(part, &model.Tolerance{OnTime: on, Outer: outer})
		return err
	})
}

// placed is the list with the entry at a place: in place of the one there, or put in there where it is new.
func placed[E any](list []E, at int, entry E, fresh bool) []E {
	list = slices.Clone(list)
	if fresh {
		return slices.Insert(list, at, entry)
	}
	list[at] = entry
	return list
}
