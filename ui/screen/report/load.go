package report

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/session"
)

const freshFor = time.Minute // as long as no record comes

// question is what a report is to be of.
type question struct {
	from, to model.Date
	filter   model.ReportFilter
}

// work is a report that is being added up, and then the nights of the spark line.
type work struct {
	*screen.Work
	question
	log session.Log
	now time.Time
}

// added answers the first half of a work; an answer to a work that was given up is dropped.
type added struct {
	work    *work
	report  *model.Report
	records bool // there are some in the nights
	first   bool // there are none before them
	err     error
}

// recentAdded answers the second half.
type recentAdded struct {
	work   *work
	report *model.Report
	err    error
}

// add adds up what the page is asked for; a quiet work leaves what is shown in force meanwhile.
func (p *Page) add(quiet bool) tea.Cmd {
	w := &work{Work: p.worker.Begin(p.ctx, quiet), question: p.asked(), log: p.env.Log, now: p.env.Now}
	p.stale = false
	p.current = p.current && quiet
	return tea.Batch(w.add, w.Await())
}

func (w *work) add() tea.Msg {
	a := added{work: w}
	if a.report, a.err = w.log.Report(w.Context, w.from, w.to, w.filter, w.now, w.Tell); a.err != nil {
		return a
	}
	latest, err := w.log.Nights(w.to.AddDays(1), 1)
	if err == nil {
		a.records = len(latest) > 0 && latest[0].Date >= w.from
		latest, err = w.log.Nights(w.from, 1)
		a.first = len(latest) == 0
	}
	a.err = err
	return a
}

func (w *work) addRecent() tea.Msg {
	r, err := w.log.Report(w.Context, w.to.AddDays(1-recentNights), w.to, w.filter, w.now, w.Tell)
	return recentAdded{w, r, err}
}

func (p *Page) added(msg added) tea.Cmd {
	w := msg.work
	if w.Work != p.worker.Work {
		return nil
	}
	if msg.err != nil {
		p.worker.End(msg.err)
		return nil
	}
	p.content = newContent(p.env, msg)
	p.current = true
	if !w.Quiet {
		p.recent = nil
	}
	p.offer()
	if p.span.nights >= recentNights {
		p.recentAdded(recentAdded{work: w, report: msg.report})
		return nil
	}
	w.Tell(0, 1)
	return w.addRecent
}

func (p *Page) recentAdded(msg recentAdded) {
	if msg.work.Work != p.worker.Work {
		return
	}
	if p.worker.End(msg.err); msg.err == nil {
		p.recent = newRecent(msg.report)
	}
}

// settled takes note of a record that changes what is shown.
func (p *Page) settled(record model.Record) {
	if p.content == nil {
		return
	}
	from := min(p.content.Report.From, p.to().AddDays(1-recentNights))
	if record.Night >= from && record.Night <= p.to() {
		p.stale = true
	}
}

// tick adds up again what records or the time have changed, in silence.
func (p *Page) tick() tea.Cmd {
	switch {
	case p.worker.Work != nil || !p.current:
		return nil
	case p.content.question != p.asked(): // tonight is another night now
		return p.add(false)
	case p.stale, p.span.last == "" && p.env.Now.Sub(p.content.now) >= freshFor:
		return p.add(true)
	}
	return nil
}
