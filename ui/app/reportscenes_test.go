package app

import (
	"errors"
	"path/filepath"
	"time"

	"beatbook/model"
)

// reportScenes are the states of the report.
func reportScenes() []scene {
	all := []scene{
		{"report empty", func(w *world, _ words) { w.press("r") }},
		{"report long", func(w *world, _ words) { on(w, "long", "f"); w.press("r", "4", "end") }},
		{"report adding", func(w *world, say words) {
			reported(w, say)
			slowReports(w)
			w.press("r")
			w.pass(time.Second)
		}},
		{"report adding more", func(w *world, say words) {
			reported(w, say)
			w.press("r")
			slowReports(w)
			w.press("w", "w")
			w.pass(time.Second)
		}},
		{"report stopped", func(w *world, say words) {
			reported(w, say)
			slowReports(w)
			w.press("r")
			w.pass(time.Second)
			w.press("esc")
		}},
		{"report failed", func(w *world, say words) {
			reported(w, say)
			c := slowReports(w)
			c.open()
			c.fail = errors.New(say.reason)
			w.press("r")
		}},
		{"report exists", func(w *world, say words) {
			reported(w, say)
			file := filepath.Join(w.t.TempDir(), "report.txt")
			for range 2 {
				w.press("r", "e", "tab", "ctrl+u", file, "ctrl+s")
				w.pass(2 * time.Second)
			}
		}},
	}
	for _, d := range []overlay{
		{"report", []string{"r"}},
		{"report by unit", []string{"r", "tab", "2", "down"}},
		{"report trend", []string{"r", "3"}},
		{"report visits", []string{"r", "4", "down"}},
		{"report missed", []string{"r", "5", "end"}},
		{"report gaps", []string{"r", "6", "end"}},
		{"report year", []string{"r", "w", "w", "w", "5", "down"}},
		{"report narrowed", []string{"r", "p", "u", "u"}},
		{"report help", []string{"r", "?"}},
		{"report export", []string{"r", "e"}},
		{"report export file", []string{"r", "e", "2", "tab", "NOTE"}},
		{"report export refused", []string{"r", "e", "tab", "ctrl+u", "ctrl+s"}},
	} {
		all = append(all, scene{d.name, func(w *world, say words) { reported(w, say); w.say(say, d.keys) }})
	}
	return all
}

// reported is a walk with work and hazards behind two earlier ones.
func reported(w *world, say words) {
	worked(w, say)
	walk := w.shift
	w.night(3)
	w.night(1)
	w.shift = walk
	w.reload()
	w.app.env.Hazards = hazardsOf(w)
}

// hazardsOf are those of the log.
func hazardsOf(w *world) *model.Hazards {
	w.t.Helper()
	hazards, err := w.log.Hazards()
	if err != nil {
		w.t.Fatal(err)
	}
	return hazards
}
