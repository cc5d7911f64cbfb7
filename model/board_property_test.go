package model_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"beatbook/model"
)

// watchedNights are nights in a row that one desk watches: what several devices wrote in them, and the moments at which a
// row of the board may change.
type watchedNights struct {
	plan    model.Plan
	dates   []model.Date
	truth   map[model.Date]*model.Night
	clocks  map[string]time.Time
	seqs    map[string]uint64
	records []model.Record // numbered, as they were written
	drafts  []model.Record // the same, not yet numbered
	moments []time.Time
}

func genWatchedNights(t *rapid.T) *watchedNights {
	first := rapid.SampledFrom(nights).Draw(t, "first night")
	w := &watchedNights{
		plan: genPlan(t, first.zone), truth: map[model.Date]*model.Night{}, clocks: map[string]time.Time{}, seqs: map[string]uint64{},
	}
	more := genPlan(t, first.zone)
	more.Routes[0].ID = "other route"
	w.plan.Routes = append(w.plan.Routes, more.Routes...)
	for i := range w.plan.Routes {
		w.plan.Routes[i].Contact = rapid.SampledFrom([]model.Duration{0, 0, model.Duration(7 * time.Minute), model.Duration(time.Hour)}).Draw(t, "contact")
	}
	for i := range 3 {
		w.plan.Units = append(w.plan.Units, model.Unit{ID: fmt.Sprint("unit", i), Kind: "volunteer"})
	}
	for i := range rapid.IntRange(1, 3).Draw(t, "nights") {
		date := first.date.AddDays(i)
		w.dates, w.truth[date] = append(w.dates, date), model.NewNight(date)
		evening := date.At(19*60, w.plan.Zone(), w.plan.NightTurnsAt)
		for _, device := range []string{"laptop", "desk", "tablet"} {
			w.clocks[device] = evening.Add(minutes(t, "beginning", 0, 90))
		}
		for range rapid.IntRange(1, 20).Draw(t, "records") {
			w.write(t, date)
		}
	}
	w.findMoments()
	return w
}

// write lets a device record something in the night; what is refused is no record.
func (w *watchedNights) write(t *rapid.T, date model.Date) {
	device := rapid.SampledFrom([]string{"laptop", "desk", "tablet"}).Draw(t, "device")
	at := w.clocks[device].Add(minutes(t, "passed", 0, 40))
	if rapid.IntRange(0, 9).Draw(t, "set back") == 0 {
		at = at.Add(-minutes(t, "back by", 0, 120))
	}
	w.clocks[device] = at
	stamp := model.Stamp{ID: fmt.Sprintf("R%03d", len(w.records)*37%101), Device: device, At: at}
	draft, err := model.Decide(w.truth[date], stamp, w.intent(t, w.truth[date], at))
	if err != nil || draft.Night != date {
		return
	}
	if device != "desk" {
		draft.Received = draft.At.Add(minutes(t, "received after", -10, 90))
	}
	w.seqs[device]++
	record, err := draft.Numbered(w.seqs[device], "")
	if err != nil {
		t.Fatal(err)
	}
	w.records, w.drafts = append(w.records, record), append(w.drafts, draft)
	w.truth[date].Apply(record)
}

func (w *watchedNights) intent(t *rapid.T, n *model.Night, at time.Time) model.Intent {
	shifts := n.Shifts()
	if len(shifts) == 0 {
		return genReported(t, n, &w.plan, []string{"none"}, at)
	}
	s := rapid.SampledFrom(shifts).Draw(t, "of shift")
	switch rapid.IntRange(0, 9).Draw(t, "of the desk") {
	case 0:
		return model.HearUnit{Shift: s.ID}
	case 1, 2:
		alerts := model.Judge(s, at).Alerts(at)
		if len(alerts) == 0 {
			return model.HearUnit{Shift: s.ID}
		}
		return model.AcknowledgeAlerts{Shift: s, Alerts: []string{rapid.SampledFrom(alerts).Draw(t, "alert").Key}, Operator: "Li"}
	case 3:
		return model.SignOn{Plan: &w.plan, Operator: "Li"}
	}
	ids := []string{"none"}
	for _, r := range w.records {
		ids = append(ids, r.ID)
	}
	intent := genReported(t, n, &w.plan, ids, at)
	if rapid.Bool().Draw(t, "on behalf") {
		return model.OnBehalf{Behalf: model.Behalf{Operator: "Li", Channel: model.ByRadio}, Intent: intent}
	}
	return intent
}

// findMoments lists the ends of all bands, and what is a contact limit or a clock's tolerance away from a record.
func (w *watchedNights) findMoments() {
	for _, date := range w.dates {
		for _, s := range w.truth[date].Shifts() {
			for _, c := range model.Judge(s, s.Started).Calls {
				w.moments = append(w.moments, c.OnTime.To, c.Outer.To)
			}
			for _, at := range s.Heard {
				w.moments = append(w.moments, at, at.Add(-model.ClockTolerance))
				for level := range 4 {
					w.moments = append(w.moments, at.Add(s.Route.ContactLimit()*time.Duration(level+1)))
				}
				w.moments = append(w.moments, at.Add(time.Duration(s.Route.Every)))
			}
			for _, v := range s.Visits {
				w.moments = append(w.moments, v.At, v.At.Add(-model.ClockTolerance), v.At.Add(time.Duration(s.Route.Every)), v.Known)
			}
		}
	}
	w.moments = append(w.moments, w.dates[0].At(21*60, w.plan.Zone(), w.plan.NightTurnsAt))
}

