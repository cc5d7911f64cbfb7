package theme

import (
	"github.com/charmbracelet/lipgloss"

	"beatbook/model"
)

func mono(r *lipgloss.Renderer) *Styles {
	plain := r.NewStyle()
	bold, under, inverse := plain.Bold(true), underlined(plain), plain.Reverse(true)
	return &Styles{
		Name:        Mono,
		Title:       inverse,
		Label:       plain,
		Value:       bold,
		TableHeader: under,
		Row:         plain,
		CursorRow:   inverse,
		NextRow:     bold,
		Mark:        plain,
		Note:        plain,
		Hint:        plain,
		Key:         bold,
		Dim:         plain,
		Error:       bold.Reverse(true),
		Warning:     bold,
		OK:          bold,
		PanelBorder: plain,
		PanelTitle:  bold,
		BarFull:     bold,
		BarEmpty:    plain,
		Input:       under,
		InputCursor: inverse,
		Choice:      inverse,
		states: map[model.State]lipgloss.Style{
			model.Upcoming:    plain,
			model.Overdue:     underlined(bold),
			model.OnTime:      plain,
			model.Early:       plain,
			model.Late:        under,
			model.Missed:      underlined(bold),
			model.SkippedCall: plain,
			model.NotRequired: plain,
			model.Kept:        plain,
			model.Exceeded:    underlined(bold),
		},
	}
}
