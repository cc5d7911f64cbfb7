package radio

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"beatbook/model"
	"beatbook/ui/lookup"
)

// Completion is something that can stand at the cursor.
type Completion struct {
	Span        // of the line, which it replaces
	Text string // with the blank behind it
	Hint string // what it means, in the reader's language
}

// mostCompletions is how many are offered at most.
const mostCompletions = 20

// Complete says what can stand at the cursor, a place in bytes, given what stands before it: at the beginning of a report
// the units, those that are out first, then the words of the grammar, the checkpoints first. What it offers is what Parse
// takes without a problem; behind a unit that is not out it offers to start.
func Complete(line string, cursor int, c Context) []Completion {
	cursor = min(max(cursor, 0), len(line))
	for cursor < len(line) && cursor > 0 && !utf8.RuneStart(line[cursor]) {
		cursor--
	}
	r := newCompleter(line, cursor, c)
	if !r.begin(cursor) {
		return nil
	}
	switch {
	case len(r.report.Words) == 0 || r.word.From == r.report.Words[0].From:
		r.offerUnits()
	case strings.HasPrefix(r.begun, "+"):
		r.offerNames(r.kinds, "+", OutcomeWord)
	case strings.HasPrefix(r.begun, "@"):
		r.offerNames(r.channels, "@", ChannelWord)
	case r.said(StartWord) >= 0:
		r.offerNames(r.routes, "", RouteWord)
		r.offerModes()
	case r.shift != nil:
		r.offerPlaces()
		r.offerModes()
		r.offerRest()
	default:
		r.offer(StartWord, r.Text.Radio.StartWord, "")
	}
	return r.offers
}

// completer gathers what can stand in place of the word at the cursor.
type completer struct {
	*reader
	whole  string // line
	index  int    // of the report
	before *earlier
	word   Span   // at the cursor, which is replaced
	begun  string // of it, folded
	offers []Completion
}

// newCompleter reads the line up to the cursor.
func newCompleter(line string, cursor int, c Context) *completer {
	t, told := fold(line[:cursor]), newEarlier()
	pieces := t.pieces()
	last := len(pieces) - 1
	for _, p := range pieces[:last] {
		c.read(t, p, told)
	}
	before := told.clone()
	return &completer{reader: c.read(t, pieces[last], told), whole: line, index: last, before: before}
}

// begin finds the word at the cursor; false within a note.
func (c *completer) begin(cursor int) bool {
	c.word = Span{cursor, cursor}
	if n := len(c.report.Words); n > 0 {
		last := c.report.Words[n-1]
		if last.Role == NoteText && (last.To < cursor || strings.ContainsFunc(c.whole[last.From:last.To], isGap)) {
			return false
		}
		if last.To == cursor {
			c.word.From = last.From
		}
	} else {
		c.word.From = cursor - len(strings.TrimLeftFunc(c.whole[c.report.From:cursor], isGap))
	}
	c.begun = lookup.Fold(c.whole[c.word.From:cursor])
	if cursor > c.word.From {
		c.word.To = len(c.whole)
		if i := strings.IndexFunc(c.whole[cursor:], func(r rune) bool { return isGap(r) || r == '／' }); i >= 0 {
			c.word.To = cursor + i
		}
	}
	return true
}

// offer adds a text where it is taken for what it is meant for.
func (c *completer) offer(role Role, text, hint string) bool {
	if len(c.offers) == mostCompletions {
		return false
	}
	line := c.whole[:c.word.From] + text + c.whole[c.word.To:]
	place := Span{c.word.From, c.word.From + len(text)}
	if !strings.HasPrefix(c.whole[c.word.To:], " ") && role != OutcomeWord {
		line = c.whole[:c.word.From] + text + " " + c.whole[c.word.To:]
		text += " "
	}
	t := fold(line)
	pieces := t.pieces()
	if len(pieces) <= c.index { // right behind the slash, which has to have a blank
		return false
	}
	r := c.read(t, pieces[c.index], c.before.clone()).report
	for _, p := range r.Problems {
		toStart := role == UnitWord && p.Code == UnitNotOut // which is said behind it
		if p.From < place.To && p.To > place.From && !toStart {
			return false
		}
	}
	taken := slices.ContainsFunc(r.Words, func(w Word) bool { return w.From == place.From && w.Role == role })
	if taken {
		c.offers = append(c.offers, Completion{c.word, text, hint})
	}
	return taken
}

