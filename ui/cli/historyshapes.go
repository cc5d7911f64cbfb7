package cli

import (
	"time"

	"beatbook/model"
	"beatbook/ui/report"
)

// The shapes that `history` prints as JSON.

// callsShape are calls and what became of them. Rates are from 0 to 1 and null where they are undefined.
type callsShape struct {
	Due         int      `json:"due"`
	Made        int      `json:"made"`
	OnTime      int      `json:"on_time"`
	Early       int      `json:"early"`
	Late        int      `json:"late"`
	Missed      int      `json:"missed"`
	Skipped     int      `json:"skipped"`
	Presence    *float64 `json:"presence"`
	Punctuality *float64 `json:"on_time_rate"`
}

// placeHistoryShape is what `history checkpoint` prints.
type placeHistoryShape struct {
	Checkpoint string            `json:"checkpoint"`
	Name       string            `json:"name"`
	From       model.Date        `json:"from"` // the first night
	To         model.Date        `json:"to"`   // the last night, included
	Total      callsShape        `json:"total"`
	LongestGap *gapShape         `json:"longest_gap,omitempty"`
	Nights     []placeNightShape `json:"nights"` // those with a shift, the newest first
}

type gapShape struct {
	Night   model.Date `json:"night"`
	From    string     `json:"from"`
	Seconds int        `json:"seconds"`
}

type placeNightShape struct {
	Night model.Date `json:"night"`
	callsShape
	First      string            `json:"first,omitempty"` // of the visits
	Last       string            `json:"last,omitempty"`
	LongestGap *gapShape         `json:"longest_gap,omitempty"`
	Visits     []pastVisitShape  `json:"visits"`
	Calls      []missedCallShape `json:"missed_calls"`
}

type pastVisitShape struct {
	ID       string        `json:"id"`
	At       string        `json:"at"`
	Written  string        `json:"written"`
	Unit     string        `json:"unit"` // id
	Callsign string        `json:"callsign"`
	Crew     []string      `json:"crew"`
	Mode     model.Mode    `json:"mode"`
	State    model.State   `json:"state,omitempty"` // of the call that it answers
	Marks    []model.Mark  `json:"marks"`
	Note     string        `json:"note,omitempty"`
	Behalf   *model.Behalf `json:"behalf,omitempty"` // who wrote it down for the unit
}

type missedCallShape struct {
	Due   string `json:"due"`
	Unit  string `json:"unit"`  // id
	Route string `json:"route"` // id
	Round int    `json:"round"` // from 1; 0 in an interval plan
}

// unitHistoryShape is what `history unit` prints.
type unitHistoryShape struct {
	Unit     string           `json:"unit"`
	Callsign string           `json:"callsign"`
	From     model.Date       `json:"from"`
	To       model.Date       `json:"to"`
	Total    callsShape       `json:"total"`
	Shifts   []pastShiftShape `json:"shifts"` // the newest night first
}

type pastShiftShape struct {
	Night model.Date `json:"night"`
	Route string     `json:"route"` // id
	Name  string     `json:"name"`  // of the route
	callsShape
	Started  string                    `json:"started"`
	Ended    string                    `json:"ended,omitempty"`
	Seconds  int                       `json:"seconds"` // on patrol
	Legs     []legShape                `json:"legs"`
	Outcomes map[model.OutcomeKind]int `json:"outcomes"`
	Reason   string                    `json:"reason,omitempty"`
	Handover string                    `json:"handover,omitempty"`
	Behalf   *model.Behalf             `json:"behalf,omitempty"`
}

type legShape struct {
	From  string     `json:"from"`
	Mode  model.Mode `json:"mode"`
	Crew  []string   `json:"crew"`
	Plate string     `json:"plate,omitempty"`
}

// dutyShape is what `history duty` prints.
type dutyShape struct {
	At   string        `json:"at"`
	Desk []watchShape  `json:"desk"`
	Out  []onDutyShape `json:"out"`
}

type watchShape struct {
	Operator string `json:"operator"`
	Device   string `json:"device"`
	From     string `json:"from,omitempty"` // left out where it began too long before
	To       string `json:"to,omitempty"`
}

type onDutyShape struct {
	Shift    string     `json:"shift"` // id
	Unit     string     `json:"unit"`  // id
	Callsign string     `json:"callsign"`
	Route    string     `json:"route"` // id
	Name     string     `json:"name"`  // of the route
	Started  string     `json:"started"`
	Ended    string     `json:"ended,omitempty"`
	Leg      legShape   `json:"leg"`
	Before   *seenShape `json:"before,omitempty"` // the last place until then
	After    *seenShape `json:"after,omitempty"`  // the next one
}

type seenShape struct {
	Checkpoint string `json:"checkpoint"`
	Name       string `json:"name"`
	At         string `json:"at"`
}

