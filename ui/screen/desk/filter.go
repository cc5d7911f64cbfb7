package desk

import (
	"strings"

	"beatbook/model"
	"beatbook/ui/lookup"
	"beatbook/ui/widget"
)

// filter is a text that is looked for in the unit, the route and the crew of a shift.
type filter struct {
	widget.Finder
	folded map[string]haystack // by shift
}

// haystack is what is looked through.
type haystack struct {
	legs int // that it was made of
	text string
}

// passing are the rows with the text.
func (f *filter) passing(rows []*model.BoardRow) []*model.BoardRow {
	if f.Sought == "" {
		return rows
	}
	if len(f.folded) > 2*len(rows) {
		clear(f.folded) // most of them have come back since
	}
	var passing []*model.BoardRow
	for _, r := range rows {
		if f.In(f.textOf(r.Judged.Shift)) {
			passing = append(passing, r)
		}
	}
	return passing
}

func (f *filter) textOf(s *model.Shift) string {
	h, ok := f.folded[s.ID]
	if ok && h.legs == len(s.Legs) {
		return h.text
	}
	unit, route := s.Unit.Callsign, s.Route.Name
	words := []string{unit.ZH, unit.EN, s.Unit.ID, route.ZH, route.EN, s.Route.ID}
	for _, leg := range s.Legs {
		words = append(words, leg.Crew...)
	}
	if f.folded == nil {
		f.folded = map[string]haystack{}
	}
	h = haystack{len(s.Legs), lookup.Fold(strings.Join(words, "\n"))}
	f.folded[s.ID] = h
	return h.text
}
