package cli

import (
	"io"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"beatbook/model"
	"beatbook/ui/text"
)

// A second pass over the same bar begins with fewer digits than the first one ended with.
func TestALineOfTheBarCoversTheOneBefore(t *testing.T) {
	for _, lang := range []model.Lang{model.ZH, model.EN} {
		bar := newBar(io.Discard, text.For(lang).Trust.Building, 0)
		whole := ansi.StringWidth(bar.line(100))
		for percent := range 100 {
			if got := ansi.StringWidth(bar.line(percent)); got != whole {
				t.Errorf("%s: %d cells at %d%%, %d at the end", lang, got, percent, whole)
			}
		}
	}
}
