package input_test

import (
	"slices"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/ui/term/input"
)

func runes(rs ...rune) tea.KeyMsg { return tea.KeyMsg{Type: tea.KeyRunes, Runes: rs} }

func TestFilterMendsKeys(t *testing.T) {
	enter := tea.KeyMsg{Type: tea.KeyEnter}
	for name, c := range map[string]struct {
		in   []tea.KeyMsg
		want []string
	}{
		"plain":                {[]tea.KeyMsg{runes('a'), enter}, []string{"a", "enter"}},
		"bare Ctrl":            {[]tea.KeyMsg{runes(0), runes('a')}, []string{"a"}},
		"halves":               {[]tea.KeyMsg{runes(0xd83d), runes(0xde00)}, []string{"😀"}},
		"halves together":      {[]tea.KeyMsg{runes('x', 0xd83d, 0xde00, 'y')}, []string{"x😀y"}},
		"halves around Ctrl":   {[]tea.KeyMsg{runes(0xd83d), runes(0), runes(0xde00)}, []string{"😀"}},
		"high half alone":      {[]tea.KeyMsg{runes(0xd83d), runes('a'), runes(0xde00)}, []string{"a"}},
		"high half, then key":  {[]tea.KeyMsg{runes(0xd83d), enter, runes(0xde00)}, []string{"enter"}},
		"low half alone":       {[]tea.KeyMsg{runes(0xde00)}, nil},
		"two characters":       {[]tea.KeyMsg{runes(0xd83d), runes(0xde00), runes(0xd83d), runes(0xde01)}, []string{"😀", "😁"}},
		"ctrl+@ is a real key": {[]tea.KeyMsg{{Type: tea.KeyCtrlAt}}, []string{"ctrl+@"}},
	} {
		filter := input.NewFilter()
		var got []string
		for _, k := range c.in {
			if msg := filter(nil, k); msg != nil {
				got = append(got, msg.(tea.KeyMsg).String())
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestFilterKeepsPasteAndAlt(t *testing.T) {
	in := tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("a"), Paste: true, Alt: true}
	if out := input.NewFilter()(nil, in).(tea.KeyMsg); !out.Paste || !out.Alt {
		t.Errorf("%+v", out)
	}
}

func TestFilterDropsMouseMotionOnly(t *testing.T) {
	filter := input.NewFilter()
	if filter(nil, tea.MouseMsg{Action: tea.MouseActionMotion, Button: tea.MouseButtonLeft}) != nil {
		t.Error("motion got through")
	}
	for _, msg := range []tea.Msg{
		tea.MouseMsg{Action: tea.MouseActionPress, Button: tea.MouseButtonLeft},
		tea.MouseMsg{Action: tea.MouseActionRelease},
		tea.MouseMsg{Action: tea.MouseActionPress, Button: tea.MouseButtonWheelDown},
		tea.WindowSizeMsg{Width: 80, Height: 24},
	} {
		if filter(nil, msg) != msg {
			t.Errorf("%#v was changed", msg)
		}
	}
}

func TestKeys(t *testing.T) {
	for _, c := range []struct {
		in   tea.KeyMsg
		want []string
	}{
		{runes('f'), []string{"f"}},
		{runes('a', 'b'), []string{"a", "b"}},
		{runes('ｆ', '？', '１'), []string{"f", "?", "1"}},
		{runes('万'), []string{"万"}},
		{tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("xy"), Alt: true}, []string{"alt+x", "alt+y"}},
		{tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("fff"), Paste: true}, nil},
		{tea.KeyMsg{Type: tea.KeySpace, Runes: []rune(" ")}, []string{" "}},
		{tea.KeyMsg{Type: tea.KeyF10}, []string{"f10"}},
		{tea.KeyMsg{Type: tea.KeyEnter, Alt: true}, []string{"alt+enter"}},
	} {
		if got := input.Keys(c.in); !slices.Equal(got, c.want) {
			t.Errorf("%+v: %q, want %q", c.in, got, c.want)
		}
	}
}
