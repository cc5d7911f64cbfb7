package session

import (
	"fmt"
	"time"

	"beatbook/data/seal"
)

// NeedsPIN reports whether the site has set a PIN that an operator gives to sign on at the desk.
func (s *Session) NeedsPIN() bool { return s.Settings.PIN != "" }

// CheckPIN checks the PIN of the desk; where none is set every one is right. The errors are those of seal.CheckPIN, and a
// *TooSoonError.
func (s *Session) CheckPIN(pin string) error {
	if !s.NeedsPIN() {
		return nil
	}
	if err := s.MayTry(); err != nil {
		return err
	}
	err := seal.CheckPIN(s.Settings.PIN, pin)
	s.Tried(err)
	return err
}

// SetPIN sets the PIN of the desk, which is kept with the settings. The error is that of seal.HashPIN.
func (s *Session) SetPIN(pin string) error {
	hash, err := seal.HashPIN(pin)
	if err == nil {
		s.Settings.PIN = hash
	}
	return err
}

// ClearPIN takes the PIN of the desk away.
func (s *Session) ClearPIN() { s.Settings.PIN = "" }

// Secret is what a locked screen asks for.
type Secret int

// The secrets.
const (
	NoSecret   Secret = iota // any key will do
	PIN                      // of the desk
	Passphrase               // of the sealed folder
)

// Secret is what unlocks the screen: the PIN where the site has set one, else the passphrase where the folder is sealed.
func (s *Session) Secret() Secret {
	switch {
	case s.NeedsPIN():
		return PIN
	case s.Passphrase != nil:
		return Passphrase
	}
	return NoSecret
}

// Check gives what checks a secret that was typed, nil where none is asked for. It takes up to a second and may run on
// another goroutine; MayTry comes before it and Tried after it.
func (s *Session) Check() func(typed string) error {
	hash := s.Settings.PIN
	switch s.Secret() {
	case PIN:
		return func(typed string) error { return seal.CheckPIN(hash, typed) }
	case Passphrase:
		return s.Passphrase
	}
	return nil
}

// TooSoonError is a secret that was typed too soon after a wrong one. It was not looked at.
type TooSoonError struct{ Wait time.Duration }

func (e *TooSoonError) Error() string { return fmt.Sprintf("the next try is in %v", e.Wait) }

// TryAgainIn is how long the next try has to wait.
func (e *TooSoonError) TryAgainIn() time.Duration { return e.Wait }

// MayTry is the *TooSoonError about a secret that is tried now, nil where it may be.
func (s *Session) MayTry() error {
	if wait := s.attempts.Wait(s.Log.Stamp().At); wait > 0 {
		return &TooSoonError{wait}
	}
	return nil
}

// Tried takes note of a try and its error. All secrets of a run are counted together.
func (s *Session) Tried(err error) {
	if err == nil {
		s.attempts.Passed()
		return
	}
	s.attempts.Failed(s.Log.Stamp().At)
}

// MostLockMinutes is the longest that LockAfter can be set to, in minutes.
const MostLockMinutes = 24 * 60

// defaultLock is LockAfter where a secret is asked for and nobody has said otherwise.
const defaultLock = 15 * time.Minute

// LockAfter is how long after the last key the screen locks; 0: never.
func (s *Session) LockAfter() time.Duration {
	switch minutes := s.Settings.LockMinutes; {
	case minutes != nil:
		return time.Duration(min(max(*minutes, 0), MostLockMinutes)) * time.Minute
	case s.Secret() != NoSecret:
		return defaultLock
	}
	return 0
}
