package screen

import (
	"maps"
	"sync"

	tea "github.com/charmbracelet/bubbletea"
)

// saves are the commands that write the settings. They run in any order, and none may undo a later one.
type saves struct {
	asked int // on the screen's loop

	writing sync.Mutex
	written int // under writing: the latest one
}

// SaveSettings keeps the habits. They are not worth a word where that fails: it costs a few keys next time.
func (e *Env) SaveSettings() tea.Cmd {
	e.saves.asked++
	settings, log, turn, saves := e.Settings, e.Log, e.saves.asked, &e.saves
	return func() tea.Msg {
		saves.writing.Lock()
		defer saves.writing.Unlock()
		if turn > saves.written && log.SaveSettings(settings) == nil {
			saves.written = turn
		}
		return nil
	}
}

// RestoreDrafts takes up what was typed and not recorded when the program ended.
func (e *Env) RestoreDrafts() { maps.Copy(e.Drafts, e.Settings.Drafts.Texts(e.Now)) }

// SaveDrafts keeps what is typed for the next run; nil where that is kept already. With a call each second no more than
// that is lost, however the program ends.
func (e *Env) SaveDrafts() tea.Cmd {
	drafts, changed := e.Settings.Drafts.With(e.Drafts, e.Now)
	if !changed {
		return nil
	}
	e.Settings.Drafts = drafts
	return e.SaveSettings()
}
