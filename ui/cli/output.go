package cli

import (
	"bufio"
	"encoding/json"
	"fmt"
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// output is the buffered standard output.
type output struct{ *bufio.Writer }

// outputError is a failed write to the standard output.
type outputError struct{ error }

func (e *outputError) Unwrap() error { return e.error }

// Write tells its errors apart from those of files.
func (o *output) Write(b []byte) (int, error) {
	n, err := o.Writer.Write(b)
	if err != nil {
		err = &outputError{err}
	}
	return n, err
}

// say prints one line.
func (p *program) say(format string, args ...any) error {
	for i, arg := range args {
		if s, ok := arg.(string); ok {
			args[i] = oneLine(s)
		}
	}
	_, err := fmt.Fprintf(p.out, format+"\n", args...)
	return err
}

// json prints a value as indented JSON.
func (p *program) json(v any) error {
	e := json.NewEncoder(p.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// oneLine is a text of any origin as it can stand in one line of a terminal: what people wrote may hold line breaks, and
// what came from elsewhere anything.
func oneLine(s string) string {
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' }), " / ")
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			return ' '
		}
		return r
	}, s)
}

// columns prints rows in columns of equal width, the last one as it is.
func (p *program) columns(rows [][]string) error {
	widths := map[int]int{}
	for _, row := range rows {
		for i := range row {
			row[i] = oneLine(row[i])
			widths[i] = max(widths[i], ansi.StringWidth(row[i]))
		}
	}
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			line.WriteString(cell + strings.Repeat(" ", widths[i]-ansi.StringWidth(cell)+2))
		}
		if _, err := fmt.Fprintln(p.out, strings.TrimRight(line.String(), " ")); err != nil {
			return err
		}
	}
	return nil
}
