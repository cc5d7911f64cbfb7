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

// dutyRoom is a night in which nobody is out, and who sits at its desks.
func dutyRoom(t *testing.T, date model.Date) *patrol {
	p := &patrol{t: t, plan: beat(), night: model.NewNight(date), device: "desk-1", boot: "boot-1", seqs: map[string]uint64{}}
	p.booted = p.when("12:00")
	return p
}

func (p *patrol) signOn(when, operator, relieves, note string) string {
	p.t.Helper()
	return p.do(when, model.SignOn{Plan: p.plan, Operator: operator, Relieves: relieves, Note: note})
}

func (p *patrol) signOff(when, operator, note string) string {
	p.t.Helper()
	return p.do(when, model.SignOff{Plan: p.plan, Operator: operator, Note: note})
}

// watches hold that the times at the desks are those listed: "Li desk-1 20:00-23:00 keys in the drawer".
func (p *patrol) watches(want ...string) {
	p.t.Helper()
	p.same("watches", watchLines(p.night, p.plan), want)
}

func watchLines(n *model.Night, plan *model.Plan) []string {
	clock := func(t time.Time) string {
		if t.IsZero() {
			return ""
		}
		return t.In(plan.Zone()).Format("15:04")
	}
	var lines []string
	for _, w := range n.Watches() {
		lines = append(lines, strings.TrimSpace(fmt.Sprintf("%s %s %s-%s %s", w.Operator, w.Device, clock(w.From), clock(w.To), w.Note)))
	}
	return lines
}

// onDuty are those who sat at a desk at the moment.
func onDuty(at time.Time, nights ...*model.Night) []string {
	var names []string
	for _, w := range model.DutyAt(nights, at, at.Add(24*time.Hour)).Desk {
		names = append(names, w.Operator)
	}
	slices.Sort(names)
	return names
}

func TestAReliefAtTheDeskHandsTheNoteOver(t *testing.T) {
	p := dutyRoom(t, "2026-11-20")
	p.watches()
	p.signOn("18:00", " Li ", "", "")
	p.watches("Li desk-1 18:00-")
	p.signOn("22:00", "Wang", "Li", "horn-1 has no lamp")
	p.signOn("02:00", "Zhao", "Wang", "gate is open")
	p.signOff("08:00", "Zhao", "all home")
	p.watches("Li desk-1 18:00-22:00 horn-1 has no lamp", "Wang desk-1 22:00-02:00 gate is open", "Zhao desk-1 02:00-08:00 all home")
}

func TestWhoWasOnDutyAtATime(t *testing.T) {
	p := dutyRoom(t, "2026-11-20")
	p.signOn("18:00", "Li", "", "")
	p.signOn("22:00", "Wang", "Li", "")
	p.signOff("02:00", "Wang", "")
	p.device = "desk-2"
	p.signOff("20:00", "Chen", "")
	p.signOn("01:00", "Sun", "", "")
	for when, want := range map[string]string{
		"17:59": "Chen", "18:00": "Li Chen", "20:00": "Li", "21:59": "Li", "22:00": "Wang", "01:30": "Wang Sun", "02:00": "Sun", "11:00": "Sun",
	} {
		wanted := strings.Fields(want)
		slices.Sort(wanted)
		p.same(when+" on duty", onDuty(p.when(when), p.night), wanted)
	}
}

func TestAWatchThatBeganTheNightBefore(t *testing.T) {
	p := dutyRoom(t, "2026-11-19")
	p.signOn("11:00", "Li", "", "")
	p.watches("Li desk-1 11:00-")
	next := dutyRoom(t, "2026-11-20")
	next.signOn("12:30", "Wang", "Li", "long night")
	next.watches("Li desk-1 -12:30 long night", "Wang desk-1 12:30-")
	off := dutyRoom(t, "2026-11-20")
	off.signOff("12:30", "Li", "long night")
	off.watches("Li desk-1 -12:30 long night")
	for _, second := range []*patrol{next, off} {
		for when, want := range map[string]string{"10:59": "", "11:00": "Li", "11:59": "Li"} {
			p.same(when+" on duty", onDuty(p.when(when), p.night, second.night), strings.Fields(want))
		}
		second.same("12:29 on duty", onDuty(second.when("12:29"), p.night, second.night), []string{"Li"})
	}
	next.same("12:30 on duty", onDuty(next.when("12:30"), p.night, next.night), []string{"Wang"})
	off.same("12:30 on duty", onDuty(off.when("12:30"), p.night, off.night), nil)
}

