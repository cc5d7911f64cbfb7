package cli

import (
	"context"
	"fmt"
	"os"
	"unicode/utf8"

	"github.com/charmbracelet/x/term"

	"beatbook/ui/crash"
)

// The keys that mean something while a line is typed.
const (
	keyEndOfText   = 0x03 // Ctrl-C
	keyEndOfInput  = 0x04 // Ctrl-D
	keyBackspace   = 0x08
	keyForget      = 0x15 // Ctrl-U
	keyEscape      = 0x1b
	keyDelete      = 0x7f
	firstPrintable = ' '
)

// typedLine is a line that is being typed. The terminal is raw meanwhile: its own line editor knows of bytes only, and
// cannot be told that the program ends.
type typedLine struct {
	text  []byte
	ended bool // with Enter
	left  bool // without it
}

// take takes what the keyboard gave and returns what is behind the end of the line.
func (l *typedLine) take(keys []byte) (rest []byte) {
	for i := 0; i < len(keys); i++ {
		switch b := keys[i]; b {
		case '\r', '\n':
			l.ended = true
			rest = keys[i+1:]
			if b == '\r' && len(rest) > 0 && rest[0] == '\n' {
				rest = rest[1:] // of what was pasted
			}
			return rest
		case keyEndOfText, keyEndOfInput:
			l.left = true
			return nil
		case keyForget:
			l.text = nil
		case keyBackspace, keyDelete:
			_, size := utf8.DecodeLastRune(l.text)
			l.text = l.text[:len(l.text)-size]
		case keyEscape:
			i += sequenceLength(keys[i:]) - 1
		default:
			if b >= firstPrintable {
				l.text = append(l.text, b)
			}
		}
	}
	return nil
}

// sequenceLength is how many bytes of an arrow or function key come with its escape.
func sequenceLength(keys []byte) int {
	for i, b := range keys {
		if i > 1 && b >= '@' && b <= '~' || i == 1 && b != '[' && b != 'O' {
			return i + 1
		}
	}
	return len(keys)
}

// keyboard is the terminal that somebody sits at, nil where nobody does.
func (p *program) keyboard() *os.File {
	if f, ok := p.in.(*os.File); ok && term.IsTerminal(f.Fd()) {
		return f
	}
	return nil
}

// silence keeps what is typed off the terminal until it ends, also while nothing is asked for: who types a passphrase ahead
// types it blindly. Ctrl-C goes on to work.
func (p *program) silence() (end func()) {
	f := p.keyboard()
	if f == nil {
		return func() {}
	}
	before, err := term.GetState(f.Fd())
	if err != nil {
		return func() {}
	}
	silent := *before
	withoutEcho(&silent)
	_ = term.SetState(f.Fd(), &silent)
	return func() { _ = term.Restore(f.Fd(), before) }
}

// forgetTyped drops what was typed before it was asked for: it answers something else, as the rest of what was pasted does.
func (p *program) forgetTyped() {
	p.ahead = nil
	f := p.keyboard()
	if f == nil {
		return
	}
	if before, err := term.MakeRaw(f.Fd()); err == nil {
		dropInput(f)
		_ = term.Restore(f.Fd(), before)
	}
}

// typed asks for a line at the keyboard, which stands on the terminal only where it is shown. Whoever leaves instead, with
// Ctrl-C, ends the run: the error is context.Canceled.
func (p *program) typed(ctx context.Context, prompt string, shown bool) (string, error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	f := p.keyboard()
	before, err := term.MakeRaw(f.Fd())
	if err != nil {
		return "", fmt.Errorf("read the keyboard: %w", err)
	}
	defer func() {
		_ = term.Restore(f.Fd(), before)
		_, _ = fmt.Fprintln(p.errs)
	}()
	prompt += p.text.App.Colon
	_, _ = fmt.Fprint(p.errs, prompt)
	var line typedLine
	done := make(chan error, 1)
	go func() {
		defer crash.Catch(p.end)
		done <- p.typeLine(f, &line, func() {
			if shown {
				_, _ = fmt.Fprintf(p.errs, "\r%s%s \b", prompt, line.text)
			}
		})
	}()
	select {
	case <-ctx.Done():
		return "", ctx.Err()
	case err := <-done:
		if line.left {
			err = context.Canceled
		}
		return string(line.text), err
	}
}

// typeLine reads until the line has an end. What was typed ahead is kept for the next one.
func (p *program) typeLine(f *os.File, line *typedLine, changed func()) error {
	keys := p.ahead
	for {
		p.ahead = line.take(keys)
		changed()
		if line.ended || line.left {
			return nil
		}
		buffer := make([]byte, 256)
		n, err := f.Read(buffer)
		if err != nil {
			return fmt.Errorf("read the keyboard: %w", err)
		}
		keys = buffer[:n]
	}
}
