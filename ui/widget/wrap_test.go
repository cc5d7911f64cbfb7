package widget

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

func TestWrap(t *testing.T) {
	for name, c := range map[string]struct {
		text  string
		width int
		want  []string
	}{
		"no room":              {"text", 0, nil},
		"empty":                {"", 9, []string{""}},
		"as it is":             {"it fits  ", 9, []string{"it fits  "}},
		"its own lines":        {"one\n\ntwo", 9, []string{"one", "", "two"}},
		"a date is whole":      {"due by 2026-11-24 22:04", 12, []string{"due by", "2026-11-24", "22:04"}},
		"among Chinese":        {"限期自2026-11-24起", 12, []string{"限期自", "2026-11-24起"}},
		"a plate":              {"牌照 警A-12345 的车", 10, []string{"牌照 警", "A-12345 的", "车"}},
		"an id":                {"by 01KAH-7 and 01KAH-8", 14, []string{"by 01KAH-7 and", "01KAH-8"}},
		"Chinese fills a line": {"备注：路灯坏了，已报", 10, []string{"备注：路灯", "坏了，已报"}},
		"no comma in front":    {"路灯坏了吧，已报", 10, []string{"路灯坏了", "吧，已报"}},
		"wider than a line":    {"at 0123456789 now", 4, []string{"at", "0123", "4567", "89", "now"}},
		"behind an indent":     {"   0123456789", 5, []string{"01234", "56789"}},
		"the gap is dropped":   {"one   two", 4, []string{"one", "two"}},
		"styled":               {"\x1b[1m2026-11-24\x1b[0m 22:04", 12, []string{"\x1b[1m2026-11-24\x1b[0m", "22:04"}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := Wrap(c.text, c.width); !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestWrapLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("a1-:路灯，。（） \n"))).Draw(t, "text")
		width := rapid.IntRange(2, 12).Draw(t, "width")
		lines := Wrap(text, width)
		for _, line := range lines {
			if ansi.StringWidth(line) > width {
				t.Errorf("%q is wider than %d", line, width)
			}
		}
		squeezed := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if got := squeezed(strings.Join(lines, "")); got != squeezed(text) {
			t.Errorf("%q of %q", got, text)
		}
	})
}
