package theme_test

import (
	"io"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"beatbook/model"
	"beatbook/ui/theme"
)

var profiles = []termenv.Profile{termenv.ANSI, termenv.ANSI256, termenv.TrueColor}

func styles(p termenv.Profile, name theme.Name) *theme.Styles {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(p)
	return theme.New(r, name)
}

// samples are a word in every style of the theme.
func samples(s *theme.Styles) map[string]string {
	all := map[string]string{}
	v := reflect.ValueOf(*s)
	for i := range v.NumField() {
		if !v.Type().Field(i).IsExported() {
			continue
		}
		if style, ok := v.Field(i).Interface().(lipgloss.Style); ok {
			all[v.Type().Field(i).Name] = style.Render("x")
		}
	}
	for _, state := range model.States {
		all[string(state)] = s.State(state).Render("x")
	}
	return all
}

var sgr = regexp.MustCompile(`\x1b\[([0-9;]*)m`)

// attributes are the parameters of all colour sequences, each sequence apart.
func attributes(s string) [][]int {
	var all [][]int
	for _, match := range sgr.FindAllStringSubmatch(s, -1) {
		var params []int
		for _, p := range strings.Split(match[1], ";") {
			n, _ := strconv.Atoi(p)
			params = append(params, n)
		}
		all = append(all, params)
	}
	return all
}

// nightMay reports whether the night may use the attributes: of the 16 colours black and dark red, of the 256 the dark reds.
func nightMay(params []int) bool {
	for i := 0; i < len(params); i++ {
		switch p := params[i]; p {
		case 0, 4, 7, 24, 30, 31, 40, 41:
		case 38, 48:
			switch {
			case i+2 < len(params) && params[i+1] == 5:
				if n := params[i+2]; n != 16 && n != 52 && n != 88 && n != 124 && n != 160 {
					return false
				}
				i += 2
			case i+4 < len(params) && params[i+1] == 2:
				if params[i+2] > 0xd0 || params[i+3] != 0 || params[i+4] != 0 {
					return false
				}
				i += 4
			default:
				return false
			}
		default:
			return false
		}
	}
	return true
}

func TestNightIsDarkRedOnBlack(t *testing.T) {
	for _, p := range profiles {
		s := styles(p, theme.Night)
		for name, sample := range samples(s) {
			for _, params := range attributes(s.Paint(sample)) {
				if !nightMay(params) {
					t.Errorf("profile %v, %s: %q", p, name, sample)
				}
			}
			if p != termenv.ANSI && !strings.Contains(sample, "48;") {
				t.Errorf("%s has no ground of its own: %q", name, sample)
			}
		}
	}
}

func TestMonoHasNoColours(t *testing.T) {
	for _, p := range profiles {
		for name, sample := range samples(styles(p, theme.Mono)) {
			for _, params := range attributes(sample) {
				for _, n := range params {
					if n != 0 && n != 1 && n != 4 && n != 7 && n != 24 {
						t.Errorf("%s: %q", name, sample)
					}
				}
			}
		}
	}
}

func TestUnderlineKeepsCharactersWholeAndEndsWithItsLine(t *testing.T) {
	for _, name := range theme.Names {
		got := styles(termenv.TrueColor, name).Input.Render("🇨🇳e\u0301\nabc")
		if !strings.Contains(got, "🇨🇳e\u0301") || ansi.Strip(got) != "🇨🇳e\u0301\nabc" {
			t.Errorf("%s takes characters apart: %q", name, got)
		}
		for _, line := range strings.Split(got, "\n") {
			if !strings.HasSuffix(line, "\x1b[24m") && !strings.HasSuffix(line, "\x1b[0m") {
				t.Errorf("%s goes on after its line: %q", name, line)
			}
		}
	}
}

func TestATerminalThatCanDoNothingGetsPlainText(t *testing.T) {
	for _, name := range theme.Names {
		s := styles(termenv.Ascii, name)
		for what, sample := range samples(s) {
			if s.Paint(sample) != "x" {
				t.Errorf("%s %s: %q", name, what, sample)
			}
		}
	}
}

func TestPaintLaysTheGroundUnderGaps(t *testing.T) {
	s := styles(termenv.TrueColor, theme.Night)
	frame := s.Error.Render("a") + "  \n  b"
	for _, line := range strings.Split(s.Paint(frame), "\n") {
		if !strings.HasPrefix(line, "\x1b[") || strings.Contains(line, "\x1b[0m ") || !strings.HasSuffix(line, "\x1b[0m") {
			t.Errorf("%q", line)
		}
	}
	if ansi.Strip(s.Paint(frame)) != ansi.Strip(frame) {
		t.Error("the text has changed")
	}
	if day := styles(termenv.TrueColor, theme.Day); day.Paint(frame) != frame {
		t.Error("the day has no ground of its own")
	}
}

func TestNoColorMeansMonoWithItsAttributes(t *testing.T) {
	t.Setenv("NO_COLOR", "1")
	if got := theme.Start(theme.Night); got != theme.Mono {
		t.Error(got)
	}
	if got := theme.New(theme.NewRenderer(io.Discard), theme.Mono).Error.Render("x"); !strings.Contains(got, "\x1b[") {
		t.Errorf("no attributes: %q", got)
	}
}

func TestStart(t *testing.T) {
	t.Setenv("NO_COLOR", "")
	for wanted, want := range map[theme.Name]theme.Name{"night": theme.Night, "": theme.Day, "neon": theme.Day} {
		if got := theme.Start(wanted); got != want {
			t.Errorf("%q: %q", wanted, got)
		}
	}
}

func TestNextGoesRound(t *testing.T) {
	name, seen := theme.Names[0], map[theme.Name]bool{}
	for range theme.Names {
		seen[name] = true
		name = theme.Next(name)
	}
	if name != theme.Names[0] || len(seen) != len(theme.Names) || theme.Next("unknown") != theme.Names[0] {
		t.Error(seen, name)
	}
}
