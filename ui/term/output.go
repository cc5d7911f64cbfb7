package term

import (
	"bytes"
	"os"
	"sync/atomic"

	"github.com/charmbracelet/x/ansi"
)

// Output is a terminal that takes its hardware cursor back to the text field after each frame. The window of an input
// method follows that cursor, which bubbletea leaves at the bottom left. The cursor is moved only on the alternate
// screen, where each frame begins with an absolute position.
type Output struct {
	*os.File
	cursor    atomic.Int64 // x<<32 | y+1; 0: nowhere
	alternate atomic.Bool
}

// NewOutput wraps a terminal, for tea.WithOutput.
func NewOutput(f *os.File) *Output { return &Output{File: f} }

// SetCursor parks the cursor at column x and line y of the screen, both from 0, from the next frame on.
func (o *Output) SetCursor(x, y int) {
	o.cursor.Store(int64(max(x, 0))<<32 | int64(max(y, 0)+1))
}

// HideCursor leaves the cursor where the frame leaves it, for screens without a text field.
func (o *Output) HideCursor() { o.cursor.Store(0) }

// Write writes a frame and then parks the cursor. It returns how much of p was written.
func (o *Output) Write(p []byte) (int, error) {
	o.noteScreen(p)
	park := o.park()
	if park == "" {
		return o.File.Write(p)
	}
	// One write, so that the cursor is not seen on its way.
	n, err := o.File.Write(append(p[:len(p):len(p)], park...))
	return min(n, len(p)), err
}

// WriteString is Write for a string.
func (o *Output) WriteString(s string) (int, error) { return o.Write([]byte(s)) }

// Bell rings once. A terminal that is gone rings no bell.
func (o *Output) Bell() { _, _ = o.File.WriteString("\a") }

// noteScreen follows the changes to and from the alternate screen: on the way out the cursor must stay free, or the
// shell's prompt would stand in the middle of old output.
func (o *Output) noteScreen(p []byte) {
	enter := bytes.LastIndex(p, []byte(ansi.SetModeAltScreenSaveCursor))
	leave := bytes.LastIndex(p, []byte(ansi.ResetModeAltScreenSaveCursor))
	if enter != leave {
		o.alternate.Store(enter > leave)
	}
}

func (o *Output) park() string {
	at := o.cursor.Load()
	if at == 0 || !o.alternate.Load() {
		return ""
	}
	return ansi.CursorPosition(int(at>>32)+1, int(at&0xffffffff))
}
