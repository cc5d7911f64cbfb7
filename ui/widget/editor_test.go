package widget

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"beatbook/ui/theme"
)

var named = map[string]tea.KeyMsg{
	"enter": {Type: tea.KeyEnter}, "esc": {Type: tea.KeyEsc}, "tab": {Type: tea.KeyTab}, "up": {Type: tea.KeyUp},
	"down": {Type: tea.KeyDown}, "left": {Type: tea.KeyLeft}, "right": {Type: tea.KeyRight}, "home": {Type: tea.KeyHome},
	"end": {Type: tea.KeyEnd}, "backspace": {Type: tea.KeyBackspace}, "delete": {Type: tea.KeyDelete},
	"ctrl+u": {Type: tea.KeyCtrlU}, "ctrl+k": {Type: tea.KeyCtrlK}, "ctrl+w": {Type: tea.KeyCtrlW},
	"ctrl+left": {Type: tea.KeyCtrlLeft}, "ctrl+right": {Type: tea.KeyCtrlRight},
	"ctrl+home": {Type: tea.KeyCtrlHome}, "ctrl+end": {Type: tea.KeyCtrlEnd},
	"space": {Type: tea.KeySpace, Runes: []rune(" ")}, "alt+x": {Type: tea.KeyRunes, Runes: []rune("x"), Alt: true},
}

// keyOf is a named key, or a text that arrives as one message.
func keyOf(s string) tea.KeyMsg {
	if k, ok := named[s]; ok {
		return k
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(s)}
}

func paste(s string) tea.KeyMsg { return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(s), Paste: true} }

func TestFieldEdits(t *testing.T) {
	for _, c := range []struct {
		keys []string
		want string // with | at the cursor
	}{
		{[]string{"巡", "逻abc"}, "巡逻abc|"},
		{[]string{"巡逻", "left", "x"}, "巡x|逻"},
		{[]string{"巡逻", "backspace"}, "巡|"},
		{[]string{"巡逻", "left", "left", "left", "delete"}, "|逻"},
		{[]string{"e", "\u0301", "backspace"}, "|"},
		{[]string{"ae\u0301b", "left", "left", "x"}, "ax|e\u0301b"},
		{[]string{"👨\u200d👩\u200d👧x", "left", "backspace"}, "|x"},
		{[]string{"one two", "ctrl+w"}, "one |"},
		{[]string{"one two", "ctrl+left", "ctrl+left", "ctrl+right"}, "one| two"},
		{[]string{"one two", "ctrl+left", "ctrl+k"}, "one |"},
		{[]string{"one two", "ctrl+left", "ctrl+u"}, "|two"},
		{[]string{"ab", "home", "space", "end", "c"}, " abc|"},
		{[]string{"backspace", "delete", "left", "right", "ctrl+w"}, "|"},
		{[]string{"a", "alt+x", "enter", "esc", "tab", "up"}, "a|"},
	} {
		f := NewField("", 0)
		for _, k := range c.keys {
			f.Update(keyOf(k))
		}
		value := f.Value()
		f.Insert("|")
		if f.Value() != c.want || value != strings.Replace(c.want, "|", "", 1) {
			t.Errorf("%q: %q, want %q", c.keys, f.Value(), c.want)
		}
	}
}

func TestFieldSaysWhichKeysAreItsOwn(t *testing.T) {
	f := NewField("a", 0)
	for name, want := range map[string]bool{
		"x": true, "space": true, "left": true, "enter": false, "esc": false, "tab": false, "up": false, "alt+x": false,
	} {
		if f.Update(keyOf(name)) != want {
			t.Errorf("%s: not %v", name, want)
		}
	}
}

func TestPasteIsMadeSafe(t *testing.T) {
	text := "one\r\n\ttwo\x1b[31m\x00\rthree\u202e 👨\u200d👩"
	f := NewField("", 0)
	f.Update(paste(text))
	if got, want := f.Value(), "one  two three 👨\u200d👩"; got != want {
		t.Errorf("field: %q, want %q", got, want)
	}
	a := NewArea("", 0)
	a.Update(paste(text))
	if got, want := a.Value(), "one\n two\nthree 👨\u200d👩"; got != want {
		t.Errorf("area: %q, want %q", got, want)
	}
}

func TestLimitIsInRunes(t *testing.T) {
	f := NewField("", 3)
	if f.Insert("巡逻组长") || f.Value() != "巡逻组" {
		t.Errorf("%q", f.Value())
	}
	f.Update(keyOf("x"))
	f.Update(keyOf("backspace"))
	if !f.Insert("x") || f.Value() != "巡逻x" {
		t.Errorf("%q", f.Value())
	}
	f.Set("abcdef")
	if f.Value() != "abc" {
		t.Errorf("%q", f.Value())
	}
}

