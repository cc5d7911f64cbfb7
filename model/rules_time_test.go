package model_test

import (
	"testing"
	"time"

	"beatbook/model"
)

func TestANightTurnsAtNoon(t *testing.T) {
	shanghai, err := time.LoadLocation("Asia/Shanghai")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		at   string
		turn model.Clock
		want model.Date
	}{
		{"2026-11-20T11:59:59+08:00", 720, "2026-11-19"},
		{"2026-11-20T12:00:00+08:00", 720, "2026-11-20"},
		{"2026-11-21T01:30:00+08:00", 720, "2026-11-20"},
		{"2026-11-20T04:00:00Z", 720, "2026-11-20"},
		{"2026-03-01T00:00:00+08:00", 720, "2026-02-28"},
		{"2027-01-01T11:00:00+08:00", 720, "2026-12-31"},
		{"2026-11-20T05:59:00+08:00", 360, "2026-11-19"},
		{"2026-11-20T00:00:00+08:00", 0, "2026-11-20"},
	} {
		at, err := time.Parse(time.RFC3339, c.at)
		if err != nil {
			t.Fatal(err)
		}
		if got := model.NightOf(at, shanghai, c.turn); got != c.want {
			t.Errorf("%s with nights from %s: %s, want %s", c.at, c.turn, got, c.want)
		}
	}
}

func TestDatesMoveByCalendarDays(t *testing.T) {
	for _, c := range []struct {
		from model.Date
		days int
		want model.Date
	}{
		{"2026-02-28", 1, "2026-03-01"}, {"2028-02-28", 1, "2028-02-29"}, {"2026-01-01", -1, "2025-12-31"}, {"2026-03-28", 2, "2026-03-30"},
	} {
		if got := c.from.AddDays(c.days); got != c.want {
			t.Errorf("%s %+d: %s, want %s", c.from, c.days, got, c.want)
		}
	}
}

func TestClocksThatChange(t *testing.T) {
	for _, c := range []struct {
		zone string
		date model.Date
		at   string
		want string
	}{
		{"Europe/Berlin", "2026-03-28", "01:59", "2026-03-29T00:59:00Z"},
		{"Europe/Berlin", "2026-03-28", "02:00", "2026-03-29T01:00:00Z"}, // shown as 03:00
		{"Europe/Berlin", "2026-03-28", "02:30", "2026-03-29T01:30:00Z"}, // shown as 03:30
		{"Europe/Berlin", "2026-03-28", "03:00", "2026-03-29T01:00:00Z"},
		{"Europe/Berlin", "2026-10-24", "02:30", "2026-10-25T00:30:00Z"}, // the first of two
		{"Europe/Berlin", "2026-10-24", "03:00", "2026-10-25T02:00:00Z"},
		{"Europe/Berlin", "2026-10-24", "12:00", "2026-10-24T10:00:00Z"},
		{"Europe/Berlin", "2026-10-25", "12:00", "2026-10-25T11:00:00Z"},
		{"America/New_York", "2026-03-07", "02:30", "2026-03-08T07:30:00Z"},
		{"America/New_York", "2026-10-31", "01:30", "2026-11-01T05:30:00Z"},
		{"Australia/Lord_Howe", "2026-10-03", "02:15", "2026-10-03T15:45:00Z"}, // half an hour forward
		{"Australia/Lord_Howe", "2026-04-04", "01:45", "2026-04-04T14:45:00Z"}, // half an hour back
		{"Asia/Beirut", "2026-03-28", "00:30", "2026-03-28T22:30:00Z"},         // midnight is skipped
		{"Asia/Shanghai", "2026-11-20", "01:30", "2026-11-20T17:30:00Z"},
	} {
		zone, err := time.LoadLocation(c.zone)
		if err != nil {
			t.Fatal(err)
		}
		if got := c.date.At(clockOf(c.at), zone, 720).UTC().Format(time.RFC3339); got != c.want {
			t.Errorf("%s night of %s %s: %s, want %s", c.zone, c.date, c.at, got, c.want)
		}
	}
}

func TestTheHourThatComesTwiceIsWalkedInElapsedTime(t *testing.T) {
	plan := onePlace("01:30")
	plan.Timezone = "Europe/Berlin"
	plan.Routes[0].Calls = append(plan.Routes[0].Calls, model.RouteCall{Checkpoint: "market", After: model.Duration(time.Hour + 15*time.Minute)})
	calls := model.Schedule(plan, plan.Routes[0], "2026-10-24")
	if got := calls[1].Due().UTC().Format(time.RFC3339); got != "2026-10-25T00:45:00Z" {
		t.Errorf("due at %s", got)
	}
}

