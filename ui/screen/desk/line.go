package desk

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/keymap"
	"beatbook/ui/radio"
	"beatbook/ui/screen"
	"beatbook/ui/text"
	"beatbook/ui/widget"
)

// line is where the operator writes down what units report. Its text stays while it is left.
type line struct {
	field   *widget.Field
	open    bool
	desk    *radio.Desk // nil: it is made anew
	read    radio.Line  // what the text says
	of      readOf
	refused refusal
	tab     completion
	past    history
	above   []string // lines above the text: what it would record, or what is wrong
}

// readOf is what the reading depends on.
type readOf struct {
	typed    string
	desk     *radio.Desk
	operator string
	minute   time.Time
	text     *text.Strings
}

// refusal is why the text was not recorded, and which report is to blame.
type refusal struct {
	err error // nil: it was not refused
	at  radio.Span
}

// completion are the texts that can stand at the cursor, of which one stands there now.
type completion struct {
	offers []radio.Completion
	at     int
	typed  string // the line without it
}

// history are the lines that were recorded last.
type history struct {
	lines []string
	at    int    // the one that is shown; len(lines): none of them
	draft string // what was typed before one was recalled
}

const (
	longestLine = 2000   // in characters
	lineDraft   = "line" // what is typed, among the drafts
	mostPast    = 100    // lines that can be recalled
)

func newLine(typed string) line { return line{field: widget.NewField(typed, longestLine)} }

// lineKey lets a key act on the line.
func (p *Page) lineKey(k tea.KeyMsg) tea.Cmd {
	l, keys := &p.line, p.env.Keys
	switch {
	case key.Matches(k, keys.Form.Back):
		l.open = false
	case key.Matches(k, keys.Form.Accept):
		return p.sendLine()
	case k.Type == tea.KeyTab:
		p.complete(1)
	case k.Type == tea.KeyShiftTab:
		p.complete(-1)
	case key.Matches(k, keys.Move.Up):
		l.recall(-1)
	case key.Matches(k, keys.Move.Down):
		l.recall(1)
	case l.field.Update(k):
		l.forget()
		l.past.at = len(l.past.lines)
	}
	return nil
}

// keepLine has what is typed among the drafts.
func (p *Page) keepLine() {
	if typed := p.line.field.Value(); typed != "" {
		p.env.Drafts[lineDraft] = typed
	} else {
		delete(p.env.Drafts, lineDraft)
	}
}

// forget drops what was said about the text before it changed.
func (l *line) forget() { l.tab, l.refused = completion{}, refusal{} }

// add takes a line that was recorded.
func (h *history) add(recorded string) {
	h.lines = append(h.lines, recorded)
	h.lines = h.lines[max(len(h.lines)-mostPast, 0):]
	h.at = len(h.lines)
}

// recall goes to an earlier line, or back to a later one and to what was typed.
func (l *line) recall(by int) {
	h := &l.past
	if h.at == len(h.lines) {
		h.draft = l.field.Value()
	}
	h.at = max(min(h.at+by, len(h.lines)), 0)
	if h.at == len(h.lines) {
		l.field.Set(h.draft)
	} else {
		l.field.Set(h.lines[h.at])
	}
	l.forget()
}

// complete puts in what can stand at the cursor, and the next or the one before where it was pressed before.
func (p *Page) complete(step int) {
	l := &p.line
	if len(l.tab.offers) == 0 {
		before := l.field.Before()
		l.tab = completion{offers: radio.Complete(l.field.Value(), len(before), p.context()), typed: l.field.Value()}
		if step > 0 {
			step = 0
		}
	}
	n := len(l.tab.offers)
	if n == 0 {
		return
	}
	l.tab.at = (l.tab.at + step + n) % n
	offer := l.tab.offers[l.tab.at]
	l.field.SetAround(l.tab.typed[:offer.From]+offer.Text, l.tab.typed[offer.To:])
	l.refused = refusal{}
	if n == 1 {
		l.tab = completion{}
	}
}

