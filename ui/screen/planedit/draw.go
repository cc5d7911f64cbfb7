package planedit

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"beatbook/model"
	"beatbook/ui/theme"
	"beatbook/ui/widget"
)

const (
	headLines = 2
	panelLow  = 5 // height below the table, borders included
	border    = 2
)

// shown is what the lines of the panel were made from. They are made anew only where that has changed: the calls of a night
// may be thousands.
type shown struct {
	plan   *model.Plan
	newest int // reading of the history that was answered
	table  *widget.Table
	row    int
	night  model.Date
	width  int
	styles *theme.Styles
	lang   model.Lang
}

func (p *Page) layout() widget.Split {
	height := p.height - headLines
	return widget.NewSplit(p.width, height, headLines, max(panelLow, min(len(p.panel.Lines)+border, height/2)))
}

// arrange makes the table and the panel for the size of the page.
func (p *Page) arrange() {
	list := p.list()
	p.table().Columns = list.columns()
	p.table().Row = func(row int) widget.Row { return widget.Row{Cells: list.cells(row)} }
	row, _ := p.row()
	now := shown{
		p.draft.plan, p.history.read, p.table(), row, p.draft.plan.Night(p.env.Now), p.layout().PanelWidth - border, p.env.Styles, p.env.Lang,
	}
	if now == p.shown {
		return
	}
	if now.table != p.shown.table || now.row != p.shown.row {
		p.panel.Rewind()
	}
	p.shown, p.early = now, nil
	if calls, ok := list.(calls); ok {
		p.early = p.earlyIn(calls.of())
	}
	p.panel.Lines = p.lines(now.width)
}

// lines are the facts about the row under the cursor, or why there is none.
func (p *Page) lines(width int) []string {
	row, there := p.row()
	if !there {
		return widget.Wrap(p.nothing(), width)
	}
	_, facts := p.list().about(row)
	var lines []string
	for _, f := range facts {
		lines = append(lines, p.paragraph(f, width)...)
	}
	return lines
}

func (p *Page) nothing() string {
	t := p.env.Text
	switch {
	case p.tab != ofVersions:
		return t.PlanEdit.NothingHere
	case p.history.err != nil:
		return widget.Clean(t.Error(p.history.err))
	case p.history.read == 0:
		return t.App.Loading
	}
	return t.App.None
}

func (p *Page) paragraph(f fact, width int) []string {
	label, value := f.label, widget.Clean(f.value)
	switch {
	case label == "":
		label = "  "
	case value != "":
		label += p.env.Text.App.Colon
	}
	lines := widget.Wrap(label+value, width)
	if rest, whole := strings.CutPrefix(lines[0], label); whole {
		lines[0] = p.env.Styles.Label.Render(label) + rest
	}
	return lines
}

// draw puts the page together.
func (p *Page) draw() string {
	l, look, title := p.layout(), p.env.Look(), ""
	if row, there := p.row(); there {
		title, _ = p.list().about(row)
	}
	table := p.table().View(look, l.TableWidth, l.TableHeight)
	panel := look.Box(title, p.panel.View(l.PanelHeight-border), l.PanelWidth, l.PanelHeight)
	return p.title() + "\n" + p.tabLine() + "\n" + l.Join(table, panel)
}

// title is the bar at the top: whose plan it is, the route whose calls are shown, and that something is not saved.
func (p *Page) title() string {
	t := p.env.Text.PlanEdit
	parts := []string{t.Title, p.in(p.draft.plan.Site.Name)}
	if at := p.routeAt(); at >= 0 {
		parts = append(parts, p.in(p.draft.plan.Routes[at].Name))
	}
	right := " "
	if n := p.Unsaved(); n > 0 {
		right = " " + fmt.Sprintf(t.Unsaved, n) + " "
	}
	left := widget.Line(" " + strings.Join(parts, " "+p.env.Glyphs.Separator+" "))
	return p.env.Styles.Title.Render(widget.FitLine(left, p.width-ansi.StringWidth(right), p.env.Glyphs.Ellipsis) + right)
}

// tabLine are the tabs with their digits.
func (p *Page) tabLine() string {
	var line strings.Builder
	for i, label := range p.tabLabels() {
		style := p.env.Styles.Hint
		if tab(i) == p.tab {
			style = p.env.Styles.Choice
		}
		line.WriteString(style.Render(label))
	}
	return widget.FitLine(line.String(), p.width, "")
}

// tabLabels are the tabs in words, with the space around them.
func (p *Page) tabLabels() []string {
	labels := make([]string, tabs)
	for i, name := range p.env.Text.PlanEdit.Tabs {
		marker := " "
		if tab(i) == p.tab {
			marker = p.env.Glyphs.Cursor
		}
		labels[i] = fmt.Sprintf("%s%d %s ", marker, i+1, name)
	}
	return labels
}

// tabAt is the tab at a column of their line.
func (p *Page) tabAt(x int) (tab, bool) {
	for i, label := range p.tabLabels() {
		if x -= ansi.StringWidth(label); x < 0 {
			return tab(i), true
		}
	}
	return 0, false
}
