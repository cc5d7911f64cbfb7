package history

import (
	"testing"

	"beatbook/model"
)

func TestNightsThatAreOutOfSightAreForgotten(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 80, 24)
	read := len(w.Page.details.nights)
	w.Clock.At = w.Clock.At.AddDate(0, 0, 88)
	w.Env.Now = w.Clock.At
	w.Run(w.Page.add(true))
	if left := len(w.Page.details.nights); read != 3 || left != 1 {
		t.Errorf("of %d nights %d are left, want 1 of 3", read, left)
	}
}
