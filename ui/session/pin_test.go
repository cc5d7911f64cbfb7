package session_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"beatbook/data/seal"
	"beatbook/model"
	"beatbook/ui/session"
)

func give(t *testing.T, s *session.Session, name, pin string) {
	t.Helper()
	if err := s.SetPIN(name, pin); err != nil {
		t.Fatal(err)
	}
}

// shared sets the one PIN of all, as older versions did.
func shared(t *testing.T, s *session.Session, pin string) {
	t.Helper()
	hash, err := seal.HashPIN(pin)
	if err != nil {
		t.Fatal(err)
	}
	s.Settings.PIN = hash
}

// again is the session after the program was ended and started again.
func (d *device) again(s *session.Session) *session.Session {
	d.t.Helper()
	if err := d.store.SaveSettings(s.Settings); err != nil {
		d.t.Fatal(err)
	}
	return d.load()
}

func try(s *session.Session, name, pin string) error { return s.Try(s.PINOf(name), pin) }

func TestEachOperatorHasAPINOfTheirOwn(t *testing.T) {
	d := newDevice(t)
	s := d.load()
	if err := try(s, "Wang Fang", "whatever"); err != nil || s.PINsInUse() {
		t.Errorf("no PIN is set: %v", err)
	}
	give(t, s, "Wang Fang", "2468")
	give(t, s, " 刘强 ", "1357")
	for _, c := range []struct {
		name, pin string
		want      error
	}{
		{"Wang Fang", "2468", nil}, {"刘强", "1357", nil},
		{"Wang Fang", "1357", seal.ErrWrongPIN}, {"刘强", "2468", seal.ErrWrongPIN},
		{"Zhao Lei", "", nil}, {"刘 强", "", seal.ErrNoPIN},
	} {
		if err := try(s, c.name, c.pin); !errors.Is(err, c.want) {
			t.Errorf("%s with %s: %v, want %v", c.name, c.pin, err, c.want)
		}
	}
	if names := s.WithPIN(); !slices.Equal(names, []string{"Wang Fang", "刘强"}) {
		t.Errorf("%q", names)
	}
	if s.ClearPIN("wang fang"); s.HasPIN("Wang Fang") || !s.HasPIN("刘强") {
		t.Error("one was taken away")
	}
	d.now = d.now.Add(time.Minute)
	if err := s.SetPIN("刘强", "12"); !errors.Is(err, seal.ErrPINLength) || try(s, "刘强", "1357") != nil {
		t.Errorf("too short: %v", err)
	}
}

// In a log all of these look like her.
func TestANameIsTheSameHoweverItIsWritten(t *testing.T) {
	s := newDevice(t).load()
	give(t, s, "Wang Fang", "2468")
	for _, name := range []string{
		"wang fang", " WANG FANG\t", "ｗａｎｇ　ｆａｎｇ", "WangFang", "Wang  Fang", "Wang\u200bFang", "Wang\u00a0Fang", "Wang\ufe0fFang",
	} {
		if !s.HasPIN(name) {
			t.Errorf("%q goes without her PIN", name)
		}
	}
	for _, name := range []string{"Wang", "Wang Fan", "Fang Wang", "", " "} {
		if s.HasPIN(name) {
			t.Errorf("%q has her PIN", name)
		}
	}
}

func TestThePINOfAllIsCarriedOver(t *testing.T) {
	d := newDevice(t)
	s := d.load()
	shared(t, s, "2468")
	s = d.again(s)
	for _, name := range []string{"Wang Fang", "刘强", "Zhao Lei", ""} {
		if err := try(s, name, "2468"); err != nil || !s.HasPIN(name) || s.HasOwnPIN(name) {
			t.Errorf("%s: %v", name, err)
		}
	}
	give(t, s, "刘强", "1357")
	s = d.again(s)
	if try(s, "刘强", "1357") != nil || try(s, "Wang Fang", "2468") != nil {
		t.Error("with one of his own")
	}
	if err := try(s, "刘强", "2468"); !errors.Is(err, seal.ErrWrongPIN) {
		t.Errorf("the one of all is his no more: %v", err)
	}
	s.ClearPIN("刘强")
	if err := try(s, "刘强", "2468"); err != nil {
		t.Errorf("the one of all is his again: %v", err)
	}
	if s.ClearPIN(""); s.PINsInUse() || s.Settings.PIN != "" {
		t.Error("it was taken away")
	}
}

