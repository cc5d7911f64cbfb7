package data

import (
	"bytes"
	"encoding/base64"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"beatbook/data/seal"
	"beatbook/model"
)

// plant puts records of another device into a folder, as somebody does who knows how a journal is written.
func plant(t *testing.T, dir string, records []model.Record, key seal.Key) (device string) {
	t.Helper()
	form := form{}
	if !key.IsZero() {
		form = sealedForm(key, true)
	}
	var b []byte
	for i, r := range records {
		device = r.Device
		b = form.appendLine(b, line{n: uint64(i + 1), received: r.At, record: r.Bytes(), signature: r.Signature})
	}
	journal := filepath.Join(dir, "journal", journalFolder(device))
	must(t, os.Mkdir(journal, 0o700))
	must(t, os.WriteFile(filepath.Join(journal, "2026-11"+journalEnd), b, 0o600))
	return device
}

// plainAndSealed runs a test on a folder of two devices, closed, in either form.
func plainAndSealed(t *testing.T, test func(t *testing.T, dir string, key seal.Key)) {
	t.Run("plain", func(t *testing.T) {
		dir, _ := fewRecords(t)
		test(t, dir, seal.Key{})
	})
	t.Run("sealed", func(t *testing.T) {
		dir, _, _ := fewSealed(t)
		test(t, dir, unsealed(t, dir, passphrase))
	})
}

func TestADeviceIsUnknownUntilItIsAdmitted(t *testing.T) {
	t.Parallel()
	plainAndSealed(t, func(t *testing.T, dir string, key seal.Key) {
		if v := verify(t, dir, VerifyOptions{Key: key}); !v.Holds() {
			t.Fatalf("%+v", v)
		}
		planted := signed(t, "planted", 6)
		device := plant(t, dir, planted[:5], key)
		for range 2 { // opening does not make it known
			if found := codes(verify(t, dir, VerifyOptions{Key: key})); found[UnknownDevice] != 1 || len(found) != 1 {
				t.Fatalf("found %v", found)
			}
			s, err := Open(dir, roomy(key))
			must(t, err)
			if got := problemCodes(s); got[DeviceUnknown] != 1 || len(got) != 1 {
				t.Errorf("problems %v", got)
			}
			if _, err := s.Merge(ctx, planted); err != nil { // nor does more of it
				t.Error(err)
			}
			must(t, s.Close())
		}
		s, err := Open(dir, roomy(key))
		must(t, err)
		if err := s.Admit("NOBODY"); !errors.Is(err, ErrNoDevice) {
			t.Error(err)
		}
		must(t, s.Admit(device))
		must(t, s.Admit(device))
		states, err := s.DeviceStates()
		must(t, err)
		own := 0
		for _, d := range states {
			if d.Own {
				own++
			}
			if !d.Known || d.Since.IsZero() || d.Records == 0 || d.First.IsZero() || d.Last.Before(d.First) {
				t.Errorf("%+v", d)
			}
		}
		if len(states) != 3 || own != 1 {
			t.Errorf("%+v", states)
		}
		must(t, s.Close())
		if v := verify(t, dir, VerifyOptions{Key: key}); !v.Holds() || len(v.Chains) != 3 {
			t.Errorf("%+v", v)
		}
	})
}

func TestASeriesThatEndsBeforeItsKnownEnd(t *testing.T) {
	t.Parallel()
	plainAndSealed(t, func(t *testing.T, base string, key seal.Key) {
		own := deviceName(base)
		for name, c := range map[string]struct {
			harm func(t *testing.T, dir, path string)
			gone int
		}{
			"emptied": {func(t *testing.T, _, path string) { must(t, os.Truncate(path, 0)) }, 6},
			"removed": {func(t *testing.T, _, path string) { must(t, os.RemoveAll(filepath.Dir(path))) }, 6},
			"last line": {func(t *testing.T, _, path string) {
				b := readFile(t, path)
				must(t, os.Truncate(path, int64(1+bytes.LastIndexByte(b[:len(b)-1], '\n'))))
			}, 1},
			"torn": {func(t *testing.T, _, path string) { must(t, os.Truncate(path, int64(len(readFile(t, path))-3))) }, 1},
			"all": {func(t *testing.T, dir, _ string) {
				must(t, os.RemoveAll(filepath.Join(dir, "journal")))
				must(t, os.Mkdir(filepath.Join(dir, "journal"), 0o700))
			}, 10},
		} {
			t.Run(name, func(t *testing.T) {
				dir := filepath.Join(t.TempDir(), "copy")
				copyFolder(t, dir, base)
				c.harm(t, dir, journalOf(t, dir, own))
				if found := codes(verify(t, dir, VerifyOptions{Key: key})); found[RecordGone] != c.gone || len(found) != 1 {
					t.Errorf("found %v", found)
				}
				s, err := Open(dir, roomy(key)) // the index has it still
				must(t, err)
				must(t, s.Close())
				if v := verify(t, dir, VerifyOptions{Key: key}); !v.Holds() {
					t.Errorf("%+v", v)
				}
			})
		}
	})
}

