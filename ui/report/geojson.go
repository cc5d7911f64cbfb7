package report

import (
	"io"

	"beatbook/data/export"
)

// writeGeoJSON writes the checkpoints that the plan in force gives a position, with what the report counts of each.
func (p *Paper) writeGeoJSON(w io.Writer) error {
	var features []export.Feature
	for _, c := range p.plan.Checkpoints {
		if c.Position == nil {
			continue
		}
		lon, lat := export.WGS84(*c.Position)
		features = append(features, export.Feature{ID: c.ID, Lon: lon, Lat: lat, Properties: p.properties(c.ID)})
	}
	return export.GeoJSON(w, features)
}

// properties are what the JSON form says of a checkpoint, on one level. A rate that is not defined is null.
func (p *Paper) properties(id string) []export.Property {
	s := p.place(id)
	return []export.Property{
		{Name: "name", Value: s.Name}, {Name: "due", Value: s.Due}, {Name: "made", Value: s.Made}, {Name: "on_time", Value: s.OnTime},
		{Name: "missed", Value: s.Missed}, {Name: "skipped", Value: s.Skipped}, {Name: "presence", Value: s.Presence},
		{Name: "on_time_rate", Value: s.Punctuality}, {Name: "outcomes", Value: s.Outcomes}, {Name: "visits", Value: s.Visits},
	}
}
