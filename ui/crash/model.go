package crash

import (
	"fmt"
	"reflect"
	"sync/atomic"

	tea "github.com/charmbracelet/bubbletea"
)

// mostRecent is how many messages are remembered.
const mostRecent = 20

// Screen is a root model whose panics, and those of its commands, end the run instead of the process. All that it does
// runs on the program's loop, but for its commands.
type Screen struct {
	root   tea.Model
	end    func(cause error)
	recent []string
	over   atomic.Bool // nothing is asked of the root any more
}

// NewScreen guards a root model; end is that of context.WithCancelCause, whose context ends the program.
func NewScreen(root tea.Model, end func(cause error)) *Screen {
	s := &Screen{root: root}
	s.end = func(cause error) {
		s.over.Store(true)
		end(cause)
	}
	return s
}

// Recent are the types of the messages that came last, the latest at the end.
func (s *Screen) Recent() []string { return s.recent }

// Init is that of the root.
func (s *Screen) Init() (cmd tea.Cmd) {
	defer Catch(s.end)
	return s.guard(s.root.Init())
}

// Update is that of the root.
func (s *Screen) Update(msg tea.Msg) (self tea.Model, cmd tea.Cmd) {
	self = s
	if s.over.Load() {
		return
	}
	defer Catch(s.end)
	s.recent = append(s.recent, fmt.Sprintf("%T", msg))
	s.recent = s.recent[max(len(s.recent)-mostRecent, 0):]
	s.root, cmd = s.root.Update(msg)
	return s, s.guard(cmd)
}

// View is that of the root.
func (s *Screen) View() (view string) {
	if s.over.Load() {
		return ""
	}
	defer Catch(s.end)
	return s.root.View()
}

// Filter guards a filter of messages, for tea.WithFilter.
func (s *Screen) Filter(filter func(tea.Model, tea.Msg) tea.Msg) func(tea.Model, tea.Msg) tea.Msg {
	return func(m tea.Model, msg tea.Msg) (filtered tea.Msg) {
		defer Catch(s.end)
		return filter(m, msg)
	}
}

// guard guards a command, and those that it gives to be run one after the other or together.
func (s *Screen) guard(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer Catch(s.end)
		return s.guardAll(cmd())
	}
}

// guardAll guards the commands of a message that holds some: one of bubbletea's two types for that is not exported.
func (s *Screen) guardAll(msg tea.Msg) tea.Msg {
	cmds := reflect.ValueOf(msg)
	if msg == nil || cmds.Kind() != reflect.Slice || cmds.Type().Elem() != reflect.TypeFor[tea.Cmd]() {
		return msg
	}
	guarded := reflect.MakeSlice(cmds.Type(), cmds.Len(), cmds.Len())
	for i := range cmds.Len() {
		guarded.Index(i).Set(reflect.ValueOf(s.guard(cmds.Index(i).Interface().(tea.Cmd))))
	}
	return guarded.Interface()
}
