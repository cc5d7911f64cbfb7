// Package routefile reads and writes plan files: YAML that people edit.
//
// A file is read whole or not at all. What is wrong with it is told at once and with its place, as codes that the
// screen turns into sentences.
package routefile

import (
	"strconv"
	_ "time/tzdata" // a plan names its zone, and Windows has no zones of its own

	"go.yaml.in/yaml/v3"

	"beatbook/model"
)

const (
	version     = 1
	defaultZone = "Asia/Shanghai"
	defaultTurn = model.Clock(12 * 60)
)

// reader gathers the problems of one file.
type reader struct {
	problems    Problems
	turn        model.Clock
	checkpoints index
	routes      index
	tolerances  map[string]*model.Tolerance // of the checkpoints that have one
}

// Read reads a plan file: UTF-8, with or without a byte order mark, at most MaxSize bytes. The error is a Problems with
// everything that is wrong, and the plan is empty then.
func Read(src []byte) (model.Plan, error) {
	src, problem := checkBytes(src)
	if problem != nil {
		return model.Plan{}, Problems{*problem}
	}
	r := &reader{checkpoints: index{}, routes: index{}, tolerances: map[string]*model.Tolerance{}}
	root := r.parse(src)
	plan := r.plan(root)
	if len(r.problems) > 0 {
		return model.Plan{}, r.sorted()
	}
	return plan, nil
}

// plan reads the parts in such an order that references follow definitions, whatever their order in the file.
func (r *reader) plan(n *yaml.Node) model.Plan {
	o := r.object(n, "version", "site", "timezone", "night_turns_at", "checkpoints", "routes", "units", "outcomes")
	r.version(o.must("version"))
	p := model.Plan{Version: version, Site: r.site(o.must("site")), Timezone: r.zone(o.may("timezone"))}
	r.turn = defaultTurn
	if turn, ok := r.clock(o.may("night_turns_at")); ok {
		r.turn = turn
	}
	p.NightTurnsAt = r.turn
	for _, n := range r.list(o.must("checkpoints"), 0) {
		p.Checkpoints = append(p.Checkpoints, r.checkpoint(n))
	}
	for _, n := range r.list(o.must("routes"), 0) {
		p.Routes = append(p.Routes, r.route(n))
	}
	units := index{}
	for _, n := range r.list(o.must("units"), 0) {
		p.Units = append(p.Units, r.unit(units, n))
	}
	p.Outcomes = r.outcomes(o.may("outcomes"))
	return p
}

func (r *reader) version(n *yaml.Node) {
	switch {
	case n == nil:
	case n.ShortTag() != "!!int" && n.ShortTag() != "!!float":
		r.add(n, WantNumber, "")
	case n.Value != strconv.Itoa(version):
		r.add(n, BadVersion, strconv.Itoa(version))
	}
}

func (r *reader) site(n *yaml.Node) model.Site {
	o := r.object(n, "id", "name")
	return model.Site{ID: r.id(o.must("id")), Name: r.name(o.must("name"), maxName)}
}

func (r *reader) checkpoint(n *yaml.Node) model.Checkpoint {
	o := r.object(n, "id", "name", "kind", "mode", "position", "radius", "tag", "look", "tolerance", "checklist")
	c := model.Checkpoint{
		ID:        r.define(r.checkpoints, o.must("id")),
		Name:      r.name(o.must("name"), maxName),
		Kind:      oneOf(r, o.may("kind"), model.PlaceKinds, "other"),
		Mode:      oneOf(r, o.may("mode"), []model.Mode{model.Foot, model.Vehicle, model.AnyMode}, model.AnyMode),
		Position:  r.position(o.may("position")),
		Radius:    r.metres(o.may("radius")),
		Tag:       r.line(o.may("tag"), maxName),
		Look:      r.name(o.may("look"), maxLook),
		Tolerance: r.tolerance(o.may("tolerance")),
		Checklist: r.checklist(o.may("checklist")),
	}
	r.tolerances[c.ID] = c.Tolerance
	return c
}

func (r *reader) position(n *yaml.Node) *model.Position {
	if n == nil {
		return nil
	}
	before := len(r.problems)
	o := r.object(n, "lat", "lon", "datum")
	p := &model.Position{
		Lat:   r.degrees(o.must("lat"), 90),
		Lon:   r.degrees(o.must("lon"), 180),
		Datum: oneOf(r, o.may("datum"), model.Datums, model.Datums[0]),
	}
	if len(r.problems) == before && p.Lat == 0 && p.Lon == 0 {
		r.addAbout(n, ZeroPosition, "0, 0", "")
	}
	return p
}

func (r *reader) tolerance(n *yaml.Node) *model.Tolerance {
	if n == nil {
		return nil
	}
	o := r.object(n, "on_time", "outer")
	on, okOn := r.duration(o.must("on_time"), maxOuter)
	outer, okOuter := r.duration(o.must("outer"), maxOuter)
	if okOn && okOuter && on > outer {
		r.add(o.may("on_time"), ToleranceOrder, span(outer))
	}
	return &model.Tolerance{OnTime: on, Outer: outer}
}

func (r *reader) unit(units index, n *yaml.Node) model.Unit {
	o := r.object(n, "id", "callsign", "kind", "plate", "usual_route")
	return model.Unit{
		ID:         r.define(units, o.must("id")),
		Callsign:   r.name(o.must("callsign"), maxName),
		Kind:       oneOf(r, o.must("kind"), model.UnitKinds, ""),
		Plate:      r.line(o.may("plate"), maxName),
		UsualRoute: r.refer(r.routes, o.may("usual_route"), UnknownRoute),
	}
}
