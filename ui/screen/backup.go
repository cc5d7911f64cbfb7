package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/data"
	"beatbook/model"
)

// BackedUp says what came of a backup that was made by itself.
type BackedUp struct {
	Result data.BackupResult
	Err    error
}

// BackUp gives the command that makes the backup that is due after a record; nil where none is.
func (e *Env) BackUp(after model.Record) tea.Cmd {
	if !e.BackupDue(after) {
		return nil
	}
	ctx, backups := e.Outbox.ctx, e.Backups
	return func() tea.Msg {
		result, err := backups.Make(ctx)
		return BackedUp{result, err}
	}
}

// SayBackedUp says what came of a backup, behind what is being said: that a shift has ended comes just before it. A warning
// needs that room for itself.
func (e *Env) SayBackedUp(b BackedUp) {
	kind, sentence := Info, e.Text.BackedUp(b.Result, b.Err)
	switch {
	case b.Err != nil:
		kind = Warning
	case b.Result.Path == "":
		return
	}
	warning := e.Text.BackupWarning(b.Result)
	if warning != "" {
		kind, sentence = Warning, warning
	}
	if said := e.Notice(); said.Text != "" && (warning == "" || said.Kind > Info) {
		kind, sentence = max(kind, said.Kind), said.Text+" "+sentence
	}
	e.NotifyEverywhere(kind, sentence)
}
