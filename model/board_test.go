package model_test

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"beatbook/model"
)

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

// All alerts of one board stand in one order, whatever shift they are of; those of shifts that ended before the last two
// nights are nobody's any more.
func TestABoardListsTheAlertsOfAllShifts(t *testing.T) {
	long := setOutOn(t, onePlaceHeard("21:30"), "2026-11-18", "21:00")
	long.end("22:00")
	out := setOutOn(t, onePlaceHeard("21:30"), "2026-11-18", "21:00")
	home := setOutOn(t, onePlace("21:30"), "2026-11-19", "21:00")
	home.end("21:45")
	p := setOutOn(t, beat(), "2026-11-20", "21:00")
	var board model.Board
	watchOver(&board, p.when("21:45"), long, out, home, p)
	var got []string
	for _, a := range board.Alerts {
		got = append(got, string(a.Shift.Night)+" "+string(a.Kind))
	}
	p.same("alerts", got, []string{
		"2026-11-18 out-of-contact", "2026-11-20 out-of-contact", "2026-11-18 call-missed", "2026-11-20 call-overdue",
		"2026-11-19 out-of-contact", "2026-11-19 call-missed",
	})
}
