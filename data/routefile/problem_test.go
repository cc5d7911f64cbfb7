package routefile

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

const base = `version: 1
site: {id: s, name: S}
checkpoints:
  - {id: alpha, name: A}
  - {id: beta, name: B}
routes:
  - id: r
    name: R
    tolerance: {on_time: 10m, outer: 30m}
    rounds: ["20:00", "22:00"]
    calls:
      - {checkpoint: alpha}
      - {checkpoint: beta, after: 20m}
units:
  - {id: u, callsign: U, kind: police, usual_route: r}
`

// mistake is one edit of base and the one problem that it makes, at the place of the ¦.
type mistake struct {
	old, new string
	code     Code
	subject  string
	detail   string
}

var mistakes = []mistake{
	{base, "¦a: " + strings.Repeat("x", MaxSize), TooLarge, "", "256 KiB"},
	{"name: R", "name: R¦\xff", NotUTF8, "0xFF", ""},
	{"name: R", "name: ¦" + gbk("万达广场"), LooksGBK, "0xCD", ""},
	{base, "¦\xff\xfev\x00", LooksUTF16, "", ""},
	{"name: R", "name: 万¦\x00", ForbiddenRune, "U+0000", ""},
	{"name: R", "name: a¦\u202eb", ForbiddenRune, "U+202E", ""},
	{"name: R", `name: ¦"a\nb"`, ForbiddenRune, "U+000A", ""},
	{base, "¦", EmptyFile, "", ""},
	{base, "¦# nothing\n", EmptyFile, "", ""},
	{"    name: R\n", "    name: R\n¦   order: any\n", Syntax, "order: any", "did not find expected '-' indicator"},
	{`    rounds: ["20:00", "22:00"]`, `¦    rounds: ["20:00", "22:00"`, Syntax, `rounds: ["20:00", "22:00"`, "did not find expected ',' or ']'"},
	{"    name: R", "¦    name: R: S", Syntax, "name: R: S", "mapping values are not allowed in this context"},
	{"    name: R", "¦    name： R", Syntax, "name： R", "could not find expected ':'"},
	{"    name: R", "¦    name: \"R", Syntax, "name: \"R", "did not find expected key"},
	{"site: {id: s", "¦site: {id: }", Syntax, "site: {id: }, name: S}", "did not find expected key"},
	{"name: R", "name: " + strings.Repeat("[", 13) + "¦" + strings.Repeat("[", 7) + strings.Repeat("]", 20), TooDeep, "", "16"},
	{"    name: R", "¦    name: " + strings.Repeat("[", 20000), TooDeep, "", "16"},
	{"units:", "¦---\nunits:", SeveralDocuments, "", ""},
	{"name: R", "name: ¦&x R", Alias, "x", ""},
	{"name: R", "name: ¦*x", Alias, "x", ""},
	{"name: R", "¦<<: {}\n    name: R", MergeKey, "<<", ""},
	{"name: R", "name: ¦!!binary R", ExplicitTag, "!!binary", ""},

	{"site: {id: s, name: S}", "site: ¦s", WantMap, "s", ""},
	{base, "¦- 1", WantMap, "", ""},
	{`["20:00", "22:00"]`, `¦"20:00"`, WantList, "20:00", ""},
	{"name: R", "name: ¦[R]", WantText, "", ""},
	{"name: R", "name: ¦~", WantText, "~", ""},
	{"name: R", "name: R\n    ? ¦[x]\n    : 1", WantText, "", ""},
	{"name: A", "name: A, position: {lat: ¦north, lon: 1}", WantNumber, "north", ""},
	{"version: 1", `version: ¦"1"`, WantNumber, "1", ""},
	{"name: R", "name: R\n    ¦ordr: any", UnknownKey, "ordr", "order"},
	{"name: R", "name: R\n    ¦nnme: any", UnknownKey, "nnme", "name"},
	{"name: R", "name: R\n    ¦colour: red", UnknownKey, "colour", ""},
	{"name: R", "name: R\n    ¦name: S", DuplicateKey, "name", "8"},
	{"id: r\n    name: R\n", "¦id: r\n", MissingKey, "name", ""},
	{"calls:\n      - {checkpoint: alpha}\n      - {checkpoint: beta, after: 20m}", "calls: ¦[]", EmptyList, "", ""},
	{"calls:\n", "calls:\n" + strings.Repeat("      - {checkpoint: alpha}\n", maxCalls-1) + "      - {checkpoint: beta}\n      - ¦{}\n", LongList, "", "200"},
	{"name: R", `name: ¦" "`, EmptyText, " ", ""},
	{"name: R", `name: ¦{}`, EmptyText, "", ""},
	{"name: R", "name: {zh: R, en: ¦''}", EmptyText, "", ""},
	{"name: R", "name: ¦" + strings.Repeat("夜", 101), LongText, strings.Repeat("夜", 28) + "...", "100"},

	{"version: 1", "version: ¦2", BadVersion, "2", "1"},
	{"version: 1", "version: ¦1.0", BadVersion, "1.0", "1"},
	{"id: s", "id: ¦.s", BadID, ".s", ""},
	{"id: s", "id: ¦../s", BadID, "../s", ""},
	{"id: s", "id: ¦万达", BadID, "万达", ""},
	{"id: s", "id: ¦" + strings.Repeat("a", 65), BadID, strings.Repeat("a", 57) + "...", ""},
	{"id: u", "id: u, callsign: V, kind: mixed}\n  - {id: ¦u", DuplicateID, "u", "15"},
	{"id: beta", "id: beta, name: C}\n  - {id: ¦beta", DuplicateID, "beta", "5"},
	{"units:", "  - {id: ¦r, name: R, every: 1h, calls: [{checkpoint: alpha}]}\nunits:", DuplicateID, "r", "7"},
	{"units:", "outcomes: [{id: a, name: A}, {id: ¦a, name: B}]\nunits:", DuplicateID, "a", "14"},
	{"units:", "outcomes: [{id: ¦走失, name: A}]\nunits:", BadID, "走失", ""},
	{"units:", "outcomes: [¦{id: a}]\nunits:", MissingKey, "name", ""},
	{"units:", "outcomes: [¦a]\nunits:", WantMap, "a", ""},
	{"units:", "outcomes:\n" + outcomesUpTo(maxOutcomes) + "  - ¦{}\nunits:", LongList, "", "20"},
	{"units:", "outcomes: [{id: ¦vehicles-moved, name: A}]\nunits:", ReservedID, "vehicles-moved", ""},
	{"name: A", "name: A, checklist: ¦[]", EmptyList, "", ""},
	{"name: A", "name: A, checklist: ¦exit", WantList, "exit", ""},
	{"name: A", "name: A, checklist: [exit, ¦[]]", WantText, "", ""},
	{"name: A", "name: A, checklist: [¦{name: exit}]", MissingKey, "id", ""},
	{"name: A", "name: A, checklist: [{zh: 出口, ¦fr: sortie}]", UnknownKey, "fr", ""},
	{"name: A", "name: A, checklist: [{id: x, name: X}, {id: ¦x, name: Y}]", DuplicateID, "x", "4"},
	{"name: A", "name: A, checklist: [exit, {id: ¦\"1\", name: Y}]", DuplicateID, "1", "4"},
	{"name: A", "name: A, checklist: [{id: 2, name: Y}, ¦exit]", DuplicateID, "2", "4"},
	{"name: A", "name: A, checklist: [" + strings.Repeat("exit, ", maxItems) + "¦exit]", LongList, "", "20"},
	{"kind: police", "kind: ¦cop", UnknownValue, "cop", "police, auxiliary, volunteer, mixed"},
	{"name: R", "name: R\n    order: ¦random", UnknownValue, "random", "fixed, any"},
	{"name: A", "name: A, mode: ¦boat", UnknownValue, "boat", "foot, vehicle, any"},
	{"name: A", "name: A, position: {lat: 1, lon: 1, datum: ¦wgs}", UnknownValue, "wgs", "wgs84, gcj02, bd09, cgcs2000"},
	{"checkpoint: beta", "checkpoint: ¦delta", UnknownCheckpoint, "delta", ""},
	{"checkpoint: beta", "checkpoint: ¦beat", UnknownCheckpoint, "beat", "beta"},
	{"usual_route: r", "usual_route: ¦q", UnknownRoute, "q", "r"},
	{"version: 1", "version: 1\ntimezone: ¦Asia/Hengyang", UnknownZone, "Asia/Hengyang", ""},
	{"version: 1", "version: 1\ntimezone: ¦Local", UnknownZone, "Local", ""},
	{`"22:00"`, `¦"24:00"`, BadTime, "24:00", "00:00, 23:59"},
	{`"22:00"`, `¦"22：00"`, BadTime, "22：00", "00:00, 23:59"},
	{`"22:00"`, `¦" 9:00"`, BadTime, " 9:00", "00:00, 23:59"},
	{`"22:00"`, `¦"-0:30"`, BadTime, "-0:30", "00:00, 23:59"},
	{"after: 20m", "after: ¦20", BadDuration, "20", "10m, 1h30m"},
	{"after: 20m", "after: ¦20 min", BadDuration, "20 min", "10m, 1h30m"},
	{"after: 20m", "after: ¦-20m", DurationRange, "-20m", "0m, 24h"},
	{"after: 20m", "after: ¦25h", DurationRange, "25h", "0m, 24h"},
	{"after: 20m", "after: ¦99999999999999999999h", DurationRange, "99999999999999999999h", "0m, 24h"},
	{"outer: 30m", "outer: ¦13h", DurationRange, "13h", "0m, 12h"},
	{"name: A", "name: A, position: {lat: ¦91, lon: 1}", BadPosition, "91", "-90, 90"},
	{"name: A", "name: A, position: {lat: 1, lon: ¦-180.1}", BadPosition, "-180.1", "-180, 180"},
	{"name: A", "name: A, position: {lat: ¦.nan, lon: 1}", BadPosition, ".nan", "-90, 90"},
	{"name: A", "name: A, position: ¦{lat: 0, lon: 0.0}", ZeroPosition, "0, 0", ""},
	{"name: A", "name: A, radius: ¦80ft", BadRadius, "80ft", "1m, 50000m"},
	{"name: A", "name: A, radius: ¦0", BadRadius, "0", "1m, 50000m"},
	{"name: A", "name: A, radius: ¦51km", BadRadius, "51km", "1m, 50000m"},

	{"on_time: 10m", "on_time: ¦31m", ToleranceOrder, "31m", "30m"},
	{`"22:00"`, `¦"20:00"`, RepeatedRound, "20:00", "10"},
	{`["20:00", "22:00"]`, `["01:00", ¦"22:00"]`, RoundOrder, "22:00", "01:00"},
	{"calls:", "every: ¦2h\n    calls:", RoundsAndEvery, "2h", ""},
	{"id: r\n    name: R\n    tolerance: {on_time: 10m, outer: 30m}\n    rounds: [\"20:00\", \"22:00\"]\n", "¦id: r\n    name: R\n", NoRounds, "r", ""},
	{"units:", "  - {id: q, name: Q, every: ¦0m, calls: [{checkpoint: alpha}]}\nunits:", ZeroInterval, "0m", ""},
	{"name: R", "name: R\n    contact: ¦0m", ZeroContact, "0m", ""},
	{"name: R", "name: R\n    contact: ¦-5m", DurationRange, "-5m", "0m, 24h"},
	{"name: R", "name: R\n    contact: ¦24h1m", DurationRange, "24h1m", "0m, 24h"},
	{"name: R", "name: R\n    contact: ¦30", BadDuration, "30", "10m, 1h30m"},
	{"- {checkpoint: beta, after: 20m}\nunits:", "- {checkpoint: beta, after: 20m}\n  - {id: q, name: Q, every: 1h, calls: [{checkpoint: alpha, after: ¦1m}]}\nunits:",
		TimedInterval, "after", ""},
	{"units:", "  - {id: q, name: Q, every: 1h, calls: [{checkpoint: alpha}, ¦{checkpoint: alpha}]}\nunits:", RepeatedCall, "alpha", "14"},
	{"after: 20m", `after: ¦20m, from: 0m, to: 10m`, AfterAndWindow, "20m", ""},
	{"after: 20m", `from: ¦20m`, HalfWindow, "from", "to"},
	{"after: 20m", `to: ¦20m`, HalfWindow, "to", "from"},
	{"{checkpoint: beta, after: 20m", `¦{checkpoint: beta, from: 20m, to: 10m`, WindowReversed, "beta", "20:20-20:10"},
	{"{checkpoint: beta, after: 20m", `¦{checkpoint: beta, from: "23:00", to: "22:30"`, WindowReversed, "beta", "23:00-22:30"},
	{"{checkpoint: beta, after: 20m", `¦{checkpoint: beta, from: "20:30", to: 10m`, WindowReversed, "beta", "20:30-20:10"},
	{"\"22:00\"]\n    calls:\n      - {checkpoint: alpha", "\"20:15\"]\n    calls:\n      - ¦{checkpoint: alpha",
		OverlappingBands, "alpha", "19:50-20:10, 20:05-20:25"},
	{"{checkpoint: beta, after: 20m", "¦{checkpoint: alpha, tolerance: {on_time: 15m, outer: 20m}", OverlappingBands, "alpha", "19:50-20:10, 19:45-20:15"},
	{"{checkpoint: beta, after: 20m", "¦{checkpoint: alpha, after: 18m", OverlappingBands, "alpha", "19:50-20:10, 20:08-20:28"},
}

