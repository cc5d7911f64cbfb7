package data

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"beatbook/data/seal"
	"beatbook/model"
)

func testKey(t testing.TB, name string) seal.Device {
	t.Helper()
	seed := sha256.Sum256([]byte(name))
	key, err := seal.NewDevice(bytes.NewReader(seed[:]))
	must(t, err)
	return key
}

// signed are n records of another device, as its own store would have written them.
func signed(t testing.TB, name string, n int) []model.Record {
	t.Helper()
	key := testKey(t, name)
	w := NewWriter(key)
	var all []model.Record
	for _, r := range foreign(key.ID(), n) {
		r, err := w.Sign(r)
		must(t, err)
		all = append(all, r)
	}
	return all
}

// evidence is a closed folder with 90 records of its own and 60 of another device that came in disorder.
func evidence(t *testing.T) (dir, own, far string) {
	t.Helper()
	dir = t.TempDir()
	s, err := Open(dir, Options{Now: testClock()})
	must(t, err)
	someCheckIns(t, s, 90)
	records := signed(t, "far", 60)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
	_, err = s.Merge(ctx, records)
	must(t, err)
	own = s.Device()
	must(t, s.Close())
	return dir, own, records[0].Device
}

func verify(t *testing.T, path string, o VerifyOptions) *Verification {
	t.Helper()
	v, err := Verify(ctx, path, o)
	must(t, err)
	return v
}

func codes(v *Verification) map[FindingCode]int {
	found := map[FindingCode]int{}
	for _, c := range v.Chains {
		for _, f := range c.Findings {
			found[f.Code] += f.Count
		}
	}
	return found
}

func TestWhatTheStoreWritesHolds(t *testing.T) {
	dir, own, far := evidence(t)
	v := verify(t, dir, VerifyOptions{})
	if !v.Holds() || len(v.Chains) != 2 {
		t.Fatalf("%+v", v)
	}
	for _, c := range v.Chains {
		if want := map[string]uint64{own: 90, far: 60}[c.Device]; c.Last != want || c.First != 1 || c.Records != int(want) || len(c.Head) != 43 {
			t.Errorf("%+v", c)
		}
	}
	if v := verify(t, dir, VerifyOptions{Device: far}); len(v.Chains) != 1 || v.Chains[0].Device != far {
		t.Errorf("of one device: %+v", v)
	}
	if v := verify(t, journalOf(t, dir, own), VerifyOptions{}); !v.Holds() || v.Chains[0].Records != 90 || v.Chains[0].Device != own {
		t.Errorf("of one file: %+v", v)
	}
}

func journalOf(t *testing.T, dir, device string) string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "journal", journalFolder(device), "*"+journalEnd))
	must(t, err)
	if len(names) != 1 {
		t.Fatal(names)
	}
	return names[0]
}

// tamper changes the lines of a journal as somebody does who knows the form of a line and has no key: the numbers and sums
// of the lines are made to fit again.
func tamper(t *testing.T, path string, change func([]line) []line) {
	t.Helper()
	var lines []line
	must(t, eachPiece(path, 0, func(p piece) error {
		l, err := parseLine(bytes.Clone(p.text))
		lines = append(lines, l)
		return err
	}))
	var b []byte
	for i, l := range change(lines) {
		l.n = uint64(i + 1)
		b = l.appendTo(b)
	}
	must(t, os.WriteFile(path, b, 0o600))
}

func remade(t *testing.T, l line, key *seal.Device, change func(*model.Record)) line {
	t.Helper()
	r, err := l.parse()
	must(t, err)
	change(&r)
	r, err = r.Numbered(r.Seq, r.Prev())
	must(t, err)
	l.record = r.Bytes()
	if key != nil {
		s := key.Sign(l.record)
		l.signature = s[:]
	}
	return l
}