// cursorCell is the column of the cell that is drawn as the cursor, -1 for none.
func cursorCell(line string) int {
	before, _, ok := strings.Cut(line, "\x1b[7m")
	if !ok {
		return -1
	}
	return ansi.StringWidth(before)
}

func TestFieldShowsItsCursorWhereItSaysItIs(t *testing.T) {
	l := look(theme.Day, false)
	for _, s := range samples {
		f := NewField(s, 0)
		for range min(len(f.clusters)+1, 60) {
			for _, w := range []int{1, 2, 3, 7, 20, 100} {
				line := f.View(l, w, true)
				if got, want := cursorCell(line), f.CursorX(w); got != want && (w >= 3 || got >= 0) {
					t.Fatalf("%.20q at %d, width %d: drawn at %d, said %d: %q", s, f.pos, w, got, want, line)
				}
			}
			f.Update(keyOf("left"))
		}
	}
}

func TestFieldPlaceholder(t *testing.T) {
	l := look(theme.Mono, false)
	f := NewField("", 0)
	f.Placeholder = "湘A"
	if got := ansi.Strip(f.View(l, 5, false)); got != "湘A  " {
		t.Errorf("%q", got)
	}
	if got := ansi.Strip(f.View(l, 5, true)); got != "     " {
		t.Errorf("with the focus: %q", got)
	}
}

func areaLines(a *Area, w, h int) []string {
	lines := strings.Split(ansi.Strip(a.View(look(theme.Mono, false), w, h, true)), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return lines
}

func TestAreaWraps(t *testing.T) {
	for _, c := range []struct {
		text string
		w    int
		want string
	}{
		{"one two three", 9, "one two|three"},
		{"一二三四五", 7, "一二三|四五"},
		{"abcdefghij", 6, "abcde|fghij"},
		{"巡逻abc def", 9, "巡逻abc|def"},
		{"巡逻abcdef", 8, "巡逻|abcdef"},
		{"a\n\nb\n", 8, "a||b|"},
		{"", 8, ""},
	} {
		a := NewArea(c.text, 0)
		want := strings.Split(c.want, "|")
		if got := areaLines(a, c.w, len(want)); strings.Join(got, "|") != c.want || a.Height(c.w) != len(want) {
			t.Errorf("%q in %d: %q in %d lines, want %q", c.text, c.w, got, a.Height(c.w), want)
		}
	}
}

func TestAreaShowsItsCursorWhereItSaysItIs(t *testing.T) {
	l := look(theme.Day, false)
	for _, s := range samples {
		a := NewArea(s, 0)
		for range min(len(a.clusters)+1, 40) {
			for _, size := range [][2]int{{4, 1}, {7, 3}, {20, 2}, {100, 9}} {
				w, h := size[0], size[1]
				lines := strings.Split(a.View(l, w, h, true), "\n")
				x, y := a.Cursor(w, h)
				if got := cursorCell(lines[y]); got != x {
					t.Fatalf("%.20q at %d in %d×%d: said %d,%d, drawn at %d: %q", s, a.pos, w, h, x, y, got, lines)
				}
			}
			a.Update(keyOf("left"))
		}
	}
}

func TestAreaMovesByLinesAsDrawn(t *testing.T) {
	a := NewArea("one two three\n\n巡逻组", 0)
	areaLines(a, 9, 5) // one two / three / / 巡逻组
	for _, c := range []struct {
		key  string
		x, y int
	}{
		{"up", 0, 2}, {"up", 0, 1}, {"end", 5, 1}, {"up", 5, 0}, {"up", 5, 0}, {"down", 5, 1}, {"down", 0, 2}, {"down", 0, 3},
		{"down", 0, 3}, {"ctrl+home", 0, 0}, {"ctrl+end", 6, 3}, {"home", 0, 3},
	} {
		a.Update(keyOf(c.key))
		if x, y := a.Cursor(9, 5); x != c.x || y != c.y {
			t.Errorf("%s: at %d,%d, want %d,%d", c.key, x, y, c.x, c.y)
		}
	}
}

func TestAreaEnterMakesALine(t *testing.T) {
	a := NewArea("ab", 0)
	a.Update(keyOf("left"))
	a.Update(keyOf("enter"))
	if a.Value() != "a\nb" || a.Empty() {
		t.Errorf("%q", a.Value())
	}
	a.Update(keyOf("backspace"))
	if a.Value() != "ab" {
		t.Errorf("%q", a.Value())
	}
	if a.Set(" \n "); !a.Empty() {
		t.Error("blanks are no text")
	}
}

func BenchmarkAreaKey(b *testing.B) {
	a := NewArea(strings.Repeat("很长的备注 with words\n", 1200), 0)
	l := look(theme.Day, false)
	a.pos /= 2
	for b.Loop() {
		a.Update(keyOf("字"))
		a.View(l, 80, 20, true)
		a.Cursor(80, 20)
		a.Update(keyOf("backspace"))
	}
}
