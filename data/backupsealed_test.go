package data

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"beatbook/data/seal"
)

func TestABackupOfASealedFolder(t *testing.T) {
	dir, recovery, _ := sealedFolder(t)
	to := t.TempDir()
	r := backUp(t, dir, to, BackupOptions{}) // nobody has given the passphrase
	if r.Lines != 150 || r.Unreadable != 0 || len(r.Readable) != 0 || len(r.Aside) != 0 {
		t.Errorf("%+v", r)
	}
	readable(t, to, "备注", "王小明", "checkpoint")
	if _, err := Restore(ctx, to, t.TempDir(), RestoreOptions{}); !errors.Is(err, ErrSealed) {
		t.Errorf("restored without the key: %v", err)
	}
	s := openStore(t, dir, cheaply(unsealed(t, dir, passphrase)))
	want := stored(t, s)
	for _, secret := range []string{passphrase, recovery} {
		wantSame(t, restored(t, to, unsealed(t, r.Path, secret)), want)
	}
	again := t.TempDir()
	_, err := Restore(ctx, to, again, RestoreOptions{Key: unsealed(t, r.Path, passphrase), Now: testClock()})
	must(t, err)
	readable(t, again, "备注", "王小明", "checkpoint", "beatbook-device-key")
	if _, err := Open(again, Options{Now: testClock()}); !errors.Is(err, ErrSealed) {
		t.Errorf("what was restored is open to everybody: %v", err)
	}
}

func TestSealedBetweenTwoBackups(t *testing.T) {
	dir, to := t.TempDir(), t.TempDir()
	s, err := Open(dir, Options{Now: testClock()})
	must(t, err)
	someCheckIns(t, s, 30)
	want := stored(t, s)
	must(t, s.Close())
	backUp(t, dir, to, BackupOptions{})
	_, err = SealOn(dir, passphrase, cheaply(seal.Key{}))
	must(t, err)
	r := backUp(t, dir, to, BackupOptions{})
	if len(r.Aside) != 1 || len(r.Readable) != 1 || r.Readable[0] != r.Aside[0] || r.NewLines != 30 {
		t.Errorf("%+v", r)
	}
	if r = backUp(t, dir, to, BackupOptions{}); len(r.Readable) != 1 || len(r.Aside) != 0 || r.Bytes != 0 {
		t.Errorf("what can be read is said again: %+v", r)
	}
	wantSame(t, restored(t, to, unsealed(t, r.Path, passphrase)), want)

	must(t, SealOff(dir, cheaply(unsealed(t, dir, passphrase))))
	if r = backUp(t, dir, to, BackupOptions{}); len(r.Aside) != 3 || len(r.Readable) != 0 { // the journal and both vaults
		t.Errorf("plain again: %+v", r)
	}
	wantSame(t, restored(t, to, seal.Key{}), want)

	_, err = SealOn(dir, passphrase, cheaply(seal.Key{}))
	must(t, err)
	r = backUp(t, dir, to, BackupOptions{})
	wantSame(t, restored(t, to, unsealed(t, r.Path, passphrase)), want)
}

// Another passphrase is another one for the backup too, as soon as there is a new one.
func TestAnotherPassphraseBetweenTwoBackups(t *testing.T) {
	dir, _, _ := sealedFolder(t)
	to := t.TempDir()
	backUp(t, dir, to, BackupOptions{})
	const second = "a second passphrase"
	_, err := SealChange(dir, second, cheaply(unsealed(t, dir, passphrase)))
	must(t, err)
	r := backUp(t, dir, to, BackupOptions{})
	if len(r.Aside) != 0 || r.Bytes != 0 {
		t.Errorf("%+v", r)
	}
	if _, err := Unseal(r.Path, passphrase); !errors.Is(err, seal.ErrPassphrase) {
		t.Errorf("the one before still opens the backup: %v", err)
	}
	s := openStore(t, dir, cheaply(unsealed(t, dir, second)))
	wantSame(t, restored(t, to, unsealed(t, r.Path, second)), stored(t, s))
	vaults, err := filepath.Glob(filepath.Join(r.Path, "vault*"))
	if err != nil || len(vaults) != 2 {
		t.Errorf("%v %v", vaults, err)
	}
}

// Damage in a sealed folder is seen by whoever has the key.
func TestABackupReadsSealedLinesWithTheKey(t *testing.T) {
	dir, _, _ := sealedFolder(t)
	path := journalOf(t, dir, testKey(t, "far").ID())
	key := unsealed(t, dir, passphrase)
	b := readFile(t, path)
	at := len(b) / 2
	for b[at] != 'A' || b[at+1] == '\n' {
		at++
	}
	b[at] = 'B' // still a letter of the encoding, so that only the key tells
	must(t, os.WriteFile(path, b, 0o600))
	if r := backUp(t, dir, t.TempDir(), BackupOptions{}); r.Unreadable != 0 {
		t.Errorf("without the key: %+v", r)
	}
	if r := backUp(t, dir, t.TempDir(), BackupOptions{Key: key}); r.Unreadable == 0 {
		t.Errorf("with the key: %+v", r)
	}
}
