package demo

import (
	"slices"
	"time"

	"beatbook/model"
)

// silence is how long the desk has not heard of the other units when the demonstration begins.
const silence = 25 * time.Minute

// step is something that a unit does at a moment. The intent is asked for at that moment, since it may name an earlier
// record.
type step struct {
	at     time.Time
	slow   time.Duration              // how far the device's clock stands behind
	of     *chance                    // that the ids come from; nil: that of the week
	intent func(*patrol) model.Intent // nil: nothing was to be done
}

// patrol is one unit in one night.
type patrol struct {
	plan   *model.Plan
	night  *model.Night
	unit   model.Unit
	route  model.Route
	device string
	crew   []string
	start  time.Time
	end    time.Time
	tidy   bool         // nothing odd happens: the shift that the newcomer takes over
	before *model.Shift // of the unit, on the same device; nil: none
	reader *chance
	work   *work
	*chance

	steps   []step
	shift   string // id of the shift once it has started
	last    string // id of the last check-in
	counted string // id of the last outcome, unless it has been corrected
}

// script makes up all the steps of the patrol, not yet in order.
func (p *patrol) script(night model.Date) {
	p.add(p.start, func(p *patrol) model.Intent {
		return model.StartShift{
			Plan: p.plan, Unit: p.unit.ID, Crew: p.crew, Route: p.route.ID, Mode: p.mode(), Plate: p.unit.Plate,
		}
	})
	if p.before != nil {
		p.steps = append(p.steps, step{at: p.start.Add(time.Minute), of: p.reader, intent: func(p *patrol) model.Intent {
			return model.AcknowledgeHandover{Shift: p.before, By: p.unit.ID}
		}})
	}
	reason := ""
	if !p.tidy && p.percent(15) {
		reason = pick(p.chance, endReasons)
		p.end = p.start.Add(p.end.Sub(p.start) * 6 / 10)
	}
	if p.route.Interval() {
		p.walkIntervals()
	} else {
		p.walkRounds(night)
	}
	if !p.tidy && p.percent(20) {
		p.add(p.start.Add(p.end.Sub(p.start)/2), func(p *patrol) model.Intent {
			return model.ChangeCrew{Shift: p.shift, Crew: p.crew[:1]}
		})
	}
	handover := pick(p.chance, handovers)
	p.add(p.end, func(p *patrol) model.Intent {
		return model.EndShift{Shift: p.shift, Reason: reason, Handover: handover}
	})
}

func (p *patrol) mode() model.Mode {
	if p.unit.Plate != "" {
		return model.Vehicle
	}
	return model.Foot
}

func (p *patrol) add(at time.Time, intent func(*patrol) model.Intent) {
	p.steps = append(p.steps, step{at: at, intent: intent})
}

// happened are the steps within the shift up to now, of the night under way those that the desk knows of: its own shift
// is still out, and of the others nothing has been heard for a while.
func (p *patrol) happened(now time.Time, tonight bool) []step {
	until := earlierOf(p.end, now)
	if tonight && !p.tidy {
		until = earlierOf(p.end, now.Add(-silence))
	}
	return slices.DeleteFunc(p.steps, func(s step) bool {
		ends := p.tidy && s.at.Equal(p.end)
		return s.at.Before(p.start) || s.at.After(until) || ends
	})
}

// remember notes what later steps refer to.
func (p *patrol) remember(r model.Record) {
	switch r.Kind {
	case model.ShiftStarted:
		p.shift = r.ID
	case model.CheckedIn:
		p.last = r.ID
	case model.OutcomeCounted:
		p.counted = r.ID
		if b, err := model.Decode[model.OutcomeCountedBody](r); err != nil || b.Of != "" {
			p.counted = ""
		}
	}
}

func (p *patrol) walkRounds(night model.Date) {
	for _, c := range model.Schedule(p.plan, p.route, night) {
		if c.Due().Before(p.start) || c.Outer.To.After(p.end) {
			continue
		}
		p.meet(c)
	}
}

