package cli

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func TestWrapped(t *testing.T) {
	for name, c := range map[string]struct {
		text  string
		width int
		want  []string
	}{
		"no limit":          {"as long as it is", 0, []string{"as long as it is"}},
		"empty":             {"", 10, []string{""}},
		"fits":              {"just fits!", 10, []string{"just fits!"}},
		"a flag is whole":   {"check --data and go", 9, []string{"check", "--data", "and go"}},
		"a date is whole":   {"写于 2026-11-24 前", 12, []string{"写于", "2026-11-24", "前"}},
		"too long a path":   {"in /a/very/long/path now", 8, []string{"in", "/a/very/long/path", "now"}},
		"between Chinese":   {"夜间巡逻签到", 8, []string{"夜间巡逻", "签到"}},
		"no comma in front": {"夜间巡逻，签到", 8, []string{"夜间巡", "逻，签到"}},
		"no quote at end":   {"夜间巡「逻」", 8, []string{"夜间巡", "「逻」"}},
		"the indent stays":  {"  one two", 6, []string{"  one", "  two"}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := wrapped(c.text, c.width); !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestFitKeepsLinesWhereThereIsNoTerminal(t *testing.T) {
	long := strings.Repeat("一句很长的话，", 20) + "\nand the second line"
	if got := fit(long, nil); got != long {
		t.Errorf("%q", got)
	}
}

func TestWrapLastKeepsTheColumns(t *testing.T) {
	got := wrapLast([][]string{{"title", ""}, nil, {"--flag", strings.Repeat("word ", 20)}}, 40)
	if len(got) != 2+4 || got[2][0] != "--flag" || got[3][0] != "" {
		t.Fatalf("%q", got)
	}
	for _, row := range got[2:] {
		if ansi.StringWidth(row[1]) > 40-len("--flag  ") {
			t.Errorf("%q is too wide", row)
		}
	}
}

func TestHelpFitsTheNarrowTerminal(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		var visit func(path []string)
		visit = func(path []string) {
			var out, errs bytes.Buffer
			if code := Main(append(path, "--help", "--lang", lang), strings.NewReader(""), &out, &errs); code != Done {
				t.Fatalf("%q: code %d: %s", path, code, &errs)
			}
			commands := false
			for line := range strings.Lines(out.String()) {
				line = strings.TrimRight(line, "\n")
				if ansi.StringWidth(line) > plainWidth {
					t.Errorf("%s %q is wider than %d cells: %s", lang, path, plainWidth, line)
				}
				switch {
				case line == "Commands:" || line == "命令：":
					commands = true
				case line == "":
					commands = false
				case commands && !strings.HasPrefix(line, "   "):
					visit(append(slices.Clone(path), strings.Fields(line)[0]))
				}
			}
		}
		visit(nil)
	}
}
