package seal

import (
	"bytes"
	"crypto/rand"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"filippo.io/age"
)

const passphrase = "夜巡三号岗亭 2026"

// testWork makes scrypt quick.
const testWork = 4

func vaultKey(t testing.TB) Key {
	t.Helper()
	k, err := NewKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func vault(t testing.TB, k Key, passphrase string) []byte {
	t.Helper()
	v, err := Wrap(k, passphrase, testWork)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func wantKey(t *testing.T, what string, got Key, err error, want Key) {
	t.Helper()
	if err != nil || !got.Equal(want) {
		t.Errorf("%s: another key, %v", what, err)
	}
}

func wantNoKey(t *testing.T, what string, got Key, err, want error) {
	t.Helper()
	if !errors.Is(err, want) || !got.IsZero() {
		t.Errorf("%s: %v, want %v", what, err, want)
	}
}

func TestThePassphraseOpensTheVault(t *testing.T) {
	want := vaultKey(t)
	v := vault(t, want, passphrase)
	if secret := want.secret(); bytes.Contains(v, secret[:]) {
		t.Error("the vault shows the key")
	}
	got, err := Unwrap(v, passphrase)
	wantKey(t, "right", got, err, want)
}

func TestAVaultCostsWhatItShould(t *testing.T) {
	v, err := Wrap(vaultKey(t), passphrase, ScryptWork)
	if err != nil || !regexp.MustCompile(`\n-> scrypt \S+ 17\n`).Match(v) {
		t.Errorf("%.120q, %v", v, err)
	}
}

func TestAWrongPassphraseIsSaid(t *testing.T) {
	v := vault(t, vaultKey(t), passphrase)
	for _, wrong := range []string{"", "\n", "x", passphrase + "!", " " + passphrase, strings.ToUpper(passphrase) + "X", strings.Repeat("x", 2000)} {
		got, err := Unwrap(v, wrong)
		wantNoKey(t, wrong, got, err, ErrPassphrase)
		if wrong := strings.TrimSpace(wrong); len(wrong) > 1 && strings.Contains(err.Error(), wrong) {
			t.Errorf("the error shows what was typed: %v", err)
		}
	}
}

func TestOnePassphraseTypedInManyWays(t *testing.T) {
	want := vaultKey(t)
	v := vault(t, want, "caf\u00e9 夜巡 2026\r\n")
	for _, typed := range []string{"caf\u00e9 夜巡 2026", "cafe\u0301 夜巡 2026", "ｃａｆ\u00e9\u3000夜巡\u3000２０２６", "\ncaf\u00e9 夜巡 2026\n"} {
		got, err := Unwrap(v, typed)
		wantKey(t, typed, got, err, want)
	}
}

func TestWhatIsNoPassphrase(t *testing.T) {
	for typed, want := range map[string]error{
		"": ErrShortPassphrase, "1234567": ErrShortPassphrase, "1234567\n": ErrShortPassphrase, "e\u0301234567": ErrShortPassphrase,
		"12345678": nil, "夜巡一二三四五": ErrShortPassphrase, "夜巡一二三四五六": nil,
		strings.Repeat("wxyz", 256): nil, strings.Repeat("wxyz", 257): ErrLongPassphrase,
		strings.Repeat(" ", 8): ErrShortPassphrase, strings.Repeat("\u3000", 9): ErrShortPassphrase, "   12345   ": ErrShortPassphrase,
		strings.Repeat("0", 8): ErrWeakPassphrase, "夜巡夜巡夜巡夜巡": ErrWeakPassphrase, "１1１1１1１1": ErrWeakPassphrase, "abcabcabc": ErrWeakPassphrase,
		"abcdabcd": nil, "age-secret-key-1 or so": ErrLikeRecovery, "age and secret keys": nil,
	} {
		if _, err := Wrap(vaultKey(t), typed, testWork); !errors.Is(err, want) {
			t.Errorf("%.20q: %v, want %v", typed, err, want)
		}
	}
}

func TestADamagedVaultIsSaid(t *testing.T) {
	v := vault(t, vaultKey(t), passphrase)
	for i := range v {
		bad := bytes.Clone(v)
		bad[i] ^= 1 << (i % 8)
		got, err := Unwrap(bad, passphrase)
		wantNoKey(t, "flipped", got, err, ErrVault)
		got, err = Unwrap(v[:i], passphrase)
		wantNoKey(t, "cut", got, err, ErrVault)
	}
	got, err := Unwrap(append(bytes.Clone(v), 0), passphrase)
	wantNoKey(t, "longer", got, err, ErrVault)
}

// forged is a vault whose checksum fits what is in it.
func forged(t *testing.T, kind string, plain []byte, work int) []byte {
	t.Helper()
	recipient, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		t.Fatal(err)
	}
	recipient.SetWorkFactor(work)
	var locked bytes.Buffer
	w, err := age.Encrypt(&locked, recipient)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(plain); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return append(vaultLine(kind, locked.Bytes()), locked.Bytes()...)
}

func TestAForgedVaultIsRefused(t *testing.T) {
	for _, size := range []int{0, 31, 33, 1 << 17} {
		got, err := Unwrap(forged(t, passphraseVault, make([]byte, size), testWork), passphrase)
		wantNoKey(t, "size", got, err, ErrVault)
	}
	v := forged(t, passphraseVault, make([]byte, 32), testWork)
	line, locked, _ := bytes.Cut(v, []byte("\n"))
	costly := bytes.Replace(locked, []byte(" 4\n"), []byte(" 19\n"), 1)
	if bytes.Equal(costly, locked) || len(line) == 0 {
		t.Fatal("the work factor was not found")
	}
	got, err := Unwrap(append(vaultLine(passphraseVault, costly), costly...), passphrase)
	wantNoKey(t, "costly", got, err, ErrVault)
	for _, locked := range []string{"", "age-encryption.org/v1\n", "x"} {
		got, err := Unwrap(append(vaultLine(passphraseVault, []byte(locked)), locked...), passphrase)
		wantNoKey(t, locked, got, err, ErrVault)
	}
	got, err = Unwrap(forged(t, recoveryVault, make([]byte, 32), testWork), passphrase)
	wantNoKey(t, "the other kind", got, err, ErrVault)
}

func TestTheRecoveryKeyOpensItsVault(t *testing.T) {
	want := vaultKey(t)
	v, secret, err := WrapRecovery(want)
	if err != nil {
		t.Fatal(err)
	}
	if len(secret) != 74 || !strings.HasPrefix(secret, "AGE-SECRET-KEY-1") || bytes.Contains(v, []byte(secret)) {
		t.Errorf("the recovery key has %d characters", len(secret))
	}
	for _, typed := range []string{secret, strings.ToLower(secret), " " + secret[:30] + " \r\n\t" + strings.ToLower(secret[30:]) + "\n", secret[:16] + "\u3000" + secret[16:]} {
		got, err := UnwrapRecovery(v, typed)
		wantKey(t, "right", got, err, want)
	}
	for i := range secret {
		typed := secret[:i] + "Q" + secret[i+1:]
		if typed == secret {
			continue
		}
		got, err := UnwrapRecovery(v, typed)
		wantNoKey(t, "mistyped", got, err, ErrRecoveryText)
		if strings.Contains(strings.ToUpper(err.Error()), secret[50:60]) {
			t.Error("the error shows what was typed")
		}
	}
	_, other, err := WrapRecovery(want)
	if err != nil {
		t.Fatal(err)
	}
	got, err := UnwrapRecovery(v, other)
	wantNoKey(t, "another", got, err, ErrRecovery)
	got, err = UnwrapRecovery(vault(t, want, passphrase), secret)
	wantNoKey(t, "the other kind", got, err, ErrVault)
	for i := range v {
		bad := bytes.Clone(v)
		bad[i] ^= 1 << (i % 8)
		got, err := UnwrapRecovery(bad, secret)
		wantNoKey(t, "flipped", got, err, ErrVault)
	}
}

// A vault outlives the program: what stands behind its line opens with age alone.
func TestAVaultIsAnAgeFile(t *testing.T) {
	want := vaultKey(t)
	_, locked, _ := bytes.Cut(vault(t, want, passphrase), []byte("\n"))
	identity, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		t.Fatal(err)
	}
	plain, err := age.Decrypt(bytes.NewReader(locked), identity)
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(plain)
	if secret := want.secret(); err != nil || !bytes.Equal(got, secret[:]) {
		t.Errorf("another key, %v", err)
	}
}

