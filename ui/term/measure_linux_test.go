package term

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	xterm "github.com/charmbracelet/x/term"
	"github.com/creack/pty"
)

// fakeTerminal answers what is written to it, until it is closed. Its width of a text is that of the function.
func fakeTerminal(t *testing.T, answer func(text string) string) *os.File {
	t.Helper()
	master, slave, err := pty.Open()
	if err != nil {
		t.Skip("no pseudo terminal:", err)
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		var got string
		for buffer := make([]byte, 1024); ; {
			n, err := master.Read(buffer)
			if err != nil {
				return
			}
			got += string(buffer[:n])
			for {
				text, rest, asked := strings.Cut(got, ansi.RequestCursorPositionReport)
				if !asked {
					break
				}
				got = rest
				_, _ = master.WriteString(answer(text[strings.LastIndex(text, "\r")+1:]))
			}
		}
	}()
	t.Cleanup(func() {
		_ = slave.Close()
		_ = master.Close()
		<-ended
	})
	return slave
}

func TestMeasureFindsWhatIsOfAnotherWidth(t *testing.T) {
	doubled := func(text string) string { // an old console: box lines are two cells wide
		width := ansi.StringWidth(text)
		if text == "│─" {
			width *= 2
		}
		return fmt.Sprintf("x\x1b[3;%dR", width+1) // a key was typed before
	}
	tty := fakeTerminal(t, doubled)
	before, err := xterm.GetState(tty.Fd())
	if err != nil {
		t.Fatal(err)
	}
	widths, err := Measure(tty, tty, []string{"夜巡", "│─", "ok"}, time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	want := []Width{{"夜巡", 4, 4}, {"│─", 2, 4}, {"ok", 2, 2}}
	for i, w := range widths {
		if w != want[i] || w.Wrong() != (i == 1) {
			t.Errorf("%+v, want %+v", w, want[i])
		}
	}
	if after, err := xterm.GetState(tty.Fd()); err != nil || *after != *before {
		t.Errorf("the terminal was left as %+v, %v", after, err)
	}
}

func TestMeasureDoesNotWaitForAMuteTerminal(t *testing.T) {
	tty := fakeTerminal(t, func(string) string { return "keys" })
	if _, err := Measure(tty, tty, []string{"夜巡"}, time.Millisecond); !errors.Is(err, ErrMute) {
		t.Error(err)
	}
}

func TestMeasureNeedsATerminal(t *testing.T) {
	f, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	if _, err := Measure(f, f, []string{"夜巡"}, time.Minute); err == nil {
		t.Error("something was measured")
	}
}

func TestCursorColumn(t *testing.T) {
	for keys, want := range map[string]int{"\x1b[1;5R": 5, "ab\x1b[12;80Rcd": 80, "\x1b[1;5": 0, "R": 0, "\x1b[;R": 0} {
		column, _, found := cursorColumn([]byte(keys))
		if column != want || found != (want > 0) {
			t.Errorf("%q: %d %v", keys, column, found)
		}
	}
}
