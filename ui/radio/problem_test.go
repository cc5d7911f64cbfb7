package radio_test

import (
	"slices"
	"strings"
	"testing"

	"beatbook/model"
	"beatbook/ui/radio"
	"beatbook/ui/text"
)

// Each problem points at its word, in full-width letters too.
var problems = []struct {
	line string
	code radio.Code
	word string
}{
	{"horn-1 2 / / armband-2 1", radio.EmptyReport, "/"},
	{"horn-1 2 f /", radio.EmptyReport, "/"},
	{"一队 2 ／ ", radio.EmptyReport, "／"},
	{"，", radio.EmptyReport, "，"},
	{"xx 2 f", radio.UnknownUnit, "xx"},
	{"2 3 f", radio.UnknownUnit, "2"},
	{"f 2", radio.UnknownUnit, "f"},
	{"一切正常", radio.UnknownUnit, "一切正常"},
	{"＋违停3", radio.UnknownUnit, "＋违停3"},
	{"horn-1-b 2", radio.UnknownUnit, "horn-1-b"},
	{"Little Horn 1 2 / Horn-11 2", radio.UnknownUnit, "Horn-11"},
	{"联 2 f", radio.AmbiguousUnit, "联"},
	{"joint-3 2 f", radio.UnitNotOut, "joint-3"},
	{"联防 一切正常", radio.UnitNotOut, "联防"},
	{"horn-1 in rain / 一队 2", radio.UnitNotOut, "一队"},
	{"joint-3 out / joint-3 1", radio.UnitNotOut, "joint-3"},
	{"horn-1 out", radio.UnitOut, "horn-1"},
	{"joint-3 out / 联防 出", radio.UnitOut, "联防"},
	{"horn-1 wnada f", radio.UnknownCheckpoint, "wnada"},
	{"小喇叭一队 万大 步巡", radio.UnknownCheckpoint, "万大"},
	{"horn-1 广场 f", radio.AmbiguousCheckpoint, "广场"},
	{"horn-1 2, gate f", radio.AmbiguousCheckpoint, "gate"},
	{"horn-1 9 f", radio.BeyondRoute, "9"},
	{"horn-1 ０ f", radio.BeyondRoute, "０"},
	{"horn-1 2-9 f", radio.BeyondRoute, "2-9"},
	{"一队6号点正常", radio.BeyondRoute, "6号点"},
	{"horn-1 f 22:05", radio.CheckpointNeeded, "f"},
	{"horn-1 +moved 3", radio.CheckpointNeeded, "+moved 3"},
	{"horn-1 s road closed", radio.CheckpointNeeded, "s"},
	{"joint-3 out nowhere", radio.UnknownRoute, "nowhere"},
	{"joint-3 出 公众集市 步巡", radio.UnknownRoute, "公众集市"},
	{"joint-3 out 巡", radio.AmbiguousRoute, "巡"},
	{"horn-1 2 22:65", radio.BadTime, "22:65"},
	{"horn-1 2 2575", radio.BadTime, "2575"},
	{"horn-1 2 22:05:30 all", radio.BadTime, "22:05:30"},
	{"horn-1 2 2２：５", radio.BadTime, "2２：５"},
	{"horn-1 2 23:50", radio.NotYet, "23:50"},
	{"horn-1 2 09:00", radio.NotYet, "09:00"},
	{"horn-1 2 -721", radio.NotYet, "-721"},
	{"horn-1 2 900分钟前", radio.NotYet, "900分钟前"},
	{"horn-1 2 +foo 3", radio.UnknownOutcome, "+foo"},
	{"horn-1 2 +", radio.UnknownOutcome, "+"},
	{"horn-1 2 +3", radio.UnknownOutcome, "+3"},
	{"horn-1 2 +交通违停", radio.UnknownOutcome, "+交通违停"},
	{"horn-1 2 +d 3", radio.AmbiguousOutcome, "d"},
	{"horn-1 2 +vehicles-moved 0", radio.BadQuantity, "0"},
	{"horn-1 2 +违停10000", radio.BadQuantity, "10000"},
	{"horn-1 2 +99999999999999999999违停", radio.BadQuantity, "99999999999999999999"},
	{"horn-1 2 @fax", radio.UnknownChannel, "@fax"},
	{"horn-1 @ 2", radio.UnknownChannel, "@"},
	{"horn-1 2 f v", radio.SaidTwice, "v"},
	{"horn-1 2 22:05 22:10", radio.SaidTwice, "22:10"},
	{"horn-1 @phone 2 @当面", radio.SaidTwice, "@当面"},
	{"horn-1 1 s 22:05 road closed", radio.NotTogether, "22:05"},
	{"horn-1 1 f s road closed", radio.NotTogether, "f"},
	{"horn-1 1 s +moved road closed", radio.NotTogether, "+moved"},
	{"joint-3 出 夜市 步 22:05 出发", radio.NotTogether, "22:05 出发"},
	{"horn-1 2 s", radio.ReasonNeeded, "s"},
	{"horn-1 收", radio.ReasonNeeded, "收"},
}

