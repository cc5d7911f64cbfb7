package data

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"beatbook/data/seal"
	"beatbook/model"
)

// damageBase is a folder to be damaged, and what is in it.
type damageBase struct {
	name string
	dir  string
	want finding
}

func TestDamageToOneFormIsMendedFromTheOther(t *testing.T) {
	t.Parallel()
	rounds := asked("BEATBOOK_DAMAGE_ROUNDS", 12, 5)
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	closed, killed := closedBase(t), killedBase(t, "killed", "fill")
	bases := []damageBase{
		closed, killed, killedBase(t, "killed with two memtables", "fill-large"), closed, killed, sealedBase(t, closed),
	}
	for i := range rounds {
		random := rand.New(rand.NewPCG(seed, uint64(i)))
		base := bases[i%len(bases)]
		dir := filepath.Join(t.TempDir(), "copy")
		copyFolder(t, dir, base.dir)
		where := []string{"journal", "index"}[i/len(bases)%2]
		what := damage(t, random, filepath.Join(dir, where))
		got, err := examined2(dir)
		if err != nil {
			t.Errorf("round %d, %s, %s: %v", i, base.name, what, err)
			continue
		}
		compare(t, fmt.Sprintf("round %d, %s, %s", i, base.name, what), got, base.want)
		if where == "journal" && len(got.Problems) == 0 && !strings.Contains(what, "cut by 1 of") {
			t.Errorf("round %d, %s, %s: nothing was reported", i, base.name, what)
		}
		must(t, os.RemoveAll(dir))
	}
}

// copyFolder copies the files without the holes that Badger's files have.
func copyFolder(t *testing.T, to, from string) {
	t.Helper()
	must(t, filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		must(t, err)
		name, err := filepath.Rel(from, path)
		must(t, err)
		if d.IsDir() {
			return os.MkdirAll(filepath.Join(to, name), 0o700)
		}
		b := readFile(t, path)
		must(t, os.WriteFile(filepath.Join(to, name), b[:usedBytes(b)], 0o600))
		return os.Truncate(filepath.Join(to, name), int64(len(b)))
	}))
}

// usedBytes is the length of the file without the empty rest that Badger's files have.
func usedBytes(b []byte) int {
	empty := make([]byte, 64<<10)
	for len(b) >= len(empty) && bytes.Equal(b[len(b)-len(empty):], empty) {
		b = b[:len(b)-len(empty)]
	}
	return len(bytes.TrimRight(b, "\x00"))
}

func compare(t *testing.T, what string, got, want finding) {
	t.Helper()
	missing := 0
	for id, text := range want.Records {
		if got.Records[id] != text {
			missing++
		}
	}
	if missing > 0 || len(got.Records) != len(want.Records) || got.History != want.History {
		t.Errorf("%s: %d of %d records are lost, history %d in place of %d; %+v",
			what, missing, len(want.Records), got.History, want.History, got.Problems)
	}
}

// damage does something to a file in the folder at random.
func damage(t *testing.T, random *rand.Rand, root string) string {
	t.Helper()
	var files []string
	must(t, filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() && usedBytes(readFile(t, path)) > 1 {
			files = append(files, path)
		}
		return err
	}))
	path := files[random.IntN(len(files))]
	name := filepath.Base(path)
	b := readFile(t, path)
	used := usedBytes(b)
	switch random.IntN(4) {
	case 0:
		must(t, os.Remove(path))
		return name + " deleted"
	case 1:
		size := random.IntN(used)
		must(t, os.Truncate(path, int64(size)))
		return fmt.Sprintf("%s cut by %d of %d", name, len(b)-size, len(b))
	case 2:
		from := random.IntN(used)
		to := min(len(b), from+1+random.IntN(5000))
		for i := range b[from:to] {
			b[from+i] = byte(random.Uint32())
		}
		must(t, os.WriteFile(path, b, 0o600))
		return fmt.Sprintf("%s scrambled from %d to %d of %d", name, from, to, len(b))
	}
	at := random.IntN(used)
	b[at] ^= 1 << random.IntN(8)
	must(t, os.WriteFile(path, b, 0o600))
	return fmt.Sprintf("%s flipped at %d of %d", name, at, len(b))
}

// examined2 has a child look at the folder, and another one where the first did not live to tell.
func examined2(dir string) (f finding, err error) {
	for range 2 {
		var out, complaint bytes.Buffer
		cmd := child("examine", dir)
		cmd.Stdout, cmd.Stderr = &out, &complaint
		if err = cmd.Run(); err == nil {
			return f, json.Unmarshal(out.Bytes(), &f)
		}
		err = fmt.Errorf("%w: %.2000s", err, complaint.String())
	}
	return f, err
}

