package nightlog

import (
	"strings"
	"time"

	"beatbook/ui/story"
)

// teller puts the lines of a night into words.
type teller struct {
	story.Teller
	in     *chronicle
	bullet string // between details
}

func (p *Page) teller(c *chronicle) teller {
	env := p.env
	return teller{
		Teller: story.Teller{
			Text: env.Text, Night: c.night, Hazards: env.Hazards, Zone: p.zone, Verdicts: c.verdicts, Device: env.Log.Device(),
			Arrow: env.Glyphs.Right, Elsewhere: env.PlaceName,
		},
		in: c, bullet: " " + env.Glyphs.Bullet + " ",
	}
}

const (
	clock    = time.TimeOnly
	dayClock = "01-02 " + time.TimeOnly
)

func (t teller) time(at time.Time) string { return at.In(t.Zone).Format(clock) }

// details are in one line; what was written at length comes last.
func (t teller) details(l *line) string {
	return strings.Join(story.Said(append(t.Details(l.Line), l.brief)...), t.bullet)
}
