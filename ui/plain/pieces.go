package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Punctuation of wide characters that does not begin a line, and that does not end one.
const (
	neverFirst = "，。、；：？！）」』》"
	neverLast  = "（「『《"
)

// Pieces are the parts of a text, styled or not, between which a line may end: behind spaces and between wide characters. A
// date, a time, a plate, an id, a path or a flag is in one of them.
func Pieces(s string) (pieces []string) {
	begin, state, before := 0, byte(0), rune(0)
	for at := 0; at < len(s); {
		shown, width, length, next := ansi.DecodeSequence(s[at:], state, nil)
		if width > 0 {
			after, _ := utf8.DecodeRuneInString(shown)
			if before != 0 && mayPart(before, after) {
				pieces = append(pieces, s[begin:at])
				begin = at
			}
			before = after
		}
		at, state = at+length, next
	}
	return append(pieces, s[begin:])
}

func mayPart(before, after rune) bool {
	switch {
	case unicode.IsSpace(after), strings.ContainsRune(neverFirst, after), strings.ContainsRune(neverLast, before):
		return false
	case unicode.IsSpace(before):
		return true
	}
	return unicode.Is(unicode.Han, before) || unicode.Is(unicode.Han, after) || strings.ContainsRune(neverFirst, before)
}
