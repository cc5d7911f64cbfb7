package cli

import (
	"os"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"

	"beatbook/ui/plain"
)

// plainWidth is how many columns there are for what is read on a terminal, where the output is none.
const plainWidth = 80

// columnsOf is how many columns the terminal has, 0 where the file is none.
func columnsOf(f *os.File) int {
	if columns, _, err := term.GetSize(f.Fd()); err == nil {
		return max(columns, 0)
	}
	return 0
}

// fit is a text whose lines stay within the terminal, as it is where the file is none.
func fit(s string, f *os.File) string {
	columns := columnsOf(f)
	var lines []string
	for line := range strings.SplitSeq(s, "\n") {
		lines = append(lines, wrapped(line, columns)...)
	}
	return strings.Join(lines, "\n")
}

// wrapped are the lines of a text with at most width cells, indented as the text is; 0 is no limit. It is parted at spaces
// and between wide characters only: a path, a flag or a date can be copied in one piece, if need be from a line that is too
// long.
func wrapped(s string, width int) []string {
	body := strings.TrimLeft(s, " ")
	indent := s[:len(s)-len(body)]
	if room := width - len(indent); room > 0 {
		lines := []string{""}
		for _, piece := range plain.Pieces(body) {
			last := &lines[len(lines)-1]
			if *last != "" && ansi.StringWidth(*last+strings.TrimRight(piece, " ")) > room {
				lines = append(lines, piece)
				continue
			}
			*last += piece
		}
		for i, line := range lines {
			lines[i] = indent + strings.TrimRight(line, " ")
		}
		return lines
	}
	return []string{s}
}

// wrapLast gives rows whose last column stays within the width, with what is left of it in rows of its own below.
func wrapLast(rows [][]string, width int) (all [][]string) {
	heads := 0
	for _, row := range rows {
		if len(row) > 1 {
			heads = max(heads, ansi.StringWidth(row[0])+len("  "))
		}
	}
	for _, row := range rows {
		if len(row) < 2 {
			all = append(all, row)
			continue
		}
		head := row[0]
		for _, line := range wrapped(row[1], max(width-heads, plainWidth/3)) {
			all = append(all, []string{head, line})
			head = ""
		}
	}
	return all
}
