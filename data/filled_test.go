package data

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"beatbook/data/seal"
	"beatbook/model"
)

func TestADiskThatFillsUpWhileSealing(t *testing.T) {
	base, records := fewRecords(t)
	atEachWrite(t, base, func(t *testing.T, dir string, disk *filling) error {
		recovery, err := SealOn(dir, passphrase, disk.options(seal.Key{}))
		isSealed, e := Sealed(dir)
		must(t, e)
		if isSealed != (recovery != "") {
			t.Errorf("sealed %v, and the recovery key is %q", isSealed, recovery)
		}
		if isSealed {
			unsealed(t, dir, recovery)
		}
		if wantWhole(t, dir, passphrase, records) != isSealed {
			t.Errorf("sealed %v, and then not", isSealed)
		}
		return err
	})
}

func TestADiskThatFillsUpWhileUnsealing(t *testing.T) {
	base, _, records := fewSealed(t)
	key := unsealed(t, base, passphrase)
	atEachWrite(t, base, func(t *testing.T, dir string, disk *filling) error {
		err := SealOff(dir, disk.options(key))
		if wantWhole(t, dir, passphrase, records) {
			must(t, SealOff(dir, roomy(key)))
			wantNoRests(t, dir)
		}
		return err
	})
}

// Passphrase and recovery key are both the old ones, or both the new ones.
func TestADiskThatFillsUpWhileThePassphraseIsChanged(t *testing.T) {
	base, old, records := fewSealed(t)
	key := unsealed(t, base, passphrase)
	atEachWrite(t, base, func(t *testing.T, dir string, disk *filling) error {
		const second = "a second passphrase"
		recovery, err := SealChange(dir, second, disk.options(key))
		secret := second
		if recovery == "" {
			secret, recovery = passphrase, old
		}
		unsealed(t, dir, recovery)
		wantWhole(t, dir, secret, records)
		return err
	})
}

// A folder that was being turned when the program ended.
func TestADiskThatFillsUpWhileTheTurningGoesOn(t *testing.T) {
	for _, to := range []string{toSealed, toPlain} {
		t.Run(to, func(t *testing.T) {
			base, _, records := fewSealed(t)
			key := unsealed(t, base, passphrase)
			half := &Store{dir: base, form: sealedForm(key, false)}
			half.sys.fill()
			must(t, half.turnJournal(journalOf(t, base, deviceName(base))))
			must(t, half.writeFile(turningName, []byte(to)))
			atEachWrite(t, base, func(t *testing.T, dir string, disk *filling) error {
				err := opened(dir, disk.options(key))
				if wantWhole(t, dir, passphrase, records) != (to == toSealed) {
					t.Errorf("not turned to %s", to)
				}
				return err
			})
		})
	}
}

// opened opens the folder and closes it.
func opened(dir string, o Options) error { return whileOpen(dir, o, func(*Store) error { return nil }) }

func TestADiskThatFillsUpWhileTheIndexIsBuilt(t *testing.T) {
	base, records := fewRecords(t)
	must(t, os.Remove(filepath.Join(base, "index", "MANIFEST")))
	atEachWriteBut(t, "", base, func(t *testing.T, dir string, disk *filling) error {
		err := opened(dir, disk.options(seal.Key{}))
		must(t, opened(dir, roomy(seal.Key{}))) // which reports that it was built
		wantWhole(t, dir, "", records)
		return err
	})
}

// Of a journal that lacks a line, has another one damaged, and is torn; and of plain text in a sealed folder.
func TestADiskThatFillsUpWhileDoctorMends(t *testing.T) {
	base, _, records := fewSealed(t)
	key := unsealed(t, base, passphrase)
	path := journalOf(t, base, deviceName(base))
	b := readFile(t, path)
	b[len(b)/2] ^= 2
	must(t, os.WriteFile(path, b[:len(b)-40], 0o600))
	must(t, os.MkdirAll(filepath.Join(base, "damaged"), 0o700))
	must(t, os.WriteFile(filepath.Join(base, "damaged", "x"), []byte("备注"), 0o600))
	atEachWrite(t, base, func(t *testing.T, dir string, disk *filling) error {
		o := disk.options(key)
		_, err := Fix(ctx, diagnosed(t, dir, o), o)
		o = roomy(key)
		_, again := Fix(ctx, diagnosed(t, dir, o), o)
		must(t, again)
		wantWhole(t, dir, passphrase, records)
		return err
	})
}

