package app

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"beatbook/model"
	"beatbook/ui/session"
)

// withPINs is a desk where Wang Fang is on duty with the PIN 2468 and Liu Qiang has 1357.
func withPINs(t *testing.T, test func(w *world)) {
	t.Helper()
	atDesk(t, func(w *world) {
		w.give("Wang Fang", "2468")
		w.give("Liu Qiang", "1357")
		test(w)
	})
}

func (w *world) give(name, pin string) {
	w.t.Helper()
	if err := w.app.env.SetPIN(name, pin); err != nil {
		w.t.Fatal(err)
	}
	w.store()
}

// store puts the settings where the next start finds them.
func (w *world) store() {
	w.t.Helper()
	if err := w.log.SaveSettings(w.app.env.Settings); err != nil {
		w.t.Fatal(err)
	}
}

func TestTheScreenAsksForThePINOfWhoIsSignedOn(t *testing.T) {
	withPINs(t, func(w *world) {
		w.press("ctrl+l")
		w.locked()
		w.sees("the PIN of the operator on duty")
		w.press("1357", "enter")
		w.locked()
		w.pass(1100 * time.Millisecond)
		w.press("2468", "enter")
		w.unlocked()
		w.pass(2 * time.Second)
		w.press("o", "tab", "liu qiang", "tab", "2468", "ctrl+s")
		w.sees("not the PIN")
		w.pass(1100 * time.Millisecond)
		w.press("ctrl+u", "1357", "ctrl+s")
		w.onBoard(2)
		w.press("ctrl+l", "2468", "enter")
		w.locked()
		w.pass(1100 * time.Millisecond)
		w.press("1357", "enter")
		w.unlocked()
	})
}

func TestANameWithoutAPINSaysSo(t *testing.T) {
	withPINs(t, func(w *world) {
		w.press("o", "tab", "Zhao Lei")
		w.sees("This name has no PIN", "beatbook desk pin NAME")
		w.press("ctrl+s")
		w.onBoard(2)
		w.sees("Zhao Lei has relieved Wang Fang")
		w.press("ctrl+l")
		w.sees("No PIN is set, so anybody can")
		w.pass(2 * time.Second)
		w.press("x")
		w.unlocked()
	})
	atDesk(t, func(w *world) {
		w.press("o", "tab", "Zhao Lei")
		w.seesNot("This name has no PIN") // nobody has
	})
}

func TestTheDeskGoesOnWithTheSamePause(t *testing.T) {
	withPINs(t, func(w *world) {
		w.press("ctrl+l")
		for range 3 {
			w.press("1357", "enter")
			w.pass(5 * time.Second)
		}
		w.press("1357", "enter")
		w.desk()
		w.locked()
		w.sees("Wait 8 s")
		w.press("2468", "enter")
		w.locked()
		w.pass(8 * time.Second)
		w.press("enter")
		w.unlocked()
		w.desk()
		w.press("1357", "enter")
		w.sees("Wait 1 s")
	})
}

func TestAPINThatWasTakenAwayIsToldOf(t *testing.T) {
	withPINs(t, func(w *world) {
		w.app.env.ForgetPIN("Wang Fang")
		w.store()
		w.desk()
		w.pass(time.Second)
		w.press("x")
		w.sees("Wang Fang: PIN taken away on 11-24 22:04")
		w.pass(2 * time.Second)
		w.press("o", "tab", "Liu Qiang")
		w.seesNot("was taken away")
		w.press("tab", "1357", "ctrl+s")
		w.pass(time.Minute)
		w.press("o", "tab", "Wang Fang")
		w.sees("the PIN of this name was taken away on 11-24 22:04", "This name has no PIN")
		w.press("ctrl+s")
		w.sees("Wang Fang has relieved Liu Qiang", "PIN taken away on 11-24 22:04")
		w.desk()
		if !w.app.env.Removed("Wang Fang").IsZero() {
			t.Error("it is not kept that she has been told")
		}
	})
}

// Who takes the PIN of whoever is signed on out of the file finds the screen locked as long as anybody has one.
func TestADeskStartsLockedWithTheOperatorsPINGone(t *testing.T) {
	withPINs(t, func(w *world) {
		w.app.env.ClearPIN("Wang Fang")
		w.store()
		w.desk()
		w.sees(w.app.env.Text.Lock.Resting)
		w.seesNot("Wang Fang", w.app.env.Text.Desk.Title)
	})
}

// What is typed as a PIN, and what is kept of it, is in no record, no draft and nothing that is seen.
func TestNoPINLeaksFromTheDesk(t *testing.T) {
	withPINs(t, func(w *world) {
		w.press("o", "tab", "Liu Qiang", "tab", "86420")
		drafts, _ := json.Marshal(w.app.env.Settings.Drafts)
		w.seesNot("86420", "1357", "argon2id")
		w.press("ctrl+s", "ctrl+u")
		w.pass(2 * time.Second)
		w.press("1357", "ctrl+s")
		w.onBoard(2)
		var kept session.Settings
		if err := w.log.LoadSettings(&kept); err != nil {
			t.Fatal(err)
		}
		stored, _ := json.Marshal(kept)
		records, _ := json.Marshal(w.log.Records)
		hash := kept.Operators["liuqiang"].PIN
		for what, text := range map[string]string{
			"drafts": string(drafts), "settings": strings.ReplaceAll(string(stored), hash, ""), "records": string(records), "where": w.app.where(),
		} {
			for _, secret := range []string{"86420", `"1357`, "1357\"", hash} {
				if secret == "" || strings.Contains(text, secret) {
					t.Errorf("%s: %q in %s", what, secret, text)
				}
			}
		}
		if r := w.log.Records[len(w.log.Records)-1]; r.Kind != model.OperatorOn || !strings.Contains(string(r.Body), "Liu Qiang") {
			t.Errorf("%s %s", r.Kind, r.Body)
		}
	})
}
