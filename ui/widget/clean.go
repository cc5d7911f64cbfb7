package widget

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// escapes are whole control sequences; a lone ESC loses only itself, so that no text can be hidden behind it.
var escapes = regexp.MustCompile(`\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b\n]*(\x07|\x1b\\)`)

// Safe is a text of any origin without what could steer a terminal or turn the order of its characters around: escape
// sequences, control characters and bidi controls. Line breaks become \n, tabs a space, broken UTF-8 the replacement
// character. All else stays, so the result may be stored.
func Safe(s string) string {
	if printable(s) {
		return s
	}
	s = strings.ToValidUTF8(s, string(unicode.ReplacementChar))
	if strings.ContainsRune(s, 0x1b) {
		s = escapes.ReplaceAllString(s, "")
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(safeRune, s)
}

// printable reports whether the text is printable ASCII.
func printable(s string) bool {
	for i := range len(s) {
		if s[i] < 0x20 || s[i] >= 0x7f {
			return false
		}
	}
	return true
}

func safeRune(r rune) rune {
	switch {
	case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' || r == '\u0085':
		return '\n'
	case r == '\t':
		return ' '
	case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r):
		return -1
	}
	return r
}

// Clean is a text of any origin, made fit to be drawn: Safe, and without the invisible characters about whose width
// terminals disagree (joiners, variation selectors, skin tones, other format characters). Line breaks stay.
func Clean(s string) string {
	if printable(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r >= utf8.RuneSelf && unclear(r) {
			return -1
		}
		return r
	}, Safe(s))
}

func unclear(r rune) bool {
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r) ||
		unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) || r >= 0x1f3fb && r <= 0x1f3ff
}

// Line is Clean on one line: line breaks become spaces.
func Line(s string) string { return strings.ReplaceAll(Clean(s), "\n", " ") }
