package model_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"beatbook/model"
)

// patrol is a scenario: one shift and what happens in it, with times of the night as "21:40" or "21:40:30".
type patrol struct {
	t       *testing.T
	plan    *model.Plan
	night   *model.Night
	shift   string
	device  string
	boot    string
	booted  time.Time
	entered time.Duration // how long after it happened the next record reaches this machine, 0 for its own
	seqs    map[string]uint64
	ids     int
}

// beat is a plan with three rounds of: plaza at once, market after 20 minutes, school from 40 to 60 minutes. The yard is
// on no route.
func beat() *model.Plan {
	at := func(d time.Duration) *model.Moment { return &model.Moment{Offset: model.Duration(d)} }
	return &model.Plan{
		Version: 1, Timezone: "Asia/Shanghai", NightTurnsAt: 12 * 60,
		Checkpoints: []model.Checkpoint{{ID: "plaza"}, {ID: "market"}, {ID: "school"}, {ID: "yard"}},
		Routes: []model.Route{{
			ID: "beat", Order: model.FixedOrder, Rounds: []model.Clock{21*60 + 30, 23*60 + 30, 60 + 30},
			Calls: []model.RouteCall{
				{Checkpoint: "plaza"},
				{Checkpoint: "market", After: model.Duration(20 * time.Minute)},
				{Checkpoint: "school", From: at(40 * time.Minute), To: at(time.Hour)},
			},
		}},
		Units: []model.Unit{{ID: "horn-1", Kind: "volunteer"}, {ID: "car-1", Kind: "police", Plate: "X1"}},
	}
}

// onePlace is a plan with a single call of the plaza at each of the times.
func onePlace(times ...string) *model.Plan {
	p := beat()
	p.Routes[0].Calls = p.Routes[0].Calls[:1]
	p.Routes[0].Rounds = nil
	for _, s := range times {
		p.Routes[0].Rounds = append(p.Routes[0].Rounds, clockOf(s))
	}
	return p
}

func clockOf(s string) model.Clock {
	c, err := model.ParseClock(s)
	if err != nil {
		panic(err)
	}
	return c
}

// setOut starts a shift of two on foot under the plan, in the night of 20 November 2026.
func setOut(t *testing.T, plan *model.Plan, when string) *patrol {
	return setOutOn(t, plan, "2026-11-20", when)
}

func setOutOn(t *testing.T, plan *model.Plan, date model.Date, when string) *patrol {
	p := &patrol{t: t, plan: plan, night: model.NewNight(date), device: "laptop", boot: "boot-1", seqs: map[string]uint64{}}
	p.booted = p.when("12:00")
	p.shift = p.do(when, p.start("horn-1", "A", "B"))
	return p
}

func (p *patrol) start(unit string, crew ...string) model.StartShift {
	return model.StartShift{Plan: p.plan, Unit: unit, Crew: crew, Route: "beat", Mode: model.Foot}
}

// when is the moment of the night at which the clock shows s.
func (p *patrol) when(s string) time.Time {
	clock, seconds := s, time.Duration(0)
	if strings.Count(s, ":") == 2 {
		clock = s[:strings.LastIndex(s, ":")]
		n, err := time.ParseDuration(s[strings.LastIndex(s, ":")+1:] + "s")
		if err != nil {
			p.t.Fatal(err)
		}
		seconds = n
	}
	return p.night.Date.At(clockOf(clock), p.plan.Zone(), p.plan.NightTurnsAt).Add(seconds)
}

func (p *patrol) stamp(at time.Time) model.Stamp {
	p.ids++
	return model.Stamp{ID: fmt.Sprintf("R%04d", p.ids), Device: p.device, At: at, Elapsed: at.Sub(p.booted), Boot: p.boot}
}

// do records the intent at the time and gives the id of the record.
func (p *patrol) do(when string, intent model.Intent) string {
	p.t.Helper()
	return p.record(p.stamp(p.when(when)), intent)
}

func (p *patrol) record(stamp model.Stamp, intent model.Intent) string {
	p.t.Helper()
	r, err := model.Decide(p.night, stamp, intent)
	if err != nil {
		p.t.Fatalf("%T at %v: %v", intent, stamp.At, err)
	}
	p.seqs[r.Device]++
	if r, err = r.Numbered(p.seqs[r.Device], ""); err != nil {
		p.t.Fatal(err)
	}
	if p.entered > 0 {
		r.Received = r.At.Add(p.entered)
	}
	p.night.Apply(r)
	return r.ID
}

// refused is the code with which the intent is refused at the time.
func (p *patrol) refused(when string, intent model.Intent) model.RefusalCode {
	p.t.Helper()
	before := p.night.Len()
	_, err := model.Decide(p.night, p.stamp(p.when(when)), intent)
	var refusal *model.Refusal
	if !errors.As(err, &refusal) {
		p.t.Fatalf("%T at %s: %v, want a refusal", intent, when, err)
	}
	if p.night.Len() != before {
		p.t.Errorf("%T at %s was refused and changed the night", intent, when)
	}
	return refusal.Code
}

func (p *patrol) visit(when, checkpoint string) string {
	p.t.Helper()
	return p.do(when, model.CheckIn{Shift: p.shift, Checkpoint: checkpoint})
}

// late writes a visit down at a time for an earlier one.
func (p *patrol) late(when, checkpoint, happened string) string {
	p.t.Helper()
	at := p.when(happened)
	return p.do(when, model.CheckIn{Shift: p.shift, Checkpoint: checkpoint, For: &at})
}

func (p *patrol) skip(when, checkpoint string, round int) string {
	p.t.Helper()
	return p.do(when, model.Skip{Shift: p.shift, Checkpoint: checkpoint, Round: round, Reason: "closed"})
}

func (p *patrol) withdraw(when, of, reason string) string {
	p.t.Helper()
	return p.do(when, model.Withdraw{Shift: p.shift, Of: of, Reason: reason})
}

func (p *patrol) end(when string) string {
	p.t.Helper()
	return p.do(when, model.EndShift{Shift: p.shift, Reason: "storm", Handover: "key is with B"})
}

func (p *patrol) judged(now string) model.ShiftJudgement {
	return p.night.Judge(p.when(now)).Shift(p.shift)
}

// calls hold that at the time the calls stand as listed: "1 plaza on-time", with any marks behind.
func (p *patrol) calls(now string, want ...string) {
	p.t.Helper()
	var got []string
	for _, c := range p.judged(now).Calls {
		got = append(got, strings.TrimSpace(fmt.Sprintf("%d %s %s %s", c.Round, c.Checkpoint, c.State, marksText(c.Marks))))
	}
	p.same(now+" calls", got, want)
}

// visits hold that at the time the visits stand as listed: "21:40 plaza", with any marks behind.
func (p *patrol) visits(now string, want ...string) {
	p.t.Helper()
	var got []string
	for _, v := range p.judged(now).Visits {
		clock := v.At.In(p.plan.Zone()).Format("15:04")
		got = append(got, strings.TrimSpace(fmt.Sprintf("%s %s %s", clock, v.Checkpoint, marksText(v.Marks))))
	}
	p.same(now+" visits", got, want)
}

func (p *patrol) same(what string, got, want []string) {
	p.t.Helper()
	if !slices.Equal(got, want) {
		p.t.Errorf("%s\n got: %s\nwant: %s", what, strings.Join(got, ", "), strings.Join(want, ", "))
	}
}

func marksText(marks []model.Mark) string {
	words := make([]string, len(marks))
	for i, m := range sorted(marks) {
		words[i] = string(m)
	}
	return strings.Join(words, " ")
}
