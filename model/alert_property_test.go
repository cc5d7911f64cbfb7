package model_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"beatbook/model"
)

func alertLines(alerts []model.Alert) []string {
	var lines []string
	for _, a := range alerts {
		lines = append(lines, refAlert{a.Kind, a.Checkpoint, a.Round, a.Level, a.Since, a.Passed}.String())
	}
	slices.Sort(lines)
	return lines
}

func TestAlertsAreThoseOfTheReference(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, now := genHeard(t)
		var want []string
		for _, a := range refAlerts(s, now) {
			want = append(want, a.String())
		}
		slices.Sort(want)
		got := model.Judge(s, now).Alerts(now)
		if !slices.Equal(alertLines(got), want) {
			t.Fatalf("started %v ended %v now %v\n      got: %s\nreference: %s", s.Started, s.Ended, now,
				strings.Join(alertLines(got), "\n           "), strings.Join(want, "\n           "))
		}
	})
}

// Acknowledged are the alerts whose keys an operator named, and no others.
func TestWhatIsAcknowledgedIsGoneAndNothingElse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, now := genHeard(t)
		all := model.Judge(s, now).Alerts(now)
		s.Acknowledged = map[string]bool{}
		var want []model.Alert
		for _, a := range all {
			if rapid.Bool().Draw(t, "seen") {
				s.Acknowledged[a.Key] = true
			} else {
				want = append(want, a)
			}
		}
		if got := model.Judge(s, now).Alerts(now); alertsText(got) != alertsText(want) {
			t.Fatalf("all %s\n got: %s\nwant: %s", alertsText(all), alertsText(got), alertsText(want))
		}
	})
}

// While nothing is recorded an alert stays with its key, or gives way to a graver one about the same: the next level, or
// missed for overdue. What an operator has seen comes back only then.
func TestAnAlertStaysAsTimeGoesByAndKeepsItsKeyUntilItIsGraver(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, now := genHeard(t)
		s.Visits = slices.DeleteFunc(s.Visits, func(v model.Visit) bool { return v.Known.After(now) || v.At.After(now) })
		s.Skips = slices.DeleteFunc(s.Skips, func(k model.SkipEntry) bool { return k.At.After(now) })
		s.Heard = slices.DeleteFunc(s.Heard, func(h time.Time) bool { return h.After(now) })
		if s.Ended.After(now) {
			s.Ended = time.Time{}
		}
		then := now.Add(minutes(t, "later", 0, 300))
		before, after := model.Judge(s, now).Alerts(now), model.Judge(s, then).Alerts(then)
		for _, a := range before {
			i := slices.IndexFunc(after, func(b model.Alert) bool { return b.Key == a.Key })
			if i >= 0 {
				if b := after[i]; b.Kind != a.Kind || b.Level != a.Level || !b.Since.Equal(a.Since) || !b.Passed.Equal(a.Passed) {
					t.Fatalf("%s: %s became %s", a.Key, alertsText([]model.Alert{a}), alertsText([]model.Alert{b}))
				}
				continue
			}
			if !slices.ContainsFunc(after, func(b model.Alert) bool { return graver(b, a) }) {
				t.Fatalf("%s is gone\nbefore: %s\n after: %s", a.Key, alertsText(before), alertsText(after))
			}
		}
	})
}

func graver(a, b model.Alert) bool {
	if !b.Passed.IsZero() {
		return false
	}
	if a.Kind == model.OutOfContact {
		return b.Kind == model.OutOfContact && a.Since.Equal(b.Since) && a.Level > b.Level
	}
	return a.Kind == model.CallMissed && b.Kind == model.CallOverdue && a.Checkpoint == b.Checkpoint && a.Round == b.Round
}

// The order of any alerts: standing before passed, the higher level first, then by kind, by when they began, by key.
func TestAlertsAreSortedByWhatToLookAtFirst(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var alerts []model.Alert
		for i := range rapid.IntRange(0, 12).Draw(t, "alerts") {
			a := model.Alert{
				Kind: rapid.SampledFrom(model.AlertKinds).Draw(t, "kind"), Level: rapid.IntRange(1, 3).Draw(t, "level"),
				Since: at(rapid.IntRange(20, 23).Draw(t, "since")), Round: i, Key: rapid.SampledFrom([]string{"a", "b"}).Draw(t, "key"),
			}
			if rapid.Bool().Draw(t, "passed") {
				a.Passed = at(rapid.IntRange(21, 23).Draw(t, "passed at"))
			}
			alerts = append(alerts, a)
		}
		sorted := slices.Clone(alerts)
		model.SortAlerts(sorted)
		rank := func(a model.Alert) string {
			passed := 0
			if !a.Passed.IsZero() {
				passed = 1
			}
			kind := map[model.AlertKind]int{model.OutOfContact: 0, model.CallMissed: 1, model.CallOverdue: 2, model.ClockOff: 3}[a.Kind]
			return fmt.Sprint(passed, 9-a.Level, kind, a.Since.Unix(), a.Key)
		}
		if !slices.IsSortedFunc(sorted, func(a, b model.Alert) int { return strings.Compare(rank(a), rank(b)) }) {
			t.Fatalf("not in order: %+v", sorted)
		}
		for i := 1; i < len(sorted); i++ {
			if rank(sorted[i-1]) == rank(sorted[i]) && sorted[i-1].Round > sorted[i].Round {
				t.Fatalf("alike ones have changed places: %+v", sorted)
			}
		}
	})
}
