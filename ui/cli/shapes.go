package cli

import (
	"time"

	"beatbook/model"
	"beatbook/ui/session"
)

// The shapes that --json prints. Times are RFC 3339 in the zone of the plan, times of a thing that has not happened are
// left out, lists are never null, and names are in the language of the run. `plan show` and `plan import` print the plan
// itself, as package model writes it.

// callShape is one call of `night`.
type callShape struct {
	Shift      string       `json:"shift"` // id
	Unit       string       `json:"unit"`  // id
	Route      string       `json:"route"` // id
	Round      int          `json:"round"` // from 1; 0 in an interval plan
	Checkpoint string       `json:"checkpoint"`
	Name       string       `json:"name"`
	From       string       `json:"from,omitempty"` // where the call has a window
	Due        string       `json:"due"`
	State      model.State  `json:"state"`
	Marks      []model.Mark `json:"marks"`
	At         string       `json:"at,omitempty"`          // of the visit that answers it, in an interval plan of the last one
	Mode       model.Mode   `json:"mode,omitempty"`        // of that visit
	Note       string       `json:"note,omitempty"`        // of that visit
	Reason     string       `json:"reason,omitempty"`      // of a skip
	Known      string       `json:"known,omitempty"`       // when the answer to a call counted as missed became known
	Gap        int          `json:"gap_seconds,omitempty"` // the longest one, in an interval plan
}

// visitShape is what `check-in` prints.
type visitShape struct {
	ID         string       `json:"id"`
	Shift      string       `json:"shift"`
	Checkpoint string       `json:"checkpoint"`
	Name       string       `json:"name"`
	Mode       model.Mode   `json:"mode"`
	At         string       `json:"at"`
	Written    string       `json:"written"`
	Note       string       `json:"note,omitempty"`
	Marks      []model.Mark `json:"marks"`
	Call       *callShape   `json:"call,omitempty"` // that it answers, repeats or makes up for
}

// skipShape is what `skip` prints.
type skipShape struct {
	ID         string `json:"id"`
	Shift      string `json:"shift"`
	Checkpoint string `json:"checkpoint"`
	Round      int    `json:"round"` // 0: the next one
	Reason     string `json:"reason"`
	At         string `json:"at"`
}

// shiftShape is what `shift start`, `shift show` and `shift end` print.
type shiftShape struct {
	ID       string     `json:"id"`
	Night    model.Date `json:"night"`
	Unit     string     `json:"unit"`
	Callsign string     `json:"callsign"`
	Route    string     `json:"route"`
	Name     string     `json:"name"`
	Mode     model.Mode `json:"mode"`
	Crew     []string   `json:"crew"`
	Plate    string     `json:"plate,omitempty"`
	Started  string     `json:"started"`
	Ended    string     `json:"ended,omitempty"`
	Reason   string     `json:"reason,omitempty"`
	Handover string     `json:"handover,omitempty"`
	Due      int        `json:"due"`
	Made     int        `json:"made"`
	Skipped  int        `json:"skipped"`
	Missed   int        `json:"missed"`
	Overdue  int        `json:"overdue"`
	Next     *callShape `json:"next,omitempty"`
}

// checkShape is what `plan check` prints.
type checkShape struct {
	File     string         `json:"file"`
	Problems []problemShape `json:"problems"`
}

type problemShape struct {
	Line    int    `json:"line"`
	Column  int    `json:"column"` // in characters, from 1
	Code    string `json:"code"`
	Message string `json:"message"`
}

// planVersionShape is one plan of `plan versions`.
type planVersionShape struct {
	Version     int        `json:"version"` // from 1, the oldest one
	Adopted     string     `json:"adopted"`
	Night       model.Date `json:"night"`
	Source      string     `json:"source"` // sample, file or edited
	Operator    string     `json:"operator,omitempty"`
	InUse       bool       `json:"in_use"`
	Checkpoints int        `json:"checkpoints"`
	Routes      int        `json:"routes"`
	Units       int        `json:"units"`
}

// planDiffShape is what `plan diff` prints.
type planDiffShape struct {
	From    int               `json:"from"` // version
	To      int               `json:"to"`
	Changes []planChangeShape `json:"changes"`
}

