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

// kills ends the program as soon as what was typed is on the disk. It cannot take leave of anything then.
func (e *terminal) kills(folder string, typed ...string) {
	e.t.Helper()
	e.keeps(folder, typed...)
	if err := e.cmd.Process.Signal(syscall.SIGKILL); err != nil {
		e.t.Fatal(err)
	}
	e.ends()
}

// keeps waits until the texts are on the disk.
func (e *terminal) keeps(folder string, typed ...string) {
	e.t.Helper()
	for _, s := range typed {
		e.untilOnDisk(func() bool { return strings.Contains(settings(folder), s) }, s)
	}
}

func settings(folder string) string {
	b, _ := os.ReadFile(filepath.Join(folder, "settings.json"))
	return string(b)
}

// checksIn checks a place in by its row.
func (e *terminal) checksIn(row, place string) {
	e.t.Helper()
	e.types(row)
	e.types("f")
	_, undo, _ := strings.Cut(fmt.Sprintf(zh.Patrol.Recorded, "@", "u"), "@")
	e.until(func(screen string) bool {
		_, said, found := strings.Cut(screen, undo)
		return found && strings.Contains(said, place)
	}, place)
}

// corrects opens the correction of the check-in under the cursor.
func (e *terminal) corrects(row string) {
	e.t.Helper()
	e.sees("联合01")
	e.types(row)
	e.insists("c", zh.Dialog.CorrectWhat)
}

const reason = "戴着手套按错了"

func TestHalfACorrectionOutlastsAKill(t *testing.T) {
	t.Parallel()
	folder := shiftBegun(t)
	e := start(t, folder, false)
	e.sees("第 ", "联合01")
	e.checksIn("1", "中学校门")
	e.checksIn("2", "医院急诊楼")
	e.corrects("1")
	e.types("\t\t\t\t" + note)
	e.sees(note)
	e.types("\t\t" + reason)
	e.kills(folder, note, reason)

	e = start(t, folder, false)
	e.sees(zh.Dialog.TypedBefore)
	e.corrects("2")
	if s := e.text(); strings.Contains(s, note) || strings.Contains(s, reason) {
		t.Errorf("it is about something else:\n%s", s)
	}
	e.kills(folder)

	e = start(t, folder, false, "--lang", "en")
	e.sees(text.For(model.EN).Dialog.TypedBefore)
	e.types("1")
	e.insists("c", text.For(model.EN).Dialog.CorrectWhat)
	e.sees(note, reason)
	e.types("\x1b")
	e.until(func(s string) bool { return !strings.Contains(s, note) && !strings.Contains(settings(folder), note) }, "forgotten")
}

// The first letter of a note is on the disk at once, and the last one as soon as that is done.
func TestHowSoonWhatIsTypedIsKept(t *testing.T) {
	t.Parallel()
	folder := shiftBegun(t)
	e := start(t, folder, false)
	e.sees("第 ", "联合01")
	e.types("n")
	e.sees(zh.Dialog.NowHint)
	for _, typed := range []string{"一", "一二", "一二三"} {
		began := time.Now()
		letters := []rune(typed)
		e.types(string(letters[len(letters)-1]))
		e.keeps(folder, typed)
		t.Logf("%s after %v", typed, time.Since(began).Round(time.Millisecond))
	}
	e.kills(folder)
}

func TestAPanicInACorrection(t *testing.T) {
	t.Parallel()
	folder, wire := shiftBegun(t), filepath.Join(t.TempDir(), "wire")
	e := startAs(t, "update:"+wire, folder, false)
	e.sees("第 ", "联合01")
	e.checksIn("1", "中学校门")
	e.corrects("1")
	e.types("\t\t\t\t" + note)
	e.sees(note)
	if err := os.WriteFile(wire, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	e.crashes()

	e = start(t, folder, false)
	e.corrects("1")
	e.sees(note)
}
