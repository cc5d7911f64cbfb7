package dialog

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/screen"
)

// NewSignOn signs somebody on at the duty desk, where nobody sits. What was waiting for it follows, which is said; nil for
// nothing.
func NewSignOn(env *screen.Env, what string, then func() tea.Cmd) *Form {
	t, who := env.Text.Desk, newOperatorName(env)
	intro := leftNote(env)
	if then != nil {
		intro = append(intro, fmt.Sprintf(t.Then, what))
	}
	form := NewForm(env, "sign on", Form{
		Title: t.SignOnTitle, Fields: who.fields(), Hidden: who.hidden, Button: t.SignOnTitle,
		Send: func() (tea.Cmd, error) {
			cmd, err := who.signOn(model.SignOn{Plan: env.Plan, Operator: who.value()}, fmt.Sprintf(t.SignedOn, who.value()))
			if err != nil || then == nil {
				return cmd, err
			}
			return tea.Batch(cmd, then()), nil
		},
	}, 0)
	return explain(form, intro, who.about)
}

// leftNote is what whoever sat at the desk before has left to be read, if anything.
func leftNote(env *screen.Env) []string {
	if env.Desk.Note == "" {
		return nil
	}
	return []string{fmt.Sprintf(env.Text.Desk.LeftNote, env.Desk.Note)}
}

// operatorName asks for a name: one of those who sat at the desk before, or another one that is typed. Where that has a PIN
// it asks for it too.
type operatorName struct {
	reason
	env *screen.Env
	pin *Text
}

func newOperatorName(env *screen.Env) operatorName {
	t := env.Text.Desk
	names := slices.DeleteFunc(env.Operators(), func(name string) bool { return name == env.Desk.Operator })
	who := operatorName{
		reason: reason{NewOptions(t.Operator, names, -1), NewText(t.OtherName, "", t.OtherHint)},
		env:    env, pin: NewSecret(t.PIN),
	}
	if len(names) == 0 {
		who.other = NewText(t.Operator, "", "")
	}
	return who
}

func (o operatorName) fields() []Field { return append(o.reason.fields(), o.pin) }

// hidden is a list with nobody in it, and a PIN that is not asked for.
func (o operatorName) hidden(field Field) bool {
	return field == o.Options && len(o.values) == 0 || field == o.pin && !o.env.HasPIN(o.value())
}

// signOn signs on under the name if the PIN is right, and says the sentence then. A wrong PIN is counted.
func (o operatorName) signOn(intent model.SignOn, sentence string) (tea.Cmd, error) {
	env := o.env
	if err := env.Try(env.PINOf(intent.Operator), o.pin.Value()); err != nil {
		return env.SaveSettings(), err
	}
	return env.SignOn(intent, sentence)
}

// explain has the form say under its first words what is to be known of what is filled in.
func explain(form *Form, first []string, about func() []string) *Form {
	form.Changed = func() { form.Intro = append(slices.Clone(first), about()...) }
	form.Changed()
	return form
}

// about is what is to be known of the PIN of the name: that it was taken away, and that there is none where others have one.
func (o operatorName) about() []string {
	var about []string
	t, name := o.env.Text.Desk, o.value()
	if at := o.env.Removed(name); !at.IsZero() {
		about = append(about, fmt.Sprintf(t.PINRemoved, o.env.DayHHMM(at)))
	}
	if name != "" && o.env.PINsInUse() && !o.env.HasPIN(name) {
		about = append(about, t.NoPIN)
	}
	return about
}

// What the operator does who gets up, in the order of the choices.
const (
	relieved = iota
	signedOff
)

// relief is the form of the operator who gets up.
type relief struct {
	env  *screen.Env
	form *Form
	does *Options
	who  operatorName
	note *Note
}

// NewRelief gives the duty desk to another operator, or leaves it with nobody. The note is for whoever comes; the one that
// was left for whoever sits there now can be read here.
func NewRelief(env *screen.Env) *Form {
	t := env.Text.Desk
	r := &relief{
		env: env, does: NewOptions(t.Do, []string{t.Relieve, t.SignOff}, relieved),
		who: newOperatorName(env), note: NewNote(t.Note, "", noteLines),
	}
	r.form = NewForm(env, "relief "+env.Desk.Since.UTC().Format(time.RFC3339), Form{
		Title: t.DutyTitle, Fields: append(append([]Field{r.does}, r.who.fields()...), r.note),
		Hidden: r.hidden, Lasting: []Field{r.note},
		Button: env.Text.Dialog.Send, Send: r.send,
	}, 0)
	since := fmt.Sprintf(t.Since, env.Desk.Operator, env.HHMM(env.Desk.Since))
	return explain(r.form, append([]string{since}, leftNote(env)...), r.about)
}

// hidden is the name of somebody who takes over, where nobody does.
func (r *relief) hidden(field Field) bool {
	if r.does.At() == signedOff {
		return field != r.does && field != r.note
	}
	return r.who.hidden(field)
}

// about is what is to be known of whoever takes over.
func (r *relief) about() []string {
	if r.does.At() == signedOff {
		return nil
	}
	return r.who.about()
}

func (r *relief) send() (tea.Cmd, error) {
	t, env, note := r.env.Text.Desk, r.env, strings.TrimSpace(r.note.Value())
	before, name := env.Desk.Operator, r.who.value()
	if r.does.At() == relieved {
		relief := model.SignOn{Plan: env.Plan, Operator: name, Relieves: before, Note: note}
		cmd, err := r.who.signOn(relief, fmt.Sprintf(t.Relieved, name, before))
		if refused := (*model.Refusal)(nil); errors.As(err, &refused) {
			r.form.Focus(1)
		}
		return cmd, err
	}
	record, write, err := env.Record(model.SignOff{Plan: env.Plan, Operator: before, Note: note})
	if err != nil {
		return nil, err
	}
	env.Announce(record, fmt.Sprintf(t.SignedOff, before))
	return write, nil
}
