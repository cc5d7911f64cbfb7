package cli

import (
	"strconv"

	"beatbook/data/export"
	"beatbook/model"
)

// writeCSV writes a row for each night and one for the total.
func (g *reportPage) writeCSV(table *export.CSV) error {
	t := g.text.Report
	head := []string{
		g.text.Command.NightColumn, t.Shifts, t.Due, t.Made, t.OnTime, t.Early, t.Late, t.Missed, t.Skipped,
		t.Presence, t.Coverage, t.Punctuality, t.PersonHours, t.FootHours, t.CarHours,
	}
	for _, kind := range g.outcomeKinds() {
		head = append(head, g.outcome(kind))
	}
	if err := table.Write(head...); err != nil {
		return err
	}
	for _, night := range g.report.Nights {
		if err := table.Write(g.csvRow(string(night.Night), night.Sums)...); err != nil {
			return err
		}
	}
	if err := table.Write(g.csvRow(t.Total, g.report.Total)...); err != nil {
		return err
	}
	return table.Flush()
}

func (g *reportPage) csvRow(title string, s model.Sums) []string {
	row := []string{title}
	for _, n := range []int{s.Shifts, s.Due, s.Made, s.OnTime, s.Early, s.Late, s.Missed, s.Skipped} {
		row = append(row, strconv.Itoa(n))
	}
	row = append(row,
		percent(s.Presence()), percent(s.Coverage()), percent(s.Punctuality()), hours(s.PersonTime), hours(s.FootTime), hours(s.CarTime))
	for _, kind := range g.outcomeKinds() {
		row = append(row, strconv.Itoa(s.Outcomes[kind]))
	}
	return row
}
