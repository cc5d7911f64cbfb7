package term

import (
	"errors"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"time"

	"github.com/charmbracelet/x/ansi"
	xterm "github.com/charmbracelet/x/term"
	"github.com/muesli/cancelreader"
)

// ErrMute says that the terminal did not tell where its cursor is.
var ErrMute = errors.New("the terminal does not answer")

// Width is how wide a text is by the program's reckoning, and on the terminal, in cells.
type Width struct {
	Text               string
	Reckoned, Measured int
}

// Wrong reports whether the terminal draws the text wider or narrower than the program reckons.
func (w Width) Wrong() bool { return w.Reckoned != w.Measured }

// CodePage is the code page of the console, 0 where there is none.
func CodePage() int { return int(outputCodePage()) }

// Size is that of the terminal in columns and lines. The error is the system's.
func Size(out *os.File) (columns, lines int, err error) { return xterm.GetSize(out.Fd()) }

// Measure writes each text on the terminal, asks for the place of the cursor behind it, and wipes it away again. The
// terminal is raw meanwhile, and as it was after it. The error is ErrMute where an answer does not come within the
// patience, or the system's.
func Measure(in, out *os.File, texts []string, patience time.Duration) (widths []Width, err error) {
	before, err := xterm.MakeRaw(in.Fd())
	if err != nil {
		return nil, fmt.Errorf("make the terminal raw: %w", err)
	}
	defer func() { err = errors.Join(err, xterm.Restore(in.Fd(), before)) }()
	keys, err := cancelreader.NewReader(in)
	if err != nil {
		return nil, fmt.Errorf("read the terminal: %w", err)
	}
	defer func() { err = errors.Join(err, keys.Close()) }()
	asked := cursorAsker{keys: keys, patience: patience}
	for _, text := range texts {
		if _, err := out.WriteString("\r" + text + ansi.RequestCursorPositionReport); err != nil {
			return nil, fmt.Errorf("write to the terminal: %w", err)
		}
		column, err := asked.column()
		if _, wiped := out.WriteString("\r" + ansi.EraseLineRight); err != nil || wiped != nil {
			return nil, errors.Join(err, wiped)
		}
		widths = append(widths, Width{text, ansi.StringWidth(text), column - 1})
	}
	return widths, nil
}

// cursorAsker reads what the terminal says of its cursor. Keys that are typed meanwhile are lost.
type cursorAsker struct {
	keys     cancelreader.CancelReader
	patience time.Duration
	got      []byte
}

// column is that of the next report.
func (a *cursorAsker) column() (int, error) {
	late := time.AfterFunc(a.patience, func() { a.keys.Cancel() })
	defer late.Stop()
	buffer := make([]byte, 256)
	for {
		column, rest, found := cursorColumn(a.got)
		if a.got = rest; found {
			return column, nil
		}
		n, err := a.keys.Read(buffer)
		if errors.Is(err, cancelreader.ErrCanceled) {
			return 0, ErrMute
		}
		if err != nil {
			return 0, fmt.Errorf("read the terminal: %w", err)
		}
		a.got = append(a.got, buffer[:n]...)
	}
}

var cursorReport = regexp.MustCompile(`\x1b\[\d+;(\d+)R`)

// cursorColumn finds the first report of the cursor's place; columns count from 1.
func cursorColumn(keys []byte) (column int, rest []byte, found bool) {
	at := cursorReport.FindSubmatchIndex(keys)
	if at == nil {
		return 0, keys, false
	}
	column, err := strconv.Atoi(string(keys[at[2]:at[3]]))
	return column, keys[at[1]:], err == nil
}