func TestAWrongPINMakesTheNextTryWait(t *testing.T) {
	d := newDevice(t)
	s := d.load()
	give(t, s, "Wang Fang", "2468")
	give(t, s, "Liu Qiang", "1357")
	for _, wait := range []time.Duration{time.Second, 2 * time.Second, 4 * time.Second} {
		if err := try(s, "Wang Fang", "1357"); !errors.Is(err, seal.ErrWrongPIN) {
			t.Fatal(err)
		}
		d.now = d.now.Add(wait - time.Millisecond)
		var early *session.TooSoonError
		if err := try(s, "wang fang", "2468"); !errors.As(err, &early) || early.TryAgainIn() != time.Millisecond {
			t.Errorf("%v after %v", err, wait)
		}
		if err := try(s, "Liu Qiang", "1357"); err != nil {
			t.Errorf("he waits for her: %v", err)
		}
		d.now = d.now.Add(time.Millisecond)
	}
	if err := try(s, "Wang Fang", "2468"); err != nil {
		t.Error(err)
	}
	if err := s.MayTry(s.PINOf("Wang Fang")); err != nil {
		t.Errorf("after the right one: %v", err)
	}
}

// Nothing typed is no try.
func TestAnEmptyPINIsNotCounted(t *testing.T) {
	s := newDevice(t).load()
	give(t, s, "Wang Fang", "2468")
	if err := try(s, "Wang Fang", ""); !errors.Is(err, seal.ErrNoPIN) {
		t.Error(err)
	}
	if err := try(s, "Wang Fang", "2468"); err != nil {
		t.Error(err)
	}
}

func TestTheWaitOutlastsTheProgram(t *testing.T) {
	for name, set := range map[string]time.Duration{"at once": 0, "clock set forward": time.Hour, "clock set back": -30 * time.Minute} {
		t.Run(name, func(t *testing.T) {
			d := newDevice(t)
			s := d.load()
			give(t, s, "Wang Fang", "2468")
			for range 4 {
				d.now = d.now.Add(time.Minute)
				if err := try(s, "Wang Fang", "1357"); !errors.Is(err, seal.ErrWrongPIN) {
					t.Fatal(err)
				}
			}
			s = d.again(s)
			d.now = d.now.Add(set)
			if set > 0 { // the store's time since boot follows its clock: as if the machine was booted
				o := s.Settings.Operators["wangfang"]
				o.Tries.Boot = "before"
				s.Settings.Operators["wangfang"] = o
			}
			var early *session.TooSoonError
			if err := try(s, "Wang Fang", "2468"); !errors.As(err, &early) || early.Wait != 8*time.Second {
				t.Errorf("%v", err)
			}
			d.now = d.now.Add(8 * time.Second)
			if err := try(s, "Wang Fang", "2468"); err != nil {
				t.Errorf("after the wait: %v", err)
			}
			if s = d.again(s); s.Settings.Operators["wangfang"].Tries != (seal.Attempts{}) {
				t.Errorf("after the right one: %+v", s.Settings.Operators)
			}
		})
	}
}

// Names that are made up are none of those whose tries are counted, lest each had tries of its own.
func TestThePINOfAllIsSlowedUnderAnyName(t *testing.T) {
	s := newDevice(t).load()
	shared(t, s, "2468")
	if err := try(s, "Wang Fang", "1357"); !errors.Is(err, seal.ErrWrongPIN) {
		t.Fatal(err)
	}
	var early *session.TooSoonError
	if err := try(s, "Nobody", "2468"); !errors.As(err, &early) || len(s.Settings.Operators) != 1 {
		t.Errorf("%v, %d are counted", err, len(s.Settings.Operators))
	}
}

