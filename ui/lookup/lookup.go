// Package lookup finds what somebody means who names something of the plan: by its id, its number in the route, its whole
// name or a part of a name, in either language, whatever the case and the width of the letters.
package lookup

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"beatbook/model"
)

// Entry is something that can be named.
type Entry struct {
	ID     string
	Name   model.Name
	Number int // in the route, from 1; 0: none
}

// List is a list of entries that is ready to be looked through. It is never changed and may be shared.
type List struct{ items []item }

// item is an entry with its id and names folded.
type item struct {
	Entry
	forms [3]string
}

// NewList prepares the entries. One that stands in it more than once counts once.
func NewList(entries []Entry) *List {
	l := &List{items: make([]item, len(entries))}
	for i, e := range entries {
		l.items[i] = item{e, [3]string{Fold(e.ID), Fold(e.Name.ZH), Fold(e.Name.EN)}}
	}
	return l
}

// All are the entries of the list in its order, each id once.
func (l *List) All() []Entry { return l.that(func(*item) bool { return true }) }

// Find is what the word names: by id, else by number, else by a whole name, else by a part of a name that neither begins
// within a word nor cuts a number in two. More than one entry: it is ambiguous.
func (l *List) Find(word string) []Entry {
	wanted := Fold(word)
	if wanted == "" {
		return nil
	}
	for _, fits := range []func(*item) bool{
		func(i *item) bool { return i.ID == word },
		func(i *item) bool { return i.Number > 0 && strconv.Itoa(i.Number) == wanted },
		func(i *item) bool { return slices.Contains(i.forms[:], wanted) },
		func(i *item) bool { return i.part(wanted, false) == len(wanted) },
	} {
		if found := l.that(fits); len(found) > 0 {
			return found
		}
	}
	return nil
}

// Offers are the entries that somebody may mean who has begun to type: those whose number begins so, or a word of whose id
// or names does.
func (l *List) Offers(begun string) []Entry {
	wanted := Fold(begun)
	return l.that(func(i *item) bool {
		return wanted == "" || i.part(wanted, false) == len(wanted) || i.Number > 0 && strings.HasPrefix(strconv.Itoa(i.Number), wanted)
	})
}

// Beginning is what a text begins with.
type Beginning struct {
	Found  []Entry // more than one: it is ambiguous
	Length int     // bytes of the text that name them; 0: it names nothing
	Whole  bool    // an id or a whole name
}

// Begins says what a folded text begins with: the longest id or whole name, else the longest part of names, as Find takes
// it. With words a part ends where a word of the name ends.
func (l *List) Begins(text string, words bool) Beginning {
	if b := l.longest(func(i *item) int { return i.whole(text) }); b.Length > 0 {
		b.Whole = true
		return b
	}
	return l.longest(func(i *item) int { return i.part(text, words) })
}

func (l *List) longest(length func(*item) int) Beginning {
	longest, fits := 0, []*item(nil)
	for k := range l.items {
		n := length(&l.items[k])
		if n > longest {
			longest, fits = n, fits[:0]
		}
		if n > 0 && n == longest {
			fits = append(fits, &l.items[k])
		}
	}
	return Beginning{Found: once(fits), Length: longest}
}

// that are the entries that fit, each id once.
func (l *List) that(fits func(*item) bool) []Entry {
	var found []*item
	for k := range l.items {
		if fits(&l.items[k]) {
			found = append(found, &l.items[k])
		}
	}
	return once(found)
}

func once(items []*item) []Entry {
	var entries []Entry
	seen := make(map[string]bool, len(items))
	for _, i := range items {
		if !seen[i.ID] {
			seen[i.ID] = true
			entries = append(entries, i.Entry)
		}
	}
	return entries
}

// whole is how many bytes of the text are the longest form of the item that it begins with.
func (i *item) whole(text string) int {
	longest := 0
	for _, form := range i.forms {
		if len(form) > longest && strings.HasPrefix(text, form) && ends(text, len(form)) {
			longest = len(form)
		}
	}
	return longest
}

// part is how many bytes of the text are the longest part of a form of the item that it begins with.
func (i *item) part(text string, words bool) int {
	longest := 0
	for _, form := range i.forms {
		longest = max(longest, longestPart(form, text, words))
	}
	return longest
}

func longestPart(form, text string, words bool) int {
	_, size := utf8.DecodeRuneInString(text)
	first, longest := text[:size], 0
	for at := strings.Index(form, first); at >= 0 && size > 0; {
		if cut(form, at) == none {
			longest = max(longest, partAt(form, at, text, words, longest))
		}
		next := strings.Index(form[at+size:], first)
		if next < 0 {
			break
		}
		at += size + next
	}
	return longest
}

// partAt is how long the part is that stands at a place of the form, if it is longer than so many bytes.
func partAt(form string, at int, text string, words bool, longer int) int {
	for n := common(form[at:], text); n > longer; n-- {
		if !utf8.RuneStart(byteAt(text, n)) || text[n-1] == ' ' || text[n-1] == '-' || !ends(text, n) {
			continue
		}
		if c := cut(form, at+n); c == none || c == letters && !words {
			return n
		}
	}
	return 0
}

// common is how many bytes two texts have in common at their beginning.
func common(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func byteAt(s string, i int) byte {
	if i < len(s) {
		return s[i]
	}
	return 0
}
