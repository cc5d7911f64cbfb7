// Package widget holds the parts that screens are put together from. Each is drawn in exactly the cells it is given.
//
// What people wrote is drawn through Clean or Line; the widgets that take such text directly do it themselves and say so.
package widget

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"beatbook/ui/plain"
)

// Fit clips and pads a block of lines, styled or not, to exactly w×h cells.
func Fit(s string, w, h int) string {
	if h <= 0 {
		return ""
	}
	lines := strings.SplitN(s, "\n", h+1)
	fitted := make([]string, h)
	for i := range fitted {
		line := ""
		if i < len(lines) {
			line = lines[i]
		}
		fitted[i] = FitLine(line, w, "")
	}
	return strings.Join(fitted, "\n")
}

// FitLine clips and pads one line to exactly w cells. Where something is cut, it ends with the ellipsis.
func FitLine(s string, w int, ellipsis string) string {
	if w <= 0 {
		return ""
	}
	s = visible(s)
	width := ansi.StringWidth(s)
	if width > w {
		s = ansi.Truncate(s, w, ellipsis)
		width = ansi.StringWidth(s)
	}
	return s + strings.Repeat(" ", max(w-width, 0))
}

// visible replaces the characters that move the cursor and have no width.
func visible(s string) string {
	if !strings.ContainsAny(s, "\t\r\n\v\f\b") {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r == 0x1b || r >= 0x20 {
			return r
		}
		return ' '
	}, s)
}

// cutMiddle takes cells out of the middle of a line that is wider than w.
func cutMiddle(s string, w int, ellipsis string) string {
	width := ansi.StringWidth(s)
	if width <= w {
		return s
	}
	tail := max((w-ansi.StringWidth(ellipsis))/2, 0)
	end := ansi.TruncateLeft(s, width-tail, "")
	return ansi.Truncate(s, max(w-ansi.StringWidth(end), 0), ellipsis) + end
}

// fitRight is FitLine with the text at the right end.
func fitRight(s string, w int, ellipsis string) string {
	width := ansi.StringWidth(s)
	if width >= w {
		return FitLine(s, w, ellipsis)
	}
	return FitLine(strings.Repeat(" ", w-width)+s, w, ellipsis)
}

// Wrap breaks a text, styled or not, into lines of at most w cells, at spaces and between wide characters. A date, a time, a
// plate or an id stays in one piece; what is wider than a line is cut.
func Wrap(s string, w int) (lines []string) {
	if w <= 0 {
		return nil
	}
	for line := range strings.SplitSeq(s, "\n") {
		if ansi.StringWidth(line) <= w {
			lines = append(lines, line)
			continue
		}
		lines = append(lines, wrapLine(line, w)...)
	}
	return lines
}

func wrapLine(s string, w int) []string {
	lines, used := []string{""}, 0
	for _, piece := range plain.Pieces(s) {
		word := strings.TrimRight(piece, " ")
		if last := len(lines) - 1; used+ansi.StringWidth(word) > w {
			if strings.TrimSpace(lines[last]) == "" {
				lines = lines[:last]
			}
			lines, piece = append(lines, strings.Split(ansi.Hardwrap(word, w, true), "\n")...), piece[len(word):]
			used = ansi.StringWidth(lines[len(lines)-1])
		}
		lines[len(lines)-1] += piece
		used += ansi.StringWidth(piece)
	}
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return lines
}
