package export

import (
	"math"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/xuri/excelize/v2"
)

// The years of which Excel has dates for sure: the first ones of its calendar have a day that never was.
const firstYear, lastYear = 1901, 9999

// cell is a cell with its own type, or, where it has no value, with its text, set as the other cells of its column.
func (b *workbook) cell(c Cell, column Format) excelize.Cell {
	if value, ok := c.typed(); ok {
		return excelize.Cell{StyleID: b.styles.cells[c.Format], Value: value}
	}
	if column.rightAligned() {
		return styled(b.styles.rightText, c.Text)
	}
	return styled(b.styles.cells[Text], c.Text)
}

// styled is a cell of text; without text it has a style alone.
func styled(style int, text string) excelize.Cell {
	if text == "" {
		return excelize.Cell{StyleID: style}
	}
	return excelize.Cell{StyleID: style, Value: fitText(text)}
}

// fitText is text as a cell holds it.
func fitText(text string) string { return cutUnits(clean(text), excelize.TotalCellChars) }

// typed is the value of a cell as Excel has it; false where there is none that Excel could have.
func (c Cell) typed() (any, bool) {
	switch v := c.Value.(type) {
	case int:
		return v, c.Format == Number
	case float64:
		return v, (c.Format == Percent || c.Format == Hours) && !math.IsNaN(v) && !math.IsInf(v, 0)
	case time.Duration:
		return v, c.Format == Length && v >= 0
	case time.Time:
		return wallClock(v), (c.Format == Day || c.Format == Moment) && v.Year() >= firstYear && v.Year() <= lastYear
	}
	return nil, false
}

// wallClock is a moment as the clock showed it, for Excel knows no zones.
func wallClock(t time.Time) time.Time {
	year, month, day := t.Date()
	return time.Date(year, month, day, t.Hour(), t.Minute(), t.Second(), 0, time.UTC)
}

// padding is how much wider than its text a column is, in digits.
const padding = 3

// width is what a cell needs, in digits.
func (c Cell) width() int {
	width := textWidth(c.Text)
	if _, ok := c.typed(); ok && (c.Format == Day || c.Format == Moment) {
		width = max(width, len(numberFormats[c.Format])+padding)
	}
	return width
}

// textWidth is the width of the widest line of a text, in digits.
func textWidth(text string) int {
	width := 0
	for line := range strings.Lines(text) {
		width = max(width, ansi.StringWidth(clean(line)))
	}
	return width + padding
}