func TestProblemsPointAtTheirWord(t *testing.T) {
	d := newDesk(t)
	var met []radio.Code
	for _, c := range problems {
		for _, lang := range []model.Lang{model.ZH, model.EN} {
			found := radio.Parse(c.line, d.context(lang)).Problems()
			if len(found) != 1 {
				t.Errorf("%s: %d problems, want %s: %+v", c.line, len(found), c.code, found)
				continue
			}
			p := found[0]
			if word := c.line[p.From:p.To]; p.Code != c.code || word != c.word {
				t.Errorf("%s: %s at %q, want %s at %q", c.line, p.Code, word, c.code, c.word)
			}
			if p.Code != radio.EmptyReport && p.Code != radio.UnknownChannel && !strings.Contains(p.Text, c.word) && c.code != radio.BeyondRoute {
				t.Errorf("%s: %q does not say %q", c.line, p.Text, c.word)
			}
		}
		met = append(met, c.code)
	}
	for _, code := range radio.Codes {
		for _, lang := range []model.Lang{model.ZH, model.EN} {
			if text.For(lang).Radio.Problems[string(code)] == "" {
				t.Errorf("no %s sentence for %s", lang, code)
			}
		}
		if !slices.Contains(met, code) {
			t.Errorf("no line has the problem %s", code)
		}
	}
	if said, known := len(text.For(model.ZH).Radio.Problems), len(radio.Codes); said != known {
		t.Errorf("%d sentences for %d problems", said, known)
	}
}

func TestAnAmbiguousWordNamesWhatItMayBe(t *testing.T) {
	p := radio.Parse("horn-1 广场 f", newDesk(t).context(model.ZH)).Problems()[0]
	if len(p.May) != 2 || p.May[0].ID != "wanda-east" || p.May[1].ID != "wanda-south" {
		t.Errorf("%+v", p.May)
	}
	if want := "「广场」可能是：万达广场东门 (wanda-east)、万达广场南广场 (wanda-south)。请写序号。"; p.Text != want {
		t.Errorf("%q, want %q", p.Text, want)
	}
}

// A report with a problem records nothing, and the others of the line keep what they say.
func TestAProblemKeepsItsReportFromBeingRecorded(t *testing.T) {
	line := radio.Parse("horn-1 9 f ok / armband-2 1 f ok", newDesk(t).context(model.EN))
	if first := line.Reports[0]; len(first.Intents) > 0 || first.Preview != "" || first.Words[3].Role != radio.NoteText {
		t.Errorf("%+v", first)
	}
	if second := line.Reports[1]; len(second.Intents) != 1 || second.Preview == "" {
		t.Errorf("%+v", second)
	}
	if empty := radio.Parse(" \u3000 ", newDesk(t).context(model.EN)); len(empty.Reports) > 0 {
		t.Errorf("%+v", empty)
	}
}
