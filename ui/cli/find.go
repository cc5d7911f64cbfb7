package cli

import (
	"strconv"
	"strings"

	"golang.org/x/text/width"

	"beatbook/model"
)

// named is something of the plan that can be named on the command line.
type named struct {
	id     string
	name   model.Name
	number int // in the route, from 1; 0: none
}

// find is the id of what the word names: by id, by number, by the whole name or by a part of a name that only one has,
// in either language, whatever the case and the width of the letters. What nothing has is refused with the code.
func (p *program) find(word string, list []named, unknown model.RefusalCode) (string, error) {
	wanted := fold(word)
	for _, fits := range []func(named) bool{
		func(n named) bool { return n.id == word },
		func(n named) bool { return n.number > 0 && strconv.Itoa(n.number) == wanted },
		func(n named) bool {
			return fold(n.name.ZH) == wanted || fold(n.name.EN) == wanted || fold(n.id) == wanted
		},
		func(n named) bool { return n.mentions(wanted) },
	} {
		found := matching(list, fits)
		switch {
		case len(found) == 1:
			return found[0].id, nil
		case len(found) > 1:
			return "", p.ambiguous(word, found)
		}
	}
	return "", &model.Refusal{Code: unknown, Subject: oneLine(word)}
}

// matching are the entries that fit, each id once.
func matching(list []named, fits func(named) bool) []named {
	var found []named
	seen := map[string]bool{}
	for _, n := range list {
		if fits(n) && !seen[n.id] {
			seen[n.id] = true
			found = append(found, n)
		}
	}
	return found
}

func (n named) mentions(part string) bool {
	return part != "" && (strings.Contains(fold(n.name.ZH), part) || strings.Contains(fold(n.name.EN), part) || strings.Contains(fold(n.id), part))
}

func (p *program) ambiguous(word string, found []named) error {
	names := make([]string, len(found))
	for i, n := range found {
		names[i] = oneLine(p.name(n.name)) + " (" + n.id + ")"
	}
	return refuse(p.text.Command.Ambiguous, oneLine(word), strings.Join(names, p.text.App.ListJoin))
}

// fold evens out case and full-width letters, which an input method may leave on.
func fold(s string) string { return strings.ToLower(width.Fold.String(strings.TrimSpace(s))) }

// places are the checkpoints of a shift, those of its route with their numbers first.
func places(s *model.Shift) []named {
	var list []named
	for i, call := range s.Route.Calls {
		c, _ := s.Plan.Checkpoint(call.Checkpoint)
		list = append(list, named{c.ID, c.Name, i + 1})
	}
	for _, c := range s.Plan.Checkpoints {
		list = append(list, named{c.ID, c.Name, 0})
	}
	return list
}

func units(p *model.Plan) []named {
	var list []named
	for _, u := range p.Units {
		list = append(list, named{u.ID, u.Callsign, 0})
	}
	return list
}

func routes(p *model.Plan) []named {
	var list []named
	for _, r := range p.Routes {
		list = append(list, named{r.ID, r.Name, 0})
	}
	return list
}
