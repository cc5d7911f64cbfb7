package data

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"

	"beatbook/data/seal"
)

// The files that make a folder a sealed one.
const (
	vaultName    = "vault"          // the data key, for the passphrase
	recoveryName = "vault.recovery" // the data key, for the recovery key
	turningName  = "turning"        // the folder is being sealed, or unsealed: what it is to be
)

// What a folder that is being turned is to be.
const (
	toSealed = "sealed"
	toPlain  = "plain"
)

// Sealed reports whether what the folder holds is encrypted, so that Open needs its key: the vault is there, or at least
// the one for the recovery key in a folder that is not just being turned. The error is a *PathError.
func Sealed(dir string) (bool, error) {
	vault, err := isThere(filepath.Join(dir, vaultName))
	if vault || err != nil {
		return vault, err
	}
	recovery, err := isThere(filepath.Join(dir, recoveryName))
	if !recovery || err != nil {
		return false, err
	}
	turning, err := isThere(filepath.Join(dir, turningName))
	return !turning, err
}

func isThere(path string) (bool, error) {
	_, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, classified(path, err)
}

// Unseal gives the key of a sealed folder for its passphrase, or for its recovery key, as seal.IsRecovery tells. It takes
// about a second. Errors: those of seal.Unwrap and seal.UnwrapRecovery, and *PathError.
func Unseal(dir, secret string) (seal.Key, error) {
	name, open := vaultName, seal.Unwrap
	if seal.IsRecovery(secret) {
		name, open = recoveryName, seal.UnwrapRecovery
	}
	path := filepath.Join(dir, name)
	vault, err := os.ReadFile(path)
	if err != nil {
		return seal.Key{}, classified(path, err)
	}
	defer debug.FreeOSMemory() // scrypt leaves 128 MiB behind
	return open(vault, secret)
}

// SealOn encrypts all that the folder holds, in a state that was found sound before: its journals, its index, which is built
// anew, its settings and what it keeps of damage. The recovery key opens the folder when the passphrase is forgotten; it is
// stored nowhere. A program that ends half-way goes on at the next Open, with the passphrase.
//
// Errors: ErrSealed where it is sealed already, those of Open and of seal.Wrap. With an error too the recovery key is given
// where the folder is Sealed now, which goes on at the next Open. Where none is given nothing has changed.
func SealOn(dir, passphrase string, o Options) (recovery string, err error) {
	if err := seal.CheckPassphrase(passphrase); err != nil {
		return "", err
	}
	key, err := seal.NewKey(rand.Reader)
	if err != nil {
		return "", err
	}
	err = whileOpen(dir, o, func(s *Store) error {
		if s.form.readsSealed {
			return &PathError{Path: dir, Kind: ErrSealed}
		}
		if err := s.inspectAll(s.running, true); err != nil {
			return err
		}
		if err := s.writeFile(turningName, []byte(toSealed)); err != nil {
			return err
		}
		recovery, err = s.lockKey(key, passphrase)
		return err
	})
	if isSealed, _ := Sealed(dir); !isSealed {
		recovery = ""
	}
	if err != nil {
		return recovery, err
	}
	o.Key = key
	return recovery, whileOpen(dir, o, func(*Store) error { return nil })
}

// SealOff makes plain text again of all that the sealed folder holds. Errors: those of Open.
func SealOff(dir string, o Options) error {
	err := whileOpen(dir, o, func(s *Store) error {
		if err := s.inspectAll(s.running, true); err != nil {
			return err
		}
		return s.writeFile(turningName, []byte(toPlain))
	})
	if err != nil {
		return err
	}
	return whileOpen(dir, o, func(*Store) error { return nil })
}

// SealChange gives a sealed folder another passphrase and another recovery key. The data key stays, and so the ones before
// open the folder for whoever kept the vaults of then, as a backup that was made before does; SealOff and SealOn make
// another data key. Errors: those of Open and of seal.Wrap; where no recovery key is given with them nothing has changed.
func SealChange(dir, passphrase string, o Options) (recovery string, err error) {
	err = whileOpen(dir, o, func(s *Store) error {
		recovery, err = s.lockKey(s.form.key, passphrase)
		return err
	})
	return recovery, err
}

// whileOpen holds a folder open for some work.
func whileOpen(dir string, o Options, work func(*Store) error) error {
	s, err := Open(dir, o)
	if err != nil {
		return err
	}
	return errors.Join(work(s), s.Close())
}

// lockKey puts the key under a passphrase and a new recovery key. Both are on the disk before either takes its place: one
// without the other would leave an owner with a passphrase and a recovery key of different days. The passphrase comes last:
// where it stands the folder is sealed.
func (s *Store) lockKey(key seal.Key, passphrase string) (recovery string, err error) {
	vault, err := seal.Wrap(key, passphrase, s.sys.scrypt)
	if err != nil {
		return "", err
	}
	forRecovery, recovery, err := seal.WrapRecovery(key)
	if err != nil {
		return "", err
	}
	first, err := s.sys.layReady(s.path(recoveryName), all(forRecovery))
	if err != nil {
		return "", classified(s.path(recoveryName), err)
	}
	second, err := s.sys.layReady(s.path(vaultName), all(vault))
	if err != nil {
		return "", classified(s.path(vaultName), errors.Join(err, removed(first.ready)))
	}
	if err := s.writeFile(unconfirmedName, markOf(forRecovery)); err != nil {
		return "", errors.Join(err, removed(first.ready), removed(second.ready))
	}
	if err := first.takePlace(); err != nil {
		return recovery, classified(first.path, errors.Join(err, removed(second.ready)))
	}
	return recovery, classified(second.path, second.takePlace())
}

func (s *Store) writeFile(name string, content []byte) error {
	return classified(s.path(name), s.sys.writeAtomic(s.path(name), content))
}

// Sealed reports whether what the store writes is encrypted.
func (s *Store) Sealed() bool { return s.form.writesSealed }

// OpensWith reports whether the passphrase, or the recovery key, is that of the store. It takes about a second. The error
// is as of Unseal where it cannot be known.
func (s *Store) OpensWith(secret string) (bool, error) {
	key, err := Unseal(s.dir, secret)
	switch {
	case err == nil:
		return key.Equal(s.form.key), nil
	case errors.Is(err, seal.ErrPassphrase), errors.Is(err, seal.ErrRecovery), errors.Is(err, seal.ErrRecoveryText):
		return false, nil
	}
	return false, err
}
