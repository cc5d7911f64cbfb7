package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"beatbook/data/export"
	"beatbook/ui/plain"
)

// underscores are what is written on.
const underscores = "________________"

// writeText writes a document as a page of plain text.
func (p *Paper) writeText(w io.Writer) error {
	doc := p.Document()
	if err := say(w, append([]string{doc.Title}, doc.Lines...)...); err != nil {
		return err
	}
	for _, s := range doc.Sections {
		if err := say(w, "", s.Title); err != nil {
			return err
		}
		if err := plain.Columns(w, textRows(s)); err != nil {
			return err
		}
	}
	for _, line := range p.signatures(doc) {
		if err := say(w, "", line); err != nil {
			return err
		}
	}
	return nil
}

func textRows(s export.Section) [][]string {
	var rows [][]string
	if s.Head != nil {
		rows = append(rows, slices.Clone(s.Head))
	}
	for _, cells := range s.Rows {
		row := make([]string, len(cells))
		for i, c := range cells {
			row[i] = c.Text
		}
		rows = append(rows, row)
	}
	return rows
}

func (p *Paper) signatures(doc export.Document) []string {
	var rows [][]string
	for _, who := range doc.Sign {
		rows = append(rows, []string{who + p.text.App.Colon + underscores, doc.Date + p.text.App.Colon + underscores})
	}
	var lines strings.Builder
	_ = plain.Columns(&lines, rows) // a builder takes everything
	return strings.Split(strings.TrimSuffix(lines.String(), "\n"), "\n")
}

func say(w io.Writer, lines ...string) error {
	for _, line := range lines {
		if _, err := fmt.Fprintln(w, plain.OneLine(line)); err != nil {
			return err
		}
	}
	return nil
}
