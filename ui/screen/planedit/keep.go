package planedit

import (
	"encoding/json"

	"beatbook/data/routefile"
	"beatbook/model"
	"beatbook/ui/screen"
)

// keptAs is the place of the draft among those that outlast the program.
const keptAs = "plan"

// kept is a draft as it outlasts the program.
type kept struct {
	Base      model.Plan `json:"base"` // in force when it was seen last
	Plan      model.Plan `json:"plan"`
	Overtaken bool       `json:"overtaken,omitempty"`
}

// keep has the draft outlast the program, as long as there is something in it that is not saved.
func (p *Page) keep() {
	switch d := p.draft; {
	case len(d.changes) == 0:
		delete(p.env.Drafts, keptAs)
	case d.plan != p.keptPlan || d.base != p.keptBase:
		if b, err := json.Marshal(kept{*d.base, *d.plan, d.overtaken}); err == nil {
			p.env.Drafts[keptAs] = string(b)
		}
	}
	p.keptBase, p.keptPlan = p.draft.base, p.draft.plan
}

// restored is the draft that was not saved when the program ended, as far as it can still be edited: each plan in a draft
// can be written as a file.
func restored(env *screen.Env) draft {
	d := newDraft(env.Plan)
	var was kept
	if json.Unmarshal([]byte(env.Drafts[keptAs]), &was) != nil {
		return d
	}
	if _, err := routefile.Write(was.Plan); err != nil || len(model.DiffPlans(env.Plan, &was.Plan)) == 0 {
		return d
	}
	d.put(was.Plan)
	d.overtaken = was.Overtaken || len(model.DiffPlans(env.Plan, &was.Base)) > 0
	return d
}
