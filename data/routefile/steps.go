package routefile

import (
	"fmt"
	"slices"

	"go.yaml.in/yaml/v3"
)

// child is an entry of a list or a pair of a mapping, with a name that no other one there has.
type child struct {
	name  string
	key   *yaml.Node // nil in a list
	value *yaml.Node
}

// children of a list or a mapping. Name is the key that leads to it.
func children(n *yaml.Node, name string) []child {
	var list []child
	if n.Kind == yaml.MappingNode {
		for i := 0; i < len(n.Content); i += 2 {
			list = append(list, child{n.Content[i].Value, n.Content[i], n.Content[i+1]})
		}
		return list
	}
	seen := map[string]int{}
	for i, value := range n.Content {
		id := entryName(value, name, i)
		seen[id]++
		list = append(list, child{name: fmt.Sprintf("%s %d", id, seen[id]), value: value})
	}
	return list
}

// entryName is what an entry of a list is known by: its id, the checkpoint of a call, the place of an item without an id,
// or the entry itself. The same checkpoint may be called at several times.
func entryName(n *yaml.Node, list string, place int) string {
	for _, key := range []string{"id", "checkpoint"} {
		if value := valueOf(n, key); value != nil {
			return value.Value
		}
	}
	if list == "checklist" {
		return itemID(place)
	}
	return n.Value
}

// step is one child of a changed list or mapping: that of the old one with the value of the new one, or a new one.
type step struct {
	triple
	name      string // of the pair; empty in a list
	oldPlace  int    // -1: a new one
	nextPlace int
}

// steps are the children of the changed value in their order: that of the new list; in a mapping that of the old one, a
// new pair behind the one that it follows in the new one.
func (v triple) steps(name string) []step {
	olds, bases, nexts := children(v.old, name), children(v.base, name), children(v.next, name)
	if v.old.Kind == yaml.SequenceNode {
		for i := range olds {
			olds[i].name = bases[i].name // a default may stand for an id
		}
	}
	var steps []step
	for j, next := range nexts {
		s := step{triple: triple{next: next.value}, oldPlace: indexOf(olds, next.name), nextPlace: j}
		if next.key != nil {
			s.name = next.name
		}
		if b := indexOf(bases, next.name); b >= 0 {
			s.base = bases[b].value
		}
		switch {
		case s.oldPlace >= 0:
			s.old = olds[s.oldPlace].value
		case s.base != nil && same(s.base, s.next):
			continue // left to the default, as before
		}
		steps = append(steps, s)
	}
	if v.old.Kind == yaml.MappingNode {
		return inOldOrder(steps)
	}
	return steps
}

// inOldOrder sorts the pairs that were there by their old places, each with the new ones that follow it.
func inOldOrder(steps []step) []step {
	place := -1
	places := make(map[int]int, len(steps)) // by the place in the new mapping
	for _, s := range steps {
		if s.oldPlace >= 0 {
			place = s.oldPlace
		}
		places[s.nextPlace] = place
	}
	slices.SortStableFunc(steps, func(a, b step) int { return places[a.nextPlace] - places[b.nextPlace] })
	return steps
}

func indexOf(list []child, name string) int {
	return slices.IndexFunc(list, func(c child) bool { return c.name == name })
}
