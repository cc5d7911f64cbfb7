package app

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"beatbook/ui/report"
)

// exporting opens the form to write the report of tonight.
func exporting(w *world) {
	w.walk()
	w.open()
	w.press("r", "e")
	w.dialogs(1)
	w.sees(w.words().ExportTitle)
}

func TestAReportIsWrittenInEveryFormat(t *testing.T) {
	for i, format := range report.Formats {
		t.Setenv("HOME", t.TempDir())
		inWorld(t, func(w *world) {
			exporting(w)
			w.press(fmt.Sprint(i+1), "ctrl+s")
			w.pass(time.Second)
			w.dialogs(0)
			file := filepath.Join(os.Getenv("HOME"), "beatbook-2026-11-24"+report.Extension(format))
			written, err := os.ReadFile(file)
			if err != nil || len(written) == 0 {
				t.Fatalf("%s: %d bytes, %v\n%s", format, len(written), err, w.screen())
			}
			w.resize(300, 30)
			w.sees(fmt.Sprintf(w.words().Written, file))
			if format == "text" && !strings.Contains(string(written), "Wanda and night market on foot") {
				t.Errorf("%s", written)
			}
		})
	}
}

func TestTheFileOfASpanIsNamedAfterIt(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		w.resize(200, 30)
		w.press("r", "w", "f5", "3")
		w.sees("beatbook-2026-11-18_2026-11-24.xlsx")
		w.press("tab", "ctrl+u", "a.b.csv", "shift+tab", "1")
		w.sees("a.b.txt")
	})
}

func TestAFileThatExistsIsAskedAbout(t *testing.T) {
	inWorld(t, func(w *world) {
		file := filepath.Join(t.TempDir(), "report.txt")
		if err := os.WriteFile(file, []byte("old"), 0o600); err != nil {
			t.Fatal(err)
		}
		unchanged := func() {
			t.Helper()
			if b, err := os.ReadFile(file); err != nil || string(b) != "old" {
				t.Fatalf("%q %v\n%s", b, err, w.screen())
			}
		}
		exporting(w)
		w.press("tab", "ctrl+u", file, "ctrl+s", "ctrl+s") // the second one was in flight
		w.dialogs(1)
		w.sees(w.words().WriteOver[3:20])
		unchanged()
		w.pass(2 * time.Second)
		w.press("shift+tab", "backspace", "t", "ctrl+s") // another name, as far as anybody knows
		w.dialogs(1)
		unchanged()
		w.pass(2 * time.Second)
		w.press("enter")
		w.dialogs(0)
		if b, err := os.ReadFile(file); err != nil || string(b) == "old" {
			t.Errorf("%q %v", b, err)
		}
	})
}

func TestAFileThatCannotBeWrittenStaysInTheForm(t *testing.T) {
	inWorld(t, func(w *world) {
		folder := t.TempDir()
		exporting(w)
		w.resize(200, 30)
		for _, c := range []struct {
			file, says string
		}{{filepath.Join(folder, "none", "r.txt"), "Cannot write"}, {folder, "regular"}} {
			w.press("tab", "ctrl+u", c.file, "ctrl+s")
			w.dialogs(1)
			w.sees(filepath.Base(c.file), c.says)
			w.press("shift+tab")
		}
		w.press("tab", "ctrl+u", "  ", "ctrl+s")
		w.sees(w.words().FileNeeded)
		w.press("esc")
		w.dialogs(0)
		w.titled(w.words().Title)
		if files, err := os.ReadDir(folder); err != nil || len(files) > 0 {
			t.Errorf("%v %v", files, err)
		}
	})
}
