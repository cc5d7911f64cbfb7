package screen

import (
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
)

// SignOn records that an operator sits down at the desk, whose PIN was tried, and says the sentence once that is written, with
// what has become of the PIN of that name. The settings are saved whatever comes of it. The error is a *model.Refusal.
func (e *Env) SignOn(intent model.SignOn, sentence string) (tea.Cmd, error) {
	record, write, err := e.Record(intent)
	if err != nil {
		return e.SaveSettings(), err
	}
	if at := e.Removed(intent.Operator); !at.IsZero() {
		e.ToldRemoved(intent.Operator)
		sentence = fmt.Sprintf(e.Text.Desk.PINGone, sentence, e.DayHHMM(at))
	}
	e.Announce(record, sentence)
	return tea.Batch(write, e.SaveSettings()), nil
}
