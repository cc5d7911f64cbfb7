package radio

import (
	"slices"
	"strings"
	"unicode/utf8"

	"beatbook/model"
	"beatbook/ui/lookup"
)

// keyword is a fixed word of the line.
type keyword struct {
	text string
	role Role
	mode model.Mode
}

// keywords are those of both languages, the longer ones before those that they begin with.
var keywords = []keyword{
	{"步巡", ModeWord, model.Foot}, {"步", ModeWord, model.Foot}, {"foot", ModeWord, model.Foot}, {"f", ModeWord, model.Foot},
	{"车巡", ModeWord, model.Vehicle}, {"车", ModeWord, model.Vehicle}, {"vehicle", ModeWord, model.Vehicle},
	{"car", ModeWord, model.Vehicle}, {"v", ModeWord, model.Vehicle},
	{"跳过", SkipWord, ""}, {"skip", SkipWord, ""}, {"s", SkipWord, ""},
	{"出发", StartWord, ""}, {"出巡", StartWord, ""}, {"出", StartWord, ""}, {"start", StartWord, ""}, {"out", StartWord, ""},
	{"收队", EndWord, ""}, {"收班", EndWord, ""}, {"end", EndWord, ""}, {"in", EndWord, ""},
	{"收到", HeardWord, ""}, {"heard", HeardWord, ""}, {"在位", HeardWord, ""}, {"在", HeardWord, ""}, {"收", EndWord, ""},
	{"队员", CrewWord, ""}, {"crew", CrewWord, ""},
	{"备注", NoteMarker, ""}, {"note", NoteMarker, ""},
}

// quiet are the beginnings of the usual notes, which are often written without a blank before them.
var quiet = []string{"正常", "一切", "均", "都", "无", "平安", "安全"}

// keywordAt is the fixed word at a place and its end, if one of the roles stands there.
func (r *reader) keywordAt(at int, roles ...Role) (keyword, int, bool) {
	for _, k := range keywords {
		if !strings.HasPrefix(r.text[at:r.end], k.text) || !r.stands(k.text, at+len(k.text)) {
			continue
		}
		if slices.Contains(roles, k.role) {
			return k, at + len(k.text), true
		}
		break
	}
	return keyword{}, at, false
}

var anyRole = []Role{ModeWord, SkipWord, StartWord, EndWord, HeardWord, CrewWord, NoteMarker}

// stands reports whether a fixed word may end there: a Chinese one of several characters anywhere, one of a single
// character not before others that it may belong to, an English one where the word ends.
func (r *reader) stands(word string, end int) bool {
	next, _ := utf8.DecodeRuneInString(r.text[end:r.end])
	switch first, size := utf8.DecodeRuneInString(word); {
	case !isHan(first):
		return !lookup.Cuts(r.text, end) && (isHan(next) || r.open(end))
	case size < len(word):
		return true
	}
	return next < utf8.RuneSelf && next != '-' || r.delimited(end)
}

// open reports whether a word has ended there for certain.
func (r *reader) open(at int) bool {
	if at >= r.end {
		return true
	}
	next, _ := utf8.DecodeRuneInString(r.text[at:r.end])
	return isMark(next) || next == '+' || next == '@'
}

// delimited reports whether what follows does not belong to the word before it, though no blank may stand between them.
func (r *reader) delimited(at int) bool {
	if r.open(at) {
		return true
	}
	for _, q := range quiet {
		if strings.HasPrefix(r.text[at:r.end], q) {
			return true
		}
	}
	_, _, known := r.keywordAt(at, anyRole...)
	return known && !lookup.Cuts(r.text, at)
}
