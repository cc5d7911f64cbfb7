package nightlog

import (
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/width"

	"beatbook/model"
	"beatbook/ui/widget"
)

// story is a night made ready to be shown and searched.
type story struct {
	night    *model.Night
	lines    []*line
	shifts   map[string]*model.Shift
	verdicts map[string]verdict // on the check-ins that count, by id
	judgedAt time.Time
	made     int // calls of the night
	missed   int
}

// line is a record with what it says, decoded once.
type line struct {
	model.Record
	model.Facts
	shift  string // id; empty where it belongs to none
	brief  string // the beginning of the note
	folded string // what the search looks through
	whole  bool   // all that the line refers to is known
}

// verdict is what the judge says of a check-in: the state is empty where it answers no call.
type verdict struct {
	visit model.Visit
	state model.State
	marks []model.Mark
}

func newStory(night *model.Night, now time.Time) *story {
	s := &story{night: night}
	s.take(night.Story())
	s.judge(now)
	return s
}

// judgedFor is how long a judgement stands while nothing is recorded: to judge a busy night takes milliseconds.
const judgedFor = time.Minute

// update takes in what has changed in the night or with the time, and reports whether the lines have changed.
func (s *story) update(now time.Time) bool {
	records := s.night.Story()
	same := slices.EqualFunc(s.lines, records, func(l *line, r model.Record) bool { return l.ID == r.ID && l.Seq == r.Seq })
	if !same {
		s.take(records)
	}
	if !same || now.Sub(s.judgedAt).Abs() >= judgedFor {
		s.judge(now)
	}
	return !same
}

// take makes the lines of the records. Those that cannot have changed are kept.
func (s *story) take(records []model.Record) {
	s.shifts = map[string]*model.Shift{}
	for _, shift := range s.night.Shifts() {
		s.shifts[shift.ID] = shift
	}
	old := make(map[string]*line, len(s.lines))
	for _, l := range s.lines {
		old[l.ID] = l
	}
	s.lines = make([]*line, len(records))
	for i, r := range records {
		l := old[r.ID]
		if l == nil || l.Seq != r.Seq || !l.whole {
			l = s.line(r)
		}
		s.lines[i] = l
	}
}

// briefCells is more than a cell of the table can show.
const briefCells = 400

func (s *story) line(r model.Record) *line {
	l := &line{Record: r, Facts: model.FactsOf(r), shift: s.night.ShiftOf(r.ID)}
	l.brief = brief(value(l.Note), briefCells)
	shift := s.shifts[l.shift]
	about := s.placeAbout(l)
	l.whole = shift != nil && (l.Of == "" || about != nil)
	words := append([]string{value(l.Note), l.Reason, l.Handover, l.What}, l.Crew...)
	if shift != nil {
		words = append(words, shift.Unit.Callsign.ZH, shift.Unit.Callsign.EN)
		for _, id := range []*string{l.Checkpoint, about} {
			if c, ok := shift.Plan.Checkpoint(value(id)); ok {
				words = append(words, c.Name.ZH, c.Name.EN)
			}
		}
	}
	l.folded = fold(strings.Join(words, "\n"))
	return l
}

// placeAbout is the checkpoint of the record that the line corrects or withdraws, empty where that has none, nil where it
// is not known.
func (s *story) placeAbout(l *line) *string {
	const longestChain = 8 // withdrawals of withdrawals
	of := l.Of
	for range longestChain {
		r, ok := s.night.Record(of)
		if !ok {
			return nil
		}
		f := model.FactsOf(r)
		if f.Of == "" {
			place := value(f.Checkpoint)
			return &place
		}
		of = f.Of
	}
	return nil
}

// judge asks the judge how the night stands at the moment.
func (s *story) judge(now time.Time) {
	s.judgedAt, s.made, s.missed = now, 0, 0
	s.verdicts = map[string]verdict{}
	for _, j := range s.night.Judge(now).Shifts {
		progress := j.Progress(0)
		s.made += progress.Made
		s.missed += progress.Missed
		for i, v := range j.Visits {
			said := verdict{visit: v.Visit, marks: v.Marks}
			if v.Call >= 0 && j.Calls[v.Call].Visit == i && j.Calls[v.Call].State.Made() {
				said.state, said.marks = j.Calls[v.Call].State, j.Calls[v.Call].Marks
			}
			s.verdicts[v.ID] = said
		}
	}
}

// fold makes texts comparable whatever their case and width: Ｗ is w.
func fold(s string) string { return strings.ToLower(width.Fold.String(s)) }

func brief(s string, cells int) string {
	if len(s) <= cells {
		return s
	}
	return ansi.Truncate(widget.Line(s), cells, "")
}

func value[T any](p *T) T {
	if p == nil {
		var none T
		return none
	}
	return *p
}
