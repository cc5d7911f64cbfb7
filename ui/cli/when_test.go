package cli

import (
	"errors"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"beatbook/model"
	"beatbook/ui/plain"
	"beatbook/ui/text"
)

func TestMoment(t *testing.T) {
	zone := time.FixedZone("CST", 8*3600)
	p := &program{text: text.For(model.EN)}
	now := time.Date(2026, 11, 25, 0, 30, 0, 0, zone)
	for word, want := range map[string]string{
		"00:30":                     "2026-11-25T00:30:00+08:00",
		"0:05":                      "2026-11-25T00:05:00+08:00",
		"00:31":                     "2026-11-25T00:31:00+08:00", // has not come: the model refuses it
		"23:50":                     "2026-11-24T23:50:00+08:00",
		"2026-11-24T15:00:00Z":      "2026-11-24T23:00:00+08:00",
		"2026-11-26T23:00:00+08:00": "2026-11-26T23:00:00+08:00",
	} {
		got, err := p.moment(&cobra.Command{}, word, now.UTC(), zone)
		if err != nil || stampIn(got, zone) != want {
			t.Errorf("%s: %s %v, want %s", word, stampIn(got, zone), err, want)
		}
	}
	for _, word := range []string{"", "24:00", "12:60", "noon", "12", "12:5", "-1:00", "2026-11-24"} {
		var usage *usageError
		if _, err := p.moment(&cobra.Command{}, word, now, zone); !errors.As(err, &usage) {
			t.Errorf("%q: %v", word, err)
		}
	}
}

func TestOneLine(t *testing.T) {
	for in, want := range map[string]string{
		"一切正常":                   "一切正常",
		"一\r\n二\n\n三":            "一 / 二 / 三",
		"\x1b[31mred\x1b[0m\a":   " [31mred [0m ",
		"left\u202eright":        "left right",
		"👮🏽 e\u0301":             "👮🏽 e\u0301",
		"\n":                     "",
		"tab\tbed":               "tab bed",
		"C1 \u009b31m, BOM kept": "C1  31m, BOM kept",
	} {
		if got := plain.OneLine(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestChosenLang(t *testing.T) {
	for _, tc := range []struct {
		flag, system string
		want         model.Lang
	}{
		{"zh", "en_US.UTF-8", model.ZH},
		{"en", "zh_CN.UTF-8", model.EN},
		{"auto", "zh_CN.UTF-8", model.ZH},
		{"", "zh_TW.Big5", model.ZH},
		{"", "de_DE.UTF-8", model.EN},
		{"", "C", model.EN},
		{"", "", model.EN},
	} {
		for _, name := range []string{"LANGUAGE", "LC_ALL", "LC_MESSAGES"} {
			t.Setenv(name, "")
		}
		t.Setenv("LANG", tc.system)
		if got := chosenLang(tc.flag, t.TempDir()); got != tc.want {
			t.Errorf("flag %q, system %q: %s", tc.flag, tc.system, got)
		}
	}
}

func TestDemoStart(t *testing.T) {
	zone, err := time.LoadLocation("Asia/Shanghai")
	if err != nil {
		t.Fatal(err)
	}
	plan := &model.Plan{Timezone: "Asia/Shanghai", NightTurnsAt: 12 * 60}
	p := &program{text: text.For(model.EN)}
	for _, tc := range []struct{ word, now, want string }{
		{"", "2026-11-24T12:00:00+08:00", "2026-11-24T22:04:00+08:00"},
		{"", "2026-11-24T09:00:00+08:00", "2026-11-23T22:04:00+08:00"},
		{"01:30", "2026-11-24T20:00:00+08:00", "2026-11-25T01:30:00+08:00"},
		{"2026-01-02T03:04:05+08:00", "2026-11-24T20:00:00+08:00", "2026-01-02T03:04:05+08:00"},
	} {
		now, err := time.Parse(time.RFC3339, tc.now)
		if err != nil {
			t.Fatal(err)
		}
		got, err := p.demoStart(&cobra.Command{}, tc.word, plan, now)
		if err != nil || stampIn(got, zone) != tc.want {
			t.Errorf("%q at %s: %s %v, want %s", tc.word, tc.now, stampIn(got, zone), err, tc.want)
		}
	}
}
