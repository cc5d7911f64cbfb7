package text_test

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"golang.org/x/text/width"

	"beatbook/data/routefile"
	"beatbook/model"
	"beatbook/ui/text"
)

var (
	zh = text.For(model.ZH)
	en = text.For(model.EN)
)

// walk visits every string of the texts by its path.
func walk(v reflect.Value, path string, visit func(path, s string)) {
	switch v.Kind() {
	case reflect.String:
		visit(path, v.String())
	case reflect.Struct:
		for i := range v.NumField() {
			walk(v.Field(i), path+"."+v.Type().Field(i).Name, visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			walk(v.Index(i), fmt.Sprintf("%s[%d]", path, i), visit)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			walk(v.MapIndex(k), fmt.Sprintf("%s[%v]", path, k), visit)
		}
	default:
		panic("texts of kind " + v.Kind().String() + " at " + path)
	}
}

func flat(s *text.Strings) map[string]string {
	all := map[string]string{}
	walk(reflect.ValueOf(*s), "", func(path, s string) { all[path] = s })
	return all
}

func TestNoTextIsMissing(t *testing.T) {
	for _, s := range []*text.Strings{zh, en} {
		walk(reflect.ValueOf(*s), "", func(path, text string) {
			if strings.TrimSpace(text) == "" {
				t.Errorf("%s%s is empty", s.Lang, path)
			}
		})
		v := reflect.ValueOf(*s)
		for i := range v.NumField() {
			if v.Field(i).IsZero() {
				t.Errorf("%s.%s is missing", s.Lang, v.Type().Field(i).Name)
			}
		}
	}
}

var (
	verb        = regexp.MustCompile(`%[-+# 0]*\d*(?:\.\d+)?(?:\[(\d+)\])?([a-zA-Z%])`)
	placeholder = regexp.MustCompile(`\{[a-z]\}`)
)

// arguments are what a text takes: the printf verbs by the number of their argument, and the placeholders.
func arguments(s string) []string {
	var found []string
	next := 1
	for _, match := range verb.FindAllStringSubmatch(s, -1) {
		if match[2] == "%" {
			continue
		}
		if n, err := strconv.Atoi(match[1]); err == nil {
			next = n
		}
		found = append(found, fmt.Sprintf("%d%s", next, match[2]))
		next++
	}
	found = append(found, placeholder.FindAllString(s, -1)...)
	slices.Sort(found)
	return slices.Compact(found)
}

func TestBothLanguagesTakeTheSameArguments(t *testing.T) {
	all := flat(en)
	for path, s := range flat(zh) {
		if strings.HasPrefix(path, ".Lang") || strings.Contains(path, "Reasons[") {
			continue
		}
		other, ok := all[path]
		if !ok {
			t.Errorf("%s has no English", path)
			continue
		}
		if !slices.Equal(arguments(s), arguments(other)) {
			t.Errorf("%s: %q takes %v, %q takes %v", path, s, arguments(s), other, arguments(other))
		}
	}
	if a, b := len(all), len(flat(zh)); a < b-10 || a > b+10 {
		t.Errorf("%d English texts, %d Chinese ones", a, b)
	}
}

func TestLanguagesAreNotMixedUp(t *testing.T) {
	han := regexp.MustCompile(`\p{Han}`)
	for path, s := range flat(en) {
		if path != ".Keys.Language" && han.MatchString(s) {
			t.Errorf("English %s: %q", path, s)
		}
	}
}

func wordsFor[K ~string](t *testing.T, all []K, words func(*text.Strings) map[K]string) {
	t.Helper()
	for _, s := range []*text.Strings{zh, en} {
		for _, k := range all {
			if words(s)[k] == "" {
				t.Errorf("%s has no word for %q", s.Lang, k)
			}
		}
		if len(words(s)) != len(all) {
			t.Errorf("%s has %d words for %d", s.Lang, len(words(s)), len(all))
		}
	}
}

func TestEveryWordOfTheModelIsKnown(t *testing.T) {
	wordsFor(t, model.States, func(s *text.Strings) map[model.State]string { return s.Words.States })
	wordsFor(t, model.Marks, func(s *text.Strings) map[model.Mark]string { return s.Words.Marks })
	wordsFor(t, model.PlaceKinds, func(s *text.Strings) map[model.PlaceKind]string { return s.Words.Places })
	wordsFor(t, model.UnitKinds, func(s *text.Strings) map[model.UnitKind]string { return s.Words.Units })
	wordsFor(t, []model.Mode{model.Foot, model.Vehicle, model.AnyMode},
		func(s *text.Strings) map[model.Mode]string { return s.Words.Modes })
	wordsFor(t, model.OutcomeKinds, func(s *text.Strings) map[model.OutcomeKind]string { return s.Words.Outcomes })
	wordsFor(t, model.HazardKinds, func(s *text.Strings) map[model.HazardKind]string { return s.Words.HazardKinds })
	wordsFor(t, model.Severities, func(s *text.Strings) map[model.Severity]string { return s.Words.Severities })
	wordsFor(t, model.HazardStates, func(s *text.Strings) map[model.HazardState]string { return s.Words.HazardStates })
	wordsFor(t, model.HazardSteps, func(s *text.Strings) map[model.HazardStep]string { return s.Words.HazardSteps })
	wordsFor(t, model.Kinds, func(s *text.Strings) map[model.Kind]string { return s.Words.Records })
	wordsFor(t, model.RefusalCodes, func(s *text.Strings) map[model.RefusalCode]string { return s.Words.Refusals })
	wordsFor(t, routefile.Codes, func(s *text.Strings) map[routefile.Code]string { return s.Plan.Problems })
}

func TestWordsOfTheRuleBook(t *testing.T) {
	for want, got := range map[string]string{
		"步巡": zh.Mode(model.Foot), "车巡": zh.Mode(model.Vehicle), "夜市": zh.PlaceKind("night-market"),
		"民警": zh.UnitKind("police"), "准时": zh.State(model.OnTime), "漏巡": zh.State(model.Missed),
		"逆序": zh.Mark(model.OutOfOrder), "补录": zh.Mark(model.LateEntry), "时钟存疑": zh.Mark(model.ClockDoubt),
		"逆序、单人": zh.Marks([]model.Mark{model.OutOfOrder, model.CrewOfOne}), "签到": zh.RecordKind(model.CheckedIn),
	} {
		if want != got {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestUnknownWordsOfNewerVersions(t *testing.T) {
	if got := zh.State("parked"); got != "parked" {
		t.Error(got)
	}
	if got := en.RecordKind("report.signed"); got != en.Words.OtherRecord {
		t.Error(got)
	}
	if got := en.Refusal(&model.Refusal{Code: "no-fuel", Subject: "7"}); !strings.Contains(got, "no-fuel: 7") {
		t.Error(got)
	}
	p := routefile.Problem{Line: 3, Column: 5, Code: "new-code"}
	if got := zh.PlanProblem(p); !strings.HasPrefix(got, "第 3 行第 5 列：new-code") {
		t.Error(got)
	}
}

func TestRefusalNamesItsSubject(t *testing.T) {
	got := zh.Refusal(&model.Refusal{Code: model.UnknownCheckpoint, Subject: "50%d"})
	if got != "没有点位「50%d」，请核对名称或编号。" {
		t.Error(got)
	}
}

func TestPlanProblemSaysWhereAndWhat(t *testing.T) {
	p := routefile.Problem{Line: 12, Column: 7, Code: routefile.UnknownKey, Subject: "naem", Detail: "name"}
	if got, want := zh.PlanProblem(p), "第 12 行第 7 列：不认识的键「naem」，请改正或删去。是不是「name」？"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	p.Detail = ""
	if got, want := en.PlanProblem(p), "line 12, column 7: Key \"naem\" is not known. Correct or delete it."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestDuration(t *testing.T) {
	for _, c := range []struct {
		d      time.Duration
		zh, en string
	}{
		{0, "0 秒", "0 s"},
		{59*time.Second + 999*time.Millisecond, "59 秒", "59 s"},
		{6*time.Minute + 59*time.Second, "6 分", "6 min"},
		{-4 * time.Minute, "4 分", "4 min"},
		{65 * time.Minute, "1 时 05 分", "1 h 05"},
		{51 * time.Hour, "2 天 3 时", "2 d 3 h"},
	} {
		if got := zh.Duration(c.d); got != c.zh {
			t.Errorf("%v: %q, want %q", c.d, got, c.zh)
		}
		if got := en.Duration(c.d); got != c.en {
			t.Errorf("%v: %q, want %q", c.d, got, c.en)
		}
	}
}

func TestNight(t *testing.T) {
	if zh.Night("2026-11-24") != "2026-11-24 夜" || en.Night("2026-11-24") != "Night of 2026-11-24" {
		t.Error(zh.Night("2026-11-24"), en.Night("2026-11-24"))
	}
}

func TestAnUnknownLanguageIsChinese(t *testing.T) {
	if text.For("fr").Lang != model.ZH {
		t.Error(text.For("fr").Lang)
	}
}

// On an old console in a Chinese code page a character of ambiguous width takes two cells where the program counts one.
func TestTextsHaveNoCharactersOfAmbiguousWidth(t *testing.T) {
	for _, lang := range []model.Lang{model.ZH, model.EN} {
		walk(reflect.ValueOf(*text.For(lang)), "", func(_, s string) {
			for _, r := range s {
				if width.LookupRune(r).Kind() == width.EastAsianAmbiguous || lang == model.EN && r > 0x7e && !unicode.Is(unicode.Han, r) {
					t.Errorf("%q has %q", s, r)
				}
			}
		})
	}
}
