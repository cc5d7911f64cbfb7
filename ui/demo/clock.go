package demo

import "time"

// DefaultClock is the time of night at which the demonstration begins: two rounds are under way then.
const DefaultClock = 22*60 + 4 // 22:04

// MaxSpeed is how many times faster than real the time of a demonstration may pass.
const MaxSpeed = 3600

// Clock is a simulated wall clock. It is safe for use by several goroutines.
type Clock struct {
	start time.Time
	speed float64
	wall  func() time.Time
	begun time.Time
}

// NewClock is a clock that shows start now and then runs speed times as fast as the real one; speed is above 0 and at
// most MaxSpeed. The real clock is time.Now outside of tests.
func NewClock(start time.Time, speed float64, wall func() time.Time) *Clock {
	return &Clock{start: start, speed: speed, wall: wall, begun: wall()}
}

// Now is the simulated time in the zone of the start.
func (c *Clock) Now() time.Time {
	passed := c.wall().Sub(c.begun)
	return c.start.Add(time.Duration(float64(passed) * c.speed))
}
