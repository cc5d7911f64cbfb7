package routefile

import (
	"slices"
	"strconv"

	"go.yaml.in/yaml/v3"

	"beatbook/model"
)

const (
	maxOutcomes = 20
	maxItems    = 20
)

// outcomes reads the site's own kinds of counted work, beside those of the rule book.
func (r *reader) outcomes(n *yaml.Node) []model.OutcomeDefinition {
	var outcomes []model.OutcomeDefinition
	ids := index{}
	for _, n := range r.list(n, maxOutcomes) {
		o := r.object(n, "id", "name")
		d := model.OutcomeDefinition{
			ID: model.OutcomeKind(r.define(ids, o.must("id"))), Name: r.name(o.must("name"), maxName),
		}
		if slices.Contains(model.OutcomeKinds, d.ID) {
			r.add(o.may("id"), ReservedID, "")
		}
		outcomes = append(outcomes, d)
	}
	return outcomes
}

// checklist reads items with an id and a name, or just names: the id of such an item is its place in the list.
func (r *reader) checklist(n *yaml.Node) []model.Item {
	var items []model.Item
	ids := index{}
	for i, n := range r.list(n, maxItems) {
		if hasKey(n, "id") || hasKey(n, "name") {
			o := r.object(n, "id", "name")
			items = append(items, model.Item{ID: r.define(ids, o.must("id")), Name: r.name(o.must("name"), maxName)})
			continue
		}
		id := itemID(i)
		if first := ids[id]; first != nil {
			r.addAbout(n, DuplicateID, id, lineOf(first))
		}
		ids[id] = n
		items = append(items, model.Item{ID: id, Name: r.name(n, maxName)})
	}
	return items
}

// itemID is the id of the i-th item of a checklist, counted from 0, where it has none of its own.
func itemID(i int) string { return strconv.Itoa(i + 1) }

func hasKey(n *yaml.Node, key string) bool { return valueOf(n, key) != nil }

// valueOf a key of a mapping, nil where there is none.
func valueOf(n *yaml.Node, key string) *yaml.Node {
	for i := 0; n.Kind == yaml.MappingNode && i < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}
