package patrol

import (
	"fmt"
	"strconv"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/screen"
)

// advanceTime is how long the cursor stays on the row that was just recorded: a second tap of a gloved finger then lands
// on the same checkpoint, where it is an echo, and not on the next one, where it would be a false record.
const advanceTime = time.Second

type advance struct{ record string }

func (p *Page) advanceAfter(record model.Record) tea.Cmd {
	p.made, p.moved, p.resting = record.ID, false, true
	return tea.Tick(advanceTime, func(time.Time) tea.Msg { return advance{record.ID} })
}

// advance moves on to the next call, unless the cursor was moved by hand since.
func (p *Page) advance(msg advance) {
	if msg.record == p.made {
		p.resting = false
		p.followNext()
	}
}

// followNext keeps the cursor on the next call as time passes, until it is moved by hand.
func (p *Page) followNext() {
	if p.shift != nil && !p.moved && !p.resting {
		p.round = 0
		p.toNext()
	}
}

// move moves the cursor and turns through the rounds.
func (p *Page) move(k tea.KeyMsg) tea.Cmd {
	keys, move := p.env.Keys.Patrol, p.env.Keys.Move
	switch {
	case key.Matches(k, keys.EarlierRound):
		p.turn(-1)
	case key.Matches(k, keys.LaterRound):
		p.turn(+1)
	case key.Matches(k, keys.Now) && p.env.Desk != nil:
		p.env.Leave()
	case key.Matches(k, keys.Now):
		p.round, p.moved = 0, false
		p.toNext()
	case screen.MoveCursor(&p.table, k, move):
		p.moved = true
	default:
		return nil
	}
	return p.askHistory()
}

func (p *Page) moveTo(row int) {
	p.moved = true
	p.table.SetCursor(row)
}

// turn shows another round; the present one is followed again when it is reached.
func (p *Page) turn(by int) {
	rounds := len(p.shift.Route.Rounds)
	if rounds == 0 {
		return
	}
	p.moved = true
	p.round = min(max(p.shownRound()+by, 1), rounds)
	if p.round == p.env.Judged.Round() {
		p.round = 0
	}
}

// toNext puts the cursor on the call to be made next.
func (p *Page) toNext() {
	if next := p.env.Judged.Next(); next >= 0 {
		p.table.SetCursor(p.env.Judged.Calls[next].Index)
	}
}

// jump goes to the checkpoint with the number typed so far; a digit that makes no number of the route begins a new one.
func (p *Page) jump(digit string) tea.Cmd {
	for _, typed := range []string{p.digits + digit, digit} {
		if n, err := strconv.Atoi(typed); err == nil && n >= 1 && n <= len(p.shift.Route.Calls) {
			p.digits = typed
			p.moveTo(n - 1)
			return tea.Batch(p.askHistory(), p.forgetDigits())
		}
	}
	p.digits = ""
	p.env.Notify(screen.Warning, fmt.Sprintf(p.env.Text.Patrol.NoSuchNumber, digit))
	return nil
}

// digitTime is how long a second digit still belongs to the first.
const digitTime = 1500 * time.Millisecond

type digitsOver struct{ digits string }

func (p *Page) forgetDigits() tea.Cmd {
	digits := p.digits
	return tea.Tick(digitTime, func(time.Time) tea.Msg { return digitsOver{digits} })
}

// found goes to a checkpoint that was looked for; one that is not on the route is checked in with a note.
func (p *Page) found(checkpoint string) {
	for i, c := range p.shift.Route.Calls {
		if c.Checkpoint == checkpoint {
			p.moveTo(i)
			return
		}
	}
	p.env.Open(p.checkInDialog(checkpoint))
}

// mouse moves the cursor to the row that was clicked, or by the wheel.
func (p *Page) mouse(msg tea.MouseMsg) tea.Cmd {
	switch {
	case msg.Button == tea.MouseButtonWheelUp:
		p.moveTo(p.table.Cursor() - 1)
	case msg.Button == tea.MouseButtonWheelDown:
		p.moveTo(p.table.Cursor() + 1)
	case msg.Button == tea.MouseButtonLeft && msg.Action == tea.MouseActionPress:
		row, ok := p.table.Click(msg.Y - headLines)
		if !ok || msg.X >= p.tableWidth() {
			return nil
		}
		p.moveTo(row)
	default:
		return nil
	}
	return p.askHistory()
}
