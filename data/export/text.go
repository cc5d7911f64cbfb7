package export

import (
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// ellipsis ends a text that was cut.
const ellipsis = "…"

// clean makes text fit for HTML and XML: what these cannot hold becomes the replacement character, tabs and carriage
// returns a space. Line feeds stay.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t' || r == '\r':
			return ' '
		case unicode.IsControl(r) || r == 0xfffe || r == 0xffff:
			return utf8.RuneError
		}
		return r
	}, text)
}

// cutUnits cuts text behind a whole rune, so that with the ellipsis it has at most a limit of UTF-16 code units.
func cutUnits(text string, limit int) string {
	if len(text) <= limit { // no rune has fewer bytes than units
		return text
	}
	units, end := 0, 0
	for i, r := range text {
		if units < limit {
			end = i
		}
		if units += utf16.RuneLen(r); units > limit {
			return text[:end] + ellipsis
		}
	}
	return text
}