// apply is the plan with the mistake, and the line and column of it.
func (m mistake) apply(t testing.TB) (src string, line, column int) {
	t.Helper()
	src = strings.Replace(base, m.old, m.new, 1)
	before, after, found := strings.Cut(src, "¦")
	if !found {
		t.Fatalf("%q is not in the plan, or %q has no place", m.old, m.new)
	}
	line = strings.Count(before, "\n") + 1
	column = utf8.RuneCountInString(before[strings.LastIndex(before, "\n")+1:]) + 1
	return before + after, line, column
}

func outcomesUpTo(n int) (lines string) {
	for i := range n {
		lines += fmt.Sprintf("  - {id: o%d, name: O}\n", i)
	}
	return lines
}

func gbk(s string) string {
	b, err := simplifiedchinese.GBK.NewEncoder().String(s)
	if err != nil {
		panic(err)
	}
	return b
}

func TestEachMistakeIsToldWithItsPlace(t *testing.T) {
	for _, m := range mistakes {
		src, line, column := m.apply(t)
		want := Problem{line, column, m.code, m.subject, m.detail}
		_, err := Read([]byte(src))
		var got Problems
		if errors.As(err, &got); len(got) == 0 || got[0] != want {
			t.Errorf("%.40q: want\n%v\ngot\n%.300v", m.new, want, err)
		}
		if len(got) > 1 && m.code != OverlappingBands { // of rounds too close every call suffers
			t.Errorf("%.40q: more than one problem:\n%v", m.new, err)
		}
	}
}

