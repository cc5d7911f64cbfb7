// Package export writes what is stored for other programs. It knows no language: heads and words come from the caller.
package export

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// byteOrderMark is what spreadsheet programs tell UTF-8 by.
const byteOrderMark = "\ufeff"

// formulaStarts are the first characters that make a spreadsheet program take a cell for a formula, or that it drops
// before one. The full-width forms count where an East Asian language is set.
const formulaStarts = "=+-@\t\r\n＝＋－＠"

// CSV writes a table that spreadsheet programs open rightly: UTF-8 with a byte order mark, lines ending in CRLF, every
// cell text. It is buffered; Flush when all is written.
type CSV struct {
	to    io.Writer
	lines *csv.Writer
	begun bool
}

// NewCSV is a table that goes to w, which gets nothing before the first row.
func NewCSV(w io.Writer) *CSV {
	lines := csv.NewWriter(w)
	lines.UseCRLF = true
	return &CSV{to: w, lines: lines}
}

// Write adds a row.
func (c *CSV) Write(cells ...string) error {
	if !c.begun {
		c.begun = true
		if _, err := io.WriteString(c.to, byteOrderMark); err != nil {
			return fmt.Errorf("write csv: %w", err)
		}
	}
	guarded := make([]string, len(cells))
	for i, cell := range cells {
		guarded[i] = guard(cell)
	}
	if err := c.lines.Write(guarded); err != nil {
		return fmt.Errorf("write csv: %w", err)
	}
	return nil
}

// Flush hands over what is buffered.
func (c *CSV) Flush() error {
	c.lines.Flush()
	if err := c.lines.Error(); err != nil {
		return fmt.Errorf("write csv: %w", err)
	}
	return nil
}

// guard keeps a cell from being run as a formula: an apostrophe in front makes it text.
func guard(cell string) string {
	cell = strings.ToValidUTF8(cell, "\ufffd")
	if first, size := utf8.DecodeRuneInString(cell); size > 0 && strings.ContainsRune(formulaStarts, first) {
		return "'" + cell
	}
	return cell
}
