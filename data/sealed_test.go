package data

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"beatbook/data/seal"
	"beatbook/model"
)

const passphrase = "夜巡 correct horse"

// readable looks through a folder for a text that was noted.
func readable(t *testing.T, dir string, texts ...string) {
	t.Helper()
	must(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b := readFile(t, path)
		for _, text := range texts {
			if bytes.Contains(b, []byte(text)) {
				t.Errorf("%s shows %q", path, text)
			}
		}
		return nil
	}))
}

// sealedFolder has 150 records and settings, and is sealed.
func sealedFolder(t *testing.T) (dir, recovery string, records []model.Record) {
	t.Helper()
	dir = t.TempDir()
	s, err := Open(dir, Options{Now: testClock()})
	must(t, err)
	records = someCheckIns(t, s, 90)
	far := signed(t, "far", 60)
	_, err = s.Merge(ctx, far)
	must(t, err)
	must(t, s.SaveSettings(map[string]string{"crew": "王小明"}))
	must(t, s.Close())
	must(t, os.MkdirAll(filepath.Join(dir, "damaged"), 0o700))
	must(t, os.WriteFile(filepath.Join(dir, "damaged", "x"), []byte("备注 damaged"), 0o600))
	must(t, os.MkdirAll(filepath.Join(dir, "index.aside-1"), 0o700))
	must(t, os.WriteFile(filepath.Join(dir, "index.aside-1", "000001.sst"), []byte("备注 aside"), 0o600))
	must(t, os.WriteFile(filepath.Join(dir, ".settings.json-12"), []byte("备注 left behind"), 0o600))
	recovery, err = SealOn(dir, passphrase, cheaply(seal.Key{}))
	must(t, errors.Join(err, ConfirmRecovery(dir)))
	return dir, recovery, append(records, far...)
}

// cheaply makes vaults that cost nothing to try.
func cheaply(key seal.Key) Options {
	return Options{Now: testClock(), Key: key, system: system{scrypt: 1}}
}

func unsealed(t *testing.T, dir, secret string) seal.Key {
	t.Helper()
	key, err := Unseal(dir, secret)
	must(t, err)
	return key
}

func TestASealedFolderShowsNothingAndKeepsAll(t *testing.T) {
	dir, recovery, records := sealedFolder(t)
	readable(t, dir, "备注", "王小明", "checkpoint", "beatbook-device-key", "far\",", recovery, passphrase)
	for _, secret := range []string{passphrase, strings.ToLower(recovery)} {
		s, err := Open(dir, Options{Now: testClock(), Key: unsealed(t, dir, secret)})
		must(t, err)
		wantAll(t, everything(t, s), records)
		var settings map[string]string
		must(t, s.LoadSettings(&settings))
		if settings["crew"] != "王小明" || !s.Sealed() {
			t.Errorf("settings %v", settings)
		}
		records = append(records, someCheckIns(t, s, 3)...)
		must(t, s.SaveSettings(settings))
		wantNoProblems(t, s)
		must(t, s.Close())
	}
	readable(t, dir, "备注", "王小明", "checkpoint")
	if v := verify(t, dir, VerifyOptions{Key: unsealed(t, dir, passphrase)}); !v.Holds() || len(v.Chains) != 2 {
		t.Errorf("%+v", v)
	}
	if _, err := Verify(ctx, dir, VerifyOptions{}); !errors.Is(err, ErrSealed) {
		t.Errorf("verified without the key: %v", err)
	}
}

func TestWithoutTheKeyNothingIsTouched(t *testing.T) {
	dir, recovery, records := sealedFolder(t)
	before := folderState(t, dir)
	if _, err := Unseal(dir, "wrong horse!"); !errors.Is(err, seal.ErrPassphrase) {
		t.Errorf("another passphrase: %v", err)
	}
	other, err := seal.NewKey(bytes.NewReader(make([]byte, 32)))
	must(t, err)
	for name, key := range map[string]seal.Key{"no key": {}, "another key": other} {
		if s, err := Open(dir, Options{Now: testClock(), Key: key}); !errors.Is(err, ErrSealed) {
			t.Errorf("%s: %v %v", name, s, err)
		}
	}
	must(t, os.Rename(filepath.Join(dir, vaultName), filepath.Join(dir, "elsewhere")))
	if _, err := Unseal(dir, recovery); err != nil {
		t.Errorf("the recovery key without the vault of the passphrase: %v", err)
	}
	if s, err := Open(dir, Options{Now: testClock()}); !errors.Is(err, ErrSealed) {
		t.Errorf("without its vault: %v %v", s, err)
	}
	must(t, os.Rename(filepath.Join(dir, "elsewhere"), filepath.Join(dir, vaultName)))
	after := folderState(t, dir)
	for path, content := range before {
		if after[path] != content {
			t.Errorf("%s was changed", path)
		}
	}
	s := openStore(t, dir, Options{Now: testClock(), Key: unsealed(t, dir, passphrase)})
	wantAll(t, everything(t, s), records)
	wantNoProblems(t, s)
}

func folderState(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	must(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			all[path] = string(readFile(t, path))
		}
		return err
	}))
	return all
}

