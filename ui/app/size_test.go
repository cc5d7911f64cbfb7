package app

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"beatbook/model"
	"beatbook/ui/glyph"
	"beatbook/ui/screen/screentest"
	"beatbook/ui/theme"
)

// look is how a scene is drawn.
type look struct {
	name  string
	lang  model.Lang
	ascii bool
	say   words
	odd   int // 1: by the odd widths
}

var looks = []look{
	{"zh", model.ZH, false, wideWords, 0},
	{"zh ascii", model.ZH, true, wideWords, 1},
	{"en", model.EN, false, wideWords, 1},
	{"en ascii", model.EN, true, plainWords, 0},
}

// inScene plays a scene in a look.
func inScene(t *testing.T, s scene, l look, test func(w *world)) {
	t.Helper()
	inWorldOf(t, fullPlan(t), func(w *world) {
		w.openWith(Config{Lang: l.lang, Theme: theme.Day, ASCII: l.ascii}, 100, 30)
		s.play(w, l.say)
		test(w)
	})
}

// fits holds the frame against its window, cell by cell.
func (w *world) fits(width, height int) (frame string) {
	w.t.Helper()
	frame = w.app.View()
	lines := screentest.Fits(w.t, frame, width, height)
	if help := w.app.env.Text.Keys.Help; !w.app.tooSmall() && w.app.guard.page == nil && !strings.Contains(lines[height-1], help) {
		w.t.Fatalf("%q is not among the hints in a window of %d×%d: %q", help, width, height, ansi.Strip(lines[height-1]))
	}
	if c := w.cursor; !c.hidden && !w.app.tooSmall() && (c.x >= width || c.y >= height) {
		w.t.Fatalf("the cursor is parked at %d,%d in a window of %d×%d", c.x, c.y, width, height)
	}
	return frame
}

// sizes are some extreme ones and every second width from the smallest one on with a height each, the odd or the even ones:
// each language and each glyph set comes by all widths.
func sizes(odd int) [][2]int {
	all := [][2]int{{60, 16}, {80, 24}, {300, 100}, {60, 100}, {300, 16}, {99, 16}, {100, 16}}
	heights := []int{16, 30, 17, 24, 18, 45, 19}
	for width := MinWidth + odd; width <= 130; width += 2 {
		all = append(all, [2]int{width, heights[width%len(heights)]})
	}
	return all
}

// slow leaves a test out where the race detector makes it ten times slower: layout is the work of one goroutine.
func slow(t testing.TB) {
	if raced {
		t.Skip("slow under the race detector, and nothing to race")
	}
}

func TestEveryScreenFitsEveryWindow(t *testing.T) {
	slow(t)
	for _, s := range scenes() {
		for _, l := range looks {
			t.Run(s.name+" "+l.name, func(t *testing.T) {
				t.Parallel()
				inScene(t, s, l, func(w *world) {
					for _, size := range sizes(l.odd) {
						w.app.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
						frame := w.fits(size[0], size[1])
						if size == [2]int{80, 24} {
							w.readWhole()
						}
						if l.ascii && l.lang == model.EN {
							w.plain(frame)
						}
					}
				})
			})
		}
	}
}

// plain holds the frame against the characters that every terminal has; only the other language calls itself by its name.
func (w *world) plain(frame string) {
	w.t.Helper()
	for line := range strings.SplitSeq(ansi.Strip(frame), "\n") {
		line = strings.ReplaceAll(line, w.app.env.Text.Keys.Language, "")
		for _, r := range line {
			if r < 0x20 || r > 0x7e {
				w.t.Fatalf("%q is no ASCII in %q", r, line)
			}
		}
	}
}

func TestEveryThemeFits(t *testing.T) {
	slow(t)
	for _, s := range scenes() {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			inScene(t, s, looks[0], func(w *world) {
				for range theme.Names {
					w.app.changeTheme()
					for _, size := range [][2]int{{60, 16}, {80, 24}, {121, 40}} {
						w.resize(size[0], size[1])
						w.fits(size[0], size[1])
					}
				}
			})
		})
	}
}

func TestTooSmallWindowsSaySo(t *testing.T) {
	for _, l := range looks {
		inScene(t, scenes()[0], l, func(w *world) {
			for width := 1; width <= 62; width += 1 + width/8 {
				for height := 1; height < MinHeight; height++ {
					w.resize(width, height)
					w.fits(width, height)
				}
			}
			w.resize(59, 40)
			if frame := w.fits(59, 40); l.ascii && l.lang == model.EN {
				w.plain(frame)
			}
			w.sees("59", "40", "60", "16")
		})
	}
}

func TestGlyphsOfTheSetOnly(t *testing.T) {
	for _, s := range scenes() {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			inScene(t, s, looks[1], func(w *world) {
				if w.app.env.Glyphs != glyph.For(true) || strings.ContainsAny(w.screen(), "│─┌█…›»•✓") {
					t.Errorf("glyphs of the other set:\n%s", w.screen())
				}
			})
		})
	}
}
