package model

import "time"

// HazardBalance is what happened to hazards in a span of nights.
type HazardBalance struct {
	Opened []Hazard // found in the span
	Closed []Hazard // closed in the span
	Left   []Hazard // not closed at the end of the span or now, whichever is earlier
}

// Balance says which hazards were found and closed in the nights from one to another under the plan, and which are left.
func (h *Hazards) Balance(p *Plan, from, to Date, now time.Time) HazardBalance {
	var b HazardBalance
	in := func(t time.Time) bool { d := p.Night(t); return d >= from && d <= to }
	for _, hazard := range h.List(now) {
		if in(hazard.Found) {
			b.Opened = append(b.Opened, hazard)
		}
		if !hazard.Closed.IsZero() && in(hazard.Closed) {
			b.Closed = append(b.Closed, hazard)
		}
		if p.Night(hazard.Found) <= to && (hazard.Closed.IsZero() || p.Night(hazard.Closed) > to) {
			b.Left = append(b.Left, hazard)
		}
	}
	return b
}