func TestWhatWasTamperedWithIsFound(t *testing.T) {
	t.Parallel()
	later := func(r *model.Record) { r.At = r.At.Add(-10 * time.Minute) }
	thief := testKey(t, "thief")
	for name, c := range map[string]struct {
		change func([]line) []line
		code   FindingCode
		seq    uint64
		count  int
	}{
		"a time is changed": {func(l []line) []line { l[40] = remade(t, l[40], nil, later); return l }, WrongSignature, 41, 1},
		"a record is signed anew by somebody else": {
			func(l []line) []line { l[40] = remade(t, l[40], &thief, later); return l }, WrongDevice, 41, 1},
		"a record is changed, and the next one follows it": {
			func(l []line) []line { l[40] = remade(t, l[40], nil, later); return l }, LinkBroken, 42, 1},
		"a record is taken out":    {func(l []line) []line { return append(l[:40], l[41:]...) }, RecordMissing, 41, 1},
		"the beginning is gone":    {func(l []line) []line { return l[25:] }, RecordMissing, 1, 25},
		"a signature is taken off": {func(l []line) []line { l[40].signature = nil; return l }, Unsigned, 41, 1},
		"a signature of another record": {
			func(l []line) []line { l[40].signature = l[41].signature; return l }, WrongSignature, 41, 1},
		"a second record has the number": {
			func(l []line) []line { return append(l, remade(t, l[40], nil, later)) }, Forked, 41, 1},
		"a record of another device": {
			func(l []line) []line {
				return append(l, remade(t, l[40], &thief, func(r *model.Record) { r.Device, r.Seq = thief.ID(), 91 }))
			}, WrongDevice, 91, 1},
	} {
		t.Run(name, func(t *testing.T) {
			dir, own, _ := evidence(t)
			tamper(t, journalOf(t, dir, own), c.change)
			for _, chain := range verify(t, dir, VerifyOptions{}).Chains {
				if chain.Device != own && len(chain.Findings) > 0 {
					t.Errorf("also found: %+v", chain)
				}
				for _, f := range chain.Findings {
					if f.Code == c.code && f.Seq == c.seq && f.Count == c.count {
						return
					}
				}
			}
			t.Errorf("not found: %s at %d", c.code, c.seq)
		})
	}
}

// The same record in two files, as after a repair, is one.
func TestARecordTwiceIsOne(t *testing.T) {
	dir, own, _ := evidence(t)
	tamper(t, journalOf(t, dir, own), func(l []line) []line { return append(l, l[40]) })
	if v := verify(t, dir, VerifyOptions{Device: own}); !v.Holds() || v.Chains[0].Records != 90 || v.Chains[0].Torn != "" {
		t.Errorf("%+v", v)
	}
}

// A cut at the end is the one change that a series does not show: a head that was kept does.
func TestAHeadFindsWhatWasTakenBack(t *testing.T) {
	dir, own, _ := evidence(t)
	text, err := SignedHead(dir, seal.Key{}, time.Date(2026, 11, 21, 6, 0, 0, 0, time.UTC))
	must(t, err)
	head, err := seal.ParseHead(text)
	must(t, err)
	if head.Device != own || head.Seq != 90 {
		t.Errorf("%+v", head)
	}
	if v := verify(t, dir, VerifyOptions{Heads: []seal.Head{head}}); !v.Holds() {
		t.Errorf("%+v", v)
	}
	tamper(t, journalOf(t, dir, own), func(l []line) []line { return l[:80] })
	must(t, os.Remove(filepath.Join(dir, knownName))) // as somebody does who knows the folder
	if v := verify(t, dir, VerifyOptions{}); !v.Holds() {
		t.Errorf("%+v", v)
	}
	if got := codes(verify(t, dir, VerifyOptions{Heads: []seal.Head{head}})); got[HeadGone] != 1 || len(got) != 1 {
		t.Errorf("%v", got)
	}
	earlier := head
	earlier.Seq, earlier.Hash[0] = 85, earlier.Hash[0]+1
	if got := codes(verify(t, dir, VerifyOptions{Heads: []seal.Head{head, earlier}})); got[HeadGone] != 2 {
		t.Errorf("two heads: %v", got)
	}
	elsewhere := t.TempDir()
	must(t, os.MkdirAll(filepath.Join(elsewhere, "journal"), 0o700))
	if got := codes(verify(t, elsewhere, VerifyOptions{Heads: []seal.Head{head}})); got[HeadGone] != 1 {
		t.Errorf("nothing of the device there: %v", got)
	}
}

