package screen

import (
	"fmt"

	"github.com/charmbracelet/bubbles/key"

	"beatbook/model"
)

// NothingToUndo says that there is nothing to undo, and what to do instead about the record that stands in the way; end is
// the key that ends a shift.
func (e *Env) NothingToUndo(inTheWay model.Record, end key.Binding) {
	sentence := e.Text.Patrol.NothingToUndo
	if inTheWay.Kind == model.ShiftStarted {
		sentence = fmt.Sprintf(e.Text.Patrol.StartStands, end.Help().Key)
	}
	e.Notify(Warning, sentence)
}
