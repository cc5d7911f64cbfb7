package radio

import (
	"regexp"
	"strconv"
	"time"

	"beatbook/ui/lookup"
	"beatbook/ui/session"
)

var (
	clocks  = regexp.MustCompile(`^(\d{1,2})[:点时](\d{1,2})(?:分|)`)
	hours   = regexp.MustCompile(`^(\d{1,2})点(半|整|钟|)`)
	digits  = regexp.MustCompile(`^(\d\d)(\d\d)`)
	seconds = regexp.MustCompile(`^\d*(?::\d+)+|^\d+`)
	ago     = regexp.MustCompile(`^(?:-(\d{1,4})|(\d{1,4}) ?(?:分钟?[之以]?前|min(?:ute)?s? ago))`)
)

// furthestBack is how far back a report reaches, as far as a time of day does in session.ParseTime.
const furthestBack = 12 * time.Hour

// clockTime is a time at the beginning of a text: a time of day, or so many minutes ago.
type clockTime struct {
	length  int           // in bytes
	clock   string        // HH:MM
	back    time.Duration // where clock is empty
	compact bool          // it is a time only where the word ends
}

func timeAt(text string) (clockTime, bool) {
	if m := ago.FindStringSubmatch(text); m != nil {
		minutes, _ := strconv.Atoi(m[1] + m[2]) // one of them, and few digits
		return clockTime{length: len(m[0]), back: time.Duration(minutes) * time.Minute, compact: m[1] != ""}, true
	}
	if m := clocks.FindStringSubmatch(text); m != nil {
		return clockTime{length: len(m[0]), clock: m[1] + ":" + m[2]}, true
	}
	if m := hours.FindStringSubmatch(text); m != nil {
		minutes := "00"
		if m[2] == "半" {
			minutes = "30"
		}
		return clockTime{length: len(m[0]), clock: m[1] + ":" + minutes}, true
	}
	if m := digits.FindStringSubmatch(text); m != nil {
		return clockTime{length: len(m[0]), clock: m[1] + ":" + m[2], compact: true}, true
	}
	return clockTime{}, false
}

// time reads when it was.
func (r *reader) time() bool {
	t, ok := timeAt(r.rest())
	end := r.pos + t.length
	switch {
	case !ok, t.compact && (lookup.Cuts(r.text, end) || !r.delimited(end)), r.follows(end, "位"):
		return false
	}
	if more := seconds.FindString(r.text[end:r.end]); more != "" || lookup.Cuts(r.text, end) {
		end += len(more)
		r.complain(BadTime, r.pos, end)
	} else {
		r.tell(t, end)
	}
	r.take(TimeWord, end)
	return true
}

// tell notes the time that ends there.
func (r *reader) tell(t clockTime, end int) {
	at := r.Now.Add(-t.back)
	if t.clock != "" {
		var err error
		if at, err = session.ParseTime(t.clock, r.Now, r.shift.Zone); err != nil {
			r.complain(BadTime, r.pos, end)
			return
		}
	}
	switch {
	case at.After(r.Now), r.Now.Sub(at) > furthestBack:
		r.complain(NotYet, r.pos, end)
	case r.at != nil && !r.at.Equal(at):
		r.complain(SaidTwice, r.pos, end)
	default:
		r.at = &at
	}
}
