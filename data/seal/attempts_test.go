package seal_test

import (
	"testing"
	"time"

	"beatbook/data/seal"
)

func TestWrongTriesAreSlowed(t *testing.T) {
	now := time.Date(2026, 11, 20, 23, 0, 0, 0, time.UTC)
	var a seal.Attempts
	if wait := a.Wait(now); wait != 0 {
		t.Errorf("the first try waits %v", wait)
	}
	for i, want := range []time.Duration{1, 2, 4, 8, 16, 30, 30} {
		want *= time.Second
		a.Failed(now)
		for after, left := range map[time.Duration]time.Duration{0: want, want - time.Nanosecond: 1, want: 0, want + time.Hour: 0, -time.Hour: want} {
			if wait := a.Wait(now.Add(after)); wait != left {
				t.Errorf("%v after %d wrong tries: wait %v, want %v", after, i+1, wait, left)
			}
		}
		now = now.Add(want)
	}
	a.Passed()
	if wait := a.Wait(now); wait != 0 {
		t.Errorf("after the right one: wait %v", wait)
	}
	a.Failed(now)
	if wait := a.Wait(now); wait != time.Second {
		t.Errorf("the first wrong one after the right one: wait %v", wait)
	}
}
