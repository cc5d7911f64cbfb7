package data

import (
	"sync/atomic"
	"testing"
)

// A panic behind the back of the program is told to it, and the store can still be closed.
func TestAPanicOnAGoroutineOfTheStore(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(dir, Options{Now: testClock()})
	must(t, err)
	merge(t, s, patrolled(t, samplePlan(t), "far", 1, firstNight.AddDays(-30), "armband-2", 3))
	must(t, s.Close())
	var calls atomic.Int32 // the first two by Open
	told := make(chan any, 1)
	s, err = Open(dir, Options{Now: testClock(), Panicked: func(value any) { told <- value }, system: system{
		free: func(string) (uint64, error) {
			if calls.Add(1) == 3 {
				panic("of the disk")
			}
			return 1 << 40, nil
		},
	}})
	must(t, err)
	if got := <-told; got != "of the disk" {
		t.Errorf("told %v", got)
	}
	must(t, s.Close())
}
