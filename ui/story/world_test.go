package story_test

import (
	"testing"
	"time"

	"beatbook/model"
	"beatbook/ui/screen/screentest"
	"beatbook/ui/story"
	"beatbook/ui/text"
)

const tonight = model.Date("2026-11-24")

// world is a night that is recorded from 19:20 on, a minute a record.
type world struct {
	t     *testing.T
	clock *screentest.Clock
	log   *screentest.Log
	plan  *model.Plan
	shift string
}

func newWorld(t *testing.T) *world {
	t.Helper()
	plan := screentest.Plan(t)
	clock := &screentest.Clock{At: tonight.At(19*60+19, plan.Zone(), plan.NightTurnsAt)}
	return &world{t: t, clock: clock, log: screentest.NewLog(clock.Now), plan: plan}
}

// walking is a world in which a unit is on foot over the night market.
func walking(t *testing.T) *world {
	w := newWorld(t)
	start := model.StartShift{Plan: w.plan, Unit: "horn-1", Crew: []string{"张三", "李四"}, Route: "night-market", Mode: model.Foot}
	w.shift = w.do(start).ID
	return w
}

func (w *world) do(intent model.Intent) *story.Line {
	w.t.Helper()
	w.clock.Pass(time.Minute)
	return story.LineOf(w.log.Do(w.t, w.plan, intent))
}

func (w *world) checkIn() *story.Line {
	w.t.Helper()
	return w.do(model.CheckIn{Shift: w.shift, Checkpoint: "wanda-east"})
}

func (w *world) withdraw(of *story.Line) *story.Line {
	w.t.Helper()
	return w.do(model.Withdraw{Shift: w.shift, Of: of.ID})
}

// ordered is the intent to find a hazard that is to be fixed.
func (w *world) ordered() model.Intent {
	return model.FindHazard{
		Shift: w.shift, Checkpoint: "mall-west", Kind: "fire", What: "灭火器空", Severity: "serious",
		Order: w.order(),
	}
}

// noted is the intent to find a hazard about which nothing is done yet.
func (w *world) noted() model.Intent {
	found := w.ordered().(model.FindHazard)
	found.Order = nil
	return found
}

func (w *world) order() *model.FixOrder {
	return &model.FixOrder{Owner: "物业", Deadline: w.clock.At.Add(48 * time.Hour), Interim: "看守"}
}

// put adds a record as another program may have written it.
func (w *world) put(r model.Record) *story.Line {
	r.Night = tonight
	w.log.Records = append(w.log.Records, r)
	return story.LineOf(r)
}

func (w *world) night() *model.Night {
	w.t.Helper()
	night, err := w.log.Night(tonight)
	if err != nil {
		w.t.Fatal(err)
	}
	return night
}

func (w *world) hazards() *model.Hazards {
	w.t.Helper()
	hazards, err := w.log.Hazards()
	if err != nil {
		w.t.Fatal(err)
	}
	return hazards
}

func (w *world) teller(lang model.Lang) story.Teller {
	return story.Teller{Text: text.For(lang), Night: w.night(), Hazards: w.hazards(), Arrow: ">"}
}
