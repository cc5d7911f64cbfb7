package data

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"beatbook/data/seal"
)

// Whatever happens to the lines of a journal, verify and doctor say the same of it, and doctor mends it.
func TestVerifyAndDoctorAgreeOnADamagedJournal(t *testing.T) {
	base, _ := fewRecords(t)
	own := deviceName(base)
	devices, err := Devices(base)
	must(t, err)
	far := devices[0]
	if far == own {
		far = devices[1]
	}
	others := bytes.SplitAfter(readFile(t, journalOf(t, base, far)), []byte("\n"))
	for name, c := range map[string]struct {
		damage func(lines [][]byte) [][]byte
		found  FindingCode // by verify; empty: nothing
		noted  NoteCode    // by doctor
	}{
		"whole":           {func(l [][]byte) [][]byte { return l }, "", JournalFine},
		"twice":           {func(l [][]byte) [][]byte { return slices.Insert(l, 3, l[2]) }, LineMisplaced, JournalDamaged},
		"twice, far away": {func(l [][]byte) [][]byte { return append(l, l[0]) }, LineMisplaced, JournalDamaged},
		"swapped":         {func(l [][]byte) [][]byte { l[2], l[3] = l[3], l[2]; return l }, LineMisplaced, JournalDamaged},
		"last swapped":    {func(l [][]byte) [][]byte { l[4], l[5] = l[5], l[4]; return l }, LineMisplaced, JournalDamaged},
		"missing":         {func(l [][]byte) [][]byte { return slices.Delete(l, 2, 3) }, RecordMissing, JournalGap},
		"first missing":   {func(l [][]byte) [][]byte { return slices.Delete(l, 0, 1) }, RecordMissing, JournalGap},
		"another's line":  {func(l [][]byte) [][]byte { l[2] = others[2]; return l }, WrongDevice, JournalDamaged},
		"another's added": {func(l [][]byte) [][]byte { return slices.Insert(l, 2, others[2]) }, WrongDevice, JournalDamaged},
		"torn":            {func(l [][]byte) [][]byte { l[5] = l[5][:len(l[5])-20]; return l }, "", JournalTorn},
		"a byte flipped":  {func(l [][]byte) [][]byte { l[2] = flipped(l[2]); return l }, LineUnreadable, JournalDamaged},
		"no line at all":  {func(l [][]byte) [][]byte { return slices.Insert(l, 2, []byte("\n")) }, LineUnreadable, JournalDamaged},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "copy")
			copyFolder(t, dir, base)
			path := journalOf(t, dir, own)
			lines := bytes.SplitAfter(readFile(t, path), []byte("\n"))
			must(t, os.WriteFile(path, bytes.Join(c.damage(lines[:len(lines)-1]), nil), 0o600))
			x := wantAgreement(t, dir)
			if found := codes(verify(t, dir, VerifyOptions{})); c.found != "" && found[c.found] == 0 {
				t.Errorf("verify found %v", found)
			}
			if len(withCode(x, c.noted)) == 0 {
				t.Errorf("doctor noted %+v", x.Notes)
			}
			if _, err := Fix(ctx, x, roomy(seal.Key{})); err != nil {
				t.Fatal(err)
			}
			if x := wantAgreement(t, dir); len(withCode(x, JournalFine)) != 2 || len(withCode(x, ChainFine)) != 2 {
				t.Errorf("mended: %+v", x.Notes)
			}
		})
	}
}

func flipped(b []byte) []byte {
	b = bytes.Clone(b)
	b[len(b)/2] ^= 1
	return b
}

// wantAgreement wants verify to find something where, and only where, doctor says that the journals or their chains fail.
func wantAgreement(t *testing.T, dir string) *Examination {
	t.Helper()
	x, v := diagnosed(t, dir, roomy(seal.Key{})), verify(t, dir, VerifyOptions{})
	fails := slices.ContainsFunc(x.Notes, func(n Note) bool {
		return n.State == Fails && (n.Part == PartJournal || n.Part == PartChain)
	})
	if v.Holds() == fails {
		t.Errorf("verify: holds %v, doctor: fails %v\n%+v\n%+v", v.Holds(), fails, v.Chains, x.Notes)
	}
	return x
}

// A line of a record that came before those with lower numbers is missed by its place only.
func TestALineThatIsGoneIsFoundByTheLinesAroundIt(t *testing.T) {
	dir, _ := fewRecords(t)
	s, err := Open(dir, roomy(seal.Key{}))
	must(t, err)
	late := signed(t, "late", 4)
	for _, i := range []int{0, 3, 1, 2} {
		merge(t, s, late[i:i+1])
	}
	must(t, s.Close())
	path := journalOf(t, dir, late[0].Device)
	lines := bytes.SplitAfter(readFile(t, path), []byte("\n"))
	must(t, os.WriteFile(path, bytes.Join(slices.Delete(lines, 1, 2), nil), 0o600))
	wantAgreement(t, dir)
	if found := codes(verify(t, dir, VerifyOptions{})); found[LineMisplaced] != 1 || found[RecordGone] != 1 || len(found) != 2 {
		t.Errorf("found %v", found)
	}
	if v := verify(t, path, VerifyOptions{}); v.Holds() {
		t.Error("not found in the file alone")
	}
}
