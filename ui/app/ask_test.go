package app

import (
	"fmt"
	"strings"

	"beatbook/model"
)

// kinds are the kinds of the records written since the shift began, one word each.
func (w *world) kinds() string {
	var kinds []string
	for _, r := range w.log.Records {
		if r.Kind != model.PlanAdopted && r.Kind != model.ShiftStarted {
			kinds = append(kinds, string(r.Kind))
		}
	}
	return strings.Join(kinds, " ")
}

func (w *world) wrote(kinds ...model.Kind) {
	w.t.Helper()
	words := make([]string, len(kinds))
	for i, k := range kinds {
		words[i] = string(k)
	}
	if want := strings.Join(words, " "); w.kinds() != want {
		w.t.Fatalf("written: %q, want %q\n%s", w.kinds(), want, w.screen())
	}
}

// last is the body of the last record of the log.
func last[T any](w *world) T {
	w.t.Helper()
	body, err := model.Decode[T](w.log.Records[len(w.log.Records)-1])
	if err != nil {
		w.t.Fatal(err)
	}
	return body
}

// visits are the check-ins of the night as they count, "place mode note" each.
func (w *world) visits() []string {
	w.t.Helper()
	var visits []string
	night, err := w.log.Night(tonight)
	if err != nil {
		w.t.Fatal(err)
	}
	for _, s := range night.Shifts() {
		for _, v := range s.Visits {
			visits = append(visits, strings.TrimSpace(v.Checkpoint+" "+string(v.Mode)+" "+v.Note))
		}
	}
	return visits
}

// visited holds the check-ins that count against what is wanted.
func (w *world) visited(want ...string) {
	w.t.Helper()
	if got := w.visits(); strings.Join(got, "|") != strings.Join(want, "|") {
		w.t.Fatalf("visits: %q, want %q\n%s", got, want, w.screen())
	}
}

// at holds the row of the cursor against a number of the route.
func (w *world) at(number string) {
	w.t.Helper()
	marker := w.app.env.Glyphs.Cursor
	for line := range strings.SplitSeq(w.screen(), "\n") {
		if strings.HasPrefix(line, marker) {
			if got := strings.Fields(line)[1]; got != number {
				w.t.Fatalf("the cursor is on %s, want %s\n%s", got, number, w.screen())
			}
			return
		}
	}
	w.t.Fatalf("no cursor:\n%s", w.screen())
}

func (w *world) dialogs(want int) {
	w.t.Helper()
	if n := len(w.app.env.Dialogs()); n != want {
		w.t.Fatalf("%d dialogs, want %d\n%s", n, want, w.screen())
	}
}

// confirms holds the status against the time of the record just made and the key that takes it back.
func (w *world) confirms(at string) {
	w.t.Helper()
	w.sees(fmt.Sprintf(w.app.env.Text.Patrol.Recorded, at, w.app.env.Keys.Patrol.Undo.Keys()[0]))
}
