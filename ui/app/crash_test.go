//go:build !windows

package app_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"beatbook/model"
	"beatbook/ui/cli"
)

// shiftBegun is a folder with a shift that is open.
func shiftBegun(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	e := start(t, folder, false)
	e.sees(zh.Start.Title)
	e.types(enter)
	e.sees("第 ", "联合01")
	e.types("q")
	e.ends()
	return folder
}

// crashes wants the program to end by a panic, and to say so.
func (e *terminal) crashes() {
	e.t.Helper()
	if code := e.ends(); code != cli.Crashed {
		e.t.Errorf("exit code %d", code)
	}
	e.restored()
	e.sees(zh.Crash.Stopped, zh.Crash.Safe, zh.Crash.Kept, zh.Crash.Next)
	if s := e.text(); strings.Contains(s, note) || strings.Contains(s, "goroutine") {
		e.t.Errorf("it says more than it should:\n%s", s)
	}
}

func TestAPanicOfUpdate(t *testing.T) {
	t.Parallel()
	folder, wire := shiftBegun(t), filepath.Join(t.TempDir(), "wire")
	e := startAs(t, "update:"+wire, folder, false)
	e.sees("第 ", "联合01")
	e.types("n")
	e.sees(zh.Dialog.NowHint)
	e.types(note)
	e.sees(note)
	if err := os.WriteFile(wire, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	e.crashes()
	reported(t, folder, "runtime error: index out of range")

	e = start(t, folder, false)
	e.sees("第 ", "联合01")
	e.types("n")
	e.sees(zh.Dialog.NowHint, note)
}

func TestAPanicOfACommand(t *testing.T) {
	t.Parallel()
	folder, wire := shiftBegun(t), filepath.Join(t.TempDir(), "wire")
	if err := syscall.Mkfifo(wire, 0o600); err != nil {
		t.Fatal(err)
	}
	e := startAs(t, "command:"+wire, folder, false)
	e.sees("第 ", "联合01")
	e.types("f")
	e.types("n")
	e.sees(strings.Split(zh.Dialog.NoteTitle, "%s")[0])
	e.types(note)
	e.sees(note)
	if err := os.WriteFile(wire, []byte("now"), 0o600); err != nil {
		t.Fatal(err)
	}
	e.crashes()
	reported(t, folder, "panic      string\ntext       -")
	if !strings.Contains(log(t, folder), string(model.CheckedIn)) {
		t.Error("the check-in is lost")
	}
	if b, err := os.ReadFile(filepath.Join(folder, "settings.json")); !strings.Contains(string(b), note) {
		t.Errorf("the note is lost: %v", err)
	}
}

// reported wants one report in the folder, with what is told of the panic and nothing that people have typed.
func reported(t *testing.T, folder, told string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "crash", "*"))
	if err != nil || len(files) != 1 {
		t.Fatalf("%q %v", files, err)
	}
	b, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{told, "100x30 xterm-256color", "*patrol.Page *dialog.Form", "tea.KeyMsg", "beatbook/ui/app_test/sabotage_test.go:"} {
		if !strings.Contains(string(b), part) {
			t.Errorf("%q is not in\n%s", part, b)
		}
	}
	for _, part := range []string{note, "路灯", "联合", "万达", "wanda", "张", `{"`, folder} {
		if strings.Contains(string(b), part) {
			t.Errorf("%q is in\n%s", part, b)
		}
	}
	if info, err := os.Stat(files[0]); err != nil || info.Mode() != fs.FileMode(0o600) {
		t.Errorf("%v %v", info.Mode(), err)
	}
}
