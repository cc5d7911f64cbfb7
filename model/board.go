package model

import (
	"slices"
	"time"
)

// BoardRow is a shift as the duty desk sees it.
type BoardRow struct {
	Judged   ShiftJudgement
	Progress Progress
	Next     int // index into Judged.Calls of the call to be made next; -1: none
	Last     int // index into Judged.Visits of the latest visit; -1: none
	Contact  Contact
	Alerts   []Alert // in the order of ShiftJudgement.Alerts

	since, until time.Time // in between the row reads the same without a new record
}

// Board is how all shifts stand: bring it up to date with Update. The zero value knows of none. What has not changed is
// not judged again, so that thousands of shifts may be out. It is not safe for use by several goroutines.
type Board struct {
	Out    []*BoardRow // the shifts that are out, by their start
	Alerts []Alert     // that nobody has acknowledged, of shifts that are out and of those that ended in the last two nights

	rows map[string]*BoardRow // by shift
}

// Update brings the board up to date with the nights, which are given in their order, at a moment.
func (b *Board) Update(nights []*Night, now time.Time) {
	old := b.rows
	*b = Board{rows: make(map[string]*BoardRow, len(old))}
	for i, n := range nights {
		recent := i >= len(nights)-2
		for _, s := range n.Shifts() {
			row := old[s.ID]
			if row == nil || row.changed(s) || now.Before(row.since) || !now.Before(row.until) {
				row = newBoardRow(s, now)
			}
			b.rows[s.ID] = row
			if s.Open() {
				b.Out = append(b.Out, row)
			}
			if s.Open() || recent {
				b.Alerts = append(b.Alerts, row.Alerts...)
			}
		}
	}
	SortAlerts(b.Alerts)
}

// Row finds the row of a shift.
func (b *Board) Row(shift string) (*BoardRow, bool) {
	row, ok := b.rows[shift]
	return row, ok
}

// changed reports whether records have come to the shift, or gone, since the row was made.
func (r *BoardRow) changed(s *Shift) bool { return !slices.Equal(r.Judged.Shift.told, s.told) }

func newBoardRow(s *Shift, now time.Time) *BoardRow {
	j := Judge(s, now)
	row := &BoardRow{
		Judged: j, Progress: j.Progress(0), Next: j.Next(), Last: -1, Alerts: j.Alerts(now),
		Contact: Contact{s.Since, s.Route.ContactLimit()}, since: now, until: now.AddDate(100, 0, 0),
	}
	changes := func(t time.Time) {
		if t.After(now) {
			row.until = minTime(row.until, t)
		}
	}
	for _, k := range s.Skips {
		changes(k.At)
	}
	changes(s.Ended)
	for i, v := range j.Visits {
		changes(v.Known)
		if ahead(v.At, now) {
			changes(v.At.Add(-ClockTolerance))
			continue
		}
		row.Last = i
	}
	for _, t := range s.Heard {
		if t.After(now) {
			changes(t)
			continue
		}
		row.Contact.Last = maxTime(row.Contact.Last, t)
	}
	for level := range MaxContactLevel {
		changes(row.Contact.Last.Add(row.Contact.Limit * time.Duration(level+1)))
	}
	for _, c := range j.Calls {
		if c.Gap != nil {
			changes(c.Gap.From.Add(time.Duration(s.Route.Every) + 1))
		}
		for _, end := range []time.Time{c.OnTime.To, c.Outer.To} {
			changes(end)
			changes(end.Add(1))
		}
	}
	return row
}
