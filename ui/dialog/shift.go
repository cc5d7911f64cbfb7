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
	return NewForm(env, Form{
		Title: env.Text.Dialog.CrewTitle, Intro: []string{env.Text.Start.CrewHint},
		Fields: []Field{crew}, Button: env.Text.Dialog.Send,
		Send: func() (tea.Cmd, error) {
			names := session.SplitCrew(crew.Value())
			_, write, err := env.Record(model.ChangeCrew{Shift: shift.ID, Crew: names})
			if err == nil {
				env.Notify(screen.Info, fmt.Sprintf(env.Text.Dialog.CrewChanged, strings.Join(names, env.Text.App.ListJoin)))
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
	return NewForm(env, Form{
		Title: env.Text.Dialog.ModeTitle, Fields: []Field{mode, plate}, Button: env.Text.Dialog.Send,
		Send: func() (tea.Cmd, error) {
			_, write, err := env.Record(model.ChangeMode{Shift: shift.ID, Mode: modes[mode.At()], Plate: plate.Value()})
			if err == nil {
				env.Notify(screen.Info, fmt.Sprintf(env.Text.Dialog.ModeChanged, env.Text.Mode(modes[mode.At()])))
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
	intro, early := ending(env, shift)
	handover := NewNote(env.Text.Dialog.EndHandover, "", noteLines)
	why := newReason(env, env.Text.Dialog.ReasonPrompt, env.Text.Dialog.EndReasons)
	fields := []Field{handover}
	if early {
		fields = append(why.fields(), handover)
	}
	return NewForm(env, Form{
		Title: env.Text.Dialog.EndTitle, Intro: intro, Fields: fields, Button: env.Text.Dialog.EndTitle,
		Send: func() (tea.Cmd, error) {
			end := model.EndShift{Shift: shift.ID, Handover: strings.TrimSpace(handover.Value())}
			if early {
				end.Reason = why.value()
			}
			_, write, err := env.Record(end)
			if err == nil {
				env.Notify(screen.Info, env.Text.Dialog.Ended)
			}
			return write, err
		},
	}, 0)
}

// ending says how the shift stands, and whether it would end early.
func ending(env *screen.Env, shift *model.Shift) (lines []string, early bool) {
	p := env.Judged.Progress(0)
	lines = []string{fmt.Sprintf(env.Text.Dialog.EndSummary, p.Made, p.Due, p.Missed)}
	if early = env.Judged.EndsEarly(env.Now); early {
		lines = append(lines, fmt.Sprintf(env.Text.Dialog.EndEarly, p.Waiting))
	}
	return lines, early
}

// NewRoute goes over to another route: it ends the shift and starts one with the same unit and crew.
func NewRoute(env *screen.Env) *Form {
	shift := env.Shift()
	intro, early := ending(env, shift)
	routes := make([]string, len(env.Plan.Routes))
	at := 0
	for i, r := range env.Plan.Routes {
		routes[i] = r.Name.In(env.Lang)
		if r.ID == shift.Route.ID {
			at = (i + 1) % len(routes)
		}
	}
	route := NewOptions(env.Text.Patrol.Route, routes, at)
	why := newReason(env, env.Text.Dialog.ReasonPrompt, env.Text.Dialog.EndReasons)
	fields := []Field{route}
	if early {
		fields = append(fields, why.fields()...)
	}
	return NewForm(env, Form{
		Title: env.Text.Dialog.RouteTitle, Intro: append([]string{env.Text.Dialog.RouteHint}, intro...),
		Fields: fields, Button: env.Text.Dialog.RouteTitle,
		Send: func() (tea.Cmd, error) {
			end := model.EndShift{Shift: shift.ID}
			if early {
				end.Reason = why.value()
			}
			return changeRoute(env, end, shift, env.Plan.Routes[route.At()].ID)
		},
	}, 0)
}

func changeRoute(env *screen.Env, end model.EndShift, shift *model.Shift, route string) (tea.Cmd, error) {
	leg := shift.Leg()
	if _, ok := env.Plan.Unit(shift.Unit.ID); !ok {
		return nil, &model.Refusal{Code: model.UnknownUnit, Subject: shift.Unit.ID}
	}
	_, ended, err := env.Record(end)
	if err != nil {
		return nil, err
	}
	form := session.Form{Unit: shift.Unit.ID, Crew: leg.Crew, Route: route, Mode: env.UsualMode(shift.Unit.ID, route), Plate: leg.Plate}
	_, started, err := env.Record(form.Intent(env.Plan))
	return tea.Batch(ended, started), err
}
