package glyph_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/mattn/go-runewidth"

	"beatbook/ui/glyph"
	_ "beatbook/ui/term"
)

// glyphs are all strings of the set and of its border, by name of the field.
func glyphs(set *glyph.Set) map[string]string {
	all := map[string]string{}
	add := func(v reflect.Value) {
		for i := range v.NumField() {
			name := v.Type().Name() + "." + v.Type().Field(i).Name
			switch field := v.Field(i); field.Kind() {
			case reflect.String:
				all[name] = field.String()
			case reflect.Array:
				for n := range field.Len() {
					all[fmt.Sprint(name, n)] = field.Index(n).String()
				}
			}
		}
	}
	add(reflect.ValueOf(*set))
	add(reflect.ValueOf(set.Border))
	return all
}

func TestEveryGlyphIsOneCell(t *testing.T) {
	for _, ascii := range []bool{false, true} {
		for name, s := range glyphs(glyph.For(ascii)) {
			if a, r := ansi.StringWidth(s), runewidth.StringWidth(s); a != 1 || r != 1 {
				t.Errorf("ascii %v, %s %q: ansi says %d cells, runewidth %d", ascii, name, s, a, r)
			}
			if len([]rune(s)) != 1 {
				t.Errorf("ascii %v, %s %q is not one character", ascii, name, s)
			}
		}
	}
}

func TestASCIIStaysPrintable(t *testing.T) {
	for name, s := range glyphs(glyph.For(true)) {
		for _, c := range []byte(s) {
			if c < 0x20 || c > 0x7e {
				t.Errorf("%s %q", name, s)
			}
		}
	}
}

// The ramps say how much: two steps that look the same would say nothing.
func TestStepsOfARampDiffer(t *testing.T) {
	for _, ascii := range []bool{false, true} {
		set := glyph.For(ascii)
		for name, ramp := range map[string][]string{"shades": set.Shades[:], "levels": set.Levels[:]} {
			if steps := slices.Compact(slices.Sorted(slices.Values(ramp))); len(steps) != len(ramp) {
				t.Errorf("ascii %v: %s %q", ascii, name, ramp)
			}
		}
		if slices.Contains(set.Levels[:], " ") || set.Shades[0] != " " {
			t.Errorf("ascii %v: nothing is no blank, or something is", ascii)
		}
	}
}
