package screen

import (
	"fmt"
	"maps"
	"strings"
	"sync"
	"time"

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

// InForm is the place of a draft that is typed into a form: the form and what it is about, and which of its fields.
func InForm(form string, field int) string { return fmt.Sprintf("%s%s %d", inForms, form, field) }

const inForms = "form "

// newsTime is how long it is news at a start that something was typed into a form and not recorded: for the same night.
const newsTime = 12 * time.Hour

// RestoreDrafts takes up what was typed and not recorded when the program ended. Where it was typed into a form this is
// said, since nothing is to be seen of it before the form is opened again.
func (e *Env) RestoreDrafts() {
	maps.Copy(e.Drafts, e.Settings.Drafts.Texts(e.Now))
	for place, draft := range e.Settings.Drafts {
		if strings.HasPrefix(place, inForms) && e.Now.Sub(draft.At) <= newsTime {
			e.NotifyEverywhere(Info, e.Text.Dialog.TypedBefore)
		}
	}
}

// SaveDrafts keeps what is typed for the next run; nil where that is kept already. As long as a record is not on the disk
// nothing is let go: it may be what was typed.
func (e *Env) SaveDrafts() tea.Cmd {
	texts := e.Drafts
	if !e.Outbox.Idle() || len(e.Outbox.Failed()) > 0 {
		texts = e.Settings.Drafts.Plus(texts)
	}
	drafts, changed := e.Settings.Drafts.With(texts, e.Now)
	if !changed {
		return nil
	}
	maps.DeleteFunc(e.Drafts, func(place, _ string) bool {
		_, kept := drafts[place]
		return !kept
	})
	e.Settings.Drafts = drafts
	return e.SaveSettings()
}