// Where the index knows no better the end stays gone, also when the series goes on from there.
func TestWhatIsGoneFromBothForms(t *testing.T) {
	t.Parallel()
	dir, _ := fewRecords(t)
	own := deviceName(dir)
	tamper(t, journalOf(t, dir, own), func(l []line) []line { return l[:4] })
	must(t, os.RemoveAll(filepath.Join(dir, "index")))
	s, err := Open(dir, roomy(seal.Key{}))
	must(t, err)
	if got := problemCodes(s); got[SeriesChanged] != 1 {
		t.Errorf("problems %v", got)
	}
	someCheckIns(t, s, 1)
	must(t, s.Close())
	if found := codes(verify(t, dir, VerifyOptions{})); found[RecordGone] != 1 {
		t.Errorf("found %v", found)
	}
	s, err = Open(dir, roomy(seal.Key{}))
	must(t, err)
	someCheckIns(t, s, 2)
	must(t, s.Close())
	if found := codes(verify(t, dir, VerifyOptions{})); found[RecordReplaced] != 1 || len(found) != 1 {
		t.Errorf("found %v", found)
	}
}

// What was written since the folder was closed last was never said to be there.
func TestAnEndThatIsNotKnownYet(t *testing.T) {
	t.Parallel()
	dir, _ := fewRecords(t)
	s, err := Open(dir, roomy(seal.Key{}))
	must(t, err)
	someCheckIns(t, s, 3)
	if v := verify(t, dir, VerifyOptions{}); !v.Holds() { // beside the open program
		t.Errorf("%+v", v)
	}
	killed := filepath.Join(t.TempDir(), "killed")
	copyFolder(t, killed, dir)
	must(t, s.Close())
	path := journalOf(t, killed, deviceName(killed))
	must(t, os.Truncate(path, int64(len(readFile(t, path))-3)))
	if v := verify(t, killed, VerifyOptions{}); !v.Holds() {
		t.Errorf("%+v", v)
	}
}

func TestWithoutWhatIsKnown(t *testing.T) {
	t.Parallel()
	for name, harm := range map[string]func(t *testing.T, path string){
		"gone":     func(t *testing.T, path string) { must(t, os.Remove(path)) },
		"nonsense": func(t *testing.T, path string) { must(t, os.WriteFile(path, []byte("{"), 0o600)) },
		"one bit":  func(t *testing.T, path string) { flip(t, path, 0.7) },
		"a folder": func(t *testing.T, path string) { must(t, os.Remove(path)); must(t, os.Mkdir(path, 0o700)) },
	} {
		t.Run(name, func(t *testing.T) {
			dir, _ := fewRecords(t)
			harm(t, filepath.Join(dir, knownName))
			if v := verify(t, dir, VerifyOptions{}); !v.Holds() {
				t.Errorf("%+v", v)
			}
			s, err := Open(dir, roomy(seal.Key{}))
			must(t, err)
			wantNoProblems(t, s)
			someCheckIns(t, s, 1)
			merge(t, s, signed(t, "farther", 2))
			must(t, s.Close())
			_, ok := parseKnown(knownBytes(dir), form{})
			if ok == (name == "a folder") {
				t.Errorf("known: %v", ok)
			}
			if v := verify(t, dir, VerifyOptions{}); !v.Holds() {
				t.Errorf("%+v", v)
			}
		})
	}
}

func TestWhereRecordsOughtToBe(t *testing.T) {
	t.Parallel()
	dir, _ := fewRecords(t)
	file := filepath.Join(t.TempDir(), "2026-11"+journalEnd)
	must(t, os.WriteFile(file, nil, 0o600))
	if found := codes(verify(t, file, VerifyOptions{})); found[NothingThere] != 1 {
		t.Errorf("an empty file: %v", found)
	}
	must(t, os.RemoveAll(filepath.Join(dir, "journal")))
	must(t, os.Mkdir(filepath.Join(dir, "journal"), 0o700))
	must(t, os.Remove(filepath.Join(dir, knownName)))
	if found := codes(verify(t, dir, VerifyOptions{})); found[NothingThere] != 1 {
		t.Errorf("a folder with a key only: %v", found)
	}
}

