package cli

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"beatbook/ui/plain"
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

// say prints a line, as several where the terminal is narrower.
func (p *program) say(format string, args ...any) error {
	for i, arg := range args {
		if s, ok := arg.(string); ok {
			args[i] = plain.OneLine(s)
		}
	}
	_, err := fmt.Fprintln(p.out, fit(fmt.Sprintf(format, args...), os.Stdout))
	return err
}

// json prints a value as indented JSON.
func (p *program) json(v any) error {
	e := json.NewEncoder(p.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// columns prints rows in columns of equal width, the last one as it is.
func (p *program) columns(rows [][]string) error { return plain.Columns(p.out, rows) }
