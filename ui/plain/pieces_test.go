package plain_test

import (
	"slices"
	"testing"

	"beatbook/ui/plain"
)

func TestPieces(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"empty":                    {"", []string{""}},
		"words":                    {"two  words", []string{"two  ", "words"}},
		"an indent":                {"  one", []string{"  ", "one"}},
		"a date, a time":           {"2026-11-24 22:04-23:10", []string{"2026-11-24 ", "22:04-23:10"}},
		"a date among Chinese":     {"自2026-11-24起", []string{"自", "2026-11-24", "起"}},
		"a plate":                  {"警A-12345", []string{"警", "A-12345"}},
		"punctuation stays behind": {"签到，好", []string{"签", "到，", "好"}},
		"a bracket stays in front": {"（好", []string{"（好"}},
		"style is of no width":     {"\x1b[1m签\x1b[0m，到", []string{"\x1b[1m签\x1b[0m，", "到"}},
		"a variant of a character": {"葛\U000E0100城", []string{"葛\U000E0100", "城"}},
		"an accent":                {"cafe\u0301 x", []string{"cafe\u0301 ", "x"}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := plain.Pieces(c.text); !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
