package patrol

import (
	"errors"
	"fmt"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/dialog"
	"beatbook/ui/screen"
)

// press does what a key means here.
func (p *Page) press(k tea.KeyMsg) tea.Cmd {
	keys := p.env.Keys.Patrol
	if digit := k.String(); key.Matches(k, keys.Jump) {
		return p.jump(digit)
	}
	p.digits = ""
	switch {
	case key.Matches(k, keys.Foot):
		return p.checkIn(model.Foot)
	case key.Matches(k, keys.Vehicle):
		return p.checkIn(model.Vehicle)
	case key.Matches(k, keys.CheckIn):
		return p.checkIn(p.shift.Leg().Mode)
	case key.Matches(k, keys.Undo):
		return p.undo()
	case key.Matches(k, keys.Log):
		p.env.Visit(screen.NightLog)
		return nil
	case key.Matches(k, keys.Hazards):
		p.env.Visit(screen.HazardList)
		return nil
	}
	if open := p.dialogFor(k); open != nil {
		p.env.Open(open)
		return nil
	}
	return p.move(k)
}

// dialogFor is the dialog that a key opens, nil for none.
func (p *Page) dialogFor(k tea.KeyMsg) screen.Page {
	keys := p.env.Keys.Patrol
	switch {
	case key.Matches(k, keys.Note):
		return p.noteDialog()
	case key.Matches(k, keys.Skip):
		return p.skipDialog()
	case key.Matches(k, keys.Correct):
		return p.correctDialog()
	case key.Matches(k, keys.Mode):
		return dialog.NewMode(p.env)
	case key.Matches(k, keys.Crew):
		return dialog.NewCrew(p.env)
	case key.Matches(k, keys.Find):
		return dialog.NewFind(p.env, p.found)
	case key.Matches(k, keys.Route):
		return dialog.NewRoute(p.env)
	case key.Matches(k, keys.Outcome):
		return dialog.NewOutcomes(p.env, p.checkpoint())
	case key.Matches(k, keys.Hazard):
		return dialog.NewHazard(p.env, p.checkpoint(), "", "")
	case key.Matches(k, keys.Checklist):
		return p.checklistDialog()
	case key.Matches(k, keys.End):
		return dialog.NewEnd(p.env)
	}
	return nil
}

// checkIn records a visit of the checkpoint under the cursor.
func (p *Page) checkIn(mode model.Mode) tea.Cmd {
	record, write, err := p.env.Record(model.CheckIn{Shift: p.shift.ID, Checkpoint: p.checkpoint(), Mode: mode})
	if err != nil {
		p.env.Notify(screen.Failure, p.env.Text.Error(err))
		return nil
	}
	p.env.Quiet()
	return tea.Batch(write, p.advanceAfter(record))
}

// noteDialog adds a note to the check-in just made, unless the cursor was moved to another checkpoint since; else it opens
// a check-in with a note first.
func (p *Page) noteDialog() screen.Page {
	for i := len(p.env.Judged.Visits) - 1; i >= 0; i-- {
		v := p.env.Judged.Visits[i]
		if v.ID == p.made && (!p.moved || v.Checkpoint == p.checkpoint()) && p.env.Now.Sub(v.Written) <= model.UndoTime {
			return dialog.NewAddNote(p.env, *v.Visit)
		}
	}
	return p.checkInDialog(p.checkpoint())
}

func (p *Page) checkInDialog(checkpoint string) screen.Page {
	return dialog.NewCheckIn(p.env, checkpoint, p.advanceAfter)
}

// checklistDialog goes through the list of the checkpoint, where it has one.
func (p *Page) checklistDialog() screen.Page {
	c, _ := p.shift.Plan.Checkpoint(p.checkpoint())
	if len(c.Checklist) == 0 {
		p.env.Notify(screen.Warning, p.env.Text.Patrol.NoChecklist)
		return nil
	}
	return dialog.NewChecklist(p.env, c)
}

// skipDialog is about the call that the row shows; a row that shows none is not skipped.
func (p *Page) skipDialog() screen.Page {
	c := p.call()
	if c == nil {
		p.env.Notify(screen.Warning, p.env.Text.Patrol.NotInShift)
		return nil
	}
	return dialog.NewSkip(p.env, c.Call)
}

// correctDialog corrects the visit just made as long as the cursor was not moved by hand; else the one that the row
// under the cursor shows, or the latest one of the checkpoint.
func (p *Page) correctDialog() screen.Page {
	call := p.call()
	for _, fits := range []func(v model.Visit) bool{
		func(v model.Visit) bool { return !p.moved && v.ID == p.made },
		func(v model.Visit) bool {
			return call != nil && call.Visit >= 0 && v.ID == p.env.Judged.Visits[call.Visit].ID
		},
		func(v model.Visit) bool { return v.Checkpoint == p.checkpoint() },
	} {
		for i := len(p.shift.Visits) - 1; i >= 0; i-- {
			if fits(p.shift.Visits[i]) {
				return dialog.NewCorrect(p.env, p.shift.Visits[i])
			}
		}
	}
	p.env.Notify(screen.Warning, p.env.Text.Dialog.CorrectNothing)
	return nil
}

type undone struct{}

// undo withdraws the latest record of this device that still counts; without a reason that is possible for a short time
// only.
func (p *Page) undo() tea.Cmd {
	if p.undoing {
		return nil
	}
	record, found := p.env.Undoable(p.shift.ID)
	if !found {
		p.env.NothingToUndo(record, p.env.Keys.Patrol.End)
		return nil
	}
	if record.Kind == model.OutcomeCounted && p.env.Now.Sub(record.At) > model.UndoTime {
		p.env.Notify(screen.Warning, p.env.Text.Patrol.TooLateToUncount)
		return nil
	}
	withdrawal, write, err := p.env.Record(p.env.Undo(p.shift.ID, record))
	var refusal *model.Refusal
	switch {
	case errors.As(err, &refusal) && refusal.Code == model.ReasonNeeded:
		p.env.Notify(screen.Warning, fmt.Sprintf(p.env.Text.Patrol.TooLateToUndo, p.env.Keys.Patrol.Correct.Help().Key))
	case err != nil:
		p.env.Notify(screen.Failure, p.env.Text.Error(err))
	default:
		p.made = ""
		p.env.Announce(withdrawal, fmt.Sprintf(p.env.Text.Patrol.Undone, p.describe(record)))
		p.undoing = true
		write = tea.Batch(write, tea.Tick(advanceTime, func(time.Time) tea.Msg { return undone{} }))
	}
	return write
}

// describe says a record in a few words.
func (p *Page) describe(r model.Record) string {
	what := p.env.Text.RecordKind(r.Kind)
	if r.Kind == model.CheckedIn {
		if body, err := model.Decode[model.CheckedInBody](r); err == nil {
			return what + " " + p.env.PlaceName(body.Checkpoint) + " " + p.env.HHMMSS(r.At)
		}
	}
	return what + " " + p.env.HHMMSS(r.At)
}
