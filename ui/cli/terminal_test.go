//go:build !windows

package cli_test

import (
	"errors"
	"os"
	"os/exec"
	"reflect"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"

	"beatbook/data"
)

// patience is how long a loaded machine may take for anything.
const patience = 60 * time.Second

const typedPassphrase = "夜巡三号岗亭一二三"

// sitting is somebody at a terminal with the program.
type sitting struct {
	t       *testing.T
	process *os.Process
	control *os.File
	tty     *os.File
	before  *term.State
	exited  chan error

	mu   sync.Mutex
	seen strings.Builder
	more chan struct{}
}

func sit(t *testing.T, folder string, command ...string) *sitting {
	t.Helper()
	control, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	before, err := term.GetState(tty.Fd())
	if err != nil {
		t.Fatal(err)
	}
	s := &sitting{t: t, control: control, tty: tty, before: before, exited: make(chan error, 1), more: make(chan struct{}, 1)}
	c := exec.Command("beatbook", append([]string{"--data", folder, "--lang", "en"}, command...)...)
	c.Stdin, c.Stdout, c.Stderr = tty, tty, tty
	c.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	s.process = c.Process
	go func() { s.exited <- c.Wait() }()
	go s.watch()
	t.Cleanup(func() {
		_ = c.Process.Kill()
		_, _ = control.Close(), tty.Close()
	})
	return s
}

func (s *sitting) watch() {
	buffer := make([]byte, 4096)
	for {
		n, err := s.control.Read(buffer)
		if err != nil {
			return
		}
		s.mu.Lock()
		s.seen.Write(buffer[:n])
		s.mu.Unlock()
		select {
		case s.more <- struct{}{}:
		default:
		}
	}
}

// text is all that the terminal has shown.
func (s *sitting) text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return ansi.Strip(s.seen.String())
}

// answer waits until something has been said so many times, and types.
func (s *sitting) answer(times int, said, keys string) {
	s.t.Helper()
	s.wait(times, said)
	if _, err := s.control.WriteString(keys); err != nil {
		s.t.Fatal(err)
	}
}

func (s *sitting) wait(times int, said string) {
	s.t.Helper()
	timeout := time.After(patience)
	for strings.Count(s.text(), said) < times {
		select {
		case <-s.more:
		case <-timeout:
			s.t.Fatalf("%q was not said %d times in\n%s", said, times, s.text())
		}
	}
}

// ends waits for the end, and looks at the code and at how the terminal was left.
func (s *sitting) ends(code int) string {
	s.t.Helper()
	got := 0
	var exit *exec.ExitError
	if err := <-s.exited; errors.As(err, &exit) {
		got = exit.ExitCode()
	} else if err != nil {
		s.t.Fatal(err)
	}
	const end = "<the end>" // behind all that the program has written
	if _, err := s.tty.WriteString(end); err != nil {
		s.t.Fatal(err)
	}
	s.wait(1, end)
	if got != code {
		s.t.Errorf("exit code %d, want %d:\n%s", got, code, s.text())
	}
	if after, err := term.GetState(s.tty.Fd()); err != nil || !reflect.DeepEqual(after, s.before) {
		s.t.Errorf("the terminal was left in another state: %+v, %v", after, err)
	}
	return s.text()
}

// sealedFolder is an encrypted one.
func sealedFolder(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	_, err := data.SealOn(folder, typedPassphrase, data.Options{})
	if err = errors.Join(err, data.ConfirmRecovery(folder)); err != nil {
		t.Fatal(err)
	}
	return folder
}

const prompt = "Passphrase (or recovery key): "

// sealsForReal leaves out, where a run is to be short, what derives keys as dear as they are to be: the race detector makes
// it ten times as dear.
func sealsForReal(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("a short run derives no keys")
	}
}

