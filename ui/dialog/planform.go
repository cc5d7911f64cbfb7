package dialog

import (
	"errors"
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/data/routefile"
	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/widget"
)

// planForm is the form of one part of a plan. What it gives away is a plan that its file can be read from again: there are
// no other checks than those of the file.
type planForm[T any] struct {
	*Form
	plan   *model.Plan
	sound  T // what is changed, or something new that is nothing but possible
	fields []planField[T]
	in     func(part T) model.Plan // the plan with the part in its place
	put    func(model.Plan)
}

// planField is a field, and what a part of a plan becomes by what was typed there. The error is a routefile.Problems or a
// sentence.
type planField[T any] struct {
	Field
	set func(part *T, typed Field) error
}

// sentence is an error in the reader's language.
type sentence string

func (s sentence) Error() string { return string(s) }

func newPlanForm[T any](env *screen.Env, part, title string, f planForm[T]) *planForm[T] {
	form := Form{Title: title, Button: env.Text.Dialog.Send, Send: func() (tea.Cmd, error) {
		f.failure = f.send()
		return nil, nil
	}}
	for _, field := range f.fields {
		form.Fields = append(form.Fields, field.Field)
	}
	f.Form = NewForm(env, "plan "+part, form, 0)
	return &f
}

// Update takes keys and clicks.
func (f *planForm[T]) Update(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyMsg); ok && key.Matches(k, f.env.Keys.Form.Back) {
		f.giveUp()
		return nil
	}
	return f.Form.Update(msg)
}

// giveUp closes the form, and asks first where something would be lost. It does not last: the next time the plan may say
// something else.
func (f *planForm[T]) giveUp() {
	if slices.Equal(f.typed(), f.given) {
		f.env.Close(f)
		return
	}
	t := f.env.Text.PlanEdit
	f.env.Open(NewAsk(f.env, t.DiscardTitle, t.GiveUpAsk, func() tea.Cmd {
		f.env.Close(f)
		return nil
	}))
}

// send gives the plan away and closes the form, or says why not, with the focus on the field that is to blame.
func (f *planForm[T]) send() (failure string) {
	part := f.sound
	for i, field := range f.fields {
		if err := field.set(&part, field.Field); err != nil {
			f.Focus(i)
			return f.words(err)
		}
	}
	plan := f.in(part)
	if err := checkPlan(plan); err != nil {
		return f.words(f.blame(err))
	}
	f.env.Close(f)
	f.put(plan)
	return ""
}

// blame puts the focus on the field with which, one being set after the other, the first of what is wrong comes up, and is
// that much of it.
func (f *planForm[T]) blame(whole error) error {
	part := f.sound
	for i, field := range f.fields {
		if err := field.set(&part, field.Field); err != nil {
			return err
		}
		if shared := inBoth(whole, checkPlan(f.in(part))); len(shared) > 0 {
			f.Focus(i)
			return shared
		}
	}
	return whole
}

// checkPlan is what is wrong with a plan by the checks of its file.
func checkPlan(plan model.Plan) error {
	_, err := routefile.Write(plan)
	return err
}

// inBoth are the problems of the first error of which the second one has the like.
func inBoth(a, b error) (shared routefile.Problems) {
	var some, others routefile.Problems
	if !errors.As(a, &some) || !errors.As(b, &others) {
		return nil
	}
	for _, p := range some {
		if slices.ContainsFunc(others, func(o routefile.Problem) bool { return o.Code == p.Code && o.Subject == p.Subject }) {
			shared = append(shared, p)
		}
	}
	return shared
}

// aboutCheckpoints are the codes whose subject is the id of a checkpoint, which people know by its name.
var aboutCheckpoints = []routefile.Code{routefile.RepeatedCall, routefile.WindowReversed, routefile.OverlappingBands}

// words are the problems in the reader's language, each of them once.
func (f *planForm[T]) words(err error) string {
	var problems routefile.Problems
	if !errors.As(err, &problems) {
		return err.Error()
	}
	var said []string
	for _, p := range problems {
		if c, known := f.plan.Checkpoint(p.Subject); known && slices.Contains(aboutCheckpoints, p.Code) {
			p.Subject = c.Name.In(f.env.Lang)
		}
		if s := f.env.Text.PlanEditProblem(p); !slices.Contains(said, s) {
			said = append(said, widget.Line(s))
		}
	}
	return strings.Join(said, "\n")
}
