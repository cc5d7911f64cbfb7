package term

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/mattn/go-runewidth"
)

const bubbletea = "github.com/charmbracelet/bubbletea"

func deps(t *testing.T, goos, pkg string) []string {
	t.Helper()
	cmd := exec.Command("go", "list", "-deps", pkg)
	cmd.Env = append(os.Environ(), "GOOS="+goos, "CGO_ENABLED=0")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list %s: %v", pkg, err)
	}
	return strings.Fields(string(out))
}

// Go initialises the first package by import path whose imports are done. What this package imports and bubbletea does
// not could come later than bubbletea, and this package with it.
func TestInitRunsBeforeBubbletea(t *testing.T) {
	const self = "beatbook/ui/term"
	if self > bubbletea {
		t.Errorf("%s sorts after %s", self, bubbletea)
	}
	for _, goos := range []string{"linux", "windows"} {
		theirs := deps(t, goos, bubbletea)
		for _, dep := range deps(t, goos, self) {
			if dep == bubbletea || dep != self && !slices.Contains(theirs, dep) {
				t.Errorf("%s: %s is imported", goos, dep)
			}
		}
	}
}

func TestInitSparesTheTerminalAQuestion(t *testing.T) {
	if !lipgloss.HasDarkBackground() {
		t.Error("the background was not set")
	}
}

func TestFixWidths(t *testing.T) {
	runewidth.DefaultCondition.EastAsianWidth = true
	FixWidths()
	if w := runewidth.StringWidth("│…“"); w != 3 {
		t.Errorf("ambiguous characters: %d cells", w)
	}
	if w := runewidth.StringWidth("万"); w != 2 {
		t.Errorf("wide characters: %d cells", w)
	}
}

func TestNoColor(t *testing.T) {
	for value, want := range map[string]bool{"": false, "0": true, "1": true} {
		t.Setenv("NO_COLOR", value)
		if NoColor() != want {
			t.Errorf("NO_COLOR=%q", value)
		}
	}
}

func TestDoubleByteCodePages(t *testing.T) {
	for page, want := range map[uint32]bool{0: false, 437: false, 932: true, 936: true, 949: true, 950: true, 65001: false} {
		if doubleByte(page) != want {
			t.Errorf("code page %d", page)
		}
	}
}

func newOutput(t *testing.T) (o *Output, path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "out")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return NewOutput(f), path
}

const enterAlt, leaveAlt = "\x1b[?1049h", "\x1b[?1049l"

func TestOutputParksTheCursorAfterEachFrame(t *testing.T) {
	type step struct{ write, want string }
	for name, c := range map[string]struct {
		act   func(*Output)
		steps []step
	}{
		"no field":  {func(*Output) {}, []step{{enterAlt, enterAlt}, {"frame", "frame"}}},
		"field":     {func(o *Output) { o.SetCursor(0, 0) }, []step{{enterAlt, enterAlt + "\x1b[H"}, {"frame", "frame\x1b[H"}}},
		"elsewhere": {func(o *Output) { o.SetCursor(9, 4) }, []step{{enterAlt + "f", enterAlt + "f\x1b[5;10H"}}},
		"hidden":    {func(o *Output) { o.SetCursor(9, 4); o.HideCursor() }, []step{{enterAlt + "f", enterAlt + "f"}}},
		"main":      {func(o *Output) { o.SetCursor(9, 4) }, []step{{"line\n", "line\n"}}},
		"left": {func(o *Output) { o.SetCursor(1, 1) }, []step{
			{enterAlt, enterAlt + "\x1b[2;2H"}, {leaveAlt, leaveAlt}, {"bye", "bye"},
		}},
		"left and back": {func(o *Output) { o.SetCursor(1, 1) }, []step{{leaveAlt + enterAlt, leaveAlt + enterAlt + "\x1b[2;2H"}}},
	} {
		t.Run(name, func(t *testing.T) {
			o, path := newOutput(t)
			c.act(o)
			want := ""
			for _, s := range c.steps {
				n, err := o.Write([]byte(s.write))
				if n != len(s.write) || err != nil {
					t.Fatal(n, err)
				}
				want += s.want
			}
			if got, _ := os.ReadFile(path); string(got) != want {
				t.Errorf("%q, want %q", got, want)
			}
		})
	}
}

func TestOutputWriteStringParksToo(t *testing.T) {
	o, path := newOutput(t)
	o.SetCursor(2, 3)
	frame := enterAlt + "万"
	if n, err := o.WriteString(frame); n != len(frame) || err != nil {
		t.Fatal(n, err)
	}
	if got, _ := os.ReadFile(path); string(got) != frame+"\x1b[4;3H" {
		t.Errorf("%q", got)
	}
}

func TestOutputDoesNotWriteIntoTheFrameOfTheCaller(t *testing.T) {
	o, _ := newOutput(t)
	o.SetCursor(2, 3)
	buffer := []byte(enterAlt + "frame~~~~~~~~~~~~~~")
	if _, err := o.Write(buffer[:len(enterAlt)+5]); err != nil {
		t.Fatal(err)
	}
	if string(buffer) != enterAlt+"frame~~~~~~~~~~~~~~" {
		t.Errorf("%q", buffer)
	}
}
