package seal

import (
	"errors"
	"strings"
	"testing"
)

func TestARecoveryKeyAsItIsTyped(t *testing.T) {
	want := vaultKey(t)
	vault, secret, err := WrapRecovery(want)
	if err != nil {
		t.Fatal(err)
	}
	body := strings.TrimPrefix(secret, RecoveryTag)
	for name, typed := range map[string]string{
		"as printed": secret, "small": strings.ToLower(secret), "three lines": RecoveryTag + "\n" + body[:52] + "\r\n" + body[52:],
		"without dashes": "agesecretkey1" + body, "with blanks for them": "AGE SECRET KEY 1 " + body, "with more of them": "age-secret-key-1-" + body[:9] + "\u2014" + body[9:],
		"full width": "ＡＧＥ－ＳＥＣＲＥＴ－ＫＥＹ－１" + body, "an L in the tag": "AGE-SECRET-KEY-l" + body, "an I in the tag": "AGE-SECRET-KEY-I" + body,
		"O for 0": RecoveryTag + strings.ReplaceAll(body, "0", "O"), "1 for L": RecoveryTag + strings.ReplaceAll(body, "L", "1"), "i for l": strings.ToLower(RecoveryTag) + strings.ReplaceAll(strings.ToLower(body), "l", "i"),
	} {
		got, err := UnwrapRecovery(vault, typed)
		wantKey(t, name, got, err, want)
		if !IsRecovery(typed) || LacksOfRecovery(typed) != 0 {
			t.Errorf("%s: recovery key %v, lacks %d", name, IsRecovery(typed), LacksOfRecovery(typed))
		}
	}
	for _, typed := range []string{"", RecoveryTag, body, secret[:len(secret)-1], secret + "Q", passphrase} {
		got, err := UnwrapRecovery(vault, typed)
		wantNoKey(t, typed, got, err, ErrRecoveryText)
	}
}

func TestHowMuchOfARecoveryKeyIsThere(t *testing.T) {
	for typed, lacks := range map[string]int{
		RecoveryTag: 58, "age-secret-key-1 qpzr y9x8\n": 50, RecoveryTag + strings.Repeat("Q", 60): -2, "AGE-SECRET-KEY-": 0, "": 0, "age of the key": 0,
	} {
		if got := LacksOfRecovery(typed); got != lacks {
			t.Errorf("%q lacks %d, want %d", typed, got, lacks)
		}
	}
}

func FuzzUnwrapRecovery(f *testing.F) {
	vault, secret, err := WrapRecovery(vaultKey(f))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(strings.ToLower(secret))
	f.Add("AGE SECRET KEY I\u2014ſ")
	f.Fuzz(func(t *testing.T, typed string) {
		_, err := UnwrapRecovery(vault, typed)
		if err == nil && (!IsRecovery(typed) || LacksOfRecovery(typed) != 0) {
			t.Errorf("%q opens", typed)
		}
		if err != nil && !errors.Is(err, ErrRecoveryText) && !errors.Is(err, ErrRecovery) {
			t.Errorf("%q: %v", typed, err)
		}
	})
}

func TestTheEndOfARecoveryKeyAsItIsTyped(t *testing.T) {
	const key = RecoveryTag + "RM6N05NA28QWXZD0P06VRXPZQNA5J8SYH6E0YZRJV9ZAMTUQ7N8S93LJ85"
	for typed, ends := range map[string]bool{
		"LJ85": true, "lj85": true, "lj 85": true, " 93LJ 85\n": true, "93lj-85": true, "ＬＪ８５": true, "iJ85": true, "1j85": true,
		"7N8S\n93LJ 85": true, key: true,
		"": false, "85": false, "J85": false, "93LJ": false, "LJ58": false, "LJ85LJ85": false, "x" + key: false, "    ": false, "----": false,
	} {
		if EndsRecovery(key, typed, 4) != ends {
			t.Errorf("%q: %v", typed, !ends)
		}
	}
}
