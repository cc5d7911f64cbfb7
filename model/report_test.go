package model_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"beatbook/model"
)

// report is one of the night alone, as it stands at the time.
func (p *patrol) report(now string, f model.ReportFilter) *model.Report {
	r := model.NewReport(p.night.Date, p.night.Date, f)
	r.Add(p.night.Date, p.night.Tally(f, p.when(now)))
	return r
}

func (p *patrol) sums(now string) model.Sums { return p.report(now, model.ReportFilter{}).Total }

// counted is what became of the calls: "due 2 made 1: on-time 1 missed 1", with what is none left out behind the colon.
func counted(s model.Sums) string {
	text := fmt.Sprintf("due %d made %d:", s.Due, s.Made)
	for i, n := range []int{s.OnTime, s.Early, s.Late, s.Missed, s.Skipped} {
		if n > 0 {
			text += fmt.Sprintf(" %s %d", []string{"on-time", "early", "late", "missed", "skipped"}[i], n)
		}
	}
	return text
}

// rates are presence, coverage and punctuality in per cent, "-" where there is none.
func rates(s model.Sums) string {
	var texts []string
	for _, rate := range []func() (float64, bool){s.Presence, s.Coverage, s.Punctuality} {
		text := "-"
		if r, ok := rate(); ok {
			text = fmt.Sprintf("%.0f", r*100)
		}
		texts = append(texts, text)
	}
	return strings.Join(texts, " ")
}

func (p *patrol) counted(now, calls, percent string) {
	p.t.Helper()
	s := p.sums(now)
	if counted(s) != calls || rates(s) != percent {
		p.t.Errorf("%s: %s, rates %s; want %s, rates %s", now, counted(s), rates(s), calls, percent)
	}
}

func (p *patrol) missed(now string) []string {
	var list []string
	for _, m := range p.report(now, model.ReportFilter{}).Missed {
		list = append(list, fmt.Sprintf("%s %s %s %d %s %s", m.Night, m.Unit, m.Route, m.Round, m.Checkpoint, m.Due.In(p.plan.Zone()).Format("15:04")))
	}
	return list
}

func TestAReportCountsTheCallsWhoseTimeHasCome(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	p.counted("21:40", "due 0 made 0:", "- 0 -")
	p.counted("21:40:01", "due 1 made 0:", "0 0 -")
	p.visit("21:32", "plaza")
	p.visit("21:35", "market")
	p.counted("21:35", "due 2 made 2: on-time 1 early 1", "100 67 50")
	p.visit("22:35", "school")
	p.visit("23:35", "plaza")
	p.skip("23:40", "market", 2)
	p.counted("23:41", "due 5 made 4: on-time 2 early 1 late 1 skipped 1", "80 100 50")
	p.counted("00:30:01", "due 6 made 4: on-time 2 early 1 late 1 skipped 1", "67 100 50")
	p.counted("01:45", "due 7 made 4: on-time 2 early 1 late 1 missed 1 skipped 1", "57 100 50")
	p.end("01:46")
	p.counted("03:00", "due 7 made 4: on-time 2 early 1 late 1 missed 2 skipped 1", "57 100 50")
	p.same("missed", p.missed("03:00"), []string{"2026-11-20 horn-1 beat 2 school 00:30", "2026-11-20 horn-1 beat 3 plaza 01:30"})
}

func TestExtraVisitsMoveNoRate(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	p.visit("21:30", "plaza")
	before := rates(p.sums("21:45"))
	p.visit("21:32", "yard")
	p.visit("21:40", "plaza")
	if s := p.sums("21:45"); rates(s) != before || counted(s) != "due 1 made 1: on-time 1" || !s.Seen["yard"] || s.Expected["yard"] {
		t.Errorf("%s, rates %s; want rates %s", counted(s), rates(s), before)
	}
}

func TestCallsOfAnIntervalPlanAreNotAmongThoseDue(t *testing.T) {
	p := setOut(t, everyHour(), "21:00")
	p.visit("22:30", "plaza")
	p.skip("22:40", "market", 0)
	p.counted("23:00", "due 0 made 0:", "- 50 -")
	p.end("23:10")
	p.counted("04:00", "due 0 made 0:", "- 50 -")
	if s := p.sums("04:00"); s.Marks[model.GapTooLong] != 2 || len(p.missed("04:00")) != 0 || s.Shifts != 1 {
		t.Errorf("marks %v missed %v", s.Marks, p.missed("04:00"))
	}
}

// timed holds that at the time the shift had been out so long: by the people, on foot, by vehicle.
func (p *patrol) timed(now string, people, foot, vehicle time.Duration) {
	p.t.Helper()
	s := p.sums(now)
	if time.Duration(s.PersonTime) != people || time.Duration(s.FootTime) != foot || time.Duration(s.CarTime) != vehicle {
		p.t.Errorf("%s: %v of persons, %v on foot, %v by vehicle; want %v, %v, %v", now, s.PersonTime, s.FootTime, s.CarTime, people, foot, vehicle)
	}
}

