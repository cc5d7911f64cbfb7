// Package theme holds all styles of the screens: one struct, built once for one renderer. Colour never stands alone:
// what it says is always in words too.
package theme

import (
	"io"
	"slices"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"beatbook/model"
	"beatbook/ui/term"
)

// Name names a theme.
type Name string

// The themes.
const (
	Day   Name = "day"   // colours that read on light and dark grounds
	Night Name = "night" // red on black and nothing bright, for eyes that must see in the dark
	Mono  Name = "mono"  // bold, underline and reverse only
)

// Names are all themes in the order in which one key goes through them.
var Names = []Name{Day, Night, Mono}

// Next is the theme after name, the first one after an unknown one.
func Next(name Name) Name {
	return Names[(slices.Index(Names, name)+1)%len(Names)]
}

// Start is the theme to begin with: Mono where the environment asks for no colours, else the wanted one, else Day.
func Start(wanted Name) Name {
	switch {
	case term.NoColor():
		return Mono
	case slices.Contains(Names, wanted):
		return wanted
	}
	return Day
}

// NewRenderer is a renderer for the terminal behind w. Where the environment asks for no colours it still does bold,
// underline and reverse, which lipgloss would drop as well.
func NewRenderer(w io.Writer) *lipgloss.Renderer {
	r := lipgloss.NewRenderer(w)
	if term.NoColor() {
		r.SetColorProfile(termenv.ANSI)
	}
	return r
}

// Styles are the styles of one theme on one renderer. None of them has margins, padding or borders.
type Styles struct {
	Name Name

	Title       lipgloss.Style // the bar at the top
	Label       lipgloss.Style // before a value
	Value       lipgloss.Style
	TableHeader lipgloss.Style
	Row         lipgloss.Style
	CursorRow   lipgloss.Style
	NextRow     lipgloss.Style // the call that is next
	Mark        lipgloss.Style // remarks of the judge
	Note        lipgloss.Style // what people wrote
	Hint        lipgloss.Style // what can be done
	Key         lipgloss.Style // a key in a help text
	Dim         lipgloss.Style
	Error       lipgloss.Style
	Warning     lipgloss.Style
	OK          lipgloss.Style
	PanelBorder lipgloss.Style
	PanelTitle  lipgloss.Style
	BarFull     lipgloss.Style
	BarEmpty    lipgloss.Style
	Input       lipgloss.Style // text in a field
	InputCursor lipgloss.Style // the cell of the cursor in the field with the focus
	Choice      lipgloss.Style // the chosen entry of a list

	states map[model.State]lipgloss.Style
	ground string // escape sequence of the screen's ground, empty where the terminal's own is used
}

// State is the style of a state of a call, the plain row for an unknown one.
func (s *Styles) State(state model.State) lipgloss.Style {
	if style, ok := s.states[state]; ok {
		return style
	}
	return s.Row
}

const (
	reset       = "\x1b[0m"
	underline   = "\x1b[4m"
	noUnderline = "\x1b[24m"
)

// Paint lays the ground of the theme under a finished frame, so that gaps between styled texts have it too.
func (s *Styles) Paint(frame string) string {
	if s.ground == "" {
		return frame
	}
	painted := strings.ReplaceAll(frame, reset, reset+s.ground)
	return s.ground + strings.ReplaceAll(painted, "\n", reset+"\n"+s.ground) + reset
}

// underlined draws the style with an underline. That of lipgloss styles character by character, which takes combining
// characters and flags apart and is slow.
func underlined(style lipgloss.Style) lipgloss.Style {
	if style.Bold(true).Render("x") == "x" {
		return style // the renderer is for a terminal that can do nothing
	}
	return style.Transform(func(s string) string {
		lines := strings.Split(s, "\n")
		for i, line := range lines {
			if line != "" {
				lines[i] = underline + line + noUnderline
			}
		}
		return strings.Join(lines, "\n")
	})
}

// New builds the styles of a theme, of Day where the name is unknown.
func New(r *lipgloss.Renderer, name Name) *Styles {
	switch name {
	case Night:
		return night(r)
	case Mono:
		return mono(r)
	}
	return day(r)
}
