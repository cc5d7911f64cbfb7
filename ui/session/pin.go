package session

import "beatbook/data/seal"

// NeedsPIN reports whether the site has set a PIN that an operator gives to sign on at the desk.
func (s *Session) NeedsPIN() bool { return s.Settings.PIN != "" }

// CheckPIN checks the PIN of the desk; where none is set every one is right. The errors are those of seal.CheckPIN.
func (s *Session) CheckPIN(pin string) error {
	if !s.NeedsPIN() {
		return nil
	}
	return seal.CheckPIN(s.Settings.PIN, pin)
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
