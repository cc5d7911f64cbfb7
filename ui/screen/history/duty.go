package history

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/session"
	"beatbook/ui/widget"
)

// asked is the time that was asked for, and who was on duty then.
type asked struct {
	at      time.Time // zero: the present
	request int       // of the latest question; the answers to earlier ones are stale
	duty    *model.Duty
	stale   bool // a record has come since
	err     error
}

// dutyRead answers a question.
type dutyRead struct {
	request int
	duty    model.Duty
	err     error
}

// ask reads who was on duty at a time; where it is zero, now.
func (p *Page) ask(at time.Time) tea.Cmd {
	if at.IsZero() {
		at = p.env.Now
	}
	p.asked.at, p.asked.stale = at, false
	p.asked.request++
	request, log, plan, now := p.asked.request, p.env.Log, p.env.Plan, p.env.Now
	return func() tea.Msg {
		d, err := session.DutyAt(log, plan, at, now)
		return dutyRead{request, d, err}
	}
}

// answered reports whether it is known who was on duty at the time.
func (a asked) answered() bool { return a.duty != nil && a.duty.At.Equal(a.at) }

func (p *Page) dutyRead(msg dutyRead) {
	if msg.request != p.asked.request {
		return
	}
	p.asked.err, p.asked.duty = msg.err, nil
	if msg.err == nil {
		p.asked.duty = &msg.duty
	}
	p.tables[duty].Rows = len(msg.duty.Out)
	p.tables[duty].SetCursor(p.tables[duty].Cursor())
}

const (
	halfHour    = 30 * time.Minute
	longestTime = 40 // in characters
	dateClock   = "2006-01-02 15:04"
)

// stepTime goes on or back by half an hour, but not beyond the present.
func (p *Page) stepTime(by int) tea.Cmd {
	to := p.asked.at.Add(time.Duration(by) * halfHour)
	if to.After(p.env.Now) {
		to = p.env.Now
	}
	return p.ask(to)
}

func (p *Page) typeTime() { p.field = widget.NewField("", longestTime) }

// typed lets a key act on the field of the time. What cannot be understood stays there.
func (p *Page) typed(k tea.KeyMsg) tea.Cmd {
	switch k.Type {
	case tea.KeyEsc:
		p.field = nil
	case tea.KeyEnter:
		at, err := session.ParseMoment(p.field.Value(), p.env.Now, p.env.Plan.Zone())
		switch t := p.env.Text.History; {
		case err != nil:
			p.env.Notify(screen.Warning, fmt.Sprintf(t.BadTime, widget.Line(p.field.Value())))
		case at.After(p.env.Now):
			p.env.Notify(screen.Warning, fmt.Sprintf(t.Future, p.moment(at)))
		default:
			p.field = nil
			p.env.Quiet()
			return p.ask(at)
		}
	default:
		p.field.Update(k)
	}
	return nil
}

func (p *Page) moment(at time.Time) string { return at.In(p.env.Plan.Zone()).Format(dateClock) }

// out are the shifts that were out at the time.
func (p *Page) out() []model.OnDuty {
	if p.asked.duty == nil {
		return nil
	}
	return p.asked.duty.Out
}

const wideDuty = 100 // from this width of the table on it has columns for the mode and the crew

func (p *Page) fillDuty(width int) {
	t, out := p.env.Text, p.out()
	table := p.table()
	table.Columns = []widget.Column{{Title: t.Patrol.Unit, Width: 8, Flex: 2}, {Title: t.Patrol.Route, Width: 8, Flex: 2}}
	if width >= wideDuty {
		table.Columns = append(table.Columns,
			widget.Column{Title: t.Patrol.Mode, Width: 7}, widget.Column{Title: t.Patrol.Crew, Width: 10, Flex: 2})
	}
	table.Columns = append(table.Columns,
		widget.Column{Title: t.History.Before, Width: 10, Flex: 3}, widget.Column{Title: t.History.After, Width: 10, Flex: 3})
	table.Row = func(i int) widget.Row {
		d := out[i]
		cells := []widget.Cell{{Text: d.Shift.Unit.Callsign.In(p.env.Lang)}, {Text: d.Shift.Route.Name.In(p.env.Lang)}}
		if width >= wideDuty {
			cells = append(cells, widget.Cell{Text: t.Mode(d.Leg.Mode)}, widget.Cell{Text: strings.Join(d.Leg.Crew, t.App.ListJoin)})
		}
		return widget.Row{Cells: append(cells, widget.Cell{Text: p.seen(d, d.Before)}, widget.Cell{Text: p.seen(d, d.After)})}
	}
}

// seen is when and where a visit was, empty for none.
func (p *Page) seen(d model.OnDuty, v *model.Visit) string {
	if v == nil {
		return ""
	}
	return v.At.In(d.Shift.Zone).Format(clock) + " " + d.Shift.Plan.PlaceName(v.Checkpoint).In(p.env.Lang)
}

// dutyLines are the shift under the cursor in full.
func (p *Page) dutyLines(width int, beside bool) []string {
	out, row := p.out(), p.table().Cursor()
	if row < 0 || row >= len(out) {
		return nil
	}
	t, d := p.env.Text, out[row]
	s := d.Shift
	lines := p.lines(width, beside,
		fact{t.Patrol.Unit, s.Unit.Callsign.In(p.env.Lang)}, fact{t.Patrol.Route, s.Route.Name.In(p.env.Lang)},
		fact{t.History.StartEnd, p.span(s.Started, s.Ended, s.Zone)}, fact{t.Patrol.Mode, t.Mode(d.Leg.Mode)},
		fact{t.Patrol.Crew, strings.Join(d.Leg.Crew, t.App.ListJoin)}, fact{t.Patrol.Plate, d.Leg.Plate},
		fact{t.History.Before, cmp.Or(p.seen(d, d.Before), t.App.None)}, fact{t.History.After, cmp.Or(p.seen(d, d.After), t.App.None)},
	)
	if s.Behalf != nil {
		lines = append(lines, widget.Wrap(widget.Line(p.writtenBy(s.Behalf)), width)...)
	}
	return lines
}
