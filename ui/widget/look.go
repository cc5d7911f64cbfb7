package widget

import (
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"

	"beatbook/ui/glyph"
	"beatbook/ui/theme"
)

// Look is how everything is drawn: styles and characters. Widgets get it when they are drawn, so a change of theme
// needs no change to them.
type Look struct {
	*theme.Styles
	Glyphs *glyph.Set
}

// Bar is a progress bar of exactly w cells. Its label stands at the right end; the ratio is from 0 to 1. Something that
// was begun shows at least one full cell, and only the whole fills the bar.
func (l Look) Bar(w int, ratio float64, label string) string {
	if label != "" {
		label = " " + label
	}
	cells := w - ansi.StringWidth(label)
	if cells < 1 {
		return FitLine(strings.TrimPrefix(label, " "), w, l.Glyphs.Ellipsis)
	}
	full := 0
	if ratio > 0 {
		full = min(max(int(min(ratio, 1)*float64(cells)), 1), cells)
	}
	if ratio < 1 && full == cells && cells > 1 {
		full--
	}
	return l.BarFull.Render(strings.Repeat(l.Glyphs.BarFull, full)) +
		l.BarEmpty.Render(strings.Repeat(l.Glyphs.BarEmpty, cells-full)) + label
}

// Box is the body, wrapped and clipped, in a border with a title, in exactly w×h cells. Below 4×3 there is no border.
func (l Look) Box(title, body string, w, h int) string {
	if w < 4 || h < 3 {
		return l.Text(body, w, h)
	}
	b := l.Glyphs.Border
	side := l.PanelBorder.Render(b.Left)
	lines := []string{l.topLine(title, w, b)}
	for _, line := range strings.Split(l.Text(body, w-2, h-2), "\n") {
		lines = append(lines, side+line+l.PanelBorder.Render(b.Right))
	}
	bottom := l.PanelBorder.Render(b.BottomLeft + strings.Repeat(b.Bottom, w-2) + b.BottomRight)
	return strings.Join(append(lines, bottom), "\n")
}

func (l Look) topLine(title string, w int, b lipgloss.Border) string {
	if title = Line(title); title != "" {
		title = " " + ansi.Truncate(title, max(w-4, 0), l.Glyphs.Ellipsis) + " "
	}
	rest := w - 2 - ansi.StringWidth(title)
	if rest < 0 {
		title, rest = "", w-2
	}
	return l.PanelBorder.Render(b.TopLeft) + l.PanelTitle.Render(title) +
		l.PanelBorder.Render(strings.Repeat(b.Top, rest)+b.TopRight)
}

// Text wraps and clips a text, styled or not, to exactly w×h cells. Where something is cut, it ends with an ellipsis.
func (l Look) Text(s string, w, h int) string {
	if w <= 0 || h <= 0 {
		return Fit("", w, h)
	}
	// No more than w×h cells and one can be seen: the rest need not be wrapped.
	lines := Wrap(ansi.Truncate(s, w*h+1, ""), w)
	if len(lines) > h {
		last := ansi.Truncate(lines[h-1], w-1, "")
		lines = append(lines[:h-1], last+l.Glyphs.Ellipsis)
	}
	return Fit(strings.Join(lines, "\n"), w, h)
}
