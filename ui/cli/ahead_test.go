//go:build !windows

package cli

import (
	"io"
	"testing"

	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"
	"golang.org/x/sys/unix"

	"beatbook/model"
	"beatbook/ui/text"
)

// What was typed while something else was done does not answer the next question.
func TestWhatWasTypedAheadIsForgotten(t *testing.T) {
	control, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _, _ = control.Close(), tty.Close() }()
	if _, err := term.MakeRaw(tty.Fd()); err != nil {
		t.Fatal(err)
	}
	p := &program{in: tty, errs: io.Discard, text: text.For(model.EN), ahead: []byte("still earlier\r")}
	write := func(keys string) {
		if _, err := control.WriteString(keys); err != nil {
			t.Fatal(err)
		}
	}
	write("early\rand more")
	if _, err := unix.Poll([]unix.PollFd{{Fd: int32(tty.Fd()), Events: unix.POLLIN}}, -1); err != nil {
		t.Fatal(err)
	}
	p.forgetTyped()
	write("late\r")
	if got, err := p.typed(t.Context(), "?", false); got != "late" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
}
