package session_test

import (
	"errors"
	"testing"
	"time"

	"beatbook/data/seal"
	"beatbook/ui/session"
)

func withPIN(t *testing.T, s *session.Session) {
	t.Helper()
	if err := s.SetPIN("2468"); err != nil {
		t.Fatal(err)
	}
}

func TestAWrongPINMakesTheNextTryWait(t *testing.T) {
	d := newDevice(t)
	s := d.load()
	if err := s.CheckPIN("whatever"); err != nil {
		t.Errorf("no PIN is set: %v", err)
	}
	withPIN(t, s)
	for _, wait := range []time.Duration{time.Second, 2 * time.Second, 4 * time.Second} {
		if err := s.CheckPIN("1357"); !errors.Is(err, seal.ErrWrongPIN) {
			t.Fatal(err)
		}
		d.now = d.now.Add(wait - time.Millisecond)
		var early *session.TooSoonError
		if err := s.CheckPIN("2468"); !errors.As(err, &early) || early.TryAgainIn() != time.Millisecond {
			t.Errorf("%v after %v", err, wait)
		}
		d.now = d.now.Add(time.Millisecond)
	}
	if err := s.CheckPIN("2468"); err != nil {
		t.Error(err)
	}
	if err := s.MayTry(); err != nil {
		t.Errorf("after the right one: %v", err)
	}
}

func TestWhatUnlocksTheScreen(t *testing.T) {
	s := newDevice(t).load()
	if s.Secret() != session.NoSecret || s.Check() != nil || s.LockAfter() != 0 {
		t.Errorf("no secret is set: %v, %v", s.Secret(), s.LockAfter())
	}
	s.Passphrase = func(string) error { return seal.ErrPassphrase }
	if err := s.Check()("2468"); s.Secret() != session.Passphrase || !errors.Is(err, seal.ErrPassphrase) {
		t.Errorf("sealed: %v %v", s.Secret(), err)
	}
	withPIN(t, s)
	if err := s.Check()("2468"); s.Secret() != session.PIN || err != nil {
		t.Errorf("PIN: %v %v", s.Secret(), err)
	}
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
			withPIN(t, s)
		}
		if got := s.LockAfter(); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