// Whoever takes a seat takes it from whoever sits there, named or not; and a second signing off ends nothing else.
func TestASeatIsTakenFromWhoeverSitsThere(t *testing.T) {
	p := dutyRoom(t, "2026-11-20")
	p.signOn("18:00", "Li", "", "")
	p.signOn("20:00", "Wang", "", "")
	p.signOn("21:00", "Wang", "", "program restarted")
	p.watches("Li desk-1 18:00-20:00", "Wang desk-1 20:00-21:00 program restarted", "Wang desk-1 21:00-")
}

func TestEachDeskHasItsOwnWatch(t *testing.T) {
	p := dutyRoom(t, "2026-11-20")
	p.signOn("18:00", "Li", "", "")
	p.device = "desk-2"
	p.signOn("19:00", "Wang", "", "")
	p.signOff("20:00", "Wang", "desk 2 is shut")
	p.watches("Li desk-1 18:00-", "Wang desk-2 19:00-20:00 desk 2 is shut")
}

func TestSigningOnAndOffIsRefusedWithoutAName(t *testing.T) {
	p := dutyRoom(t, "2026-11-20")
	for _, c := range []struct {
		intent model.Intent
		want   model.RefusalCode
	}{
		{model.SignOn{Plan: p.plan, Operator: " \t"}, model.OperatorNeeded},
		{model.SignOn{Plan: p.plan}, model.OperatorNeeded},
		{model.SignOn{Plan: p.plan, Operator: "Li", Relieves: "Li"}, model.NothingChanged},
		{model.SignOn{Plan: p.plan, Operator: " Li", Relieves: "Li"}, model.NothingChanged},
		{model.SignOff{Plan: p.plan, Operator: "\n"}, model.OperatorNeeded},
	} {
		if got := p.refused("20:00", c.intent); got != c.want {
			t.Errorf("%+v: %s, want %s", c.intent, got, c.want)
		}
	}
}

// A name is the same however it was typed.
func TestNamesOfOperatorsAreTrimmed(t *testing.T) {
	p := dutyRoom(t, "2026-11-20")
	p.signOff("18:00", " Li\t", "")
	p.watches("Li desk-1 -18:00")
}

func TestASigningIsOfTheNightOfThePlan(t *testing.T) {
	p := dutyRoom(t, "2026-11-20")
	for when, want := range map[string]model.Date{"12:00": "2026-11-20", "03:00": "2026-11-20", "11:59": "2026-11-20"} {
		for _, intent := range []model.Intent{model.SignOn{Plan: p.plan, Operator: "Li"}, model.SignOff{Plan: p.plan, Operator: "Li"}} {
			r, err := model.Decide(p.night, p.stamp(p.when(when)), intent)
			if err != nil || r.Night != want || r.Zone != p.plan.Timezone {
				t.Errorf("%T at %s: night %s zone %s %v", intent, when, r.Night, r.Zone, err)
			}
		}
	}
}

func TestSigningOffLeavesUnitsOut(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	p.signOn("21:05", "Li", "", "")
	p.signOff("21:10", "Li", "")
	if s, _ := p.night.Shift(p.shift); !s.Open() || len(s.Heard) != 1 {
		t.Errorf("ended %v, heard %v", s.Ended, s.Heard)
	}
	p.visit("21:30", "plaza")
}

func TestARollCallAsksForAShiftThatIsOut(t *testing.T) {
	p := setOut(t, onePlace("21:30"), "21:00")
	id := p.do("21:10", model.HearUnit{Shift: p.shift, Note: "at the gate"})
	r, _ := p.night.Record(id)
	if b, err := model.Decode[model.UnitHeardBody](r); err != nil || r.Kind != model.UnitHeard || b.Shift != p.shift || b.Note != "at the gate" {
		t.Errorf("%s %s %v", r.Kind, r.Body, err)
	}
	if got := p.refused("21:11", model.HearUnit{Shift: "none"}); got != model.NoShift {
		t.Errorf("no shift: %s", got)
	}
	p.end("21:12")
	if got := p.refused("21:13", model.HearUnit{Shift: p.shift}); got != model.NoShift {
		t.Errorf("an ended shift: %s", got)
	}
}

