package widget

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"rsc.io/qr"

	"beatbook/ui/glyph"
)

const qrText = "BEATBOOK-HEAD-1 01JD0000000000000000000000 42"

// readQR gives the modules of drawn rows, true where dark, with the ground.
func readQR(t *testing.T, rows []string) [][]bool {
	t.Helper()
	var modules [][]bool
	for _, row := range rows {
		if strings.Trim(row, "# ") == "" {
			modules = append(modules, readASCII(row))
			continue
		}
		var upper, lower []bool
		for _, r := range row {
			upper = append(upper, r == ' ' || r == '▄')
			lower = append(lower, r == ' ' || r == '▀')
			if !strings.ContainsRune(" ▀▄█", r) {
				t.Fatalf("a row has %q", r)
			}
		}
		modules = append(modules, upper, lower)
	}
	return modules
}

func readASCII(row string) []bool {
	var line []bool
	for i := 0; i < len(row); i += 2 {
		line = append(line, row[i:i+2] == "  ")
	}
	return line
}

func TestQRIsTheCodeInItsGround(t *testing.T) {
	for name, set := range map[string]*glyph.Set{"half blocks": &glyph.Unicode, "ascii": &glyph.ASCII} {
		rows, err := QR(set, qrText, math.MaxInt, math.MaxInt)
		if err != nil {
			t.Fatal(err)
		}
		modules := readQR(t, rows)
		size := len(modules[0]) - 2*wideQuiet
		code := likeQR(t, size)
		for y := range size + 2*wideQuiet {
			for x := range size + 2*wideQuiet {
				if modules[y][x] != code.Black(x-wideQuiet, y-wideQuiet) {
					t.Fatalf("%s: the module at %d,%d is wrong", name, x, y)
				}
			}
		}
	}
}

// likeQR is the code of the text in that size with the most error correction.
func likeQR(t *testing.T, size int) *qr.Code {
	t.Helper()
	for _, level := range []qr.Level{qr.H, qr.Q, qr.M, qr.L} {
		if code, err := qr.Encode(qrText, level); err == nil && code.Size == size {
			return code
		}
	}
	t.Fatalf("no code has %d modules", size)
	return nil
}

func TestQRHasTheGroundThatFits(t *testing.T) {
	small, err := qr.Encode(qrText, qr.L)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ w, h, quiet int }{
		{math.MaxInt, math.MaxInt, 4}, {small.Size + 8, (small.Size + 9) / 2, 4}, {small.Size + 7, math.MaxInt, 3},
		{math.MaxInt, (small.Size + 7) / 2, 3}, {small.Size + 4, math.MaxInt, 2}, {math.MaxInt, (small.Size + 5) / 2, 2},
	} {
		rows, err := QR(&glyph.Unicode, qrText, c.w, c.h)
		if err != nil || len(rows) != (small.Size+2*c.quiet+1)/2 {
			t.Errorf("%+v: %d rows, %v", c, len(rows), err)
		}
		for _, row := range rows {
			if lipgloss.Width(row) != small.Size+2*c.quiet {
				t.Errorf("%+v: a row has %d cells", c, lipgloss.Width(row))
			}
		}
	}
	rows, err := QR(&glyph.ASCII, qrText, 2*small.Size+8, math.MaxInt)
	if err != nil || len(rows) != small.Size+4 || lipgloss.Width(rows[0]) != 2*small.Size+8 {
		t.Errorf("ascii: %d rows, %v", len(rows), err)
	}
}

func TestQRWithoutRoom(t *testing.T) {
	for _, c := range []struct {
		text string
		w, h int
	}{
		{qrText, 20, 100}, {qrText, 100, 10}, {qrText, 0, 0}, {qrText, -1, -1}, {strings.Repeat("夜", 3000), math.MaxInt, math.MaxInt},
	} {
		if rows, err := QR(&glyph.Unicode, c.text, c.w, c.h); !errors.Is(err, ErrQR) || rows != nil {
			t.Errorf("%.20q in %dx%d: %d rows, %v", c.text, c.w, c.h, len(rows), err)
		}
	}
}

// Less room than the tight code takes is none for any.
func TestTheTightestCode(t *testing.T) {
	for name, set := range map[string]*glyph.Set{"half blocks": &glyph.Unicode, "ascii": &glyph.ASCII} {
		tight, err := TightQR(set, qrText)
		if err != nil {
			t.Fatal(name, err)
		}
		w, h := lipgloss.Width(tight[0]), len(tight)
		if rows, err := QR(set, qrText, w, h); err != nil || !slices.Equal(rows, tight) {
			t.Errorf("%s: in its own room: %v", name, err)
		}
		for _, less := range [][2]int{{w - 1, h}, {w, h - 1}} {
			if _, err := QR(set, qrText, less[0], less[1]); !errors.Is(err, ErrQR) {
				t.Errorf("%s: in %v: %v", name, less, err)
			}
		}
	}
	if _, err := TightQR(&glyph.Unicode, strings.Repeat("夜", 3000)); !errors.Is(err, ErrQR) {
		t.Errorf("a text that is too long: %v", err)
	}
}