func TestHoursFollowCrewAndMode(t *testing.T) {
	const half = 30 * time.Minute
	p := setOut(t, beat(), "21:00")
	p.timed("21:30", 2*half, half, 0)
	p.do("22:00", model.ChangeCrew{Shift: p.shift, Crew: []string{"A", "B", "C"}})
	p.do("22:30", model.ChangeMode{Shift: p.shift, Mode: model.Vehicle, Plate: "X1"})
	p.timed("23:00", 10*half, 3*half, half)
	p.do("23:00", model.ChangeCrew{Shift: p.shift, Crew: []string{"C"}})
	p.end("23:30")
	p.timed("04:00", 11*half, 3*half, 2*half)
	other := p.do("23:30", p.start("car-1", "D"))
	p.timed("00:00", 12*half, 4*half, 2*half)
	p.do("00:30", model.EndShift{Shift: other, Reason: "storm"})
	p.timed("04:00", 13*half, 5*half, 2*half)
}

// A clock that was set back writes the later leg with the earlier time (R11); no hour is served twice.
func TestLegsUnderAClockSetBackCountNoHourTwice(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	p.do("23:00", model.ChangeCrew{Shift: p.shift, Crew: []string{"A", "B", "C"}})
	p.do("22:00", model.ChangeMode{Shift: p.shift, Mode: model.Vehicle})
	p.timed("00:00", 8*time.Hour, time.Hour, 2*time.Hour)
}

func TestALegBeforeTheStartAddsNoTime(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	p.do("20:00", model.ChangeCrew{Shift: p.shift, Crew: []string{"A"}})
	p.timed("22:00", time.Hour, time.Hour, 0)
}

// An end from a clock that is ahead is not yet one (R11): what has not passed is neither served nor a gap.
func TestAnEndInTheFutureAddsNothingYet(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	p.end("23:00")
	p.timed("22:00", 2*time.Hour, time.Hour, 0)
	p.same("gaps", p.gaps("22:00"), []string{"market 21:00 1h", "plaza 21:00 1h", "school 21:00 1h"})
}

func TestAReportSumsWorkWithItsCorrections(t *testing.T) {
	p := setOut(t, workPlan(), "21:00")
	moved := p.count("21:30", "plaza", "vehicles-moved", 3)
	p.count("21:31", "market", "vehicles-moved", 2)
	gone := p.count("21:32", "yard", "bikes-tagged", 4)
	p.takeBack("21:33", moved, 2)
	p.takeBack("21:34", gone, 4)
	p.end("22:00")
	p.shift = p.do("22:10", p.start("car-1", "C", "D"))
	p.count("22:20", "plaza", "doors-knocked", 7)
	r := p.report("23:00", model.ReportFilter{})
	for _, c := range []struct {
		of        string
		got, want map[model.OutcomeKind]int
	}{
		{"the night", r.Total.Outcomes, map[model.OutcomeKind]int{"vehicles-moved": 3, "doors-knocked": 7}},
		{"horn-1", r.Units["horn-1"].Outcomes, map[model.OutcomeKind]int{"vehicles-moved": 3}},
		{"car-1", r.Units["car-1"].Outcomes, map[model.OutcomeKind]int{"doors-knocked": 7}},
		{"the route", r.Routes["beat"].Outcomes, map[model.OutcomeKind]int{"vehicles-moved": 3, "doors-knocked": 7}},
	} {
		if !maps.Equal(c.got, c.want) {
			t.Errorf("%s: %v, want %v", c.of, c.got, c.want)
		}
	}
}

func TestAReportCountsMarks(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	p.visit("21:32", "plaza")
	p.visit("21:32:30", "plaza")
	p.late("22:00", "market", "21:50")
	wrong := p.visit("22:10", "yard")
	p.do("22:11", model.Correct{Shift: p.shift, Of: wrong, Checkpoint: pointer("school")})
	p.withdraw("22:13", p.visit("22:12", "yard"), "")
	p.do("23:00", model.ChangeCrew{Shift: p.shift, Crew: []string{"A"}})
	p.entered = 2 * time.Hour
	p.visit("23:30", "plaza")
	want := map[model.Mark]int{model.Repeat: 1, model.LateEntry: 1, model.WasCorrected: 1, model.CrewOfOne: 1, model.WasMissed: 1}
	if got := p.sums("01:31").Marks; !maps.Equal(got, want) {
		t.Errorf("marks %v, want %v", got, want)
	}
}

func TestMissedCallsStandByWhenTheyWereDue(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	p.do("21:10", p.start("car-1", "C", "D"))
	p.same("missed", p.missed("22:20:01"), []string{
		"2026-11-20 horn-1 beat 1 plaza 21:30", "2026-11-20 car-1 beat 1 plaza 21:30",
		"2026-11-20 horn-1 beat 1 market 21:50", "2026-11-20 car-1 beat 1 market 21:50",
	})
}

