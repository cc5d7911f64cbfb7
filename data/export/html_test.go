package export_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"beatbook/data/export"
)

var update = flag.Bool("update", false, "write the pages in testdata anew")

func html(t testing.TB, d export.Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := export.HTML(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestHTMLPages(t *testing.T) {
	for name, w := range map[string]words{"report-zh": chinese, "report-en": english} {
		t.Run(name, func(t *testing.T) {
			got, path := html(t, sample(w, 10, 2, 2)), filepath.Join("testdata", name+".golden")
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("got\n%s\nIf it is right: go test ./data/export -run HTMLPages -update", got)
			}
		})
	}
}

func TestHTMLStandsAlone(t *testing.T) {
	got := html(t, sample(chinese, 40, 40, 60))
	for _, outside := range []string{"http:", "https:", "//", "src=", "href", "url(", "@import", "<script", "<link", "<img"} {
		if strings.Contains(got, outside) {
			t.Errorf("%q in the page", outside)
		}
	}
	for _, part := range []string{
		`<html lang="zh-CN">`, `<meta charset="utf-8">`, "<title>夜间巡逻报告</title>", `content="default-src 'none'; style-src 'unsafe-inline'"`,
		"size: A4", "display: table-header-group",
	} {
		if !strings.Contains(got, part) {
			t.Errorf("no %q in the page", part)
		}
	}
}

// hostile are texts that may come from anywhere.
var hostile = []string{
	"<script>alert(1)</script>", `"><img onerror=x>`, "'';!--\"<XSS>=&{()}", "</title></style></svg><b>", "\u202eevil\u200f", "a\x00b", "c\xffd\xc3",
	"{{.Title}}", "<!--", "-->", "]]>", "\x1b[31m", "\ufffe",
}

// texted is the sample with another text in every place.
func texted(text string) export.Document {
	d := sample(english, 12, 12, 12)
	d.Title, d.Lines, d.Sign, d.Date = text, []string{text, text}, []string{text, text}, text
	for i := range d.Sections {
		s := &d.Sections[i]
		s.Title = text
		for j := range s.Head {
			s.Head[j] = text
		}
		for _, row := range s.Rows {
			for j := range row {
				row[j].Text = text
			}
		}
	}
	return d
}

func TestHTMLKeepsTextFromBecomingMarkup(t *testing.T) {
	tags := regexp.MustCompile(`<[^>]*>`)
	want := tags.FindAllString(html(t, texted("harmless")), -1)
	for _, text := range hostile {
		got := html(t, texted(text))
		if !slices.Equal(tags.FindAllString(got, -1), want) {
			t.Errorf("%q changes the markup", text)
		}
		if !utf8.ValidString(got) || strings.ContainsFunc(got, func(r rune) bool { return r != '\n' && unicode.IsControl(r) }) {
			t.Errorf("%q leaves what is no text", text)
		}
	}
	d := sample(english, 1, 1, 1)
	d.Lang = `"><script>`
	if got := html(t, d); strings.Contains(got, "<script") {
		t.Error("the language becomes markup")
	}
}

func TestHTMLHeatWritesEveryCountButZero(t *testing.T) {
	d := export.Document{Sections: []export.Section{{
		Head: []string{"place", "22:00", "22:30", "23:00"}, Drawn: export.Heat,
		Rows: [][]export.Cell{{export.Words("plaza"), number(0), number(1), number(1234)}, {export.Words("market"), number(-1)}},
	}}}
	got := html(t, d)
	want := `<tr><th scope="row">plaza</th><td class="shade0"></td><td class="shade1">1</td><td class="shade5">1234</td></tr>` + "\n" +
		`<tr><th scope="row">market</th><td class="shade0">-1</td><td></td><td></td></tr>`
	if !strings.Contains(got, want) {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestHTMLHeatTurnsCountsTooLongForTheirColumns(t *testing.T) {
	d := sample(english, 1, 1, 60)
	for _, c := range []struct {
		count int
		class string
	}{{99, `<table class="heat">`}, {100, `<table class="heat tall">`}} {
		d.Sections[3].Rows[0][1] = number(c.count)
		if !strings.Contains(html(t, d), c.class) {
			t.Errorf("%d: no %s", c.count, c.class)
		}
	}
}

func TestHTMLLineBreaksWhereThereIsNoRate(t *testing.T) {
	rows := func(cells ...export.Cell) (rows [][]export.Cell) {
		for i, c := range cells {
			rows = append(rows, []export.Cell{day(i), c})
		}
		return rows
	}
	none := export.Words("-")
	for name, c := range map[string]struct {
		rows        [][]export.Cell
		lines, dots int
	}{
		"whole":   {rows(percent(1), percent(0.5), percent(0)), 1, 3},
		"broken":  {rows(percent(1), percent(0.5), none, percent(0), percent(1)), 2, 4},
		"alone":   {rows(none, percent(0.5), none), 0, 1},
		"single":  {rows(percent(0.5)), 0, 1},
		"nowhere": {rows(none, none), 0, 0},
		"ragged":  {[][]export.Cell{{day(0)}, {}, {day(2), percent(1)}}, 0, 1},
	} {
		got := html(t, export.Document{Sections: []export.Section{{Head: []string{"night", "rate"}, Rows: c.rows, Drawn: export.Line, Of: 1}}})
		if lines, dots := strings.Count(got, "<polyline"), strings.Count(got, "<circle"); lines != c.lines || dots != c.dots {
			t.Errorf("%s: %d lines and %d dots, want %d and %d", name, lines, dots, c.lines, c.dots)
		}
	}
}

func TestHTMLDrawsNoColumnThatIsNotThere(t *testing.T) {
	for _, drawn := range []export.Drawing{export.Bars, export.Line, export.Heat} {
		for _, of := range []int{-1, 9} {
			s := export.Section{Head: []string{"a"}, Rows: [][]export.Cell{{}, {export.Words("b"), percent(1)}}, Drawn: drawn, Of: of}
			if got := html(t, export.Document{Sections: []export.Section{s}}); strings.Contains(got, `class="bar"`) || strings.Contains(got, "<circle") {
				t.Errorf("drawing %d of column %d", drawn, of)
			}
		}
	}
}

func TestHTMLLeavesOutSectionsWithoutRows(t *testing.T) {
	got := html(t, export.Document{Title: "t", Sections: []export.Section{{Title: "nothing", Head: []string{"a"}}, {Title: "neither"}}})
	if strings.Contains(got, "<section") || strings.Contains(got, "<footer") {
		t.Errorf("got %s", got)
	}
}
