package routefile

import (
	"slices"
	"strconv"

	"go.yaml.in/yaml/v3"
)

// object is a mapping of the file with the keys that it may have.
type object struct {
	r      *reader
	node   *yaml.Node
	fields map[string]*yaml.Node // nil where there is no mapping
}

// object reads a mapping; a node that is nil or something else is noted, if it was not before, and has no fields.
func (r *reader) object(n *yaml.Node, keys ...string) object {
	o := object{r: r, node: n}
	if n == nil {
		return o
	}
	if n.Kind != yaml.MappingNode {
		r.add(n, WantMap, "")
		return o
	}
	o.fields = make(map[string]*yaml.Node, len(keys))
	first := map[string]*yaml.Node{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		switch earlier := first[key.Value]; {
		case key.Kind != yaml.ScalarNode:
			r.add(key, WantText, "")
			continue
		case earlier != nil:
			r.add(key, DuplicateKey, lineOf(earlier))
			continue
		case slices.Contains(keys, key.Value):
			o.fields[key.Value] = value
		default:
			r.add(key, UnknownKey, r.suggest(key.Value, keys))
		}
		first[key.Value] = key
	}
	return o
}

// may is the value of a key that may lack: nil then.
func (o object) may(key string) *yaml.Node { return o.fields[key] }

// must is the value of a key that must be there; its lack is noted.
func (o object) must(key string) *yaml.Node {
	value := o.fields[key]
	if value == nil && o.fields != nil {
		o.r.addAbout(o.node, MissingKey, key, "")
	}
	return value
}

// list reads a list of at least one and at most so many entries; 0 means that only the size of the file limits it.
func (r *reader) list(n *yaml.Node, most int) []*yaml.Node {
	switch {
	case n == nil:
		return nil
	case n.Kind != yaml.SequenceNode:
		r.add(n, WantList, "")
		return nil
	case len(n.Content) == 0:
		r.add(n, EmptyList, "")
	case most > 0 && len(n.Content) > most:
		r.addAbout(n.Content[most], LongList, "", strconv.Itoa(most))
		return n.Content[:most]
	}
	return n.Content
}

// index is the ids of a list, each with the place where it is defined.
type index map[string]*yaml.Node

// define reads the id of an entry; its first appearance counts.
func (r *reader) define(ids index, n *yaml.Node) string {
	id := r.id(n)
	switch first := ids[id]; {
	case id == "":
	case first != nil:
		r.add(n, DuplicateID, lineOf(first))
	default:
		ids[id] = n
	}
	return id
}

// refer reads a reference to an id. Where nothing at all is defined, that has been said already.
func (r *reader) refer(ids index, n *yaml.Node, unknown Code) string {
	id, ok := r.text(n)
	if ok && len(ids) > 0 && ids[id] == nil {
		known := make([]string, 0, len(ids))
		for k := range ids {
			known = append(known, k)
		}
		r.add(n, unknown, r.suggest(id, known))
	}
	return id
}

func textOf(n *yaml.Node) string {
	if n == nil {
		return ""
	}
	return n.Value
}
