// Package lock is the screen that stands in for all others while nobody is to read them.
package lock

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/session"
	"beatbook/ui/text"
	"beatbook/ui/widget"
)

// Page asks for what unlocks the screen, or for any key where there is nothing to know. It shows the clock and how many
// alerts wait, and nothing else of the work that goes on behind it. At a desk another operator can take over: whoever locked
// it may have gone home.
type Page struct {
	env    *screen.Env
	secret session.Secret
	since  time.Time
	field  *widget.Field
	taker  string // the operator who is about to take over; empty: nobody is

	checking bool
	failure  error // of the last try; nil: there was none, or something was typed since
	open     bool

	width, height int
	view          string
	cursor        struct{ x, y int }
}

// longestSecret is how many characters are taken, more than any secret may have.
const longestSecret = 1024

// deafTime is how long no key wakes a screen that asks for no secret: the second tap of a gloved finger on the key that
// locked it must not.
const deafTime = time.Second

// New locks the screen with what the session asks for.
func New(env *screen.Env) *Page {
	p := &Page{env: env, secret: env.Unlocks(), since: env.Log.Stamp().At, field: widget.NewField("", longestSecret)}
	p.field.Secret = true
	return p
}

// Open reports whether the screen may be shown again.
func (p *Page) Open() bool { return p.open }

// checked tells what became of a try.
type checked struct {
	page *Page
	err  error
}

// Update takes keys, the mouse and the answer to a try.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return p.key(msg)
	case tea.MouseMsg:
		if msg.Action == tea.MouseActionPress {
			p.wake()
		}
	case checked:
		if msg.page == p {
			return p.checked(msg.err)
		}
	}
	return nil
}

// wake lets any key or click open the screen where no secret is asked for.
func (p *Page) wake() {
	p.open = p.secret.Check == nil && p.env.Log.Stamp().At.Sub(p.since).Abs() >= deafTime
}

func (p *Page) key(k tea.KeyMsg) tea.Cmd {
	keys := p.env.Keys.Form
	switch {
	case p.secret.Check == nil:
		p.wake()
	case key.Matches(k, keys.Accept):
		return p.try()
	case key.Matches(k, keys.Next):
		p.pick(1)
	case key.Matches(k, keys.Prev):
		p.pick(-1)
	case key.Matches(k, keys.Back):
		p.field.Set("")
	default:
		if p.field.Update(k) {
			p.failure = nil
		}
	}
	return nil
}

// takers are the operators who may take over from the one on duty: those with a PIN of their own.
func (p *Page) takers() []string {
	desk := p.env.Desk
	if desk == nil || desk.Operator == "" {
		return nil
	}
	return slices.DeleteFunc(p.env.WithPIN(), func(name string) bool {
		return session.SameOperator(name, desk.Operator) || !p.env.HasOwnPIN(name)
	})
}

// pick goes on to the next of those who may give their secret; the one on duty is among them.
func (p *Page) pick(step int) {
	names := append([]string{""}, p.takers()...)
	if len(names) == 1 || p.checking {
		return
	}
	p.taker = names[(slices.Index(names, p.taker)+step+len(names))%len(names)]
	if p.secret = p.env.Unlocks(); p.taker != "" {
		p.secret = p.env.PINOf(p.taker)
	}
	p.failure = nil
	p.field.Set("")
}

// try checks what was typed, which is not kept any longer than that takes.
func (p *Page) try() tea.Cmd {
	typed, check := p.field.Value(), p.secret.Check
	if typed == "" || p.checking || p.env.MayTry(p.secret) != nil {
		return nil // the screen says what to wait for
	}
	p.field.Set("")
	p.checking, p.failure = true, nil
	return func() tea.Msg { return checked{p, check(typed)} }
}

// checked counts a try, also for the next run.
func (p *Page) checked(err error) (cmd tea.Cmd) {
	p.env.Tried(p.secret, err)
	if err == nil && p.taker != "" {
		cmd, err = p.relieve()
	} else {
		cmd = p.env.SaveSettings()
	}
	p.checking, p.failure, p.open = false, err, err == nil
	return cmd
}

