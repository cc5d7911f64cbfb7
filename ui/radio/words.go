package radio

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"beatbook/model"
	"beatbook/ui/lookup"
)

// numbers are a number in the route, or a run of them, with or without the word for a place.
var numbers = regexp.MustCompile(`^[第#]?(\d{1,3})(?:[-~–—至到](\d{1,3}))?( ?(?:号点位|号点|点位|号)|)`)

// number reads checkpoints by their numbers in the route of the shift.
func (r *reader) number() bool {
	m := numbers.FindStringSubmatch(r.rest())
	if m == nil || r.closed {
		return false
	}
	end := r.pos + len(m[0])
	next, _ := utf8.DecodeRuneInString(r.text[end:r.end])
	free := strings.Contains(m[3], "点") || strings.Contains(m[3], "号") && unicode.IsDigit(next)
	if lookup.Cuts(r.text, end) || !free && !r.delimited(end) {
		return false
	}
	first, _ := strconv.Atoi(m[1]) // digits, and few of them
	last := first
	if m[2] != "" {
		last, _ = strconv.Atoi(m[2])
	}
	calls := r.shift.Route.Calls
	if worst := max(first, last); worst > len(calls) || min(first, last) < 1 {
		r.complainAt(BeyondRoute, r.span(r.pos, end), strconv.Itoa(len(calls)))
		r.take(CheckpointWord, end)
		return true
	}
	for i := first; ; i += sign(last - first) {
		r.goTo(calls[i-1].Checkpoint)
		if i == last {
			break
		}
	}
	r.take(CheckpointWord, end)
	return true
}

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}

// goTo adds a checkpoint; one that is named twice was visited once.
func (r *reader) goTo(checkpoint string) {
	if !slices.Contains(r.places, checkpoint) {
		r.places = append(r.places, checkpoint)
	}
}

// name reads a checkpoint by its id or name, or by a part of a name.
func (r *reader) name() bool {
	if first, _ := utf8.DecodeRuneInString(r.rest()); r.closed || !unicode.IsLetter(first) {
		return false
	}
	b := r.placeNames().Begins(r.rest(), true)
	end := r.pos + b.Length
	if _, wordEnd, found := r.keywordAt(r.pos, ModeWord, SkipWord, NoteMarker); b.Length == 0 || found && wordEnd >= end {
		return false
	}
	if !b.Whole && !r.namesPlace(end) {
		return false
	}
	if len(b.Found) > 1 {
		r.ambiguous(AmbiguousCheckpoint, r.pos, end, b.Found)
	} else {
		r.goTo(b.Found[0].ID)
	}
	r.take(CheckpointWord, end)
	return true
}

// namesPlace reports whether a part of a name is enough to tell a checkpoint by. It has two characters; behind others it
// stands in a list, and no note begins with it.
func (r *reader) namesPlace(end int) bool {
	if !r.delimited(end) || utf8.RuneCountInString(r.text[r.pos:end]) < 2 {
		return false
	}
	behind := r.behindMarks(end)
	next, _ := utf8.DecodeRuneInString(r.text[behind:r.end])
	return len(r.places) == 0 || r.listed && (unicode.IsDigit(next) || r.delimited(behind))
}

func (r *reader) placeNames() *lookup.List {
	if r.names == nil {
		r.names = lookup.NewList(lookup.Places(r.shift))
	}
	return r.names
}

// modeOrSkip reads how the unit went, or that it did not go.
func (r *reader) modeOrSkip() bool {
	k, end, found := r.keywordAt(r.pos, ModeWord, SkipWord)
	switch {
	case !found:
		return false
	case k.role == SkipWord:
		r.skip = true
	case r.mode != "" && r.mode != k.mode:
		r.complain(SaidTwice, r.pos, end)
	default:
		r.mode = k.mode
	}
	r.take(k.role, end)
	return true
}

// channelWord reads how the report came.
func (r *reader) channelWord() bool {
	if !r.follows(r.pos, "@") {
		return false
	}
	b := r.channels.Begins(r.text[r.pos+1:r.end], false)
	end := r.pos + 1 + b.Length
	switch {
	case len(b.Found) != 1:
		end = r.wordEnd(r.pos + 1)
		r.complain(UnknownChannel, r.pos, end)
	case r.channel != "" && string(r.channel) != b.Found[0].ID:
		r.complain(SaidTwice, r.pos, end)
	default:
		r.channel = model.Channel(b.Found[0].ID)
	}
	r.take(ChannelWord, end)
	return true
}

// count is work that was done.
type count struct {
	kind     model.OutcomeKind
	quantity int
}

var (
	quantityBefore = regexp.MustCompile(`^\+ ?(\d+|) ?`)
	quantityBehind = regexp.MustCompile(`^ ?(\d+)`)
	measure        = regexp.MustCompile(`^ ?[辆起处件次户个家]`)
)

// outcome reads a count of work: a kind with a quantity before or behind it, which is one where nothing is said.
func (r *reader) outcome() bool {
	m := quantityBefore.FindStringSubmatch(r.rest())
	if m == nil {
		return false
	}
	name := r.pos + len(m[0])
	if unit := measure.FindString(r.text[name:r.end]); m[1] != "" {
		name += len(unit)
	}
	b := r.kinds.Begins(r.text[name:r.end], false)
	end := name + b.Length
	if next, _ := utf8.DecodeRuneInString(r.text[end:r.end]); !b.Whole && !unicode.IsDigit(next) && !r.delimited(end) {
		b, end = lookup.Beginning{}, name
	}
	digits := r.pos + strings.Index(m[0], m[1])
	quantity := piece{from: digits, to: digits + len(m[1])}
	if behind := quantityBehind.FindStringSubmatch(r.text[end:r.end]); m[1] == "" && b.Length > 0 && behind != nil && !r.timeBehind(end) {
		quantity = piece{from: end + len(behind[0]) - len(behind[1]), to: end + len(behind[0])}
		end = quantity.to + len(measure.FindString(r.text[quantity.to:r.end]))
	}
	r.addCount(b, name, end, quantity)
	return true
}

// timeBehind reports whether the number behind a blank is a time rather than a quantity.
func (r *reader) timeBehind(at int) bool {
	t, ok := timeAt(strings.TrimPrefix(r.text[at:r.end], " "))
	return ok && r.follows(at, " ") && !lookup.Cuts(r.text, at+1+t.length)
}

func (r *reader) addCount(b lookup.Beginning, name, end int, quantity piece) {
	n := 1
	if quantity.to > quantity.from {
		var err error
		if n, err = strconv.Atoi(r.text[quantity.from:quantity.to]); err != nil || n < 1 || n > model.MaxQuantity {
			r.complain(BadQuantity, quantity.from, quantity.to)
		}
	}
	switch {
	case len(b.Found) == 1:
		r.counts = append(r.counts, count{model.OutcomeKind(b.Found[0].ID), n})
	case b.Length > 0:
		r.ambiguous(AmbiguousOutcome, name, name+b.Length, b.Found)
	default:
		end = r.wordEnd(name)
		r.complain(UnknownOutcome, r.pos, end)
	}
	r.take(OutcomeWord, end)
}
