package widget

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Place lays a block over a frame with its top left cell at column x and line y, both from 0. The frame keeps its size.
// All lines of the block must be equally wide.
func Place(frame, block string, x, y int) string {
	lines := strings.Split(frame, "\n")
	for i, over := range strings.Split(block, "\n") {
		if at := y + i; at >= 0 && at < len(lines) {
			lines[at] = lay(lines[at], over, max(x, 0))
		}
	}
	return strings.Join(lines, "\n")
}

func lay(line, over string, x int) string {
	w := ansi.StringWidth(line)
	end := x + ansi.StringWidth(over)
	left := FitLine(line, min(x, w), "")
	if end >= w {
		return left + FitLine(over, w-min(x, w), "")
	}
	// A wide character that is cut in half leaves its cell empty.
	right := ansi.TruncateLeft(line, end, "")
	if ansi.StringWidth(right) > w-end {
		right = ansi.TruncateLeft(line, end+1, "")
	}
	gap := max(w-end-ansi.StringWidth(right), 0)
	return left + over + strings.Repeat(" ", gap) + right
}