// gaps are the longest gaps of the night: "plaza 21:30 1h10m".
func (p *patrol) gaps(now string) []string {
	var list []string
	for id, g := range p.report(now, model.ReportFilter{}).Gaps {
		if g.Checkpoint != id || g.Night != p.night.Date {
			p.t.Errorf("gap of %s: %+v", id, g)
		}
		list = append(list, fmt.Sprintf("%s %s %s", id, g.From.In(p.plan.Zone()).Format("15:04"), g.Length))
	}
	slices.Sort(list)
	return list
}

func TestTheLargestGapSpansShiftsThatOverlap(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	p.visit("21:30", "plaza")
	p.visit("22:50", "market")
	first := p.shift
	p.shift = p.do("22:00", p.start("car-1", "C", "D"))
	p.visit("22:40", "plaza")
	p.visit("23:10", "yard")
	p.same("open", p.gaps("23:20"), []string{"market 21:00 1h50m", "plaza 21:30 1h10m", "school 21:00 2h20m"})
	p.do("23:30", model.EndShift{Shift: first, Reason: "storm"})
	p.end("00:10")
	p.same("ended", p.gaps("05:00"), []string{"market 21:00 1h50m", "plaza 22:40 1h30m", "school 21:00 3h10m"})
}

// A gap is time while somebody was out whose route names the place; between two shifts nobody was.
func TestNoGapWhileNobodyIsOut(t *testing.T) {
	p := setOut(t, beat(), "20:00")
	p.visit("20:50", "plaza")
	p.end("21:00")
	p.shift = p.do("01:00", p.start("car-1", "C", "D"))
	p.visit("01:20", "plaza")
	p.end("01:30")
	for _, g := range p.gaps("03:00") {
		if strings.HasPrefix(g, "plaza") && g != "plaza 20:00 50m" {
			t.Errorf("%s, want plaza 20:00 50m: nobody was out from 21:00 to 01:00", g)
		}
	}
}

// balanced holds what happened to hazards in the nights: "opened a b; closed c; left a".
func balanced(t *testing.T, h *model.Hazards, names map[string]string, from, to model.Date, want string) {
	t.Helper()
	named := func(list []model.Hazard) (text string) {
		var words []string
		for _, id := range idsOf(list) {
			words = append(words, names[id])
		}
		slices.Sort(words)
		return strings.Join(words, " ")
	}
	b := h.Balance(beat(), from, to, at(0).AddDate(0, 1, 0))
	if got := fmt.Sprintf("opened %s; closed %s; left %s", named(b.Opened), named(b.Closed), named(b.Left)); got != want {
		t.Errorf("%s to %s\n got: %s\nwant: %s", from, to, got, want)
	}
}

func TestHazardsOfASpanAreOpenedClosedAndLeft(t *testing.T) {
	first, second, third := setOutOn(t, beat(), "2026-11-20", "21:00"), setOutOn(t, beat(), "2026-11-21", "21:00"), setOutOn(t, beat(), "2026-11-22", "12:00")
	second.ids, third.ids = 100, 200
	old := first.found()
	old.Order = first.order("03:00")
	a := first.do("21:30", old)
	second.move("22:00", first.hazard(a), model.ClosedHazard, nil)
	spot := second.found()
	spot.Fixed = true
	b := second.do("22:10", spot)
	c := second.do("11:59", second.found())
	ordered := second.found()
	ordered.Order = second.order("11:58")
	d := second.do("22:20", ordered)
	third.move("12:00", second.hazard(d), model.RecheckPassed, nil)
	e := third.do("12:00", third.found())
	names := map[string]string{a: "a", b: "b", c: "c", d: "d", e: "e"}
	h := foldHazards(slices.Concat(third.night.Story(), second.night.Story(), first.night.Story()))
	balanced(t, h, names, "2026-11-19", "2026-11-19", "opened ; closed ; left ")
	balanced(t, h, names, "2026-11-20", "2026-11-20", "opened a; closed ; left a")
	balanced(t, h, names, "2026-11-21", "2026-11-21", "opened b c d; closed a b; left c d")
	balanced(t, h, names, "2026-11-22", "2026-11-22", "opened e; closed d; left c e")
	balanced(t, h, names, "2026-11-20", "2026-11-22", "opened a b c d e; closed a b d; left c e")
	balanced(t, h, names, "2026-11-23", "2026-11-30", "opened ; closed ; left c e")
}

// A step stands behind what it knew of, whatever its clock said (R11): closed a night before it was found, a hazard
// would be opened and neither closed nor left.
func TestAClockSetBackLosesNoHazard(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	id := p.do("21:30", p.found())
	early := setOutOn(t, beat(), "2026-11-19", "21:00")
	early.ids = 100
	early.move("22:00", p.hazard(id), model.FixedOnSpot, nil)
	h := foldHazards(slices.Concat(p.night.Story(), early.night.Story()))
	balanced(t, h, map[string]string{id: "a"}, "2026-11-19", "2026-11-19", "opened ; closed ; left ")
	balanced(t, h, map[string]string{id: "a"}, "2026-11-20", "2026-11-20", "opened a; closed a; left ")
}
