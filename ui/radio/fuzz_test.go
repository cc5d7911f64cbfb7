package radio_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"beatbook/model"
	"beatbook/ui/radio"
)

// FuzzParse holds what is true of any line: words and problems lie in it at borders of characters, words stand one behind
// the other, a report without a problem is one that the model takes and says what it records, and what is offered at any
// cursor is taken.
func FuzzParse(f *testing.F) {
	for _, c := range problems {
		f.Add(c.line, len(c.line))
	}
	for _, c := range completions {
		f.Add(strings.Replace(c.line, "|", "", 1), strings.Index(c.line, "|"))
	}
	for _, line := range []string{",", "一队\xff2\xe5号", "／／/ / ", "horn-1\t2\r\nf", "İK½ 1", "horn-1 2-4-1 +-3@", "一队 2 步步步车车收出在"} {
		f.Add(line, 3)
	}
	d := newDesk(f)
	zh, en := d.context(model.ZH), d.context(model.EN)
	f.Fuzz(func(t *testing.T, line string, cursor int) {
		parsed := radio.Parse(line, zh)
		checkSpans(t, line, parsed)
		checkIntents(t, parsed)
		for _, c := range []radio.Context{zh, en} {
			for _, o := range radio.Complete(line, cursor, c) {
				checkSpan(t, line, o.Span)
				taken(t, c, line, o)
			}
		}
	})
}

func checkSpan(t *testing.T, line string, s radio.Span) {
	t.Helper()
	if s.From < 0 || s.To < s.From || s.To > len(line) {
		t.Fatalf("%q: %v is not in the line", line, s)
	}
	for _, i := range []int{s.From, s.To} {
		if utf8.ValidString(line) && i < len(line) && !utf8.RuneStart(line[i]) {
			t.Errorf("%q: %d is within a character", line, i)
		}
	}
}

func checkSpans(t *testing.T, line string, parsed radio.Line) {
	t.Helper()
	at := 0
	for _, r := range parsed.Reports {
		checkSpan(t, line, r.Span)
		for _, w := range r.Words {
			checkSpan(t, line, w.Span)
			if w.From < max(at, r.From) || w.To > r.To || w.To == w.From {
				t.Errorf("%q: the %s at %v overlaps, or is outside of its report", line, w.Role, w.Span)
			}
			at = w.To
		}
		for _, p := range r.Problems {
			checkSpan(t, line, p.Span)
			if p.To == p.From || p.Text == "" {
				t.Errorf("%q: %+v points at nothing", line, p)
			}
		}
	}
}

// checkIntents records what is to be recorded, as the desk does: all of the line or nothing.
func checkIntents(t *testing.T, parsed radio.Line) {
	t.Helper()
	for _, r := range parsed.Reports {
		if ok := len(r.Problems) == 0; ok != (len(r.Intents) > 0) || ok != (r.Preview != "") {
			t.Errorf("%+v", r)
		}
		for _, w := range r.Words {
			if w.Role == radio.CheckpointWord && len(r.Problems) == 0 && slices.ContainsFunc(r.Intents, isHeard) {
				t.Errorf("a checkpoint is lost: %+v", r)
			}
		}
	}
	if len(parsed.Reports) > 0 && len(parsed.Problems()) == 0 {
		newDesk(t).recordAll(t, parsed)
	}
}

func isHeard(i model.Intent) bool {
	behalf, _ := i.(model.OnBehalf)
	_, heard := behalf.Intent.(model.HearUnit)
	return heard
}
