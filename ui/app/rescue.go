package app

import (
	"fmt"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/ui/crash"
	"beatbook/ui/session"
)

// keepPace is how long nothing more that is typed is kept after something was: a disk that takes long is not asked all the
// time, and one that does not is not asked for each letter of a key that repeats.
const keepPace = 100 * time.Millisecond

type kept struct{}

// keep has what is typed outlast the program, off the loop: the first letter at once, and all letters that came while that
// was done with the next one.
func (a *App) keep() tea.Cmd {
	if a.keeping {
		return nil
	}
	save := a.env.SaveDrafts()
	if save == nil {
		return nil
	}
	a.keeping = true
	return func() tea.Msg {
		save()
		return tea.Tick(keepPace, func(time.Time) tea.Msg { return kept{} })()
	}
}

// saveTyped keeps what is typed when the loop has ended, and reports whether there is such a thing on the disk now.
func (a *App) saveTyped() bool {
	var saved session.Settings
	err := safely(func() error {
		if save := a.env.SaveDrafts(); save != nil {
			save()
		}
		return a.env.Log.LoadSettings(&saved)
	})
	return err == nil && len(saved.Drafts) > 0
}

// where is what is in sight, by its types: the page first, what lies on top last.
func (a *App) where() (names string) {
	names = fmt.Sprintf("%T", a.page())
	for _, d := range a.env.Dialogs() {
		names += fmt.Sprintf(" %T", d)
	}
	if a.guard.page != nil {
		names += fmt.Sprintf(" %T", a.guard.page)
	}
	return names
}

// safely does what may stumble over what a panic has left behind, and gives its own panic as the error.
func safely(do func() error) (err error) {
	defer crash.Catch(func(cause error) { err = cause })
	return do()
}
