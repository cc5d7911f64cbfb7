package report

import (
	"fmt"
	"slices"
	"strings"

	"beatbook/data/export"
)

// Document is the report as sections of tables, to be written in any format.
func (p *Paper) Document() export.Document {
	t := p.text.Report
	doc := export.Document{
		Lang: p.text.App.Tag, Title: fmt.Sprintf(t.Title, p.plan.Site.Name.In(p.text.Lang)), Lines: p.lines(),
		Sign: []string{t.MadeBy, t.CheckedBy}, Date: t.SignedOn,
	}
	for _, section := range slices.Concat(
		[]export.Section{p.summary()}, p.parts(), []export.Section{p.outcomes(), p.missed()}, p.hazards(),
		[]export.Section{p.checkpoints(), p.visits(), p.gaps(), p.marks(), p.story()},
	) {
		if len(section.Rows) > 0 {
			doc.Sections = append(doc.Sections, section)
		}
	}
	return doc
}

// lines say of what nights the report is, and of what in them.
func (p *Paper) lines() []string {
	t, r := p.text.Report, p.Report
	lines := []string{p.text.Night(r.From)}
	if r.From < r.To {
		lines[0] = fmt.Sprintf(t.Span, r.From, r.To)
	}
	var only []string
	if r.Filter.Route != "" {
		only = append(only, p.Route(r.Filter.Route))
	}
	if r.Filter.Unit != "" {
		only = append(only, p.Unit(r.Filter.Unit))
	}
	if only != nil {
		lines = append(lines, fmt.Sprintf(t.Only, strings.Join(only, p.text.App.ListJoin)))
	}
	if p.now.Before(p.end) {
		lines = append(lines, fmt.Sprintf(t.AsOf, p.now.In(p.zone()).Format("2006-01-02 15:04")))
	}
	switch {
	case len(r.Nights) == 0 && p.Records:
		lines = append(lines, t.NoShifts)
	case len(r.Nights) == 0:
		lines = append(lines, p.text.Command.NoRecords)
	}
	return lines
}
