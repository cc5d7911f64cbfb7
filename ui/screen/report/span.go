package report

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/screen"
)

// span is the nights that a report is asked of.
type span struct {
	nights int
	last   model.Date // empty: tonight, whichever night that is
}

// lengths are those that one key goes through, in nights.
var lengths = []int{1, 7, 30, 365}

const recentNights = 30

// to is the last night.
func (p *Page) to() model.Date {
	if p.span.last != "" {
		return p.span.last
	}
	return p.env.Night.Date
}

// asked is what the report is to be of.
func (p *Page) asked() question {
	to := p.to()
	return question{from: to.AddDays(1 - p.span.nights), to: to, filter: p.filter}
}

// turn goes to the span before or behind, but not beyond the present night or before the first record.
func (p *Page) turn(by int) tea.Cmd {
	t, to := p.env.Text.Log, p.to()
	latest := max(p.env.Night.Date, p.env.Plan.Night(p.env.Now))
	switch {
	case by > 0 && to >= latest:
		p.env.Notify(screen.Info, t.LastNight)
		return nil
	case by < 0 && p.current && p.content.first:
		p.env.Notify(screen.Info, t.FirstNight)
		return nil
	}
	return p.goTo(min(to.AddDays(by*p.span.nights), latest))
}

func (p *Page) goTo(last model.Date) tea.Cmd {
	p.span.last = last
	if last == p.env.Night.Date {
		p.span.last = ""
	}
	return p.add(false)
}

// widen makes the span longer, and after the longest a single night again.
func (p *Page) widen() tea.Cmd {
	p.span.nights = next(lengths, p.span.nights)
	return p.add(false)
}

func (p *Page) nextRoute() tea.Cmd {
	p.filter.Route = next(append([]string{""}, p.routes...), p.filter.Route)
	return p.add(false)
}

func (p *Page) nextUnit() tea.Cmd {
	p.filter.Unit = next(append([]string{""}, p.units...), p.filter.Unit)
	return p.add(false)
}

// next is the value behind the one of now, and the first one behind the last.
func next[T comparable](values []T, now T) T {
	return values[(slices.Index(values, now)+1)%len(values)]
}
