package keymap

import (
	"github.com/charmbracelet/bubbles/key"

	"beatbook/ui/text"
)

// Report are the keys of the report screen.
type Report struct {
	Back     key.Binding // stops the adding up where that is under way
	Section  key.Binding // the one of that number
	Earlier  key.Binding
	Later    key.Binding
	Tonight  key.Binding
	Span     key.Binding // one night, or more of them
	Parts    key.Binding // by route or by unit
	Route    key.Binding // only the next one, and behind the last all
	Unit     key.Binding
	Export   key.Binding
	AddAgain key.Binding
}

func newReport(s *text.Strings) Report {
	r := &s.ReportPage
	return Report{
		Back:     bind("Esc", s.Keys.Back, "esc", "r", "ctrl+e"),
		Section:  bind("1-6", r.KeySection, "1", "2", "3", "4", "5", "6"),
		Earlier:  bind("Left", r.KeyEarlier, "left", "["),
		Later:    bind("Right", r.KeyLater, "right", "]"),
		Tonight:  bind("0", s.Keys.Tonight, "0"),
		Span:     bind("w/F2", r.KeySpan, "w", "f2"),
		Parts:    bind("Tab", r.KeyParts, "tab", "shift+tab"),
		Route:    bind("p/F3", r.KeyRoute, "p", "f3"),
		Unit:     bind("u/F4", r.KeyUnit, "u", "f4"),
		Export:   bind("e/F5", r.KeyExport, "e", "f5"),
		AddAgain: bind("Enter", r.KeyAddAgain, "enter"),
	}
}

// Bindings are all keys of the group, in the order of their use.
func (r Report) Bindings() []key.Binding {
	return []key.Binding{r.Back, r.Earlier, r.Later, r.Span, r.Section, r.Export, r.Tonight, r.Parts, r.Route, r.Unit, r.AddAgain}
}