func shapeCalls(s model.Sums) callsShape {
	shape := callsShape{Due: s.Due, Made: s.Made, OnTime: s.OnTime, Early: s.Early, Late: s.Late, Missed: s.Missed, Skipped: s.Skipped}
	shape.Presence, shape.Punctuality = report.Defined(s.Presence()), report.Defined(s.Punctuality())
	return shape
}

func shapeGap(gap model.CheckpointGap, zone *time.Location) *gapShape {
	return &gapShape{gap.Night, stampIn(gap.From, zone), int(time.Duration(gap.Length) / time.Second)}
}

func shapeLeg(leg model.Leg, zone *time.Location) legShape {
	return legShape{stampIn(leg.From, zone), leg.Mode, append([]string{}, leg.Crew...), leg.Plate}
}

func (p *program) placeHistoryShape(h *past, nights []placeNight) placeHistoryShape {
	shape := placeHistoryShape{
		Checkpoint: h.id, Name: h.names.Checkpoint(h.id), From: h.From, To: h.To, Total: shapeCalls(h.Checkpoints[h.id]), Nights: []placeNightShape{},
	}
	if gap, ok := h.Gaps[h.id]; ok {
		shape.LongestGap = shapeGap(gap, h.zone)
	}
	for _, n := range nights {
		night := placeNightShape{
			Night: n.Night, callsShape: shapeCalls(n.Checkpoints[h.id]), First: stampIn(n.first, h.zone), Last: stampIn(n.last, h.zone),
			Visits: []pastVisitShape{}, Calls: []missedCallShape{},
		}
		if n.longest != nil {
			night.LongestGap = shapeGap(*n.longest, h.zone)
		}
		for _, v := range n.visits {
			night.Visits = append(night.Visits, pastVisitShape{
				ID: v.ID, At: stampIn(v.At, v.Zone), Written: stampIn(v.Written, v.Zone), Unit: v.Unit.ID, Callsign: p.name(v.Unit.Callsign),
				Crew: append([]string{}, v.Crew...), Mode: v.Mode, State: v.State, Marks: append([]model.Mark{}, v.Marks...), Note: v.Note, Behalf: v.Behalf,
			})
		}
		for _, m := range n.MissedAt(h.id) {
			night.Calls = append(night.Calls, missedCallShape{stampIn(m.Due, h.zone), m.Unit, m.Route, m.Round})
		}
		shape.Nights = append(shape.Nights, night)
	}
	return shape
}

func (p *program) unitHistoryShape(h *past, nights []unitNight) unitHistoryShape {
	shape := unitHistoryShape{
		Unit: h.id, Callsign: h.names.Unit(h.id), From: h.From, To: h.To, Total: shapeCalls(h.Units[h.id]), Shifts: []pastShiftShape{},
	}
	for _, n := range nights {
		for _, s := range n.shifts {
			shift := pastShiftShape{
				Night: n.night, Route: s.Route.ID, Name: p.name(s.Route.Name), callsShape: shapeCalls(s.Sums),
				Started: stampIn(s.Started, s.Zone), Ended: stampIn(s.Ended, s.Zone), Seconds: int(s.Sums.OnPatrol() / time.Second),
				Legs: []legShape{}, Outcomes: map[model.OutcomeKind]int{}, Reason: s.Reason, Handover: s.Handover, Behalf: s.Behalf,
			}
			for _, leg := range s.Legs {
				shift.Legs = append(shift.Legs, shapeLeg(leg, s.Zone))
			}
			for kind, quantity := range s.Sums.Outcomes {
				shift.Outcomes[kind] = quantity
			}
			shape.Shifts = append(shape.Shifts, shift)
		}
	}
	return shape
}

func (p *program) dutyShape(duty model.Duty, zone *time.Location) dutyShape {
	shape := dutyShape{At: stampIn(duty.At, zone), Desk: []watchShape{}, Out: []onDutyShape{}}
	for _, w := range duty.Desk {
		shape.Desk = append(shape.Desk, watchShape{w.Operator, w.Device, stampIn(w.From, zone), stampIn(w.To, zone)})
	}
	for _, d := range duty.Out {
		s := d.Shift
		shape.Out = append(shape.Out, onDutyShape{
			Shift: s.ID, Unit: s.Unit.ID, Callsign: p.name(s.Unit.Callsign), Route: s.Route.ID, Name: p.name(s.Route.Name),
			Started: stampIn(s.Started, s.Zone), Ended: stampIn(s.Ended, s.Zone), Leg: shapeLeg(d.Leg, s.Zone),
			Before: p.seenShape(s, d.Before), After: p.seenShape(s, d.After),
		})
	}
	return shape
}

func (p *program) seenShape(s *model.Shift, v *model.Visit) *seenShape {
	if v == nil {
		return nil
	}
	return &seenShape{v.Checkpoint, p.name(s.Plan.PlaceName(v.Checkpoint)), stampIn(v.At, s.Zone)}
}
