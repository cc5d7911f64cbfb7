package radio

import (
	"slices"
	"strings"

	"beatbook/model"
	"beatbook/ui/lookup"
	"beatbook/ui/session"
)

// start reads that a unit goes out: on its usual route and in the usual mode where nothing else is said.
func (r *reader) start(end int) {
	r.take(StartWord, end)
	unit := r.report.Unit.ID
	if _, planned := r.plan.Unit(unit); r.shift != nil || r.started[unit] {
		r.complainOf(UnitOut, 0)
	} else if !planned {
		r.complainOf(UnknownUnit, 0)
	}
	for !r.crewWord() {
		if r.skipMarks(); !r.channelWord() && !r.routeOrMode() {
			break
		}
	}
	r.skipChannels()
	r.refuseRest()
	if len(r.report.Problems) > 0 {
		return
	}
	r.settle([]model.Intent{r.form().Intent(r.plan)})
	r.started[unit] = true
}

// refuseRest complains of what is left: a start has no note.
func (r *reader) refuseRest() {
	switch {
	case r.pos >= r.end:
		return
	case r.route == "" && r.said(RouteWord) < 0:
		r.complain(UnknownRoute, r.pos, r.wordEnd(r.pos))
	default:
		r.complain(NotTogether, r.pos, r.end)
	}
	r.takeNote()
}

// form is what the report says about the start, and what follows from that.
func (r *reader) form() session.Form {
	unit := r.report.Unit
	usual := session.Session{Plan: r.plan}
	f := session.Form{Unit: unit.ID, Crew: r.crew, Route: r.route, Mode: r.mode}
	if f.Route == "" {
		f.Route = usual.UsualRoute(unit.ID)
	}
	if f.Mode == "" {
		f.Mode = usual.UsualMode(unit.ID, f.Route)
	}
	if f.Mode == model.Vehicle {
		planned, _ := r.plan.Unit(unit.ID)
		f.Plate = planned.Plate
	}
	return f
}

// crewWord reads the names of the crew: all that stands behind the marker or a colon, up to a channel.
func (r *reader) crewWord() bool {
	at := r.end - len(strings.TrimLeft(r.rest(), strings.ReplaceAll(marks, ":", "")))
	_, from, found := r.keywordAt(at, CrewWord)
	if !found && !r.follows(at, ":") {
		return false
	}
	r.pos = at
	to := r.end
	if i := strings.IndexByte(r.text[from:to], '@'); i >= 0 {
		to = from + i
	}
	span := r.span(to-len(strings.TrimLeft(r.text[from:to], marks)), to)
	for _, name := range session.SplitCrew(r.line[span.From:span.To]) {
		if !slices.Contains(r.crew, name) {
			r.crew = append(r.crew, name)
		}
	}
	r.take(CrewWord, to)
	return true
}

// routeOrMode reads one word of a start.
func (r *reader) routeOrMode() bool {
	b := lookup.Beginning{}
	if r.route == "" {
		b = r.routes.Begins(r.rest(), false)
	}
	end := r.pos + b.Length
	if !b.Whole && !r.delimited(end) {
		b.Found = nil
	}
	if _, wordEnd, found := r.keywordAt(r.pos, ModeWord); found && wordEnd >= end {
		return r.modeOrSkip()
	}
	switch len(b.Found) {
	case 0:
		return false
	case 1:
		r.route = b.Found[0].ID
	default:
		r.ambiguous(AmbiguousRoute, r.pos, end, b.Found)
	}
	r.take(RouteWord, end)
	return true
}
