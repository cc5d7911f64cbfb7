package app

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"beatbook/model"
)

// counting is a walk with the strip of counters open for Wanda Plaza south square.
func counting(w *world) {
	w.walk()
	w.open()
	w.press("+")
	w.dialogs(1)
}

// header holds the sum of the shift in the header against what is wanted, 0 for none.
func (w *world) header(want int) {
	w.t.Helper()
	line := strings.Split(w.screen(), "\n")[1]
	sum := fmt.Sprintf(w.app.env.Text.Patrol.Outcomes, want)
	word, _, _ := strings.Cut(w.app.env.Text.Patrol.Outcomes, "%")
	if shown := strings.Contains(line+" ", sum+" "); shown != (want > 0) || want == 0 && strings.Contains(line, word) {
		w.t.Fatalf("the sum of the shift is not %d: %q", want, line)
	}
}

// counter holds the line of a kind of work in the strip against "here" and "in the shift".
func (w *world) counter(name string, here, all int) {
	w.t.Helper()
	var counts string
	for line := range strings.SplitSeq(w.screen(), "\n") {
		if _, behind, found := strings.Cut(line, name+"  "); found {
			counts, _, _ = strings.Cut(behind, "│")
		}
	}
	if fields := strings.Fields(counts); !slices.Equal(fields, []string{strconv.Itoa(here), strconv.Itoa(all)}) {
		w.t.Fatalf("%s: %v, want %d %d\n%s", name, fields, here, all, w.screen())
	}
}

func TestADigitCountsOneAtOnce(t *testing.T) {
	for _, open := range []string{"+", "o", "＋"} {
		inWorld(t, func(w *world) {
			w.walk()
			w.open()
			w.header(0)
			w.press(open, "3", "3", "７")
			w.dialogs(1)
			w.header(3)
			w.counter("parked vehicles moved", 2, 2)
			w.counter("lost children helped", 1, 1)
			w.wrote(model.OutcomeCounted, model.OutcomeCounted, model.OutcomeCounted)
			want := model.OutcomeCountedBody{Shift: w.shift, Checkpoint: "wanda-south", Kind: "lost-children-helped", Quantity: 1}
			if body := last[model.OutcomeCountedBody](w); body != want {
				t.Errorf("%+v", body)
			}
			w.press("esc")
			w.dialogs(0)
			w.header(3)
			w.sees("lost children helped 1", "parked vehicles moved 2")
		})
	}
}

func TestCountsOfAnotherPlaceAreInTheSumOnly(t *testing.T) {
	inWorld(t, func(w *world) {
		counting(w)
		w.press("1", "esc", "4", "+", "1")
		w.counter("disputes mediated", 1, 2)
		w.header(2)
		if body := last[model.OutcomeCountedBody](w); body.Checkpoint != "henggang-south" {
			t.Errorf("%+v", body)
		}
	})
}

func TestMergedDigitsAllCount(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		w.press("+111-1")
		w.counter("disputes mediated", 2, 2)
		w.header(2)
	})
}

func TestTheCounterUnderTheCursor(t *testing.T) {
	inWorldOf(t, fullPlan(t), func(w *world) {
		counting(w)
		w.press("down", "enter", "end", "enter", "+", "0")
		w.header(3)
		kinds := w.plan.OutcomeKinds()
		if body := last[model.OutcomeCountedBody](w); body.Kind != kinds[len(kinds)-1] || len(kinds) < 12 {
			t.Errorf("%+v", body)
		}
		w.press("-", "enter")
		w.header(2)
	})
}

func TestTakingBackNamesTheRecord(t *testing.T) {
	inWorld(t, func(w *world) {
		counting(w)
		w.press("3", "3")
		newest := w.log.Records[len(w.log.Records)-1].ID
		w.press("-")
		w.sees(w.app.env.Text.Dialog.TakingBack)
		w.press("3")
		w.counter("parked vehicles moved", 1, 1)
		w.header(1)
		w.wrote(model.OutcomeCounted, model.OutcomeCounted, model.OutcomeCounted)
		want := model.OutcomeCountedBody{Shift: w.shift, Checkpoint: "wanda-south", Kind: "vehicles-moved", Quantity: -1, Of: newest}
		if body := last[model.OutcomeCountedBody](w); body != want {
			t.Errorf("%+v", body)
		}
		w.seesNot(w.app.env.Text.Dialog.TakingBack)
		w.press("3")
		w.header(2)
	})
}

