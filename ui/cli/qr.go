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

// drawQR draws the code of a text between what stands above it and, behind an empty line, what stands under it, which says
// the same for who cannot read the code. On a terminal that is too small it is drawn all the same, since letters can be
// made smaller, and stderr says so first.
func (p *program) drawQR(to io.Writer, above, text, under string) error {
	glyphs := glyph.For(p.ascii || savedSettings(folderOf(p.data)).ASCII || screen.ASCIIOnly())
	width, height, before, after := math.MaxInt, math.MaxInt, "", ""
	around := strings.Count(above+"\n"+under, "\n") + 1 // the line where the cursor ends up
	if w, h, err := term.GetSize(os.Stdout.Fd()); err == nil && to == io.Writer(p.out) {
		width, height, before, after = w, h-around, onBlack, asItWas
		_, _ = termenv.EnableVirtualTerminalProcessing(termenv.NewOutput(os.Stdout)) // for consoles of Windows
	}
	rows, small := widget.QR(glyphs, text, width, height)
	if small != nil {
		var err error
		if rows, err = widget.TightQR(glyphs, text); err != nil {
			return err
		}
		if err := p.out.Flush(); err != nil {
			return err
		}
		p.tell(fmt.Sprintf(p.text.Trust.QRRoom, ansi.StringWidth(rows[0]), len(rows)+around))
	}
	code := ""
	for _, row := range rows {
		code += before + row + after + "\n"
	}
	_, err := io.WriteString(to, above+code+"\n"+under)
	return err
}
