package session

import (
	"errors"
	"fmt"
	"time"

	"beatbook/data/seal"
)

// SecretKind is what kind of secret is asked for.
type SecretKind int

// The kinds of secrets.
const (
	NoSecret   SecretKind = iota // any key will do
	PIN                          // of an operator
	Passphrase                   // of the sealed folder
)

// Secret is what has to be known to sign on or to unlock the screen.
type Secret struct {
	Kind SecretKind
	// Check checks what was typed; nil where nothing is asked for. It takes up to a second and may run on another goroutine;
	// MayTry comes before it and Tried after it.
	Check func(typed string) error

	of string // the operator whose wrong tries are counted, empty: those of the PIN of all
}

// PINOf is the PIN that is asked for under a name.
func (s *Session) PINOf(name string) Secret {
	key := operatorKey(name)
	if own := s.Settings.Operators[key].PIN; own != "" && key != "" {
		return pinOf(key, own)
	}
	if s.Settings.PIN != "" {
		return pinOf("", s.Settings.PIN)
	}
	return Secret{}
}

// AnyPIN is a PIN of whoever has one.
func (s *Session) AnyPIN() Secret {
	var hashes []string
	for key, o := range s.Settings.Operators {
		if key != "" && o.PIN != "" {
			hashes = append(hashes, o.PIN)
		}
	}
	if s.Settings.PIN != "" {
		hashes = append(hashes, s.Settings.PIN)
	}
	return pinOf("", hashes...)
}

// pinOf is a PIN that one of the hashes is of.
func pinOf(operator string, hashes ...string) Secret {
	if len(hashes) == 0 {
		return Secret{}
	}
	return Secret{PIN, func(typed string) error {
		err := seal.ErrPIN
		for _, hash := range hashes {
			switch one := seal.CheckPIN(hash, typed); {
			case one == nil:
				return nil
			case errors.Is(one, seal.ErrWrongPIN):
				err = one
			}
		}
		return err
	}, operator}
}

// Unlocks is what unlocks the screen: the PIN of who is signed on, where nobody is that of anybody; where there is none the
// passphrase of a sealed folder.
func (s *Session) Unlocks() Secret {
	secret := s.AnyPIN()
	if s.Desk != nil && s.Desk.Operator != "" {
		secret = s.PINOf(s.Desk.Operator)
	}
	if secret.Check == nil && s.Passphrase != nil {
		return Secret{Kind: Passphrase, Check: s.Passphrase}
	}
	return secret
}

// Try checks a PIN that was typed; where none is asked for anything is right. The errors are those of the check, a
// *TooSoonError, and seal.ErrNoPIN where nothing was typed, which is no try. The settings are to be saved then, whatever comes of it.
func (s *Session) Try(secret Secret, typed string) error {
	if secret.Check == nil {
		return nil
	}
	if typed == "" {
		return seal.ErrNoPIN
	}
	if err := s.MayTry(secret); err != nil {
		return err
	}
	err := secret.Check(typed)
	s.Tried(secret, err)
	return err
}

// TooSoonError is a secret that was typed too soon after a wrong one. It was not looked at.
type TooSoonError struct{ Wait time.Duration }

func (e *TooSoonError) Error() string { return fmt.Sprintf("the next try is in %v", e.Wait) }

// TryAgainIn is how long the next try has to wait.
func (e *TooSoonError) TryAgainIn() time.Duration { return e.Wait }

// MayTry is the *TooSoonError about a secret that is tried now, nil where it may be.
func (s *Session) MayTry(secret Secret) error {
	tries := s.tries(secret)
	before := tries
	wait := tries.Wait(s.Log.Stamp())
	if tries != before {
		s.count(secret, tries)
	}
	if wait > 0 {
		return &TooSoonError{wait}
	}
	return nil
}

// Tried takes note of a try and its error. Those of a PIN are counted in the settings, which are to be saved then; with one
// that is damaged there is nothing to guess.
func (s *Session) Tried(secret Secret, err error) {
	tries := s.tries(secret)
	switch {
	case err == nil:
		tries.Passed()
	case !errors.Is(err, seal.ErrPIN):
		tries.Failed(s.Log.Stamp())
	}
	s.count(secret, tries)
}

func (s *Session) tries(secret Secret) seal.Attempts {
	if secret.Kind == Passphrase {
		return s.attempts
	}
	return s.Settings.Operators[secret.of].Tries
}

func (s *Session) count(secret Secret, tries seal.Attempts) {
	if secret.Kind == Passphrase {
		s.attempts = tries
		return
	}
	s.changeOperator(secret.of, func(o *Operator) { o.Tries = tries })
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
	case s.Passphrase != nil, s.PINsInUse():
		return defaultLock
	}
	return 0
}
