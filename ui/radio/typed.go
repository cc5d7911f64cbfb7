package radio

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"beatbook/ui/lookup"
)

// typed is a line with its letters folded and its blanks made one, so that it can be read, and where each byte of that
// stands in the line, so that what was read can be pointed at.
type typed struct {
	line string
	text string
	at   []int // one more than there are bytes in the text
}

func fold(line string) typed {
	t := typed{line: line, at: make([]int, 0, len(line)+1)}
	b := make([]byte, 0, len(line))
	for i, r := range line {
		r = lookup.FoldRune(r)
		if unicode.IsSpace(r) || unicode.IsControl(r) {
			if len(b) > 0 && b[len(b)-1] == ' ' {
				continue
			}
			r = ' '
		}
		b = utf8.AppendRune(b, r)
		for len(t.at) < len(b) {
			t.at = append(t.at, i)
		}
	}
	t.text, t.at = string(b), append(t.at, len(line))
	return t
}

// empty reports whether there is nothing but blanks.
func (t typed) empty() bool { return t.text == "" || t.text == " " }

// span is where a piece of the text stands in the line, without the blanks at its end.
func (t typed) span(from, to int) Span {
	for to > from && t.text[to-1] == ' ' {
		to--
	}
	return Span{t.at[from], t.at[to]}
}

// piece is a part of the folded text: a report, with the slash that makes it one, -1 where there is none.
type piece struct{ from, to, slash int }

// pieces are the reports of the line. A slash separates where it has a blank or an end of the line on both sides, and a
// full-width one always does: in 1/2 or 11/24 it does not.
func (t typed) pieces() []piece {
	var pieces []piece
	from, slash := 0, -1
	for i := range len(t.text) {
		if t.text[i] == '/' && (t.line[t.at[i]] != '/' || t.blank(i-1) && t.blank(i+1)) {
			if slash < 0 {
				slash = i
			}
			pieces = append(pieces, piece{from, i, slash})
			from, slash = i+1, i
		}
	}
	return append(pieces, piece{from, len(t.text), slash})
}

func (t typed) blank(i int) bool { return i < 0 || i >= len(t.text) || t.text[i] == ' ' }

// marks stand between words and mean nothing.
const marks = " ,、;:。"

func isMark(r rune) bool { return strings.ContainsRune(marks, r) }

// isGap reports whether a character as it is typed stands between words.
func isGap(r rune) bool { return unicode.IsSpace(r) || isMark(lookup.FoldRune(r)) }

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }
