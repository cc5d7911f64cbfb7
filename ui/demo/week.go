// Package demo makes up a week of patrols and a clock for it, so that a newcomer and a screenshot see a busy night at
// any hour. No record of it ever enters a folder that is in use.
package demo

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"time"

	"beatbook/data"
	"beatbook/model"
)

// Nights is how many nights the week has, tonight included.
const Nights = 7

// Seed is of the week that the demonstration shows.
const Seed = 104

// week is the making of the records.
type week struct {
	*chance
	work    *work
	reader  *chance                 // of what is read, beside the others: these fall as they did before
	before  map[string]*model.Shift // the last one of each unit
	plan    *model.Plan
	own     string // device
	now     time.Time
	devices []string                // of the plan's units
	writers map[string]*data.Writer // by foreign device
	records []model.Record
}

// Week makes up the records of seven nights that end at now: those of device own without a place in its series, those of
// other devices with one and signed, in the order in which they came about. The same plan, device, moment and seed give
// the same records. The plan has routes and units, each with its usual route.
func Week(plan *model.Plan, own string, now time.Time, seed uint64) ([]model.Record, error) {
	w := &week{chance: newChance(seed), plan: plan, own: own, now: now, writers: map[string]*data.Writer{}}
	w.work = &work{chance: newChance(^seed), hazards: model.NewHazards()}
	w.reader, w.before = newChance(seed<<32), map[string]*model.Shift{}
	if err := w.giveDevices(); err != nil {
		return nil, err
	}
	tonight := plan.Night(now)
	first := tonight.AddDays(1 - Nights)
	if err := w.adopt(first); err != nil {
		return nil, err
	}
	for i := range Nights {
		date := first.AddDays(i)
		if err := w.night(i, date, date == tonight); err != nil {
			return nil, fmt.Errorf("make up night %s: %w", date, err)
		}
	}
	return w.records, nil
}

// turn is the moment at which the night begins.
func (w *week) turn(night model.Date) time.Time {
	return night.At(w.plan.NightTurnsAt, w.plan.Zone(), w.plan.NightTurnsAt)
}

func (w *week) adopt(first model.Date) error {
	at := w.turn(first)
	stamp, err := w.stamp(w.own, at, step{at: at})
	if err != nil {
		return err
	}
	_, err = w.record(model.NewNight(first), stamp, model.AdoptPlan{Plan: *w.plan, Sample: true})
	return err
}

// night makes up one night of all units, the number-th of the week.
func (w *week) night(number int, date model.Date, tonight bool) error {
	night := model.NewNight(date)
	w.work.number = number
	var all []*patrol
	for i, unit := range w.plan.Units {
		p := w.patrol(i, unit, date)
		p.night = night
		p.crew, p.before = crews[(i+number)%len(crews)], w.before[unit.ID]
		if tonight && p.device == w.own {
			p.tidy = true
			p.start = laterOf(earlierOf(p.start, w.now.Add(-10*time.Minute)), w.turn(date))
		}
		p.script(date)
		all = append(all, p)
	}
	err := w.play(night, all, tonight)
	for _, shift := range night.Shifts() {
		w.before[shift.Unit.ID] = shift
	}
	return err
}

// play lets the steps of all units happen in the order of time, as far as they have happened by now.
func (w *week) play(night *model.Night, all []*patrol, tonight bool) error {
	type turn struct {
		step
		*patrol
	}
	var turns []turn
	for _, p := range all {
		for _, s := range p.happened(w.now, tonight) {
			turns = append(turns, turn{s, p})
		}
	}
	slices.SortStableFunc(turns, func(a, b turn) int { return a.at.Compare(b.at) })
	for _, t := range turns {
		intent := t.intent(t.patrol)
		if intent == nil {
			continue
		}
		stamp, err := w.stamp(t.device, t.start, t.step)
		if err != nil {
			return err
		}
		r, err := w.record(night, stamp, intent)
		if inTheWay(err) {
			continue
		}
		if err != nil {
			return err
		}
		t.remember(r)
	}
	return nil
}

// inTheWay tells that two things which the dice put close together do not go together: a call to be skipped that an extra
// visit has made, a slip taken back before the visit that was to be corrected.
func inTheWay(err error) bool {
	var refusal *model.Refusal
	return errors.As(err, &refusal) && (refusal.Code == model.AlreadyMade || refusal.Code == model.UnknownRecord)
}

func (w *week) record(night *model.Night, now model.Stamp, intent model.Intent) (model.Record, error) {
	r, err := model.Decide(night, now, intent)
	if err != nil {
		return r, err
	}
	if writer := w.writers[r.Device]; writer != nil {
		if r, err = writer.Sign(r); err != nil {
			return r, err
		}
	}
	night.Apply(r)
	w.work.hazards.Apply(r)
	w.records = append(w.records, r)
	return r, nil
}

// stamp of a device that was switched on an hour before the shift.
func (w *week) stamp(device string, start time.Time, s step) (model.Stamp, error) {
	id, err := cmp.Or(s.of, w.chance).id(s.at)
	if err != nil {
		return model.Stamp{}, fmt.Errorf("make an id: %w", err)
	}
	return model.Stamp{
		ID: id, Device: device, At: s.at.Add(-s.slow),
		Elapsed: s.at.Sub(start) + time.Hour, Boot: fmt.Sprintf("demo-%d", start.Unix()),
	}, nil
}
