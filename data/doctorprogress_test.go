package data

import (
	"context"
	"errors"
	"testing"
)

func TestDoctorEnds(t *testing.T) {
	dir := doctorsFolder(t)
	ended, end := context.WithCancel(ctx)
	o := examineOptions()
	o.Progress = func(int, int) { end() }
	if _, err := Examine(ended, dir, o); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if _, err := Fix(ended, &Examination{Dir: dir}, o); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestDoctorTellsHowFarItIs(t *testing.T) {
	dir := doctorsFolder(t)
	o, last, whole := examineOptions(), 0, 0
	o.Progress = func(done, total int) {
		if done < last || done > total {
			t.Errorf("%d of %d after %d", done, total, last)
		}
		last, whole = done, total
	}
	diagnosed(t, dir, o)
	if last < whole/2 || whole == 0 {
		t.Errorf("it ended at %d of %d", last, whole)
	}
}
