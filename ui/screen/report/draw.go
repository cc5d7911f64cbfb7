package report

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"beatbook/model"
	"beatbook/ui/report"
	"beatbook/ui/widget"
)

const (
	headLines = 2
	dayClock  = "01-02 15:04"
)

// draw puts the page together.
func (p *Page) draw() string {
	head := p.title() + "\n" + p.secondLine() + "\n"
	height := p.height - headLines
	if p.content == nil {
		p.leaf = nil
		return head + p.env.Look().Box("", p.nothingYet(), p.width, height)
	}
	p.fillOverview(p.overviewWidth())
	p.fillTables()
	p.leaf = newLeaf(p.focus, p.rooms(), p.width, height, headLines)
	var columns []string
	for i, b := range p.leaf {
		drawn := p.box(b)
		if i > 0 && b.x == p.leaf[i-1].x {
			columns[len(columns)-1] += "\n" + drawn
		} else {
			columns = append(columns, drawn)
		}
	}
	body := columns[0]
	if p.width >= widget.SplitBeside {
		body = beside(columns, p.leaf[0].width, p.width, height)
	}
	return head + body
}

// beside joins the columns; where the second one is empty the leaf is half blank.
func beside(columns []string, left, width, height int) string {
	if len(columns) == 1 {
		columns = append(columns, widget.Fit("", width-left-1, height))
	}
	return widget.Split{Beside: true}.Join(columns[0], columns[1])
}

// overviewWidth is that of the first column, whatever is on the leaf.
func (p *Page) overviewWidth() int {
	if p.width >= widget.SplitBeside {
		return p.width*leftOf5/5 - border
	}
	return p.width - border
}

// box draws a section in its frame, dimmed where it answers an earlier question.
func (p *Page) box(b box) string {
	look, inside := p.env.Look(), p.inside(b.section, b.width-border, b.height-border)
	title := fmt.Sprintf("%d %s", b.section+1, p.sectionTitle(b.section))
	if b.section == p.focus {
		title = look.Glyphs.Cursor + " " + title
	}
	if hidden := p.hidden(b.section); hidden > 0 {
		title += " " + look.Glyphs.Separator + " " + fmt.Sprintf(p.env.Text.App.More, hidden)
	}
	drawn := look.Box(title, inside, b.width, b.height)
	if p.current {
		return drawn
	}
	lines := strings.Split(ansi.Strip(drawn), "\n")
	for i := range lines {
		lines[i] = look.Dim.Render(lines[i])
	}
	return strings.Join(lines, "\n")
}

// hidden is how many rows or lines of a section found no room when it was drawn last.
func (p *Page) hidden(s section) int {
	if s == overview {
		return p.overview.Hidden()
	}
	return p.tables[s].Hidden()
}

func (p *Page) sectionTitle(s section) string {
	t := p.env.Text
	switch s {
	case parts:
		title := t.Report.ByRoute
		if p.byUnit {
			title = t.Report.ByUnit
		}
		return title + " (" + p.env.Keys.Report.Parts.Help().Key + ")"
	case trend:
		return fmt.Sprintf(t.ReportPage.Recent, recentNights)
	case visits:
		return t.ReportPage.Visits
	case missed:
		return t.Report.MissedCalls + t.App.Colon + fmt.Sprint(len(p.content.Report.Missed))
	case gaps:
		return t.ReportPage.Gaps
	}
	return t.ReportPage.Overview + t.App.Colon + p.named(p.content.from, p.content.to)
}

// inside is what stands within the frame.
func (p *Page) inside(s section, width, height int) string {
	switch s {
	case overview:
		return p.overview.View(height)
	case parts:
		p.fillParts(width)
	case trend:
		return p.drawTrend(width, height)
	case visits:
		return p.drawVisits(width, height)
	case missed:
		if len(p.content.Report.Missed) == 0 {
			return p.env.Text.ReportPage.NoneMissed
		}
	}
	if p.tables[s].Rows == 0 {
		return p.env.Text.App.None
	}
	return p.drawTable(s, width, height)
}

