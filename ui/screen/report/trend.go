package report

import (
	"fmt"
	"math"
	"strings"

	"beatbook/ui/report"
	"beatbook/ui/widget"
)

const trendLines = 4 // of the columns, at most

// drawTrend draws the presence of the last nights, a column for each, and names the lowest and the highest one.
func (p *Page) drawTrend(width, height int) string {
	t, look, r := p.env.Text.ReportPage, p.env.Look(), p.recent
	switch {
	case r == nil && p.worker.Work == nil:
		return t.NothingYet
	case r == nil:
		return fmt.Sprintf(t.AddingRecent, recentNights)
	case r.lowest < 0:
		return t.NoRate
	}
	cell := min(max(width/recentNights, 1), 2)
	var lines []string
	rows := max(min(height-2, trendLines), 1)
	for row := range rows {
		lines = append(lines, look.BarFull.Render(p.columns(rows, rows-1-row, cell)))
	}
	first, last := string(r.date(0))[5:], string(r.to)[5:]
	between := max(cell*recentNights-len(first)-len(last), 1)
	lines = append(lines, look.Hint.Render(first+strings.Repeat(" ", between)+last))
	extremes := []string{
		fmt.Sprintf(t.Lowest, report.Shown(*r.nights[r.lowest], true), string(r.date(r.lowest))[5:]),
		fmt.Sprintf(t.Highest, report.Shown(*r.nights[r.best], true), string(r.date(r.best))[5:]),
	}
	return widget.Fit(strings.Join(append(lines, widget.Flow(extremes, width)...), "\n"), width, height)
}

// columns are one line of the columns, the lowest one being 0. A night of which nothing was kept still has a foot: a gap
// is a night without calls.
func (p *Page) columns(rows, row, cell int) string {
	levels := p.env.Glyphs.Levels
	var line strings.Builder
	for _, rate := range p.recent.nights {
		level := 0
		if rate != nil {
			height := max(int(math.Round(*rate*float64(rows*len(levels)))), 1)
			level = min(max(height-row*len(levels), 0), len(levels))
		}
		char := " "
		if level > 0 {
			char = levels[level-1]
		}
		line.WriteString(strings.Repeat(char, cell))
	}
	return line.String()
}
