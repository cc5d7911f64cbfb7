package history

import (
	"testing"

	"beatbook/model"
)

func TestNightsThatAreOutOfSightAreForgotten(t *testing.T) {
	w := eventful(t)
	w.open(model.ZH, 80, 24)
	read := len(w.page.details.nights)
	w.clock.At = w.clock.At.AddDate(0, 0, 88)
	w.env.Now = w.clock.At
	w.run(w.page.add(true))
	if left := len(w.page.details.nights); read != 3 || left != 1 {
		t.Errorf("of %d nights %d are left, want 1 of 3", read, left)
	}
}
