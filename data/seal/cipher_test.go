package seal_test

import (
	"bytes"
	"encoding/hex"
	"errors"
	"strings"
	"sync"
	"testing"

	"beatbook/data/seal"
)

// key is the same for the same n.
func key(t testing.TB, n byte) seal.Key {
	t.Helper()
	k, err := seal.NewKey(bytes.NewReader(bytes.Repeat([]byte{n}, 32)))
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestABoxOpensWhatItSealed(t *testing.T) {
	box := key(t, 1).Box("journal A")
	for _, plain := range []string{"", "x", "三号岗亭门未锁", strings.Repeat("y", 1<<20)} {
		sealed := box.Seal([]byte("before"), []byte(plain), []byte("7"))
		if len(sealed) != len("before")+len(plain)+seal.Overhead || !bytes.HasPrefix(sealed, []byte("before")) {
			t.Errorf("%d bytes sealed as %d", len(plain), len(sealed))
		}
		if plain != "" && len(plain) > 1 && bytes.Contains(sealed, []byte(plain)) {
			t.Error("sealed text can be read")
		}
		got, err := box.Open([]byte("after"), sealed[len("before"):], []byte("7"))
		if err != nil || string(got) != "after"+plain {
			t.Errorf("%d bytes opened as %d, %v", len(plain), len(got), err)
		}
	}
	if bytes.Equal(box.Seal(nil, []byte("x"), nil), box.Seal(nil, []byte("x"), nil)) {
		t.Error("the same text is sealed the same way twice")
	}
}

func TestAChangedBoxDoesNotOpen(t *testing.T) {
	box := key(t, 1).Box("journal A")
	sealed := box.Seal(nil, []byte("三号岗亭门未锁"), []byte("7"))
	line := box.SealLine(nil, []byte("三号岗亭门未锁"), []byte("7"))
	wantSealed := func(what string, at int, _ []byte, err error) {
		t.Helper()
		if !errors.Is(err, seal.ErrSealed) {
			t.Errorf("%s %d: %v", what, at, err)
		}
	}
	open := func(what string, at int, b seal.Box, sealed []byte, additional string) {
		t.Helper()
		got, err := b.Open(nil, sealed, []byte(additional))
		wantSealed(what, at, got, err)
	}
	for i := range sealed {
		open("byte", i, box, flipped(sealed, i), "7")
		open("cut at", i, box, sealed[:i], "7")
	}
	open("longer", 0, box, append(bytes.Clone(sealed), 0), "7")
	open("additional", 8, box, sealed, "8")
	open("no additional", 0, box, sealed, "")
	open("purpose", 0, key(t, 1).Box("journal B"), sealed, "7")
	open("key", 0, key(t, 2).Box("journal A"), sealed, "7")
	for i := range line {
		for bit := range 8 {
			bad := bytes.Clone(line)
			bad[i] ^= 1 << bit
			got, err := box.OpenLine(nil, bad, []byte("7"))
			wantSealed("line", i, got, err)
		}
		got, err := box.OpenLine(nil, line[:i], []byte("7"))
		wantSealed("line cut at", i, got, err)
	}
}

func TestALineOpensAsItIsOnly(t *testing.T) {
	box := key(t, 1).Box("journal A")
	for _, plain := range []string{"", "x", "xy", `{"seq":1}`} {
		line := box.SealLine([]byte("> "), []byte(plain), []byte("7"))
		line, marked := bytes.CutPrefix(line, []byte("> "))
		if !marked || bytes.ContainsAny(line, "\r\n{ ") {
			t.Errorf("%q is no line", line)
		}
		got, err := box.OpenLine([]byte("+"), line, []byte("7"))
		if err != nil || string(got) != "+"+plain {
			t.Errorf("%q, %v", got, err)
		}
		for _, same := range []string{string(line) + "\n", string(line) + "\r", "\n" + string(line), string(line[:9]) + "\n" + string(line[9:]), string(line) + "="} {
			if _, err := box.OpenLine(nil, []byte(same), []byte("7")); !errors.Is(err, seal.ErrSealed) {
				t.Errorf("%q: %v", same, err)
			}
		}
	}
}

func TestAFileIsSealedOrNot(t *testing.T) {
	box := key(t, 1).Box("settings")
	file := box.SealFile([]byte(`{"name":"王芳"}`))
	if !seal.IsSealedFile(file) || bytes.Contains(file, []byte("王芳")) {
		t.Error("the file is not sealed")
	}
	if got, sealed, err := box.OpenFile(file); err != nil || !sealed || string(got) != `{"name":"王芳"}` {
		t.Errorf("%q, %v, %v", got, sealed, err)
	}
	for _, plain := range []string{"", "{}", "beatbook-sealed-1"} {
		if got, sealed, err := box.OpenFile([]byte(plain)); err != nil || sealed || string(got) != plain || seal.IsSealedFile([]byte(plain)) {
			t.Errorf("%q: %q, %v, %v", plain, got, sealed, err)
		}
	}
	for i := range file {
		if got, sealed, err := box.OpenFile(flipped(file, i)); sealed && (!errors.Is(err, seal.ErrSealed) || got != nil) {
			t.Errorf("byte %d: %q, %v", i, got, err)
		}
	}
	if _, sealed, err := key(t, 1).Box("crash").OpenFile(file); !sealed || !errors.Is(err, seal.ErrSealed) {
		t.Errorf("for another purpose: %v, %v", sealed, err)
	}
}

func TestKeysAreDerived(t *testing.T) {
	// HKDF-SHA256 of 32 bytes 01 with the info "beatbook-seal-1 badger": computed by another program. What was encrypted
	// once must open with every later version.
	if got := hex.EncodeToString(key(t, 1).Badger()); got != "d6d8151913674b0cec75a712ad6aa5a21c7feb11ddb0d2402877c820cb108a92" {
		t.Errorf("the key for Badger is %s", got)
	}
	if bytes.Equal(key(t, 1).Badger(), key(t, 2).Badger()) {
		t.Error("two keys give one")
	}
	for _, c := range []struct {
		a, b seal.Key
		same bool
	}{{key(t, 1), key(t, 1), true}, {key(t, 1), key(t, 2), false}, {key(t, 1), seal.Key{}, false}, {seal.Key{}, seal.Key{}, false}} {
		if c.a.Equal(c.b) != c.same || c.b.Equal(c.a) != c.same {
			t.Errorf("the same: %v", !c.same)
		}
	}
	if _, err := seal.NewKey(strings.NewReader("too short")); err == nil {
		t.Error("a key was made of too little")
	}
}

// What version 1 sealed stays readable.
func TestALineOfTheFirstVersion(t *testing.T) {
	const line = "vrdRFVPCH4pSl6LNd-zug9hzsbAScj_A2mh7s1v9f5MZm2dX6isxZ0i2qIb07QBS3Bzc-LlVfPfzZT8p2Q"
	got, err := key(t, 1).Box("journal A").OpenLine(nil, []byte(line), []byte("7"))
	if err != nil || string(got) != "三号岗亭门未锁" {
		t.Errorf("%q, %v", got, err)
	}
}

func TestABoxIsForManyAtOnce(t *testing.T) {
	box := key(t, 1).Box("journal A")
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			for range 50 {
				plain := bytes.Repeat([]byte{byte(i)}, 100)
				if got, err := box.Open(nil, box.Seal(nil, plain, nil), nil); err != nil || !bytes.Equal(got, plain) {
					t.Errorf("%q, %v", got, err)
				}
			}
		})
	}
	all.Wait()
}