// planChangeShape is one difference; what it does not have is left out.
type planChangeShape struct {
	Kind    model.ChangeKind `json:"kind"`
	Part    model.PlanPart   `json:"part"`
	ID      string           `json:"id,omitempty"`
	Route   string           `json:"route,omitempty"` // of a round or a call
	Place   int              `json:"place,omitempty"` // in its list, from 1
	Field   model.PlanField  `json:"field,omitempty"`
	From    any              `json:"from,omitempty"` // as in the plan; of what was moved the one before it
	To      any              `json:"to,omitempty"`
	Message string           `json:"message"`
}

// versionShape is what `version` prints.
type versionShape struct {
	Version  string `json:"version"`
	Revision string `json:"revision,omitempty"`
	System   string `json:"system"`
	Go       string `json:"go"`
}

func shapeOfVersion(v session.PlanVersion, zone *time.Location) planVersionShape {
	return planVersionShape{
		Version: v.Number, Adopted: stampIn(v.At, zone), Night: v.Night, Source: versionSource(v), Operator: v.Operator, InUse: v.InUse,
		Checkpoints: len(v.Plan.Checkpoints), Routes: len(v.Plan.Routes), Units: len(v.Plan.Units),
	}
}

func (p *program) callShape(j model.ShiftJudgement, c model.JudgedCall) callShape {
	s := j.Shift
	place, _ := s.Plan.Checkpoint(c.Checkpoint)
	shape := callShape{
		Shift: s.ID, Unit: s.Unit.ID, Route: s.Route.ID, Round: c.Round, Checkpoint: c.Checkpoint, Name: p.name(place.Name),
		Due: stampIn(c.Due(), s.Zone), State: c.State, Marks: append([]model.Mark{}, c.Marks...), Known: stampIn(c.Known, s.Zone),
	}
	if c.From.Before(c.To) {
		shape.From = stampIn(c.From, s.Zone)
	}
	if c.Visit >= 0 {
		v := j.Visits[c.Visit]
		shape.At, shape.Mode, shape.Note = stampIn(v.At, s.Zone), v.Mode, v.Note
	}
	if c.Skip != nil {
		shape.Reason = c.Skip.Reason
	}
	if c.Gap != nil {
		shape.Gap = int(c.Gap.Length / time.Second)
	}
	return shape
}

func (p *program) visitShape(j model.ShiftJudgement, v model.JudgedVisit) visitShape {
	place, _ := j.Shift.Plan.Checkpoint(v.Checkpoint)
	shape := visitShape{
		ID: v.ID, Shift: j.Shift.ID, Checkpoint: v.Checkpoint, Name: p.name(place.Name), Mode: v.Mode,
		At: stampIn(v.At, j.Shift.Zone), Written: stampIn(v.Written, j.Shift.Zone), Note: v.Note, Marks: append([]model.Mark{}, v.Marks...),
	}
	if v.Call >= 0 {
		call := p.callShape(j, j.Calls[v.Call])
		shape.Call = &call
	}
	return shape
}

// shiftShape is that of the open shift.
func (p *program) shiftShape(s *session.Session) shiftShape {
	return p.shapeOf(s.Shift(), s.Log.Stamp().At)
}

func (p *program) shapeOf(s *model.Shift, now time.Time) shiftShape {
	judged := model.Judge(s, now)
	progress, leg := judged.Progress(0), s.Leg()
	shape := shiftShape{
		ID: s.ID, Night: s.Night, Unit: s.Unit.ID, Callsign: p.name(s.Unit.Callsign), Route: s.Route.ID, Name: p.name(s.Route.Name),
		Mode: leg.Mode, Crew: append([]string{}, leg.Crew...), Plate: leg.Plate,
		Started: stampIn(s.Started, s.Zone), Ended: stampIn(s.Ended, s.Zone), Reason: s.Reason, Handover: s.Handover,
		Due: progress.Due, Made: progress.Made, Skipped: progress.Skipped, Missed: progress.Missed, Overdue: progress.Overdue,
	}
	if next := judged.Next(); next >= 0 {
		call := p.callShape(judged, judged.Calls[next])
		shape.Next = &call
	}
	return shape
}
