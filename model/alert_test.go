package model_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"beatbook/model"
)

// alerts hold that at the time the alerts are those listed, in order: "call-missed 1 plaza 22:00" with when it began, the
// level behind the kind of what is out of contact, and "passed 22:10" behind what has passed.
func (p *patrol) alerts(now string, want ...string) []model.Alert {
	p.t.Helper()
	clock := func(t time.Time) string { return strings.TrimSuffix(t.In(p.plan.Zone()).Format("15:04:05"), ":00") }
	alerts := p.judged(now).Alerts(p.when(now))
	var got []string
	for _, a := range alerts {
		text := fmt.Sprintf("%s %d %s %s", a.Kind, a.Round, a.Checkpoint, clock(a.Since))
		switch a.Kind {
		case model.OutOfContact:
			text = fmt.Sprintf("%s %d %s", a.Kind, a.Level, clock(a.Since))
		case model.ClockOff:
			text = fmt.Sprintf("%s %s", a.Kind, clock(a.Since))
		}
		if !a.Passed.IsZero() {
			text += " passed " + clock(a.Passed)
		}
		if a.Shift.ID != p.shift || a.Level < 1 || a.Kind != model.OutOfContact && a.Level != 1 {
			p.t.Errorf("%s: alert %+v", now, a)
		}
		got = append(got, text)
	}
	p.same(now+" alerts", got, want)
	return alerts
}

// see acknowledges alerts.
func (p *patrol) see(when string, alerts ...model.Alert) {
	p.t.Helper()
	s, _ := p.night.Shift(p.shift)
	var keys []string
	for _, a := range alerts {
		keys = append(keys, a.Key)
	}
	p.do(when, model.AcknowledgeAlerts{Shift: s, Alerts: keys, Operator: "Li"})
}

func (p *patrol) heard(when string) { p.t.Helper(); p.do(when, model.HearUnit{Shift: p.shift}) }

// onePlaceHeard is a plan whose units may be silent all night.
func onePlaceHeard(times ...string) *model.Plan {
	plan := onePlace(times...)
	plan.Routes[0].Contact = model.Duration(20 * time.Hour)
	return plan
}

// intervalPlan wants the plaza every hour and lets units be silent all night.
func intervalPlan() *model.Plan {
	plan := onePlaceHeard()
	plan.Routes[0].Every = model.Duration(time.Hour)
	return plan
}

func TestTheLevelOfContactRisesWithEachLimitThatPasses(t *testing.T) {
	last := at(21)
	for _, limit := range []time.Duration{model.DefaultContact, time.Minute, time.Nanosecond, 24 * time.Hour} {
		for _, c := range []struct {
			after time.Duration
			want  int
		}{
			{-time.Hour, 0}, {-1, 0}, {0, 0}, {limit - 1, 0}, {limit, 1}, {2*limit - 1, 1}, {2 * limit, 2}, {3*limit - 1, 2},
			{3 * limit, 3}, {3*limit + 1, 3}, {4 * limit, 3}, {1000 * limit, 3},
		} {
			if got := (model.Contact{Last: last, Limit: limit}).Level(last.Add(c.after)); got != c.want {
				t.Errorf("limit %v, %v after the last sign: level %d, want %d", limit, c.after, got, c.want)
			}
		}
	}
}

func TestTheContactLimitIsTheRoutesOrTheDefault(t *testing.T) {
	for contact, want := range map[time.Duration]time.Duration{
		0: 30 * time.Minute, time.Minute: time.Minute, time.Hour: time.Hour,
		-time.Minute: 30 * time.Minute, // no file says so, but a record from elsewhere may
	} {
		if got := (model.Route{Contact: model.Duration(contact)}).ContactLimit(); got != want {
			t.Errorf("contact %v: limit %v, want %v", contact, got, want)
		}
	}
}

func TestAUnitThatIsNotHeardOfIsOutOfContact(t *testing.T) {
	p := setOut(t, onePlace("03:00"), "21:00")
	p.alerts("21:29:59")
	p.alerts("21:30", "out-of-contact 1 21:00")
	p.alerts("22:00", "out-of-contact 2 21:00")
	p.alerts("22:40", "out-of-contact 3 21:00")
	p.heard("22:40")
	for _, now := range []string{"22:40", "22:40:01", "23:09:59"} {
		p.alerts(now, "out-of-contact 3 21:00 passed 22:40")
	}
	p.alerts("23:10", "out-of-contact 1 22:40", "out-of-contact 3 21:00 passed 22:40")
}

