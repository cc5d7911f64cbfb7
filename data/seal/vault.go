package seal

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"filippo.io/age"
	"golang.org/x/text/unicode/norm"
)

// What a passphrase costs to try, as the power of two of scrypt's N: the first choice of OWASP's Password Storage Cheat
// Sheet, 128 MiB, about a second on an old laptop. A vault that asks for more than the most is refused.
const (
	ScryptWork     = 17
	mostScryptWork = 18
)

// A passphrase has at least so many characters, so many of them different, and at most so many bytes of UTF-8.
const (
	ShortestPassphrase = 8
	FewestCharacters   = 4
	LongestPassphrase  = 1024
)

// The errors about vaults.
var (
	ErrVault           = errors.New("the vault is damaged")
	ErrPassphrase      = errors.New("wrong passphrase")
	ErrShortPassphrase = fmt.Errorf("a passphrase has at least %d characters", ShortestPassphrase)
	ErrWeakPassphrase  = fmt.Errorf("a passphrase has at least %d different characters", FewestCharacters)
	ErrLikeRecovery    = errors.New("a passphrase that begins as a recovery key would be taken for one")
	ErrLongPassphrase  = fmt.Errorf("a passphrase has at most %d bytes", LongestPassphrase)
	ErrRecoveryText    = errors.New("not a recovery key: mistyped, or a part is missing")
	ErrRecovery        = errors.New("the recovery key of another vault")
)

// A vault is one line, which tells a damaged vault from a wrong passphrase, and behind it a file that age's own program
// opens as well.
const (
	passphraseVault = "beatbook-vault-1 passphrase"
	recoveryVault   = "beatbook-vault-1 recovery"
)

// Wrap locks the key in a vault that the passphrase opens at the cost of the work, which is ScryptWork outside tests: about
// a second and 128 MiB. The errors are those of CheckPassphrase.
func Wrap(key Key, passphrase string, work int) ([]byte, error) {
	if err := CheckPassphrase(passphrase); err != nil {
		return nil, err
	}
	recipient, err := age.NewScryptRecipient(normal(passphrase))
	if err != nil {
		return nil, fmt.Errorf("wrap the data key: %w", err)
	}
	recipient.SetWorkFactor(work)
	return lock(key, passphraseVault, recipient)
}

// CheckPassphrase tells at once what Wrap would refuse: ErrShortPassphrase, ErrWeakPassphrase, ErrLongPassphrase and
// ErrLikeRecovery. Blanks around it do not count.
func CheckPassphrase(passphrase string) error {
	passphrase = normal(passphrase)
	different := map[rune]bool{}
	for _, r := range passphrase {
		different[r] = true
	}
	switch {
	case utf8.RuneCountInString(strings.TrimSpace(passphrase)) < ShortestPassphrase:
		return ErrShortPassphrase
	case len(passphrase) > LongestPassphrase:
		return ErrLongPassphrase
	case len(different) < FewestCharacters:
		return ErrWeakPassphrase
	case IsRecovery(passphrase):
		return ErrLikeRecovery
	}
	return nil
}

// normal is the same for all ways to type a passphrase: composed or not, full-width under an input method or not, with
// or without the line end of the file it came in.
func normal(passphrase string) string { return norm.NFKC.String(strings.Trim(passphrase, "\r\n")) }

// Unwrap opens what Wrap locked. It takes as long. The errors are ErrPassphrase and ErrVault.
func Unwrap(vault []byte, passphrase string) (Key, error) {
	passphrase = normal(passphrase)
	if passphrase == "" || len(passphrase) > LongestPassphrase {
		return Key{}, ErrPassphrase
	}
	identity, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return Key{}, ErrPassphrase
	}
	identity.SetMaxWorkFactor(mostScryptWork)
	return unlock(vault, passphraseVault, identity, ErrPassphrase)
}

// WrapRecovery locks the key in a vault for a recovery key that it makes: AGE-SECRET-KEY-1 and 58 letters and digits, to
// be shown once and never stored.
func WrapRecovery(key Key) (vault []byte, secret string, err error) {
	identity, err := age.GenerateX25519Identity()
	if err != nil {
		return nil, "", fmt.Errorf("make a recovery key: %w", err)
	}
	vault, err = lock(key, recoveryVault, identity.Recipient())
	if err != nil {
		return nil, "", err
	}
	return vault, identity.String(), nil
}

// UnwrapRecovery opens what WrapRecovery locked with the secret as it was printed or typed, as IsRecovery tells. The errors
// are ErrRecoveryText, ErrRecovery and ErrVault.
func UnwrapRecovery(vault []byte, secret string) (Key, error) {
	identity, err := age.ParseX25519Identity(wholeRecovery(secret))
	if err != nil {
		return Key{}, ErrRecoveryText // the cause may quote the secret
	}
	return unlock(vault, recoveryVault, identity, ErrRecovery)
}

func lock(key Key, kind string, recipient age.Recipient) ([]byte, error) {
	var locked bytes.Buffer
	w, err := age.Encrypt(&locked, recipient)
	if err != nil {
		return nil, fmt.Errorf("wrap the data key: %w", err)
	}
	secret := key.secret()
	_, err = w.Write(secret[:])
	if err = errors.Join(err, w.Close()); err != nil {
		return nil, fmt.Errorf("wrap the data key: %w", err)
	}
	return append(vaultLine(kind, locked.Bytes()), locked.Bytes()...), nil
}

func vaultLine(kind string, locked []byte) []byte {
	sum := sha256.Sum256(locked)
	return []byte(kind + " " + hex.EncodeToString(sum[:]) + "\n")
}

// unlock opens a vault of the kind; the error is wrong where the vault is whole and the identity does not fit.
func unlock(vault []byte, kind string, identity age.Identity, wrong error) (Key, error) {
	line, locked, _ := bytes.Cut(vault, []byte("\n"))
	if !bytes.Equal(append(line[:len(line):len(line)], '\n'), vaultLine(kind, locked)) {
		return Key{}, ErrVault
	}
	plain, err := age.Decrypt(bytes.NewReader(locked), identity)
	if errors.Is(err, age.ErrIncorrectIdentity) {
		return Key{}, wrong
	}
	if err != nil {
		return Key{}, fmt.Errorf("%w: %w", ErrVault, err)
	}
	var secret [keySize + 1]byte // one more, to see that there is no more
	if n, err := io.ReadFull(plain, secret[:]); n != keySize || !errors.Is(err, io.ErrUnexpectedEOF) {
		return Key{}, ErrVault
	}
	return Key{hide([keySize]byte(secret[:keySize]))}, nil
}
