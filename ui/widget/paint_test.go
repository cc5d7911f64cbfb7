package widget

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"beatbook/ui/theme"
)

func TestAPaintedFieldIsTheFieldInOtherStyles(t *testing.T) {
	l := look(theme.Day, false)
	rapid.Check(t, func(r *rapid.T) {
		before, after := rapid.StringMatching(`[a-z中文 ́👍]{0,30}`).Draw(r, "before"), rapid.StringMatching(`[a-z中文]{0,30}`).Draw(r, "after")
		f := NewField("", 0)
		f.SetAround(before, after)
		if f.Value() != before+after {
			r.Fatalf("%q", f.Value())
		}
		w := rapid.IntRange(1, 40).Draw(r, "width")
		paints := []Paint{{From: rapid.IntRange(0, 20).Draw(r, "from"), To: rapid.IntRange(0, 80).Draw(r, "to"), Style: l.Error}}
		plain, painted := ansi.Strip(f.View(l, w, true)), ansi.Strip(f.ViewPainted(l, w, paints))
		if plain != painted {
			r.Fatalf("%q, want %q", painted, plain)
		}
	})
}

func TestOnlyThePieceIsPainted(t *testing.T) {
	l := look(theme.Day, false)
	f := NewField("一队 2 好", 0)
	view := f.ViewPainted(l, 20, []Paint{{From: len("一队 "), To: len("一队 2"), Style: l.Error}})
	if !strings.Contains(view, l.Error.Render("2")) || strings.Contains(view, l.Error.Render("队")) {
		t.Errorf("%q", view)
	}
}

func TestTheCursorStandsBetweenTheParts(t *testing.T) {
	f := NewField("", 0)
	f.SetAround("一队 ", "好")
	if f.Before() != "一队 " || f.CursorX(20) != 5 {
		t.Errorf("%q, at %d", f.Before(), f.CursorX(20))
	}
	f.Insert("2 ")
	if f.Value() != "一队 2 好" {
		t.Errorf("%q", f.Value())
	}
}
