package text

import (
	"cmp"
	"fmt"
	"strings"

	"beatbook/model"
)

// word looks a word up; what is not known, from a newer version, stands for itself.
func word[K ~string](words map[K]string, k K) string {
	if w, ok := words[k]; ok {
		return w
	}
	return string(k)
}

// Filled is the format with the value, nothing where there is no value.
func Filled(format, value string) string {
	if value == "" {
		return ""
	}
	return fmt.Sprintf(format, value)
}

// Sentences are sentences one behind the other, in one line. Behind the full stop of Chinese there is no space, and an
// empty one is none.
func Sentences(sentences ...string) string {
	var all string
	for _, s := range sentences {
		if all != "" && s != "" && !strings.HasSuffix(all, "。") {
			all += " "
		}
		all += s
	}
	return all
}

// State is the state of a call in words.
func (s *Strings) State(state model.State) string { return word(s.Words.States, state) }

// Mark is a mark in words.
func (s *Strings) Mark(mark model.Mark) string { return word(s.Words.Marks, mark) }

// Marks are marks in words, in one line.
func (s *Strings) Marks(marks []model.Mark) string {
	words := make([]string, len(marks))
	for i, m := range marks {
		words[i] = s.Mark(m)
	}
	return strings.Join(words, s.App.ListJoin)
}

// Made is how many calls were made of those due, or how many checkpoints were kept to an interval plan.
func (s *Strings) Made(p model.Progress) string {
	if p.Places > 0 {
		return fmt.Sprintf(s.Patrol.Kept, p.Kept, p.Places)
	}
	return fmt.Sprintf(s.Patrol.Made, p.Made, p.Due)
}

// Mode is on foot or by vehicle.
func (s *Strings) Mode(mode model.Mode) string { return word(s.Words.Modes, mode) }

// Outcome is a kind of counted work of the rule book.
func (s *Strings) Outcome(kind model.OutcomeKind) string { return word(s.Words.Outcomes, kind) }

// PlaceKind is the kind of a checkpoint.
func (s *Strings) PlaceKind(kind model.PlaceKind) string { return word(s.Words.Places, kind) }

// UnitKind is the kind of a unit.
func (s *Strings) UnitKind(kind model.UnitKind) string { return word(s.Words.Units, kind) }

// RecordKind is what a record tells, in a general word where this version does not know it.
func (s *Strings) RecordKind(kind model.Kind) string {
	if w, ok := s.Words.Records[kind]; ok {
		return w
	}
	return s.Words.OtherRecord
}

// Refusal says what was refused and what to do.
func (s *Strings) Refusal(r *model.Refusal) string {
	sentence, ok := s.Words.Refusals[r.Code]
	if missing, must := s.Words.Missing[r.Code]; must && r.Subject == "" {
		return missing
	}
	if !ok {
		return fmt.Sprintf(s.Errors.Unexpected, r)
	}
	return strings.ReplaceAll(sentence, "{s}", cmp.Or(r.Name.In(s.Lang), r.Subject))
}
