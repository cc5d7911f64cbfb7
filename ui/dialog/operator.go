package dialog

import (
	"fmt"
	"slices"
	"strings"

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
	return NewForm(env, Form{
		Title: t.SignOnTitle, Intro: intro, Fields: who.fields(), Button: t.SignOnTitle,
		Send: func() (tea.Cmd, error) {
			if err := who.check(env); err != nil {
				return nil, err
			}
			record, write, err := env.Record(model.SignOn{Plan: env.Plan, Operator: who.value()})
			if err != nil {
				return nil, err
			}
			env.Announce(record, fmt.Sprintf(t.SignedOn, who.value()))
			if then == nil {
				return write, nil
			}
			return tea.Batch(write, then()), nil
		},
	}, 0)
}

// leftNote is what whoever sat at the desk before has left to be read, if anything.
func leftNote(env *screen.Env) []string {
	if env.Desk.Note == "" {
		return nil
	}
	return []string{fmt.Sprintf(env.Text.Desk.LeftNote, env.Desk.Note)}
}

// operatorName asks for a name: one of those who sat at the desk before, or another one that is typed. Where the site has
// set a PIN it asks for that too.
type operatorName struct {
	reason
	pin *Text // nil: none is set
}

func newOperatorName(env *screen.Env) operatorName {
	t := env.Text.Desk
	names := slices.DeleteFunc(env.Operators(), func(name string) bool { return name == env.Desk.Operator })
	who := operatorName{reason: reason{NewOptions(t.Operator, names, -1), NewText(t.OtherName, "", t.OtherHint)}}
	if len(names) == 0 {
		who.other = NewText(t.Operator, "", "")
	}
	if env.NeedsPIN() {
		who.pin = NewSecret(t.PIN)
	}
	return who
}

func (o operatorName) fields() []Field {
	fields := o.reason.fields()
	if len(o.values) == 0 {
		fields = []Field{o.other}
	}
	if o.pin != nil {
		fields = append(fields, o.pin)
	}
	return fields
}

// check is the error about a PIN that is not the one of the desk.
func (o operatorName) check(env *screen.Env) error {
	if o.pin == nil {
		return nil
	}
	return env.CheckPIN(o.pin.Value())
}

// What the operator does who gets up, in the order of the choices.
const (
	relieved = iota
	signedOff
)

// relief is the form of the operator who gets up.
type relief struct {
	env    *screen.Env
	form   *Form
	does   *Options
	who    operatorName
	note   *Note
	drafts *drafts
}

// NewRelief gives the duty desk to another operator, or leaves it with nobody. The note is for whoever comes; the one that
// was left for whoever sits there now can be read here.
func NewRelief(env *screen.Env) *Form {
	t, d := env.Text.Desk, newDrafts(env, "relief")
	r := &relief{
		env: env, drafts: d, does: NewOptions(t.Do, []string{t.Relieve, t.SignOff}, relieved),
		who: newOperatorName(env), note: d.note("note", t.Note, noteLines),
	}
	r.form = NewForm(env, Form{
		Title: t.DutyTitle, Intro: append([]string{fmt.Sprintf(t.Since, env.Desk.Operator, env.HHMM(env.Desk.Since))}, leftNote(env)...),
		Button: env.Text.Dialog.Send, Changed: r.arrange, Keep: d.keep, Send: r.send,
	}, 0)
	r.arrange()
	return r.form
}

// arrange asks for a name only where somebody takes over.
func (r *relief) arrange() {
	r.form.Fields = []Field{r.does}
	if r.does.At() == relieved {
		r.form.Fields = append(r.form.Fields, r.who.fields()...)
	}
	r.form.Fields = append(r.form.Fields, r.note)
}

func (r *relief) send() (tea.Cmd, error) {
	if r.does.At() == relieved {
		if err := r.who.check(r.env); err != nil {
			return nil, err
		}
	}
	intent, said := r.intent()
	record, write, err := r.env.Record(intent)
	if err != nil {
		if r.does.At() == relieved {
			r.form.Focus(1)
		}
		return nil, err
	}
	r.drafts.drop()
	r.env.Announce(record, said)
	return write, nil
}

// intent is what is to be recorded, and what is said then.
func (r *relief) intent() (model.Intent, string) {
	t, env, note := r.env.Text.Desk, r.env, strings.TrimSpace(r.note.Value())
	before := env.Desk.Operator
	if r.does.At() == signedOff {
		return model.SignOff{Plan: env.Plan, Operator: before, Note: note}, fmt.Sprintf(t.SignedOff, before)
	}
	name := r.who.value()
	return model.SignOn{Plan: env.Plan, Operator: name, Relieves: before, Note: note}, fmt.Sprintf(t.Relieved, name, before)
}
