//go:build !windows

package app_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"beatbook/model"
	"beatbook/ui/text"
)

var zh = text.For(model.ZH)

const (
	enter = "\r"
	save  = "\x13" // ctrl+s
)

// recorded is what a check-in is answered with.
var recorded = strings.Split(zh.Patrol.Recorded, "%s")[1]

// log is what the command line says about the night in the folder.
func log(t *testing.T, folder string) string {
	t.Helper()
	out, err := program("--data", folder, "log", "--json").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// inTheEvening gives the folder a plan in whose zone it is past eight in the evening, whatever time it is here: then calls are
// due that can be made and skipped.
func inTheEvening(t *testing.T, folder string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "plan.yaml")
	if out, err := program("--data", folder, "plan", "export", path).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	plan, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	west := (time.Now().UTC().Hour()-20+36)%24 - 12 // the zones of this family are named by how far west they are
	zoned := strings.Replace(string(plan), "Asia/Shanghai", fmt.Sprintf("Etc/GMT%+d", west), 1)
	if err := os.WriteFile(path, []byte(zoned), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := program("--data", folder, "plan", "import", path).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}

func TestJourney(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	inTheEvening(t, folder)
	e := start(t, folder, false)
	e.sees(zh.Start.Title)
	e.types(enter)
	e.sees("第 ", "联合01")
	e.types("f")
	e.sees(recorded)
	e.types("n")
	e.sees(strings.Split(zh.Dialog.NoteTitle, "%s")[0])
	e.types(note + save)
	e.sees(zh.Patrol.NoteAdded)
	e.types("\x1b[B") // within a second of the check-in a key would mean its place
	e.types("s1")
	e.sees(zh.Dialog.SkipReasons[0])
	e.types("u")
	e.sees(strings.Split(zh.Patrol.Undone, "%s")[0])
	e.types("q")
	if code := e.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	e.restored()

	e = start(t, folder, false)
	e.sees("第 ", "联合01")
	e.types("l")
	e.sees(note)
	e.types("\x03")
	if code := e.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	for _, s := range []string{note, string(model.CheckedIn), string(model.Skipped), string(model.Withdrawn)} {
		if !strings.Contains(log(t, folder), s) {
			t.Errorf("%s is not in the log", s)
		}
	}
}

func TestBackInTheShiftAfterAKill(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	e := start(t, folder, false)
	e.sees(zh.Start.Title)
	e.types(enter)
	e.sees("联合01")
	e.types("f")
	e.sees(recorded)
	e.types("n")
	e.sees(strings.Split(zh.Dialog.NoteTitle, "%s")[0])
	e.types(note + save)
	e.sees(zh.Patrol.NoteAdded)
	e.types("n半截")
	e.sees("半截")
	if err := e.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	e.ends()

	e = start(t, folder, false)
	e.sees("第 ", "联合01")
	if strings.Contains(e.text(), zh.Start.Title) {
		t.Errorf("it is not back in the shift:\n%s", e.text())
	}
	e.types("l")
	e.sees(note)
}

func TestSignalsGiveTheTerminalBack(t *testing.T) {
	t.Parallel()
	for _, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP} {
		t.Run(signal.String(), func(t *testing.T) {
			t.Parallel()
			folder := t.TempDir()
			e := start(t, folder, false)
			e.sees(zh.Start.Title)
			e.types(enter)
			e.sees("联合01")
			e.types("f")
			e.sees(recorded)
			e.types("n")
			e.types("半截")
			e.sees("半截")
			if err := e.cmd.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			if code := e.ends(); code < 0 {
				t.Errorf("it was ended by the signal itself")
			}
			e.restored()
			if !strings.Contains(log(t, folder), string(model.CheckedIn)) {
				t.Error("the check-in is lost")
			}
			if b, err := os.ReadFile(filepath.Join(folder, "settings.json")); !strings.Contains(string(b), "半截") {
				t.Errorf("what was being typed is lost: %v", err)
			}
		})
	}
}

func TestASuspensionGivesTheTerminalBack(t *testing.T) {
	t.Parallel()
	e := start(t, t.TempDir(), false)
	e.sees(zh.Start.Title)
	for range 2 {
		if err := e.cmd.Process.Signal(syscall.SIGTSTP); err != nil {
			t.Fatal(err)
		}
		e.restored()
		again := time.NewTicker(100 * time.Millisecond)
		for deadline := time.After(patience); !e.alternate(); { // it may not have stopped yet
			select {
			case <-again.C:
				if err := e.cmd.Process.Signal(syscall.SIGCONT); err != nil {
					t.Fatal(err)
				}
			case <-deadline:
				t.Fatal("it does not go on")
			}
		}
		again.Stop()
		e.sees(zh.Start.Title)
	}
	e.types("q")
	if code := e.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	e.restored()
}

func TestClosedWindowKeepsTheRecords(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	e := start(t, folder, false)
	e.sees(zh.Start.Title)
	e.types(enter)
	e.sees("联合01")
	e.types("f")
	e.sees(recorded)
	_ = e.tty.Close()
	_ = e.control.Close()
	if code := e.ends(); code < 0 {
		t.Errorf("it was ended by the signal itself")
	}
	if !strings.Contains(log(t, folder), string(model.CheckedIn)) {
		t.Error("the check-in is lost")
	}
}

// A terminal that answers no question must not be waited for: bubbletea's own question costs five seconds.
func TestFirstFrameOnAMuteTerminal(t *testing.T) {
	folder := t.TempDir()
	before := time.Now()
	e := start(t, folder, true)
	e.sees(zh.Start.Title)
	took := time.Since(before)
	t.Logf("first frame after %v", took)
	if took > 4*time.Second {
		t.Errorf("first frame after %v", took)
	}
	e.types(enter)
	e.sees("联合01")
}
