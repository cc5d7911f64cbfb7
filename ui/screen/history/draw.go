package history

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"beatbook/model"
	"beatbook/ui/session"
	"beatbook/ui/story"
	"beatbook/ui/widget"
)

const (
	tabLine   = 1 // line of the page with the tabs
	headLines = 2
	border    = 2
	panelLow  = 5 // height below the table, borders included
	roomy     = 20
	clock     = "15:04"
	dayClock  = "01-02 15:04"
)

// layout divides what the head, the sums and the field leave over.
func (p *Page) layout() widget.Split {
	top := headLines + len(p.sums())
	height := p.height - top - p.footLines()
	return widget.NewSplit(p.width, height, top, max(panelLow, min(len(p.panel.Lines)+border, height/2)))
}

func (p *Page) footLines() int {
	if p.field != nil {
		return 1
	}
	return 0
}

// draw puts the page together.
func (p *Page) draw() string {
	lines := append([]string{p.title(), p.secondLine()}, p.sums()...)
	for i := range lines[headLines:] {
		lines[headLines+i] = widget.FitLine(" "+lines[headLines+i], p.width, p.env.Glyphs.Ellipsis)
	}
	lines = append(lines, p.body())
	if p.field != nil {
		lines = append(lines, p.foot())
	}
	return strings.Join(lines, "\n")
}

// body is the table with what is under its cursor, or why there is none.
func (p *Page) body() string {
	look, l := p.env.Look(), p.layout()
	if nothing := p.nothing(); nothing != "" {
		return look.Box("", nothing, p.width, p.height-l.Top-p.footLines())
	}
	title := ""
	switch width := l.PanelWidth - border; p.view {
	case places:
		p.panel.Lines, title = p.placeLines(width), p.env.Text.History.VisitList
	case units:
		p.panel.Lines, title = p.unitLines(width), p.env.Text.History.ShiftList
	default:
		p.panel.Lines, title = p.dutyLines(width, l.Beside), p.env.Text.History.OnDuty
	}
	if p.view != duty {
		title += " " + string(p.rows[p.view][p.table().Cursor()].Night)
	}
	l = p.layout() // the lines make it higher
	p.fill(l.TableWidth)
	table := p.table().View(look, l.TableWidth, l.TableHeight)
	return l.Join(table, look.Box(title, p.panel.View(l.PanelHeight-border), l.PanelWidth, l.PanelHeight))
}

func (p *Page) fill(width int) {
	switch p.view {
	case places:
		p.fillPlace(width)
	case units:
		p.fillUnit(width)
	default:
		p.fillDuty(width)
	}
}

// nothing says why there is no table, empty where there is one.
func (p *Page) nothing() string {
	t := p.env.Text
	switch {
	case p.view == duty && p.asked.err != nil:
		return t.Error(p.asked.err)
	case p.view == duty && !p.asked.answered(), p.view != duty && p.past == nil && p.worker.Work != nil:
		return t.History.Reading
	case p.view == duty && len(p.out()) == 0:
		return fmt.Sprintf(t.History.NobodyOut, p.moment(p.asked.duty.At))
	case p.view == duty:
		return ""
	case p.past == nil && p.worker.Err != nil:
		return t.Error(p.worker.Err)
	case p.past == nil:
		return t.History.NothingKept
	case len(p.rows[p.view]) == 0:
		return fmt.Sprintf(t.History.NoNights, widget.Line(p.name()))
	}
	return ""
}

// title is the bar at the top: what is looked at, and when it was counted.
func (p *Page) title() string {
	t := p.env.Text
	said := []string{t.History.Title}
	right := ""
	if p.view == duty {
		said = append(said, t.History.OnDuty)
		if !p.asked.at.IsZero() {
			said = append(said, p.moment(p.asked.at))
		}
	} else {
		said = append(said, p.name(), fmt.Sprintf(t.History.LastNights, session.HistoryNights))
		if p.past != nil {
			right = " " + fmt.Sprintf(t.ReportPage.AsOf, p.past.now.In(p.env.Plan.Zone()).Format(dayClock)) + " "
		}
	}
	left := " " + strings.Join(said, " "+p.env.Glyphs.Separator+" ")
	room := p.width - ansi.StringWidth(right)
	return p.env.Styles.Title.Render(widget.FitLine(widget.Line(left), room, p.env.Glyphs.Ellipsis) + right)
}

func (p *Page) tabs() widget.Tabs { return p.env.Text.History.Tabs }

// secondLine is how far the adding up is, or why it is not going on, else the views.
func (p *Page) secondLine() string {
	keys := p.env.Keys.History
	line := p.env.WorkLine(&p.worker, p.width, p.env.Text.ReportPage.Adding, keys.Back, keys.ReadOn)
	line = cmp.Or(line, p.tabs().View(p.env.Look(), int(p.view)))
	return widget.FitLine(" "+line, p.width, p.env.Glyphs.Ellipsis)
}

// sums are the lines with what all nights came to.
func (p *Page) sums() []string {
	var facts []string
	switch {
	case p.view == duty && p.asked.duty != nil:
		facts = []string{widget.Line(p.env.Text.AtDesk(p.asked.duty.Desk, p.env.Plan.Zone()))}
	case p.view == places && p.past != nil:
		facts = p.placeSums()
	case p.view == units && p.past != nil:
		facts = p.unitSums()
	}
	most := 2
	if p.height >= roomy {
		most = 4
	}
	return widget.FlowIn(facts, p.width-2, most, p.env.More)
}

// prompt is the width of what stands before the field, and the width of the field.
func (p *Page) prompt() (before, width int) {
	before = min(1+ansi.StringWidth(p.env.Text.History.TimePrompt), p.width-8)
	return before, p.width - before
}

func (p *Page) foot() string {
	look := p.env.Look()
	before, width := p.prompt()
	label := look.Label.Render(widget.FitLine(" "+p.env.Text.History.TimePrompt, before, look.Glyphs.Ellipsis))
	return label + p.field.View(look, width, true)
}

// fact is a value behind its label.
type fact struct{ label, value string }

// lines are facts, one below the other or in a row, those without a value left out.
func (p *Page) lines(width int, below bool, facts ...fact) []string {
	var lines, row []string
	look, colon := p.env.Look(), p.env.Text.App.Colon
	for _, f := range facts {
		if f.value == "" {
			continue
		}
		lines = append(lines, look.Paragraph(f.label+colon, f.value, width)...)
		row = append(row, look.Label.Render(f.label+colon)+widget.Line(f.value))
	}
	if below {
		return lines
	}
	return widget.Flow(row, width)
}

// joined are those of the texts that are not empty, in one line.
func (p *Page) joined(texts ...string) string {
	return strings.Join(story.Said(texts...), " "+p.env.Glyphs.Bullet+" ")
}

// span is from the start of a shift to its end.
func (p *Page) span(from, to time.Time, zone *time.Location) string {
	if to.IsZero() {
		return from.In(zone).Format(clock) + "-" + p.env.Text.History.StillOut
	}
	return from.In(zone).Format(clock) + "-" + to.In(zone).Format(clock)
}

// writtenBy is who wrote a record down.
func (p *Page) writtenBy(b *model.Behalf) string {
	return cmp.Or(p.env.Text.Behalf(b), p.env.Text.History.OwnDevice)
}
