package app

import (
	"fmt"

	"beatbook/ui/crash"
	"beatbook/ui/session"
)

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