func FuzzOpen(f *testing.F) {
	box := key(f, 1).Box("journal A")
	f.Add(box.Seal(nil, []byte("x"), []byte("7")), []byte("7"))
	f.Add(box.SealLine(nil, []byte("x"), []byte("7")), []byte("7"))
	f.Add(box.SealFile([]byte("x")), []byte{})
	f.Fuzz(func(t *testing.T, b, additional []byte) {
		_, err := box.Open(nil, b, additional)
		_, errLine := box.OpenLine(nil, b, additional)
		_, sealed, errFile := box.OpenFile(b)
		if sealed != seal.IsSealedFile(b) {
			t.Error("two minds about a file")
		}
		for _, err := range []error{err, errLine, errFile} {
			if err != nil && !errors.Is(err, seal.ErrSealed) {
				t.Error(err)
			}
		}
	})
}

func BenchmarkSealLine(b *testing.B) {
	box, plain, line := key(b, 1).Box("journal A"), bytes.Repeat([]byte("x"), 400), []byte(nil)
	b.ReportAllocs()
	for b.Loop() {
		line = box.SealLine(line[:0], plain, nil)
	}
}

func BenchmarkOpenLine(b *testing.B) {
	box := key(b, 1).Box("journal A")
	line, plain := box.SealLine(nil, bytes.Repeat([]byte("x"), 400), nil), []byte(nil)
	b.ReportAllocs()
	for b.Loop() {
		var err error
		if plain, err = box.OpenLine(plain[:0], line, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSeal(b *testing.B) {
	box, plain, sealed := key(b, 1).Box("journal A"), bytes.Repeat([]byte("x"), 400), []byte(nil)
	b.ReportAllocs()
	for b.Loop() {
		sealed = box.Seal(sealed[:0], plain, nil)
	}
}

func BenchmarkOpen(b *testing.B) {
	box := key(b, 1).Box("journal A")
	sealed, plain := box.Seal(nil, bytes.Repeat([]byte("x"), 400), nil), []byte(nil)
	b.ReportAllocs()
	for b.Loop() {
		var err error
		if plain, err = box.Open(plain[:0], sealed, nil); err != nil {
			b.Fatal(err)
		}
	}
}
