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
	log    session.Log
	now    time.Time
	quiet  bool // nobody asked for it
	recent bool // the report is there, the spark line is not
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
	p.giveUp()
	w := &work{Work: screen.NewWork(p.ctx), question: p.asked(), log: p.env.Log, now: p.env.Now, quiet: quiet}
	p.work, p.halt, p.stale = w, halt{}, false
	p.current = p.current && quiet
	return tea.Batch(w.add, w.Await())
}

// giveUp ends the work under way: its answers are stale from now on.
func (p *Page) giveUp() {
	if p.work != nil {
		p.work.GiveUp()
		p.work = nil
	}
}

// stop is giving up by hand, to be said.
func (p *Page) stop() {
	p.giveUp()
	p.halt.stopped = true
}

// stoppable reports whether Esc stops something before it leaves the page.
func (p *Page) stoppable() bool { return p.work != nil && !p.work.quiet }

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
	if w != p.work {
		return nil
	}
	if msg.err != nil {
		p.fail(msg.err)
		return nil
	}
	p.content = newContent(p.env, msg)
	p.current = true
	if !w.quiet {
		p.recent = nil
	}
	p.offer()
	if p.span.nights >= recentNights {
		p.recentAdded(recentAdded{work: w, report: msg.report})
		return nil
	}
	w.recent = true
	w.Tell(0, 1)
	return w.addRecent
}

func (p *Page) recentAdded(msg recentAdded) {
	if msg.work != p.work {
		return
	}
	if msg.err != nil {
		p.fail(msg.err)
		return
	}
	p.recent = newRecent(msg.report)
	p.giveUp() // there is nothing left to be done
}

func (p *Page) fail(err error) {
	p.giveUp()
	p.halt.err = err
}

func (p *Page) waited(msg screen.Waited) tea.Cmd {
	if p.work == nil || msg.Work != p.work.Work {
		return nil
	}
	return msg.Work.GoOn()
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
	case p.work != nil || !p.current:
		return nil
	case p.content.question != p.asked(): // tonight is another night now
		return p.add(false)
	case p.stale, p.span.last == "" && p.env.Now.Sub(p.content.now) >= freshFor:
		return p.add(true)
	}
	return nil
}
