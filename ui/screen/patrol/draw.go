package patrol

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"

	"beatbook/model"
	"beatbook/ui/widget"
)

const (
	headLines   = 2
	besideWidth = 100 // from this width on the panel stands beside the table
	panelWidth  = 40  // beside the table
	panelHeight = 9   // below the table, where there is room
)

// beside reports whether the panel stands beside the table rather than below it.
func (p *Page) beside() bool { return p.width >= besideWidth }

func (p *Page) tableWidth() int {
	if p.beside() {
		return p.width - p.panelWidth() - 1
	}
	return p.width
}

// panelWidth beside the table grows with the window.
func (p *Page) panelWidth() int { return max(panelWidth, p.width*2/5-8) }

// draw puts the page together.
func (p *Page) draw() string {
	look, height := p.env.Look(), p.height-headLines
	head := p.title() + "\n" + p.progress()
	checkpoint, _ := p.shift.Plan.Checkpoint(p.checkpoint())
	name := checkpoint.Name.In(p.env.Lang)
	if p.beside() {
		rows := min(p.table.Rows+1, height)
		table := p.table.View(look, p.tableWidth(), rows)
		if height > rows {
			table += "\n" + p.nightGrid(p.tableWidth(), height-rows)
		}
		panel := look.Box(name, p.detail(checkpoint), p.panelWidth(), height)
		return head + "\n" + lipgloss.JoinHorizontal(lipgloss.Top, table, strings.TrimSuffix(strings.Repeat(" \n", height), "\n"), panel)
	}
	below := min(max(height-p.table.Rows-1, 5), panelHeight)
	rows := min(p.table.Rows+1, height-below)
	table := p.table.View(look, p.width, rows)
	if free := height - below - rows; free > 0 {
		table += "\n" + p.nightGrid(p.width, free)
	}
	return head + "\n" + table + "\n" + look.Box(name, p.detail(checkpoint), p.width, below)
}

// title is the bar at the top: the route, who is on it and how, and the clock.
func (p *Page) title() string {
	t, leg := p.env.Text, p.shift.Leg()
	sep := " " + p.env.Glyphs.Separator + " "
	who := []string{p.shift.Unit.Callsign.In(p.env.Lang), t.Mode(leg.Mode), fmt.Sprintf(t.Patrol.People, len(leg.Crew))}
	if leg.Mode == model.Vehicle && leg.Plate != "" {
		who = append(who, leg.Plate)
	}
	if p.env.Desk != nil { // who writes it down
		operator := t.Desk.NoOperator
		if p.env.Desk.Operator != "" {
			operator = fmt.Sprintf(t.Log.Operator, p.env.Desk.Operator)
		}
		who = append(who, operator)
	}
	left := " " + p.shift.Route.Name.In(p.env.Lang) + sep + strings.Join(who, " ")
	now := p.env.Now.In(p.shift.Zone)
	right := " " + now.Format("01-02 15:04:05") + " "
	if p.env.Plan.Night(p.env.Now) != p.shift.Night {
		right = " " + t.Night(p.shift.Night) + right
	}
	room := p.width - ansi.StringWidth(right)
	if named := " " + t.App.Name + sep[:len(sep)-1] + left; ansi.StringWidth(named) <= room {
		left = named
	}
	return p.env.Styles.Title.Render(widget.FitLine(widget.Line(left), room, p.env.Glyphs.Ellipsis) + right)
}

// progress is the line below: how far the round and the night have come, and what went wrong.
func (p *Page) progress() string {
	t, look, j := p.env.Text, p.env.Look(), p.env.Judged
	night := j.Progress(0)
	if p.shift.Route.Interval() {
		every := fmt.Sprintf(t.Patrol.Interval, t.Duration(p.every()))
		return widget.FitLine(" "+every+"  "+p.trouble(night), p.width, p.env.Glyphs.Ellipsis)
	}
	shown := p.shownRound()
	round := j.Progress(shown)
	label := fmt.Sprintf(t.Patrol.Round, shown, len(p.shift.Route.Rounds))
	if p.round > 0 {
		label = look.Warning.Render(label)
	}
	bar := max(min(p.width/6, 24), 8)
	parts := []string{
		label + " " + look.Bar(bar, round.Settled(), fmt.Sprintf("%d/%d", round.Made, round.Due)),
		t.Patrol.Night + " " + look.Bar(bar, night.Settled(), fmt.Sprintf("%d/%d", night.Made, night.Due)),
		p.trouble(night),
	}
	return widget.FitLine(" "+strings.Join(parts, "  "), p.width, p.env.Glyphs.Ellipsis)
}