func TestVaultsOfTheFirstVersion(t *testing.T) {
	want, err := NewKey(bytes.NewReader(bytes.Repeat([]byte{1}, keySize)))
	if err != nil {
		t.Fatal(err)
	}
	got, err := Unwrap(kept(t, "passphrase.vault"), passphrase)
	wantKey(t, "passphrase", got, err, want)
	got, err = UnwrapRecovery(kept(t, "recovery.vault"), "AGE-SECRET-KEY-1LH9XKA235F4ADJ2QGR6EQ3KNUATFVNYUAGP5YRC9ZV9NRMJEEK2SY7NYSU")
	wantKey(t, "recovery", got, err, want)
}

func kept(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "version-1", name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func FuzzUnwrap(f *testing.F) {
	v := vault(f, vaultKey(f), passphrase)
	_, locked, _ := bytes.Cut(v, []byte("\n"))
	f.Add(locked, passphrase)
	recovery, secret, err := WrapRecovery(vaultKey(f))
	if err != nil {
		f.Fatal(err)
	}
	_, locked, _ = bytes.Cut(recovery, []byte("\n"))
	f.Add(locked, secret)
	f.Fuzz(func(t *testing.T, locked []byte, typed string) {
		if bytes.Contains(locked, []byte("-> scrypt")) && !bytes.Contains(locked, []byte(" 4\n")) {
			return // would be slow
		}
		_, err := Unwrap(append(vaultLine(passphraseVault, locked), locked...), typed)
		if err != nil && !errors.Is(err, ErrVault) && !errors.Is(err, ErrPassphrase) {
			t.Error(err)
		}
		_, err = UnwrapRecovery(append(vaultLine(recoveryVault, locked), locked...), typed)
		if err != nil && !errors.Is(err, ErrVault) && !errors.Is(err, ErrRecovery) && !errors.Is(err, ErrRecoveryText) {
			t.Error(err)
		}
	})
}

func BenchmarkUnwrap(b *testing.B) {
	v, err := Wrap(vaultKey(b), passphrase, ScryptWork)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Unwrap(v, passphrase); err != nil {
			b.Fatal(err)
		}
	}
}