// meet says what becomes of a call.
func (p *patrol) meet(c model.Call) {
	switch dice := p.IntN(100); {
	case dice < 77:
		p.visit(c.Checkpoint, p.between(laterOf(c.OnTime.From, c.Due().Add(-4*time.Minute)), c.OnTime.To.Add(-2*time.Minute)))
	case dice < 83:
		p.visit(c.Checkpoint, p.between(c.Outer.From.Add(time.Minute), c.OnTime.From.Add(-time.Minute)))
	case dice < 92:
		p.visit(c.Checkpoint, p.between(c.OnTime.To.Add(time.Minute), c.Outer.To.Add(-time.Minute)))
	case dice < 95:
		reason := pick(p.chance, skipReasons)
		p.add(p.between(c.OnTime.From, c.OnTime.To), func(p *patrol) model.Intent {
			return model.Skip{Shift: p.shift, Checkpoint: c.Checkpoint, Round: c.Round, Reason: reason}
		})
	case dice < 97 && !p.tidy: // reported by radio, written down when the call had been missed
		at := p.between(c.OnTime.From, c.OnTime.To)
		p.add(c.Outer.To.Add(10*time.Minute), func(p *patrol) model.Intent {
			return model.CheckIn{Shift: p.shift, Checkpoint: c.Checkpoint, Mode: p.modeAt(c.Checkpoint), For: &at, Note: "电台报告，补录"}
		})
	case dice < 99 && !p.tidy:
		p.visit(c.Checkpoint, c.Outer.To.Add(p.upTo(20*time.Minute)))
	}
}

// walkIntervals visits each checkpoint every hour and a half or so, and now and then much too late.
func (p *patrol) walkIntervals() {
	every := time.Duration(p.route.Every)
	for _, c := range p.route.Calls {
		for at := p.start.Add(p.upTo(every / 3)); at.Before(p.end); at = at.Add(every*6/10 + p.upTo(every*3/10)) {
			if p.percent(5) {
				at = at.Add(every / 2)
			}
			if at.Before(p.end) {
				p.visit(c.Checkpoint, at)
			}
		}
	}
}

// visit is a check-in and what may come of it.
func (p *patrol) visit(checkpoint string, at time.Time) {
	at = laterOf(at, p.start.Add(time.Minute))
	s := step{at: at}
	note := p.note(checkpoint)
	s.intent = func(p *patrol) model.Intent {
		return model.CheckIn{Shift: p.shift, Checkpoint: checkpoint, Mode: p.modeAt(checkpoint), Note: note}
	}
	dice := p.IntN(100)
	if !p.tidy && dice < 1 {
		s.slow = 40 * time.Minute
	}
	p.steps = append(p.steps, s)
	p.workAt(checkpoint, at)
	switch {
	case dice < 3: // a second tap
		p.add(at.Add(8*time.Second), s.intent)
	case dice < 6:
		p.correct(checkpoint, at.Add(20*time.Second))
	case dice < 9: // the wrong row, taken back at once
		p.slip(checkpoint, at.Add(-30*time.Second))
	case dice < 12 && !p.tidy: // perhaps a place that nobody asked for
		extra := pick(p.chance, p.plan.Checkpoints).ID
		p.add(at.Add(4*time.Minute), func(p *patrol) model.Intent {
			return model.CheckIn{Shift: p.shift, Checkpoint: extra, Mode: p.modeAt(extra), Note: "顺路加巡"}
		})
	}
}

func (p *patrol) correct(checkpoint string, at time.Time) {
	c, _ := p.plan.Checkpoint(checkpoint)
	note := pick(p.chance, slices.Concat(notes[c.Kind], everyday)) + "，已拍照留存"
	p.add(at, func(p *patrol) model.Intent {
		return model.Correct{Shift: p.shift, Of: p.last, Reason: "补充备注", Note: &note}
	})
}

func (p *patrol) slip(not string, at time.Time) {
	wrong := pick(p.chance, p.route.Calls).Checkpoint
	if wrong == not {
		return
	}
	p.add(at, func(p *patrol) model.Intent {
		return model.CheckIn{Shift: p.shift, Checkpoint: wrong, Mode: p.modeAt(wrong)}
	})
	p.add(at.Add(9*time.Second), func(p *patrol) model.Intent {
		return model.Withdraw{Shift: p.shift, Of: p.last}
	})
}

// modeAt is how the unit goes up to a checkpoint: a car stops short of a square and of a market.
func (p *patrol) modeAt(checkpoint string) model.Mode {
	if c, _ := p.plan.Checkpoint(checkpoint); c.Mode == model.Foot {
		return model.Foot
	}
	return p.mode()
}

func (p *patrol) note(checkpoint string) string {
	c, _ := p.plan.Checkpoint(checkpoint)
	switch dice := p.IntN(100); {
	case dice < 40 && len(notes[c.Kind]) > 0:
		return pick(p.chance, notes[c.Kind])
	case dice < 65:
		return pick(p.chance, everyday)
	}
	return ""
}
