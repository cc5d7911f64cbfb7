package dialog

import (
	"slices"
	"strings"

	"beatbook/ui/screen"
)

// restore puts into the fields what was typed there and neither sent nor given up.
func (f *Form) restore() {
	f.given = f.typed()
	for i, field := range f.Fields {
		if typed, kept := f.env.Drafts[screen.InForm(f.of, i)]; kept && !secret(field) {
			field.Fill(typed)
		}
	}
}

// typed are the values of the fields.
func (f *Form) typed() []string { return wordsOf(f.Fields, Field.Value) }

// keep has what was typed and chosen among the drafts, as far as it may be read. What is there already stays: it may have
// been given back by a form before this one.
func (f *Form) keep() {
	for i, field := range f.Fields {
		place := screen.InForm(f.of, i)
		if _, kept := f.env.Drafts[place]; secret(field) || !kept && field.Value() == f.given[i] {
			continue
		}
		f.env.Drafts[place] = field.Value()
	}
}

// Forget lets go of what was typed: it has been sent or given up.
func (f *Form) Forget() {
	for i := range f.Fields {
		delete(f.env.Drafts, screen.InForm(f.of, i))
	}
}

// giveUp closes the form. The texts that last stay for the next time.
func (f *Form) giveUp() {
	f.env.Close(f)
	for i, field := range f.Fields {
		if text := field.Value(); slices.Contains(f.Lasting, field) && text != f.given[i] && strings.TrimSpace(text) != "" {
			f.env.Drafts[screen.InForm(f.of, i)] = text
		}
	}
	if f.GivenUp != nil {
		f.GivenUp()
	}
}

// secret reports whether nobody may read what is typed into the field, nowhere.
func secret(field Field) bool {
	text, ok := field.(*Text)
	return ok && text.Secret
}
