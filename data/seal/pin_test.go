package seal_test

import (
	"errors"
	"strings"
	"testing"

	"beatbook/data/seal"
)

func hashed(t testing.TB, pin string) string {
	t.Helper()
	hash, err := seal.HashPIN(pin)
	if err != nil {
		t.Fatal(err)
	}
	return hash
}

func TestAPINIsKnownByItsHash(t *testing.T) {
	hash := hashed(t, "2468")
	for pin, want := range map[string]error{"2468": nil, "2469": seal.ErrWrongPIN, "": seal.ErrWrongPIN, "24680": seal.ErrWrongPIN} {
		if err := seal.CheckPIN(hash, pin); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", pin, err, want)
		}
	}
	if hashed(t, "2468") == hash {
		t.Error("the same PIN has the same hash twice: it has no salt")
	}
	if strings.Contains(hash, "2468") || !strings.HasPrefix(hash, "$argon2id$v=19$m=19456,t=2,p=1$") {
		t.Errorf("stored as %s", hash)
	}
}

func TestAPINHasALength(t *testing.T) {
	for pin, right := range map[string]bool{
		"": false, "123": false, "1234": true, "夜巡夜": false, "夜巡夜巡": true,
		strings.Repeat("9", 64): true, strings.Repeat("9", 65): false,
	} {
		if _, err := seal.HashPIN(pin); (err == nil) != right || err != nil && !errors.Is(err, seal.ErrPINLength) {
			t.Errorf("%q: %v", pin, err)
		}
	}
}

// This one is of the tests of argon2's reference implementation.
func TestAHashOfAnotherProgram(t *testing.T) {
	const hash = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
	if err := seal.CheckPIN(hash, "password"); err != nil {
		t.Error(err)
	}
}

func TestWhatIsNoHashIsSaid(t *testing.T) {
	whole := hashed(t, "1234")
	for _, hash := range []string{
		"", "1234", "$argon2id$", strings.Replace(whole, "argon2id", "argon2i", 1), strings.Replace(whole, "v=19", "v=16", 1),
		strings.Replace(whole, "m=19456", "m=99999999", 1), strings.Replace(whole, "t=2", "t=0", 1), strings.Replace(whole, "p=1", "p=0", 1),
		whole[:len(whole)-30], whole + "$", whole + "!",
	} {
		if err := seal.CheckPIN(hash, "1234"); !errors.Is(err, seal.ErrPIN) {
			t.Errorf("%q: %v", hash, err)
		}
	}
}

func FuzzCheckPIN(f *testing.F) {
	f.Add(hashed(f, "1234"), "1234")
	f.Add("$argon2id$v=19$m=8,t=1,p=1$c2FsdA$AAAAAAAAAAAAAAAAAAAAAA", "x")
	f.Fuzz(func(t *testing.T, hash, pin string) {
		if err := seal.CheckPIN(hash, pin); err != nil && !errors.Is(err, seal.ErrPIN) && !errors.Is(err, seal.ErrWrongPIN) {
			t.Error(err)
		}
	})
}
