package radio

import (
	"maps"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"beatbook/model"
	"beatbook/ui/lookup"
)

// Parse reads a line of reports. Whatever is typed, nothing is lost: what is not understood has a problem that points at
// it, and what is no word of the grammar is the note.
func Parse(line string, c Context) Line {
	var l Line
	t, told := fold(line), newEarlier()
	if t.empty() {
		return l
	}
	for _, p := range t.pieces() {
		l.Reports = append(l.Reports, c.read(t, p, told).report)
	}
	return l
}

// read reads a report of the line.
func (c Context) read(t typed, p piece, told *earlier) *reader {
	r := &reader{Context: c, typed: t, earlier: told, pos: p.from, end: p.to}
	r.report.Span = Span{t.at[p.from], t.at[p.to]}
	r.skipMarks()
	switch {
	case r.pos < r.end:
		if r.unit() {
			r.act()
		}
	case p.slash >= 0:
		r.complain(EmptyReport, p.slash, p.slash+1)
	default:
		r.complain(EmptyReport, p.from, p.to)
	}
	return r
}

// earlier is what the reports before in the line do to the shifts.
type earlier struct {
	ended   map[string]bool            // by shift
	started map[string]bool            // by unit
	visits  map[string][]model.CheckIn // by shift
}

func newEarlier() *earlier {
	return &earlier{map[string]bool{}, map[string]bool{}, map[string][]model.CheckIn{}}
}

func (e *earlier) clone() *earlier {
	return &earlier{maps.Clone(e.ended), maps.Clone(e.started), maps.Clone(e.visits)}
}

// reader reads one report.
type reader struct {
	Context
	typed
	*earlier
	pos, end int
	report   Report
	shift    *model.Shift
	names    *lookup.List // of the shift's checkpoints, when they are needed
	closed   bool         // the checkpoints have been named
	listed   bool         // a comma stands before the word

	// What the report says.
	places  []string
	mode    model.Mode
	at      *time.Time
	counts  []count
	skip    bool
	channel model.Channel
	route   string
	crew    []string
	note    string

	foreseen []model.Foreseen // how the judge will take the check-ins
}

func (r *reader) rest() string { return r.text[r.pos:r.end] }

func (r *reader) follows(at int, word string) bool {
	return at <= r.end && strings.HasPrefix(r.text[at:r.end], word)
}

// take makes what stands up to the end a word.
func (r *reader) take(role Role, end int) {
	r.report.Words = append(r.report.Words, Word{r.span(r.pos, end), role})
	r.pos = end
}

// skipMarks goes on to the next word and notes whether a comma stands before it.
func (r *reader) skipMarks() {
	end := r.behindMarks(r.pos)
	r.listed = strings.ContainsAny(r.text[r.pos:end], ",、")
	r.pos = end
}

func (r *reader) behindMarks(at int) int {
	return r.end - len(strings.TrimLeft(r.text[at:r.end], marks))
}

// skipChannels reads the channels that stand next, and goes on to what stands behind them.
func (r *reader) skipChannels() {
	for r.skipMarks(); r.channelWord(); r.skipMarks() {
	}
}

// wordEnd is where the word at a place ends, be it understood or not.
func (r *reader) wordEnd(at int) int {
	if i := strings.IndexFunc(r.text[at:r.end], isMark); i >= 0 {
		return at + i
	}
	return r.end
}

// act reads what the unit does.
func (r *reader) act() {
	r.skipChannels()
	k, end, found := r.keywordAt(r.pos, StartWord, EndWord, HeardWord)
	if found && k.role == StartWord {
		r.start(end)
		return
	}
	if r.shift == nil {
		r.complainOf(UnitNotOut, 0)
		return
	}
	switch {
	case !found:
		r.visit()
	case k.role == EndWord:
		r.endShift(end)
	default:
		r.heard(end)
	}
}

