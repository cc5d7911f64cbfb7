package export

import (
	"bufio"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
)

//go:embed report.html.tmpl
var pageSource string

var page = template.Must(template.New("report").Funcs(template.FuncMap{"clean": clean}).Parse(pageSource))

// HTML writes a document as one page that needs no network and no script and prints on A4. The error is that of w.
func HTML(w io.Writer, d Document) error {
	sections := make([]part, 0, len(d.Sections))
	for _, s := range d.Sections {
		if len(s.Rows) > 0 {
			sections = append(sections, newPart(s))
		}
	}
	buffered := bufio.NewWriter(w)
	err := page.Execute(buffered, struct {
		Document
		Parts []part
	}{d, sections})
	if err == nil {
		err = buffered.Flush()
	}
	if err != nil {
		return fmt.Errorf("write html: %w", err)
	}
	return nil
}

// part is a section as the page has it: with pairs, or with a table and what is drawn of it.
type part struct {
	Title string
	Class string // of the table
	Heat  bool
	Pairs []pair
	Head  []entry
	Rows  [][]entry
	Bars  []barChart
	Line  *lineChart
}

// entry is a cell, with the class that says how it is set.
type entry struct{ Text, Class string }

// pair is a label and its value.
type pair struct {
	Label, Value Cell
	Begins       bool // a line of pairs that stand together
}

// manyColumns is from how many columns on a table is set smaller.
const manyColumns = 8

func newPart(s Section) part {
	p := part{Title: s.Title}
	switch {
	case len(s.Head) == 0:
		p.Pairs = pairs(s.Rows)
		return p
	case s.Drawn == Heat:
		p.Heat, p.Class = true, heatClass(s)
	case len(s.Head) > manyColumns:
		p.Class = "many"
	}
	formats := s.columnFormats()
	for i, text := range s.Head {
		p.Head = append(p.Head, newEntry(text, formats[i]))
	}
	shade := func(Cell) string { return "" }
	if s.Drawn == Heat {
		shade = shades(s.Rows)
	}
	for _, row := range s.Rows {
		p.Rows = append(p.Rows, entries(row, formats, shade))
	}
	switch s.Drawn {
	case Bars:
		p.Bars = newBarCharts(s)
	case Line:
		p.Line = newLineChart(s)
	}
	return p
}

// entries are those of a row, which gets as many as the head has, or more.
func entries(row []Cell, formats []Format, shade func(Cell) string) []entry {
	list := make([]entry, max(len(row), len(formats)))
	for i, c := range row {
		format := c.Format
		if i < len(formats) {
			format = formats[i]
		}
		list[i] = newEntry(c.Text, format)
		if class := shade(c); i > 0 && class != "" {
			list[i].Class = class
			if c.Value == 0 {
				list[i].Text = ""
			}
		}
	}
	return list
}

// longWord is the length in bytes from which on a word may be divided, for else it would widen the table.
const longWord = 30

func newEntry(text string, column Format) entry {
	isLong := func(word string) bool { return len(word) >= longWord }
	switch {
	case slices.ContainsFunc(strings.Fields(text), isLong):
		return entry{text, "long"}
	case column.rightAligned():
		return entry{text, "number"}
	case column == Day || column == Moment:
		return entry{text, "time"}
	}
	return entry{text, ""}
}

func pairs(rows [][]Cell) []pair {
	var list []pair
	for _, row := range rows {
		for i := 0; i < len(row); i += 2 {
			p := pair{Label: row[i], Begins: i == 0 && len(row) > 2}
			if i+1 < len(row) {
				p.Value = row[i+1]
			}
			list = append(list, p)
		}
	}
	return list
}