// refWatch follows each desk alone along its series: a signing on ends whatever watch there is, and so does a signing off.
func refWatches(records []model.Record, zone *time.Location) []string {
	byDevice := map[string][]model.Record{}
	for _, r := range records {
		byDevice[r.Device] = append(byDevice[r.Device], r)
	}
	var lines []string
	line := func(operator, device, from, to, note string) {
		lines = append(lines, strings.TrimSpace(fmt.Sprintf("%s %s %s-%s %s", operator, device, from, to, note)))
	}
	for device, series := range byDevice {
		slices.SortFunc(series, func(a, b model.Record) int { return int(a.Seq) - int(b.Seq) })
		sitting, from := "", ""
		for _, r := range series {
			f, clock := model.FactsOf(r), r.At.In(zone).Format("15:04")
			note := ""
			if f.Note != nil {
				note = *f.Note
			}
			leaves := f.Operator
			if r.Kind == model.OperatorOn {
				leaves = f.Relieves
			}
			switch {
			case sitting != "":
				line(sitting, device, from, clock, note)
			case leaves != "":
				line(leaves, device, "", clock, note)
			}
			sitting, from = "", ""
			if r.Kind == model.OperatorOn {
				sitting, from = f.Operator, clock
			}
		}
		if sitting != "" {
			line(sitting, device, from, "", "")
		}
	}
	slices.Sort(lines)
	return lines
}

func TestWatchesAreThoseOfTheReferenceInAnyOrderOfArrival(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan, n := beat(), model.NewNight("2026-11-20")
		var records []model.Record
		seqs, clocks := map[string]uint64{}, map[string]time.Time{}
		for i := range rapid.IntRange(0, 14).Draw(t, "records") {
			device := rapid.SampledFrom([]string{"desk-1", "desk-2", "desk-3"}).Draw(t, "desk")
			if seqs[device] == 0 {
				clocks[device] = n.Date.At(13*60, plan.Zone(), plan.NightTurnsAt).Add(minutes(t, "skew", 0, 60))
			}
			clocks[device] = clocks[device].Add(minutes(t, "passed", -20, 90))
			name := rapid.SampledFrom([]string{"Li", "Wang", "Zhao"})
			note := rapid.SampledFrom([]string{"", "gate", "lamp"}).Draw(t, "note")
			var intent model.Intent = model.SignOff{Plan: plan, Operator: name.Draw(t, "off"), Note: note}
			if rapid.IntRange(0, 2).Draw(t, "on") > 0 {
				intent = model.SignOn{
					Plan: plan, Operator: name.Draw(t, "on"), Note: note,
					Relieves: rapid.SampledFrom([]string{"", "Li", "Wang", "Zhao"}).Draw(t, "relieves"),
				}
			}
			r, err := model.Decide(n, model.Stamp{ID: fmt.Sprintf("R%02d", i*37%101), Device: device, At: clocks[device]}, intent)
			if err != nil || r.Night != n.Date {
				continue
			}
			seqs[device]++
			if r, err = r.Numbered(seqs[device], ""); err != nil {
				t.Fatal(err)
			}
			records = append(records, r)
		}
		for _, r := range rapid.Permutation(records).Draw(t, "arrival") {
			n.Apply(r)
			n.Watches()
		}
		got := watchLines(n, plan)
		slices.Sort(got)
		if want := refWatches(records, plan.Zone()); !slices.Equal(got, want) {
			t.Fatalf("\n      got: %s\nreference: %s", strings.Join(got, ", "), strings.Join(want, ", "))
		}
		if again := watchLines(fold(records), plan); !slices.Equal(again, watchLines(n, plan)) {
			t.Fatalf("in another order %v", again)
		}
	})
}

// A slip at the desk is no sign of the unit; what the unit itself took back is one.
func TestWhatTheDeskTookBackIsNoSignOfTheUnit(t *testing.T) {
	for _, atDesk := range []bool{true, false} {
		p := setOut(t, beat(), "21:00")
		write := func(clock string, intent model.Intent) string {
			if atDesk {
				intent = model.OnBehalf{Behalf: model.Behalf{Operator: "Wang", Channel: model.ByRadio}, Intent: intent}
			}
			return p.do(clock, intent)
		}
		slip := write("21:40", model.CheckIn{Shift: p.shift, Checkpoint: "plaza"})
		write("21:41", model.Withdraw{Shift: p.shift, Of: slip})
		shift, _ := p.night.Shift(p.shift)
		if signs := len(shift.Heard); signs != 1 && atDesk || signs != 3 && !atDesk {
			t.Errorf("at the desk %v: %d signs", atDesk, signs)
		}
	}
}