// trouble counts what is overdue and missed, and says what is the matter with the crew and the clock.
func (p *Page) trouble(night model.Progress) string {
	t, s := p.env.Text, p.env.Styles
	var parts []string
	add := func(style lipgloss.Style, words string) { parts = append(parts, style.Render(words)) }
	if night.Overdue > 0 {
		add(s.State(model.Overdue), t.State(model.Overdue)+" "+strconv.Itoa(night.Overdue))
	}
	if night.Missed > 0 {
		add(s.State(model.Missed), t.State(model.Missed)+" "+strconv.Itoa(night.Missed))
	}
	if done := total(p.shift.Sum("")); done > 0 {
		add(s.OK, fmt.Sprintf(t.Patrol.Outcomes, done))
	}
	switch len(p.shift.Leg().Crew) {
	case 0:
		add(s.Mark, t.Patrol.NoCrew)
	case 1:
		add(s.Mark, t.Mark(model.CrewOfOne))
	}
	if p.clockInDoubt() {
		add(s.Warning, t.Mark(model.ClockDoubt))
	}
	return strings.Join(parts, " ")
}

func total(sum map[model.OutcomeKind]int) int {
	n := 0
	for _, q := range sum {
		n += q
	}
	return n
}

// clockInDoubt looks at the latest record that this device wrote.
func (p *Page) clockInDoubt() bool {
	last, ok := p.env.Night.Last(p.env.Log.Device())
	return ok && p.env.Night.Doubted(last.ID)
}

// fillTable makes the rows of the round that is shown.
func (p *Page) fillTable() {
	p.hazards = map[string][]model.Hazard{}
	for _, h := range p.env.Hazards.Open("", p.env.Now) {
		p.hazards[h.Checkpoint] = append(p.hazards[h.Checkpoint], h)
	}
	t := p.env.Text
	p.table.Rows = len(p.shift.Route.Calls)
	p.table.Columns = []widget.Column{
		{Title: t.Patrol.Number, Width: 2, Right: true},
		{Title: t.Patrol.Name, Width: 10, Flex: 4, Ends: true},
	}
	if len(p.hazards) > 0 {
		p.table.Columns = append(p.table.Columns, widget.Column{Width: 2})
	}
	wide := p.tableWidth() >= p.wideTable()
	if wide {
		p.table.Columns = append(p.table.Columns,
			widget.Column{Title: t.Patrol.Kind, Width: 12}, widget.Column{Title: t.Patrol.ModeColumn, Width: 7})
	}
	due := 5
	for _, c := range p.env.Judged.Calls {
		due = max(due, len(p.due(&c)))
	}
	p.table.Columns = append(p.table.Columns,
		widget.Column{Title: t.Patrol.Due, Width: due}, widget.Column{Title: t.Patrol.State, Width: 14, Flex: 5})
	rows := make([]widget.Row, p.table.Rows)
	next := p.env.Judged.Next()
	for i := range rows {
		rows[i] = p.row(i, wide)
		c := p.callAt(i)
		rows[i].Next = c != nil && next >= 0 && c == &p.env.Judged.Calls[next]
	}
	p.table.Row = func(i int) widget.Row { return rows[i] }
}

// wideTable is the width at which kind and mode have their columns without cutting the names short; the panel tells
// them in any case.
func (p *Page) wideTable() int {
	const others, state = 38, 24
	longest := 0
	for _, rc := range p.shift.Route.Calls {
		longest = max(longest, ansi.StringWidth(p.env.PlaceName(rc.Checkpoint)))
	}
	return longest + others + state - 4
}

// unsafe counts the open hazards of a checkpoint where no long state can push them out of sight.
func (p *Page) unsafe(checkpoint string) widget.Cell {
	open := len(p.hazards[checkpoint])
	if open == 0 {
		return widget.Cell{}
	}
	return widget.Cell{Text: "!" + strconv.Itoa(min(open, 9)), Style: &p.env.Styles.Warning}
}

func (p *Page) row(i int, wide bool) widget.Row {
	t := p.env.Text
	checkpoint, _ := p.shift.Plan.Checkpoint(p.shift.Route.Calls[i].Checkpoint)
	cells := []widget.Cell{{Text: strconv.Itoa(i + 1)}, {Text: checkpoint.Name.In(p.env.Lang)}}
	if len(p.hazards) > 0 {
		cells = append(cells, p.unsafe(checkpoint.ID))
	}
	if wide {
		cells = append(cells, widget.Cell{Text: t.PlaceKind(checkpoint.Kind)}, widget.Cell{Text: t.Mode(checkpoint.Mode)})
	}
	c := p.callAt(i)
	due, state, said := "", model.NotRequired, []string{t.Patrol.NotInShift}
	if c != nil {
		due, state, said = p.due(c), c.State, append([]string{p.state(c)}, p.marks(c)...)
	}
	style := p.env.Styles.State(state)
	if open := len(p.hazards[checkpoint.ID]); open > 0 {
		said = append(said, fmt.Sprintf(t.Patrol.OpenHazards, open))
	}
	words := strings.Join(append(said, p.extra(checkpoint.ID)...), " "+p.env.Glyphs.Bullet+" ")
	return widget.Row{Cells: append(cells, widget.Cell{Text: due}, widget.Cell{Text: words, Style: &style})}
}
