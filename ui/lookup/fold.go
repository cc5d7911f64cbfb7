package lookup

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// Fold evens out case and full-width letters, which an input method may leave on, and cuts the blanks off at the ends.
func Fold(s string) string { return strings.Map(FoldRune, strings.TrimSpace(s)) }

// FoldRune is Fold of one character.
func FoldRune(r rune) rune {
	if commonHan(r) {
		return r
	}
	if r >= utf8.RuneSelf {
		if folded := width.LookupRune(r).Folded(); folded != 0 {
			r = folded
		}
	}
	return unicode.ToLower(r)
}

// commonHan spares the tables for what is met most.
func commonHan(r rune) bool { return r >= 0x4e00 && r <= 0x9fff }

// kind is what a character can be a piece of that is not to be cut in two.
type kind int

const (
	none     kind = iota
	letters       // of a word in a script that has blanks between words
	digits        // of a number
	numerals      // of a number in Chinese
)

func kindOf(r rune) kind {
	switch r {
	case '〇', '零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百':
		return numerals
	}
	switch {
	case commonHan(r):
		return none
	case unicode.IsDigit(r):
		return digits
	case unicode.IsLetter(r) && !unicode.Is(unicode.Han, r):
		return letters
	}
	return none
}

// cut is what is cut in two at a place of a text, or none.
func cut(text string, at int) kind {
	if at <= 0 || at >= len(text) {
		return none
	}
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	if k := kindOf(before); k == kindOf(after) {
		return k
	}
	return none
}

// Cuts reports whether a place in a folded text lies within a word, a number or a Chinese number.
func Cuts(text string, at int) bool { return cut(text, at) != none }

// ends reports whether something that is named can end at a place of a text. A hyphen joins: horn-1 is not named in
// horn-1-b.
func ends(text string, at int) bool {
	if Cuts(text, at) {
		return false
	}
	if byteAt(text, at) != '-' {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at+1:])
	joined := func(r rune) bool { return kindOf(r) == letters || kindOf(r) == digits }
	return !joined(before) || !joined(after)
}
