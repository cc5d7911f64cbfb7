package screen

import (
	"fmt"

	"github.com/charmbracelet/bubbles/key"

	"beatbook/model"
)

// NothingToUndo says that there is nothing to undo, and what to do instead about the record that stands in the way; end is
// the key that ends a shift.
func (e *Env) NothingToUndo(inTheWay model.Record, end key.Binding) {
	t := e.Text.Patrol
	sentence := t.NothingToUndo
	switch inTheWay.Kind {
	case model.ShiftStarted:
		sentence = fmt.Sprintf(t.StartStands, end.Help().Key)
	case model.HazardFound:
		sentence = fmt.Sprintf(t.HazardStands, e.Keys.Patrol.Hazards.Help().Key)
	case model.ChecklistDone:
		sentence = fmt.Sprintf(t.ChecklistStands, e.Keys.Patrol.Checklist.Help().Key)
	}
	e.Notify(Warning, sentence)
}
