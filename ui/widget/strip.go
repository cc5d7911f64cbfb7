package widget

import (
	"fmt"
	"strings"

	"beatbook/model"
	"beatbook/ui/glyph"
)

// Strip draws counts by the half hours of the clock in shades.
type Strip struct {
	Halves []int // half hours that are drawn, in order, as indexes into model.HalfHours
	Cell   int   // cells of a half hour
	Most   int   // the count that the darkest shade stands for
}

// Width is that of the strip in cells.
func (s Strip) Width() int { return s.Cell * len(s.Halves) }

// Line is one row of the strip.
func (s Strip) Line(g *glyph.Set, counts model.HalfHours) string {
	var line strings.Builder
	for _, half := range s.Halves {
		line.WriteString(strings.Repeat(g.Shades[s.shade(counts[half])], s.Cell))
	}
	return line.String()
}

// shades is how many there are, nothing included.
const shades = len(glyph.Set{}.Shades)

// shade is the index of the shade for so many: each of the shades but the first stands for a part of the most.
func (s Strip) shade(n int) int {
	if n == 0 {
		return 0
	}
	steps := min(shades-1, s.Most)
	return (n*steps + s.Most - 1) / s.Most
}

// Hours are the hours above their first half hours, every second one where half hours are one cell wide.
func (s Strip) Hours() string {
	every := 2
	if s.Cell == 1 {
		every = 4
	}
	var line strings.Builder
	for i, half := range s.Halves {
		at := i * s.Cell
		if half%every == 0 && at+2 <= s.Width() {
			line.WriteString(strings.Repeat(" ", at-line.Len()) + fmt.Sprintf("%02d", half/2))
		}
	}
	return line.String()
}

// Legend says what numbers the shades stand for, a fact for each shade.
func (s Strip) Legend(l Look) []string {
	var words []string
	from := 1
	for n := 1; n <= s.Most; n++ {
		shade := s.shade(n)
		if n < s.Most && s.shade(n+1) == shade {
			continue
		}
		numbers := fmt.Sprint(n)
		if from < n {
			numbers = fmt.Sprintf("%d-%d", from, n)
		}
		words = append(words, l.BarFull.Render(strings.Repeat(l.Glyphs.Shades[shade], 2))+" "+l.Hint.Render(numbers))
		from = n + 1
	}
	return words
}
