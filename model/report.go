package model

import (
	"cmp"
	"maps"
	"slices"
	"time"
)

// ReportFilter narrows a report to a route, a unit or both; empty: all.
type ReportFilter struct {
	Route string
	Unit  string
}

func (f ReportFilter) takes(s *Shift) bool {
	return (f.Route == "" || f.Route == s.Route.ID) && (f.Unit == "" || f.Unit == s.Unit.ID)
}

// Sums are what a report counts, of one night or of many: sums of nights add up with Add.
type Sums struct {
	Due     int `json:"due"` // 应巡: calls whose time has come; those of an interval plan are not among them
	Made    int `json:"made"`
	OnTime  int `json:"on_time"`
	Early   int `json:"early"`
	Late    int `json:"late"`
	Missed  int `json:"missed"`
	Skipped int `json:"skipped"`

	Seen     map[string]bool `json:"-"` // checkpoints that were visited
	Expected map[string]bool `json:"-"` // checkpoints of the routes that were patrolled

	Shifts     int                 `json:"shifts"`
	PersonTime Duration            `json:"person_time"`  // time on patrol, times the people
	FootTime   Duration            `json:"foot_time"`    // time of the legs on foot
	CarTime    Duration            `json:"vehicle_time"` // time of the legs by vehicle
	Outcomes   map[OutcomeKind]int `json:"outcomes"`
	Marks      map[Mark]int        `json:"marks"` // of visits and of calls
}

// newSums are sums of nothing.
func newSums() Sums {
	return Sums{
		Seen: map[string]bool{}, Expected: map[string]bool{}, Outcomes: map[OutcomeKind]int{}, Marks: map[Mark]int{},
	}
}

// Presence is 到位率: calls made ÷ due, 0 to 1; false where none was due.
func (s Sums) Presence() (rate float64, ok bool) { return ratio(s.Made, s.Due) }

// Coverage is 覆盖率: checkpoints seen ÷ all, 0 to 1; false where there is none.
func (s Sums) Coverage() (rate float64, ok bool) {
	seen := 0
	for checkpoint := range s.Expected {
		if s.Seen[checkpoint] {
			seen++
		}
	}
	return ratio(seen, len(s.Expected))
}

// Punctuality is 准点率: calls on time ÷ made, 0 to 1; false where none was made.
func (s Sums) Punctuality() (rate float64, ok bool) { return ratio(s.OnTime, s.Made) }

func ratio(part, whole int) (float64, bool) {
	if whole == 0 {
		return 0, false
	}
	return float64(part) / float64(whole), true
}

// Add adds the sums of another night.
func (s *Sums) Add(o Sums) {
	s.Due, s.Made, s.OnTime, s.Early, s.Late = s.Due+o.Due, s.Made+o.Made, s.OnTime+o.OnTime, s.Early+o.Early, s.Late+o.Late
	s.Missed, s.Skipped, s.Shifts = s.Missed+o.Missed, s.Skipped+o.Skipped, s.Shifts+o.Shifts
	s.PersonTime, s.FootTime, s.CarTime = s.PersonTime+o.PersonTime, s.FootTime+o.FootTime, s.CarTime+o.CarTime
	maps.Copy(s.Seen, o.Seen)
	maps.Copy(s.Expected, o.Expected)
	for kind, n := range o.Outcomes {
		s.Outcomes[kind] += n
	}
	for mark, n := range o.Marks {
		s.Marks[mark] += n
	}
}

// MissedCall is a call that was missed, by name.
type MissedCall struct {
	Night      Date      `json:"night"`
	Unit       string    `json:"unit"`
	Route      string    `json:"route"`
	Round      int       `json:"round"`
	Checkpoint string    `json:"checkpoint"`
	Due        time.Time `json:"due"`
}

// Report is what a span of nights amounts to. Fold nights in with AddNight.
type Report struct {
	From, To Date // both included
	Filter   ReportFilter
	Total    Sums
	Nights   []NightSums              // in order, those without a shift left out
	Routes   map[string]Sums          // by id
	Units    map[string]Sums          // by id
	Missed   []MissedCall             // by when they were due
	Gaps     map[string]CheckpointGap // the longest one, by checkpoint
	Plans    map[string]*Plan         // for names: the latest plan of a shift on each route, by the route's id

	planned map[string]Date // the nights that Plans are of
}

// NightSums are the sums of one night.
type NightSums struct {
	Night Date `json:"night"`
	Sums
}

