// Package glyph holds the characters that the screens are drawn with, in two sets. Each is one cell wide in every width
// engine, and none is an emoji.
package glyph

import "github.com/charmbracelet/lipgloss"

// Set is one way to draw.
type Set struct {
	Border    lipgloss.Border
	BarFull   string
	BarEmpty  string
	Cursor    string // before the row of the cursor
	Next      string // before the row that is next
	Check     string // done
	Cross     string // failed, missed
	Bullet    string
	Ellipsis  string // where text was cut
	Left      string
	Right     string
	Up        string
	Down      string
	Separator string // between the parts of one line
	Line      string // one cell of a horizontal rule

	Shades [5]string // from nothing to the most
	Levels [8]string // columns from the lowest to the highest
}

// Unicode is for terminals of today.
var Unicode = Set{
	Border:  lipgloss.NormalBorder(),
	BarFull: "█", BarEmpty: "░",
	Cursor: "›", Next: "»", Check: "✓", Cross: "×", Bullet: "•", Ellipsis: "…",
	Left: "←", Right: "→", Up: "↑", Down: "↓",
	Separator: "│", Line: "─",
	Shades: [5]string{" ", "░", "▒", "▓", "█"},
	Levels: [8]string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
}

// ASCII draws with 0x20 to 0x7e only.
var ASCII = Set{
	Border:  lipgloss.ASCIIBorder(),
	BarFull: "#", BarEmpty: ".",
	Cursor: ">", Next: "*", Check: "+", Cross: "x", Bullet: "-", Ellipsis: "~",
	Left: "<", Right: ">", Up: "^", Down: "v",
	Separator: "|", Line: "-",
	Shades: [5]string{" ", ".", ":", "*", "#"},
	Levels: [8]string{"_", ".", ",", "-", "=", "+", "*", "#"},
}

// For chooses the set.
func For(ascii bool) *Set {
	if ascii {
		return &ASCII
	}
	return &Unicode
}