func TestABackupCarriesWhatIsKnown(t *testing.T) {
	t.Parallel()
	plainAndSealed(t, func(t *testing.T, dir string, key seal.Key) {
		to := t.TempDir()
		target := backUp(t, dir, to, BackupOptions{Key: key}).Path
		if v := verify(t, target, VerifyOptions{Key: key}); !v.Holds() {
			t.Errorf("%+v", v)
		}
		must(t, os.Truncate(journalOf(t, target, deviceName(dir)), 0))
		plant(t, target, signed(t, "planted", 5), key)
		if found := codes(verify(t, target, VerifyOptions{Key: key})); found[RecordGone] != 6 || found[UnknownDevice] != 1 {
			t.Errorf("found %v", found)
		}
	})
}

// Two folders that went on from the same records and have one stick are no copies of each other.
func TestFoldersThatWentApart(t *testing.T) {
	t.Parallel()
	plainAndSealed(t, func(t *testing.T, dir string, key seal.Key) {
		other, to := filepath.Join(t.TempDir(), "copy"), t.TempDir()
		copyFolder(t, other, dir)
		for i, folder := range []string{dir, other} {
			s, err := Open(folder, roomy(key))
			must(t, err)
			someCheckIns(t, s, 3+i)
			must(t, s.Close())
		}
		if r := backUp(t, dir, to, BackupOptions{Key: key}); len(r.Apart) > 0 || len(r.Findings) > 0 {
			t.Errorf("%+v", r)
		}
		r := backUp(t, other, to, BackupOptions{Key: key})
		if len(r.Aside) != 1 || len(r.Apart) != 1 || r.Apart[0].Code != Forked || r.Apart[0].Seq != 7 || r.Apart[0].Count != 3 || r.Apart[0].File != r.Aside[0] {
			t.Errorf("%+v", r)
		}
		if found := codes(verify(t, r.Path, VerifyOptions{Key: key})); found[Forked] != 3 || len(found) != 1 {
			t.Errorf("found %v", found)
		}
		s, err := Open(other, roomy(key))
		must(t, err)
		someCheckIns(t, s, 1)
		must(t, s.Close())
		if r := backUp(t, other, to, BackupOptions{Key: key}); len(r.Aside) > 0 || len(r.Apart) > 0 || r.NewLines != 1 {
			t.Errorf("then %+v", r)
		}
	})
}

// What was set aside for another reason says the same.
func TestTheSameRecordsInAnotherForm(t *testing.T) {
	t.Parallel()
	dir, _ := fewRecords(t)
	to := t.TempDir()
	backUp(t, dir, to, BackupOptions{})
	_, err := SealOn(dir, passphrase, roomy(seal.Key{}))
	must(t, err)
	key := unsealed(t, dir, passphrase)
	if r := backUp(t, dir, to, BackupOptions{Key: key}); len(r.Aside) != 2 || len(r.Apart)+len(r.Findings) > 0 {
		t.Errorf("%+v", r)
	}
	if v := verify(t, filepath.Join(to, backupPrefix+deviceName(dir)), VerifyOptions{Key: key}); !v.Holds() {
		t.Errorf("%+v", v)
	}
}

func TestABackupProvesWhatIsNew(t *testing.T) {
	t.Parallel()
	dir, _ := fewRecords(t)
	own := deviceName(dir)
	to := t.TempDir()
	tamper(t, journalOf(t, dir, own), func(l []line) []line {
		l[2].signature[len(l[2].signature)-1] ^= 1
		return append(l[:3:3], l[4:]...)
	})
	r := backUp(t, dir, to, BackupOptions{})
	found := codes(&Verification{Chains: []Chain{{Findings: r.Findings}}})
	if found[WrongSignature] != 1 || found[RecordMissing] != 1 || len(found) != 2 || r.Unreadable != 0 {
		t.Errorf("%+v", r.Findings)
	}
	if r := backUp(t, dir, to, BackupOptions{}); len(r.Findings) > 0 {
		t.Errorf("again %+v", r.Findings)
	}
	stranger := testKey(t, "stranger")
	tamper(t, journalOf(t, dir, own), func(l []line) []line {
		last := l[len(l)-1]
		return append(l, remadeAt(t, last, 7, base64.RawURLEncoding.EncodeToString(make([]byte, 32)), &stranger))
	})
	r = backUp(t, dir, to, BackupOptions{})
	found = codes(&Verification{Chains: []Chain{{Findings: r.Findings}}})
	if found[LinkBroken] != 1 || found[WrongDevice] != 1 || len(found) != 2 || r.NewLines != 1 {
		t.Errorf("one more line: %+v", r.Findings)
	}
}

func remadeAt(t *testing.T, l line, seq uint64, prev string, key *seal.Device) line {
	t.Helper()
	r, err := l.parse()
	must(t, err)
	r, err = r.Numbered(seq, prev)
	must(t, err)
	l.record = r.Bytes()
	s := key.Sign(l.record)
	l.signature = s[:]
	return l
}
