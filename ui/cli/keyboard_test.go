package cli

import (
	"slices"
	"testing"

	"beatbook/data/seal"
)

func TestALineIsTypedAndEdited(t *testing.T) {
	for keys, want := range map[string]struct {
		text, rest  string
		ended, left bool
	}{
		"夜巡 one\rmore":                   {"夜巡 one", "more", true, false},
		"夜x\x7f巡\x7f\x7f一\n":             {"一", "", true, false},
		"\x7f\x08\r":                     {"", "", true, false},
		"one\r\ntwo\r\n":                 {"one", "two\r\n", true, false},
		"one\n\ntwo":                     {"one", "\ntwo", true, false},
		"wrong\x15right\r":               {"right", "", true, false},
		"a\x1b[A\x1b[3~\x1bOPb\tc\x01\r": {"abc", "", true, false},
		"secret\x03":                     {"secret", "", false, true},
		"\x04":                           {"", "", false, true},
		"not yet":                        {"not yet", "", false, false},
		"\x1b":                           {"", "", false, false},
	} {
		var line typedLine
		rest := line.take([]byte(keys))
		if string(line.text) != want.text || string(rest) != want.rest || line.ended != want.ended || line.left != want.left {
			t.Errorf("%q: %q, rest %q, ended %v, left %v", keys, line.text, rest, line.ended, line.left)
		}
	}
}

func FuzzTypedLine(f *testing.F) {
	f.Add([]byte("夜\x7f\x1b[A\x15\r"), []byte("\x03"))
	f.Fuzz(func(t *testing.T, first, second []byte) {
		var line typedLine
		if rest := line.take(first); len(rest) > 0 && !line.ended {
			t.Errorf("%q has a rest %q without an end", first, rest)
		}
		if !line.ended && !line.left {
			line.take(second)
		}
		if slices.ContainsFunc(line.text, func(b byte) bool { return b < ' ' }) {
			t.Errorf("%q", line.text)
		}
	})
}

func TestHeadsAmongWords(t *testing.T) {
	for content, want := range map[string][]string{
		"beatbook-head-1 a b\nc\n":                                       {"beatbook-head-1 a b\nc\n"},
		"At six:\r\n\r\nBEATBOOK-HEAD-1 a\r\nb\r\n\r\nBEATBOOK-HEAD-1 c": {"BEATBOOK-HEAD-1 a\nb", "BEATBOOK-HEAD-1 c"},
		"BEATBOOK-HEAD-1 a\nBEATBOOK-HEAD-1 c":                           {"BEATBOOK-HEAD-1 a\n", "BEATBOOK-HEAD-1 c"},
		"nothing":                                                        {"nothing"},
		"":                                                               {""},
	} {
		if got := headsIn(content); !slices.Equal(got, want) {
			t.Errorf("%q: %q", content, got)
		}
	}
}

func FuzzHeadsIn(f *testing.F) {
	f.Add("words\n\nBEATBOOK-HEAD-1 a\n\nbeatbook-head-1")
	f.Add("ſ BEATBOOK-HEAD-1 ß")
	f.Fuzz(func(t *testing.T, content string) {
		if texts := headsIn(content); len(texts) == 0 {
			t.Error("no text at all")
		}
	})
}

func TestGroupsAreReadBack(t *testing.T) {
	key, err := seal.NewDevice(ones{})
	if err != nil {
		t.Fatal(err)
	}
	text := key.SignHead(seal.Head{Seq: 12})
	for _, printed := range []string{forPaper(text), inGroups(text)} {
		if h, err := seal.ParseHead(printed); err != nil || h.Seq != 12 || h.Device != key.ID() {
			t.Errorf("%s: %+v, %v", printed, h, err)
		}
	}
}

// ones is a source of random that always gives the same.
type ones struct{}

func (ones) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = 1
	}
	return len(b), nil
}
