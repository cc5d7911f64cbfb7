package cli

import (
	"maps"
	"slices"
	"time"

	"beatbook/model"
)

// reportShape is what `report --format json` prints: times as in the other shapes, time spans in whole seconds, rates
// from 0 to 1 and null where they are undefined, ids beside the names.
type reportShape struct {
	Site     string         `json:"site"`
	Timezone string         `json:"timezone"`
	From     model.Date     `json:"from"` // the first night
	To       model.Date     `json:"to"`   // the last night, included
	Route    string         `json:"route,omitempty"`
	Unit     string         `json:"unit,omitempty"`
	AsOf     string         `json:"as_of"`
	Total    sumsShape      `json:"total"`
	Nights   []nightShape   `json:"nights"` // those with a shift
	Routes   []partShape    `json:"routes"`
	Units    []partShape    `json:"units"`
	Missed   []missedShape  `json:"missed"` // by when they were due
	Hazards  hazardsShape   `json:"hazards"`
	Gaps     []gapShape     `json:"gaps"` // the longest one of each checkpoint
	Outcomes []outcomeShape `json:"outcomes"`
}

type sumsShape struct {
	Shifts      int                `json:"shifts"`
	Due         int                `json:"due"`
	Made        int                `json:"made"`
	OnTime      int                `json:"on_time"`
	Early       int                `json:"early"`
	Late        int                `json:"late"`
	Missed      int                `json:"missed"`
	Skipped     int                `json:"skipped"`
	Presence    *float64           `json:"presence"`
	Coverage    *float64           `json:"coverage"`
	Punctuality *float64           `json:"on_time_rate"`
	Person      int                `json:"person_seconds"`
	Foot        int                `json:"foot_seconds"`
	Vehicle     int                `json:"vehicle_seconds"`
	Outcomes    map[string]int     `json:"outcomes"` // by kind
	Marks       map[model.Mark]int `json:"marks"`
}

type nightShape struct {
	Night model.Date `json:"night"`
	sumsShape
}

// partShape is a route or a unit.
type partShape struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	sumsShape
}

type missedShape struct {
	Night      model.Date `json:"night"`
	Unit       string     `json:"unit"`
	Callsign   string     `json:"callsign"`
	Route      string     `json:"route"`
	Round      int        `json:"round"`
	Checkpoint string     `json:"checkpoint"`
	Name       string     `json:"name"`
	Due        string     `json:"due"`
}

type hazardsShape struct {
	Opened []hazardShape `json:"opened"`
	Closed []hazardShape `json:"closed"`
	Left   []hazardShape `json:"left"` // at the end of the span or now, whichever is earlier
}

type hazardShape struct {
	ID         string           `json:"id"`
	Checkpoint string           `json:"checkpoint"`
	Name       string           `json:"name"`
	Kind       model.HazardKind `json:"kind"`
	Severity   model.Severity   `json:"severity"`
	What       string           `json:"what"`
	Found      string           `json:"found"`
	Closed     string           `json:"closed,omitempty"`
	Owner      string           `json:"owner,omitempty"`
	Deadline   string           `json:"deadline,omitempty"`
	AgeDays    int              `json:"age_days"`
}

type gapShape struct {
	Checkpoint string     `json:"checkpoint"`
	Name       string     `json:"name"`
	Night      model.Date `json:"night"`
	From       string     `json:"from"`
	Seconds    int        `json:"seconds"`
}

type outcomeShape struct {
	Kind     model.OutcomeKind `json:"kind"`
	Name     string            `json:"name"`
	Quantity int               `json:"quantity"`
}

func (g *reportPage) shape() reportShape {
	r := g.report
	shape := reportShape{
		Site: g.name(g.plans[0].Site.Name), Timezone: g.plans[0].Timezone, From: r.From, To: r.To, Route: r.Filter.Route, Unit: r.Filter.Unit,
		AsOf: stampIn(g.now, g.zone()), Total: shapeSums(r.Total), Nights: []nightShape{}, Missed: []missedShape{}, Gaps: []gapShape{},
		Routes: shapeParts(r.Routes, g.route), Units: shapeParts(r.Units, g.unit), Outcomes: []outcomeShape{},
		Hazards: hazardsShape{g.shapeHazards(g.hazards.Opened), g.shapeHazards(g.hazards.Closed), g.shapeHazards(g.hazards.Left)},
	}
	for _, n := range r.Nights {
		shape.Nights = append(shape.Nights, nightShape{n.Night, shapeSums(n.Sums)})
	}
	for _, m := range r.Missed {
		shape.Missed = append(shape.Missed, missedShape{
			m.Night, m.Unit, g.unit(m.Unit), m.Route, m.Round, m.Checkpoint, g.checkpoint(m.Checkpoint), stampIn(m.Due, g.zone()),
		})
	}
	for _, gap := range g.gaps() {
		shape.Gaps = append(shape.Gaps, gapShape{
			gap.Checkpoint, g.checkpoint(gap.Checkpoint), gap.Night, stampIn(gap.From, g.zone()), seconds(gap.Length),
		})
	}
	for _, kind := range g.outcomeKinds() {
		shape.Outcomes = append(shape.Outcomes, outcomeShape{kind, g.outcome(kind), r.Total.Outcomes[kind]})
	}
	return shape
}

func shapeSums(s model.Sums) sumsShape {
	shape := sumsShape{
		Shifts: s.Shifts, Due: s.Due, Made: s.Made, OnTime: s.OnTime, Early: s.Early, Late: s.Late, Missed: s.Missed, Skipped: s.Skipped,
		Presence: rate(s.Presence()), Coverage: rate(s.Coverage()), Punctuality: rate(s.Punctuality()),
		Person: seconds(s.PersonTime), Foot: seconds(s.FootTime), Vehicle: seconds(s.CarTime), Outcomes: map[string]int{}, Marks: s.Marks,
	}
	for kind, n := range s.Outcomes {
		shape.Outcomes[string(kind)] = n
	}
	return shape
}

func shapeParts(parts map[string]model.Sums, name func(string) string) []partShape {
	shapes := []partShape{}
	for _, id := range slices.Sorted(maps.Keys(parts)) {
		shapes = append(shapes, partShape{id, name(id), shapeSums(parts[id])})
	}
	return shapes
}

func (g *reportPage) shapeHazards(hazards []model.Hazard) []hazardShape {
	shapes := []hazardShape{}
	for _, h := range hazards {
		shape := hazardShape{
			ID: h.ID, Checkpoint: h.Checkpoint, Name: g.checkpoint(h.Checkpoint), Kind: h.Kind, Severity: h.Severity, What: h.What,
			Found: stampIn(h.Found, g.zone()), Closed: stampIn(h.Closed, g.zone()), AgeDays: g.age(h),
		}
		if h.Order != nil {
			shape.Owner, shape.Deadline = h.Order.Owner, stampIn(h.Order.Deadline, g.zone())
		}
		shapes = append(shapes, shape)
	}
	return shapes
}

func rate(value float64, defined bool) *float64 {
	if !defined {
		return nil
	}
	return &value
}

func seconds(d model.Duration) int { return int(time.Duration(d) / time.Second) }
