package data

import (
	"os"
	"path/filepath"
	"testing"

	"beatbook/data/seal"
)

func TestDoctorOfASealedFolder(t *testing.T) {
	dir, _, _ := sealedFolder(t)
	must(t, os.RemoveAll(filepath.Join(dir, "damaged")))
	must(t, os.RemoveAll(filepath.Join(dir, "index.aside-1")))
	must(t, os.Chmod(dir, 0o700))
	key := unsealed(t, dir, passphrase)
	o := examineOptions()
	before := folderState(t, dir)
	wantBad(t, diagnosed(t, dir, o), NeedsKey)
	o.Key = key
	wantBad(t, diagnosed(t, dir, o), PlanNone)
	wantSameFolder(t, dir, before)

	for name, c := range map[string]struct {
		harm        func()
		found, left []NoteCode
	}{
		"vault":       {func() { flip(t, filepath.Join(dir, vaultName), 0.9) }, []NoteCode{VaultDamaged}, []NoteCode{VaultDamaged}},
		"recovery":    {func() { flip(t, filepath.Join(dir, recoveryName), 0.9) }, []NoteCode{RecoveryBroken}, []NoteCode{RecoveryBroken}},
		"no recovery": {func() { must(t, os.Remove(filepath.Join(dir, recoveryName))) }, []NoteCode{RecoveryGone}, []NoteCode{RecoveryGone}},
		"nobody has the recovery key": {func() {
			mark := markOf(readFile(t, filepath.Join(dir, recoveryName)))
			must(t, os.WriteFile(filepath.Join(dir, unconfirmedName), mark, 0o600))
		}, []NoteCode{RecoveryUnseen}, []NoteCode{RecoveryUnseen}},
		"half turned": {func() {
			must(t, os.WriteFile(filepath.Join(dir, turningName), []byte(toSealed), 0o600))
			plainLines(t, ownJournal(t, dir), key)
		}, []NoteCode{SealTurning}, nil},
		"plain lines left": {func() { plainLines(t, ownJournal(t, dir), key) }, []NoteCode{SealLeftover}, nil},
		"plain settings": {func() { must(t, os.WriteFile(filepath.Join(dir, "settings.json"), []byte(`{}`), 0o600)) },
			[]NoteCode{SealLeftover}, nil},
		"bit in a table": {func() { flip(t, only(t, dir, "index", "*.sst"), 0.3) }, []NoteCode{IndexTableBroken}, []NoteCode{AsideIndex}},
	} {
		t.Run(name, func(t *testing.T) {
			restoreFolder(t, dir, before)
			c.harm()
			x := diagnosed(t, dir, o)
			wantBad(t, x, append(c.found, PlanNone)...)
			_, err := Fix(ctx, x, o)
			must(t, err)
			after := diagnosed(t, dir, o)
			wantBad(t, after, append(c.left, PlanNone)...)
			if fine := len(withCode(after, ChainFine)); fine != 2 {
				t.Errorf("%d chains hold", fine)
			}
		})
	}
	t.Run("no vault", func(t *testing.T) {
		restoreFolder(t, dir, before)
		must(t, os.Remove(filepath.Join(dir, vaultName)))
		wantBad(t, diagnosed(t, dir, examineOptions()), VaultMissing, NeedsKey)
	})
}

// plainLines writes a sealed journal in plain text.
func plainLines(t *testing.T, path string, key seal.Key) {
	t.Helper()
	form, plain := readForm(key), []byte(nil)
	must(t, eachPiece(path, 0, func(p piece) error {
		text, err := form.openText(p.text)
		plain = append(append(plain, text...), '\n')
		return err
	}))
	must(t, os.WriteFile(path, plain, 0o600))
}

// restoreFolder brings a folder back to the state that it was in.
func restoreFolder(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	must(t, os.RemoveAll(dir))
	must(t, os.MkdirAll(dir, 0o700))
	for path, content := range files {
		must(t, os.MkdirAll(filepath.Dir(path), 0o700))
		must(t, os.WriteFile(path, []byte(content), 0o600))
	}
}
