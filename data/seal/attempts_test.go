package seal_test

import (
	"encoding/json"
	"math"
	"testing"
	"time"

	"beatbook/data/seal"
	"beatbook/model"
)

var tried = model.Stamp{At: time.Date(2026, 11, 20, 23, 0, 0, 0, time.UTC)}

// later is a moment after another one, by all clocks.
func later(s model.Stamp, d time.Duration) model.Stamp {
	s.At = s.At.Add(d)
	if s.Boot != "" {
		s.Elapsed += d
	}
	return s
}

func TestWrongTriesAreSlowed(t *testing.T) {
	for name, now := range map[string]model.Stamp{
		"by the time since boot": {At: tried.At, Boot: "first", Elapsed: time.Hour}, "by the clock": tried,
	} {
		t.Run(name, func(t *testing.T) {
			var a seal.Attempts
			if wait := a.Wait(now); wait != 0 {
				t.Errorf("the first try waits %v", wait)
			}
			for i, want := range []time.Duration{1, 2, 4, 8, 16, 30, 30} {
				want *= time.Second
				a.Failed(now)
				for after, left := range map[time.Duration]time.Duration{0: want, want - time.Nanosecond: 1, want: 0, want + time.Hour: 0} {
					if wait := a.Wait(later(now, after)); wait != left {
						t.Errorf("%v after %d wrong tries: wait %v, want %v", after, i+1, wait, left)
					}
				}
				now = later(now, want)
			}
			a.Passed()
			if wait := a.Wait(now); wait != 0 {
				t.Errorf("after the right one: wait %v", wait)
			}
			a.Failed(now)
			if wait := a.Wait(now); wait != time.Second {
				t.Errorf("the first wrong one after the right one: wait %v", wait)
			}
		})
	}
}

// None of these may skip a pause, nor make one last longer than a whole one from when it is seen.
func TestAClockThatWasSet(t *testing.T) {
	booted := model.Stamp{At: tried.At, Boot: "first", Elapsed: time.Hour}
	for name, c := range map[string]struct{ at, now model.Stamp }{
		"set forward":                  {booted, model.Stamp{At: tried.At.Add(time.Hour), Boot: "first", Elapsed: time.Hour}},
		"set back":                     {booted, model.Stamp{At: tried.At.AddDate(-1, 0, 0), Boot: "first", Elapsed: time.Hour}},
		"booted again":                 {booted, model.Stamp{At: tried.At.Add(time.Hour), Boot: "second", Elapsed: 2 * time.Hour}},
		"booted again, set back":       {booted, model.Stamp{At: tried.At.AddDate(-1, 0, 0), Boot: "second"}},
		"set back, no time since boot": {tried, model.Stamp{At: tried.At.AddDate(-1, 0, 0)}},
		"no time since boot any more":  {booted, model.Stamp{At: tried.At.Add(time.Hour)}},
		"time since boot runs back":    {booted, model.Stamp{At: tried.At, Boot: "first", Elapsed: time.Minute}},
	} {
		t.Run(name, func(t *testing.T) {
			var a seal.Attempts
			a.Failed(c.at)
			a.Failed(c.at)
			for after, left := range []time.Duration{2 * time.Second, time.Second, 0} {
				if wait := a.Wait(later(c.now, time.Duration(after)*time.Second)); wait != left {
					t.Errorf("%d s after: wait %v, want %v", after, wait, left)
				}
			}
		})
	}
}

func TestAttemptsThatWereStored(t *testing.T) {
	for name, c := range map[string]struct {
		stored string
		want   time.Duration
	}{
		"as written":  {`{"wrong":3,"at":"2026-11-20T23:00:00Z"}`, 4 * time.Second},
		"far too big": {`{"wrong":9223372036854775807,"at":"2026-11-20T23:00:00Z"}`, 30 * time.Second},
		"negative":    {`{"wrong":-9223372036854775808,"at":"2026-11-20T23:00:00Z"}`, 0},
		"no time":     {`{"wrong":1}`, 0},
		"far ahead":   {`{"wrong":1,"at":"9999-01-01T00:00:00Z"}`, time.Second},
		"empty":       {`{}`, 0},
	} {
		var a seal.Attempts
		if err := json.Unmarshal([]byte(c.stored), &a); err != nil {
			t.Fatal(err)
		}
		if wait := a.Wait(tried); wait != c.want {
			t.Errorf("%s: wait %v, want %v", name, wait, c.want)
		}
		if a.Failed(tried); a.Wrong < 1 || a.Wrong == math.MaxInt || a.Wait(tried) < time.Second {
			t.Errorf("%s: one more is %+v", name, a)
		}
	}
}
