package model

import "time"

// HazardBalance is what happened to hazards in a span of nights.
type HazardBalance struct {
	Opened []Hazard // found in the span
	Closed []Hazard // closed in the span
	Left   []Hazard // not closed at the end of the span or now, whichever is earlier
}

// Balance says which hazards were found and closed in the nights from one to another under the plan, and which are left:
// what was done about a hazard after the span is not looked at.
func (h *Hazards) Balance(p *Plan, from, to Date, now time.Time) HazardBalance {
	var b HazardBalance
	in := func(t time.Time) bool { d := p.Night(t); return d >= from && d <= to }
	for _, hazard := range h.List(now) {
		if p.Night(hazard.Found) > to {
			continue
		}
		then := h.asOf(hazard.ID, func(t time.Time) bool { return p.Night(t) <= to })
		if in(then.Found) {
			b.Opened = append(b.Opened, then)
		}
		switch {
		case then.State != HazardClosed:
			b.Left = append(b.Left, then)
		case in(then.Closed):
			b.Closed = append(b.Closed, then)
		}
	}
	return b
}

// asOf is how a hazard stood when only the steps had been taken whose time is wanted.
func (h *Hazards) asOf(id string, wanted func(time.Time) bool) Hazard {
	hazard := h.found[id].Hazard
	for _, move := range inTurn(h.moves[id]) {
		if wanted(move.At) {
			hazard.move(move)
		}
	}
	return hazard
}
