package desk

import (
	"time"

	"beatbook/model"
)

const (
	silence   = 30 * time.Minute
	redRepeat = time.Minute // between two rings for a unit that has long not been heard of
)

// bell rings for what is new. What comes while it is silent rings once it sounds again, if it still stands.
type bell struct {
	silent time.Time       // until then
	rung   map[string]bool // the standing alerts that it has rung for, by id
	last   time.Time       // ring
}

func (b *bell) silentAt(now time.Time) bool { return now.Before(b.silent) }

// toggle silences the bell for a while, or lets it sound again.
func (b *bell) toggle(now time.Time) {
	if b.silentAt(now) {
		b.silent = time.Time{}
		return
	}
	b.silent = now.Add(silence)
}

func (b *bell) rings(alerts []model.Alert, now time.Time) bool {
	if b.silentAt(now) {
		return false
	}
	standing, rings := make(map[string]bool, len(alerts)), false
	for _, a := range alerts {
		if !a.Passed.IsZero() {
			continue
		}
		id := alertID(a)
		standing[id] = true
		red := a.Kind == model.OutOfContact && a.Level == model.MaxContactLevel
		rings = rings || !b.rung[id] || red && now.Sub(b.last) >= redRepeat
	}
	b.rung = standing
	if rings {
		b.last = now
	}
	return rings
}

// alertID tells alerts of different shifts apart.
func alertID(a model.Alert) string { return a.Shift.ID + " " + a.Key }