func TestADiskThatFillsUpWhileSettingsAreSaved(t *testing.T) {
	base, records := fewRecords(t)
	atEachWrite(t, base, func(t *testing.T, dir string, disk *filling) error {
		o := roomy(seal.Key{})
		o.system.open = func(path string, how int) (outFile, error) {
			if !strings.Contains(path, "settings") {
				return openToWrite(path, how)
			}
			return disk.open(path, how)
		}
		s, err := Open(dir, o)
		must(t, err)
		err = s.SaveSettings(map[string]string{"crew": "王小明", "unit": "7"})
		must(t, s.Close())
		wantWhole(t, dir, "", records)
		return err
	})
}

func TestADiskThatFillsUpWhileABackupIsMade(t *testing.T) {
	for name, base := range map[string]func(*testing.T) (string, string, []model.Record){
		"plain": func(t *testing.T) (string, string, []model.Record) {
			dir, records := fewRecords(t)
			return dir, "", records
		},
		"sealed": fewSealed,
	} {
		t.Run(name, func(t *testing.T) {
			base, _, records := base(t)
			key := seal.Key{}
			if name == "sealed" {
				key = unsealed(t, base, passphrase)
			}
			atEachWrite(t, base, func(t *testing.T, dir string, disk *filling) error {
				to := t.TempDir()
				r, err := Backup(ctx, dir, to, BackupOptions{Key: key, Now: testClock(), system: disk.options(key).system})
				if last, e := LastBackup(dir); e != nil || last.At.IsZero() != (err != nil) || (r.Path == "") != (err != nil && !wrote(to)) {
					t.Errorf("noted %+v, %v; result %+v", last, e, r)
				}
				wantWhole(t, dir, passphrase, records)
				if r := backUp(t, dir, to, BackupOptions{Key: key}); len(r.Aside) > 0 {
					t.Errorf("%+v", r)
				}
				if got := restored(t, to, key); len(got) != len(records) {
					t.Errorf("%d records restored", len(got))
				}
				return err
			})
		})
	}
}

// wrote reports whether the backup says of itself that it is complete.
func wrote(to string) bool {
	found, _ := filepath.Glob(filepath.Join(to, "*", backupNoteName))
	return len(found) > 0
}

func TestADiskThatFillsUpWhileRestoring(t *testing.T) {
	base, _, records := fewSealed(t)
	key := unsealed(t, base, passphrase)
	to := t.TempDir()
	backUp(t, base, to, BackupOptions{Key: key})
	atEachWrite(t, t.TempDir(), func(t *testing.T, dir string, disk *filling) error {
		_, err := Restore(ctx, to, dir, RestoreOptions{Key: key, Now: testClock(), system: disk.options(key).system})
		_, again := Restore(ctx, to, dir, RestoreOptions{Key: key, Now: testClock()})
		if again != nil && !errors.Is(again, ErrNotEmpty) {
			t.Error(again)
		}
		s, e := Open(dir, Options{Key: key, Now: testClock()})
		must(t, e)
		wantAll(t, everything(t, s), records)
		must(t, s.Close())
		wantNoRests(t, dir)
		return err
	})
}

func TestADiskThatIsFullAtTheFirstStart(t *testing.T) {
	atEachWrite(t, t.TempDir(), func(t *testing.T, dir string, disk *filling) error {
		err := opened(dir, disk.options(seal.Key{}))
		s, e := Open(dir, roomy(seal.Key{}))
		must(t, e)
		want := someCheckIns(t, s, 1)
		wantAll(t, everything(t, s), want)
		wantNoProblems(t, s)
		must(t, s.Close())
		wantNoRests(t, dir)
		return err
	})
}
