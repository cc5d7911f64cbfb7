package lookup_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/width"

	"beatbook/data/sample"
	"beatbook/model"
	"beatbook/ui/lookup"
)

func ids(entries []lookup.Entry) []string {
	var list []string
	for _, e := range entries {
		list = append(list, e.ID)
	}
	return list
}

func entries(names ...string) *lookup.List {
	var list []lookup.Entry
	for _, n := range names {
		zh, en, _ := strings.Cut(n, "|")
		list = append(list, lookup.Entry{ID: n, Name: model.Name{ZH: zh, EN: en}})
	}
	return lookup.NewList(list)
}

func route(t *testing.T) *lookup.List {
	t.Helper()
	plan, err := sample.Plan()
	if err != nil {
		t.Fatal(err)
	}
	return lookup.NewList(lookup.Places(&model.Shift{Plan: plan, Route: plan.Routes[0]}))
}

func TestFind(t *testing.T) {
	list := route(t)
	for word, want := range map[string][]string{
		"wanda-east": {"wanda-east"}, "WANDA-EAST": {"wanda-east"}, "2": {"wanda-south"}, "２": {"wanda-south"},
		"万达广场东门": {"wanda-east"}, " wanda plaza EAST gate ": {"wanda-east"}, "ｗａｎｄａ　ｐｌａｚａ　ｅａｓｔ　ｇａｔｅ": {"wanda-east"},
		"急诊": {"hospital-er"}, "emerg": {"hospital-er"}, "food market": {"lianhe-market"},
		"广场": {"wanda-east", "wanda-south"}, "一条街": {"henggang-north", "henggang-south"},
		"条街南口": {"henggang-south"},
		// Within a word and across a number nobody means anything.
		"anda": nil, "arket": nil, "条": {"henggang-north", "henggang-south"}, "9": nil, "": nil, "  ": nil,
	} {
		if got := ids(list.Find(word)); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", word, got, want)
		}
	}
}

func TestAPartCutsNoNumber(t *testing.T) {
	list := entries("小喇叭一队|Little Horn 1", "小喇叭十一队|Little Horn 11", "小喇叭二十一队|Little Horn 21")
	for word, want := range map[string]int{"一队": 1, "十一队": 1, "horn 1": 1, "horn 11": 1, "horn 2": 0, "horn": 3, "小喇叭": 3, "二队": 0} {
		if found := list.Find(word); len(found) != want {
			t.Errorf("%q: %v, want %d", word, ids(found), want)
		}
	}
}

func TestBegins(t *testing.T) {
	list := entries("小喇叭一队|Little Horn 1", "红袖章二队|Red Armband 2", "horn", "联合01|joint")
	for text, want := range map[string]struct {
		named string
		whole bool
	}{
		"小喇叭一队2号点": {"小喇叭一队", true}, "小喇叭一队": {"小喇叭一队", true}, "一队步巡": {"一队", false},
		"little horn 1 2 3 f": {"little horn 1", true}, "horn 1 2": {"horn", true}, "horn-1 2": {"", false},
		"little horn 2": {"little horn", false}, "little horn 12": {"little horn", false},
		"red armband 2 s": {"red armband 2", true}, "arm 1": {"arm", false}, "ed 1": {"", false},
		"联合01 2": {"联合01", true}, "联合0 2": {"联合", false}, "联合012": {"联合", false}, "": {"", false}, "xx": {"", false},
	} {
		b := list.Begins(text, false)
		if text[:b.Length] != want.named || b.Whole != want.whole || (b.Length > 0) != (len(b.Found) > 0) {
			t.Errorf("%q begins with %q (whole %v), want %+v", text, text[:b.Length], b.Whole, want)
		}
	}
	if b := list.Begins("arm 1", true); b.Length > 0 {
		t.Errorf("%+v is no word", b)
	}
	if b := entries("a|one", "b|one").Begins("one 2", true); !slices.Equal(ids(b.Found), []string{"a|one", "b|one"}) {
		t.Errorf("%+v", b)
	}
}

func TestOffers(t *testing.T) {
	list := route(t)
	for begun, want := range map[string]string{
		"w": "wanda-east wanda-south mall-west", "wanda-s": "wanda-south", "３": "henggang-north", "万达": "wanda-east wanda-south", "x": "",
	} {
		if got := strings.Join(ids(list.Offers(begun)), " "); got != want {
			t.Errorf("%q: %s, want %s", begun, got, want)
		}
	}
	if all := list.Offers(""); len(all) != len(list.All()) || len(all) != 8 || all[0].Number != 1 {
		t.Errorf("%+v", all)
	}
}

// Folding character by character is folding the whole text.
func TestFoldRuneIsFold(t *testing.T) {
	for r := rune(1); r < 0x20000; r++ {
		if s := string(r); strings.TrimSpace(s) != "" {
			if got, want := lookup.Fold(s), strings.ToLower(width.Fold.String(s)); got != want {
				t.Errorf("%U: %q, want %q", r, got, want)
			}
		}
	}
}
