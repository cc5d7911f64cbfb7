package desk

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"beatbook/ui/widget"
)

const headLines = 1

// layout is how many lines the alerts take, and how what is below them is divided between the board and the feed.
func (p *Page) layout() (alerts int, below widget.Split) {
	need := len(p.env.Desk.Board.Out) + 1
	if p.width >= widget.SplitBeside {
		need = max(need, p.height/2) // of the feed, where the alerts could do with more room
	}
	alerts = p.alerts.height(p.height, headLines+need+p.footLines())
	top := headLines + alerts
	return alerts, widget.NewSplit(p.width, p.height-top-p.footLines(), top, 0)
}

// draw puts the page together.
func (p *Page) draw() string {
	alerts, below := p.layout()
	parts := []string{p.title()}
	if alerts > 0 {
		parts = append(parts, p.drawAlerts(alerts))
	}
	board := p.drawBoard(below.TableWidth, below.TableHeight)
	if below.Beside {
		board = below.Join(board, p.drawFeed(below.PanelWidth, below.PanelHeight))
	}
	parts = append(parts, board)
	if p.footLines() > 0 {
		parts = append(parts, p.foot())
	}
	return strings.Join(parts, "\n")
}

func (p *Page) drawBoard(width, height int) string {
	t, look := p.env.Text.Desk, p.env.Look()
	switch {
	case len(p.rows) > 0:
	case p.filter.Sought != "":
		return widget.Fit(" "+t.NoneMatch, width, height)
	default:
		return widget.Fit(" "+t.NobodyOut, width, height)
	}
	p.fillBoard(width)
	if p.alerts.focused {
		quiet := *look.Styles
		quiet.CursorRow = quiet.NextRow // the cursor that keys move is the other one
		look.Styles = &quiet
	}
	return p.table.View(look, width, height)
}

// title is the bar at the top: who sits here, and how those stand who are out. The sums go first where there is no room.
func (p *Page) title() string {
	t, separator := p.env.Text.Desk, " "+p.env.Glyphs.Separator+" "
	operator := t.NoOperator
	if d := p.env.Desk; d.Operator != "" {
		operator = fmt.Sprintf(t.Since, widget.Line(d.Operator), p.env.HHMM(d.Since))
	}
	left := " " + strings.Join([]string{t.Title, p.env.Now.In(p.env.Zone()).Format("2006-01-02 15:04"), operator}, separator)
	parts := []string{fmt.Sprintf(t.Out, len(p.env.Desk.Board.Out)), p.sum()}
	if p.bell.silentAt(p.env.Now) {
		parts = append([]string{fmt.Sprintf(t.Silent, p.env.HHMM(p.bell.silent))}, parts...)
	}
	right := " " + strings.Join(parts, separator) + " "
	if ansi.StringWidth(left+right) > p.width {
		right = " " + strings.Join(parts[:len(parts)-1], separator) + " "
	}
	room := p.width - ansi.StringWidth(right)
	return p.env.Styles.Title.Render(widget.FitLine(left, room, p.env.Glyphs.Ellipsis) + right)
}

// sum is the calls of those who are out.
func (p *Page) sum() string {
	due, made, missed := 0, 0, 0
	for _, r := range p.env.Desk.Board.Out {
		due, made, missed = due+r.Progress.Due, made+r.Progress.Made, missed+r.Progress.Missed
	}
	return fmt.Sprintf(p.env.Text.Desk.Sum, due, made, missed)
}

func (p *Page) footLines() int {
	switch {
	case p.line.open:
		return len(p.line.above) + 1
	case p.Unsent() != "":
		return 1 + p.filter.Lines()
	}
	return p.filter.Lines()
}

func (p *Page) count() string { return fmt.Sprintf(" %d ", len(p.rows)) }

// foot is the line for reports; while it is left, what stands on it, and the text that is looked for.
func (p *Page) foot() string {
	if p.line.open {
		return p.drawLine()
	}
	look, t := p.env.Look(), p.env.Text.Desk
	var lines []string
	if left := p.Unsent(); left != "" {
		said := look.Warning.Render(fmt.Sprintf(t.LineLeft, p.env.Keys.Desk.Line.Help().Key, widget.Line(left)))
		lines = append(lines, widget.FitLine(" "+said, p.width, look.Glyphs.Ellipsis))
	}
	if p.filter.Lines() > 0 {
		lines = append(lines, p.drawFilter())
	}
	return strings.Join(lines, "\n")
}

// drawFilter is the text that is looked for, while it is typed and afterwards.
func (p *Page) drawFilter() string {
	look, t := p.env.Look(), p.env.Text.Desk
	if p.filter.Typing() {
		return p.filter.View(look, p.width, t.FilterPrompt, p.count())
	}
	found := fmt.Sprintf(t.Filtered, len(p.rows), p.filter.Short(look, p.width/2))
	return look.Hint.Render(widget.FitLine(" "+found, p.width, look.Glyphs.Ellipsis))
}
