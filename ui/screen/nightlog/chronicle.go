package nightlog

import (
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"beatbook/model"
	"beatbook/ui/lookup"
	"beatbook/ui/story"
	"beatbook/ui/widget"
)

// chronicle is a night made ready to be shown and searched.
type chronicle struct {
	night    *model.Night
	lines    []*line
	verdicts map[string]story.Verdict
	judgedAt time.Time
	made     int // calls of the night
	missed   int
}

// line is a record made ready to be told and searched.
type line struct {
	*story.Line
	brief  string // the beginning of the note
	folded string // what the search looks through
	whole  bool   // all that the line refers to is known
}

func newChronicle(night *model.Night, now time.Time) *chronicle {
	c := &chronicle{night: night}
	c.take(night.Story())
	c.judge(now)
	return c
}

// judgedFor is how long a judgement stands while nothing is recorded: to judge a busy night takes milliseconds.
const judgedFor = time.Minute

// update takes in what has changed in the night or with the time, and reports whether the lines have changed.
func (c *chronicle) update(now time.Time) bool {
	records := c.night.Story()
	same := slices.EqualFunc(c.lines, records, func(l *line, r model.Record) bool { return l.ID == r.ID && l.Seq == r.Seq })
	if !same {
		c.take(records)
	}
	if !same || now.Sub(c.judgedAt).Abs() >= judgedFor {
		c.judge(now)
	}
	return !same
}

// take makes the lines of the records. Those that cannot have changed are kept.
func (c *chronicle) take(records []model.Record) {
	old := make(map[string]*line, len(c.lines))
	for _, l := range c.lines {
		old[l.ID] = l
	}
	c.lines = make([]*line, len(records))
	for i, r := range records {
		l := old[r.ID]
		if l == nil || l.Seq != r.Seq || !l.whole {
			l = c.line(r)
		}
		c.lines[i] = l
	}
}

// briefCells is more than a cell of the table can show.
const briefCells = 400

func (c *chronicle) line(r model.Record) *line {
	l := &line{Line: story.LineOf(r)}
	l.brief = brief(story.Value(l.Note), briefCells)
	shift, inShift := c.night.Shift(c.night.ShiftOf(r.ID))
	about, known := story.PlaceAbout(c.night, l.Line)
	l.whole = inShift && (l.Of == "" || known)
	words := append([]string{story.Value(l.Note), l.Reason, l.Handover, l.What}, l.Crew...)
	if inShift {
		words = append(words, shift.Unit.Callsign.ZH, shift.Unit.Callsign.EN)
		for _, id := range []string{story.Value(l.Checkpoint), about} {
			if place, ok := shift.Plan.Checkpoint(id); ok {
				words = append(words, place.Name.ZH, place.Name.EN)
			}
		}
	}
	l.folded = lookup.Fold(strings.Join(words, "\n"))
	return l
}

// judge asks the judge how the night stands at the moment.
func (c *chronicle) judge(now time.Time) {
	c.judgedAt, c.made, c.missed = now, 0, 0
	judged := c.night.Judge(now)
	c.verdicts = story.Verdicts(judged)
	for _, j := range judged.Shifts {
		progress := j.Progress(0)
		c.made += progress.Made
		c.missed += progress.Missed
	}
}

func brief(s string, cells int) string {
	if len(s) <= cells {
		return s
	}
	return ansi.Truncate(widget.Line(s), cells, "")
}
