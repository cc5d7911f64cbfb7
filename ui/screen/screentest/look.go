package screentest

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"beatbook/ui/screen"
)

// T is what a test is told of failures by: a *testing.T, or one of rapid.
type T interface {
	Helper()
	Fatalf(format string, args ...any)
}

// Sees wants each of the texts in the view.
func Sees(t T, view string, texts ...string) {
	t.Helper()
	view = ansi.Strip(view)
	for _, s := range texts {
		if !strings.Contains(view, s) {
			t.Fatalf("%q is not to be seen:\n%s", s, view)
		}
	}
}

// SeesNot wants none of the texts in the view.
func SeesNot(t T, view string, texts ...string) {
	t.Helper()
	view = ansi.Strip(view)
	for _, s := range texts {
		if strings.Contains(view, s) {
			t.Fatalf("%q is to be seen:\n%s", s, view)
		}
	}
}

// NoLinesAndArrows wants none of the signs that a terminal without Unicode cannot draw.
func NoLinesAndArrows(t T, view string) {
	t.Helper()
	for _, r := range "│─┌┐└┘›»•→←↑↓█░▒▓…×✓" {
		SeesNot(t, view, string(r))
	}
}

// Fits wants the view exactly as large as asked, in cells. It returns the lines.
func Fits(t T, view string, width, height int) []string {
	t.Helper()
	lines := strings.Split(view, "\n")
	if len(lines) != height {
		t.Fatalf("%d lines in a window of %d×%d:\n%s", len(lines), width, height, ansi.Strip(view))
	}
	for i, line := range lines {
		if n := ansi.StringWidth(line); n != width {
			t.Fatalf("line %d has %d cells in a window of %d×%d: %q\n%s", i+1, n, width, height, ansi.Strip(line), ansi.Strip(view))
		}
	}
	return lines
}

// PageFits wants the page exactly as large as asked, with any cursor in its last line, where it is searched from.
func PageFits(t T, page screen.Page, width, height int) {
	t.Helper()
	Fits(t, page.View(), width, height)
	if x, y, ok := page.Cursor(); ok && (x < 0 || x >= width || y != height-1) {
		t.Fatalf("the cursor is at %d,%d in a window of %d×%d", x, y, width, height)
	}
}
