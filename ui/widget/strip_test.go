package widget

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"beatbook/model"
	"beatbook/ui/glyph"
	"beatbook/ui/theme"
)

func TestStrip(t *testing.T) {
	s := Strip{Halves: []int{46, 47, 0, 1}, Cell: 2, Most: 4}
	var counts model.HalfHours
	counts[46], counts[0], counts[1] = 1, 4, 2
	if got := s.Line(&glyph.ASCII, counts); got != "..  ##::" {
		t.Errorf("the line is %q", got)
	}
	if got := s.Hours(); got != "23  00" || s.Width() != 8 {
		t.Errorf("the hours are %q in %d cells", got, s.Width())
	}
	if got := ansi.Strip(strings.Join(s.Legend(look(theme.Mono, true)), ", ")); got != ".. 1, :: 2, ** 3, ## 4" {
		t.Errorf("the legend is %q", got)
	}
	none := Strip{}
	if none.Line(&glyph.ASCII, counts) != "" || none.Hours() != "" || none.Legend(look(theme.Mono, true)) != nil {
		t.Error("an empty strip is drawn")
	}
}

func TestFewCountsTakeTheLightestShades(t *testing.T) {
	s := Strip{Halves: []int{0}, Cell: 1, Most: 9}
	if got := ansi.Strip(strings.Join(s.Legend(look(theme.Mono, true)), ", ")); got != ".. 1-2, :: 3-4, ** 5-6, ## 7-9" {
		t.Errorf("the legend is %q", got)
	}
}

func TestTabs(t *testing.T) {
	tabs := Tabs{"点位", "Unit"}
	line := ansi.Strip(tabs.View(look(theme.Mono, true), 1))
	if line != "1 点位  2 Unit" {
		t.Fatalf("the line is %q", line)
	}
	for x, want := range map[int]int{0: 0, 5: 0, 6: -1, 7: -1, 8: 1, 13: 1, 14: -1} {
		got, ok := tabs.At(x)
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("at %d is %d, want %d", x, got, want)
		}
	}
}

func TestFlowBreaksNoFactThatFits(t *testing.T) {
	if got := strings.Join(Flow([]string{"made 5", "missed 2", "a long long fact"}, 16), "|"); got != "made 5  missed 2|a long long fact" {
		t.Errorf("the lines are %q", got)
	}
	if got := Flow([]string{"much too long", "on"}, 5); len(got) < 3 {
		t.Errorf("the lines are %q", got)
	}
}
