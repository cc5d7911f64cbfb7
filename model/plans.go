package model

import (
	"bytes"
	"encoding/json"
	"slices"
	"sync"
)

// Plans are the frozen plans that were read so far. Most of what it takes to read a night is in its plans, and a unit sets
// out with the same one night after night: nights that are made by the same Plans read it once and share it. Nobody
// writes to a plan that was read. The zero value knows none. It is safe for use by several goroutines, unlike its nights.
type Plans struct {
	mu   sync.Mutex
	read map[string]Plan // by their bytes
}

// NewNight is a night of which nothing is known.
func (p *Plans) NewNight(date Date) *Night {
	return &Night{Date: date, entries: map[string]*entry{}, texts: texts{}, plans: p, parser: Parser{plans: p}}
}

// decodeShiftStarted reads the body of a shift's start. The plan comes last in what Decide writes, or before who wrote it
// down; where it does not, or is there twice, the body is decoded as a whole.
func (p *Plans) decodeShiftStarted(r Record) (ShiftStartedBody, error) {
	rest, plan, found := p.cut(r.Body)
	var start struct {
		ShiftStartedBody
		Plan json.RawMessage `json:"plan"` // in place of the other: none is to be in the rest
	}
	if found && json.Unmarshal(slices.Concat(rest, []byte("}")), &start) == nil && start.Unit != "" && start.Plan == nil {
		if shared, err := p.plan(plan); err == nil {
			start.ShiftStartedBody.Plan = shared
			return start.ShiftStartedBody, nil
		}
	}
	return Decode[ShiftStartedBody](r)
}

// cut takes the plan out of the body of a shift's start. The rest lacks its closing brace. A plan that was read needs no
// search for what may stand behind it.
func (p *Plans) cut(body []byte) (rest, plan []byte, found bool) {
	rest, plan, found = bytes.Cut(body, []byte(`,"plan":`))
	plan, closed := bytes.CutSuffix(plan, []byte("}"))
	if !found || !closed || p.knows(plan) {
		return rest, plan, found && closed
	}
	if i := bytes.Index(plan, []byte(`,"behalf":`)); i >= 0 {
		rest, plan = slices.Concat(rest, plan[i:]), plan[:i]
	}
	return rest, plan, true
}

// validStart reports true for the body of a shift's start that is JSON and has a plan that was read; any other may be JSON
// all the same. What is JSON with one value in the place of the plan is JSON with another.
func (p *Plans) validStart(body []byte) bool {
	rest, plan, found := p.cut(body)
	return found && p.knows(plan) && json.Valid(slices.Concat(rest, []byte(`,"plan":0}`)))
}

func (p *Plans) knows(plan []byte) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	_, known := p.read[string(plan)]
	return known
}

func (p *Plans) plan(b []byte) (plan Plan, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if plan, known := p.read[string(b)]; known {
		return plan, nil
	}
	if err = json.Unmarshal(b, &plan); err == nil {
		set(&p.read, string(b), plan)
	}
	return plan, err
}
