package demo

import (
	"bytes"
	"crypto/sha256"
	"time"

	"beatbook/data"
	"beatbook/data/seal"
	"beatbook/model"
)

const (
	readyBefore = 15 * time.Minute // the first call
	homeAfter   = 3 * time.Minute  // the last call is past
	watchBegins = model.Clock(19 * 60)
	watchLength = 8 * time.Hour
)

// patrol puts the i-th unit of the plan on its usual route. The first unit that walks a route with rounds has the
// device of the demonstration, every other one a device of its own.
func (w *week) patrol(i int, unit model.Unit, night model.Date) *patrol {
	route, _ := w.plan.Route(unit.UsualRoute)
	p := &patrol{plan: w.plan, unit: unit, route: route, device: w.devices[i], chance: w.chance, work: w.work, reader: w.reader}
	p.start, p.end = w.hours(i, route, night)
	return p
}

// giveDevices gives each unit a device. Its key is as made up as the rest: it follows from the unit.
func (w *week) giveDevices() error {
	for i, u := range w.plan.Units {
		seed := sha256.Sum256([]byte("beatbook demo " + u.ID))
		key, err := seal.NewDevice(bytes.NewReader(seed[:]))
		if err != nil {
			return err
		}
		w.devices = append(w.devices, key.ID())
		w.writers[key.ID()] = data.NewWriter(key)
		if i == ownUnit(w.plan) {
			w.devices[i] = w.own
		}
	}
	return nil
}

// ownUnit is the unit whose device the demonstration plays.
func ownUnit(plan *model.Plan) int {
	for i, u := range plan.Units {
		if r, ok := plan.Route(u.UsualRoute); ok && !r.Interval() && u.Plate == "" {
			return i
		}
	}
	return 0
}

// hours of the i-th unit: the first on a route takes all the rounds, one that comes after it leaves the first round out.
func (w *week) hours(i int, route model.Route, night model.Date) (start, end time.Time) {
	calls := model.Schedule(w.plan, route, night)
	if len(calls) == 0 {
		start = night.At(watchBegins, w.plan.Zone(), w.plan.NightTurnsAt).Add(w.upTo(readyBefore))
		return start, start.Add(watchLength)
	}
	first, last := calls[0], calls[len(calls)-1]
	for _, before := range w.plan.Units[:i] {
		if before.UsualRoute == route.ID && len(route.Rounds) > 1 {
			first = calls[len(route.Calls)]
		}
	}
	return first.From.Add(-readyBefore - w.upTo(readyBefore)), last.Outer.To.Add(homeAfter + w.upTo(readyBefore))
}
