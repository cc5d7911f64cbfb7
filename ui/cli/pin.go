package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"beatbook/data"
	"beatbook/ui/session"
)

// deskPIN sets the PIN that operators give to sign on, or takes it away. Who changes it has to know the one that is set.
func (p *program) deskPIN() *cobra.Command {
	var remove bool
	cmd := &cobra.Command{Use: "pin", Short: p.text.CLI.DeskPIN, Args: p.noArguments}
	cmd.Flags().BoolVar(&remove, "clear", false, p.text.CLI.FlagClear)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return p.with(cmd.Context(), func(store *data.Store, s *session.Session) error {
			typed := p.secrets()
			if err := p.askPIN(s, typed, remove); err != nil {
				return err
			}
			if err := store.SaveSettings(s.Settings); err != nil {
				return err
			}
			if remove {
				return p.say("%s", p.text.Command.PINCleared)
			}
			return p.say("%s", p.text.Command.PINSet)
		})
	}
	return cmd
}

func (p *program) askPIN(s *session.Session, typed func(prompt string) (string, error), remove bool) error {
	if s.NeedsPIN() {
		now, err := typed(p.text.Command.PINNow)
		if err == nil {
			err = s.CheckPIN(now)
		}
		if err != nil {
			return err
		}
	}
	if remove {
		s.ClearPIN()
		return nil
	}
	pin, err := typed(p.text.Command.PINNew)
	if err != nil {
		return err
	}
	if err := s.SetPIN(pin); err != nil {
		return err
	}
	again, err := typed(p.text.Command.PINAgain)
	if err == nil && again != pin {
		err = refuse("%s", p.text.Errors.PINsDiffer)
	}
	return err
}

// secrets reads one line at a time: from a terminal without showing it.
func (p *program) secrets() func(prompt string) (string, error) {
	if f, ok := p.in.(*os.File); ok && term.IsTerminal(f.Fd()) {
		return func(prompt string) (string, error) {
			_, _ = fmt.Fprint(p.errs, prompt, p.text.App.Colon)
			b, err := term.ReadPassword(f.Fd())
			_, _ = fmt.Fprintln(p.errs)
			return string(b), err
		}
	}
	lines := bufio.NewReader(p.in)
	return func(string) (string, error) {
		line, err := lines.ReadString('\n')
		if errors.Is(err, io.EOF) {
			err = nil // nothing typed is an answer too, and a wrong one
		}
		return strings.TrimRight(line, "\r\n"), err
	}
}