// NewReport is a report of nights from one to another of which nothing is known yet.
func NewReport(from, to Date, f ReportFilter) *Report {
	return &Report{
		From: from, To: to, Filter: f, Total: newSums(), Routes: map[string]Sums{}, Units: map[string]Sums{},
		Gaps: map[string]CheckpointGap{}, Plans: map[string]*Plan{}, planned: map[string]Date{},
	}
}

// AddNight folds a night in, as it stands at a moment. Nights outside the span and shifts that the filter does not take
// are left out. Each night is to be added once.
func (r *Report) AddNight(n *Night, now time.Time) {
	if n.Date < r.From || n.Date > r.To {
		return
	}
	night := NightSums{Night: n.Date, Sums: newSums()}
	var shifts []ShiftJudgement
	for _, j := range n.Judge(now).Shifts {
		if r.Filter.takes(j.Shift) {
			shifts = append(shifts, j)
		}
	}
	for _, j := range shifts {
		sums := sumShift(j, now)
		night.Add(sums)
		addTo(r.Routes, j.Shift.Route.ID, sums)
		addTo(r.Units, j.Shift.Unit.ID, sums)
		if id := j.Shift.Route.ID; n.Date >= r.planned[id] {
			r.Plans[id], r.planned[id] = &j.Shift.Plan, n.Date
		}
		r.addMissed(j)
	}
	if len(shifts) == 0 {
		return
	}
	r.addGaps(n.Date, shifts, now)
	r.Total.Add(night.Sums)
	r.Nights = append(r.Nights, night)
	slices.SortFunc(r.Nights, func(a, b NightSums) int { return cmp.Compare(a.Night, b.Night) })
	slices.SortStableFunc(r.Missed, func(a, b MissedCall) int { return a.Due.Compare(b.Due) })
}

func addTo(sums map[string]Sums, id string, more Sums) {
	s, ok := sums[id]
	if !ok {
		s = newSums()
	}
	s.Add(more)
	sums[id] = s
}

func sumShift(j ShiftJudgement, now time.Time) Sums {
	s := newSums()
	s.Shifts = 1
	for _, c := range j.Calls {
		s.Expected[c.Checkpoint] = true
		s.addCall(c)
	}
	for _, v := range j.Visits {
		s.Seen[v.Checkpoint] = true
		for _, m := range v.Marks {
			s.Marks[m]++
		}
	}
	s.addTime(j.Shift, now)
	for kind, n := range j.Shift.Sum("") {
		s.Outcomes[kind] += n
	}
	return s
}

// addCall counts a call whose time has come.
func (s *Sums) addCall(c JudgedCall) {
	for _, m := range c.Marks {
		if m == WasMissed || m == GapTooLong { // the other marks are those of the visit
			s.Marks[m]++
		}
	}
	counts := map[State]*int{OnTime: &s.OnTime, Early: &s.Early, Late: &s.Late, Missed: &s.Missed, SkippedCall: &s.Skipped}
	count, settled := counts[c.State]
	if c.Gap != nil || !settled && c.State != Overdue {
		return
	}
	s.Due++
	if settled {
		*count++
	}
	if c.State.Made() {
		s.Made++
	}
}

// addTime adds up the time of the shift, each moment of it in the leg that it falls into.
func (s *Sums) addTime(shift *Shift, now time.Time) {
	out := outTime(shift, now)
	edges := []time.Time{out.From, out.To}
	for _, leg := range shift.Legs {
		if leg.From.After(out.From) && leg.From.Before(out.To) {
			edges = append(edges, leg.From)
		}
	}
	slices.SortFunc(edges, time.Time.Compare)
	for i, from := range edges[:len(edges)-1] {
		leg, length := shift.LegAt(from), Duration(edges[i+1].Sub(from))
		s.PersonTime += length * Duration(len(leg.Crew))
		if leg.Mode == Vehicle {
			s.CarTime += length
		} else {
			s.FootTime += length
		}
	}
}

// outTime is from the start of the shift to its end or now, whichever is earlier: an end ahead of now is not yet one (R11).
// A shift that nobody ended is out until its night turns, not for ever.
func outTime(s *Shift, now time.Time) Band {
	end := minTime(now, s.Night.AddDays(1).At(s.Plan.NightTurnsAt, s.Zone, s.Plan.NightTurnsAt))
	if !s.Open() {
		end = minTime(s.Ended, now)
	}
	return Band{s.Started, maxTime(end, s.Started)}
}

func (r *Report) addMissed(j ShiftJudgement) {
	for _, c := range j.Calls {
		if c.State == Missed {
			r.Missed = append(r.Missed, MissedCall{
				j.Shift.Night, j.Shift.Unit.ID, j.Shift.Route.ID, c.Round, c.Checkpoint, c.Due(),
			})
		}
	}
}