// In the night in which 02:00 to 03:00 is skipped, a window that touches that hour must not grow into the next day.
func TestAWindowInTheSkippedHourKeepsItsLength(t *testing.T) {
	for _, c := range []struct{ round, from, to, want string }{
		{"01:00", "01:10", "01:40", "2026-03-29T00:10:00Z 30m0s"},
		{"01:00", "02:10", "02:40", "2026-03-29T01:10:00Z 30m0s"},
		{"01:00", "02:40", "03:10", "2026-03-29T01:40:00Z 30m0s"},
		{"02:20", "02:40", "02:50", "2026-03-29T01:40:00Z 10m0s"},
		{"02:20", "02:40", "03:10", "2026-03-29T01:40:00Z 30m0s"},
		{"01:00", "01:30", "03:30", "2026-03-29T00:30:00Z 1h0m0s"},
		{"23:00", "23:30", "00:30", "2026-03-28T22:30:00Z 1h0m0s"},
	} {
		from, to := clockOf(c.from), clockOf(c.to)
		plan := onePlace(c.round)
		plan.Timezone = "Europe/Berlin"
		plan.Routes[0].Calls[0] = model.RouteCall{Checkpoint: "plaza", From: &model.Moment{Clock: &from}, To: &model.Moment{Clock: &to}}
		call := model.Schedule(plan, plan.Routes[0], "2026-03-28")[0]
		if got := call.From.UTC().Format(time.RFC3339) + " " + call.To.Sub(call.From).String(); got != c.want {
			t.Errorf("round %s, %s to %s: %s, want %s", c.round, c.from, c.to, got, c.want)
		}
	}
}

func TestARoundCrossesMidnight(t *testing.T) {
	p := setOut(t, beat(), "23:00")
	p.visit("23:29", "plaza")
	p.visit("23:51", "market")
	p.visit("00:12", "school")
	p.calls("00:30", "2 plaza on-time", "2 market on-time", "2 school on-time",
		"3 plaza upcoming", "3 market upcoming", "3 school upcoming")
	if c := p.judged("00:30").Calls[2]; !c.From.Equal(p.when("00:10")) || !c.To.Equal(p.when("00:30")) {
		t.Errorf("window %v to %v", c.From, c.To)
	}
}

// everyHour is an interval plan for two places.
func everyHour() *model.Plan {
	plan := beat()
	plan.Routes[0].Every = model.Duration(time.Hour)
	plan.Routes[0].Rounds = nil
	plan.Routes[0].Calls = []model.RouteCall{{Checkpoint: "plaza"}, {Checkpoint: "market"}}
	return plan
}

func TestR10TheLargestGapCounts(t *testing.T) {
	p := setOut(t, everyHour(), "21:00")
	p.calls("22:00", "0 plaza upcoming", "0 market upcoming")
	p.calls("22:00:01", "0 plaza overdue gap-too-long", "0 market overdue gap-too-long")
	p.visit("21:50", "plaza")
	p.visit("22:10", "market")
	p.calls("22:30", "0 plaza upcoming", "0 market upcoming gap-too-long")
	gap := p.judged("22:30").Calls[1].Gap
	if gap == nil || gap.Length != 70*time.Minute || !gap.From.Equal(p.when("21:00")) {
		t.Errorf("longest gap %+v", gap)
	}
	p.end("22:40")
	p.calls("04:00", "0 plaza kept", "0 market exceeded gap-too-long")
}

// An interval plan has no calls that could be due, made or missed: board and report count its checkpoints in one way.
func TestR10ProgressAndReportCountTheSame(t *testing.T) {
	p := setOut(t, everyHour(), "21:00")
	p.visit("21:50", "plaza")
	p.visit("22:10", "market")
	for _, c := range []struct {
		when string
		want model.Progress
	}{
		{"21:55", model.Progress{Places: 2, Kept: 2}},
		{"22:30", model.Progress{Places: 2, Kept: 1}},
		{"23:00", model.Progress{Places: 2, Overdue: 1}},
	} {
		got := p.judged(c.when).Progress(0)
		sums := p.sums(c.when)
		if got != c.want || sums.Due != got.Due || sums.Made != got.Made || sums.Missed != got.Missed || sums.Marks[model.GapTooLong] != got.Places-got.Kept {
			t.Errorf("%s: %+v, want %+v; the report has %+v", c.when, got, c.want, sums)
		}
	}
	p.end("23:01")
	if got := p.judged("23:30").Progress(0); got != (model.Progress{Places: 2}) {
		t.Errorf("at the end %+v", got)
	}
}

