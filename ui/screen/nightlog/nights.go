package nightlog

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/session"
)

// walk is the way to another night that is being read.
type walk struct {
	request int // id of the latest one; the answers to earlier ones are stale
	steps   int // nights to go, back where negative; 0: nothing is being read
}

// nightRead answers a walk.
type nightRead struct {
	request int
	night   *chronicle // nil: the night in hand
	arrived bool       // false: there is no night in that direction
	err     error
}

// goNights goes to a later night with records, or back to an earlier one. Steps that come while one is being read add up.
func (p *Page) goNights(steps int) tea.Cmd {
	p.walk.request++
	p.walk.steps += steps
	if p.walk.steps == 0 {
		return nil
	}
	w := p.walk
	n := nights{p.env.Log, p.env.Night.Date}
	from, now := p.night().night.Date, p.env.Now
	return func() tea.Msg {
		date, err := n.from(from, w.steps)
		answer := nightRead{request: w.request, arrived: date != from, err: err}
		if err == nil && answer.arrived && date != n.tonight {
			answer.night, answer.err = readNight(n.log, date, now)
		}
		return answer
	}
}

func (p *Page) nightRead(msg nightRead) {
	if msg.request != p.walk.request {
		return
	}
	back := p.walk.steps < 0
	p.walk.steps = 0
	switch t := p.env.Text; {
	case msg.err != nil:
		p.env.Notify(screen.Failure, t.Error(msg.err))
	case msg.arrived:
		p.past = msg.night
	case back:
		p.env.Notify(screen.Info, t.Log.FirstNight)
	default:
		p.env.Notify(screen.Info, t.Log.LastNight)
	}
}

// showTonight goes to the night in hand, which needs no reading.
func (p *Page) showTonight() {
	p.walk.request++
	p.walk.steps = 0
	p.past = nil
}

// nights are those of which the log knows something, and the one in hand.
type nights struct {
	log     session.Log
	tonight model.Date
}

// from is the night so many steps away, or the last one in that direction.
func (n nights) from(date model.Date, steps int) (model.Date, error) {
	step := n.later
	if steps < 0 {
		step, steps = n.earlier, -steps
	}
	for range steps {
		next, err := step(date)
		if err != nil || next == "" {
			return date, err
		}
		date = next
	}
	return date, nil
}

// earlier is the latest night before the date, empty where there is none.
func (n nights) earlier(date model.Date) (model.Date, error) {
	found, err := n.log.Nights(date, 1)
	if err != nil {
		return "", err
	}
	var night model.Date
	if n.tonight < date {
		night = n.tonight
	}
	for _, f := range found {
		night = max(night, f.Date)
	}
	return night, nil
}

// later is the earliest night after the date, empty where there is none. The log knows the way back only.
func (n nights) later(date model.Date) (model.Date, error) {
	const page = 100
	var night, before model.Date
	if n.tonight > date {
		night = n.tonight
	}
	for {
		found, err := n.log.Nights(before, page)
		if err != nil {
			return "", err
		}
		for _, f := range found {
			if f.Date <= date {
				return night, nil
			}
			if night == "" || f.Date < night {
				night = f.Date
			}
		}
		if len(found) < page {
			return night, nil
		}
		before = found[len(found)-1].Date
	}
}

// readNight reads a night and makes it ready, which takes its time as well.
func readNight(log session.Log, date model.Date, now time.Time) (*chronicle, error) {
	night, err := log.Night(date)
	if err != nil {
		return nil, err
	}
	return newChronicle(night, now), nil
}
