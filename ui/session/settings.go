package session

import (
	"cmp"
	"slices"

	"beatbook/model"
)

// Settings are the habits of this device. They are no records: losing them costs a few keys, and the operators their PINs.
type Settings struct {
	Lang  model.Lang `json:"lang,omitempty"`  // empty: as the system speaks
	Theme string     `json:"theme,omitempty"` // empty: day
	ASCII bool       `json:"ascii,omitempty"`
	Last  Form       `json:"last,omitzero"` // of the last start of a shift
	PIN   string     `json:"pin,omitempty"` // of every operator who has none of his own, as older versions set it and seal.HashPIN keeps it

	Operators Operators `json:"operators,omitempty"`

	LockMinutes *int `json:"lock,omitempty"` // without a key, 0: never; nil: as LockAfter says

	Drafts Drafts `json:"drafts,omitempty"`
}

// Form is what is filled in to start a shift.
type Form struct {
	Unit  string     `json:"unit"`
	Crew  []string   `json:"crew"`
	Route string     `json:"route"`
	Mode  model.Mode `json:"mode"`
	Plate string     `json:"plate,omitempty"`
}

// Suggest fills in the form to start a shift: what was said last, as far as the plan still knows it, else the first
// unit on its usual route. At the desk nothing is filled in: it is another unit each time.
func (s *Session) Suggest() Form {
	if s.Desk != nil {
		return Form{}
	}
	last := s.Settings.Last
	if _, ok := s.Plan.Unit(last.Unit); !ok {
		last.Unit, last.Crew, last.Plate = s.Plan.Units[0].ID, nil, ""
	}
	if _, ok := s.Plan.Route(last.Route); !ok {
		last.Route = s.UsualRoute(last.Unit)
	}
	if last.Mode == "" {
		last.Mode = s.UsualMode(last.Unit, last.Route)
	}
	if unit, _ := s.Plan.Unit(last.Unit); last.Plate == "" {
		last.Plate = unit.Plate
	}
	return last
}

// UsualRoute of a unit, the first one of the plan where it has none.
func (s *Session) UsualRoute(unit string) string {
	u, _ := s.Plan.Unit(unit)
	return cmp.Or(u.UsualRoute, s.Plan.Routes[0].ID)
}

// UsualMode of a unit on a route: what more of the checkpoints ask for; where that is undecided, by vehicle if the unit
// has one.
func (s *Session) UsualMode(unit, route string) model.Mode {
	r, _ := s.Plan.Route(route)
	balance := 0
	if u, _ := s.Plan.Unit(unit); u.Plate != "" {
		balance++
	}
	for _, call := range r.Calls {
		switch c, _ := s.Plan.Checkpoint(call.Checkpoint); c.Mode {
		case model.Vehicle:
			balance++
		case model.Foot:
			balance--
		}
	}
	if balance > 0 {
		return model.Vehicle
	}
	return model.Foot
}

// Intent is the form as an intent.
func (f Form) Intent(plan *model.Plan) model.Intent {
	return model.StartShift{
		Plan: plan, Unit: f.Unit, Crew: slices.Clone(f.Crew), Route: f.Route, Mode: f.Mode, Plate: f.Plate,
	}
}
