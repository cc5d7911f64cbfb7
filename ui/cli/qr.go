package cli

import (
	"fmt"
	"io"
	"math"
	"os"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
	"github.com/muesli/termenv"

	"beatbook/ui/glyph"
	screen "beatbook/ui/term"
	"beatbook/ui/widget"
)

// onBlack draws bright on black whatever the colours of the terminal are: a reader sees a negative otherwise.
const (
	onBlack = "\x1b[97;40m"
	asItWas = "\x1b[m"
)

// drawQR draws the code of a text, and writes what stands under it behind an empty line. On a terminal that is too small it is drawn all the same,
// since letters can be made smaller, and stderr says so.
func (p *program) drawQR(to io.Writer, text, under string) error {
	glyphs := glyph.For(p.ascii || savedSettings(folderOf(p.data)).ASCII || screen.ASCIIOnly())
	width, height, before, after := math.MaxInt, math.MaxInt, "", ""
	below := strings.Count(under, "\n") + len("\n") + 1 // the line where the cursor ends up
	if w, h, err := term.GetSize(os.Stdout.Fd()); err == nil && to == io.Writer(p.out) {
		width, height, before, after = w, h-below, onBlack, asItWas
		_, _ = termenv.EnableVirtualTerminalProcessing(termenv.NewOutput(os.Stdout)) // for consoles of Windows
	}
	rows, small := widget.QR(glyphs, text, width, height)
	if small != nil {
		var err error
		if rows, err = widget.QR(glyphs, text, math.MaxInt, math.MaxInt); err != nil {
			return err
		}
	}
	for _, row := range rows {
		if _, err := fmt.Fprintf(to, "%s%s%s\n", before, row, after); err != nil {
			return err
		}
	}
	if small != nil {
		if err := p.out.Flush(); err != nil {
			return err
		}
		p.tell(fmt.Sprintf(p.text.Trust.QRRoom, ansi.StringWidth(rows[0]), len(rows)+below))
	}
	_, err := fmt.Fprintf(to, "\n%s", under)
	return err
}
