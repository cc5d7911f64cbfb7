package dialog

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/widget"
)

// Skip asks why a call will not be made: one digit is enough.
type Skip struct {
	env        *screen.Env
	shift      string
	checkpoint string
	round      int
	draft      string // place of the reason that is typed
	title      string
	choice     *widget.Choice
	failure    string

	width, height int
	view          string
}

// NewSkip asks why a call will not be made.
func NewSkip(env *screen.Env, c model.Call) *Skip {
	t := env.Text.Dialog
	title := fmt.Sprintf(t.SkipTitle, env.PlaceName(c.Checkpoint)) + " " + env.HHMM(c.Due())
	if c.Round > 0 {
		title += " " + fmt.Sprintf(t.SkipRound, c.Round)
	}
	s := &Skip{
		env: env, shift: env.Shift().ID, checkpoint: c.Checkpoint, round: c.Round, title: title,
		choice: widget.NewChoice(env.Keys.Picker, t.SkipReasons, t.OtherReason, t.ReasonPrompt),
	}
	s.draft = screen.InForm("skip "+s.shift+" "+s.checkpoint, s.round)
	if typed, kept := env.Drafts[s.draft]; kept {
		s.choice.Type(typed)
	}
	return s
}

// keep has the reason that is typed among the drafts.
func (s *Skip) keep() {
	if typed := s.choice.Typed(); typed != "" {
		s.env.Drafts[s.draft] = typed
	} else {
		s.Forget()
	}
}

// Forget lets go of the reason that was typed.
func (s *Skip) Forget() { delete(s.env.Drafts, s.draft) }

// Update takes keys and clicks.
func (s *Skip) Update(msg tea.Msg) tea.Cmd {
	answer := widget.Pending
	switch msg := msg.(type) {
	case tea.KeyMsg:
		answer = s.choice.Update(msg)
		s.keep()
	case tea.MouseMsg:
		if msg.Button == tea.MouseButtonLeft && msg.Action == tea.MouseActionPress {
			answer = s.choice.Click(msg.Y-1, s.height-2-s.failureLines())
		}
	}
	switch answer {
	case widget.Accepted:
		return s.send()
	case widget.Cancelled:
		s.env.Close(s)
	}
	return nil
}

func (s *Skip) send() tea.Cmd {
	intent := model.Skip{Shift: s.shift, Checkpoint: s.checkpoint, Round: s.round, Reason: s.choice.Value()}
	record, write, err := s.env.Record(intent)
	if err != nil {
		s.failure = s.env.Text.Error(err)
		return nil
	}
	s.env.Close(s)
	s.env.Announce(record, fmt.Sprintf(s.env.Text.Patrol.SkippedFor, intent.Reason))
	return write
}

func (s *Skip) failureLines() int {
	if s.failure == "" {
		return 0
	}
	return len(widget.Wrap(s.failure, max(s.width-2, 1)))
}

// Size is what the dialog would like to have.
func (s *Skip) Size(maxWidth, _ int) (width, height int) {
	return min(formWidth, maxWidth), len(s.choice.Entries) + 3 + s.failureLines()
}

// Resize gives the dialog its size.
func (s *Skip) Resize(width, height int) { s.width, s.height = width, height }

// Refresh draws anew.
func (s *Skip) Refresh() {
	look, lines := s.env.Look(), s.failureLines()
	body := s.choice.View(look, s.width-2, s.height-2-lines)
	if lines > 0 {
		body += "\n" + s.env.Styles.Error.Render(strings.Join(widget.Wrap(s.failure, s.width-2), "\n"))
	}
	s.view = look.Box(s.title, body, s.width, s.height)
}

// View shows what Refresh has drawn.
func (s *Skip) View() string { return s.view }

// Cursor is in the text of another reason.
func (s *Skip) Cursor() (x, y int, ok bool) {
	x, y, ok = s.choice.Cursor(s.width-2, s.height-2-s.failureLines())
	return x + 1, y + 1, ok
}

// Bindings are the keys that mean something now.
func (s *Skip) Bindings() []key.Binding {
	return []key.Binding{s.env.Keys.Picker.Digits, s.env.Keys.Picker.Accept, s.env.Keys.Picker.Cancel}
}
