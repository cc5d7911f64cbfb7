package model

import (
	"cmp"
	"slices"
)

// Report is what a span of nights amounts to.
type Report struct {
	From, To Date // both included
	Filter   ReportFilter
	Tally
	Nights []NightSums      // in order, those without a shift left out
	Plans  map[string]*Plan // for names: those of Latest, by route, as far as the log still has them
}

// NightSums are the sums of one night.
type NightSums struct {
	Night Date `json:"night"`
	Sums
}

// NewReport is a report of nights from one to another of which nothing is known yet.
func NewReport(from, to Date, f ReportFilter) *Report { return &Report{From: from, To: to, Filter: f} }

// Add adds the tally of a night, made with the filter of the report. Nights outside the span are left out. Each night is
// to be added once.
func (r *Report) Add(night Date, t Tally) {
	if night < r.From || night > r.To || t.Total.Shifts == 0 {
		return
	}
	r.Tally.Add(t)
	var sums Sums
	sums.Add(t.Total)
	at, _ := slices.BinarySearchFunc(r.Nights, night, func(n NightSums, d Date) int { return cmp.Compare(n.Night, d) })
	r.Nights = slices.Insert(r.Nights, at, NightSums{night, sums})
}