func TestThePassphraseIsAskedForAtTheKeyboard(t *testing.T) {
	folder := sealedFolder(t)
	s := sit(t, folder, "plan", "show")
	s.answer(1, prompt, "not this one\r")
	s.answer(2, prompt, typedPassphrase+"一\x7f\r")
	s.wait(1, "Wanda Plaza east gate")
	if text := s.ends(0); !strings.Contains(text, "That is not the passphrase") || strings.Contains(text, "夜巡三号") || strings.Contains(text, "not this one") {
		t.Errorf("it showed\n%s", text)
	}
	for name, keys := range map[string]string{"Ctrl-C": "abc\x03", "Ctrl-D": "\x04"} {
		s = sit(t, folder, "plan", "show")
		s.answer(1, prompt, keys)
		if text := s.ends(1); !strings.Contains(text, "Interrupted") || strings.Contains(text, "abc") {
			t.Errorf("%s:\n%s", name, text)
		}
	}
}

func TestAProgramThatIsEndedLeavesTheTerminalAsItWas(t *testing.T) {
	s := sit(t, sealedFolder(t), "verify")
	s.wait(1, prompt)
	if err := s.process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	s.ends(1)
}

func TestSealingAtTheKeyboard(t *testing.T) {
	folder := t.TempDir()
	s := sit(t, folder, "seal", "on")
	s.answer(1, "New passphrase: ", typedPassphrase+"\r")
	s.answer(1, "Once more: ", typedPassphrase+"x\r")
	if text := s.ends(1); !strings.Contains(text, "The two passphrases differ; nothing was changed.") {
		t.Errorf("it showed\n%s", text)
	}
	if is, err := data.Sealed(folder); is || err != nil {
		t.Fatalf("sealed: %v, %v", is, err)
	}
	s = sit(t, folder, "seal", "on")
	s.answer(1, "New passphrase: ", typedPassphrase+"\r"+typedPassphrase+"\r") // ahead of what is asked
	s.answer(1, "of the recovery key: ", "?\r")
	s.wait(2, "of the recovery key: ")
	key := shownKey(s.text())
	s.answer(2, "of the recovery key: ", strings.ToLower(key[len(key)-4:])+"\r")
	if text := s.ends(0); !strings.Contains(text, "Right.") || strings.Contains(text, "夜巡三号") {
		t.Errorf("it showed\n%s", text)
	}
	if _, err := data.Unseal(folder, "AGE-SECRET-KEY-1"+key); err != nil {
		t.Errorf("the recovery key that was shown: %v", err)
	}
}

func TestAShortPassphraseIsRefusedBeforeItIsTypedAgain(t *testing.T) {
	s := sit(t, t.TempDir(), "seal", "on")
	s.answer(1, "New passphrase: ", "seven77\r")
	if text := s.ends(1); !strings.Contains(text, "at least 8 characters") || strings.Contains(text, "Once more") {
		t.Errorf("it showed\n%s", text)
	}
}

// shownKey is the recovery key on the terminal, without its tag.
func shownKey(text string) string {
	_, key, _ := strings.Cut(text, "AGE-SECRET-KEY-1")
	key, _, _ = strings.Cut(key, "Write it down")
	return strings.Join(strings.Fields(key), "")
}

// The code of the recovery key is of use where all of it can be seen while the end of the key is asked for.
func TestTheCodeNeedsRoomForWhatStandsUnderIt(t *testing.T) {
	for lines, fits := range map[uint16]bool{23: false, 24: true} {
		s := sit(t, t.TempDir(), "seal", "on")
		if err := pty.Setsize(s.control, &pty.Winsize{Cols: 80, Rows: lines}); err != nil {
			t.Fatal(err)
		}
		s.answer(1, "New passphrase: ", typedPassphrase+"\r")
		s.answer(1, "Once more: ", typedPassphrase+"\r")
		s.answer(1, "of the recovery key: ", "\x03")
		text := s.ends(0)
		says, code := strings.Index(text, "24 lines."), strings.Index(text, "█▄▄▄█")
		if fits != (says < 0) || says > code {
			t.Errorf("%d lines: it showed\n%s", lines, text)
		}
		if !strings.Contains(text, "Shown this\r\nonce, stored nowhere:") {
			t.Errorf("the sentence is not parted at a space:\n%s", text)
		}
	}
}
