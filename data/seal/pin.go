// Package seal keeps secrets: what is stored of them does not give them away.
package seal

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"
)

// What a PIN costs to try: the second choice of OWASP's Password Storage Cheat Sheet for argon2id, 19 MiB and two passes,
// some hundredths of a second on an old laptop.
const (
	pinMemory  = 19 << 10 // KiB
	pinPasses  = 2
	pinThreads = 1
	pinSalt    = 16 // bytes
	pinKey     = 32 // bytes
)

// The most that a stored hash may ask for, lest a damaged file take the machine down.
const (
	mostMemory = 256 << 10
	mostPasses = 16
)

// A PIN has so many characters.
const (
	ShortestPIN = 4
	LongestPIN  = 64
)

// The errors about PINs.
var (
	ErrPIN       = errors.New("not the hash of a PIN") // what was stored cannot be read
	ErrPINLength = fmt.Errorf("a PIN has %d to %d characters", ShortestPIN, LongestPIN)
	ErrNoPIN     = errors.New("no PIN was typed")
	ErrWrongPIN  = errors.New("wrong PIN")
)

// CheckPINLength is ErrPINLength about a PIN that is too short or too long.
func CheckPINLength(pin string) error {
	if n := utf8.RuneCountInString(pin); n < ShortestPIN || n > LongestPIN {
		return ErrPINLength
	}
	return nil
}

// HashPIN is what is to be stored of a PIN: argon2id in the PHC string format. The error is ErrPINLength.
func HashPIN(pin string) (string, error) {
	if err := CheckPINLength(pin); err != nil {
		return "", err
	}
	salt := make([]byte, pinSalt)
	_, _ = rand.Read(salt) // never fails
	key := argon2.IDKey([]byte(pin), salt, pinPasses, pinMemory, pinThreads, pinKey)
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, pinMemory, pinPasses, pinThreads, encode(salt), encode(key)), nil
}

// CheckPIN tells whether the PIN is the one of the hash. The errors are ErrWrongPIN and ErrPIN.
func CheckPIN(hash, pin string) error {
	var version, memory, passes uint32
	var threads uint8
	parts := strings.Split(hash, "$")
	if len(parts) != 6 || parts[0] != "" || parts[1] != "argon2id" {
		return ErrPIN
	}
	if _, err := fmt.Sscanf(parts[2], "v=%d", &version); err != nil || version != argon2.Version {
		return ErrPIN
	}
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &memory, &passes, &threads); err != nil {
		return ErrPIN
	}
	salt, err := base64.RawStdEncoding.DecodeString(parts[4])
	key, err2 := base64.RawStdEncoding.DecodeString(parts[5])
	if errors.Join(err, err2) != nil || len(key) < 16 || memory > mostMemory || passes < 1 || passes > mostPasses || threads < 1 {
		return ErrPIN
	}
	tried := argon2.IDKey([]byte(pin), salt, passes, memory, threads, uint32(len(key)))
	if subtle.ConstantTimeCompare(tried, key) != 1 {
		return ErrWrongPIN
	}
	return nil
}

func encode(b []byte) string { return base64.RawStdEncoding.EncodeToString(b) }