// offerBegun offers a fixed text if it begins with what has been typed.
func (c *completer) offerBegun(role Role, text, hint string) {
	if strings.HasPrefix(lookup.Fold(text), c.begun) {
		c.offer(role, text, hint)
	}
}

// offerUnits offers the call sign of each unit, or its id where that is not enough.
func (c *completer) offerUnits() {
	for _, e := range c.units.Offers(c.begun) {
		hint := c.Text.Radio.NotOut
		if s := c.shiftOf(e.ID); s != nil {
			hint = fmt.Sprintf(c.Text.Radio.OnRoute, s.Route.Name.In(c.Text.Lang))
		}
		if !c.offer(UnitWord, e.Name.In(c.Text.Lang), hint) {
			c.offer(UnitWord, e.ID, hint)
		}
		if len(c.offers) == mostCompletions {
			return
		}
	}
}

// offerNames offers each entry of a list by its name, or by its id where that is not enough.
func (c *completer) offerNames(list *lookup.List, prefix string, role Role) {
	for _, e := range list.Offers(strings.TrimPrefix(c.begun, prefix)) {
		if !c.offer(role, prefix+e.Name.In(c.Text.Lang), e.ID) {
			c.offer(role, prefix+e.ID, e.Name.In(c.Text.Lang))
		}
	}
}

// offerPlaces offers the checkpoints by number, those not visited in the present round first; the others of the plan by id,
// once something of them has been typed.
func (c *completer) offerPlaces() {
	if c.closed {
		return
	}
	waiting := stillToVisit(model.Judge(c.shift, c.Now))
	offers := c.placeNames().Offers(c.begun)
	slices.SortStableFunc(offers, func(a, b lookup.Entry) int { return rank(a, waiting) - rank(b, waiting) })
	for _, e := range offers {
		text, hint := fmt.Sprint(e.Number), e.Name.In(c.Text.Lang)
		if e.Number == 0 {
			text = e.ID
		}
		if waiting[e.ID] {
			hint += c.Text.Radio.Join + c.Text.Radio.StillToVisit
		}
		named := slices.Contains(c.places, e.ID) && c.begun == ""
		if !named && (e.Number > 0 || c.begun != "") {
			c.offer(CheckpointWord, text, hint)
		}
	}
}

func rank(e lookup.Entry, waiting map[string]bool) int {
	switch {
	case waiting[e.ID]:
		return 0
	case e.Number > 0:
		return 1
	}
	return 2
}

// stillToVisit are the checkpoints that nobody has been at in the present round.
func stillToVisit(j model.ShiftJudgement) map[string]bool {
	waiting, round := map[string]bool{}, j.Round()
	for _, call := range j.Calls {
		if call.Round == round && call.Visit < 0 && call.State != model.SkippedCall {
			waiting[call.Checkpoint] = true
		}
	}
	return waiting
}

func (c *completer) offerModes() {
	for _, k := range keywords {
		latin := k.text[0] < utf8.RuneSelf
		if k.role == ModeWord && utf8.RuneCountInString(k.text) > 1 && latin == (c.Text.Lang == model.EN) {
			c.offerBegun(ModeWord, k.text, "")
		}
	}
}

// offerRest offers to skip and to end with the usual reasons, and the answer to a roll call.
func (c *completer) offerRest() {
	t := c.Text
	for _, reason := range t.Dialog.SkipReasons {
		c.offerBegun(SkipWord, t.Radio.SkipWord+" "+reason, "")
	}
	c.offerBegun(HeardWord, t.Radio.HeardWord, t.Radio.HeardHint)
	for _, reason := range t.Dialog.EndReasons {
		c.offerBegun(EndWord, t.Radio.EndWord+" "+reason, t.Radio.EndHint)
	}
}
