package seal

import (
	"time"

	"beatbook/model"
)

// The pause after a wrong try: the first, doubled with each further one up to the longest.
const (
	firstPause   = time.Second
	longestPause = 30 * time.Second
)

// mostCounted is up to where wrong tries are counted: long before that the pause is the longest.
const mostCounted = 1000

// Attempts slows down who tries secrets one after the other. The zero value has seen none. It can be stored, so that it
// outlasts the program, and is for one goroutine.
type Attempts struct {
	Wrong   int           `json:"wrong"` // tries since the last right one
	At      time.Time     `json:"at"`    // of the last of them, or when the pause began anew
	Boot    string        `json:"boot,omitempty"`
	Elapsed time.Duration `json:"elapsed,omitempty"` // since that boot, in nanoseconds
}

// Wait is how long the next try has to wait, 0 where it need not. It is told by the time since boot, which nobody can set.
// Where that is of another boot, or unknown and the clock was set back, the pause begins anew: it is never skipped, and
// never longer than a whole one from now on.
func (a *Attempts) Wait(now model.Stamp) time.Duration {
	pause := a.pause()
	if pause == 0 {
		return 0
	}
	passed, known := a.passed(now)
	if !known {
		a.begin(now)
	}
	return max(pause-passed, 0)
}

func (a *Attempts) pause() time.Duration {
	if a.Wrong <= 0 {
		return 0
	}
	return min(firstPause<<min(a.Wrong-1, 10), longestPause)
}

// passed is how long ago the pause began, where that can be known.
func (a *Attempts) passed(now model.Stamp) (passed time.Duration, known bool) {
	if a.Boot != now.Boot {
		return 0, false
	}
	if passed = now.Elapsed - a.Elapsed; now.Boot == "" {
		passed = now.At.Sub(a.At)
	}
	return max(passed, 0), passed >= 0
}

func (a *Attempts) begin(now model.Stamp) { a.At, a.Boot, a.Elapsed = now.At, now.Boot, now.Elapsed }

// Failed notes a wrong try.
func (a *Attempts) Failed(now model.Stamp) {
	a.Wrong = min(max(a.Wrong, 0), mostCounted-1) + 1
	a.begin(now)
}

// Passed notes a right one: what went wrong before is forgotten.
func (a *Attempts) Passed() { *a = Attempts{} }