func TestAForgottenPINIsToldOf(t *testing.T) {
	d := newDevice(t)
	s := d.load()
	give(t, s, "Wang Fang", "2468")
	give(t, s, "Liu Qiang", "1357")
	s.ForgetPIN("wang fang")
	d.now = d.now.Add(time.Hour)
	s = d.again(s)
	if s.HasPIN("Wang Fang") || !s.Removed("Wang Fang").Equal(night) || !s.Removed("Liu Qiang").IsZero() {
		t.Errorf("%v, %v", s.Removed("Wang Fang"), s.Removed("Liu Qiang"))
	}
	give(t, s, "Wang Fang", "9999") // by whoever wants it not to be noticed
	if s = d.again(s); !s.Removed("Wang Fang").Equal(night) {
		t.Errorf("%v", s.Removed("Wang Fang"))
	}
	s.ClearPIN("Wang Fang")
	s.ToldRemoved("Wang Fang")
	if s = d.again(s); !s.Removed("Wang Fang").IsZero() || len(s.Settings.Operators) != 1 {
		t.Errorf("%v, %+v", s.Removed("Wang Fang"), s.Settings.Operators)
	}
	shared(t, s, "2468")
	s.ForgetPIN("")
	if s = d.again(s); s.Removed("Zhao Lei").IsZero() || s.Settings.PIN != "" {
		t.Error("the one of all")
	}
	if s.ToldRemoved("Zhao Lei"); !s.Removed("Liu Qiang").IsZero() {
		t.Error("it was told")
	}
}

func TestWhatUnlocksTheScreen(t *testing.T) {
	d := newDevice(t)
	s, err := session.LoadDesk(t.Context(), d.store)
	if err != nil {
		t.Fatal(err)
	}
	opens := func(who string, kind session.SecretKind, typed map[string]bool) {
		t.Helper()
		secret := s.Unlocks()
		if secret.Kind != kind {
			t.Errorf("%s: %v, want %v", who, secret.Kind, kind)
		}
		for pin, right := range typed {
			if err := secret.Check(pin); (err == nil) != right {
				t.Errorf("%s with %s: %v", who, pin, err)
			}
		}
	}
	if opens("no secret", session.NoSecret, nil); s.Unlocks().Check != nil || s.LockAfter() != 0 {
		t.Errorf("no secret is set: locks after %v", s.LockAfter())
	}
	give(t, s, "Wang Fang", "2468")
	give(t, s, "Liu Qiang", "1357")
	opens("nobody", session.PIN, map[string]bool{"2468": true, "1357": true, "9999": false})
	d.do(s, model.SignOn{Plan: s.Plan, Operator: "Wang Fang"})
	opens("Wang Fang", session.PIN, map[string]bool{"2468": true, "1357": false})
	d.now = d.now.Add(time.Minute)
	d.do(s, model.SignOn{Plan: s.Plan, Operator: "Zhao Lei", Relieves: "Wang Fang"})
	opens("without a PIN", session.NoSecret, nil)
	s.Passphrase = func(typed string) error { return seal.ErrPassphrase }
	opens("without a PIN, sealed", session.Passphrase, map[string]bool{"2468": false})
}

func TestLockAfter(t *testing.T) {
	minutes := func(n int) *int { return &n }
	for name, c := range map[string]struct {
		pin  bool
		set  *int
		want time.Duration
	}{
		"no secret":        {false, nil, 0},
		"PIN":              {true, nil, 15 * time.Minute},
		"never":            {true, minutes(0), 0},
		"set":              {true, minutes(3), 3 * time.Minute},
		"set, no secret":   {false, minutes(3), 3 * time.Minute},
		"damaged":          {true, minutes(-1), 0},
		"damaged, too big": {true, minutes(1 << 60), 24 * time.Hour},
	} {
		s := newDevice(t).load()
		if s.Settings.LockMinutes = c.set; c.pin {
			give(t, s, "Wang Fang", "2468")
		}
		if got := s.LockAfter(); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// The settings that are being written on another goroutine are not changed under it.
func TestOperatorsThatAreBeingWrittenStay(t *testing.T) {
	s := newDevice(t).load()
	give(t, s, "Wang Fang", "2468")
	writing := s.Settings
	before, _ := json.Marshal(writing)
	_ = try(s, "Wang Fang", "1357")
	s.ForgetPIN("Wang Fang")
	give(t, s, "Liu Qiang", "1357")
	if after, _ := json.Marshal(writing); string(after) != string(before) || strings.Contains(string(after), "2468") {
		t.Errorf("%s, before %s", after, before)
	}
}
