package export_test

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"beatbook/data/export"
)

func xlsx(t testing.TB, d export.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := export.XLSX(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// reopened is a workbook as a spreadsheet program finds it.
type reopened struct {
	*excelize.File
	t testing.TB
}

func reopen(t testing.TB, d export.Document) reopened {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(xlsx(t, d)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return reopened{f, t}
}

// must is a value without an error.
func must[T any](t testing.TB, value T, err error) T {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	return value
}

func (f reopened) raw(sheet, cell string) string {
	f.t.Helper()
	value, err := f.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
	return must(f.t, value, err)
}

func (f reopened) numberFormat(sheet, cell string) string {
	f.t.Helper()
	id, err := f.GetCellStyle(sheet, cell)
	style, bad := f.GetStyle(must(f.t, id, err))
	if must(f.t, style, bad).CustomNumFmt == nil {
		return ""
	}
	return *style.CustomNumFmt
}

// table is a document with one table.
func table(head []string, rows ...[]export.Cell) export.Document {
	return export.Document{Title: "cover", Sections: []export.Section{{Title: "table", Head: head, Rows: rows}}}
}

func TestXLSXKeepsTypes(t *testing.T) {
	at := time.Date(2026, 11, 24, 23, 45, 30, 0, shanghai)
	for name, c := range map[string]struct {
		cell   export.Cell
		raw    string
		shown  string
		format string
		text   bool
	}{
		"number":        {export.Cell{Text: "1 234", Value: 1234, Format: export.Number}, "1234", "1234", "0", false},
		"percent":       {percent(0.9695), "0.9695", "97.0%", "0.0%", false},
		"hours":         {hours(7.25), "7.25", "7.3", "0.0", false},
		"length":        {length(26*time.Hour + 30*time.Minute), "1.10416666", "26:30", "[h]:mm", false},
		"day":           {day(327), "46350", "2026-11-24", "yyyy-mm-dd", false},
		"moment":        {export.Cell{Text: "23:45", Value: at, Format: export.Moment}, "46350.98993055", "2026-11-24 23:45", "yyyy-mm-dd hh:mm", false},
		"no value":      {export.Cell{Text: "-", Format: export.Percent}, "-", "-", "", true},
		"other type":    {export.Cell{Text: "x", Value: "1", Format: export.Number}, "x", "x", "", true},
		"before Excel":  {export.Cell{Text: "1800", Value: time.Date(1800, 1, 1, 0, 0, 0, 0, time.UTC), Format: export.Day}, "1800", "1800", "@", true},
		"no time":       {export.Cell{Text: "", Value: time.Time{}, Format: export.Moment}, "", "", "@", false},
		"turned back":   {export.Cell{Text: "-5", Value: -5 * time.Minute, Format: export.Length}, "-5", "-5", "", true},
		"text":          {export.Words("plaza"), "plaza", "plaza", "@", true},
		"text of digit": {export.Words("007"), "007", "007", "@", true},
	} {
		f := reopen(t, table([]string{"a", "b"}, []export.Cell{export.Words("row"), c.cell}))
		shown, err := f.GetCellValue("table", "B2")
		if got := f.raw("table", "B2"); !strings.HasPrefix(got, c.raw) { // the last digits are those of a float
			t.Errorf("%s: stored %q, want %q", name, got, c.raw)
		}
		if err != nil || shown != c.shown {
			t.Errorf("%s: shown %q, want %q, %v", name, shown, c.shown, err)
		}
		if format := f.numberFormat("table", "B2"); format != c.format {
			t.Errorf("%s: format %q, want %q", name, format, c.format)
		}
		kind, err := f.GetCellType("table", "B2")
		if isText := kind == excelize.CellTypeInlineString; err != nil || isText != c.text {
			t.Errorf("%s: type %v, %v", name, kind, err)
		}
	}
}

func TestXLSXTakesNoTextForAFormula(t *testing.T) {
	texts := []string{"=1+1", "+86", "-3", "@SUM(A1)", "=cmd|'/c calc'!A1", "＝1", "\t=1", "_x0041_", " kept ", "a\nb", "<b>&amp;", "'quoted"}
	var rows [][]export.Cell
	for _, text := range texts {
		rows = append(rows, []export.Cell{export.Words(text), {Text: text, Format: export.Number}})
	}
	d := table([]string{"=1", "=2"}, rows...)
	d.Title, d.Lines, d.Sign, d.Date = "=T", []string{"=L"}, []string{"=S"}, "=D"
	d.Sections = append(d.Sections, export.Section{Title: "=P", Rows: [][]export.Cell{{export.Words("=K"), export.Words("=V")}}})
	f := reopen(t, d)
	for i, text := range texts {
		want := strings.ReplaceAll(text, "\t", " ")
		for _, column := range []string{"A", "B"} {
			if got := f.raw("table", column+strconv.Itoa(i+2)); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		}
	}
	for name, part := range parts(t, xlsx(t, d)) {
		if strings.HasPrefix(name, "xl/worksheets/") && strings.Contains(part, "<f>") {
			t.Errorf("a formula in %s", name)
		}
	}
}

// parts are the files in a workbook.
func parts(t testing.TB, b []byte) map[string]string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, file := range archive.File {
		r, err := file.Open()
		content, bad := io.ReadAll(must(t, r, err))
		files[file.Name] = string(must(t, content, bad))
	}
	return files
}

func TestXLSXSheets(t *testing.T) {
	d := sample(chinese, 31, 20, 12)
	d.Sections = append(d.Sections, export.Section{Title: "空", Head: []string{"无"}}, export.Section{Title: "各线路：[A/B]*?\\" + strings.Repeat("长", 40), Head: []string{"一"}, Rows: [][]export.Cell{{}}})
	f := reopen(t, d)
	want := []string{"夜间巡逻报告", "逐夜", "各线路", "各点位每半小时到访", "各点位最长空档", "漏巡明细", "各线路： A B " + strings.Repeat("长", 21) + "…"}
	if got := f.GetSheetList(); !slices.Equal(got, want) {
		t.Errorf("sheets %q, want %q", got, want)
	}
	for i, cell := range map[string]string{"A1": "夜间巡逻报告", "A2": chinese.line, "A4": "总览", "A5": "应巡", "B5": "6200", "A13": "制表人", "C13": "日期", "A16": "值班领导"} {
		if got := f.raw(want[0], i); got != cell {
			t.Errorf("%s is %q, want %q", i, got, cell)
		}
	}
	for _, sheet := range want[1:] {
		panes, err := f.GetPanes(sheet)
		if err != nil || !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("%s: panes %+v, %v", sheet, panes, err)
		}
		repeated := slices.ContainsFunc(f.GetDefinedName(), func(n excelize.DefinedName) bool {
			return n.Name == "_xlnm.Print_Titles" && n.Scope == sheet && strings.HasSuffix(n.RefersTo, "$1:$1")
		})
		if !repeated {
			t.Errorf("%s: the head is not printed on each page", sheet)
		}
	}
	for sheet, orientation := range map[string]string{want[0]: "portrait", want[1]: "landscape", want[3]: "landscape", want[5]: "portrait"} {
		layout, err := f.GetPageLayout(sheet)
		if err != nil || *layout.Size != 9 || *layout.Orientation != orientation || *layout.FitToWidth != 1 {
			t.Errorf("%s: layout %+v, %v", sheet, layout, err)
		}
	}
	props, err := f.GetDocProps()
	if err != nil || props.Title != d.Title || props.Creator != "beatbook" || props.Created != "" || props.LastModifiedBy != "" {
		t.Errorf("properties %+v, %v", props, err)
	}
}

func TestXLSXDraws(t *testing.T) {
	d := sample(chinese, 31, 3, 5)
	files := parts(t, xlsx(t, d))
	for name, want := range map[string][]string{
		"xl/charts/chart1.xml": {"lineChart", "&#39;逐夜&#39;!$F$2:$F$32", "&#39;逐夜&#39;!$A$2:$A$32"},
		"xl/charts/chart2.xml": {"barChart", "&#39;各线路&#39;!$F$2:$F$6"},
	} {
		for _, part := range want {
			if !strings.Contains(files[name], part) {
				t.Errorf("no %q in %s", part, name)
			}
		}
	}
	f := reopen(t, d)
	formats, err := f.GetConditionalFormats("各点位每半小时到访")
	if err != nil || len(formats) != 1 || len(formats["B2:AW6"]) != 1 || formats["B2:AW6"][0].Type != "2_color_scale" {
		t.Errorf("conditional formats %+v, %v", formats, err)
	}
	if got := f.raw("逐夜", "F10"); got != "" {
		t.Errorf("a night without a rate is drawn as %q", got)
	}
	if count, format := f.raw("各点位每半小时到访", "B2"), f.numberFormat("各点位每半小时到访", "B2"); count != "0" || format != "0;-0;" {
		t.Errorf("a count of zero is %q, shown as %q", count, format)
	}
}

func TestXLSXIsTheSameForTheSameDocument(t *testing.T) {
	first := xlsx(t, sample(chinese, 31, 20, 12))
	for range 5 {
		if !bytes.Equal(first, xlsx(t, sample(chinese, 31, 20, 12))) {
			t.Fatal("other bytes")
		}
	}
}

func TestXLSXSurvivesAnyText(t *testing.T) {
	for _, text := range append(hostile, "", strings.Repeat("长", 40000), strings.Repeat("🚓", 20000), strings.Repeat("'", 40), "History", "sheet1") {
		d := texted(text)
		f := reopen(t, d)
		if got := len(f.GetSheetList()); got != len(d.Sections) {
			t.Errorf("%.20q: %d sheets", text, got)
		}
		got := f.raw(f.GetSheetList()[5], "C2")
		units := len([]rune(got)) + strings.Count(got, "🚓")
		if cut := len(text) > 32767; units > 32767 || cut != strings.HasSuffix(got, "…") || !utf8.ValidString(got) || strings.ContainsAny(got, "\x00\x1b") {
			t.Errorf("%.20q: read back %.20q of %d units", text, got, units)
		}
	}
}

func TestXLSXOfNothing(t *testing.T) {
	f := reopen(t, export.Document{})
	if got := f.GetSheetList(); !slices.Equal(got, []string{"1"}) {
		t.Errorf("sheets %q", got)
	}
}
