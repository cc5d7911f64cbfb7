package text_test

import (
	"testing"

	"beatbook/data"
)

func TestFindingsNameTheirPlace(t *testing.T) {
	for _, c := range []struct {
		data.Finding
		zh, en string
	}{
		{
			data.Finding{Code: data.RecordMissing, Seq: 5, Until: 7, File: "a.jsonl", Line: 5, Count: 4},
			"缺少第 5-7 号记录（a.jsonl 第 5 行之前）。同类问题还有 1 处。", "Record 5-7 is missing (before a.jsonl, line 5). 1 more of this kind.",
		},
		{
			data.Finding{Code: data.HeadGone, Seq: 9, Expected: "abc", Count: 1},
			"存证所指的第 9 号记录不在了：应为 abc。", "Record 9, which the head names, is not there: it ought to be abc.",
		},
		{
			data.Finding{Code: data.HeadGone, Seq: 9, File: "a.jsonl", Line: 3, Expected: "abc", Found: "def", Count: 1},
			"a.jsonl 第 3 行，第 9 号记录与存证不符：应为 abc，实际为 def。", "a.jsonl, line 3: record 9 is not the one of the head: it ought to be abc, it is def.",
		},
		{data.Finding{Code: "newer", Seq: 2, File: "a.jsonl", Line: 3}, "newer a.jsonl 3 2", "newer a.jsonl 3 2"},
	} {
		if got := zh.Finding(c.Finding); got != c.zh {
			t.Errorf("%q, want %q", got, c.zh)
		}
		if got := en.Finding(c.Finding); got != c.en {
			t.Errorf("%q, want %q", got, c.en)
		}
	}
}

func TestEveryFindingHasWords(t *testing.T) {
	for _, code := range []data.FindingCode{
		data.LineUnreadable, data.LineMisplaced, data.LineLost, data.RecordMissing, data.LinkBroken, data.Forked, data.Unsigned, data.WrongSignature,
		data.WrongDevice, data.HeadGone, data.UnknownDevice, data.RecordGone, data.RecordReplaced, data.NothingThere,
	} {
		if zh.Trust.Findings[code] == "" || en.Trust.Findings[code] == "" {
			t.Errorf("%s has no words", code)
		}
	}
}
