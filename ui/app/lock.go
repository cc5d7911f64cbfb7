package app

import (
	"fmt"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/ui/screen"
	"beatbook/ui/screen/lock"
)

// grace is how long after the screen has locked by itself a key or a click still undoes that, and does what it was meant
// for: somebody is there, in the middle of a word.
const grace = 2 * time.Second

// guard locks the screen while nobody is at it. The pages behind it go on with their work.
type guard struct {
	page     *lock.Page // nil: the screen is not locked
	input    time.Time  // when a key or a click last came
	drowsy   bool       // it has just locked by itself
	returned string     // who was signed on when the program began with the screen locked
	key      string     // the last one that it was given
	opened   time.Time
}

// begin locks the screen where anybody has a PIN: to end the program and start it again must not be a way around the lock.
// Of a sealed folder the passphrase has just been given, but it opens no desk.
func (a *App) begin() {
	a.guard.input = a.env.Log.Stamp().At
	if a.env.PINsInUse() {
		a.lock()
		if a.env.Desk != nil {
			a.guard.returned = a.env.Desk.Operator
		}
	}
}

// lock locks the screen, or leaves it locked.
func (a *App) lock() {
	if a.guard.page == nil {
		a.guard.page = lock.New(a.env)
	}
}

// overdue is for how long the screen has had to be locked, negative where it has not. A clock that was set counts as time
// without a key, so that it cannot keep the screen open.
func (a *App) overdue() time.Duration {
	after := a.env.LockAfter()
	if after == 0 {
		return -1
	}
	return a.env.Log.Stamp().At.Sub(a.guard.input).Abs() - after
}

// watchIdleness locks the screen when its time has come.
func (a *App) watchIdleness() {
	g, late := &a.guard, a.overdue()
	g.drowsy = g.drowsy && late >= 0 && late < grace
	if g.page == nil && late >= 0 {
		a.lock()
		g.drowsy = late < grace
	}
}

// unlessLocked hands a key or the mouse to the pages, or to the lock alone. A laptop that has slept is locked by the first
// key, which may come before the clock's next tick.
func (a *App) unlessLocked(msg tea.Msg, pages func() tea.Cmd) tea.Cmd {
	g, now, name := &a.guard, a.env.Log.Stamp().At, ""
	if k, ok := msg.(tea.KeyMsg); ok {
		name = k.String()
	}
	late := a.overdue()
	switch {
	case g.page != nil && g.drowsy && late >= 0 && late < grace:
		g.page = nil
	case g.page != nil:
		if a.tooSmall() {
			return nil
		}
		g.key = name
		return g.page.Update(msg)
	case late >= grace:
		a.lock()
		return nil
	case name != "" && name == g.key && now.Sub(g.opened).Abs() < echoTime:
		return nil // the second tap of the key that unlocked
	}
	g.input = now
	return pages()
}

// unlock shows the pages again as soon as the lock says so.
func (a *App) unlock() {
	g := &a.guard
	if g.page == nil || !g.page.Open() {
		return
	}
	g.page, g.opened = nil, a.env.Log.Stamp().At
	g.input = g.opened
	if g.returned != "" && g.returned == a.env.Desk.Operator {
		a.welcome()
	}
	g.returned = ""
}

// welcome says who is signed on still, or what has become of the PIN of that name, which is said again at the next sign-on.
func (a *App) welcome() {
	t, desk := a.env.Text, a.env.Desk
	if at := a.env.Removed(desk.Operator); !at.IsZero() {
		a.env.NotifyEverywhere(screen.Warning, fmt.Sprintf(t.Desk.PINGone, desk.Operator, a.env.DayHHMM(at)))
		return
	}
	key := shortest(a.env.Keys.Desk.Operator.Help().Key)
	a.env.NotifyEverywhere(screen.Info, fmt.Sprintf(t.Lock.StillOn, desk.Operator, a.env.HHMM(desk.Since), key))
}
