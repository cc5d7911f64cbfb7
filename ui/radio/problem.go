package radio

import (
	"strings"

	"beatbook/ui/lookup"
)

// Code says what is wrong with a word.
type Code string

// The problems.
const (
	EmptyReport         Code = "empty-report"
	UnknownUnit         Code = "unknown-unit"
	AmbiguousUnit       Code = "ambiguous-unit"
	UnitNotOut          Code = "unit-not-out"
	UnitOut             Code = "unit-out" // and so it cannot start
	UnknownCheckpoint   Code = "unknown-checkpoint"
	AmbiguousCheckpoint Code = "ambiguous-checkpoint"
	BeyondRoute         Code = "beyond-route"
	CheckpointNeeded    Code = "checkpoint-needed"
	UnknownRoute        Code = "unknown-route"
	AmbiguousRoute      Code = "ambiguous-route"
	BadTime             Code = "bad-time"
	NotYet              Code = "not-yet" // or more than twelve hours ago
	UnknownOutcome      Code = "unknown-outcome"
	AmbiguousOutcome    Code = "ambiguous-outcome"
	BadQuantity         Code = "bad-quantity"
	UnknownChannel      Code = "unknown-channel"
	SaidTwice           Code = "said-twice"   // two modes, times or channels
	NotTogether         Code = "not-together" // would not be recorded beside what stands before it
	ReasonNeeded        Code = "reason-needed"
)

// Codes are all of them.
var Codes = []Code{
	EmptyReport, UnknownUnit, AmbiguousUnit, UnitNotOut, UnitOut, UnknownCheckpoint, AmbiguousCheckpoint, BeyondRoute,
	CheckpointNeeded, UnknownRoute, AmbiguousRoute, BadTime, NotYet, UnknownOutcome, AmbiguousOutcome, BadQuantity,
	UnknownChannel, SaidTwice, NotTogether, ReasonNeeded,
}

// Problem is something that keeps a report from being recorded.
type Problem struct {
	Span                // of the word that it is about
	Code Code           //
	Text string         // a sentence in the reader's language
	May  []lookup.Entry // what an ambiguous word can mean
}

// complain adds a problem about a piece of the folded text.
func (r *reader) complain(code Code, from, to int) { r.complainAt(code, r.span(from, to), "") }

// complainOf adds a problem about a word that was taken.
func (r *reader) complainOf(code Code, word int) { r.complainAt(code, r.report.Words[word].Span, "") }

// complainAt adds a problem about a piece of the line; may says what could stand there.
func (r *reader) complainAt(code Code, at Span, may string) {
	sentence := r.Text.RadioProblem(string(code), r.line[at.From:at.To], may)
	r.report.Problems = append(r.report.Problems, Problem{Span: at, Code: code, Text: sentence})
}

// ambiguous adds the problem that a word may mean several things.
func (r *reader) ambiguous(code Code, from, to int, may []lookup.Entry) {
	const enough = 5
	var names []string
	for _, e := range may[:min(len(may), enough)] {
		names = append(names, e.Name.In(r.Text.Lang)+" ("+e.ID+")")
	}
	if len(may) > enough {
		names = append(names, "...")
	}
	r.complainAt(code, r.span(from, to), strings.Join(names, r.Text.App.ListJoin))
	r.report.Problems[len(r.report.Problems)-1].May = may
}
