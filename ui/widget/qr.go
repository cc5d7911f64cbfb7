package widget

import (
	"errors"
	"fmt"
	"strings"

	"rsc.io/qr"

	"beatbook/ui/glyph"
)

// ErrQR is the error of a QR code that has no room, or of a text that is too long for any.
var ErrQR = errors.New("no room for a QR code")

// The ground around a QR code, in modules: what the standard asks for, and what phones still read.
const (
	wideQuiet   = 4
	narrowQuiet = 2
)

// qrCells are the characters of two modules: one above the other by which of them are light, upper first; with ASCII a row
// of modules is a row of cells and a module two cells wide, as cells are about twice as high.
var (
	qrHalves = [2][2]string{{" ", "▄"}, {"▀", "█"}}
	qrASCII  = [2]string{"  ", "##"}
)

// QR is the code of a text as rows of one width, not more than w×h cells, with as much ground around it as fits. Light
// modules are filled and dark ones are left empty: draw the rows bright on dark, in any theme, or a reader sees a negative.
// Capitals, digits and " $%*+-./:" take the least room. The error is ErrQR.
func QR(g *glyph.Set, text string, w, h int) ([]string, error) {
	code, err := encodeQR(text)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrQR, err)
	}
	for quiet := wideQuiet; quiet >= narrowQuiet; quiet-- {
		size := code.Size + 2*quiet
		wide, high := size, (size+1)/2
		if g == &glyph.ASCII {
			wide, high = 2*size, size
		}
		if wide <= w && high <= h {
			return drawQR(code, quiet, g == &glyph.ASCII), nil
		}
	}
	return nil, ErrQR
}

// TightQR is the code as QR gives it with as little ground around it as phones read, whatever room it takes.
func TightQR(g *glyph.Set, text string) ([]string, error) {
	code, err := encodeQR(text)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrQR, err)
	}
	return drawQR(code, narrowQuiet, g == &glyph.ASCII), nil
}

// encodeQR makes the smallest code, with as much error correction as goes into it.
func encodeQR(text string) (*qr.Code, error) {
	smallest, err := qr.Encode(text, qr.L)
	if err != nil {
		return nil, err
	}
	for level := qr.H; level > qr.L; level-- {
		if code, err := qr.Encode(text, level); err == nil && code.Size == smallest.Size {
			return code, nil
		}
	}
	return smallest, nil
}

func drawQR(code *qr.Code, quiet int, ascii bool) []string {
	end := code.Size + quiet
	light := func(x, y int) int {
		if y >= end || code.Black(x, y) { // below the ground is the terminal's own dark
			return 0
		}
		return 1
	}
	step := 2
	if ascii {
		step = 1
	}
	var rows []string
	for y := -quiet; y < end; y += step {
		var row strings.Builder
		for x := -quiet; x < end; x++ {
			if ascii {
				row.WriteString(qrASCII[light(x, y)])
			} else {
				row.WriteString(qrHalves[light(x, y)][light(x, y+1)])
			}
		}
		rows = append(rows, row.String())
	}
	return rows
}
