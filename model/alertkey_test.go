package model_test

import (
	"testing"
	"time"

	"beatbook/model"
)

// The key of an alert says what it was about, also when the alert is gone.
func TestAKeyNamesItsAlert(t *testing.T) {
	p := setOut(t, beat(), "21:00")
	interval := setOut(t, everyHour(), "21:00")
	alerts := p.judged("23:40").Alerts(p.when("23:40"))
	alerts = append(alerts, interval.judged("22:30").Alerts(p.when("22:30"))...)
	alerts = append(alerts, model.Alert{Kind: model.ClockOff, Level: 1, Key: string(model.ClockOff)})
	kinds := map[model.AlertKind]bool{}
	for _, a := range alerts {
		kinds[a.Kind] = true
		got, ok := model.AlertOf(a.Key)
		if !ok || got.Kind != a.Kind || got.Checkpoint != a.Checkpoint || got.Round != a.Round || got.Level != a.Level || got.Key != a.Key {
			t.Errorf("%s is %+v %v", a.Key, got, ok)
		}
		if a.Kind == model.OutOfContact && !got.Since.Equal(a.Since) {
			t.Errorf("%s since %v, want %v", a.Key, got.Since, a.Since)
		}
		if a.Round == 0 && a.Checkpoint != "" && !got.Since.Add(time.Hour).Equal(a.Since) {
			t.Errorf("%s since %v, want an hour before %v", a.Key, got.Since, a.Since)
		}
	}
	if len(kinds) != len(model.AlertKinds) {
		t.Errorf("only %v are tested", kinds)
	}
	for _, key := range []string{"", "x", "clock-in-doubt/1", "out-of-contact", "out-of-contact/x/1", "call-missed/1", "call-overdue/a/b/c", "call-missed/1/2/"} {
		if a, ok := model.AlertOf(key); ok {
			t.Errorf("%q is %+v", key, a)
		}
	}
}
