package report

import (
	"strings"

	"beatbook/data/export"
	"beatbook/model"
	"beatbook/ui/plain"
	"beatbook/ui/story"
)

// separator stands between the details of a record.
const separator = "; "

// story is the night in order, where the report is of one night.
func (p *Paper) story() export.Section {
	t := p.text
	s := export.Section{
		Title: t.Report.Story,
		Head:  []string{t.Log.Time, t.Patrol.Unit, t.Log.Kind, t.Patrol.Name, t.Log.Detail},
	}
	if p.Night == nil {
		return s
	}
	teller := story.Teller{
		Text: t, Night: p.Night, Hazards: p.known, Zone: p.zone(), Verdicts: story.Verdicts(p.Night.Judge(p.now)), Arrow: ">",
		Elsewhere: p.Checkpoint,
	}
	for _, r := range p.Night.Story() {
		line := story.LineOf(r)
		if !p.tells(teller.Shift(line)) {
			continue
		}
		said := append(teller.Details(line), story.Said(plain.OneLine(story.Value(line.Note)))...)
		s.Rows = append(s.Rows, append([]export.Cell{p.clock(r.At)},
			words(teller.Unit(line), t.RecordKind(r.Kind), teller.Place(line), strings.Join(said, separator))...))
	}
	return s
}

// tells reports whether the report tells of the shift. What belongs to none is told where the report is of all.
func (p *Paper) tells(shift *model.Shift) bool {
	f := p.Report.Filter
	return f == model.ReportFilter{} || shift != nil && f.Takes(shift)
}
