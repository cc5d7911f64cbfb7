package desk

import (
	"slices"
	"strings"

	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/story"
	"beatbook/ui/text"
	"beatbook/ui/widget"
)

// feed is the newest records of all units, the newest first.
type feed struct {
	table    widget.Table
	records  []entry
	skip     int // that were scrolled away
	gathered int // how often they were
	told     map[toldOf][]widget.Cell
	drawn    string
	of       drawnOf
}

// drawnOf is what the drawing depends on.
type drawnOf struct {
	gathered            int        // how often records were
	tonight             model.Date // of records of other nights the date is said
	skip, width, height int
	look                widget.Look
	text                *text.Strings
}

type entry struct {
	model.Record
	in *model.Night
}

// toldOf is what the words for a record depend on.
type toldOf struct {
	id   string
	seq  uint64
	gone bool
	text *text.Strings
}

const (
	feedDepth = 500  // records that can be scrolled to
	mostTold  = 2000 // records whose words are kept
)

// gather takes the newest records of the nights at hand. One from the future is not the latest of anything (R11).
func (f *feed) gather(env *screen.Env) {
	f.records = f.records[:0]
	f.gathered++
	latest := env.Now.Add(model.ClockTolerance)
	for _, night := range env.Nights() {
		for _, r := range slices.Backward(night.Story()) {
			if len(f.records) == feedDepth {
				return
			}
			if !r.At.After(latest) {
				f.records = append(f.records, entry{r, night})
			}
		}
	}
}

func (f *feed) scroll(by int) { f.skip += by }

// drawFeed draws as many records as there is room for. Nothing in it changes with the time, so the drawing is kept.
func (p *Page) drawFeed(width, height int) string {
	const border, header = 2, 1
	f, t, look := &p.feed, p.env.Text, p.env.Look()
	f.skip = max(min(f.skip, len(f.records)-(height-border-header)), 0)
	of := drawnOf{f.gathered, p.env.Plan.Night(p.env.Now), f.skip, width, height, look, t}
	if of == f.of {
		return f.drawn
	}
	f.table.Rows = len(f.records) - f.skip
	f.table.Columns = []widget.Column{
		{Title: t.Log.Time, Width: len("15:04")}, {Title: t.Log.Unit, Width: 8, Flex: 1, Ends: true}, {Title: t.Log.Kind, Width: 12, Flex: 3},
	}
	f.table.Row = func(i int) widget.Row {
		e := f.records[f.skip+i]
		cells := slices.Clone(p.tell(e))
		if e.Night != of.tonight {
			cells[2].Text = e.At.In(p.env.Plan.Zone()).Format("01-02 ") + cells[2].Text
		}
		return widget.Row{Cells: cells}
	}
	f.of = of
	f.drawn = look.Box(t.Desk.Feed, f.table.View(look, width-border, height-border), width, height)
	return f.drawn
}

// tell puts a record into words, which are kept.
func (p *Page) tell(e entry) []widget.Cell {
	of := toldOf{e.ID, e.Seq, e.in.Withdrawn(e.ID), p.env.Text}
	if cells, ok := p.feed.told[of]; ok {
		return cells
	}
	l := story.LineOf(e.Record)
	t := story.Teller{Text: p.env.Text, Night: e.in, Hazards: p.env.Hazards, Zone: p.env.Plan.Zone(), Arrow: p.env.Glyphs.Right, Elsewhere: p.env.PlaceName}
	standing := story.Said(t.Standing(l))
	words := append([]string{t.Text.RecordKind(l.Kind), t.Place(l)}, standing...)
	words = append(append(words, story.Value(l.Note)), t.Details(l)[len(standing):]...)
	cells := []widget.Cell{
		{Text: t.At(l).Format("15:04")}, {Text: t.Unit(l)},
		{Text: strings.Join(story.Said(words...), " ")},
	}
	if len(p.feed.told) > mostTold || p.feed.told == nil {
		p.feed.told = map[toldOf][]widget.Cell{}
	}
	p.feed.told[of] = cells
	return cells
}
