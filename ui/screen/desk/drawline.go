package desk

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"

	"beatbook/ui/radio"
	"beatbook/ui/widget"
)

// fillLine makes the lines above the text: what each report would record, or what is wrong with it, and what completes it.
func (p *Page) fillLine() {
	l := &p.line
	if l.above = nil; !l.open {
		return
	}
	p.readLine()
	s, g := p.env.Styles, p.env.Glyphs
	if l.refused.err != nil {
		p.say(s.Error, g.Cross, p.env.Text.Error(l.refused.err))
	}
	for _, problem := range l.read.Problems() {
		p.say(s.Error, g.Cross, problem.Text)
	}
	for _, report := range l.read.Reports {
		switch {
		case len(report.Problems) > 0:
		case len(report.Doubts) > 0:
			p.say(s.Warning, "?", report.Preview+" "+fmt.Sprintf(p.env.Text.Radio.Doubtful, strings.Join(report.Doubts, p.env.Text.App.ListJoin)))
		case report.Marked:
			p.say(s.Warning, "!", report.Preview)
		default:
			p.say(s.OK, g.Check, report.Preview)
		}
	}
	if most := max(p.height/3, 1); len(l.above) > most { // what is wrong stands first, and what is left out is said
		more := fmt.Sprintf(p.env.Text.App.More, len(l.above)-most+1)
		l.above = append(l.above[:most-1], widget.FitLine(" "+g.Ellipsis+" "+s.Warning.Render(more), p.width, ""))
	}
	if len(l.tab.offers) > 0 {
		l.above = append(l.above, p.offers())
	}
}

// say adds a sentence, which may take two lines.
func (p *Page) say(style lipgloss.Style, mark, sentence string) {
	lines := widget.Wrap(widget.Line(mark+" "+sentence), max(p.width-2, 1))
	for _, line := range lines[:min(len(lines), 2)] {
		p.line.above = append(p.line.above, widget.FitLine(" "+style.Render(line), p.width, ""))
	}
}

// offers are the completions, from the one that stands in the text.
func (p *Page) offers() string {
	tab, s := &p.line.tab, p.env.Styles
	said := ""
	for i, offer := range tab.offers[tab.at:] {
		word := strings.TrimSpace(widget.Line(offer.Text))
		style := s.Hint
		if i == 0 {
			style = s.Choice
		}
		said += " " + style.Render(word)
		if offer.Hint != "" {
			said += " " + s.Dim.Render(widget.Line(offer.Hint)) + " "
		}
		if ansi.StringWidth(said) > p.width {
			break
		}
	}
	return widget.FitLine(said, p.width, p.env.Glyphs.Ellipsis)
}

// drawLine is the text with its words in the styles of what they are, under what is said about it.
func (p *Page) drawLine() string {
	look := p.env.Look()
	before, width := p.linePrompt()
	prompt := widget.FitLine(" "+look.Label.Render(p.env.Text.Desk.LinePrompt), before, "")
	return strings.Join(append(p.line.above, prompt+p.line.field.ViewPainted(look, width, p.paints())), "\n")
}

func (p *Page) linePrompt() (before, width int) {
	before = 1 + ansi.StringWidth(p.env.Text.Desk.LinePrompt)
	return before, max(p.width-before, 1)
}

// paints are the words of the line by what they are, and over them what is wrong.
func (p *Page) paints() []widget.Paint {
	var paints []widget.Paint
	paint := func(at radio.Span, style lipgloss.Style) {
		paints = append(paints, widget.Paint{From: at.From, To: at.To, Style: style})
	}
	for _, report := range p.line.read.Reports {
		for _, word := range report.Words {
			paint(word.Span, p.roleStyle(word.Role))
		}
		for _, problem := range report.Problems {
			paint(problem.Span, p.env.Styles.Error)
		}
	}
	if p.line.refused.err != nil {
		paint(p.line.refused.at, p.env.Styles.Error)
	}
	return paints
}

func (p *Page) roleStyle(role radio.Role) lipgloss.Style {
	s := p.env.Styles
	switch role {
	case radio.UnitWord:
		return s.Key
	case radio.CheckpointWord:
		return s.Value
	case radio.NoteText:
		return s.Note
	case radio.SkipWord, radio.StartWord, radio.EndWord, radio.HeardWord:
		return s.Warning
	case radio.NoteMarker:
		return s.Label
	}
	return s.Mark
}
