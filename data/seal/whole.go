package seal

import (
	"bytes"
	"strings"
)

// CheckVault tells, without what opens it, whether a vault of either kind is as it was written. The error is ErrVault.
func CheckVault(vault []byte) error {
	line, locked, _ := bytes.Cut(vault, []byte("\n"))
	for _, kind := range []string{passphraseVault, recoveryVault} {
		if strings.HasPrefix(string(line), kind) && bytes.Equal(append(line[:len(line):len(line)], '\n'), vaultLine(kind, locked)) {
			return nil
		}
	}
	return ErrVault
}
