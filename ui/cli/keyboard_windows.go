package cli

import (
	"os"

	"github.com/charmbracelet/x/term"
	"golang.org/x/sys/windows"
)

func withoutEcho(s *term.State) { s.Mode &^= windows.ENABLE_ECHO_INPUT }

// dropInput forgets what the keyboard gave so far.
func dropInput(f *os.File) { _ = windows.FlushConsoleInputBuffer(windows.Handle(f.Fd())) }
