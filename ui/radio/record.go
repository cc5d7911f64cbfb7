package radio

import (
	"cmp"
	"slices"

	"beatbook/model"
)

// checkVisit holds the words of a visit against each other: a word that would not be recorded is a problem.
func (r *reader) checkVisit() {
	if word := r.said(ModeWord, TimeWord, OutcomeWord, SkipWord); word >= 0 && r.said(CheckpointWord) < 0 {
		r.complainOf(CheckpointNeeded, word)
	}
	if !r.skip {
		return
	}
	for i, w := range r.report.Words {
		if w.Role == ModeWord || w.Role == TimeWord || w.Role == OutcomeWord {
			r.complainOf(NotTogether, i)
		}
	}
	if r.note == "" {
		r.complainOf(ReasonNeeded, r.said(SkipWord))
	}
}

// visitIntents are what the words of a visit record: a check-in or a skip for each checkpoint, the work done at the last
// of them; without a checkpoint, that the unit was heard of.
func (r *reader) visitIntents() []model.Intent {
	var intents []model.Intent
	for _, place := range r.places {
		if r.skip {
			intents = append(intents, model.Skip{Shift: r.shift.ID, Checkpoint: place, Reason: r.note})
			continue
		}
		intents = append(intents, model.CheckIn{
			Shift: r.shift.ID, Checkpoint: place, Mode: cmp.Or(r.mode, r.shift.Leg().Mode), Note: r.note, For: r.at,
		})
	}
	if len(r.places) == 0 {
		return []model.Intent{model.HearUnit{Shift: r.shift.ID, Note: r.note}}
	}
	for _, c := range r.counts {
		intents = append(intents, model.CountOutcome{
			Shift: r.shift.ID, Checkpoint: r.places[len(r.places)-1], Kind: c.kind, Quantity: c.quantity,
		})
	}
	return intents
}

// settle makes the intents those of the report, written down for its unit, unless something is wrong with it.
func (r *reader) settle(intents []model.Intent) {
	if len(r.report.Problems) > 0 {
		return
	}
	r.report.Night = r.plan.Night(r.Now)
	if r.shift != nil {
		r.report.Night, r.report.Doubts = r.shift.Night, r.doubts()
	}
	r.foresee(intents)
	channel := cmp.Or(r.channel, model.Channels[0])
	r.report.Preview = r.preview(intents, channel)
	for _, i := range intents {
		behalf := model.Behalf{Operator: r.Operator, Channel: channel}
		r.report.Intents = append(r.report.Intents, model.OnBehalf{Behalf: behalf, Intent: i})
	}
}

// foresee asks the judge how the check-ins will be taken, behind those of the reports before.
func (r *reader) foresee(intents []model.Intent) {
	if r.shift == nil {
		return
	}
	before := r.visits[r.shift.ID]
	visits := slices.Clip(before)
	for _, i := range intents {
		if c, ok := i.(model.CheckIn); ok {
			visits = append(visits, c)
		}
	}
	if len(visits) > len(before) {
		r.foreseen = r.shift.Foresee(r.Now, visits...)[len(before):]
		r.visits[r.shift.ID] = visits
		r.report.Marked = slices.ContainsFunc(r.foreseen, func(f model.Foreseen) bool { return r.verdict(f) != "" })
	}
}
