package patrol

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"beatbook/model"
	"beatbook/ui/widget"
)

// detail says what to look for at the checkpoint, what was seen there last and what is planned next.
func (p *Page) detail(c model.Checkpoint) string {
	t, s := p.env.Text, p.env.Styles
	var lines []string
	section := func(title string, body ...string) {
		if len(body) == 0 {
			return
		}
		lines = append(lines, s.Label.Render(title+t.App.Colon)+body[0])
		lines = append(lines, body[1:]...)
	}
	lines = append(lines, t.PlaceKind(c.Kind)+" "+p.env.Glyphs.Bullet+" "+t.Mode(c.Mode))
	if !c.Look.IsZero() {
		section(t.Patrol.LookFor, widget.Line(c.Look.In(p.env.Lang)))
	}
	section(t.Patrol.Hazards, p.openHazards(c.ID)...)
	section(t.Patrol.Notes, p.notes()...)
	section(t.Patrol.Work, p.work(c.ID)...)
	section(t.Patrol.Planned, p.planned(c.ID)...)
	section(t.Patrol.LastVisits, p.lastVisits(c.ID)...)
	return strings.Join(lines, "\n")
}

// openHazards are those of the checkpoint, so that the next team looks.
func (p *Page) openHazards(checkpoint string) []string {
	var lines []string
	for _, h := range p.hazards[checkpoint] {
		line := p.env.Styles.Warning.Render(widget.Line(h.What))
		if h.Order != nil {
			line += " " + fmt.Sprintf(p.env.Text.Patrol.DueBy, h.Order.Deadline.In(p.env.Zone()).Format("01-02"))
		}
		lines = append(lines, line)
	}
	return lines
}

// work is what was done at the checkpoint in this shift, in one line.
func (p *Page) work(checkpoint string) []string {
	sum := p.shift.Sum(checkpoint)
	var parts []string
	for _, kind := range p.shift.Plan.OutcomeKinds() {
		if sum[kind] > 0 {
			parts = append(parts, p.env.OutcomeName(kind)+" "+strconv.Itoa(sum[kind]))
		}
	}
	if len(parts) == 0 {
		return nil
	}
	return []string{strings.Join(parts, p.env.Text.App.ListJoin)}
}

// notes of the visits that belong to the call under the cursor.
func (p *Page) notes() []string {
	var notes []string
	for _, v := range p.env.Judged.Visits {
		if v.Note != "" && v.Call >= 0 && &p.env.Judged.Calls[v.Call] == p.call() {
			notes = append(notes, p.env.Styles.Note.Render(widget.Line(v.Note)))
		}
	}
	return notes
}

// planned are the calls of the checkpoint that are still to come in this shift, in one line.
func (p *Page) planned(checkpoint string) []string {
	const most = 4
	var coming []string
	for i := range p.env.Judged.Calls {
		c := &p.env.Judged.Calls[i]
		if c.Checkpoint == checkpoint && c.State.Waiting() && len(coming) < most {
			coming = append(coming, p.due(c))
		}
	}
	if len(coming) == 0 {
		return nil
	}
	return []string{strings.Join(coming, "  ")}
}

// lastVisits are the latest visits of the checkpoint in any night.
func (p *Page) lastVisits(checkpoint string) []string {
	history, known := p.history[checkpoint]
	if !known {
		return nil
	}
	visits := make([]string, 0, len(history))
	for _, v := range history {
		line := p.when(v.At) + " " + p.env.Text.Mode(v.Mode)
		if v.Note != "" {
			line += " " + p.env.Styles.Note.Render(widget.Line(v.Note))
		}
		visits = append(visits, line)
	}
	if len(visits) == 0 {
		return []string{p.env.Styles.Dim.Render(p.env.Text.Patrol.NoVisits)}
	}
	return visits
}

// when says a time by how long ago it was tonight, else with its date.
func (p *Page) when(at time.Time) string {
	if p.env.Plan.Night(at) == p.shift.Night {
		if ago := p.env.Now.Sub(at); ago >= time.Minute {
			return p.env.HHMM(at) + " " + fmt.Sprintf(p.env.Text.Patrol.LastSeen, p.env.Text.Duration(ago))
		}
		return p.env.HHMM(at)
	}
	return at.In(p.env.Zone()).Format("01-02 15:04")
}

// every is the interval of an interval plan.
func (p *Page) every() time.Duration { return time.Duration(p.shift.Route.Every) }
