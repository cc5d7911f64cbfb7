package radio_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"beatbook/data/sample"
	"beatbook/model"
	"beatbook/ui/radio"
	"beatbook/ui/text"
)

// desk is a duty desk at 22:30 of the night: little horn 1 has been at its first checkpoint in the second round, red
// armband 2 and the car are out, the joint unit is not.
type desk struct {
	plan  *model.Plan
	now   time.Time
	night *model.Night
	seq   uint64
}

// samplePlan is read once: a fuzz test makes many desks.
var samplePlan = sync.OnceValue(func() model.Plan {
	plan, err := sample.Plan()
	if err != nil {
		panic(err)
	}
	return plan
})

func newDesk(t testing.TB) *desk {
	t.Helper()
	plan := samplePlan()
	d := &desk{plan: &plan, now: time.Date(2026, 11, 24, 22, 30, 0, 0, plan.Zone())}
	d.night = model.NewNight(plan.Night(d.now))
	for _, s := range []model.StartShift{
		{Unit: "horn-1", Route: "night-market", Mode: model.Foot, Crew: []string{"张三", "李四"}},
		{Unit: "armband-2", Route: "night-market", Mode: model.Foot, Crew: []string{"王五", "赵六"}},
		{Unit: "police-01", Route: "district-car", Mode: model.Vehicle, Crew: []string{"周敏", "李强"}},
	} {
		s.Plan = d.plan
		d.record(t, s, 3*time.Hour)
	}
	d.record(t, model.CheckIn{Shift: d.shift("horn-1").ID, Checkpoint: "wanda-east", Mode: model.Foot}, 55*time.Minute)
	return d
}

// record makes a record as it would have been made so long ago.
func (d *desk) record(t testing.TB, intent model.Intent, before time.Duration) {
	t.Helper()
	d.seq++
	stamp := model.Stamp{ID: fmt.Sprintf("%026d", d.seq), Device: "desk", At: d.now.Add(-before)}
	r, err := model.Decide(d.night, stamp, intent)
	if err != nil {
		t.Fatalf("%#v: %v", intent, err)
	}
	r.Seq = d.seq
	d.night.Apply(r)
}

// recordAll records a line that has no problem: the model refuses nothing of it.
func (d *desk) recordAll(t testing.TB, line radio.Line) {
	t.Helper()
	if len(line.Problems()) > 0 {
		return
	}
	for _, r := range line.Reports {
		for _, i := range r.Intents {
			if r.Night == d.night.Date {
				d.record(t, i, 0)
			}
		}
	}
}

func (d *desk) shift(unit string) *model.Shift {
	for _, s := range d.night.Shifts() {
		if s.Unit.ID == unit && s.Open() {
			return s
		}
	}
	return nil
}

func (d *desk) out() []*model.Shift {
	var out []*model.Shift
	for _, s := range d.night.Shifts() {
		if s.Open() {
			out = append(out, s)
		}
	}
	return out
}

func (d *desk) context(lang model.Lang) radio.Context {
	return radio.Context{Desk: radio.NewDesk(d.plan, d.out()), Now: d.now, Operator: "陈静", Text: text.For(lang)}
}

// say writes an intent in one line, to be compared.
func say(zone *time.Location, intent model.Intent) string {
	behalf, ok := intent.(model.OnBehalf)
	if !ok {
		return fmt.Sprintf("not on behalf: %T", intent)
	}
	said := sayIntent(zone, behalf.Intent)
	if behalf.Channel != model.ByRadio {
		said += " @" + string(behalf.Channel)
	}
	return said
}

func sayIntent(zone *time.Location, intent model.Intent) string {
	var words []string
	switch i := intent.(type) {
	case model.CheckIn:
		words = []string{"check-in", i.Checkpoint, string(i.Mode)}
		if i.For != nil {
			words = append(words, i.For.In(zone).Format("15:04"))
		}
		words = append(words, i.Note)
	case model.Skip:
		words = []string{"skip", i.Checkpoint, i.Reason}
	case model.CountOutcome:
		words = []string{fmt.Sprintf("count %d %s at %s", i.Quantity, i.Kind, i.Checkpoint), i.Note}
	case model.StartShift:
		words = []string{"start", i.Unit, i.Route, string(i.Mode), i.Plate, strings.Join(i.Crew, ",")}
	case model.EndShift:
		words = []string{"end", i.Reason, i.Handover}
	case model.HearUnit:
		words = []string{"heard", i.Note}
	default:
		words = []string{fmt.Sprintf("%T", intent)}
	}
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), " ")
}