// drawTable shows the cursor only where the keys move it.
func (p *Page) drawTable(s section, width, height int) string {
	look := p.env.Look()
	drawn := p.tables[s].View(look, width, height)
	if s == p.focus {
		return drawn
	}
	still := p.tables[s]
	still.HideCursor()
	return still.View(look, width, height)
}

func (p *Page) rooms() [sections]room {
	table := func(s section, least int) room {
		return room{least, p.tables[s].Rows + 1 + border}
	}
	return [sections]room{
		overview: {6 + border, len(p.overview.Lines) + border},
		parts:    table(parts, 3+border),
		trend:    {3 + border, 6 + border},
		visits:   {7 + border, p.tables[visits].Rows + 4 + border},
		missed:   table(missed, 3+border),
		gaps:     table(gaps, 3+border),
	}
}

// named is a span of nights in words.
func (p *Page) named(from, to model.Date) string {
	t := p.env.Text
	switch {
	case from < to:
		return fmt.Sprintf(t.ReportPage.Nights, from, to, nightsBetween(from, to)+1)
	case to == p.env.Night.Date:
		return t.Log.Tonight + " " + string(to)
	}
	return t.Night(to)
}

func nightsBetween(from, to model.Date) int {
	return int(to.At(0, time.UTC, 0).Sub(from.At(0, time.UTC, 0)) / (24 * time.Hour))
}

// title is the bar at the top: what is asked for, and when it was counted.
func (p *Page) title() string {
	t, asked := p.env.Text, p.asked()
	said := append([]string{t.ReportPage.Title}, p.filters()...) // first, for nobody must miss them
	said = append(said, p.named(asked.from, asked.to))
	right := ""
	if p.current {
		right = fmt.Sprintf(" "+t.ReportPage.AsOf+" ", p.content.now.In(p.env.Plan.Zone()).Format(dayClock))
	}
	left := " " + strings.Join(said, " "+p.env.Glyphs.Separator+" ")
	room := p.width - ansi.StringWidth(right)
	return p.env.Styles.Title.Render(widget.FitLine(widget.Line(left), room, p.env.Glyphs.Ellipsis) + right)
}

// filters are the names of what the report is narrowed to.
func (p *Page) filters() []string {
	var words []string
	if id := p.filter.Route; id != "" {
		words = append(words, p.names().Route(id))
	}
	if id := p.filter.Unit; id != "" {
		words = append(words, p.names().Unit(id))
	}
	return words
}

func (p *Page) names() report.Names {
	if p.content != nil {
		return p.content.Names
	}
	return report.NewNames(p.env.Text, p.env.Plan, &model.Report{})
}

// secondLine is how far the adding up is, or why it is not going on, else the sections.
func (p *Page) secondLine() string {
	t, keys := p.env.Text.ReportPage, p.env.Keys.Report
	doing := t.Adding
	if p.current && p.recent == nil {
		doing = fmt.Sprintf(t.AddingRecent, recentNights)
	}
	line := p.env.WorkLine(&p.worker, p.width, doing, keys.Back, keys.AddAgain)
	line = cmp.Or(line, p.tabs().View(p.env.Look(), int(p.focus)))
	return widget.FitLine(" "+line, p.width, p.env.Glyphs.Ellipsis)
}

// tabs are the sections with their digits.
func (p *Page) tabs() widget.Tabs { return p.env.Text.ReportPage.Tabs }

// nothingYet says why there is no report to be seen.
func (p *Page) nothingYet() string {
	t := p.env.Text
	switch {
	case p.worker.Work != nil:
		return t.ReportPage.Adding + t.App.Colon + p.named(p.asked().from, p.asked().to)
	case p.worker.Err != nil:
		return t.Error(p.worker.Err)
	}
	return t.ReportPage.NothingYet
}

func (p *Page) clock(at time.Time) string { return at.In(p.env.Plan.Zone()).Format("15:04") }
