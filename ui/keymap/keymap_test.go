package keymap_test

import (
	"reflect"
	"regexp"
	"slices"
	"testing"

	"github.com/charmbracelet/bubbles/key"

	"beatbook/model"
	"beatbook/ui/keymap"
	"beatbook/ui/text"
)

type group interface{ Bindings() []key.Binding }

func groups(lang model.Lang) map[string]group {
	m := keymap.New(text.For(lang))
	return map[string]group{
		"App": m.App, "Move": m.Move, "Patrol": m.Patrol, "Log": m.Log, "Form": m.Form, "Picker": m.Picker, "Retry": m.Retry, "Outcomes": m.Outcomes, "Hazard": m.Hazard,
		"Report": m.Report, "Desk": m.Desk, "History": m.History, "PlanEdit": m.PlanEdit,
	}
}

func TestGroupsAreSound(t *testing.T) {
	for _, lang := range []model.Lang{model.ZH, model.EN} {
		all := groups(lang)
		if n := reflect.TypeOf(keymap.Map{}).NumField(); n != len(all) {
			t.Fatalf("%d groups, %d tested", n, len(all))
		}
		for name, g := range all {
			if n := reflect.TypeOf(g).NumField(); n != len(g.Bindings()) {
				t.Errorf("%s: %d keys, the help shows %d", name, n, len(g.Bindings()))
			}
			taken := map[string]string{}
			for _, b := range g.Bindings() {
				if b.Help().Key == "" || b.Help().Desc == "" || len(b.Keys()) == 0 {
					t.Errorf("%s: %v has no help", name, b.Keys())
				}
				for _, k := range b.Keys() {
					if other, ok := taken[k]; ok {
						t.Errorf("%s: %q does both %q and %q", name, k, other, b.Help().Desc)
					}
					taken[k] = b.Help().Desc
				}
			}
		}
	}
}

func TestMainActionsHaveAKeyThatAnInputMethodLetsThrough(t *testing.T) {
	through := regexp.MustCompile(`^(enter|esc|up|down|left|right|f\d+|tab|shift\+tab|ctrl\+[a-z]|\d)$`)
	m := keymap.New(text.For(model.ZH))
	for _, b := range slices.Concat(m.App.Bindings(), m.Patrol.Bindings(), m.Log.Bindings(), m.Form.Bindings(), m.Picker.Bindings(), m.Retry.Bindings(), m.Outcomes.Bindings(), m.Hazard.Bindings(), m.Report.Bindings(), m.Desk.Bindings(), m.History.Bindings(), m.PlanEdit.Bindings()) {
		var ok bool
		for _, k := range b.Keys() {
			ok = ok || through.MatchString(k)
		}
		if !ok {
			t.Errorf("%q can be reached by %v only", b.Help().Desc, b.Keys())
		}
	}
}

func TestIs(t *testing.T) {
	p := keymap.New(text.For(model.EN)).Patrol
	if !keymap.Is("f", p.Vehicle, p.Foot) || keymap.Is("f", p.Vehicle) || keymap.Is("", p.Foot) {
		t.Error("keys are not found where they belong")
	}
	if d, ok := keymap.Digit("7"); d != 7 || !ok {
		t.Error("7 is a digit")
	}
	for _, name := range []string{"", "f7", "x", "/", ":"} {
		if _, ok := keymap.Digit(name); ok {
			t.Errorf("%q is no digit", name)
		}
	}
}
