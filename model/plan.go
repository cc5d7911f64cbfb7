package model

import (
	"fmt"
	"slices"
	"sync"
	"time"
)

// Plan is the patrol plan of a site: the places, the routes over them and the units that go there.
type Plan struct {
	Version      int          `json:"version"`
	Site         Site         `json:"site"`
	Timezone     string       `json:"timezone"` // IANA name
	NightTurnsAt Clock        `json:"night_turns_at"`
	Checkpoints  []Checkpoint `json:"checkpoints"`
	Routes       []Route      `json:"routes"`
	Units        []Unit       `json:"units"`

	Outcomes []OutcomeDefinition `json:"outcomes,omitempty"` // the site's own, beside those of the rule book
}

// Site is whom the plan belongs to.
type Site struct {
	ID   string `json:"id"`
	Name Name   `json:"name"`
}

// Mode is how a patrol goes: on foot 步巡 or by vehicle 车巡.
type Mode string

// The modes. AnyMode stands in plans only, never in a record.
const (
	Foot    Mode = "foot"
	Vehicle Mode = "vehicle"
	AnyMode Mode = "any"
)

// PlaceKind is the kind of a checkpoint.
type PlaceKind string

// PlaceKinds are the kinds of the rule book.
var PlaceKinds = []PlaceKind{"plaza", "night-market", "food-market", "school", "hospital", "mall", "residential", "other"}

// UnitKind is the kind of a unit.
type UnitKind string

// UnitKinds are the kinds of the rule book.
var UnitKinds = []UnitKind{"police", "auxiliary", "volunteer", "mixed"}

// Datums are the reference systems in which a position may be given.
var Datums = []string{"wgs84", "gcj02", "bd09", "cgcs2000"}

// Checkpoint is a place to be visited.
type Checkpoint struct {
	ID        string     `json:"id"`
	Name      Name       `json:"name"`
	Kind      PlaceKind  `json:"kind"`
	Mode      Mode       `json:"mode"`
	Position  *Position  `json:"position,omitempty"`
	Radius    int        `json:"radius,omitempty"` // metres within which a visit is at the place; 0: not given
	Tag       string     `json:"tag,omitempty"`    // number of the tag mounted there
	Look      Name       `json:"look,omitzero"`    // what to look for
	Tolerance *Tolerance `json:"tolerance,omitempty"`
	Checklist []Item     `json:"checklist,omitempty"`
}

// Item is something to be checked at a checkpoint: in order or not.
type Item struct {
	ID   string `json:"id"`
	Name Name   `json:"name"`
}

// Position is a point on the earth in degrees.
type Position struct {
	Lat   float64 `json:"lat"`
	Lon   float64 `json:"lon"`
	Datum string  `json:"datum"` // one of Datums
}

// Tolerance says how far from its due time a visit still counts (R7).
type Tolerance struct {
	OnTime Duration `json:"on_time"`
	Outer  Duration `json:"outer"`
}

// DefaultTolerance holds where a route says nothing (R7).
var DefaultTolerance = Tolerance{OnTime: Duration(10 * time.Minute), Outer: Duration(30 * time.Minute)}

// Order says whether the calls of a round are to be made in the order of the route.
type Order string

// The orders of a route.
const (
	FixedOrder Order = "fixed"
	AnyOrder   Order = "any"
)

// Route is a list of checkpoints with a plan of rounds, or, where Every is set, an interval plan (R10).
type Route struct {
	ID        string      `json:"id"`
	Name      Name        `json:"name"`
	Order     Order       `json:"order"`
	Tolerance *Tolerance  `json:"tolerance,omitempty"`
	Rounds    []Clock     `json:"rounds,omitempty"`  // local times of the starts, in the order of the night
	Every     Duration    `json:"every,omitempty"`   // the longest time that a checkpoint may go unvisited
	Contact   Duration    `json:"contact,omitempty"` // a unit out on it is to be heard of at least so often; 0: not given
	Calls     []RouteCall `json:"calls"`
}

// DefaultContact holds where a route says nothing.
const DefaultContact = 30 * time.Minute

