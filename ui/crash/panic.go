// Package crash catches the panics of the program, so that the terminal comes back and what was typed is kept, and writes
// them down without anything that people have typed.
package crash

import (
	"errors"
	"fmt"
	"path"
	"runtime"
	"strings"
	"time"
)

// Panic is a panic that was caught. Its value is not kept: that of ours or of a library could hold a name or a note.
type Panic struct {
	At    time.Time // UTC
	Type  string    // of the value, as Go writes it
	Text  string    // of a runtime.Error only, else empty
	Stack []Frame   // where it happened first, then its callers

	Place  string   // the page and the dialogs over it, by their types; empty where there was no screen
	Recent []string // types of the messages that the screen took last, the latest at the end
	Kept   bool     // what was being typed is there again at the next start
	Lost   error    // why records that were waiting could not be written; nil: they are all written
}

// Frame is a place in the code: a function, and its file with the path of its package.
type Frame struct {
	Function string
	File     string
	Line     int
}

// Error is the type of the panic, and its text where that is the runtime's own.
func (p *Panic) Error() string {
	if p.Text == "" {
		return "panic: " + p.Type
	}
	return "panic: " + p.Text
}

// Of makes the Panic of a value that recover has just given, for the deferred function that called it.
func Of(value any) *Panic {
	p := &Panic{At: time.Now().UTC(), Type: fmt.Sprintf("%T", value), Stack: stack()}
	var fault runtime.Error
	if err, ok := value.(error); ok && errors.As(err, &fault) {
		p.Text = fault.Error()
	}
	return p
}

// Catch ends a run with the panic of the function that defers it, if there is one; end is that of
// context.WithCancelCause, which keeps the first cause.
func Catch(end func(cause error)) {
	if value := recover(); value != nil {
		end(Of(value))
	}
}

// mostFrames bounds the stack of an endless recursion.
const mostFrames = 64

// stack is what the panic left behind, from where it happened on.
func stack() []Frame {
	pcs := make([]uintptr, 2*mostFrames)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(0, pcs)])
	var all []Frame
	for more := true; more; {
		var f runtime.Frame
		f, more = frames.Next()
		if f.Function == "runtime.gopanic" {
			all = nil // what stands above is the catching of it
			continue
		}
		all = append(all, frameOf(f))
	}
	return all[:min(len(all), mostFrames)]
}

// frameOf leaves out the folder on the machine where the program was built, which may hold somebody's name.
func frameOf(f runtime.Frame) Frame {
	folder, name := path.Split(f.Function)
	pkg, _, _ := strings.Cut(name, ".")
	return Frame{f.Function, folder + pkg + "/" + path.Base(f.File), f.Line}
}
