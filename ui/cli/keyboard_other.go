//go:build !windows

package cli

import (
	"os"

	"github.com/charmbracelet/x/term"
	"golang.org/x/sys/unix"
)

func withoutEcho(s *term.State) { s.Lflag &^= unix.ECHO }

// dropInput reads what the keyboard gave so far. The terminal is raw.
func dropInput(f *os.File) {
	waiting := []unix.PollFd{{Fd: int32(f.Fd()), Events: unix.POLLIN}}
	buffer := make([]byte, 256)
	for {
		if n, err := unix.Poll(waiting, 0); err != nil || n == 0 {
			return
		}
		if n, err := f.Read(buffer); err != nil || n == 0 {
			return
		}
	}
}