// unit reads who reports.
func (r *reader) unit() bool {
	b := r.units.Begins(r.rest(), false)
	end := r.pos + b.Length
	if !b.Whole && !r.namesUnit(end) {
		b.Found = nil
	}
	switch {
	case len(b.Found) == 1:
		r.report.Unit = r.known[b.Found[0].ID]
		r.shift = r.shiftOf(b.Found[0].ID)
		r.report.Shift = r.shift
		r.take(UnitWord, end)
		return true
	case len(b.Found) > 1:
		r.ambiguous(AmbiguousUnit, r.pos, end, b.Found)
	default:
		r.complain(UnknownUnit, r.pos, r.wordEnd(r.pos))
	}
	return false
}

// namesUnit reports whether a part of a name is enough to tell a unit by: it holds a letter, it is no other word of the
// grammar, and where more Chinese follows it has two characters.
func (r *reader) namesUnit(end int) bool {
	part := r.text[r.pos:end]
	if !strings.ContainsFunc(part, unicode.IsLetter) {
		return false
	}
	if _, wordEnd, found := r.keywordAt(r.pos, anyRole...); found && wordEnd >= end {
		return false
	}
	next, _ := utf8.DecodeRuneInString(r.text[end:r.end])
	return utf8.RuneCountInString(part) > 1 || !isHan(next)
}

// shiftOf is the shift that the unit is out on when the report is recorded, nil where there is none.
func (r *reader) shiftOf(unit string) *model.Shift {
	if r.started[unit] {
		return nil
	}
	for _, s := range r.shifts[unit] {
		if !r.ended[s.ID] {
			return s
		}
	}
	return nil
}

// visit reads where the unit was, how and when, and the note behind that.
func (r *reader) visit() {
	for r.skipMarks(); r.pos < r.end; r.skipMarks() {
		if r.marker() || !r.word() && !r.misnamed() {
			break
		}
	}
	r.takeNote()
	r.checkVisit()
	r.settle(r.visitIntents())
}

// word reads a word of a visit. Once another one stands behind the checkpoints, a number belongs to the note.
func (r *reader) word() bool {
	switch {
	case r.time(), r.channelWord(), r.outcome():
	case r.number(), r.name():
		return true
	case r.modeOrSkip():
	default:
		return false
	}
	r.closed = r.closed || len(r.places) > 0
	return true
}

func (r *reader) marker() bool {
	_, end, found := r.keywordAt(r.pos, NoteMarker)
	if found {
		r.take(NoteMarker, end)
		r.skipMarks()
	}
	return found
}

// misnamed takes a first word that is none, but has a mode or a skip behind it, for a checkpoint that is misspelt: as a
// note it would be lost that the unit was there.
func (r *reader) misnamed() bool {
	end := r.wordEnd(r.pos)
	if _, _, found := r.keywordAt(r.behindMarks(end), ModeWord, SkipWord); !found || len(r.places) > 0 || r.said(reportWords...) >= 0 {
		return false
	}
	r.complain(UnknownCheckpoint, r.pos, end)
	r.take(CheckpointWord, end)
	r.closed = true
	return true
}

// reportWords are those that say something about a checkpoint.
var reportWords = []Role{CheckpointWord, ModeWord, TimeWord, OutcomeWord, SkipWord}

// said is the index of the first word of the report with one of the roles, -1 where there is none.
func (r *reader) said(roles ...Role) int {
	return slices.IndexFunc(r.report.Words, func(w Word) bool { return slices.Contains(roles, w.Role) })
}

// takeNote takes all that is left.
func (r *reader) takeNote() {
	if r.pos < r.end {
		span := r.span(r.pos, r.end)
		r.note = r.line[span.From:span.To]
		r.take(NoteText, r.end)
	}
}

func (r *reader) heard(end int) {
	r.take(HeardWord, end)
	r.skipChannels()
	r.takeNote()
	r.settle([]model.Intent{model.HearUnit{Shift: r.shift.ID, Note: r.note}})
}

func (r *reader) endShift(end int) {
	r.take(EndWord, end)
	r.skipChannels()
	r.takeNote()
	if r.note == "" && model.Judge(r.shift, r.Now).EndsEarly(r.Now) {
		r.complainOf(ReasonNeeded, r.said(EndWord))
	}
	r.settle([]model.Intent{model.EndShift{Shift: r.shift.ID, Reason: r.note}})
	if len(r.report.Problems) == 0 {
		r.ended[r.shift.ID] = true
	}
}
