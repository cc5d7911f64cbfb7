//go:build !windows

package cli_test

import (
	"strings"
	"testing"

	"beatbook/data"
)

const missing = "characters of the recovery key are missing; go on: "

// sealedWithRecovery is an encrypted folder with its recovery key, which nobody has confirmed.
func sealedWithRecovery(t *testing.T) (folder, recovery string) {
	t.Helper()
	folder = t.TempDir()
	recovery, err := data.SealOn(folder, typedPassphrase, data.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return folder, recovery
}

// threeLines are those in which the key was printed.
func threeLines(recovery string) []string {
	body := strings.TrimPrefix(recovery, "AGE-SECRET-KEY-1")
	return []string{"AGE-SECRET-KEY-1", body[:4] + " " + body[4:52], body[52:56] + " " + body[56:]}
}

func TestThePrintedRecoveryKeyIsPasted(t *testing.T) {
	sealsForReal(t)
	folder, recovery := sealedWithRecovery(t)
	for _, end := range []string{"\r", "\r\n", "\n"} {
		s := sit(t, folder, "plan", "show")
		s.answer(1, prompt, strings.Join(threeLines(recovery), end)+end+"more that was"+end+"pasted"+end)
		s.wait(1, "Wanda Plaza east gate")
		if text := s.ends(0); strings.Contains(text, "wrong tries") || strings.Count(text, missing) != 2 || strings.Contains(text, recovery[16:20]) {
			t.Errorf("%q: it showed\n%s", end, text)
		}
	}
	if confirmed, err := data.RecoveryConfirmed(folder); !confirmed || err != nil {
		t.Errorf("somebody has the recovery key: %v, %v", confirmed, err)
	}
}

// Whatever is pasted is one try.
func TestTheRestOfAPasteIsNoFurtherTry(t *testing.T) {
	sealsForReal(t)
	folder, recovery := sealedWithRecovery(t)
	other := "AGE-SECRET-KEY-1" + strings.Repeat("Q", 58)
	s := sit(t, folder, "plan", "show")
	s.answer(1, prompt, strings.Join(threeLines(other), "\r")+"\rone\rtwo\rthree\r")
	s.answer(2, prompt, "age secret key 1\r\r") // an empty line ends what is not complete
	s.answer(3, prompt, strings.ToLower(recovery)+"\r")
	s.wait(1, "Wanda Plaza east gate")
	s.ends(0)
}

func TestARecoveryKeyThatNobodyConfirmedIsSaid(t *testing.T) {
	sealsForReal(t)
	const says = "No recovery key was confirmed"
	folder, _ := sealedWithRecovery(t)
	s := sit(t, folder, "log")
	s.answer(1, prompt, typedPassphrase+"\r")
	if text := s.ends(0); !strings.Contains(text, says) {
		t.Errorf("opening it shows\n%s", text)
	}
	s = sit(t, folder, "seal")
	if text := s.ends(0); !strings.Contains(text, says) {
		t.Errorf("the status is\n%s", text)
	}
	s = sit(t, folder, "seal", "change")
	s.answer(1, prompt, typedPassphrase+"\r")
	s.answer(1, "New passphrase: ", typedPassphrase+"\r")
	s.answer(1, "Once more: ", typedPassphrase+"\r")
	s.wait(1, "of the recovery key: ")
	key := shownKey(s.text())
	s.answer(1, "of the recovery key: ", key[len(key)-4:]+"\r")
	if text := s.ends(0); strings.Contains(text, says) || !strings.Contains(text, "The data key is not") {
		t.Errorf("changing it shows\n%s", text)
	}
	s = sit(t, folder, "seal")
	if text := s.ends(0); strings.Contains(text, says) {
		t.Errorf("the status is\n%s", text)
	}
}

func TestCtrlCWhileItSealsIsAnswered(t *testing.T) {
	sealsForReal(t)
	folder := t.TempDir()
	s := sit(t, folder, "seal", "on")
	s.answer(1, "New passphrase: ", typedPassphrase+"\r")
	s.answer(1, "Once more: ", typedPassphrase+"\r")
	s.answer(1, "Encrypting", "\x03")
	s.wait(1, "It has begun and has to be finished.")
	s.wait(1, "of the recovery key: ")
	key := shownKey(s.text())
	s.answer(1, "of the recovery key: ", key[len(key)-4:]+"\r")
	s.ends(0)
	wantSealed(t, folder, true)
}
