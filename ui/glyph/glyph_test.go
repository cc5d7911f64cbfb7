package glyph_test

import (
	"reflect"
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
			if v.Field(i).Kind() == reflect.String {
				all[v.Type().Name()+"."+v.Type().Field(i).Name] = v.Field(i).String()
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
