//go:build !windows

package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/creack/pty"

	"beatbook/data"
)

const (
	offer     = "or just press Enter for no: "
	theScreen = "Start a shift"
)

// sitBefore is sit at a terminal of a size.
func sitBefore(t *testing.T, folder string, command ...string) *sitting {
	t.Helper()
	s := sit(t, folder, command...)
	if err := pty.Setsize(s.control, &pty.Winsize{Cols: 80, Rows: 24}); err != nil {
		t.Fatal(err)
	}
	return s
}

func wantSealed(t *testing.T, folder string, want bool) {
	t.Helper()
	if is, err := data.Sealed(folder); is != want || err != nil {
		t.Errorf("sealed: %v, %v", is, err)
	}
}

func TestTheFirstStartOffersToEncrypt(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "new")
	s := sitBefore(t, folder)
	s.answer(1, offer, "maybe\r")
	s.answer(2, offer, "\r")
	s.answer(1, theScreen, "\x03")
	if text := s.ends(0); !strings.Contains(text, "beatbook seal on") {
		t.Errorf("it does not say how to do it later:\n%s", text)
	}
	wantSealed(t, folder, false)
	s = sitBefore(t, folder)
	s.answer(1, theScreen, "\x03")
	if text := s.ends(0); strings.Contains(text, offer) {
		t.Errorf("it asks again:\n%s", text)
	}
}

func TestTheFirstStartEncrypts(t *testing.T) {
	sealsForReal(t)
	for _, command := range [][]string{nil, {"desk"}} {
		folder := t.TempDir()
		s := sitBefore(t, folder, command...)
		s.answer(1, offer, "Ｙ\r")
		s.answer(1, "New passphrase: ", typedPassphrase+"\r")
		s.answer(1, "Once more: ", typedPassphrase+"\r")
		s.wait(1, "of the recovery key: ")
		key := shownKey(s.text())
		s.answer(1, "of the recovery key: ", key[len(key)-4:]+"\r")
		s.answer(1, "Press Enter to open the screen: ", "\r")
		s.wait(1, "? help")
		if err := s.process.Signal(os.Interrupt); err != nil {
			t.Fatal(err)
		}
		if text := s.ends(0); strings.Contains(text, prompt) || !strings.Contains(text, "The data folder is encrypted.") {
			t.Errorf("%v: it showed\n%s", command, text)
		}
		wantSealed(t, folder, true)
		if confirmed, err := data.RecoveryConfirmed(folder); !confirmed || err != nil {
			t.Errorf("confirmed: %v, %v", confirmed, err)
		}
		for _, secret := range []string{typedPassphrase, "AGE-SECRET-KEY-1" + key} {
			if _, err := data.Unseal(folder, secret); err != nil {
				t.Error(err)
			}
		}
	}
}

func TestTheFirstStartThatIsLeft(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "new")
	s := sitBefore(t, folder)
	s.answer(1, offer, "\x03")
	s.ends(1)
	if _, err := os.Stat(folder); !os.IsNotExist(err) {
		t.Errorf("a folder was made: %v", err)
	}
	s = sitBefore(t, folder)
	s.answer(1, offer, "yes\r")
	s.answer(1, "New passphrase: ", "        \r")
	if text := s.ends(1); !strings.Contains(text, "8 characters, 4 of them different") || !strings.Contains(text, "blanks around it not counted") {
		t.Errorf("it showed\n%s", text)
	}
	s = sitBefore(t, folder)
	s.answer(1, offer, "n\r")
	s.answer(1, theScreen, "\x03")
	s.ends(0)
}