// Any record of the unit is a sign of it, also one that is taken back; what operators do at the desk is none.
func TestWhatResetsTheContact(t *testing.T) {
	for name, c := range map[string]struct {
		do    func(p *patrol)
		heard bool
	}{
		"a check-in":              {func(p *patrol) { p.visit("21:25", "plaza") }, true},
		"a visit that was before": {func(p *patrol) { p.late("21:25", "plaza", "21:05") }, true},
		"a check-in taken back":   {func(p *patrol) { p.withdraw("21:25", p.visit("21:24", "plaza"), "") }, true},
		"another crew":            {func(p *patrol) { p.do("21:25", model.ChangeCrew{Shift: p.shift, Crew: []string{"C"}}) }, true},
		"an outcome": {func(p *patrol) {
			p.do("21:25", model.CountOutcome{Shift: p.shift, Checkpoint: "plaza", Kind: "doors-knocked", Quantity: 1})
		}, true},
		"a hazard": {func(p *patrol) {
			p.do("21:25", model.FindHazard{Shift: p.shift, Checkpoint: "plaza", Kind: "fire", What: "exit", Severity: "grave"})
		}, true},
		"a roll call":           {func(p *patrol) { p.heard("21:25") }, true},
		"what was acknowledged": {func(p *patrol) { p.see("21:25", model.Alert{Key: "call-missed/9/moon"}) }, false},
		"an operator signs on":  {func(p *patrol) { p.do("21:25", model.SignOn{Plan: p.plan, Operator: "Li"}) }, false},
		"another unit":          {func(p *patrol) { p.do("21:25", p.start("car-1", "C", "D")) }, false},
		"a kind of tomorrow":    {func(p *patrol) { p.foreign("21:25", "drone.flown", map[string]string{"shift": p.shift}) }, false},
	} {
		t.Run(name, func(t *testing.T) {
			p := setOut(t, onePlace("03:00"), "21:00")
			c.do(p)
			if c.heard {
				p.alerts("21:54:59")
				p.alerts("21:55", "out-of-contact 1 21:25")
			} else {
				p.alerts("21:55", "out-of-contact 1 21:00")
			}
		})
	}
}

func TestASignFromAFastClockCountsWhenItsTimeHasCome(t *testing.T) {
	p := setOut(t, onePlace("03:00"), "21:00")
	p.device = "tablet"
	p.heard("23:00")
	p.alerts("21:29")
	p.alerts("22:45", "out-of-contact 3 21:00")
	p.alerts("23:00", "out-of-contact 3 21:00 passed 23:00")
}

// A clock that was two hours slow: nobody was out before the shift began.
func TestBeforeItsStartAUnitIsNotMissed(t *testing.T) {
	p := setOut(t, onePlace("03:00"), "21:00")
	p.device = "tablet"
	p.heard("19:00")
	p.alerts("21:10")
	p.alerts("21:30", "out-of-contact 1 21:00")
}

// A record that arrives late from another device shows that the unit was heard of.
func TestASilenceIsShorterOnceASignOfItArrives(t *testing.T) {
	p := setOut(t, onePlace("03:00"), "21:00")
	seen := p.alerts("22:05", "out-of-contact 2 21:00")
	p.see("22:05", seen...)
	p.alerts("22:06")
	p.device, p.entered = "tablet", 25*time.Minute
	p.heard("21:45")
	// Level 1 of the silence since 21:00 is less than what the operator has seen of it.
	p.alerts("22:10")
	p.alerts("22:15", "out-of-contact 1 21:45")
}

func TestEachLevelIsToBeSeenAnew(t *testing.T) {
	p := setOut(t, onePlace("03:00"), "21:00")
	keys := map[string]bool{}
	for _, c := range []struct{ now, later, want string }{
		{"21:30", "21:59:59", "out-of-contact 1 21:00"}, {"22:00", "22:29:59", "out-of-contact 2 21:00"}, {"22:30", "23:45", "out-of-contact 3 21:00"},
	} {
		seen := p.alerts(c.now, c.want)
		keys[seen[0].Key] = true
		p.see(c.now, seen...)
		p.alerts(c.later)
	}
	if len(keys) != 3 {
		t.Errorf("keys %v, want one for each level", keys)
	}
}
