package start

import (
	"beatbook/ui/session"
	"beatbook/ui/widget"
)

// Refresh draws anew.
func (p *Page) Refresh() {
	switch {
	case p.form == nil || p.plan != p.env.Plan:
		p.make(p.env.Suggest())
	case p.lang != p.env.Lang:
		p.read()
		p.make(p.fill)
	}
	p.form.Intro = p.intro()
	width, height := p.form.Size(p.width, p.height)
	p.form.Resize(min(width, p.width), min(height, p.height-1))
	p.form.Refresh()
	page := p.title() + "\n" + widget.Fit("", p.width, p.height-1)
	p.view = widget.Place(page, p.form.View(), p.left(), p.top())
}

func (p *Page) formSize() (width, height int) {
	width, height = p.form.Size(p.width, p.height)
	return min(width, p.width), min(height, p.height-1)
}

func (p *Page) left() int {
	width, _ := p.formSize()
	return (p.width - width) / 2
}

func (p *Page) top() int {
	_, height := p.formSize()
	return 1 + (p.height-1-height)/2
}

// title is the bar at the top: the site and the clock.
func (p *Page) title() string {
	t, now := p.env.Text, p.env.Now.In(p.env.Zone())
	right := " " + now.Format("2006-01-02 15:04:05") + " "
	left := " " + t.App.Name + " " + p.env.Glyphs.Separator + " " + p.plan.Site.Name.In(p.env.Lang)
	return p.env.Styles.Title.Render(widget.FitLine(widget.Line(left), p.width-len(right), p.env.Glyphs.Ellipsis) + right)
}

// intro says what there is to know before the start: the sample plan, a small crew, what the last shift left.
func (p *Page) intro() []string {
	t := p.env.Text
	var lines []string
	if p.env.Sample {
		lines = append(lines, t.App.SampleLoaded)
	}
	if last := p.lastShift(); last != nil && last.Handover != "" {
		who := last.Unit.Callsign.In(p.env.Lang) + " " + last.Ended.In(last.Zone).Format("01-02 15:04")
		lines = append(lines, t.Start.Handover+" "+who+t.App.Colon+last.Handover)
	}
	switch len(session.SplitCrew(p.crew.Value())) {
	case 0:
		lines = append(lines, t.Start.CrewEmpty)
	case 1:
		lines = append(lines, t.Start.CrewOfOne)
	}
	if len(lines) > 0 {
		lines = append(lines, "")
	}
	return lines
}

// View shows what Refresh has drawn.
func (p *Page) View() string { return p.view }

// Cursor is in the field with the focus.
func (p *Page) Cursor() (x, y int, ok bool) {
	if p.form == nil {
		return 0, 0, false
	}
	x, y, ok = p.form.Cursor()
	return x + p.left(), y + p.top(), ok
}
