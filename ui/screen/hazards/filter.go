package hazards

import (
	"cmp"
	"slices"
	"strings"

	"beatbook/model"
	"beatbook/ui/lookup"
	"beatbook/ui/widget"
)

// filter is what a hazard has to be to be shown. Zero values let everything through but the closed ones.
type filter struct {
	place  string
	kind   model.HazardKind
	state  model.HazardState
	closed bool // show the closed ones too
	text   widget.Finder
}

// passing are the hazards that pass the filter.
func (p *Page) passing(f filter) []model.Hazard {
	var rows []model.Hazard
	for _, h := range p.list {
		if f.passes(h) && (f.text.Sought == "" || f.text.In(p.folded(h))) {
			rows = append(rows, h)
		}
	}
	return rows
}

// passes leaves the text aside.
func (f filter) passes(h model.Hazard) bool {
	switch {
	case f.place != "" && h.Checkpoint != f.place, f.kind != "" && h.Kind != f.kind:
		return false
	case f.state != "":
		return h.State == f.state
	}
	return f.closed || h.State != model.HazardClosed
}

// folded is the text that is looked through.
func (p *Page) folded(h model.Hazard) string {
	words := []string{h.What, h.Checkpoint, p.env.PlaceName(h.Checkpoint)}
	if h.Order != nil {
		words = append(words, h.Order.Owner, h.Order.Interim)
	}
	for _, m := range h.Moves {
		words = append(words, m.Note)
	}
	return lookup.Fold(strings.Join(words, "\n"))
}

// nextPlace goes to the next place that has hazards, by name, and behind the last one to all places.
func (p *Page) nextPlace() {
	all := p.filter
	all.place = ""
	var places []string
	for _, h := range p.passing(all) {
		places = append(places, h.Checkpoint)
	}
	slices.SortFunc(places, func(a, b string) int {
		return cmp.Or(cmp.Compare(p.env.PlaceName(a), p.env.PlaceName(b)), cmp.Compare(a, b))
	})
	p.filter.place = next(slices.Compact(places), p.filter.place)
}

// next is the value behind the one of now, the zero value, which is for all, behind the last.
func next[T comparable](values []T, now T) T {
	if i := slices.Index(values, now) + 1; i < len(values) {
		return values[i]
	}
	var all T
	return all
}

// filters are the filters in words, without the text.
func (p *Page) filters() []string {
	var words []string
	if p.filter.place != "" {
		words = append(words, p.env.PlaceName(p.filter.place))
	}
	if p.filter.kind != "" {
		words = append(words, p.env.Text.HazardKind(p.filter.kind))
	}
	switch {
	case p.filter.state != "":
		words = append(words, p.env.Text.HazardState(p.filter.state))
	case p.filter.closed:
		words = append(words, p.env.Text.Hazard.WithClosed)
	}
	return words
}
