package dialog

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"pgregory.net/rapid"

	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/screen/screentest"
)

func TestAChecklistIsReadAsItWasWritten(t *testing.T) {
	text := rapid.Custom(func(r *rapid.T) string {
		return strings.TrimSpace(rapid.StringOfN(rapid.RuneFrom([]rune(`ab1:： |｜\-灭`)), 0, 8, -1).Draw(r, "text"))
	})
	rapid.Check(t, func(r *rapid.T) {
		var items []model.Item
		for i := range rapid.IntRange(0, 4).Draw(r, "items") {
			name := model.Name{ZH: text.Draw(r, "zh"), EN: text.Draw(r, "en")}
			if name.IsZero() {
				name.ZH = "灭火器"
			}
			id := rapid.SampledFrom([]string{strconv.Itoa(i + 1), "exit", "9"}).Draw(r, "id")
			items = append(items, model.Item{ID: id, Name: name})
		}
		if got := readItems(itemLines(items)); !slices.Equal(got, items) {
			r.Fatalf("%q becomes\n%q", itemLines(items), got)
		}
	})
}

func TestLinesOfAChecklist(t *testing.T) {
	both := func(s string) model.Name { return model.Name{ZH: s, EN: s} }
	for typed, want := range map[string][]model.Item{
		"灭火器\n\n  安全出口 ":                  {{ID: "1", Name: both("灭火器")}, {ID: "2", Name: both("安全出口")}},
		"exit: 安全出口 | exit":               {{ID: "exit", Name: model.Name{ZH: "安全出口", EN: "exit"}}},
		"exit：安全出口｜exit":                  {{ID: "exit", Name: model.Name{ZH: "安全出口", EN: "exit"}}},
		"1: exit: open\r\n安全：出口\n| hoses": {{ID: "1", Name: both("exit: open")}, {ID: "2", Name: both("安全：出口")}, {ID: "3", Name: model.Name{EN: "hoses"}}},
	} {
		if got := readItems(typed); !slices.Equal(got, want) {
			t.Errorf("%q is %v", typed, got)
		}
	}
}

func TestIDsAreMadeFromNames(t *testing.T) {
	taken := func(id string) bool { return id == "gate" || id == "route-1" || id == "route-7" }
	for want, name := range map[string]model.Name{
		"north-gate-2":          {ZH: "北门", EN: "North Gate #2"},
		"gate-2":                {EN: "gate"},
		"k3":                    {ZH: "Ｋ3 号"},
		"route-2":               {ZH: "北门"},
		"route-3":               {ZH: "3 号"},
		"route-7-2":             {EN: "7"},
		strings.Repeat("a", 40): {EN: strings.Repeat("a", 99)},
	} {
		if got := freshID(name, "route", taken); got != want {
			t.Errorf("%v: %q, want %q", name, got, want)
		}
	}
}

// opened is a dialog alone in an environment.
func opened(t *testing.T, open func(*screen.Env) screen.Page) (*screen.Env, screen.Page) {
	t.Helper()
	plan, clock := screentest.Plan(t), &screentest.Clock{}
	clock.At = model.Date("2026-11-24").At(22*60, plan.Zone(), plan.NightTurnsAt)
	env := screentest.Env(screentest.NewLog(clock.Now), plan, model.NewNight("2026-11-24"), model.EN)
	d := open(env)
	env.Open(d)
	return env, d
}

func TestChangesAreReadOnAndAgreedTo(t *testing.T) {
	agreed := 0
	changes := make([]string, 50)
	for i := range changes {
		changes[i] = fmt.Sprintf("change %d of a very long route through the whole district, round by round", i)
	}
	open := func(env *screen.Env) screen.Page {
		return NewPlanChanges(env, "Save", []string{"intro"}, changes, func() tea.Cmd { agreed++; return nil })
	}
	env, d := opened(t, open)
	look := func() string {
		d.Resize(60, 14)
		d.Refresh()
		screentest.Fits(t, d.View(), 60, 14)
		return d.View()
	}
	screentest.Sees(t, look(), "Save", "intro", "change 0")
	for _, step := range []struct{ key, seen string }{{"end", "change 49"}, {"home", "intro"}, {"pgdown", "change 6"}, {"down", "change 6"}, {"pgup", "change 0"}, {"up", "intro"}} {
		d.Update(tea.KeyMsg{Type: map[string]tea.KeyType{
			"end": tea.KeyEnd, "home": tea.KeyHome, "pgdown": tea.KeyPgDown, "pgup": tea.KeyPgUp, "up": tea.KeyUp, "down": tea.KeyDown,
		}[step.key]})
		screentest.Sees(t, look(), step.seen)
	}
	d.Update(tea.MouseMsg{Button: tea.MouseButtonWheelDown})
	screentest.SeesNot(t, look(), "intro")
	d.Update(screentest.Key("esc"))
	if agreed != 0 || len(env.Dialogs()) != 0 {
		t.Fatal("esc agrees, or does not close")
	}
	env, d = opened(t, open)
	d.Update(screentest.Key("enter"))
	if agreed != 1 || len(env.Dialogs()) != 0 {
		t.Fatal("enter does not agree, or does not close")
	}
}

func TestAskIsAnsweredByEnterOnly(t *testing.T) {
	done := 0
	open := func(env *screen.Env) screen.Page {
		return NewAsk(env, "Remove", "Remove it?", func() tea.Cmd { done++; return nil })
	}
	for key, want := range map[string]int{"esc": 0, "a": 0, "enter": 1} {
		done = 0
		_, d := opened(t, open)
		if d.Update(screentest.Key(key)); done != want {
			t.Errorf("%s: %d", key, done)
		}
	}
}

func TestAClickSendsAForm(t *testing.T) {
	var got model.Plan
	env, d := opened(t, func(env *screen.Env) screen.Page {
		return NewPlanUnit(env, PlanPlace{Plan: env.Plan, At: 0}, func(p model.Plan) { got = p })
	})
	d.Resize(68, 12)
	d.Refresh()
	for y, line := range strings.Split(d.View(), "\n") {
		if strings.Contains(line, "[ ") {
			d.Update(tea.MouseMsg{X: 20, Y: y, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
		}
	}
	if len(env.Dialogs()) != 0 || len(model.DiffPlans(env.Plan, &got)) != 0 {
		t.Errorf("%d dialogs, %v", len(env.Dialogs()), model.DiffPlans(env.Plan, &got))
	}
}