func closedBase(t *testing.T) damageBase {
	t.Helper()
	dir := t.TempDir()
	for i := range 3 {
		s := openStore(t, dir, Options{})
		must(t, fill(s, fmt.Sprintf("far-%d", i), 300, 200))
		must(t, s.Close())
	}
	return baseOf(t, "closed", dir)
}

// sealedBase is a folder of the same records, sealed.
func sealedBase(t *testing.T, plain damageBase) damageBase {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "sealed")
	copyFolder(t, dir, plain.dir)
	_, err := SealOn(dir, passphrase, cheaply(seal.Key{}))
	must(t, err)
	return baseOf(t, "sealed", dir)
}

// killedBase is a folder as a program leaves it that is killed.
func killedBase(t *testing.T, name, child string) damageBase {
	t.Helper()
	dir := t.TempDir()
	cmd, _, _ := started(t, child, dir)
	must(t, cmd.Process.Kill())
	_, err := cmd.Process.Wait()
	must(t, err)
	return baseOf(t, name, dir)
}

// fillAndHold fills a folder and keeps it open.
func fillAndHold(dir string, n, noteBytes int) error {
	s, err := Open(dir, Options{})
	if err != nil {
		return err
	}
	if err := fill(s, "far", n, noteBytes); err != nil {
		return err
	}
	fmt.Println("open")
	_, err = io.Copy(io.Discard, os.Stdin)
	return errors.Join(err, s.Close())
}

// fill puts records of another device and of this one into several nights and several months.
func fill(s *Store, device string, n, noteBytes int) error {
	note := strings.Repeat("note ", noteBytes/5)
	start := time.Date(2026, 10, 1, 12, 0, 0, 0, time.UTC)
	var far []model.Record
	for i := range n {
		at := start.Add(time.Duration(i) * 3 * time.Hour)
		r := checkIn(model.Stamp{ID: s.stamps.id(at), Device: device, At: at}, firstNight.AddDays(i%40), fmt.Sprintf("p%d", i%7), note)
		r, err := r.Numbered(uint64(i+1), "")
		if err != nil {
			return err
		}
		far = append(far, r)
	}
	if _, err := s.Merge(ctx, far); err != nil {
		return err
	}
	for i := range 60 {
		r := checkIn(s.Stamp(), firstNight.AddDays(i%9), "p1", note)
		r.At = start.AddDate(0, i/20, 0)
		if _, err := s.Append(ctx, r); err != nil {
			return err
		}
	}
	return nil
}

func baseOf(t *testing.T, name, dir string) damageBase {
	t.Helper()
	look := filepath.Join(t.TempDir(), "look")
	copyFolder(t, look, dir)
	want, err := examined2(look)
	must(t, err)
	if len(want.Problems) > 0 || len(want.Records) == 0 || want.History != len(want.Records) {
		t.Fatalf("%s: %d records, %d in the history, %+v", name, len(want.Records), want.History, want.Problems)
	}
	return damageBase{name, dir, want}
}

// A last line that is cut at any byte is taken out and reported; what is before it stays, and writing goes on.
func TestTornLastLine(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := openStore(t, dir, Options{Now: testClock()})
	want := someCheckIns(t, s, 3)
	must(t, s.Close())
	path := filepath.Join(dir, "journal", s.Device(), "2026-11.jsonl")
	whole := readFile(t, path)
	lastLine := bytes.LastIndexByte(whole[:len(whole)-1], '\n') + 1
	for cut := lastLine; cut < len(whole); cut++ {
		must(t, os.WriteFile(path, whole[:cut], 0o600))
		j := &journal{device: s.Device(), dir: filepath.Dir(path)}
		bare := &Store{dir: dir, stamps: newStamps(testClock())}
		bare.sys.fill()
		must(t, bare.repair(j))
		if left := 2 + uint64(cut+1)/uint64(len(whole)); j.last() != left || j.suspect {
			t.Fatalf("cut at %d: %d lines are left", cut-lastLine, j.last())
		}
	}
	for cut := lastLine; cut < len(whole); cut += (len(whole) - lastLine - 1) / 4 {
		must(t, os.WriteFile(path, whole[:cut], 0o600))
		must(t, os.RemoveAll(filepath.Join(dir, "index")))
		must(t, os.Remove(filepath.Join(dir, "index.state")))
		s, err := Open(dir, Options{Now: testClock()})
		must(t, err)
		s.background.Wait()
		torn := cut > lastLine && cut < len(whole)-1
		if codes := problemCodes(s); (codes[LineDamaged] == 1) != torn || codes[RecordLost] > 0 {
			t.Errorf("cut at %d of %d: %+v", cut-lastLine, len(whole)-lastLine, s.Problems())
		}
		left := want[:2]
		if cut == len(whole)-1 {
			left = want
		}
		wantAll(t, everything(t, s), left)
		if more := someCheckIns(t, s, 1); more[0].Seq != uint64(len(left)+1) {
			t.Errorf("cut at %d: the next number is %d", cut-lastLine, more[0].Seq)
		}
		must(t, s.Close())
	}
}

