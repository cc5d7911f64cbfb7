//go:build !windows

package cli_test

import (
	"strings"
	"testing"
)

// Nothing answers at this terminal when it is asked where its cursor is.
func TestDoctorAtTheKeyboard(t *testing.T) {
	folder := sealedFolder(t)
	s := sit(t, folder, "doctor")
	s.answer(1, prompt, typedPassphrase+"\r")
	text := s.ends(0)
	for _, said := range []string{"the files for passphrase and recovery key are whole", "does not say where its cursor is", "not examined"} {
		if strings.Contains(text, said) == (said == "not examined") {
			t.Errorf("%q in\n%s", said, text)
		}
	}
}
