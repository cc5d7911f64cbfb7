package dialog

import (
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/screen"
)

const noteLines = 8

// NewAddNote adds a note to a check-in, or changes the one that it has. A note that was given up is there again the next
// time.
func NewAddNote(env *screen.Env, v model.Visit) *Form {
	note, shift := NewNote(env.Text.Keys.Note, v.Note, noteLines), env.Shift().ID
	return NewForm(env, "note "+v.ID, Form{
		Title:   fmt.Sprintf(env.Text.Dialog.NoteTitle, env.PlaceName(v.Checkpoint)),
		Intro:   []string{fmt.Sprintf(env.Text.Dialog.NoteAfter, env.HHMM(v.At))},
		Fields:  []Field{note},
		Lasting: []Field{note},
		Button:  env.Text.Dialog.Send,
		Send: func() (tea.Cmd, error) {
			text := strings.TrimSpace(note.Value())
			if text == v.Note {
				return nil, nil
			}
			record, write, err := env.Record(model.Correct{Shift: shift, Of: v.ID, Note: &text, Reason: noteReason(env, v)})
			if err == nil {
				env.Announce(record, env.Text.Patrol.NoteAdded)
			}
			return write, err
		},
	}, 0)
}

// noteReason is needed once the check-in is too old to be changed without one: the note itself is the reason.
func noteReason(env *screen.Env, v model.Visit) string {
	if env.Log.Stamp().At.Sub(v.Written) > model.UndoTime {
		return env.Text.Patrol.NoteAdded
	}
	return ""
}

// NewCheckIn checks a place in with a note, on foot, by vehicle, and now or at an earlier time. The record goes to made. A
// note that was given up is there again the next time.
func NewCheckIn(env *screen.Env, checkpoint string, made func(model.Record) tea.Cmd) *Form {
	note, shift := NewNote(env.Text.Keys.Note, "", noteLines), env.Shift()
	modes := []model.Mode{model.Foot, model.Vehicle}
	mode := NewOptions(env.Text.Dialog.CorrectMode, modeWords(env, modes), indexOf(modes, shift.Leg().Mode))
	at := NewText(env.Text.Dialog.CorrectTime, "", env.Text.Dialog.NowHint)
	return NewForm(env, "check-in "+shift.ID+" "+checkpoint, Form{
		Title:   fmt.Sprintf(env.Text.Dialog.CheckInTitle, env.PlaceName(checkpoint)),
		Fields:  []Field{note, mode, at},
		Lasting: []Field{note},
		Button:  env.Text.Keys.CheckIn,
		Send: func() (tea.Cmd, error) {
			when, err := env.ParseTime(at.Value())
			if err != nil {
				return nil, err
			}
			record, write, err := env.Record(model.CheckIn{
				Shift: shift.ID, Checkpoint: checkpoint, Mode: modes[mode.At()],
				Note: strings.TrimSpace(note.Value()), For: when,
			})
			if err != nil {
				return nil, err
			}
			return tea.Batch(write, made(record)), nil
		},
	}, 0)
}

func modeWords(env *screen.Env, modes []model.Mode) []string {
	words := make([]string, len(modes))
	for i, m := range modes {
		words[i] = env.Text.Mode(m)
	}
	return words
}

// indexOf is the place of a value in a list, 0 where it is not in it.
func indexOf[T comparable](list []T, value T) int { return max(slices.Index(list, value), 0) }
