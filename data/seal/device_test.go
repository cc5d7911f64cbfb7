package seal_test

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/oklog/ulid/v2"

	"beatbook/data/seal"
)

// device is the same for the same n.
func device(t testing.TB, n byte) seal.Device {
	t.Helper()
	d, err := seal.NewDevice(bytes.NewReader(bytes.Repeat([]byte{n}, 32)))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestADeviceIsReadAsItWasWritten(t *testing.T) {
	d, err := seal.NewDevice(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	text := d.Marshal()
	if bytes.Count(text, []byte("\n")) != 1 || !bytes.HasPrefix(text, []byte("beatbook-device-key-1 ")) {
		t.Errorf("no line: %d bytes", len(text))
	}
	for _, written := range [][]byte{text, bytes.TrimSpace(text), append(bytes.TrimSpace(text), "\r\n"...)} {
		read, err := seal.ParseDevice(written)
		if err != nil || read.ID() != d.ID() || read.Sign([]byte("x")) != d.Sign([]byte("x")) {
			t.Errorf("another device was read: %v", err)
		}
	}
}

func TestWhatIsNoDeviceIsSaid(t *testing.T) {
	text := string(device(t, 1).Marshal())
	line := strings.TrimSpace(text)
	for _, bad := range []string{
		"", "\n", "beatbook-device-key-1 ", strings.Replace(text, "-1 ", "-2 ", 1), line[:len(line)-1], line + "A", " " + line,
		line[:len(line)-1] + "B", line[:40] + "\n" + line[41:], line[:len(line)-1] + "=", line[:len(line)-1] + "+",
	} {
		if _, err := seal.ParseDevice([]byte(bad)); !errors.Is(err, seal.ErrDevice) || strings.Contains(err.Error(), "AQEB") {
			t.Errorf("%q: %v", bad, err)
		}
	}
	if _, err := seal.NewDevice(strings.NewReader("too short")); err == nil {
		t.Error("a device was made of too little")
	}
}

func TestTheIDIsOfTheKey(t *testing.T) {
	d := device(t, 1)
	// SHA-256 of the public key of the seed 0101…01 (8a88e3dd…): computed by another program.
	if id := d.ID(); id != "1MEM7SHFASZKY98VD4BANBX4SV" {
		t.Errorf("the id is %s", id)
	}
	if _, err := ulid.ParseStrict(d.ID()); err != nil {
		t.Error(err)
	}
	if d.ID() == device(t, 2).ID() {
		t.Error("two devices have one id")
	}
	if signed := d.Sign([]byte("x")).Device(); signed != d.ID() {
		t.Errorf("the signature is of %s", signed)
	}
}

func TestASignatureHoldsForItsBytes(t *testing.T) {
	record := []byte(`{"id":"R1","seq":1}`)
	text := device(t, 1).Sign(record).Text()
	if len(text) != seal.SignatureText {
		t.Errorf("the text has %d characters", len(text))
	}
	s, err := seal.ParseSignature([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Verify(record); err != nil {
		t.Error(err)
	}
	for i := range record {
		if err := s.Verify(flipped(record, i)); !errors.Is(err, seal.ErrSignature) {
			t.Errorf("byte %d of the record: %v", i, err)
		}
	}
	for i := range s {
		bad := seal.Signature(flipped(s[:], i))
		if bad.Verify(record) == nil {
			t.Errorf("byte %d of the signature", i)
		}
		if (bad.Device() == s.Device()) != (i >= 32) {
			t.Errorf("byte %d: the signature is of %s", i, bad.Device())
		}
	}
}

// flipped has one bit of byte i turned.
func flipped(b []byte, i int) []byte {
	b = bytes.Clone(b)
	b[i] ^= 1 << (i % 8)
	return b
}

// Under each of these public keys, of either sign, a signature of noughts holds for some messages in ordinary ed25519.
func TestAKeyWithoutASecretSignsNothing(t *testing.T) {
	for _, text := range []string{
		"00" + strings.Repeat("00", 31), "01" + strings.Repeat("00", 31),
		"26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05", "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
		"ec" + strings.Repeat("ff", 30) + "7f", "ed" + strings.Repeat("ff", 30) + "7f", "ee" + strings.Repeat("ff", 30) + "7f",
	} {
		public, err := hex.DecodeString(text)
		if err != nil {
			t.Fatal(err)
		}
		for _, sign := range []byte{0, 0x80} {
			public[31] = public[31]&0x7f | sign
			s := seal.Signature(append(append(bytes.Clone(public), 1), make([]byte, 63)...))
			holds := 0
			for i := range 64 {
				message := []byte(fmt.Sprint(i))
				if ed25519.Verify(public, message, s[32:]) {
					holds++
				}
				if s.Verify(message) == nil {
					t.Errorf("%x signed %s", public, message)
				}
			}
			if holds == 0 {
				t.Errorf("%x is not weak", public)
			}
		}
	}
}

func TestWhatIsNoSignatureIsSaid(t *testing.T) {
	text := device(t, 1).Sign(nil).Text()
	for _, bad := range []string{
		"", text[1:], text + "A", text[:127] + "\n", text[:126] + "\r\n", "+" + text[1:], text[:127] + "=", strings.Repeat("夜", 128),
	} {
		if s, err := seal.ParseSignature([]byte(bad)); !errors.Is(err, seal.ErrSignature) || s != (seal.Signature{}) {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func TestNothingOfAKeyIsFormatted(t *testing.T) {
	d, k := device(t, 0xab), key(t, 0xab)
	box := k.Box("x")
	around := struct {
		d seal.Device
		k seal.Key
		b seal.Box
	}{d, k, box}
	hidden := strings.TrimSpace(strings.TrimPrefix(string(d.Marshal()), "beatbook-device-key-1 "))
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d"} {
		for _, value := range []any{d, &d, k, &k, around, &around, []seal.Key{k}, map[int]seal.Device{1: d}} {
			shown := strings.ToLower(fmt.Sprintf(verb, value))
			for _, secret := range []string{"abab", "ab, 0xab", "171 171", "0xab", hex.EncodeToString(k.Badger()), strings.ToLower(hidden)} {
				if strings.Contains(shown, secret) {
					t.Errorf("%s of %T shows %s", verb, value, shown)
				}
			}
		}
	}
}

func FuzzParseSignature(f *testing.F) {
	f.Add([]byte(device(f, 1).Sign([]byte("x")).Text()), []byte("x"))
	f.Fuzz(func(t *testing.T, text, signed []byte) {
		s, err := seal.ParseSignature(text)
		if err == nil && s.Text() != string(text) {
			t.Errorf("%q is also %q", text, s.Text())
		}
		if err == nil && s.Verify(signed) == nil && s != device(t, 1).Sign(signed) {
			t.Error("forged")
		}
	})
}

func FuzzParseDevice(f *testing.F) {
	f.Add(device(f, 1).Marshal())
	f.Fuzz(func(t *testing.T, text []byte) {
		d, err := seal.ParseDevice(text)
		if err == nil && string(bytes.TrimRight(text, "\r\n"))+"\n" != string(d.Marshal()) {
			t.Errorf("%q was read as another text", text)
		}
	})
}

func BenchmarkVerify(b *testing.B) {
	record := bytes.Repeat([]byte("x"), 400)
	text := []byte(device(b, 1).Sign(record).Text())
	b.ReportAllocs()
	for b.Loop() {
		s, err := seal.ParseSignature(text)
		if err != nil || s.Verify(record) != nil || s.Device() == "" {
			b.Fatal("not verified")
		}
	}
}

func BenchmarkSign(b *testing.B) {
	record, d := bytes.Repeat([]byte("x"), 400), device(b, 1)
	for b.Loop() {
		_ = d.Sign(record)
	}
}
