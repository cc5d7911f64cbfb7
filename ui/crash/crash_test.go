package crash_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/ui/crash"
)

// secret stands for what people have typed.
const secret = "张三 in 3 栋"

type noteError struct{ note string }

func (e noteError) Error() string { return e.note }

// caught is the panic of do.
func caught(t *testing.T, do func()) *crash.Panic {
	t.Helper()
	var p *crash.Panic
	func() {
		defer crash.Catch(func(cause error) { errors.As(cause, &p) })
		do()
	}()
	if p == nil {
		t.Fatal("nothing was caught")
	}
	return p
}

// fault makes the runtime panic.
func fault(of []string, at int) string { return of[at] }

func report(p *crash.Panic) string {
	var b strings.Builder
	p.Print(&b, crash.About{Version: "devel 012345", Language: "zh", Width: 97, Height: 31})
	return b.String()
}

func TestTheValueOfAPanicIsNotTold(t *testing.T) {
	for _, value := range []any{secret, errors.New(secret), fmt.Errorf("note: %w", noteError{secret}), noteError{secret}, []string{secret}} {
		p := caught(t, func() { panic(value) })
		if p.Text != "" || p.Type != fmt.Sprintf("%T", value) {
			t.Errorf("%#v: %+v", value, p)
		}
		if s := report(p) + p.Error(); strings.ContainsAny(s, "张栋") {
			t.Errorf("%T is told: %s", value, s)
		}
	}
}

func TestTheRuntimesOwnTextIsTold(t *testing.T) {
	p := caught(t, func() { fault([]string{secret}, 5) })
	if p.Text != "runtime error: index out of range [5] with length 1" || p.Type != "runtime.boundsError" {
		t.Errorf("%+v", p)
	}
	s := report(p)
	for _, part := range []string{p.Text, "devel 012345", "97x31", "beatbook/ui/crash_test.fault\n\tbeatbook/ui/crash_test/crash_test.go:"} {
		if !strings.Contains(s, part) {
			t.Errorf("%q is not in\n%s", part, s)
		}
	}
	if here, _ := os.Getwd(); strings.Contains(s, here) || strings.Contains(s, "0x") || strings.ContainsAny(s, "张栋") {
		t.Errorf("it tells of the machine or of arguments:\n%s", s)
	}
}

func TestTheStackBeginsWhereItHappened(t *testing.T) {
	p := caught(t, func() { fault(nil, 0) })
	at := slices.IndexFunc(p.Stack, func(f crash.Frame) bool { return strings.HasSuffix(f.Function, ".fault") })
	if at < 0 || slices.ContainsFunc(p.Stack[:at], func(f crash.Frame) bool { return !strings.HasPrefix(f.Function, "runtime.") }) {
		t.Errorf("%+v", p.Stack)
	}
}

func TestAnEndlessRecursionHasAnEnd(t *testing.T) {
	var deep func(n int) int
	deep = func(n int) int {
		if n == 0 {
			panic(secret)
		}
		return deep(n-1) + 1
	}
	if n := len(caught(t, func() { deep(10000) }).Stack); n == 0 || n > 64 {
		t.Errorf("%d frames", n)
	}
}

func TestNoPanicNoCause(t *testing.T) {
	func() {
		defer crash.Catch(func(cause error) { t.Error(cause) })
	}()
}

func TestOnlyTheNewestReportsAreKept(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "a[b]", "crash")
	at := time.Date(2026, 11, 24, 14, 4, 0, 5e6, time.UTC)
	other := filepath.Join(folder, "notes.txt")
	for i := range 12 {
		p := &crash.Panic{At: at.Add(time.Duration(i) * time.Hour), Type: "string"}
		file, err := p.Write(folder, crash.About{})
		if err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			if want := filepath.Join(folder, "crash-20261124T140400.005Z.txt"); file != want {
				t.Errorf("%s, want %s", file, want)
			}
			if err := os.WriteFile(other, nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	files, err := filepath.Glob(filepath.Join(filepath.Dir(filepath.Dir(folder)), "*", "crash", "*"))
	if err != nil || len(files) != 11 || !strings.HasSuffix(files[0], "20261124T160400.005Z.txt") || files[10] != other {
		t.Errorf("%q %v", files, err)
	}
}

func TestWhereNothingCanBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := (&crash.Panic{}).Write(filepath.Join(file, "crash"), crash.About{}); err == nil {
		t.Error("it was written into a file")
	}
}