func TestEveryCodeHasAMistake(t *testing.T) {
	told := map[Code]bool{}
	for _, m := range mistakes {
		told[m.code] = true
	}
	for _, c := range Codes {
		if !told[c] {
			t.Errorf("no test for %s", c)
		}
		delete(told, c)
	}
	for c := range told {
		t.Errorf("%s is not in Codes", c)
	}
}

func TestAllProblemsAtOnceInTheOrderOfTheFile(t *testing.T) {
	src := base
	for old, replacement := range map[string]string{
		"id: s":            "id: s s",
		"{id: beta,":       "{id: alpha, radius: far,",
		"on_time: 10m":     "on_time: x",
		`"22:00"`:          `"22:60"`,
		"checkpoint: beta": "checkpoint: gamma",
		"kind: police":     "knd: police",
	} {
		src = strings.Replace(src, old, replacement, 1)
	}
	_, err := Read([]byte(src))
	want := `line 2, column 12: bad id: s s
line 5, column 10: duplicate id: alpha (4)
line 5, column 25: bad radius: far (1m, 50000m)
line 9, column 26: bad duration: x (10m, 1h30m)
line 10, column 23: bad time: 22:60 (00:00, 23:59)
line 13, column 22: unknown checkpoint: gamma
line 15, column 5: missing key: kind
line 15, column 26: unknown key: knd (kind)`
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

func TestSubjectsAreSafeToPrint(t *testing.T) {
	_, err := Read([]byte(strings.Replace(base, "id: s", `id: "a\e[2J\u202e"`, 1)))
	var got Problems
	if !errors.As(err, &got) || got[0].Subject != "a\uFFFD[2J\uFFFD" {
		t.Errorf("got %q", err)
	}
}
