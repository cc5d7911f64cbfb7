package data

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"beatbook/data/seal"
)

func wantConfirmed(t *testing.T, when, dir string, want bool) {
	t.Helper()
	if got, err := RecoveryConfirmed(dir); got != want || err != nil {
		t.Errorf("%s: confirmed %v, %v", when, got, err)
	}
}

func TestARecoveryKeyIsToBeConfirmed(t *testing.T) {
	dir := t.TempDir()
	wantConfirmed(t, "plain", dir, true)
	recovery, err := SealOn(dir, passphrase, cheaply(seal.Key{}))
	must(t, err)
	wantConfirmed(t, "sealed", dir, false)
	s, err := Open(dir, Options{Now: testClock(), Key: unsealed(t, dir, recovery)})
	must(t, err)
	must(t, s.Close())
	wantConfirmed(t, "opened", dir, false)
	must(t, ConfirmRecovery(dir))
	must(t, ConfirmRecovery(dir))
	wantConfirmed(t, "after it was", dir, true)
	_, err = SealChange(dir, "a second passphrase", cheaply(unsealed(t, dir, passphrase)))
	must(t, err)
	wantConfirmed(t, "changed", dir, false)
	must(t, SealOff(dir, cheaply(unsealed(t, dir, "a second passphrase"))))
	wantConfirmed(t, "plain again", dir, true)
	if exists(filepath.Join(dir, unconfirmedName)) {
		t.Error("the mark of a vault that is gone was left")
	}
}

// A change that ends before its vault takes the place of the one before leaves that one confirmed, as it is the one that
// opens.
func TestAChangeThatEndedEarlyConfirmsNothing(t *testing.T) {
	dir, recovery, _ := sealedFolder(t)
	o := cheaply(unsealed(t, dir, passphrase))
	must(t, os.Mkdir(filepath.Join(dir, "kept"), 0o700))
	must(t, os.Rename(filepath.Join(dir, recoveryName), filepath.Join(dir, "kept", recoveryName)))
	must(t, os.Mkdir(filepath.Join(dir, recoveryName), 0o700)) // nothing takes its place
	if _, err := SealChange(dir, "a second passphrase", o); err == nil {
		t.Fatal("a folder was replaced")
	}
	must(t, os.Remove(filepath.Join(dir, recoveryName)))
	must(t, os.Rename(filepath.Join(dir, "kept", recoveryName), filepath.Join(dir, recoveryName)))
	if !exists(filepath.Join(dir, unconfirmedName)) {
		t.Error("the mark comes after the vault")
	}
	wantConfirmed(t, "as before", dir, true)
	for _, secret := range []string{passphrase, recovery} {
		unsealed(t, dir, secret)
	}
}

func TestAMarkThatCannotBeRead(t *testing.T) {
	dir := t.TempDir()
	must(t, os.Mkdir(filepath.Join(dir, unconfirmedName), 0o700))
	var at *PathError
	if confirmed, err := RecoveryConfirmed(dir); confirmed || !errors.As(err, &at) {
		t.Errorf("confirmed %v, %v", confirmed, err)
	}
}

// Vaults that somebody kept open the folder after a change of the passphrase, and no more after a new data key.
func TestKeptVaultsAndTheDataKey(t *testing.T) {
	dir, recovery, _ := sealedFolder(t)
	kept := t.TempDir()
	for _, name := range []string{vaultName, recoveryName} {
		must(t, os.WriteFile(filepath.Join(kept, name), readFile(t, filepath.Join(dir, name)), 0o600))
	}
	old := unsealed(t, dir, passphrase)
	const second = "a second passphrase"
	_, err := SealChange(dir, second, cheaply(old))
	must(t, err)
	s, err := Open(dir, Options{Now: testClock(), Key: unsealed(t, kept, passphrase)})
	must(t, err)
	must(t, s.Close())
	must(t, SealOff(dir, cheaply(unsealed(t, dir, second))))
	_, err = SealOn(dir, second, cheaply(seal.Key{}))
	must(t, err)
	for _, secret := range []string{passphrase, recovery} {
		key := unsealed(t, kept, secret)
		if key.Equal(unsealed(t, dir, second)) {
			t.Error("the data key is the one before")
		}
		if _, err := Open(dir, Options{Now: testClock(), Key: key}); !errors.Is(err, ErrSealed) {
			t.Errorf("the kept vaults open it: %v", err)
		}
	}
}

func TestHowLongTurningTakes(t *testing.T) {
	dir := t.TempDir()
	if got := TurningTime(filepath.Join(dir, "nowhere")); got != 0 {
		t.Errorf("a folder that is not there: %v", got)
	}
	path := filepath.Join(dir, "journal", journalFolder(testKey(t, "one").ID()), "2026-11"+journalEnd)
	must(t, os.MkdirAll(filepath.Dir(path), 0o700))
	must(t, os.WriteFile(path, nil, 0o600))
	must(t, os.Truncate(path, 90*turningRate))
	if got := TurningTime(dir); got != 90*time.Second {
		t.Errorf("%v", got)
	}
}