// relieve signs on whoever takes over.
func (p *Page) relieve() (tea.Cmd, error) {
	before := p.env.Desk.Operator
	relief := model.SignOn{Plan: p.env.Plan, Operator: p.taker, Relieves: before}
	return p.env.SignOn(relief, fmt.Sprintf(p.env.Text.Desk.Relieved, p.taker, before))
}

// Resize gives the page its size.
func (p *Page) Resize(width, height int) { p.width, p.height = width, height }

// fieldWidth is that of the field of the secret, in cells.
const fieldWidth = 24

// Refresh draws anew.
func (p *Page) Refresh() {
	t, s := p.env.Text.Lock, p.env.Styles
	word := t.Locked
	if p.secret.Check == nil {
		word = t.Resting
	}
	lines := []string{s.Title.Render(" " + p.env.HHMMSS(p.env.Now) + " "), "", s.Choice.Render(word), p.alerts(), ""}
	top := max((p.height-len(lines)-4)/2, 0)
	if p.taker != "" {
		name := ansi.Truncate(widget.Line(p.taker), p.width/2, p.env.Glyphs.Ellipsis)
		lines = append(lines, s.Label.Render(t.TakesOver+p.env.Text.App.Colon)+s.Choice.Render(name))
	}
	if p.secret.Check != nil {
		lines = append(lines, p.prompt(top+len(lines)))
	}
	said, style := p.said()
	for _, line := range widget.Wrap(said, p.width-4) {
		lines = append(lines, style.Render(line))
	}
	for i, line := range lines {
		lines[i] = strings.Repeat(" ", max((p.width-ansi.StringWidth(line))/2, 0)) + line
	}
	p.view = widget.Fit(strings.Repeat("\n", top)+strings.Join(lines, "\n"), p.width, p.height)
}

// alerts is how many there are, at a desk, without what they are about.
func (p *Page) alerts() string {
	t, s := p.env.Text.Lock, p.env.Styles
	switch {
	case p.env.Desk == nil:
		return ""
	case len(p.env.Desk.Board.Alerts) == 0:
		return s.Dim.Render(t.NoAlerts)
	}
	return s.Warning.Render(fmt.Sprintf(t.Alerts, len(p.env.Desk.Board.Alerts)))
}

// prompt is the field of the secret in line y of the page.
func (p *Page) prompt(y int) string {
	name := p.env.Text.Lock.PIN
	if p.secret.Kind == session.Passphrase {
		name = p.env.Text.Lock.Passphrase
	}
	name += p.env.Text.App.Colon
	width := ansi.StringWidth(name) + fieldWidth
	p.cursor.x, p.cursor.y = max((p.width-width)/2, 0)+ansi.StringWidth(name)+p.field.CursorX(fieldWidth), y
	return p.env.Styles.Label.Render(name) + p.field.View(p.env.Look(), fieldWidth, true)
}

// said is what to do, or why the last try was in vain.
func (p *Page) said() (string, style) {
	t, s := p.env.Text.Lock, p.env.Styles
	wait := p.env.MayTry(p.secret)
	switch {
	case p.secret.Check == nil:
		return t.AnyKey, s.Hint
	case p.checking:
		return t.Checking, s.Hint
	case wait != nil && p.failure != nil:
		return text.Sentences(p.env.Text.Error(p.failure), p.env.Text.Error(wait)), s.Error
	case wait != nil:
		return p.env.Text.Error(wait), s.Warning
	case p.failure != nil:
		return p.env.Text.Error(p.failure), s.Error
	case p.taker != "":
		return fmt.Sprintf(t.AskTaker, p.env.Keys.Form.Next.Help().Key), s.Hint
	}
	ask := t.Ask
	if p.secret.Kind == session.PIN && p.env.Desk != nil && p.env.Desk.Operator != "" {
		ask = t.AskOperator
	}
	if len(p.takers()) > 0 {
		ask += "\n" + fmt.Sprintf(t.OrTakeOver, p.env.Keys.Form.Next.Help().Key)
	}
	return ask, s.Hint
}

// style paints.
type style interface{ Render(...string) string }

// View shows what Refresh has drawn.
func (p *Page) View() string { return p.view }

// Cursor is in the field of the secret.
func (p *Page) Cursor() (x, y int, ok bool) { return p.cursor.x, p.cursor.y, p.secret.Check != nil }
