package radio_test

import (
	"slices"
	"strings"
	"testing"

	"beatbook/model"
	"beatbook/ui/radio"
	"beatbook/ui/text"
)

// What was meant for something else must not go into the note without a word.
func TestDoubtsAboutANote(t *testing.T) {
	d := newDesk(t)
	for line, want := range map[string][]string{
		"horn-1 2 f /armband-2 1 f":       {"/", "1", "f"},
		"红袖章二队 收到 联防三组":                   {"联防三组"},
		"小喇叭一队 2 一切正常 22:30":              {"22:30"},
		"horn-1 2 f 22.05 ok":             {"22.05"},
		"小喇叭一队 2 步 一切正常+违停3，已通报":          {"+违停3"},
		"horn-1 2 f all quiet +parked 2":  {"+parked", "2"},
		"horn-1 2 f all quiet @phone":     {"@phone"},
		"小喇叭一队 2 步 一切正常":                  nil,
		"小喇叭一队 2 步 备注 22:30 报警":           nil,
		"horn-1 2 f all quiet, 1200 yuan": nil,
	} {
		var got []string
		for _, r := range radio.Parse(line, d.context(model.ZH)).Reports {
			got = append(got, r.Doubts...)
		}
		if len(want) > 0 {
			want = []string{"这些会记进备注：" + strings.Join(want, "、")}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
}

// The desk is at 22:30, and the units went out at 19:30.
func TestATimeBeforeTheShiftIsQuestioned(t *testing.T) {
	d := newDesk(t)
	for line, want := range map[string]string{
		"horn-1 2 f 19:29": "19:29 is before the shift began at 19:30", "horn-1 2 f 19:30": "", "horn-1 2 f": "",
	} {
		report := radio.Parse(line, d.context(model.EN)).Reports[0]
		if got := strings.Join(report.Doubts, " "); got != want || len(report.Problems) > 0 {
			t.Errorf("%s: %q, want %q: %v", line, got, want, report.Problems)
		}
	}
}

// What the judge will remark on, the preview says.
func TestThePreviewSaysTheVerdict(t *testing.T) {
	d := newDesk(t)
	en := text.For(model.EN)
	for line, want := range map[string]model.Mark{
		"horn-1 1 f / horn-1 1 f": model.Repeat, "horn-1 1 f 21:36": model.Repeat, "horn-1 mall-west": model.Extra,
		"horn-1 2 f": model.MakeUp, "armband-2 4 f 22:15 / armband-2 3 f 22:16": model.OutOfOrder,
	} {
		reports := radio.Parse(line, d.context(model.EN)).Reports
		last := reports[len(reports)-1]
		if !strings.Contains(last.Preview, en.Mark(want)) || !last.Marked {
			t.Errorf("%s: %v %s, want %s", line, last.Marked, last.Preview, want)
		}
	}
	for _, line := range []string{"horn-1 3,4 f 22:15", "horn-1 heard"} {
		if r := radio.Parse(line, d.context(model.EN)).Reports[0]; r.Marked {
			t.Errorf("%s is marked: %s", line, r.Preview)
		}
	}
}