// now draws a moment close to one that matters, before or after the last one.
func (w *watchedNights) now(t *rapid.T) time.Time {
	beside := rapid.SampledFrom([]time.Duration{-time.Minute, -1, 0, 1, time.Second, 20 * time.Minute}).Draw(t, "beside")
	return rapid.SampledFrom(w.moments).Draw(t, "now").Add(beside)
}

// watch is what a desk knows so far: nights that nobody else writes to, and a board that is brought up to date.
type watch struct {
	nights []*model.Night
	board  model.Board
}

func (w *watchedNights) watch() *watch {
	d := &watch{}
	for _, date := range w.dates {
		d.nights = append(d.nights, model.NewNight(date))
	}
	return d
}

func (d *watch) apply(r model.Record) {
	for _, n := range d.nights {
		n.Apply(r)
	}
}

func (d *watch) drop(id string) {
	for _, n := range d.nights {
		n.Drop(id)
	}
}

// row is what can be seen of a row. How long a gap has lasted by now is left out: it moves with the clock itself.
func row(r *model.BoardRow) any {
	judged := r.Judged
	judged.Calls = slices.Clone(judged.Calls)
	for i := range judged.Calls {
		judged.Calls[i].Gap = nil
	}
	return struct {
		Judged     model.ShiftJudgement
		Progress   model.Progress
		Next, Last int
		Contact    model.Contact
		Alerts     []model.Alert
	}{judged, r.Progress, r.Next, r.Last, r.Contact, r.Alerts}
}

// check holds the board, brought up to date, to one that is made from nothing.
func (d *watch) check(t *rapid.T, now time.Time) {
	d.board.Update(d.nights, now)
	var fresh model.Board
	fresh.Update(d.nights, now)
	if len(d.board.Out) != len(fresh.Out) {
		t.Fatalf("at %v %d rows, from nothing %d", now, len(d.board.Out), len(fresh.Out))
	}
	for i, want := range fresh.Out {
		sameRow(t, now, d.board.Out[i], want)
	}
	for _, n := range d.nights {
		for _, s := range n.Shifts() {
			got, ok := d.board.Row(s.ID)
			want, known := fresh.Row(s.ID)
			if !ok || !known {
				t.Fatalf("shift %s: row %v, from nothing %v", s.ID, ok, known)
			}
			sameRow(t, now, got, want)
		}
	}
	if !reflect.DeepEqual(d.board.Alerts, fresh.Alerts) {
		t.Fatalf("at %v alerts\n        got: %s\nfrom nothing: %s", now, alertsText(d.board.Alerts), alertsText(fresh.Alerts))
	}
}

func sameRow(t *rapid.T, now time.Time, got, want *model.BoardRow) {
	if !reflect.DeepEqual(row(got), row(want)) {
		t.Fatalf("at %v row of %s\n        got: %s\nfrom nothing: %s", now, got.Judged.Shift.ID, rowText(got), rowText(want))
	}
}

func rowText(r *model.BoardRow) string {
	text := fmt.Sprintf("%+v next %d last %d contact %v\n", r.Progress, r.Next, r.Last, r.Contact)
	for _, c := range r.Judged.Calls {
		text += fmt.Sprintf("  %d %s %s by %d until %v %v\n", c.Round, c.Checkpoint, c.State, c.Visit, c.OnTime.To, marksText(c.Marks))
	}
	for _, v := range r.Judged.Visits {
		text += fmt.Sprintf("  %s at %v known %v %v\n", v.Checkpoint, v.At, v.Known, marksText(v.Marks))
	}
	return text + "  " + alertsText(r.Alerts)
}

func alertsText(alerts []model.Alert) string {
	text := ""
	for _, a := range alerts {
		passed := ""
		if !a.Passed.IsZero() {
			passed = " passed " + a.Passed.Format("15:04:05")
		}
		text += fmt.Sprintf("[%s %s since %s%s level %d] ", a.Shift.ID, a.Key, a.Since.Format("15:04:05"), passed, a.Level)
	}
	return text
}

// The time goes forward and back, and the records of each device come in the order of its series.
func TestABoardBroughtUpToDateIsOneFromNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := genWatchedNights(t)
		d := w.watch()
		d.check(t, w.now(t))
		left := map[string][]model.Record{}
		for _, r := range w.records {
			left[r.Device] = append(left[r.Device], r)
		}
		for range w.records {
			devices := slices.DeleteFunc([]string{"desk", "laptop", "tablet"}, func(id string) bool { return len(left[id]) == 0 })
			device := rapid.SampledFrom(devices).Draw(t, "arrived from")
			d.apply(left[device][0])
			left[device] = left[device][1:]
			for range rapid.IntRange(0, 2).Draw(t, "looks") {
				d.check(t, w.now(t))
			}
		}
		d.check(t, w.now(t))
	})
}

func TestABoardIsOneFromNothingWhateverTheOrderOfArrival(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := genWatchedNights(t)
		d := w.watch()
		for _, r := range rapid.Permutation(append(slices.Clone(w.records), w.drafts...)).Draw(t, "arrival") {
			d.apply(r)
			d.check(t, w.now(t))
			if rapid.IntRange(0, 3).Draw(t, "not written") == 0 {
				d.drop(r.ID)
			}
		}
		d.check(t, w.now(t))
	})
}

// Nothing arrives: only time goes by, in small steps, as on a desk that stands open all night.
func TestABoardFollowsTheClock(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := genWatchedNights(t)
		d := w.watch()
		for _, r := range w.records {
			d.apply(r)
		}
		slices.SortFunc(w.moments, time.Time.Compare)
		first := rapid.IntRange(0, len(w.moments)-1).Draw(t, "first moment")
		for _, moment := range w.moments[first:min(first+25, len(w.moments))] {
			for _, beside := range []time.Duration{-1, 0, 1} {
				d.check(t, moment.Add(beside))
			}
		}
	})
}
