package session_test

import (
	"encoding/json"
	"maps"
	"testing"
	"time"

	"beatbook/ui/session"
)

func TestDrafts(t *testing.T) {
	now := time.Date(2026, 11, 24, 22, 4, 0, 0, time.UTC)
	var none session.Drafts
	if with, changed := none.With(map[string]string{}, now); changed || len(with) != 0 {
		t.Errorf("of nothing: %v %v", with, changed)
	}
	one, changed := none.With(map[string]string{"line": "一队 2", "note": "x"}, now)
	if !changed || len(one) != 2 {
		t.Fatalf("%v %v", one, changed)
	}
	later := now.Add(time.Hour)
	if same, changed := one.With(map[string]string{"line": "一队 2", "note": "x"}, later); changed || !maps.Equal(same, one) {
		t.Errorf("the same: %v %v", same, changed)
	}
	two, changed := one.With(map[string]string{"line": "一队 2 3"}, later)
	if want := (session.Drafts{"line": {Text: "一队 2 3", At: later}}); !changed || !maps.Equal(two, want) {
		t.Errorf("gone on with: %v %v", two, changed)
	}
	if cleared, changed := two.With(nil, later); !changed || len(cleared) != 0 {
		t.Errorf("cleared: %v %v", cleared, changed)
	}
	if emptied, changed := two.With(map[string]string{"line": ""}, later); !changed || emptied["line"] != (session.Draft{At: later}) {
		t.Errorf("emptied, where something stood before: %v %v", emptied, changed)
	}
	want := map[string]string{"line": "a", "note": "x", "else": "b"}
	if got := one.Plus(map[string]string{"line": "a", "else": "b"}); !maps.Equal(got, want) {
		t.Errorf("%v", got)
	}
	if len(one) != 2 {
		t.Error("a set that may be being written was changed")
	}
}

func TestADraftIsLetGoAfterAWeek(t *testing.T) {
	at := time.Date(2026, 11, 24, 22, 4, 0, 0, time.UTC)
	drafts := session.Drafts{"old": {Text: "a", At: at}, "new": {Text: "b", At: at.Add(time.Second)}}
	got := drafts.Texts(at.AddDate(0, 0, 7).Add(time.Second))
	if !maps.Equal(got, map[string]string{"new": "b"}) {
		t.Errorf("%v", got)
	}
	if with, changed := drafts.With(got, at); !changed || len(with) != 1 {
		t.Errorf("%v %v", with, changed)
	}
}

// Settings without drafts read as they did.
func TestDraftsAmongTheSettings(t *testing.T) {
	at := time.Date(2026, 11, 24, 22, 4, 0, 0, time.UTC)
	was := session.Settings{Theme: "night", Drafts: session.Drafts{"line": {Text: "一队 \"2\"", At: at}}}
	b, err := json.Marshal(was)
	if err != nil {
		t.Fatal(err)
	}
	var is session.Settings
	if err := json.Unmarshal(b, &is); err != nil || is.Theme != "night" || !maps.Equal(is.Drafts, was.Drafts) {
		t.Errorf("%v %v", is, err)
	}
}