func TestNothingToTakeBackIsSaid(t *testing.T) {
	for name, keys := range map[string][]string{
		"nothing counted": {"+", "-", "2"},
		"elsewhere":       {"+", "2", "esc", "4", "+", "-", "2"},
		"all taken back":  {"+", "2", "-", "2", "-", "2"},
		"cursor":          {"+", "-", "enter"},
	} {
		t.Run(name, func(t *testing.T) {
			inWorld(t, func(w *world) {
				w.walk()
				w.open()
				w.press(keys[:len(keys)-2]...)
				before := w.kinds()
				w.press(keys[len(keys)-2:]...)
				w.dialogs(1)
				w.sees(w.app.env.Text.Dialog.NothingCounted)
				if w.kinds() != before {
					t.Errorf("written: %s", w.kinds())
				}
				w.press("1")
				w.seesNot(w.app.env.Text.Dialog.NothingCounted)
				if body := last[model.OutcomeCountedBody](w); body.Quantity != 1 {
					t.Errorf("the next digit still takes back: %+v", body)
				}
			})
		})
	}
}

func TestTakingBackIsGivenUp(t *testing.T) {
	inWorld(t, func(w *world) {
		counting(w)
		w.press("1", "-", "-", "1")
		w.header(2)
	})
}

func TestUndoOfACountCorrectsIt(t *testing.T) {
	inWorld(t, func(w *world) {
		counting(w)
		w.press("3", "esc")
		counted := w.log.Records[len(w.log.Records)-1].ID
		w.pass(2 * time.Second)
		w.press("u")
		w.wrote(model.OutcomeCounted, model.OutcomeCounted)
		want := model.OutcomeCountedBody{Shift: w.shift, Checkpoint: "wanda-south", Kind: "vehicles-moved", Quantity: -1, Of: counted}
		if body := last[model.OutcomeCountedBody](w); body != want {
			t.Errorf("%+v", body)
		}
		w.header(0)
		w.sees(w.app.env.Text.RecordKind(model.OutcomeCounted))
		w.pass(2 * time.Second)
		w.press("u")
		w.wrote(model.OutcomeCounted, model.OutcomeCounted)
		w.sees(w.app.env.Text.Patrol.NothingToUndo)
	})
}

func TestUndoAfterTakingBackGoesOnToTheRecordBefore(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		w.press("f", "+", "1", "-", "1", "esc", "u")
		w.visited()
		w.header(0)
	})
}

func TestFailedCountIsTurnedBack(t *testing.T) {
	inWorld(t, func(w *world) {
		counting(w)
		w.press("3")
		w.log.fail = full
		w.press("3")
		w.dialogs(2)
		w.sees(w.app.env.Text.Errors.NotRecordedTitle, w.app.env.Text.RecordKind(model.OutcomeCounted), "Wanda Plaza south square")
		w.header(1)
		w.log.fail = nil
		w.pass(2 * time.Second)
		w.press("enter")
		w.dialogs(1)
		w.header(2)
		w.counter("parked vehicles moved", 2, 2)
	})
}

func TestFailedTakingBackIsTurnedBack(t *testing.T) {
	inWorld(t, func(w *world) {
		counting(w)
		w.press("3", "3")
		w.log.fail = full
		w.press("-", "3")
		w.header(2)
		w.pass(2 * time.Second)
		w.press("D")
		w.dialogs(1)
		w.counter("parked vehicles moved", 2, 2)
		w.log.fail = nil
		w.press("-", "3")
		w.counter("parked vehicles moved", 1, 1)
	})
}

func TestAClickOnACounterCountsNothing(t *testing.T) {
	inWorld(t, func(w *world) {
		counting(w)
		w.click(50, w.lineOf("traffic guided"))
		w.wrote()
		w.press("enter")
		w.counter("traffic guided", 1, 1)
	})
}
