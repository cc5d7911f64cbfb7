package theme

import (
	"github.com/charmbracelet/lipgloss"

	"beatbook/model"
)

// shade is a colour for terminals of all abilities, so that the coarse ones do not get a bright neighbour of it.
func shade(hex, of256, of16 string) lipgloss.CompleteColor {
	return lipgloss.CompleteColor{TrueColor: hex, ANSI256: of256, ANSI: of16}
}

// day uses tones of middle brightness on the terminal's own ground.
func day(r *lipgloss.Renderer) *Styles {
	plain := r.NewStyle()
	blue := plain.Foreground(shade("#1e82e6", "33", "4"))
	green := plain.Foreground(shade("#1f9a3c", "34", "2"))
	amber := plain.Foreground(shade("#c27a00", "172", "3"))
	red := plain.Foreground(shade("#e03c31", "160", "1"))
	violet := plain.Foreground(shade("#a65ad6", "134", "5"))
	grey := plain.Foreground(shade("#808080", "244", "8"))
	onBlue := plain.Background(shade("#1e5fa8", "25", "4")).Foreground(shade("#ffffff", "231", "15"))
	return &Styles{
		Name:        Day,
		Title:       onBlue.Bold(true),
		Label:       grey,
		Value:       plain.Bold(true),
		TableHeader: underlined(blue),
		Row:         plain,
		CursorRow:   plain.Reverse(true),
		NextRow:     blue.Bold(true),
		Mark:        violet,
		Note:        plain,
		Hint:        grey,
		Key:         blue.Bold(true),
		Dim:         grey,
		Error:       red.Bold(true),
		Warning:     amber.Bold(true),
		OK:          green.Bold(true),
		PanelBorder: grey,
		PanelTitle:  blue.Bold(true),
		BarFull:     green,
		BarEmpty:    grey,
		Input:       underlined(plain),
		InputCursor: plain.Reverse(true),
		Choice:      plain.Reverse(true),
		states: map[model.State]lipgloss.Style{
			model.Upcoming:    plain,
			model.Overdue:     amber.Bold(true),
			model.OnTime:      green,
			model.Early:       blue,
			model.Late:        amber,
			model.Missed:      red.Bold(true),
			model.SkippedCall: violet,
			model.NotRequired: grey,
			model.Kept:        green,
			model.Exceeded:    red.Bold(true),
		},
	}
}
