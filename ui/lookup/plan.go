package lookup

import "beatbook/model"

// Places are the checkpoints of a shift, those of its route with their numbers first.
func Places(s *model.Shift) []Entry {
	list := make([]Entry, 0, len(s.Route.Calls)+len(s.Plan.Checkpoints))
	for i, call := range s.Route.Calls {
		c, _ := s.Plan.Checkpoint(call.Checkpoint)
		list = append(list, Entry{c.ID, c.Name, i + 1})
	}
	for _, c := range s.Plan.Checkpoints {
		list = append(list, Entry{c.ID, c.Name, 0})
	}
	return list
}

// Units are those of the plan.
func Units(p *model.Plan) []Entry {
	list := make([]Entry, len(p.Units))
	for i, u := range p.Units {
		list[i] = Entry{u.ID, u.Callsign, 0}
	}
	return list
}

// Routes are those of the plan.
func Routes(p *model.Plan) []Entry {
	list := make([]Entry, len(p.Routes))
	for i, r := range p.Routes {
		list[i] = Entry{r.ID, r.Name, 0}
	}
	return list
}
