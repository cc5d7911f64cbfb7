package planedit

import (
	"fmt"
	"strconv"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"beatbook/model"
	"beatbook/ui/dialog"
	"beatbook/ui/session"
	"beatbook/ui/widget"
)

// history is what is known of the plans that were adopted, the newest first.
type history struct {
	list    []session.PlanVersion
	err     error
	reading int // counts the readings: answers to earlier ones are stale
	read    int // the one that was answered; 0: none was
}

// historyRead answers a reading.
type historyRead struct {
	reading int
	list    []session.PlanVersion
	err     error
}

// readHistory reads the plans off the screen's loop.
func (p *Page) readHistory() tea.Cmd {
	p.history.reading++
	reading, log := p.history.reading, p.env.Log
	return func() tea.Msg {
		list, err := session.PlanVersions(log)
		return historyRead{reading, list, err}
	}
}

func (p *Page) historyRead(msg historyRead) {
	if msg.reading == p.history.reading {
		p.history = history{msg.list, msg.err, msg.reading, msg.reading}
	}
}

// versions are the plans that were adopted.
type versions struct{ *Page }

func (l versions) all() []session.PlanVersion { return l.history.list }

func (l versions) len() int { return len(l.all()) }

const adoptedForm = "2006-01-02 15:04"

func (l versions) columns() []widget.Column {
	t := l.env.Text.Plan.Versions
	count := func(title string) widget.Column {
		return widget.Column{Title: title, Width: ansi.StringWidth(title), Right: true}
	}
	return []widget.Column{
		{Title: t.Number, Width: 4, Right: true},
		{Title: t.Adopted, Width: len(adoptedForm)},
		{Title: t.Operator, Width: 6, Flex: 1},
		count(t.Checkpoints), count(t.Routes), count(t.Units),
	}
}

func (l versions) cells(row int) []widget.Cell {
	v := l.all()[row]
	return []widget.Cell{
		{Text: strconv.Itoa(v.Number)}, {Text: l.adopted(v)}, {Text: l.operator(v)},
		{Text: strconv.Itoa(len(v.Plan.Checkpoints))}, {Text: strconv.Itoa(len(v.Plan.Routes))}, {Text: strconv.Itoa(len(v.Plan.Units))},
	}
}

func (l versions) adopted(v session.PlanVersion) string {
	return v.At.In(l.env.Zone()).Format(adoptedForm)
}

// operator is who made the version, or that nobody of the site did.
func (l versions) operator(v session.PlanVersion) string {
	if v.Sample {
		return l.env.Text.Plan.Versions.Sample
	}
	return v.Operator
}

func (l versions) about(row int) (string, []fact) {
	v, t := l.all()[row], l.env.Text.Plan.Versions
	title := fmt.Sprintf(l.env.Text.PlanEdit.Version, v.Number)
	if v.InUse {
		title += " " + l.env.Glyphs.Separator + " " + t.InUse
	}
	about := facts(
		fact{t.Adopted, l.adopted(v)}, fact{t.Operator, l.operator(v)}, fact{t.Checkpoints, strconv.Itoa(len(v.Plan.Checkpoints))},
		fact{t.Routes, strconv.Itoa(len(v.Plan.Routes))}, fact{t.Units, strconv.Itoa(len(v.Plan.Units))},
	)
	for _, said := range l.inWords(row) {
		about = append(about, fact{value: said})
	}
	return title, about
}

// changes are those of a version to the one before it, false where it is the first one.
func (l versions) changes(row int) ([]model.PlanChange, bool) {
	if row+1 >= l.len() {
		return nil, false
	}
	return model.DiffPlans(&l.all()[row+1].Plan, &l.all()[row].Plan), true
}

// inWords is the same in words.
func (l versions) inWords(row int) []string {
	changes, ok := l.changes(row)
	switch {
	case !ok:
		return []string{l.env.Text.PlanEdit.FirstVersion}
	case len(changes) == 0:
		return []string{l.env.Text.Plan.Versions.NoDifference}
	}
	return l.said(changes)
}

// open shows what a version changed.
func (l versions) open(row int) {
	title := fmt.Sprintf(l.env.Text.PlanEdit.VersionTitle, l.all()[row].Number)
	l.env.Open(dialog.NewPlanChanges(l.env, title, nil, l.inWords(row), nil))
}
