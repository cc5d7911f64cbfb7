package widget

import (
	"strings"
	"testing"
	"unicode"
)

func TestSafe(t *testing.T) {
	for in, want := range map[string]string{
		"":                                  "",
		"plain text":                        "plain text",
		"万达\r\n广场\r东\u2028门":                "万达\n广场\n东\n门",
		"a\tb\x00c\x07d\x7f\u0090e":         "a bcde",
		"\x1b[31mred\x1b[0m":                "red",
		"\x1b[38;2;1;2;3mred":               "red",
		"\x1b]0;title\x07text":              "text",
		"\x1b]8;;http://x\x1b\\link":        "link",
		"hidden \x1b]0;nothing is lost":     "hidden ]0;nothing is lost",
		"\x1bcreset":                        "creset",
		"\u009b31mred":                      "31mred",
		"\u202eabc\u202c\u2066\u2069\u200e": "abc",
		"bad \xff byte":                     "bad \ufffd byte",
		"👨\u200d👩 ❤\ufe0f می\u200cخواهم e\u0301": "👨\u200d👩 ❤\ufe0f می\u200cخواهم e\u0301",
		"\x1b\x1b[31m[31mx": "[31mx",
	} {
		if got := Safe(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestCleanDropsWhatTerminalsDrawDifferently(t *testing.T) {
	for in, want := range map[string]string{
		"👨\u200d👩":                          "👨👩",
		"❤\ufe0f 1\ufe0f":                   "❤ 1",
		"👍🏽":                                "👍",
		"zero\u200bwidth\ufeff\u00ad\u2060": "zerowidth",
		"tag\U000e0041":                     "tag",
		"e\u0301 한 万":                       "e\u0301 한 万",
		"two\nlines":                        "two\nlines",
	} {
		if got := Clean(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	if got := Line("a\nb\r\nc"); got != "a b c" {
		t.Errorf("%q", got)
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range samples {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, got := range []string{Safe(s), Clean(s)} {
			for _, r := range got {
				if r != '\n' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
					t.Errorf("%U got through: %q", r, got)
				}
			}
		}
		if Clean(Clean(s)) != Clean(s) {
			t.Errorf("%q is not clean at once", s)
		}
		if strings.Contains(Line(s), "\n") {
			t.Errorf("%q", Line(s))
		}
	})
}

func FuzzSize(f *testing.F) {
	for i, s := range samples {
		f.Add(s, uint8(i*5), uint8(i))
	}
	l := looks()[0]
	f.Fuzz(func(t *testing.T, s string, w, h uint8) {
		for name, block := range blocks(l, s, int(w), int(h)) {
			wantSize(t, name, block, int(w), int(h))
			wantTame(t, name, block)
		}
		for name, line := range oneLiners(l, s, int(w)) {
			wantSize(t, name, line, int(w), 1)
			wantTame(t, name, line)
		}
	})
}