func TestAnotherPassphrase(t *testing.T) {
	dir, recovery, records := sealedFolder(t)
	const second = "a second passphrase"
	again, err := SealChange(dir, second, cheaply(unsealed(t, dir, passphrase)))
	must(t, err)
	if _, err := Unseal(dir, passphrase); !errors.Is(err, seal.ErrPassphrase) {
		t.Errorf("the one before still opens it: %v", err)
	}
	if _, err := Unseal(dir, recovery); !errors.Is(err, seal.ErrRecovery) {
		t.Errorf("the recovery key before still opens it: %v", err)
	}
	s := openStore(t, dir, Options{Now: testClock(), Key: unsealed(t, dir, again)})
	wantAll(t, everything(t, s), records)
	for secret, want := range map[string]bool{second: true, again: true, passphrase: false, recovery: false, "": false} {
		if got, err := s.OpensWith(secret); got != want || err != nil {
			t.Errorf("%q opens: %v, %v", secret, got, err)
		}
	}
}

func TestBackToPlainText(t *testing.T) {
	dir, _, records := sealedFolder(t)
	must(t, SealOff(dir, Options{Now: testClock(), Key: unsealed(t, dir, passphrase)}))
	if is, err := Sealed(dir); is || err != nil {
		t.Errorf("sealed: %v, %v", is, err)
	}
	s := openStore(t, dir, Options{Now: testClock()})
	wantAll(t, everything(t, s), records)
	wantNoProblems(t, s)
	var settings map[string]string
	must(t, s.LoadSettings(&settings))
	if settings["crew"] != "王小明" {
		t.Errorf("settings %v", settings)
	}
	if v := verify(t, dir, VerifyOptions{}); !v.Holds() {
		t.Errorf("%+v", v)
	}
}

func TestBadPassphrasesLeaveTheFolderAsItIs(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(dir, Options{Now: testClock()})
	must(t, err)
	records := someCheckIns(t, s, 3)
	must(t, s.Close())
	for text, want := range map[string]error{"": seal.ErrShortPassphrase, "seven77": seal.ErrShortPassphrase, strings.Repeat("x", 1025): seal.ErrLongPassphrase, strings.Repeat(" ", 8): seal.ErrShortPassphrase, "00000000": seal.ErrWeakPassphrase} {
		if _, err := SealOn(dir, text, Options{Now: testClock()}); !errors.Is(err, want) {
			t.Errorf("%.9q: %v", text, err)
		}
	}
	s = openStore(t, dir, Options{Now: testClock()})
	wantAll(t, everything(t, s), records)
	if _, err := SealOn(dir, passphrase, Options{}); !errors.Is(err, ErrBusy) {
		t.Errorf("while it is open: %v", err)
	}
}

// Damage in a sealed folder is found and mended as in any other.
func TestDamageInASealedFolder(t *testing.T) {
	dir, _, records := sealedFolder(t)
	o := Options{Now: testClock(), Key: unsealed(t, dir, passphrase)}
	var own string
	{
		s, err := Open(dir, o)
		must(t, err)
		own = s.Device()
		must(t, s.Close())
	}
	path := journalOf(t, dir, own)
	b := readFile(t, path)
	b[len(b)/2] ^= 2
	must(t, os.WriteFile(path, b[:len(b)-40], 0o600))
	s := openStore(t, dir, o)
	s.background.Wait()
	wantAll(t, everything(t, s), records)
	if got := problemCodes(s); got[LineDamaged] != 2 || got[JournalMended] != 1 || got[RecordLost] != 0 {
		t.Errorf("%+v", s.Problems())
	}
	readable(t, dir, "备注")
}

// However far the turning came, it goes on.
func TestTurningGoesOn(t *testing.T) {
	t.Parallel()
	dir, _, records := sealedFolder(t)
	key := unsealed(t, dir, passphrase)
	path := filepath.Join(dir, turningName)
	for i, to := range []string{toPlain, toSealed, toSealed} {
		s, err := Open(dir, Options{Now: testClock(), Key: key})
		must(t, err)
		own := s.Device()
		must(t, s.Close())
		must(t, os.WriteFile(path, []byte(to), 0o600))
		if i == 0 { // half of it was done
			half := form{}
			if to == toSealed {
				half = sealedForm(key, true)
			}
			x := &Store{dir: dir, form: sealedForm(key, half.writesSealed)}
			x.sys.fill()
			must(t, x.turnJournal(journalOf(t, dir, own)))
		}
		s, err = Open(dir, Options{Now: testClock(), Key: key})
		must(t, err)
		wantAll(t, everything(t, s), records)
		if s.Sealed() != (to == toSealed) || exists(path) {
			t.Errorf("turned to %s: sealed %v", to, s.Sealed())
		}
		wantNoProblems(t, s)
		must(t, s.Close())
		if to == toPlain {
			_, err := SealOn(dir, passphrase, cheaply(seal.Key{}))
			must(t, err)
			key = unsealed(t, dir, passphrase)
		}
	}
}

func TestASealedFolderLeavesNothingRunning(t *testing.T) {
	dir, _, _ := sealedFolder(t)
	key := unsealed(t, dir, passphrase)
	var running [4]int
	for i := range running {
		s, err := Open(dir, Options{Now: testClock(), Key: key})
		must(t, err)
		s.background.Wait()
		must(t, s.Close())
		running[i] = runtime.NumGoroutine()
	}
	if running[3] > running[0] {
		t.Errorf("goroutines after each opening: %v", running)
	}
}
