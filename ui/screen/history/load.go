package history

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/session"
)

const freshFor = time.Minute // as long as no record comes

// work is the nights that are being added up.
type work struct {
	*screen.Work
	log session.Log
	to  model.Date
	now time.Time
}

// past is what the nights came to.
type past struct {
	*model.Report
	nights []model.NightTally // each of them, the newest first
	now    time.Time
}

// added answers a work; an answer to one that was given up is dropped.
type added struct {
	work    *work
	report  *model.Report
	tallies []model.NightTally
	err     error
}

// tonight is the last night that is shown.
func (p *Page) tonight() model.Date { return max(p.env.Night.Date, p.env.Plan.Night(p.env.Now)) }

// add adds the nights up; a quiet work is not to be seen.
func (p *Page) add(quiet bool) tea.Cmd {
	w := &work{Work: p.worker.Begin(p.ctx, quiet), log: p.env.Log, to: p.tonight(), now: p.env.Now}
	p.stale = false
	return tea.Batch(w.add, w.Await())
}

func (w *work) add() tea.Msg {
	from := w.to.AddDays(1 - session.HistoryNights)
	r, tallies, err := w.log.ReportByNight(w.Context, from, w.to, model.ReportFilter{}, w.now, w.Tell)
	return added{w, r, tallies, err}
}

func (p *Page) added(msg added) {
	if msg.work.Work != p.worker.Work {
		return
	}
	if p.worker.End(msg.err); msg.err != nil {
		return
	}
	p.past = &past{msg.report, model.EachNight(msg.tallies, msg.work.to), msg.work.now}
	p.details.expire(p.past.From, p.past.now)
	p.choose()
}

// settled takes note of a record that changes what is shown.
func (p *Page) settled(record model.Record) {
	p.stale = p.stale || p.past != nil && record.Night >= p.past.From
	p.details.outdate(record.Night)
	p.asked.stale = true
}

// tick reads again what records or the time have changed, in silence.
func (p *Page) tick() tea.Cmd {
	switch {
	case p.worker.Work != nil || p.worker.Halted():
		return nil
	case p.past == nil:
		return p.add(false)
	case p.past.To != p.tonight(), p.stale, p.env.Now.Sub(p.past.now) >= freshFor:
		if p.view == duty && p.asked.stale {
			return tea.Batch(p.add(true), p.ask(p.asked.at))
		}
		return p.add(true)
	}
	return nil
}