// ContactLimit is how long a unit on the route may go unheard.
func (r Route) ContactLimit() time.Duration {
	if r.Contact <= 0 {
		return DefaultContact
	}
	return time.Duration(r.Contact)
}

// Interval reports whether the route is an interval plan.
func (r Route) Interval() bool { return r.Every > 0 }

// RouteCall is one checkpoint of a route: when in each round it is due, either so long after the round's start (After)
// or in a window (From, To).
type RouteCall struct {
	Checkpoint string     `json:"checkpoint"`
	After      Duration   `json:"after,omitempty"`
	From       *Moment    `json:"from,omitempty"`
	To         *Moment    `json:"to,omitempty"`
	Tolerance  *Tolerance `json:"tolerance,omitempty"`
}

// Moment is an end of a window: a time since the start of the round, or a time of day on or after it.
type Moment struct {
	Offset Duration `json:"offset,omitempty"`
	Clock  *Clock   `json:"clock,omitempty"`
}

// Unit is who patrols.
type Unit struct {
	ID         string   `json:"id"`
	Callsign   Name     `json:"callsign"`
	Kind       UnitKind `json:"kind"`
	Plate      string   `json:"plate,omitempty"`
	UsualRoute string   `json:"usual_route,omitempty"`
}

// zones by name: the library reads its tables anew for each question, and every judgement asks.
var zones sync.Map

// Zone is the time zone of the plan, UTC where this machine does not know it.
func (p *Plan) Zone() *time.Location {
	if zone, known := zones.Load(p.Timezone); known {
		return zone.(*time.Location)
	}
	zone, err := time.LoadLocation(p.Timezone)
	if err != nil {
		zone = time.UTC
	}
	zones.Store(p.Timezone, zone)
	return zone
}

// Night is the night to which a moment belongs under this plan.
func (p *Plan) Night(t time.Time) Date { return NightOf(t, p.Zone(), p.NightTurnsAt) }

// Checkpoint finds a checkpoint by id.
func (p *Plan) Checkpoint(id string) (Checkpoint, bool) {
	return find(p.Checkpoints, func(c Checkpoint) bool { return c.ID == id })
}

// Route finds a route by id.
func (p *Plan) Route(id string) (Route, bool) {
	return find(p.Routes, func(r Route) bool { return r.ID == id })
}

// Unit finds a unit by id.
func (p *Plan) Unit(id string) (Unit, bool) {
	return find(p.Units, func(u Unit) bool { return u.ID == id })
}

// Outcome finds a kind of counted work of the site's own.
func (p *Plan) Outcome(kind OutcomeKind) (OutcomeDefinition, bool) {
	return find(p.Outcomes, func(d OutcomeDefinition) bool { return d.ID == kind })
}

func find[T any](list []T, is func(T) bool) (T, bool) {
	if i := slices.IndexFunc(list, is); i >= 0 {
		return list[i], true
	}
	var none T
	return none, false
}

// Freeze is the part of the plan that a shift of the unit on the route holds on to (R3): the route, the unit and
// every checkpoint, since an extra visit may be made to any of them.
func (p *Plan) Freeze(unit, route string) Plan {
	frozen := *p
	frozen.Routes = slices.DeleteFunc(slices.Clone(p.Routes), func(r Route) bool { return r.ID != route })
	frozen.Units = slices.DeleteFunc(slices.Clone(p.Units), func(u Unit) bool { return u.ID != unit })
	return frozen
}

// Duration is a time span that is written as in Go, without zero parts: 10m, 1h30m.
type Duration time.Duration

func (d Duration) String() string {
	s := time.Duration(d).String()
	for _, cut := range []string{"m0s", "h0m"} {
		if len(s) > len(cut) && s[len(s)-len(cut):] == cut {
			s = s[:len(s)-2]
		}
	}
	return s
}

// MarshalText writes the short form.
func (d Duration) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what time.ParseDuration reads.
func (d *Duration) UnmarshalText(b []byte) error {
	v, err := time.ParseDuration(string(b))
	if err != nil {
		return fmt.Errorf("not a time span like 10m or 1h30m: %q", b)
	}
	*d = Duration(v)
	return nil
}
