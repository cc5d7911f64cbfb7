package app

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"beatbook/model"
	"beatbook/ui/theme"
)

var update = flag.Bool("update", false, "write the pictures in testdata anew")

func TestPictures(t *testing.T) {
	words := words{note: "路灯坏了，已报值班室", reason: "道路封闭", handover: "钥匙在值班室"}
	plain := func(w *world) { eventful(w, words) }
	for name, c := range map[string]struct {
		lang          model.Lang
		ascii         bool
		width, height int
		play          func(w *world)
	}{
		"patrol-zh-80x24":  {model.ZH, false, 80, 24, plain},
		"patrol-en-80x24":  {model.EN, false, 80, 24, plain},
		"patrol-zh-120x40": {model.ZH, false, 120, 40, plain},
		"patrol-en-60x16":  {model.EN, false, 60, 16, plain},
		"patrol-ascii":     {model.EN, true, 80, 24, plain},
		"start":            {model.ZH, false, 80, 24, func(w *world) { w.press("tab", "tab", "tab") }},
		"report-zh-80x24":  {model.ZH, false, 80, 24, func(w *world) { reported(w, words); w.press("r") }},
		"report-zh-120x40": {model.ZH, false, 120, 40, func(w *world) { reported(w, words); w.press("r") }},
		"report-en-60x16":  {model.EN, false, 60, 16, func(w *world) { reported(w, words); w.press("r", "4", "down") }},
		"report-ascii":     {model.EN, true, 120, 40, func(w *world) { reported(w, words); w.press("r", "w", "tab", "4") }},
		"skip":             {model.ZH, false, 80, 24, func(w *world) { plain(w); w.press("s") }},
		"correct":          {model.ZH, false, 80, 24, func(w *world) { plain(w); w.press("1", "c", "tab", "tab", "tab") }},
	} {
		t.Run(name, func(t *testing.T) {
			inWorldOf(t, fullPlan(t), func(w *world) {
				w.openWith(Config{Lang: c.lang, Theme: theme.Mono, ASCII: c.ascii}, c.width, c.height)
				c.play(w)
				w.picture(name)
			})
		})
	}
}

// picture holds the screen against the one in testdata.
func (w *world) picture(name string) {
	w.t.Helper()
	lines := strings.Split(w.screen(), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	got := strings.Join(lines, "\n") + "\n"
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			w.t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		w.t.Fatal(err)
	}
	if want := strings.ReplaceAll(string(want), "\r\n", "\n"); got != want {
		w.t.Errorf("got\n%s\nwant\n%s\nIf the new one is right: go test ./ui/app -run Pictures -update", got, want)
	}
}
