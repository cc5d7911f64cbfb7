package report

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"beatbook/model"
	"beatbook/ui/report"
	"beatbook/ui/screen"
	"beatbook/ui/text"
)

// content is a report in the form in which it is drawn.
type content struct {
	*report.Paper
	question
	text    *text.Strings
	plan    *model.Plan
	hazards *model.Hazards
	now     time.Time
	first   bool // there are no records before its nights

	places []string // checkpoints with a row in the strip
	halves []int    // half hours with a column in it
	most   int      // visits in one half hour at one checkpoint
	gaps   []model.CheckpointGap
	routes []string // with a bar
	units  []string
}

func newContent(env *screen.Env, a added) *content {
	c := &content{question: a.work.question, text: env.Text, plan: env.Plan, hazards: env.Hazards, now: a.work.now, first: a.first}
	c.Paper = report.NewPaper(c.text, c.plan, a.report, c.hazards, c.now)
	c.Records = a.records
	c.places = c.Checkpoints(a.report)
	c.halves = report.HalfHours(a.report, c.plan.NightTurnsAt)
	for _, visits := range a.report.Visits {
		c.most = max(c.most, slices.Max(visits[:]))
	}
	c.gaps = report.Gaps(a.report)
	c.routes = inOrder(routeIDs(c.plan), a.report.Routes)
	c.units = inOrder(unitIDs(c.plan), a.report.Units)
	return c
}

// Lang is the language of the names.
func (c *content) Lang() model.Lang { return c.text.Lang }

// in is the same in another language.
func (c *content) in(env *screen.Env) *content {
	other := *c
	other.text = env.Text
	other.Paper = report.NewPaper(env.Text, c.plan, c.Report, c.hazards, c.now)
	other.Records = c.Records
	return &other
}

func routeIDs(p *model.Plan) []string {
	var ids []string
	for _, r := range p.Routes {
		ids = append(ids, r.ID)
	}
	return ids
}

func unitIDs(p *model.Plan) []string {
	var ids []string
	for _, u := range p.Units {
		ids = append(ids, u.ID)
	}
	return ids
}

// inOrder are the parts of a report, those of the plan first and in its order.
func inOrder(plan []string, parts map[string]model.Sums) []string {
	ids := slices.DeleteFunc(slices.Clone(plan), func(id string) bool { _, ok := parts[id]; return !ok })
	for _, id := range slices.Sorted(maps.Keys(parts)) {
		if !slices.Contains(plan, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// offer makes the routes and units of the plan ones that can be asked for, and those of a report of all.
func (p *Page) offer() {
	if p.filter != (model.ReportFilter{}) {
		return
	}
	p.routes, p.units = routeIDs(p.env.Plan), unitIDs(p.env.Plan)
	for _, part := range []struct {
		ids  *[]string
		more []string
	}{{&p.routes, p.content.routes}, {&p.units, p.content.units}} {
		for _, id := range part.more {
			if !slices.Contains(*part.ids, id) {
				*part.ids = append(*part.ids, id)
			}
		}
	}
}

// recent is the presence of the nights up to the last one of a report.
type recent struct {
	to     model.Date
	nights [recentNights]*float64 // nil: none was due
	lowest int                    // -1: there is none
	best   int
}

func newRecent(r *model.Report) *recent {
	s := &recent{to: r.To, lowest: -1, best: -1}
	for i := range s.nights {
		at, ok := slices.BinarySearchFunc(r.Nights, s.date(i), func(n model.NightSums, d model.Date) int { return cmp.Compare(n.Night, d) })
		if !ok {
			continue
		}
		rate, due := r.Nights[at].Presence()
		if !due {
			continue
		}
		s.nights[i] = &rate
		if s.lowest < 0 || rate < *s.nights[s.lowest] {
			s.lowest = i
		}
		if s.best < 0 || rate >= *s.nights[s.best] {
			s.best = i
		}
	}
	return s
}

// date is that of a night, the first one being 0.
func (s *recent) date(i int) model.Date { return s.to.AddDays(i + 1 - recentNights) }