func TestR10TheTimeToTheEndCounts(t *testing.T) {
	p := setOut(t, everyHour(), "21:00")
	p.visit("21:30", "plaza")
	p.visit("21:31", "market")
	p.end("22:30:30")
	p.calls("23:00", "0 plaza exceeded gap-too-long", "0 market kept")
}

func TestR10AVisitFromTheFutureIsNotYetOne(t *testing.T) {
	p := setOut(t, everyHour(), "21:00")
	p.visit("23:30", "plaza")
	p.calls("22:30", "0 plaza overdue gap-too-long", "0 market overdue gap-too-long")
}

func TestR5AnEchoDoesNotPutOffAnInterval(t *testing.T) {
	p := setOut(t, everyHour(), "21:00")
	p.visit("21:30", "plaza")
	p.visit("21:30:59", "plaza")
	p.visits("21:31", "21:30 plaza", "21:30 plaza repeat")
	p.calls("22:30:30", "0 plaza overdue gap-too-long", "0 market overdue gap-too-long")
}

func TestR5AnEchoOfAnExtraVisitUnderAnIntervalPlan(t *testing.T) {
	p := setOut(t, everyHour(), "21:00")
	p.visit("21:30", "yard")
	p.visit("21:30:20", "yard")
	p.visits("21:31", "21:30 yard extra", "21:30 yard repeat")
}

func TestR12ALateEntry(t *testing.T) {
	p := setOut(t, onePlace("21:30"), "21:00")
	p.late("21:35", "plaza", "21:30")
	p.visits("21:36", "21:30 plaza")
	p.late("21:45:01", "yard", "21:40")
	p.visits("21:46", "21:30 plaza", "21:40 yard extra late-entry")
}

func TestR12ALateEntryAnswersForItsTime(t *testing.T) {
	p := setOut(t, onePlace("21:30"), "21:00")
	p.late("23:00", "plaza", "21:31")
	p.calls("23:00", "1 plaza on-time late-entry was-missed")
}

func TestTheCrewIsThatOfTheLeg(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	p.visit("21:30", "plaza")
	p.do("21:40", model.ChangeCrew{Shift: p.shift, Crew: []string{" A ", "A", ""}})
	p.do("22:00", model.ChangeCrew{Shift: p.shift, Crew: []string{"A", "C"}})
	p.late("22:01", "market", "21:59:59")
	p.visit("22:10", "school")
	p.visits("22:11", "21:30 plaza", "21:59 market crew-of-one", "22:10 school")
}

func TestALegKeepsWhatDidNotChange(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	p.do("21:10", model.ChangeMode{Shift: p.shift, Mode: model.Vehicle, Plate: " X9 "})
	p.do("21:20", model.ChangeCrew{Shift: p.shift, Crew: []string{"C", "D"}})
	back := p.do("21:30", model.ChangeMode{Shift: p.shift, Mode: model.Foot})
	p.withdraw("21:31", back, "")
	s, _ := p.night.Shift(p.shift)
	leg := s.Leg()
	if leg.Mode != model.Vehicle || leg.Plate != "X9" || len(leg.Crew) != 2 || leg.Crew[0] != "C" || len(s.Legs) != 3 {
		t.Errorf("legs %+v", s.Legs)
	}
}

// The last change of the mode is in force, also where the clock was put back a little in between (order within a device
// is that of its series, never the clock).
func TestTheLastLegIsTheLastOneSaid(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	p.do("21:10:30", model.ChangeCrew{Shift: p.shift, Crew: []string{"C", "D"}})
	p.do("21:10:10", model.ChangeMode{Shift: p.shift, Mode: model.Vehicle})
	s, _ := p.night.Shift(p.shift)
	if leg := s.Leg(); leg.Mode != model.Vehicle || leg.Crew[0] != "C" {
		t.Errorf("the latest leg is %+v", leg)
	}
}

// A clock that jumped ahead and was put right leaves no leg that hides those said after it (R11).
func TestALegUnderAFastClockHidesNoLaterOne(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	p.do("23:00", model.ChangeMode{Shift: p.shift, Mode: model.Vehicle})
	p.do("21:10", model.ChangeCrew{Shift: p.shift, Crew: []string{"A"}})
	s, _ := p.night.Shift(p.shift)
	if crew := s.LegAt(p.when("21:30")).Crew; len(crew) != 1 {
		t.Errorf("the crew at 21:30 is %v", crew)
	}
}
