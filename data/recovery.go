package data

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// unconfirmedName is a file that names the vault whose recovery key nobody has been seen to have. It is written before that
// vault, and means nothing beside another one.
const unconfirmedName = "vault.unconfirmed"

// RecoveryConfirmed reports whether somebody has the recovery key of a sealed folder, as far as ConfirmRecovery was told;
// true where there is none to have. The error is a *PathError.
func RecoveryConfirmed(dir string) (bool, error) {
	mark, err := readIfThere(filepath.Join(dir, unconfirmedName))
	if mark == nil || err != nil {
		return err == nil, err
	}
	vault, err := readIfThere(filepath.Join(dir, recoveryName))
	return err == nil && string(mark) != string(markOf(vault)), err
}

// ConfirmRecovery notes that somebody has the recovery key of the folder, after SealOn or SealChange. The error is a
// *PathError.
func ConfirmRecovery(dir string) error { return removed(filepath.Join(dir, unconfirmedName)) }

func markOf(vault []byte) []byte {
	sum := sha256.Sum256(vault)
	return []byte(hex.EncodeToString(sum[:]) + "\n")
}

func readIfThere(path string) ([]byte, error) {
	b, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return b, classified(path, err)
}
