//go:build !windows

package app_test

import (
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// patience is how long a loaded machine may take for anything.
const patience = 30 * time.Second

// terminal is the program in a pseudo terminal with an emulated screen.
type terminal struct {
	t       *testing.T
	cmd     *exec.Cmd
	control *os.File    // the emulator's end
	tty     *os.File    // the program's end
	before  *term.State // of the line discipline
	exited  chan error

	mu     sync.Mutex
	screen *vt.Emulator
	modes  map[ansi.Mode]bool // that were set
	drawn  chan struct{}      // something was drawn since it was last received from
}

const (
	columns = 100
	rows    = 30
)

// program is the program with the arguments, not yet started.
func program(arguments ...string) *exec.Cmd {
	cmd := exec.CommandContext(context.Background(), os.Args[0], arguments...)
	cmd.Env = append(os.Environ(), programKey+"=1", "TERM=xterm-256color", "LANG=zh_CN.UTF-8", "NO_COLOR=", "BEATBOOK_DATA=")
	return cmd
}

// start runs the program, or one of its commands, on a data folder in a terminal, which answers to what it is asked unless
// it is mute.
func start(t *testing.T, folder string, mute bool, command ...string) *terminal {
	t.Helper()
	return startAs(t, "1", folder, mute, command...)
}

// startAs is start with a value of programKey.
func startAs(t *testing.T, how, folder string, mute bool, command ...string) *terminal {
	t.Helper()
	begin(t, folder)
	control, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	if err := pty.Setsize(control, &pty.Winsize{Rows: rows, Cols: columns}); err != nil {
		t.Fatal(err)
	}
	before, err := term.GetState(tty.Fd())
	if err != nil {
		t.Fatal(err)
	}
	e := &terminal{
		t: t, control: control, tty: tty, before: before, screen: vt.NewEmulator(columns, rows), modes: map[ansi.Mode]bool{},
		cmd: program(append([]string{"--data", folder, "--lang", "zh"}, command...)...), drawn: make(chan struct{}, 1), exited: make(chan error, 1),
	}
	e.screen.SetCallbacks(vt.Callbacks{
		EnableMode: func(m ansi.Mode) { e.modes[m] = true }, DisableMode: func(m ansi.Mode) { e.modes[m] = false },
	})
	e.cmd.Env = append(e.cmd.Env, programKey+"="+how)
	if how != "1" { // bubbletea closes its input after a panic while it reads, and a race is told on the screen
		e.cmd.Env = append(e.cmd.Env, "GORACE="+os.Getenv("GORACE")+" log_path="+filepath.Join(t.TempDir(), "race"))
	}
	e.cmd.Stdin, e.cmd.Stdout, e.cmd.Stderr = tty, tty, tty
	e.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := e.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { e.exited <- e.cmd.Wait() }()
	go e.draw()
	go e.answer(mute)
	t.Cleanup(e.close)
	return e
}

// begin makes a folder that was used before: in a new one the program asks first whether to encrypt it.
func begin(t *testing.T, folder string) {
	t.Helper()
	if files, err := os.ReadDir(folder); err != nil || len(files) > 0 {
		return
	}
	if err := os.WriteFile(filepath.Join(folder, "settings.json"), []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
}

// draw feeds the screen with what the program writes.
func (e *terminal) draw() {
	buffer := make([]byte, 32<<10)
	for {
		n, err := e.control.Read(buffer)
		if err != nil {
			return
		}
		e.mu.Lock()
		_, _ = e.screen.Write(buffer[:n])
		e.mu.Unlock()
		select {
		case e.drawn <- struct{}{}:
		default:
		}
	}
}

// answer passes on what the terminal says when it is asked.
func (e *terminal) answer(mute bool) {
	var to io.Writer = e.control
	if mute {
		to = io.Discard
	}
	_, _ = io.Copy(to, e.screen)
}

func (e *terminal) close() {
	_ = e.cmd.Process.Kill()
	_ = e.control.Close()
	_ = e.tty.Close()
	if replies, ok := e.screen.InputPipe().(io.Closer); ok {
		_ = replies.Close()
	}
}

func (e *terminal) text() string {
	e.mu.Lock()
	defer e.mu.Unlock()
	return ansi.Strip(e.screen.Render())
}

func (e *terminal) alternate() bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.screen.IsAltScreen()
}

// sees waits until all the texts stand on the screen.
func (e *terminal) sees(texts ...string) {
	e.t.Helper()
	e.until(func(screen string) bool {
		for _, s := range texts {
			if !strings.Contains(screen, s) {
				return false
			}
		}
		return true
	}, strings.Join(texts, ", "))
}

func (e *terminal) until(holds func(screen string) bool, what string) {
	e.t.Helper()
	deadline := time.After(patience)
	for !holds(e.text()) {
		select {
		case <-e.drawn:
		case err := <-e.exited:
			e.t.Fatalf("it has exited (%v) before this was to be seen: %s\n%s", err, what, e.text())
		case <-deadline:
			e.t.Fatalf("not to be seen: %s\n%s", what, e.text())
		}
	}
}

// types sends what somebody types, as bytes.
func (e *terminal) types(s string) {
	e.t.Helper()
	if _, err := e.control.WriteString(s); err != nil {
		e.t.Fatal(err)
	}
}

// insists sends what somebody types until it is heard: what pops up by itself, and a line that was left, make the program
// deaf for a moment, and longer for each key that comes too soon.
func (e *terminal) insists(s, wanted string) {
	e.t.Helper()
	again := time.NewTicker(time.Second)
	defer again.Stop()
	deadline := time.After(patience)
	for e.types(s); !strings.Contains(e.text(), wanted); {
		select {
		case <-e.drawn:
		case <-again.C:
			e.types(s)
		case <-deadline:
			e.t.Fatalf("not to be seen: %s\n%s", wanted, e.text())
		}
	}
}

// records waits until what was recorded is on the disk: it is on the screen a moment earlier.
func (e *terminal) records(folder, text string) {
	e.t.Helper()
	e.untilOnDisk(func() bool { return inJournal(e.t, folder, text) }, text)
}

// untilOnDisk waits for what the screen does not tell.
func (e *terminal) untilOnDisk(holds func() bool, what string) {
	e.t.Helper()
	again := time.NewTicker(time.Millisecond)
	defer again.Stop()
	deadline := time.After(patience)
	for !holds() {
		select {
		case <-again.C:
		case <-deadline:
			e.t.Fatalf("not on the disk: %s\n%s", what, e.text())
		}
	}
}

func inJournal(t *testing.T, folder, text string) bool {
	t.Helper()
	months, err := filepath.Glob(filepath.Join(folder, "journal", "*", "*.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	return slices.ContainsFunc(months, func(month string) bool {
		b, err := os.ReadFile(month)
		return err == nil && bytes.Contains(b, []byte(text+`"`))
	})
}

// ends waits until the program has exited and gives its exit code, -1 after a signal that it did not take.
func (e *terminal) ends() int {
	e.t.Helper()
	select {
	case <-e.exited:
	case <-time.After(patience):
		e.t.Fatalf("it does not exit:\n%s", e.text())
	}
	return e.cmd.ProcessState.ExitCode()
}

// raw reports whether the line discipline is not what it was before.
func (e *terminal) raw() bool {
	e.t.Helper()
	now, err := term.GetState(e.tty.Fd())
	if err != nil {
		e.t.Fatal(err)
	}
	return *now != *e.before
}

// restored holds the terminal against what it was before.
func (e *terminal) restored() {
	e.t.Helper()
	again := time.NewTicker(10 * time.Millisecond)
	defer again.Stop()
	deadline := time.After(patience)
	for e.alternate() || e.raw() {
		select {
		case <-again.C:
		case <-deadline:
			e.t.Fatalf("on the alternate screen: %v; the line discipline is not what it was: %v", e.alternate(), e.raw())
		}
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	for _, m := range []ansi.Mode{ansi.ModeMouseButtonEvent, ansi.ModeMouseAnyEvent, ansi.ModeMouseExtSgr, ansi.ModeBracketedPaste} {
		if e.modes[m] {
			e.t.Errorf("mode %v of the terminal is still set", m)
		}
	}
	if on, known := e.modes[ansi.ModeTextCursorEnable]; known && !on {
		e.t.Error("the cursor is still hidden")
	}
}