// context is in what the line is read.
func (p *Page) context() radio.Context {
	if p.line.desk == nil {
		out := make([]*model.Shift, len(p.env.Desk.Board.Out))
		for i, row := range p.env.Desk.Board.Out {
			out[i] = row.Judged.Shift
		}
		p.line.desk = radio.NewDesk(p.env.Plan, out)
	}
	return radio.Context{Desk: p.line.desk, Now: p.env.Now, Operator: p.env.Desk.Operator, Text: p.env.Text}
}

// readLine brings the reading up to the text.
func (p *Page) readLine() {
	l, c := &p.line, p.context()
	of := readOf{l.field.Value(), c.Desk, c.Operator, c.Now.Truncate(time.Minute), c.Text}
	if of != l.of {
		l.of, l.read = of, radio.Parse(of.typed, c)
	}
}

// sendLine records what the line says. Where something is wrong with it, it stays as it is.
func (p *Page) sendLine() tea.Cmd {
	if p.line.field.Empty() {
		p.line.open = false
		return nil
	}
	if p.unclear() {
		p.env.Notify(screen.Warning, p.line.read.Problems()[0].Text)
		return nil
	}
	return p.signed(p.doing(p.env.Text.Desk.KeyRecord, p.Unsent()), p.recordLine)
}

// unclear reports whether something is wrong with the text as it is to be read now.
func (p *Page) unclear() bool {
	p.readLine()
	return len(p.line.read.Problems()) > 0
}

// recordLine records all that the line says, or nothing.
func (p *Page) recordLine() tea.Cmd {
	if p.unclear() {
		return nil
	}
	l := &p.line
	records, refused := p.intend(l.read)
	p.env.Judge()
	if l.refused = refused; refused.err != nil {
		return nil
	}
	var said []string
	for _, r := range l.read.Reports {
		said = append(said, r.Preview)
	}
	cmds := make([]tea.Cmd, len(records))
	for i, r := range records {
		cmds[i] = p.env.Outbox.Put(r)
	}
	p.env.Announce(records[len(records)-1], fmt.Sprintf(p.env.Text.Desk.Recorded, strings.Join(said, " / ")))
	l.past.add(l.field.Value())
	l.field.Set("")
	l.forget()
	l.open = false
	p.keepLine()
	return tea.Batch(cmds...)
}

// intend turns all reports into records, none of which is written yet. Where one is refused all are taken back.
func (p *Page) intend(read radio.Line) ([]model.Record, refusal) {
	var records []model.Record
	for _, report := range read.Reports {
		for _, intent := range report.Intents {
			record, err := p.intendOne(report, intent)
			if err != nil {
				for _, r := range slices.Backward(records) {
					p.env.Forget(r)
				}
				return nil, refusal{err, report.Span}
			}
			records = append(records, record)
		}
	}
	return records, refusal{}
}

func (p *Page) intendOne(report radio.Report, intent model.Intent) (model.Record, error) {
	if report.Shift != nil {
		return p.env.IntendFor(report.Shift, intent)
	}
	p.env.Pick(nil) // a shift begins in the present night
	return p.env.Intend(intent)
}

// Explained is how a line is written, while one is.
func (p *Page) Explained() []string {
	if !p.line.open {
		return nil
	}
	return p.env.Text.Radio.Grammar
}

// lineBindings are the keys that mean something in the line.
func (p *Page) lineBindings() []key.Binding {
	keys, t := p.env.Keys, p.env.Text
	return []key.Binding{
		keymap.Meaning(keys.Form.Accept, t.Desk.KeyRecord), keymap.Meaning(keys.Form.Next, t.Desk.KeyComplete),
		keymap.Meaning(keys.Move.Up, t.Desk.KeyEarlier), keymap.Meaning(keys.Form.Back, t.Desk.KeyLeave),
	}
}