// model is a root model that panics somewhere.
type model struct {
	init, update func() tea.Cmd
	view         func() string
	filter       func(tea.Msg) tea.Msg
}

type poke struct{}

func (m *model) Init() tea.Cmd { return m.init() }

func (m *model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, ok := msg.(poke); ok && m.update != nil {
		return m, m.update()
	}
	return m, nil
}

func (m *model) View() string {
	if m.view == nil {
		return ""
	}
	return m.view()
}

func poked() tea.Cmd { return func() tea.Msg { return poke{} } }

func boom() tea.Msg { panic(secret) }

func TestAPanicAnywhereEndsTheProgram(t *testing.T) {
	cmd := func(c tea.Cmd) *model { return &model{init: poked, update: func() tea.Cmd { return c }} }
	quiet := func() tea.Msg { return nil }
	for name, m := range map[string]*model{
		"init":              {init: func() tea.Cmd { panic(secret) }},
		"first command":     {init: func() tea.Cmd { return boom }},
		"update":            {init: poked, update: func() tea.Cmd { panic(secret) }},
		"view":              {init: poked, view: func() string { panic(secret) }},
		"filter":            {init: poked, filter: func(tea.Msg) tea.Msg { panic(secret) }},
		"command":           cmd(boom),
		"batch":             cmd(tea.Batch(quiet, boom)),
		"batch in a batch":  cmd(tea.Batch(quiet, tea.Batch(boom, quiet))),
		"sequence":          cmd(tea.Sequence(quiet, boom)),
		"batch in sequence": cmd(tea.Sequence(quiet, tea.Batch(quiet, boom), quiet)),
		"tick":              cmd(tea.Tick(time.Millisecond, func(time.Time) tea.Msg { panic(secret) })),
		"command of nil":    cmd(func() tea.Msg { return tea.BatchMsg{nil, boom} }),
	} {
		t.Run(name, func(t *testing.T) {
			ctx, end := context.WithCancelCause(context.Background())
			screen := crash.NewScreen(m, end)
			filter := screen.Filter(func(_ tea.Model, msg tea.Msg) tea.Msg {
				if m.filter != nil {
					return m.filter(msg)
				}
				return msg
			})
			_, err := tea.NewProgram(screen, tea.WithContext(ctx), tea.WithInput(nil), tea.WithOutput(io.Discard), tea.WithoutSignalHandler(),
				tea.WithoutCatchPanics(), tea.WithFilter(filter)).Run()
			var p *crash.Panic
			if !errors.As(context.Cause(ctx), &p) || p.Type != "string" || !errors.Is(err, tea.ErrProgramKilled) {
				t.Errorf("%v, %v", context.Cause(ctx), err)
			}
		})
	}
}

func TestTheFirstPanicCountsAndNothingFollows(t *testing.T) {
	ctx, end := context.WithCancelCause(context.Background())
	updates := 0
	m := &model{update: func() tea.Cmd {
		updates++
		panic(secret)
	}, view: func() string { panic(1) }}
	screen := crash.NewScreen(m, end)
	for range 3 {
		screen.Update(poke{})
		screen.View()
	}
	var p *crash.Panic
	if !errors.As(context.Cause(ctx), &p) || p.Type != "string" || updates != 1 {
		t.Errorf("%v after %d updates", context.Cause(ctx), updates)
	}
}

func TestTheLastMessagesAreRememberedByTheirTypes(t *testing.T) {
	screen := crash.NewScreen(&model{}, func(error) {})
	for range 50 {
		screen.Update(poke{})
	}
	screen.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(secret)})
	recent := screen.Recent()
	if len(recent) != 20 || recent[19] != "tea.KeyMsg" || recent[18] != "crash_test.poke" {
		t.Errorf("%q", recent)
	}
}
