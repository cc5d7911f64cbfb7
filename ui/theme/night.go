package theme

import (
	"strings"

	"github.com/charmbracelet/lipgloss"

	"beatbook/model"
)

// night has no bold: many terminals draw it as the bright colour.
func night(r *lipgloss.Renderer) *Styles {
	black := shade("#000000", "16", "0")
	strong, middle, weak := shade("#c80000", "160", "1"), shade("#b40000", "160", "1"), shade("#960000", "124", "1")
	onBlack := r.NewStyle().Background(black)
	bright, plain, dim := onBlack.Foreground(strong), onBlack.Foreground(middle), onBlack.Foreground(weak)
	inverse := r.NewStyle().Background(strong).Foreground(black)
	return &Styles{
		Name:        Night,
		Title:       underlined(bright),
		Label:       dim,
		Value:       bright,
		TableHeader: underlined(dim),
		Row:         plain,
		CursorRow:   inverse,
		NextRow:     underlined(bright),
		Mark:        plain,
		Note:        plain,
		Hint:        dim,
		Key:         bright,
		Dim:         dim,
		Error:       bright.Reverse(true),
		Warning:     underlined(bright),
		OK:          bright,
		PanelBorder: dim,
		PanelTitle:  plain,
		BarFull:     plain,
		BarEmpty:    dim,
		Input:       underlined(bright),
		InputCursor: bright.Reverse(true),
		Choice:      inverse,
		states: map[model.State]lipgloss.Style{
			model.Upcoming:    plain,
			model.Overdue:     underlined(bright),
			model.OnTime:      plain,
			model.Early:       plain,
			model.Late:        bright,
			model.Missed:      bright.Reverse(true),
			model.SkippedCall: dim,
			model.NotRequired: dim,
			model.Kept:        plain,
			model.Exceeded:    bright.Reverse(true),
		},
		ground: opening(plain),
	}
}

// opening is the escape sequence with which the style begins.
func opening(s lipgloss.Style) string {
	before, _, _ := strings.Cut(s.Render("x"), "x")
	return before
}
