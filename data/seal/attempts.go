package seal

import "time"

// The pause after a wrong try: the first, doubled with each further one up to the longest.
const (
	firstPause   = time.Second
	longestPause = 30 * time.Second
)

// Attempts slows down who tries secrets one after the other. The zero value has seen none. It lives as long as the
// program and is for one goroutine; between devices and starts the cost of each try has to do.
type Attempts struct {
	pause time.Duration // after the last wrong try, 0 where there was none
	last  time.Time     // when that was
}

// Wait is how long the next try has to wait, 0 where it need not. A clock that was set back makes nobody wait longer than
// the whole pause.
func (a *Attempts) Wait(now time.Time) time.Duration {
	return min(max(a.pause-now.Sub(a.last), 0), a.pause)
}

// Failed notes a wrong try.
func (a *Attempts) Failed(now time.Time) {
	a.pause = min(max(2*a.pause, firstPause), longestPause)
	a.last = now
}

// Passed notes a right one: what went wrong before is forgotten.
func (a *Attempts) Passed() { *a = Attempts{} }