// Whatever single byte is changed and however the sums are made to fit, it is found.
func TestNoByteOfARecordCanBeChanged(t *testing.T) {
	t.Parallel()
	dir, own, _ := evidence(t)
	path := journalOf(t, dir, own)
	before := readFile(t, path)
	dice := rand.New(rand.NewPCG(3, 4))
	for range 60 {
		tamper(t, path, func(l []line) []line {
			at := &l[dice.IntN(len(l))]
			at.record[dice.IntN(len(at.record))] ^= 1 << dice.IntN(5)
			at.record = bytes.ReplaceAll(at.record, []byte("\n"), []byte(" "))
			return l
		})
		if v := verify(t, dir, VerifyOptions{}); v.Holds() && !bytes.Equal(before, readFile(t, path)) {
			t.Fatalf("holds:\n%s", readFile(t, path))
		}
		must(t, os.WriteFile(path, before, 0o600))
	}
}

func TestVerifyOneNight(t *testing.T) {
	dir, own, _ := evidence(t)
	tamper(t, journalOf(t, dir, own), func(l []line) []line { l[45].signature = l[44].signature; return l })
	if v := verify(t, dir, VerifyOptions{Night: "2026-01-01"}); v.Chains[0].Asked != 0 || v.Chains[0].Records == 0 {
		t.Errorf("of a night without records: %+v", v)
	}
	for night, want := range map[model.Date]bool{firstNight: true, firstNight.AddDays(1): false, firstNight.AddDays(2): true} {
		if got := verify(t, dir, VerifyOptions{Night: night}).Holds(); got != want {
			t.Errorf("%s holds: %v", night, got)
		}
	}
}

// What is being written while one looks is left to the next look; damage in the middle is not.
func TestVerifyReadsAnOpenFolder(t *testing.T) {
	dir := t.TempDir()
	s := openStore(t, dir, Options{Now: testClock()})
	someCheckIns(t, s, 5)
	path := journalOf(t, dir, s.Device())
	if v := verify(t, dir, VerifyOptions{}); !v.Holds() || v.Chains[0].Records != 5 {
		t.Errorf("%+v", v)
	}
	whole := readFile(t, path)
	copied := filepath.Join(t.TempDir(), filepath.Base(path))
	must(t, os.WriteFile(copied, whole[:len(whole)-20], 0o600))
	if v := verify(t, copied, VerifyOptions{}); !v.Holds() || v.Chains[0].Records != 4 || v.Chains[0].Torn != copied {
		t.Errorf("the last line is torn: %+v", v)
	}
	whole[200] ^= 1
	must(t, os.WriteFile(copied, whole, 0o600))
	got := codes(verify(t, copied, VerifyOptions{}))
	if got[LineUnreadable] != 1 || len(got) != 1 {
		t.Errorf("a line is damaged: %v", got)
	}
}

func TestVerifySaysWhatItCannotRead(t *testing.T) {
	dir := t.TempDir()
	_, err := Verify(ctx, dir, VerifyOptions{})
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no folder of records: %v", err)
	}
	picture := filepath.Join(dir, "picture.png")
	must(t, os.WriteFile(picture, []byte("x"), 0o600))
	if _, err := Verify(ctx, picture, VerifyOptions{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file of something else: %v", err)
	}
	full, _, _ := evidence(t)
	stopped, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := Verify(stopped, full, VerifyOptions{}); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
}
