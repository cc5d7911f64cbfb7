package widget

import (
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"beatbook/model"
	"beatbook/ui/glyph"
	"beatbook/ui/keymap"
	_ "beatbook/ui/term"
	"beatbook/ui/text"
	"beatbook/ui/theme"
)

var sgr = regexp.MustCompile(`\x1b\[[0-9;]*m`)

// samples are texts that people write and machines send.
var samples = []string{
	"",
	"x",
	"Wanda Plaza east gate",
	"万达广场东门",
	"衡钢夜市一条街北口 crowd 3人 ok",
	"e\u0301e\u0301 n\u0303o\u0308",
	"\u0301lone mark",
	"z" + strings.Repeat("\u0335\u0301", 60) + "algo",
	"👨‍👩‍👧 family 🇨🇳🇨 ❤️ ✅ 👍🏽 1️⃣",
	"tab\there\tand\tthere",
	"两行\n\n第三行 three\r\nfour\rfive",
	"\x1b[31mred\x1b[0m \x1b]0;title\x07 \x1b[2J bell\a nul\x00",
	"\u202eevil\u202c \u2066x\u2069 \ufeff soft\u00adhyphen",
	"broken \xff\xfe utf8 \xe4\xb8",
	strings.Repeat("很长的备注", 120),
	strings.Repeat("long note ", 120),
	"\u1100\u1161\u11a8 한국어 ｶﾞ ｆｕｌｌ",
	"नमस्ते ไทย ۀ \u0600\u0661 ൎക",
}

func look(name theme.Name, ascii bool) Look {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(termenv.TrueColor)
	return Look{theme.New(r, name), glyph.For(ascii)}
}

func looks() []Look {
	return []Look{look(theme.Day, false), look(theme.Night, true), look(theme.Mono, false)}
}

// wantSize checks a block against its size, and that nothing in it steers the terminal but colours.
func wantSize(t *testing.T, what string, block string, w, h int) {
	t.Helper()
	lines := strings.Split(block, "\n")
	if len(lines) != max(h, 1) {
		t.Errorf("%s at %d×%d: %d lines", what, w, h, len(lines))
		return
	}
	if h <= 0 {
		w = 0
	}
	for i, line := range lines {
		if got := ansi.StringWidth(line); got != max(w, 0) {
			t.Errorf("%s at %d×%d: line %d is %d cells: %q", what, w, h, i, got, line)
			return
		}
	}
}

// wantTame checks that a block of untrusted text holds no control characters but those of colours.
func wantTame(t *testing.T, what, block string) {
	t.Helper()
	for _, r := range sgr.ReplaceAllString(block, "") {
		if r < 0x20 && r != '\n' || r == 0x7f || r >= 0x80 && r < 0xa0 || r >= 0x202a && r <= 0x202e || r == 0x2066 {
			t.Errorf("%s: %U got through: %q", what, r, block)
			return
		}
	}
}

func TestEveryWidgetIsExactlyAsLargeAsAsked(t *testing.T) {
	all := looks()
	for si, s := range samples {
		for w := si % 2; w <= 120; w += 2 { // all widths, each with half of the samples
			l, h := all[(w/2+si)%len(all)], (w*7+si)%9
			for name, block := range blocks(l, s, w, h) {
				name = fmt.Sprintf("%s %s %.20q", l.Name, name, s)
				wantSize(t, name, block, w, h)
				wantTame(t, name, block)
			}
			for name, line := range oneLiners(l, s, w) {
				name = fmt.Sprintf("%s %s %.20q", l.Name, name, s)
				wantSize(t, name, line, w, 1)
				wantTame(t, name, line)
			}
			if t.Failed() {
				return
			}
		}
	}
}

func blocks(l Look, s string, w, h int) map[string]string {
	keys := keymap.New(text.For(model.ZH))
	clean := Clean(s)
	area := NewArea(s, 0)
	area.pos /= 2
	choice := NewChoice(keys.Picker, []string{s, "b", s}, s, s)
	typing := NewChoice(keys.Picker, nil, "other", s)
	typing.accept()
	typing.typing.Set(s)
	return map[string]string{
		"Fit":           Fit(clean, w, h),
		"Text":          l.Text(clean, w, h),
		"styled Text":   l.Text(l.Error.Render(clean), w, h),
		"Box":           l.Box(s, clean, w, h),
		"Area":          area.View(l, w, h, true),
		"Choice":        choice.View(l, w, h),
		"typing Choice": typing.View(l, w, h),
		"Table":         sampleTable(l, s).View(l, w, h),
		"Place":         Place(Fit(clean, w, h), Fit(clean, w/2, h/2+1), w/3, h/3),
	}
}

func oneLiners(l Look, s string, w int) map[string]string {
	field := NewField(s, 0)
	end := field.View(l, w, true)
	field.pos /= 2
	return map[string]string{
		"FitLine":      FitLine(Line(s), w, "…"),
		"fitRight":     fitRight(Line(s), w, "…"),
		"Bar":          l.Bar(w, float64(w)/120, Line(s)),
		"Field at end": end,
		"Field":        field.View(l, w, true),
		"idle Field":   field.View(l, w, false),
	}
}

func sampleTable(l Look, s string) *Table {
	return &Table{
		Columns: []Column{{Title: "序", Width: 3, Right: true}, {Title: "点位", Width: 4, Flex: 2}, {Title: "状态", Width: 8}, {Title: s, Flex: 1}},
		Rows:    5,
		Row: func(i int) Row {
			return Row{Cells: []Cell{{Text: fmt.Sprint(i)}, {Text: s}, {Text: s, Style: &l.Warning}}, Next: i == 2}
		},
	}
}
