package app

import (
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/dialog"
	"beatbook/ui/screen"
)

// written takes note of what became of a record: it is settled, or it is taken back and offered to be tried again.
func (a *App) written(w screen.Written) tea.Cmd {
	next := a.env.Outbox.Done(w)
	if w.Err != nil {
		a.quitting = false
		for _, record := range a.env.Outbox.Failed() {
			a.env.Forget(record)
		}
		a.offerRetry(w.Err)
		return nil
	}
	cmd := tea.Batch(next, a.settle(w.Record))
	if a.quitting && a.env.Outbox.Idle() {
		return tea.Quit
	}
	return cmd
}

// settle folds a record of the log in, says what was to be said of it, and tells the pages.
func (a *App) settle(record model.Record) tea.Cmd {
	a.env.SayAnnounced(record.ID)
	if a.env.Settled(record.ID) {
		return nil // it comes twice: from the outbox, and with all others from the watch
	}
	if err := a.env.Settle(record); err != nil {
		a.env.Notify(screen.Failure, a.env.Text.Error(err))
	}
	return tea.Batch(a.env.BackUp(record), a.answer(screen.Settled{Record: record}))
}

// offerRetry shows what could not be written; err is nil where nothing has failed just now.
func (a *App) offerRetry(err error) {
	a.env.Quiet()
	for _, d := range a.env.Dialogs() {
		if retry, open := d.(*dialog.Retry); open {
			retry.Failed(err)
			return
		}
	}
	a.env.Open(dialog.NewRetry(a.env, err))
}
