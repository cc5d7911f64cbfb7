package story

import (
	"slices"

	"beatbook/model"
)

// Verdict is what the judge says of a check-in.
type Verdict struct {
	Visit model.Visit // what the check-in says with its corrections
	State model.State // of the call that it answers; empty where it answers none
	Marks []model.Mark
}

// Verdicts are those on the check-ins of a night that count, by the id of the record.
func Verdicts(judged model.Judgement) map[string]Verdict {
	verdicts := map[string]Verdict{}
	for _, j := range judged.Shifts {
		for i, v := range j.Visits {
			said := Verdict{Visit: *v.Visit, Marks: v.Marks}
			if v.Call >= 0 && j.Calls[v.Call].Visit == i && j.Calls[v.Call].State.Made() {
				said.State, said.Marks = j.Calls[v.Call].State, j.Calls[v.Call].Marks
			}
			verdicts[v.ID] = said
		}
	}
	return verdicts
}

// Verdict is how the call was made and what is remarkable about the record: a doubtful clock also where there are no
// verdicts.
func (t Teller) Verdict(l *Line) string {
	v := t.Verdicts[l.ID]
	marks := v.Marks
	if t.Night.Doubted(l.ID) && !slices.Contains(marks, model.ClockDoubt) {
		marks = append(slices.Clone(marks), model.ClockDoubt)
	}
	return t.list(Said(t.Text.State(v.State), t.Text.Marks(marks)))
}
