package dialog

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/session"
)

// NewCrew changes the crew.
func NewCrew(env *screen.Env) *Form {
	shift := env.Shift()
	crew := NewText(env.Text.Patrol.Crew, session.JoinCrew(shift.Leg().Crew), env.Text.Start.CrewHint)
	return NewForm(env, "crew "+shift.ID, Form{
		Title: env.Text.Dialog.CrewTitle, Intro: []string{env.Text.Start.CrewHint},
		Fields: []Field{crew}, Button: env.Text.Dialog.Send,
		Send: func() (tea.Cmd, error) {
			names := session.SplitCrew(crew.Value())
			record, write, err := env.Record(model.ChangeCrew{Shift: shift.ID, Crew: names})
			if err == nil {
				env.Announce(record, fmt.Sprintf(env.Text.Dialog.CrewChanged, strings.Join(names, env.Text.App.ListJoin)))
			}
			return write, err
		},
	}, 0)
}

// NewMode begins a leg on foot or by vehicle: the other mode than now is chosen.
func NewMode(env *screen.Env) *Form {
	shift := env.Shift()
	modes := []model.Mode{model.Foot, model.Vehicle}
	mode := NewOptions(env.Text.Patrol.Mode, modeWords(env, modes), 1-indexOf(modes, shift.Leg().Mode))
	plate := NewText(env.Text.Dialog.PlatePrompt, shift.Leg().Plate, env.Text.Start.PlateHint)
	return NewForm(env, "mode "+shift.ID, Form{
		Title: env.Text.Dialog.ModeTitle, Fields: []Field{mode, plate}, Button: env.Text.Dialog.Send,
		Send: func() (tea.Cmd, error) {
			record, write, err := env.Record(model.ChangeMode{Shift: shift.ID, Mode: modes[mode.At()], Plate: plate.Value()})
			if err == nil {
				env.Announce(record, fmt.Sprintf(env.Text.Dialog.ModeChanged, env.Text.Mode(modes[mode.At()])))
			}
			return write, err
		},
	}, 0)
}

// reason is a choice from a short list with a line to type another one (R13). None is chosen at first: a reason that
// nobody gave would be a lie.
type reason struct {
	*Options
	other *Text
}

func newReason(env *screen.Env, heading string, words []string) reason {
	return reason{NewOptions(heading, words, -1), NewText(env.Text.Dialog.OtherShort, "", env.Text.Dialog.OtherHint)}
}

func (r reason) fields() []Field { return []Field{r.Options, r.other} }

// value is what was typed, else what was chosen.
func (r reason) value() string {
	if typed := strings.TrimSpace(r.other.Value()); typed != "" {
		return typed
	}
	return r.Value()
}

// NewEnd ends the shift: with a reason where calls are still to come, and a note for the next shift.
func NewEnd(env *screen.Env) *Form {
	shift := env.Shift()
	intro, early := ending(env)
	handover := NewNote(env.Text.Dialog.EndHandover, "", noteLines)
	why := newReason(env, env.Text.Dialog.ReasonPrompt, env.Text.Dialog.EndReasons)
	title := env.Text.Dialog.EndTitle
	if env.Desk != nil {
		title += env.Text.App.Colon + shift.Unit.Callsign.In(env.Lang)
	}
	var form *Form
	form = NewForm(env, "end "+shift.ID, Form{
		Title: title, Intro: intro, Fields: append(why.fields(), handover), Button: env.Text.Dialog.EndTitle,
		Hidden: func(field Field) bool { return !early && field != handover }, Lasting: []Field{handover},
		Send: func() (tea.Cmd, error) {
			end := model.EndShift{Shift: shift.ID, Reason: why.value(), Handover: strings.TrimSpace(handover.Value())}
			if env.Desk == nil {
				env.Remember(shift)
			}
			record, write, err := env.Record(end)
			if err != nil {
				form.Focus(0)
				return nil, err
			}
			env.Announce(record, fmt.Sprintf(env.Text.Dialog.Ended, shift.Unit.Callsign.In(env.Lang)))
			return tea.Batch(write, env.SaveSettings()), nil
		},
	}, 0)
	return form
}

// ending says how the shift would stand if it ended now, and whether that would be early.
func ending(env *screen.Env) (lines []string, early bool) {
	p := env.Judged.Progress(0)
	lines = []string{fmt.Sprintf(env.Text.Dialog.EndSummary, env.Text.Made(p), p.Missed+p.Overdue)}
	if open := len(env.Hazards.Open("", env.Now)); open > 0 {
		lines = append(lines, fmt.Sprintf(env.Text.Dialog.EndHazards, open))
	}
	if early = env.Judged.EndsEarly(env.Now); early {
		lines = append(lines, fmt.Sprintf(env.Text.Dialog.EndEarly, p.Waiting-p.Overdue))
	}
	return lines, early
}

// NewRoute goes over to another route: it ends the shift and starts one with the same unit and crew. It is nil where the
// plan has no other route.
func NewRoute(env *screen.Env) screen.Page {
	shift := env.Shift()
	intro, early := ending(env)
	var ids, names []string
	for _, r := range env.Plan.Routes {
		if r.ID != shift.Route.ID {
			ids, names = append(ids, r.ID), append(names, r.Name.In(env.Lang))
		}
	}
	if len(ids) == 0 {
		env.Notify(screen.Warning, env.Text.Dialog.NoOtherRoute)
		return nil
	}
	route := NewOptions(env.Text.Patrol.Route, names, 0)
	why := newReason(env, env.Text.Dialog.ReasonPrompt, env.Text.Dialog.EndReasons)
	fields := []Field{route}
	if early {
		fields = append(fields, why.fields()...)
	}
	var form *Form
	form = NewForm(env, "route "+shift.ID, Form{
		Title: env.Text.Dialog.RouteTitle, Intro: append([]string{env.Text.Dialog.RouteHint}, intro...),
		Fields: fields, Button: env.Text.Dialog.RouteTitle,
		Send: func() (tea.Cmd, error) {
			write, err := changeRoute(env, model.EndShift{Shift: shift.ID, Reason: why.value()}, shift, ids[route.At()])
			if err != nil {
				form.Focus(1)
			}
			return write, err
		},
	}, 0)
	return form
}

// changeRoute ends the shift and starts the next one. Where the start is refused the shift has ended all the same, and the
// form to start another is there.
func changeRoute(env *screen.Env, end model.EndShift, shift *model.Shift, route string) (tea.Cmd, error) {
	leg := shift.Leg()
	_, ended, err := env.Record(end)
	if err != nil {
		return nil, err
	}
	form := session.Form{Unit: shift.Unit.ID, Crew: leg.Crew, Route: route, Mode: env.UsualMode(shift.Unit.ID, route), Plate: leg.Plate}
	env.Settings.Last = form
	_, started, err := env.Record(form.Intent(env.Plan))
	if err != nil {
		env.Notify(screen.Failure, env.Text.Error(err))
	}
	return tea.Batch(ended, started, env.SaveSettings()), nil
}
