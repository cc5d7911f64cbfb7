package report

import (
	"io"
	"strconv"

	"beatbook/data/export"
	"beatbook/model"
)

// writeCSV writes a row for each night and one for the total.
func (p *Paper) writeCSV(w io.Writer) error {
	table := export.NewCSV(w)
	t := p.text.Report
	head := []string{
		p.text.Command.NightColumn, t.Shifts, t.Due, t.Made, t.OnTime, t.Early, t.Late, t.Missed, t.Skipped,
		t.Presence, t.Coverage, t.Punctuality, t.PersonHours, t.FootHours, t.CarHours,
	}
	for _, kind := range OutcomeKinds(p.Report.Total) {
		head = append(head, p.Outcome(kind))
	}
	if err := table.Write(head...); err != nil {
		return err
	}
	for _, night := range p.Report.Nights {
		if err := table.Write(p.csvRow(string(night.Night), night.Sums)...); err != nil {
			return err
		}
	}
	if err := table.Write(p.csvRow(t.Total, p.Report.Total)...); err != nil {
		return err
	}
	return table.Flush()
}

func (p *Paper) csvRow(title string, s model.Sums) []string {
	row := []string{title}
	for _, n := range []int{s.Shifts, s.Due, s.Made, s.OnTime, s.Early, s.Late, s.Missed, s.Skipped} {
		row = append(row, strconv.Itoa(n))
	}
	row = append(row,
		percent(s.Presence()), percent(s.Coverage()), percent(s.Punctuality()), hours(s.PersonTime).Text, hours(s.FootTime).Text, hours(s.CarTime).Text)
	for _, kind := range OutcomeKinds(p.Report.Total) {
		row = append(row, strconv.Itoa(s.Outcomes[kind]))
	}
	return row
}
