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
	case c.Gap != nil && c.Visit >= 0:
		v := p.env.Judged.Visits[c.Visit]
		words = p.env.HHMM(v.At) + " " + p.env.Text.Mode(v.Mode) + " " + p.env.Glyphs.Bullet + " " + words
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
		if v.Call < 0 || &p.env.Judged.Calls[v.Call] != c {
			continue
		}
		for _, m := range []model.Mark{model.MakeUp, model.Repeat} {
			if v.Has(m) {
				words = append(words, t.Mark(m)+" "+p.env.HHMM(v.At))
			}
		}
	}
	return words
}

// extra is the latest visit of a checkpoint that answers no call, empty where there is none or another round is shown.
func (p *Page) extra(checkpoint string) []string {
	if p.round > 0 {
		return nil
	}
	for i := len(p.env.Judged.Visits) - 1; i >= 0; i-- {
		if v := p.env.Judged.Visits[i]; v.Checkpoint == checkpoint && v.Has(model.Extra) {
			return []string{p.env.Text.Mark(model.Extra) + " " + p.env.HHMM(v.At)}
		}
	}
	return nil
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
	line := s.OK.Render(fmt.Sprintf(t.Patrol.Recorded, p.env.HHMMSS(record.At), p.env.Keys.Patrol.Undo.Keys()[0]))
	if len(marks) > 0 {
		line += "  " + s.Mark.Render(t.Marks(marks))
	}
	return line + "  " + s.OK.Render(name)
}
