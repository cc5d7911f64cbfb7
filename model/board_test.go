package model_test

import (
	"encoding/json"
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
	record, err := draft.Numbered(w.seqs[device])
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
		for _, moment := range w.moments {
			for _, beside := range []time.Duration{-1, 0, 1} {
				d.check(t, moment.Add(beside))
			}
		}
	})
}

// watchOver is a board that watches the nights of the patrols, the oldest first.
func watchOver(board *model.Board, now time.Time, patrols ...*patrol) {
	var list []*model.Night
	for _, p := range patrols {
		list = append(list, p.night)
	}
	board.Update(list, now)
}

func TestABoardShowsWhoIsOut(t *testing.T) {
	old := setOutOn(t, beat(), "2026-11-19", "23:00")
	p := setOutOn(t, beat(), "2026-11-20", "21:00")
	p.do("21:30:10", model.CheckIn{Shift: p.shift, Checkpoint: "plaza"})
	home := p.do("21:05", p.start("car-1", "C", "D"))
	p.do("21:40", model.EndShift{Shift: home, Reason: "flat tyre"})

	var board model.Board
	watchOver(&board, p.when("21:45"), old, p)
	var out []string
	for _, r := range board.Out {
		out = append(out, string(r.Judged.Shift.Night)+" "+r.Judged.Shift.ID)
	}
	p.same("out", out, []string{"2026-11-19 " + old.shift, "2026-11-20 " + p.shift})
	r := board.Out[1]
	if r.Judged.Calls[r.Next].Checkpoint != "market" || r.Judged.Visits[r.Last].Checkpoint != "plaza" || r.Progress.Made != 1 || r.Progress.Due != 9 {
		t.Errorf("next %d last %d progress %+v", r.Next, r.Last, r.Progress)
	}
	if want := (model.Contact{Last: p.when("21:30:10"), Limit: 30 * time.Minute}); !r.Contact.Last.Equal(want.Last) || r.Contact.Limit != want.Limit {
		t.Errorf("contact %v, want %v", r.Contact, want)
	}
	if row, ok := board.Row(home); !ok || row.Judged.Shift.Open() {
		t.Error("the row of the shift that ended is not to be had")
	}
	if _, ok := board.Row("none"); ok {
		t.Error("a row of no shift")
	}
}

func TestARowKnowsNothingOfTheFuture(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	p.visit("21:30", "plaza")
	p.visit("22:30", "market")
	var board model.Board
	watchOver(&board, p.when("21:40"), p)
	if r := board.Out[0]; r.Last != 0 || !r.Contact.Last.Equal(p.when("21:30")) {
		t.Errorf("last visit %d, last contact %v", r.Last, r.Contact.Last)
	}
	watchOver(&board, p.when("22:25"), p)
	if r := board.Out[0]; r.Last != 1 || !r.Contact.Last.Equal(p.when("21:30")) {
		t.Errorf("within the tolerance of a clock: last visit %d, last contact %v", r.Last, r.Contact.Last)
	}
}

// The clock of the desk is put right after the board was drawn: what was overdue by the wrong time is not (R11).
func TestABoardFollowsAClockThatIsSetBack(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	var board model.Board
	watchOver(&board, p.when("23:59"), p)
	watchOver(&board, p.when("21:01"), p)
	if r := board.Out[0]; r.Progress.Overdue+r.Progress.Missed > 0 || len(r.Alerts)+len(board.Alerts) > 0 {
		t.Errorf("%+v, alerts %s", r.Progress, alertsText(board.Alerts))
	}
}

// The unit is heard at the very moment of the look: a moment later it has been heard too.
func TestAUnitThatIsHeardAtTheMomentOfTheLookIsInContact(t *testing.T) {
	p := setOut(t, onePlace("03:00"), "21:00")
	p.do("21:45", model.HearUnit{Shift: p.shift})
	var board model.Board
	for _, now := range []string{"21:45", "21:45:01", "22:10"} {
		watchOver(&board, p.when(now), p)
		if a := board.Alerts; len(a) != 1 || !a[0].Passed.Equal(p.when("21:45")) {
			t.Errorf("%s: alerts %s, want one that passed at 21:45", now, alertsText(a))
		}
	}
}

