package dialog

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/screen"
)

// NewCorrect corrects or withdraws a visit of the open shift, with a reason.
func NewCorrect(env *screen.Env, v model.Visit) *Form {
	c := newCorrection(env, v)
	t := env.Text.Dialog
	return NewForm(env, "correct "+v.ID, Form{
		Title:  fmt.Sprintf(t.CorrectTitle, env.PlaceName(v.Checkpoint), env.HHMM(v.At)),
		Fields: append([]Field{c.what, c.place, c.mode, c.at, c.note}, c.why.fields()...),
		Button: t.Send,
		Send: func() (tea.Cmd, error) {
			intent, err := c.intent(env, v)
			if err != nil {
				return nil, err
			}
			record, write, err := env.Record(intent)
			if err == nil {
				env.Announce(record, c.done(env))
			}
			return write, err
		},
	}, 0)
}

// correctLines is how many lines of the note are seen.
const correctLines = 4

type correction struct {
	shift  string
	what   *Options // correct or withdraw
	places []string // ids of place's values
	place  *Options
	modes  []model.Mode
	mode   *Options
	at     *Text
	note   *Note
	said   string // the note at first, as the field holds it
	why    reason
}

func newCorrection(env *screen.Env, v model.Visit) *correction {
	t := env.Text.Dialog
	c := &correction{shift: env.Shift().ID, modes: []model.Mode{model.Foot, model.Vehicle}}
	var names []string
	for _, cp := range env.Shift().Plan.Checkpoints {
		c.places = append(c.places, cp.ID)
		names = append(names, cp.Name.In(env.Lang))
	}
	c.what = NewOptions(t.CorrectWhat, []string{t.CorrectIt, t.CorrectWithdraw}, 0)
	c.place = NewOptions(t.CorrectPlace, names, indexOf(c.places, v.Checkpoint))
	c.mode = NewOptions(t.CorrectMode, modeWords(env, c.modes), indexOf(c.modes, v.Mode))
	c.at = NewText(t.CorrectTime, env.HHMM(v.At), t.CorrectTimeHint)
	c.note = NewNote(t.CorrectNote, v.Note, correctLines)
	c.said = c.note.Value()
	c.why = newReason(env, t.ReasonPrompt, t.CorrectReasons)
	return c
}

// intent names what differs from the visit.
func (c *correction) intent(env *screen.Env, v model.Visit) (model.Intent, error) {
	if c.what.At() == 1 {
		return model.Withdraw{Shift: c.shift, Of: v.ID, Reason: c.why.value()}, nil
	}
	i := model.Correct{Shift: c.shift, Of: v.ID, Reason: c.why.value()}
	if place := c.places[c.place.At()]; place != v.Checkpoint {
		i.Checkpoint = &place
	}
	if mode := c.modes[c.mode.At()]; mode != v.Mode {
		i.Mode = &mode
	}
	if note := strings.TrimSpace(c.note.Value()); c.note.Value() != c.said {
		i.Note = &note
	}
	if typed := strings.TrimSpace(c.at.Value()); typed != env.HHMM(v.At) {
		at, err := env.ParseTime(typed)
		if err != nil {
			return nil, err
		}
		i.For = at
	}
	return i, nil
}

func (c *correction) done(env *screen.Env) string {
	if c.what.At() == 1 {
		return env.Text.Dialog.Withdrawn
	}
	return env.Text.Dialog.Corrected
}
