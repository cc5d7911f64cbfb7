package routefile

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"beatbook/model"
)

const (
	// maxRounds and maxCalls bound the calls of a night: 48 rounds are one each half hour, day and night.
	maxRounds = 48
	maxCalls  = 200
)

func (r *reader) route(n *yaml.Node) model.Route {
	before := len(r.problems)
	o := r.object(n, "id", "name", "order", "tolerance", "rounds", "every", "contact", "calls")
	route := model.Route{
		ID:        r.define(r.routes, o.must("id")),
		Name:      r.name(o.must("name"), maxName),
		Order:     oneOf(r, o.may("order"), []model.Order{model.FixedOrder, model.AnyOrder}, model.FixedOrder),
		Tolerance: r.tolerance(o.may("tolerance")),
		Rounds:    r.rounds(o.may("rounds")),
		Every:     r.every(o),
		Contact:   r.positive(o.may("contact"), ZeroContact),
	}
	calls := r.list(o.must("calls"), maxCalls)
	for _, c := range calls {
		route.Calls = append(route.Calls, r.call(c, o.may("every") != nil && o.may("rounds") == nil))
	}
	switch {
	case len(r.problems) > before: // bands of a route that is wrong say nothing
	case route.Interval():
		r.checkInterval(calls, route)
	default:
		r.checkBands(calls, route)
	}
	return route
}

// rounds reads the starts, which follow each other in one night: from one turn of the night to the next.
func (r *reader) rounds(n *yaml.Node) []model.Clock {
	const day = 24 * 60
	first := map[model.Clock]*yaml.Node{}
	sinceTurn := func(c model.Clock) model.Clock { return (c - r.turn + day) % day }
	var rounds []model.Clock
	for _, n := range r.list(n, maxRounds) {
		c, ok := r.clock(n)
		switch {
		case !ok:
			continue
		case first[c] != nil:
			r.add(n, RepeatedRound, lineOf(first[c]))
			continue
		case len(rounds) > 0 && sinceTurn(c) < sinceTurn(rounds[len(rounds)-1]):
			r.add(n, RoundOrder, rounds[len(rounds)-1].String())
		}
		first[c] = n
		rounds = append(rounds, c)
	}
	return rounds
}

// every reads the interval of a route, which has that or rounds.
func (r *reader) every(o object) model.Duration {
	n := o.may("every")
	if n == nil {
		if o.fields != nil && o.may("rounds") == nil {
			r.addAbout(o.node, NoRounds, textOf(o.may("id")), "")
		}
		return 0
	}
	if o.may("rounds") != nil {
		r.add(n, RoundsAndEvery, "")
	}
	return r.positive(n, ZeroInterval)
}

// positive reads a time span of which nothing at all makes no sense.
func (r *reader) positive(n *yaml.Node, zero Code) model.Duration {
	d, ok := r.duration(n, maxDuration)
	if ok && d == 0 {
		r.add(n, zero, "")
	}
	return d
}

func (r *reader) call(n *yaml.Node, interval bool) model.RouteCall {
	o := r.object(n, "checkpoint", "after", "from", "to", "tolerance")
	c := model.RouteCall{
		Checkpoint: r.refer(r.checkpoints, o.must("checkpoint"), UnknownCheckpoint),
		From:       r.moment(o.may("from")),
		To:         r.moment(o.may("to")),
		Tolerance:  r.tolerance(o.may("tolerance")),
	}
	after, from, to := o.may("after"), o.may("from"), o.may("to")
	c.After, _ = r.duration(after, maxDuration)
	if interval {
		for _, key := range []string{"after", "from", "to"} {
			if value := o.may(key); value != nil {
				r.addAbout(value, TimedInterval, key, "")
			}
		}
		return c
	}
	if after != nil && (from != nil || to != nil) {
		r.add(after, AfterAndWindow, "")
	}
	switch {
	case from != nil && to == nil:
		r.addAbout(from, HalfWindow, "from", "to")
	case from == nil && to != nil:
		r.addAbout(to, HalfWindow, "to", "from")
	}
	return c
}

// moment reads an end of a window: a time of day, or a time span from the start of the round.
func (r *reader) moment(n *yaml.Node) *model.Moment {
	if n == nil {
		return nil
	}
	if strings.Contains(n.Value, ":") {
		c, _ := r.clock(n)
		return &model.Moment{Clock: &c}
	}
	d, _ := r.duration(n, maxDuration)
	return &model.Moment{Offset: d}
}

// checkInterval: a place has one interval, not two.
func (r *reader) checkInterval(nodes []*yaml.Node, route model.Route) {
	first := map[string]*yaml.Node{}
	for i, c := range route.Calls {
		if first[c.Checkpoint] != nil {
			r.addAbout(nodes[i], RepeatedCall, c.Checkpoint, lineOf(first[c.Checkpoint]))
			continue
		}
		first[c.Checkpoint] = nodes[i]
	}
}
