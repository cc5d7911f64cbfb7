package text_test

import (
	"testing"

	"github.com/charmbracelet/x/ansi"

	"beatbook/ui/text"
)

func TestSentencesStandOneBehindTheOther(t *testing.T) {
	for _, c := range []struct {
		sentences []string
		want      string
	}{
		{[]string{"口令不对。", "请等 2 秒再试。"}, "口令不对。请等 2 秒再试。"},
		{[]string{"That is not the PIN.", "Wait 2 s."}, "That is not the PIN. Wait 2 s."},
		{[]string{"", "Wait 2 s."}, "Wait 2 s."},
		{[]string{"请看日志。", ""}, "请看日志。"},
		{nil, ""},
	} {
		if got := text.Sentences(c.sentences...); got != c.want {
			t.Errorf("%q became %q, want %q", c.sentences, got, c.want)
		}
	}
}

// The status line of the screen cuts what does not fit.
func TestTheNoticeOfTheSamplePlanFitsTheStatusLine(t *testing.T) {
	for _, s := range []*text.Strings{zh, en} {
		if notice := s.App.SampleLoaded; ansi.StringWidth(notice) > 80-2 {
			t.Errorf("%d cells: %s", ansi.StringWidth(notice), notice)
		}
	}
}
