package patrol

import (
	"fmt"
	"strings"

	"beatbook/model"
)

// due says when a call is due.
func (p *Page) due(c *model.JudgedCall) string {
	if c.From.Equal(c.To) {
		return p.env.HHMM(c.To)
	}
	return fmt.Sprintf(p.env.Text.Patrol.Window, p.env.HHMM(c.From), p.env.HHMM(c.To))
}

// state says how a call stands, with the time that matters now.
func (p *Page) state(c *model.JudgedCall) string {
	t, now := p.env.Text.Patrol, p.env.Now
	words := p.env.Text.State(c.State)
	switch {
	case c.State == model.Upcoming && now.Before(c.From):
		words = fmt.Sprintf(t.DueIn, p.env.Text.Duration(c.From.Sub(now)))
	case c.State == model.Upcoming:
		words = t.DueNow
	case c.State == model.Overdue:
		words = fmt.Sprintf(t.OverdueBy, p.env.Text.Duration(now.Sub(c.Due())))
	case c.State == model.SkippedCall && c.Skip != nil:
		words = fmt.Sprintf(t.SkippedFor, c.Skip.Reason)
	case c.State.Made():
		v := p.env.Judged.Visits[c.Visit]
		words = fmt.Sprintf(t.MadeAt, words, p.env.HHMM(v.At), p.env.Text.Mode(v.Mode))
	}
	return words
}

// marks says what is remarkable about a call and its answer.
func (p *Page) marks(c *model.JudgedCall) []string {
	t := p.env.Text
	var words []string
	for _, m := range c.Marks {
		switch {
		case m == model.WasMissed:
			words = append(words, fmt.Sprintf(t.Patrol.WasMissedTill, p.env.HHMM(c.Known)))
		case m == model.GapTooLong && c.Gap != nil:
			words = append(words, fmt.Sprintf(t.Patrol.GapOf, t.Duration(c.Gap.Length)))
		default:
			words = append(words, t.Mark(m))
		}
	}
	for _, v := range p.env.Judged.Visits {
		if v.Call >= 0 && &p.env.Judged.Calls[v.Call] == c && v.Has(model.MakeUp) {
			words = append(words, t.Mark(model.MakeUp)+" "+p.env.HHMM(v.At))
		}
	}
	return words
}

// status says what became of the record just made here.
func (p *Page) status() string {
	t, s := p.env.Text, p.env.Styles
	record, ok := p.env.Night.Record(p.made)
	if !ok || p.env.Night.Withdrawn(p.made) {
		return ""
	}
	name := ""
	var marks []model.Mark
	for _, v := range p.env.Judged.Visits {
		if v.ID == p.made {
			name, marks = p.env.PlaceName(v.Checkpoint), v.Marks
		}
	}
	if record.Seq == 0 {
		return s.Dim.Render(strings.TrimSpace(name + " " + t.Patrol.Writing))
	}
	if p.env.Now.Sub(record.At) > model.UndoTime {
		return ""
	}
	line := s.OK.Render(fmt.Sprintf(t.Patrol.RecordedFor, name, p.env.HHMMSS(record.At), p.env.Keys.Patrol.Undo.Help().Key))
	if len(marks) > 0 {
		line += "  " + s.Mark.Render(t.Marks(marks))
	}
	return line
}