// The same with the index whole: nothing is lost at all.
func TestTornLastLineIsWrittenAgain(t *testing.T) {
	dir := t.TempDir()
	s := openStore(t, dir, Options{Now: testClock()})
	want := someCheckIns(t, s, 3)
	must(t, s.Close())
	path := filepath.Join(dir, "journal", s.Device(), "2026-11.jsonl")
	whole := readFile(t, path)
	for cut := 0; cut < len(whole)-1; cut += 131 {
		must(t, os.WriteFile(path, whole[:cut], 0o600))
		s, err := Open(dir, Options{Now: testClock()})
		must(t, err)
		wantAll(t, everything(t, s), want)
		s.background.Wait()
		if codes := problemCodes(s); codes[JournalMended] != 1 || codes[RecordLost] > 0 || codes[IndexRebuilt] > 0 {
			t.Errorf("cut at %d: %+v", cut, s.Problems())
		}
		must(t, s.Close())
		if got := readFile(t, path); !bytes.Equal(got, whole) {
			t.Fatalf("cut at %d: the journal is now\n%s", cut, got)
		}
	}
}

// With both forms damaged in the same place the loss is told, and stays told, and nothing else is lost.
func TestALossIsTold(t *testing.T) {
	dir := t.TempDir()
	s := openStore(t, dir, Options{Now: testClock()})
	want := someCheckIns(t, s, 30)
	must(t, s.Close())
	path := filepath.Join(dir, "journal", s.Device(), "2026-11.jsonl")
	text := readFile(t, path)
	text[bytes.Index(text, []byte(`{"n":10,`))+60] ^= 1
	must(t, os.WriteFile(path, text, 0o600))
	must(t, os.RemoveAll(filepath.Join(dir, "index")))

	s = openStore(t, dir, Options{Now: testClock()})
	codes := problemCodes(s)
	if codes[LineDamaged] != 1 || codes[RecordLost] != 1 || codes[IndexRebuilt] != 1 {
		t.Errorf("problems: %+v", s.Problems())
	}
	for _, p := range s.Problems() {
		if p.Code == LineDamaged && (p.Line != 10 || p.File != path || !bytes.Contains(readFile(t, p.Kept), []byte(want[9].ID[:8]))) {
			t.Errorf("problem: %+v", p)
		}
	}
	left := append(append([]model.Record(nil), want[:9]...), want[10:]...)
	wantAll(t, everything(t, s), left)
	left = append(left, someCheckIns(t, s, 1)...)
	must(t, s.Close())
	s = openStore(t, dir, Options{})
	wantAll(t, everything(t, s), left)
	wantNoProblems(t, s)
}

// The keys of the index of a sealed folder are in a file of Badger's own, over which it panics where it is cut short.
func TestAKeyRegistryThatIsCutShort(t *testing.T) {
	t.Parallel()
	dir, _, want := sealedFolder(t)
	key, err := Unseal(dir, passphrase)
	must(t, err)
	whole := len(readFile(t, filepath.Join(dir, "index", "KEYREGISTRY")))
	for _, size := range []int{0, 10, 28, 29, 31, 32, 40, whole - 1} { // a key's length is read behind 28 bytes
		cut := filepath.Join(t.TempDir(), "copy")
		copyFolder(t, cut, dir)
		must(t, os.Truncate(filepath.Join(cut, "index", "KEYREGISTRY"), int64(size)))
		s := openStore(t, cut, cheaply(key))
		wantAll(t, everything(t, s), want)
		must(t, s.Close())
		must(t, os.RemoveAll(cut))
	}
}

// A line of a plain journal whose first byte is damaged is damaged, and not one that somebody sealed.
func TestAFirstByteThatIsChanged(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := openStore(t, dir, Options{Now: testClock()})
	want := someCheckIns(t, s, 9)
	must(t, s.Close())
	path := ownJournal(t, dir)
	lines := bytes.SplitAfter(readFile(t, path), []byte("\n"))
	for i, c := range []byte{'z', ';', 'A', 0, 0xfb} {
		lines[i+2][0] = c
	}
	must(t, os.WriteFile(path, bytes.Join(lines, nil), 0o600))
	s = openStore(t, dir, Options{Now: testClock()})
	wantAll(t, everything(t, s), want)
	s.background.Wait()
	if problemCodes(s)[LineDamaged] == 0 {
		t.Errorf("problems: %+v", s.Problems())
	}
}
