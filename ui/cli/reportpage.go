package cli

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"time"

	"beatbook/data/export"
	"beatbook/model"
	"beatbook/ui/session"
)

// reportPage is a report with all that it takes to write it down.
type reportPage struct {
	*program
	report  *model.Report
	plans   []*model.Plan // for names: the one in force, then those of the shifts
	hazards model.HazardBalance
	now     time.Time
	end     time.Time // of the last night
	records bool      // there are some
}

func newReportPage(p *program, s *session.Session, r *model.Report, now time.Time, records bool) *reportPage {
	page := &reportPage{program: p, report: r, now: now, records: records, plans: []*model.Plan{s.Plan}}
	for _, route := range slices.Sorted(maps.Keys(r.Plans)) {
		page.plans = append(page.plans, r.Plans[route])
	}
	page.end = r.To.AddDays(1).At(s.Plan.NightTurnsAt, s.Plan.Zone(), s.Plan.NightTurnsAt)
	page.hazards = s.Hazards.Balance(s.Plan, r.From, r.To, now)
	for _, list := range []*[]model.Hazard{&page.hazards.Opened, &page.hazards.Closed, &page.hazards.Left} {
		*list = slices.DeleteFunc(*list, page.elsewhere)
	}
	return page
}

// elsewhere reports whether a hazard is at none of the places of a narrowed report. Hazards belong to a place, not to a
// unit.
func (g *reportPage) elsewhere(h model.Hazard) bool {
	return g.report.Filter != (model.ReportFilter{}) && !g.report.Total.Expected[h.Checkpoint]
}

func (g *reportPage) write(format string) error {
	switch format {
	case "json":
		return g.json(g.shape())
	case "csv":
		return g.writeCSV(export.NewCSV(g.out))
	}
	return g.writeText()
}

func (g *reportPage) zone() *time.Location { return g.plans[0].Zone() }

// named is the name that the first plan which has one gives, else the id.
func (g *reportPage) named(id string, nameIn func(*model.Plan) model.Name) string {
	for _, plan := range g.plans {
		if name := nameIn(plan); !name.IsZero() {
			return g.name(name)
		}
	}
	return id
}

func (g *reportPage) checkpoint(id string) string {
	return g.named(id, func(p *model.Plan) model.Name { c, _ := p.Checkpoint(id); return c.Name })
}

func (g *reportPage) route(id string) string {
	return g.named(id, func(p *model.Plan) model.Name { r, _ := p.Route(id); return r.Name })
}

func (g *reportPage) unit(id string) string {
	return g.named(id, func(p *model.Plan) model.Name { u, _ := p.Unit(id); return u.Callsign })
}

func (g *reportPage) outcome(kind model.OutcomeKind) string {
	return g.named(g.text.Outcome(kind), func(p *model.Plan) model.Name {
		d, _ := p.Outcome(kind)
		return d.Name
	})
}

// outcomeKinds are those that were counted: the ones of the rule book first.
func (g *reportPage) outcomeKinds() []model.OutcomeKind {
	return known(g.report.Total.Outcomes, model.OutcomeKinds)
}

// known are the keys of what was counted, those of the list first and in its order.
func known[K cmp.Ordered](counts map[K]int, list []K) []K {
	keys := slices.Sorted(maps.Keys(counts))
	var first []K
	for _, k := range list {
		if _, ok := counts[k]; ok {
			first = append(first, k)
		}
	}
	return append(first, slices.DeleteFunc(keys, func(k K) bool { return slices.Contains(list, k) })...)
}

// gaps are the longest ones, the longest of all first.
func (g *reportPage) gaps() []model.CheckpointGap {
	return slices.SortedFunc(maps.Values(g.report.Gaps), func(a, b model.CheckpointGap) int {
		return cmp.Or(cmp.Compare(b.Length, a.Length), cmp.Compare(a.Checkpoint, b.Checkpoint))
	})
}

// age in whole days of a hazard: when it was closed, else at the end of the span or now, whichever is earlier.
func (g *reportPage) age(h model.Hazard) int {
	until := g.now
	if g.end.Before(until) {
		until = g.end
	}
	if !h.Closed.IsZero() && h.Closed.Before(until) {
		until = h.Closed
	}
	return int(max(until.Sub(h.Found), 0) / (24 * time.Hour))
}

// percent is a rate with one decimal, empty where it is undefined.
func percent(rate float64, defined bool) string {
	if !defined {
		return ""
	}
	return fmt.Sprintf("%.1f%%", rate*100)
}

// hours with one decimal.
func hours(d model.Duration) string { return fmt.Sprintf("%.1f", time.Duration(d).Hours()) }