// A write fails after the board has shown its record, and another record is written at the same moment.
func TestABoardForgetsARecordThatWasNotWritten(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	var board model.Board
	draft := func(checkpoint string) {
		r, err := model.Decide(p.night, p.stamp(p.when("21:30")), model.CheckIn{Shift: p.shift, Checkpoint: checkpoint})
		if err != nil {
			t.Fatal(err)
		}
		p.night.Apply(r)
		watchOver(&board, p.when("21:31"), p)
		if v := board.Out[0].Judged.Visits; len(v) != 1 || v[0].Checkpoint != checkpoint {
			t.Errorf("visits %v, want the %s", v, checkpoint)
		}
		p.night.Drop(r.ID)
	}
	draft("plaza")
	draft("market")
	watchOver(&board, p.when("21:31"), p)
	if r := board.Out[0]; len(r.Judged.Visits) != 0 || r.Last != -1 || !r.Contact.Last.Equal(p.when("21:00")) {
		t.Errorf("last visit %d, last contact %v", r.Last, r.Contact.Last)
	}
}

// Whoever holds on to what a board showed keeps it as it was.
func TestABoardDoesNotWriteToWhatItShowed(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	p.do("21:01", p.start("car-1", "C", "D"))
	var board model.Board
	watchOver(&board, p.when("21:45"), p)
	rows, alerts := slices.Clone(board.Out), board.Alerts
	seen, text := []any{row(rows[0]), row(rows[1])}, alertsText(alerts)
	p.visit("21:46", "plaza")
	watchOver(&board, p.when("22:30"), p)
	if alertsText(alerts) != text || !reflect.DeepEqual([]any{row(rows[0]), row(rows[1])}, seen) {
		t.Error("rows or alerts that were shown have changed")
	}
	slices.Reverse(board.Alerts)
	slices.Reverse(board.Out)
	watchOver(&board, p.when("22:30"), p)
	var fresh model.Board
	watchOver(&fresh, p.when("22:30"), p)
	if alertsText(board.Alerts) != alertsText(fresh.Alerts) || board.Out[0].Judged.Shift != fresh.Out[0].Judged.Shift {
		t.Error("a reader who turned the lists around is seen in the next ones")
	}
}

// manyOut is a night with shifts out, each with ten records, under plans as a site has them.
func manyOut(b *testing.B, shifts int) (*model.Night, model.Plan, time.Time) {
	plan := *beat()
	plan.Units = nil
	for i := range shifts {
		plan.Units = append(plan.Units, model.Unit{ID: fmt.Sprintf("u%04d", i), Kind: "volunteer"})
	}
	n := model.NewNight("2026-11-20")
	evening := n.Date.At(21*60, plan.Zone(), plan.NightTurnsAt)
	write := func(i, k int, kind model.Kind, body any) {
		text, err := json.Marshal(body)
		if err != nil {
			b.Fatal(err)
		}
		at := evening.Add(time.Duration(k)*10*time.Minute + time.Duration(i)*100*time.Millisecond)
		n.Apply(model.Record{
			ID: fmt.Sprintf("S%04d-%d", i, k), Device: fmt.Sprint("device", i%20), Seq: uint64(k*shifts + i + 1), At: at,
			Zone: plan.Timezone, Night: n.Date, Kind: kind, Body: text,
		})
	}
	for i := range shifts {
		unit := plan.Units[i].ID
		write(i, 0, model.ShiftStarted, model.ShiftStartedBody{
			Unit: unit, Crew: []string{"A", "B"}, Route: "beat", Mode: model.Foot, Plan: plan.Freeze(unit, "beat"),
		})
		for k := 1; k < 10; k++ {
			write(i, k, model.CheckedIn, model.CheckedInBody{Shift: fmt.Sprintf("S%04d-0", i), Checkpoint: places[k%3], Mode: model.Foot})
		}
	}
	return n, plan, evening.Add(2 * time.Hour)
}

// BenchmarkBoard2000 is a desk with 2,000 shifts out: a second goes by; a record comes in; the board is drawn up for the
// first time.
func BenchmarkBoard2000(b *testing.B) {
	n, _, now := manyOut(b, 2000)
	nights := []*model.Night{n}
	var board model.Board
	board.Update(nights, now)
	b.Run("a second later", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			board.Update(nights, now.Add(time.Second))
		}
	})
	b.Run("after one record", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			r, err := model.Decide(n, model.Stamp{ID: fmt.Sprint("R", i), Device: "desk", At: now}, model.HearUnit{Shift: fmt.Sprintf("S%04d-0", i%2000)})
			if err != nil {
				b.Fatal(err)
			}
			n.Apply(r)
			board.Update(nights, now)
			b.StopTimer()
			n.Drop(r.ID)
			board.Update(nights, now)
			b.StartTimer()
		}
	})
	b.Run("from nothing", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			board = model.Board{}
			board.Update(nights, now)
		}
	})
}
