package model_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"beatbook/model"
)

func TestEachNightFromTheFirstOneWithAShift(t *testing.T) {
	out := func(d model.Date, shifts int) model.NightTally {
		return model.NightTally{Night: d, Tally: model.Tally{Total: model.Sums{Shifts: shifts}}}
	}
	nights := model.EachNight([]model.NightTally{out("2026-02-20", 0), out("2026-02-27", 1), out("2026-03-01", 2), out("2026-03-05", 1)}, "2026-03-02")
	var got []string
	for _, n := range nights {
		got = append(got, fmt.Sprint(n.Night, " ", n.Total.Shifts))
	}
	if want := "2026-03-02 0, 2026-03-01 2, 2026-02-28 0, 2026-02-27 1"; strings.Join(got, ", ") != want {
		t.Errorf("the nights are %v, want %s", got, want)
	}
	if nights := model.EachNight([]model.NightTally{out("2026-02-20", 0)}, "2026-03-02"); nights != nil {
		t.Errorf("the nights are %v, want none", nights)
	}
}

// What a night in full tells of its checkpoints and units is what its tally counts.
func TestTheHistoryOfANightIsItsTally(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		nights, now := genSpan(t)
		for _, n := range nights {
			tally := n.Tally(model.ReportFilter{}, now)
			for _, place := range places {
				made, seen := 0, 0
				for _, v := range n.VisitsAt(place, now) {
					if v.State.Made() {
						made++
					}
					if !v.Ahead {
						seen++
					}
				}
				counted := 0
				visits := tally.Visits[place]
				for _, n := range visits {
					counted += n
				}
				if made != tally.Checkpoints[place].Made || seen != counted {
					t.Fatalf("%s on %s: %d made and %d visits, the tally has %d and %d", place, n.Date, made, seen, tally.Checkpoints[place].Made, counted)
				}
				if missed := len(tally.MissedAt(place)); missed != tally.Checkpoints[place].Missed {
					t.Fatalf("%d missed, the tally has %d", missed, tally.Checkpoints[place].Missed)
				}
			}
			for unit, sums := range tally.Units {
				var all model.Sums
				for _, s := range n.ShiftsOf(unit, now) {
					all.Add(s.Sums)
				}
				if fmt.Sprint(all) != fmt.Sprint(sums) {
					t.Fatalf("%s on %s\n  shifts: %v\n  tally:  %v", unit, n.Date, all, sums)
				}
			}
		}
	})
}

func TestAVisitOfThePastSaysWhoMadeIt(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	wrong := p.do("21:31", model.CheckIn{Shift: p.shift, Checkpoint: "market", Mode: model.Foot})
	plaza := "plaza"
	p.do("21:32", model.Correct{Shift: p.shift, Of: wrong, Checkpoint: &plaza})
	gone := p.do("21:33", model.CheckIn{Shift: p.shift, Checkpoint: "plaza", Mode: model.Foot})
	p.do("21:34", model.Withdraw{Shift: p.shift, Of: gone})
	p.do("22:00", model.ChangeCrew{Shift: p.shift, Crew: []string{"C", "D"}})
	desk := model.Behalf{Operator: "王五", Channel: model.ByPhone}
	p.do("23:30", model.OnBehalf{Behalf: desk, Intent: model.CheckIn{Shift: p.shift, Checkpoint: "plaza", Mode: model.Foot, Note: "安静"}})
	visits := p.night.VisitsAt("plaza", p.when("23:45"))
	if len(visits) != 2 || len(p.night.VisitsAt("market", p.when("23:45"))) != 0 {
		t.Fatalf("the visits are %+v", visits)
	}
	first, second := visits[0], visits[1]
	if first.ID != wrong || first.State != model.OnTime || !slices.Equal(first.Crew, []string{"A", "B"}) || first.Behalf != nil || first.Unit.ID != "horn-1" {
		t.Errorf("the first is %+v", first)
	}
	if second.Note != "安静" || !slices.Equal(second.Crew, []string{"C", "D"}) || second.Behalf == nil || *second.Behalf != desk {
		t.Errorf("the second is %+v", second)
	}
}

// duty is who was out at a time of the night, with the places before and after it.
func (p *patrol) duty(at, now string) string {
	var words []string
	place := func(v *model.Visit) string {
		if v == nil {
			return "-"
		}
		return v.Checkpoint
	}
	for _, d := range model.DutyAt([]*model.Night{p.night}, p.when(at), p.when(now)).Out {
		words = append(words, fmt.Sprint(d.Shift.Unit.ID, " ", d.Leg.Mode, " ", d.Leg.Crew, " ", place(d.Before), " ", place(d.After)))
	}
	return strings.Join(words, ", ")
}

func TestWhoWasOnDuty(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	p.do("21:31", model.CheckIn{Shift: p.shift, Checkpoint: "plaza", Mode: model.Foot})
	p.do("22:00", model.ChangeMode{Shift: p.shift, Mode: model.Vehicle})
	p.do("22:30", model.CheckIn{Shift: p.shift, Checkpoint: "school", Mode: model.Foot})
	other := p.do("22:40", p.start("car-1", "X"))
	p.do("23:00", model.EndShift{Shift: other, Reason: "storm"})
	for at, want := range map[string]string{
		"20:59": "",
		"21:00": "horn-1 foot [A B] - plaza",
		"21:31": "horn-1 foot [A B] plaza school",
		"22:10": "horn-1 vehicle [A B] plaza school",
		"22:50": "horn-1 vehicle [A B] school -, car-1 foot [X] - -",
		"23:01": "horn-1 vehicle [A B] school -",
		"11:59": "horn-1 vehicle [A B] school -", // nobody ended it
	} {
		if got := p.duty(at, "11:59"); got != want {
			t.Errorf("at %s: %q, want %q", at, got, want)
		}
	}
}

// A record from the future is never the latest of anything (R11).
func TestAVisitThatIsStillToComeIsNotTheNextOne(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	p.do("23:30", model.CheckIn{Shift: p.shift, Checkpoint: "plaza", Mode: model.Foot})
	if got := p.duty("21:30", "22:00"); got != "horn-1 foot [A B] - -" {
		t.Errorf("%q", got)
	}
	if v := p.night.VisitsAt("plaza", p.when("22:00")); len(v) != 1 || !v[0].Ahead {
		t.Errorf("the visits are %+v", v)
	}
}

func TestOneWhoSatAtTheDeskOverTheTurnOfTheNight(t *testing.T) {
	plan := beat()
	first, second := setOutOn(t, plan, "2026-11-20", "21:00"), setOutOn(t, plan, "2026-11-21", "21:00")
	first.do("20:00", model.SignOn{Plan: plan, Operator: "甲"})
	second.do("12:30", model.SignOn{Plan: plan, Operator: "乙", Relieves: "甲"})
	second.do("13:00", model.SignOff{Plan: plan, Operator: "乙"})
	desk := func(at time.Time) string {
		var names []string
		for _, w := range model.DutyAt([]*model.Night{first.night, second.night}, at, second.when("23:00")).Desk {
			names = append(names, w.Operator)
		}
		return strings.Join(names, " ")
	}
	for _, c := range []struct {
		at   time.Time
		want string
	}{
		{first.when("19:59"), ""}, {first.when("20:00"), "甲"}, {first.when("11:59"), "甲"}, {second.when("12:29"), "甲"},
		{second.when("12:30"), "乙"}, {second.when("13:00"), ""},
	} {
		if got := desk(c.at); got != c.want {
			t.Errorf("at %v: %q, want %q", c.at, got, c.want)
		}
	}
}
