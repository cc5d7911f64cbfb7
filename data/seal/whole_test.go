package seal

import (
	"bytes"
	"errors"
	"testing"
)

func TestAVaultIsFoundWholeWithoutItsKey(t *testing.T) {
	k := vaultKey(t)
	forRecovery, _, err := WrapRecovery(k)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range [][]byte{vault(t, k, passphrase), forRecovery} {
		if err := CheckVault(v); err != nil {
			t.Error(err)
		}
		for i := range v {
			bad := bytes.Clone(v)
			bad[i] ^= 1
			if err := CheckVault(bad); !errors.Is(err, ErrVault) {
				t.Errorf("byte %d changed: %v", i, err)
			}
			if err := CheckVault(v[:i]); !errors.Is(err, ErrVault) {
				t.Errorf("cut at %d: %v", i, err)
			}
		}
	}
}
