package report

import (
	"encoding/json"
	"io"
	"maps"
	"slices"
	"time"

	"beatbook/model"
)

// reportShape is a report as JSON: times in RFC 3339 in the zone of the plan, time spans in whole seconds, rates from 0 to
// 1 and null where they are undefined, ids beside the names, lists never null.
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
	Places   []placeShape   `json:"checkpoints"`
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

// placeShape is a checkpoint. Visits are counted by the half hours in which they were, "23:30" for those until midnight.
type placeShape struct {
	ID          string         `json:"id"`
	Name        string         `json:"name"`
	Due         int            `json:"due"`
	Made        int            `json:"made"`
	OnTime      int            `json:"on_time"`
	Missed      int            `json:"missed"`
	Skipped     int            `json:"skipped"`
	Presence    *float64       `json:"presence"`
	Punctuality *float64       `json:"on_time_rate"`
	Outcomes    map[string]int `json:"outcomes"` // by kind
	Visits      map[string]int `json:"visits"`
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

func (p *Paper) writeJSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(p.shape())
}

func (p *Paper) shape() reportShape {
	r := p.Report
	shape := reportShape{
		Site: p.plan.Site.Name.In(p.text.Lang), Timezone: p.plan.Timezone, From: r.From, To: r.To, Route: r.Filter.Route, Unit: r.Filter.Unit,
		AsOf: p.stamp(p.now), Total: shapeSums(r.Total), Nights: []nightShape{}, Missed: []missedShape{}, Places: []placeShape{}, Gaps: []gapShape{},
		Routes: shapeParts(r.Routes, p.Route), Units: shapeParts(r.Units, p.Unit), Outcomes: []outcomeShape{},
		Hazards: hazardsShape{p.shapeHazards(p.Hazards.Opened), p.shapeHazards(p.Hazards.Closed), p.shapeHazards(p.Hazards.Left)},
	}
	for _, id := range p.Checkpoints(r) {
		shape.Places = append(shape.Places, p.place(id))
	}
	for _, n := range r.Nights {
		shape.Nights = append(shape.Nights, nightShape{n.Night, shapeSums(n.Sums)})
	}
	for _, m := range r.Missed {
		shape.Missed = append(shape.Missed, missedShape{
			m.Night, m.Unit, p.Unit(m.Unit), m.Route, m.Round, m.Checkpoint, p.Checkpoint(m.Checkpoint), p.stamp(m.Due),
		})
	}
	for _, gap := range Gaps(r) {
		shape.Gaps = append(shape.Gaps, gapShape{
			gap.Checkpoint, p.Checkpoint(gap.Checkpoint), gap.Night, p.stamp(gap.From), seconds(gap.Length),
		})
	}
	for _, kind := range OutcomeKinds(r.Total) {
		shape.Outcomes = append(shape.Outcomes, outcomeShape{kind, p.Outcome(kind), r.Total.Outcomes[kind]})
	}
	return shape
}

func shapeSums(s model.Sums) sumsShape {
	shape := sumsShape{
		Shifts: s.Shifts, Due: s.Due, Made: s.Made, OnTime: s.OnTime, Early: s.Early, Late: s.Late, Missed: s.Missed, Skipped: s.Skipped,
		Presence: Defined(s.Presence()), Coverage: Defined(s.Coverage()), Punctuality: Defined(s.Punctuality()),
		Person: seconds(s.PersonTime), Foot: seconds(s.FootTime), Vehicle: seconds(s.CarTime), Outcomes: map[string]int{}, Marks: map[model.Mark]int{},
	}
	for kind, n := range s.Outcomes {
		shape.Outcomes[string(kind)] = n
	}
	maps.Copy(shape.Marks, s.Marks)
	return shape
}

func (p *Paper) place(id string) placeShape {
	s := shapeSums(p.Report.Checkpoints[id])
	shape := placeShape{
		ID: id, Name: p.Checkpoint(id), Due: s.Due, Made: s.Made, OnTime: s.OnTime, Missed: s.Missed, Skipped: s.Skipped,
		Presence: s.Presence, Punctuality: s.Punctuality, Outcomes: s.Outcomes, Visits: map[string]int{},
	}
	for i, n := range p.Report.Visits[id] {
		if n > 0 {
			shape.Visits[halfHour(i)] = n
		}
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

func (p *Paper) shapeHazards(hazards []model.Hazard) []hazardShape {
	shapes := []hazardShape{}
	for _, h := range hazards {
		shape := hazardShape{
			ID: h.ID, Checkpoint: h.Checkpoint, Name: p.Checkpoint(h.Checkpoint), Kind: h.Kind, Severity: h.Severity, What: h.What,
			Found: p.stamp(h.Found), Closed: p.stamp(h.Closed), AgeDays: p.age(h),
		}
		if h.Order != nil {
			shape.Owner, shape.Deadline = h.Order.Owner, p.stamp(h.Order.Deadline)
		}
		shapes = append(shapes, shape)
	}
	return shapes
}

// Defined is a rate as JSON has it: null where it is not defined.
func Defined(value float64, ok bool) *float64 {
	if !ok {
		return nil
	}
	return &value
}

// stamp is RFC 3339 in the zone of the plan, empty for no time.
func (p *Paper) stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(p.zone()).Format(time.RFC3339)
}

func seconds(d model.Duration) int { return int(time.Duration(d) / time.Second) }
