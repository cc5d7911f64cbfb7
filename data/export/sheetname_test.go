package export

import (
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

func TestSheetNames(t *testing.T) {
	names := newSheetNames()
	for _, c := range []struct{ title, want string }{
		{"逐夜", "逐夜"},
		{"逐夜", "逐夜 (2)"},
		{"By night", "By night"},
		{"BY NIGHT", "BY NIGHT (2)"},
		{"by night", "by night (3)"},
		{"history", "history (2)"},
		{"a:b\\c/d?e*f[g]h", "a b c d e f g h"},
		{"'quoted'", "quoted"},
		{"it's", "it's"},
		{" \n\t ", "10"},
		{strings.Repeat("x", 31), strings.Repeat("x", 31)},
		{strings.Repeat("x", 32), strings.Repeat("x", 30) + "…"},
		{strings.Repeat("X", 31), strings.Repeat("X", 26) + "… (2)"},
		{strings.Repeat("🚓", 16), strings.Repeat("🚓", 15) + "…"},
	} {
		if got := names.take(c.title); got != c.want {
			t.Errorf("%q: %q, want %q", c.title, got, c.want)
		}
	}
}

func FuzzSheetNames(f *testing.F) {
	for _, title := range []string{"", "逐夜", "History", "'a'", "[]:*?/\\", "\xff\x00", strings.Repeat("🚓", 31), strings.Repeat("ſ", 32), "… (2)"} {
		f.Add(title, strings.ToUpper(title))
	}
	f.Fuzz(func(t *testing.T, one, other string) {
		names := newSheetNames()
		for _, title := range []string{one, other, one, "history", other, ""} {
			name := names.take(title)
			if units := len(utf16.Encode([]rune(name))); name == "" || units > sheetNameUnits || !utf8.ValidString(name) {
				t.Errorf("%q: %q of %d units", title, name, units)
			}
			if strings.ContainsAny(name, "[]:*?/\\\n") || strings.HasPrefix(name, "'") || strings.HasSuffix(name, "'") {
				t.Errorf("%q: %q", title, name)
			}
		}
		file := excelize.NewFile()
		for i, name := range names {
			for _, before := range names[:i] {
				if strings.EqualFold(name, before) {
					t.Errorf("%q and %q", before, name)
				}
			}
			if _, err := file.NewSheet(name); err != nil {
				t.Error(err)
			}
		}
		if sheets := len(file.GetSheetList()); sheets < len(names) {
			t.Errorf("%d sheets of %q", sheets, names)
		}
	})
}
