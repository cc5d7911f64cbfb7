package nightlog

import (
	"cmp"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/session"
	"beatbook/ui/widget"
)

const (
	hitsPerPage   = 50 // that are found in earlier nights before the search pauses
	nightsPerPage = 30 // that are read before it pauses
)

// search is what is looked for and what was found of it in nights before the one that is shown.
type search struct {
	widget.Finder
	request int          // id of the latest look back; the answers to earlier ones are stale
	busy    bool         // a look back is under way
	nights  []*chronicle // earlier nights with hits, the latest first
	reached model.Date   // the earliest night that was searched; empty: only the one that is shown
	all     bool         // there are none before it
}

func (s *search) hits(l *line) bool { return s.In(l.folded) }

// forget lets go of what was found in earlier nights.
func (s *search) forget() {
	s.request++
	s.busy, s.nights, s.reached, s.all = false, nil, "", false
}

// sought takes note that something else is looked for.
func (p *Page) sought() {
	p.search.forget()
	p.stale = true
}

// typed lets a key act on the search field.
func (p *Page) typed(k tea.KeyMsg) {
	switch known, changed := p.search.Key(k); {
	case changed:
		p.sought()
	case !known && screen.MoveCursor(&p.table, k, p.env.Keys.Move):
		p.moved()
	}
}

// lookedBack answers a look back into earlier nights.
type lookedBack struct {
	request int
	nights  []*chronicle
	reached model.Date
	all     bool
	err     error
}

// lookBack searches on in earlier nights, a page at a time.
func (p *Page) lookBack() tea.Cmd {
	s := &p.search
	if s.busy || s.all {
		return nil
	}
	s.request++
	s.busy, p.follow = true, false
	before := cmp.Or(s.reached, p.night().night.Date)
	log, sought, now := p.env.Log, search{Finder: s.Finder, request: s.request}, p.env.Now
	return func() tea.Msg { return sought.lookBack(log, before, now) }
}

// lookBack reads nights before the date until a page of hits is found.
func (s search) lookBack(log session.Log, before model.Date, now time.Time) lookedBack {
	answer := lookedBack{request: s.request, reached: before}
	nights, err := log.Nights(before, nightsPerPage)
	if err != nil {
		answer.err = err
		return answer
	}
	answer.all = len(nights) < nightsPerPage
	found := 0
	for i, n := range nights {
		night, err := readNight(log, n.Date, now)
		if err != nil {
			answer.err, answer.all = err, false
			return answer
		}
		answer.reached = n.Date
		if hits := s.count(night); hits > 0 {
			answer.nights = append(answer.nights, night)
			found += hits
		}
		if found >= hitsPerPage {
			answer.all = answer.all && i == len(nights)-1
			break
		}
	}
	return answer
}

func (s search) count(night *chronicle) (n int) {
	for _, l := range night.lines {
		if s.hits(l) {
			n++
		}
	}
	return n
}

func (p *Page) lookedBack(msg lookedBack) {
	s := &p.search
	if msg.request != s.request {
		return
	}
	s.busy, s.reached, s.all = false, msg.reached, msg.all
	s.nights = append(s.nights, msg.nights...)
	p.stale = true
	if msg.err != nil {
		p.env.Notify(screen.Failure, p.env.Text.Error(msg.err))
	}
}
