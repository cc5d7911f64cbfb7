package export

import "math"

// Document is a report ready to be written down. Every word in it is in the language of its reader.
type Document struct {
	Lang     string // BCP 47: "zh-CN", "en"
	Title    string
	Lines    []string // below the title
	Sections []Section
	Sign     []string // what is to be signed: "Made by", one line each
	Date     string   // the word for the date beside each signature
}

// Section is a table under a heading. Without a head it is pairs of a label and a value, in a row as many as stand
// together. A section without rows is left out.
type Section struct {
	Title string
	Head  []string
	Rows  [][]Cell
	Drawn Drawing // beside the table or in place of it
	Of    int     // the column that is drawn, from 0; column 0 has the labels
}

// Drawing says how a section is drawn.
type Drawing int

// The drawings. Bars and Line are of rates, cells with Percent, and stand above the table.
const (
	Plain Drawing = iota
	Bars          // one for each row
	Line          // over the rows, which are nights in order; broken where there is no rate
	Heat          // every cell behind the first of its row is a count to be shaded, at most 48; stands in place of the table
)

// Format is what the value of a cell is.
type Format int

// The formats, with the type of the value.
const (
	Text    Format = iota // nil: the text is the value
	Number                // int
	Percent               // float64 from 0 to 1
	Hours                 // float64
	Length                // time.Duration
	Day                   // time.Time at midnight UTC
	Moment                // time.Time in the zone in which it is to be read
)

// rightAligned reports whether values of the format are compared digit by digit.
func (f Format) rightAligned() bool { return f == Number || f == Percent || f == Hours || f == Length }

// Cell is a value and how it is read. Where there is no value the text stands alone, which may be empty or a dash.
type Cell struct {
	Text   string
	Value  any
	Format Format
}

// Words is a cell of text.
func Words(text string) Cell { return Cell{Text: text} }

// rate is what Bars and Line draw, from 0 to 1; false where there is none.
func (c Cell) rate() (float64, bool) {
	rate, ok := c.Value.(float64)
	return min(max(rate, 0), 1), ok && !math.IsNaN(rate)
}

// drawnRate is the rate in the drawn column of a row.
func (s Section) drawnRate(row []Cell) (float64, bool) {
	if s.Of < 0 || s.Of >= len(row) {
		return 0, false
	}
	return row[s.Of].rate()
}

// columnFormats are, for each column of the table, the format of the first cell in it that is not text.
func (s Section) columnFormats() []Format {
	formats := make([]Format, len(s.Head))
	for _, row := range s.Rows {
		for i, c := range row[:min(len(row), len(formats))] {
			if formats[i] == Text {
				formats[i] = c.Format
			}
		}
	}
	return formats
}
