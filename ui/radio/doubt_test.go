package radio_test

import (
	"slices"
	"testing"

	"beatbook/model"
	"beatbook/ui/radio"
)

// What was meant for something else must not go into the note without a word.
func TestDoubtsAboutANote(t *testing.T) {
	d := newDesk(t)
	for line, want := range map[string][]string{
		"horn-1 2 f /armband-2 1 f":       {"/", "1", "f"},
		"红袖章二队 收到 联防三组":                   {"联防三组"},
		"小喇叭一队 2 一切正常 22:30":              {"22:30"},
		"horn-1 2 f 22.05 ok":             {"22.05"},
		"小喇叭一队 2 步 一切正常":                  nil,
		"小喇叭一队 2 步 备注 22:30 报警":           nil,
		"horn-1 2 f all quiet, 1200 yuan": nil,
	} {
		var got []string
		for _, r := range radio.Parse(line, d.context(model.ZH)).Reports {
			got = append(got, r.Doubts...)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
}
